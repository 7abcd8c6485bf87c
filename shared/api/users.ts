import { z } from 'zod'
import { type Role, roleNames } from '../domain/roles.ts'
import { tieRelations } from '../domain/user.ts'
import { keysOf } from '../records/keys.ts'
import { secretClassNames } from '../records/secrecy.ts'
import { topicNames } from '../records/topics.ts'
import { readIdNumber } from '../rules/id-number.ts'
import { action, command, query } from './endpoint.ts'

const password = z.string().min(1).max(200)
const one = { id: z.string().min(1), version: z.int() }
const role = z.enum(roleNames)
const relation = z.enum(keysOf(tieRelations))
const tied = { relation, name: z.string().trim().min(1, '请填姓名').max(40) }
const reason = z.string().trim().min(2, '请写明理由').max(200)
const changed = z.object({ id: z.string(), version: z.int() })

const administrator: readonly Role[] = ['admin']
const security: readonly Role[] = ['security']
/** They see who may enter; each may do a different part of it. */
const threeOffices: readonly Role[] = ['admin', 'security', 'auditor']

/** 使用人与权限. Who creates cannot grant, who grants cannot create, who audits changes nothing, and nobody changes himself. */
export const usersApi = {
  'users.list': query(
    z.strictObject({}),
    z.object({
      users: z.array(
        z.object({
          id: z.string(),
          version: z.int(),
          name: z.string(),
          role,
          disabled: z.boolean(),
          /** Null where all are granted. */
          modules: z.array(z.enum(topicNames)).readonly().nullable(),
          scope: z.object({ id: z.string(), name: z.string() }).nullable(),
          /** 监督资料: the classes that he may open. */
          grants: z.array(z.enum(secretClassNames)).readonly(),
          /** 回避: himself and relatives, whose 监督资料 he does not open. Numbers as their masks. */
          ties: z.array(z.object({ relation, name: z.string(), idNumber: z.string() })),
          createdAt: z.string(),
          /** `initial`: set by 系统管理员, to be changed at the next entry. `none`: has no key slot. */
          password: z.enum(['own', 'initial', 'none']),
          enteredAt: z.string().nullable(),
        }),
      ),
      /** The offices that 系统管理员 may still fill himself, each once: without a first one nobody could grant anything. */
      first: z.array(z.enum(['security', 'auditor'])),
    }),
    threeOffices,
  ),
  /** Enters a user, who has no right until one is granted, with a password that must be changed at the first entry. */
  'users.create': action(
    z.strictObject({ name: z.string().trim().min(1, '请填姓名').max(40), password, first: z.enum(['security', 'auditor']).optional() }),
    changed,
    administrator,
  ),
  /** A new password, to be changed at the next entry. */
  'users.resetPassword': action(z.strictObject({ ...one, password }), changed, administrator),
  /** Takes the key slot away at once. */
  'users.disable': action(z.strictObject({ ...one, reason }), changed, administrator),
  /** With a new password and without a right: what was granted before is to be granted again. */
  'users.enable': action(z.strictObject({ ...one, password }), changed, administrator),
  /** The role, and for who works on business records the modules and the organization with all below it; what is left out is all; and the classes of 监督资料, of which nothing is opened without. */
  'users.grant': command(
    z.strictObject({
      ...one,
      role,
      modules: z.array(z.enum(topicNames)).min(1).nullable().default(null),
      scopeId: z.string().min(1).nullable().default(null),
      grants: z.array(z.enum(secretClassNames)).default([]),
      reason,
    }),
    changed,
    security,
  ),
  /** The organizations there are, by name, to choose a part of them. */
  'users.places': query(z.strictObject({}), z.array(z.object({ id: z.string(), name: z.string(), parentId: z.string().nullable() })), security),
  /** 回避: by ID number, so that who says it sees no roster. */
  'users.tie': command(
    z.strictObject({ ...one, ...tied, idNumber: z.string().refine(text => readIdNumber(text).ok, '身份号码不对'), reason }),
    changed,
    security,
  ),
  /** The number as its mask. */
  'users.untie': command(z.strictObject({ ...one, ...tied, idNumber: z.string().min(1), reason }), changed, security),
}
