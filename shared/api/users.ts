import { z } from 'zod'
import { type Role, roleNames } from '../domain/roles.ts'
import { action, command, query } from './endpoint.ts'

const password = z.string().min(1).max(200)
const one = { id: z.string().min(1), version: z.int() }
const role = z.enum(roleNames)
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
  'users.disable': action(z.strictObject({ ...one, reason: z.string().trim().min(2, '请写明理由').max(200) }), changed, administrator),
  /** With a new password and without a right: what was granted before is to be granted again. */
  'users.enable': action(z.strictObject({ ...one, password }), changed, administrator),
  'users.grant': command(z.strictObject({ ...one, role, reason: z.string().trim().min(2, '请写明理由').max(200) }), changed, security),
}
