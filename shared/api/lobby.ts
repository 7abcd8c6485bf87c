import { secretClassNames } from '../records/secrecy.ts'
import { topicNames } from '../records/topics.ts'
import { z } from 'zod'
import { presetNames } from '../domain/presets.ts'
import { roleNames } from '../domain/roles.ts'
import { keysOf } from '../records/keys.ts'
import { action, everyone, lobby } from './endpoint.ts'
import { fileToken } from './shell.ts'

const password = z.string().min(1).max(200)
const person = z.strictObject({ name: z.string().trim().min(1, '请填姓名').max(40), password })
const role = z.enum(roleNames)

export const session = z.object({
  user: z.string(),
  role,
  roleLabel: z.string(),
  /** The modules and the classes of 监督资料 that he was granted; null modules are all. */
  modules: z.array(z.enum(topicNames)).readonly().nullable(),
  grants: z.array(z.enum(secretClassNames)).readonly(),
  office: z.string(),
  preset: z.string(),
  idleMinutes: z.number(),
  today: z.string(),
  /** The password was set by 系统管理员: until it is changed nothing else is open. */
  mustChangePassword: z.boolean(),
  /** One of the two key files was damaged and has been made good from the other. */
  keysMended: z.boolean(),
  /** 屏幕水印, without the time; null where the office shows none. */
  screenMark: z.string().nullable(),
})
export type Session = z.infer<typeof session>

export const lobbyStatus = z.object({
  state: z.enum(['none', 'locked', 'open']),
  version: z.string(),
  office: z.object({ name: z.string(), folder: z.string(), lastUsedAt: z.string().nullable() }).nullable(),
  /** Names for the lock screen, where the office lists them. */
  users: z.array(z.object({ name: z.string(), role: z.string() })),
  idleMinutes: z.number(),
  waitSeconds: z.number(),
})

/** The few calls that work before an office is open. */
export const lobbyApi = {
  'lobby.status': lobby(z.strictObject({}), lobbyStatus),
  'lobby.create': lobby(
    z.strictObject({
      folder: fileToken,
      preset: z.enum(keysOf(presetNames)),
      name: z.string().trim().min(2, '名称至少 2 字').max(60),
      admin: person,
      clerk: person,
    }),
    z.object({ recoveryCode: z.string() }),
  ),
  'lobby.open': lobby(z.strictObject({ folder: fileToken }), lobbyStatus),
  'lobby.unlock': lobby(z.strictObject({ user: z.string().trim().min(1, '请填使用人').max(40), password }), session),
  'lobby.recover': lobby(z.strictObject({ code: z.string().max(100), user: z.string().trim().min(1).max(40), newPassword: password }), session),
  'lobby.lock': lobby(z.strictObject({}), z.null()),
  /** What is wrong with a password, before it is used; empty when it will do. */
  'lobby.checkPassword': lobby(z.strictObject({ user: z.string(), password: z.string() }), z.array(z.string())),
  'session.current': action(z.strictObject({}), session, everyone),
  /** The user is at the keyboard: the idle clock starts again. */
  'session.touch': action(z.strictObject({}), z.null(), everyone),
  'session.changePassword': action(z.strictObject({ current: password, next: password }), z.null(), everyone),
}
