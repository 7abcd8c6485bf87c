import type { Call } from '../../main/app/caller.ts'
import type { Role } from '../../shared/domain/roles.ts'
import { createTestApp, password } from './app.ts'

export const initial = 'Chushi-2026'
export const own = (name: string) => `Ziji-${name.length}-2026`

export const as = async (call: Call, user: string, typed = password) => {
  await call('lobby.lock', {})
  return call('lobby.unlock', { user, password: typed })
}
/** First entry: with the password that was told, then one of one's own. */
export async function enterFirst(call: Call, name: string) {
  await as(call, name, initial)
  await call('session.changePassword', { current: initial, next: own(name) })
}
export const find = async (call: Call, name: string) => {
  const user = (await call('users.list', {})).users.find(u => u.name === name)
  if (!user) throw new Error(`${name} is not listed`)
  return { id: user.id, version: user.version }
}

/** An office with one user of every role; 管理员 is signed in. */
export async function officeOfAll(options: Parameters<typeof createTestApp>[0] = {}) {
  const t = await createTestApp({ ...options, role: 'admin' })
  const { call } = t
  await call('users.create', { name: '保密员', password: initial, first: 'security' })
  await call('users.create', { name: '审计员', password: initial, first: 'auditor' })
  for (const name of ['李部长', '读者', '新人']) await call('users.create', { name, password: initial })
  await enterFirst(call, '保密员')
  await call('users.grant', { ...(await find(call, '李部长')), role: 'head', reason: '分管' })
  await call('users.grant', { ...(await find(call, '读者')), role: 'reader', reason: '查阅' })
  for (const name of ['审计员', '李部长', '读者', '新人']) await enterFirst(call, name)
  await as(call, '管理员')
  return t
}
export const nameOf: Readonly<Record<Role, string>> = {
  clerk: '经办人',
  head: '李部长',
  reader: '读者',
  admin: '管理员',
  security: '保密员',
  auditor: '审计员',
  none: '新人',
}
export const enterAs = (call: Call, role: Role) => as(call, nameOf[role], role === 'clerk' || role === 'admin' ? password : own(nameOf[role]))
