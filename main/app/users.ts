import { isDeepStrictEqual } from 'node:util'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { Contract } from '../../shared/api/contract.ts'
import type { InputOf, OutputOf } from '../../shared/api/endpoint.ts'
import type { usersApi } from '../../shared/api/users.ts'
import { type Role, roles } from '../../shared/domain/roles.ts'
import { type User, user } from '../../shared/domain/user.ts'
import { AppError, refuse } from '../../shared/errors.ts'
import type { Database } from '../db/schema.ts'
import type { OpenOffice } from '../lobby/enter.ts'
import type { Lobby } from '../lobby/lobby.ts'
import { userName } from '../lobby/passwords.ts'
import { passwordsOf, putSlot } from '../lobby/slots.ts'
import type { ActionScope, WriteScope } from './scopes.ts'

export type UsersName = keyof typeof usersApi
type Db = ReadonlyKysely<Database>
type Changed = OutputOf<Contract['users.grant']>

interface Desk {
  readonly open: OpenOffice
  readonly lobby: Lobby
  readonly scope: ActionScope
}

/** The calls of 使用人与权限. They stand beside the session's: what they change is the key slots as well as the records. */
export function answerUsers(desk: Desk, name: UsersName, input: unknown): Promise<unknown> {
  switch (name) {
    case 'users.list':
      return list(desk)
    case 'users.create':
      return create(desk, input as InputOf<Contract['users.create']>)
    case 'users.resetPassword':
      return reset(desk, input as InputOf<Contract['users.resetPassword']>)
    case 'users.enable':
      return enable(desk, input as InputOf<Contract['users.enable']>)
    case 'users.disable':
      return disable(desk, input as InputOf<Contract['users.disable']>)
    case 'users.grant':
      return grant(desk, input as InputOf<Contract['users.grant']>)
  }
}

export const isUsersName = (name: string): name is UsersName => name.startsWith('users.')

async function list({ open, scope }: Desk): Promise<OutputOf<Contract['users.list']>> {
  return scope.read(async ({ db }) => {
    const users = await db
      .selectFrom('user')
      .select(['id', 'version', 'name', 'role', 'disabled', 'createdAt'])
      .where('voidedAt', 'is', null)
      .orderBy('createdAt')
      .orderBy('id')
      .execute()
    const entered = await db
      .selectFrom('audit')
      .select(['recordId', e => e.fn.max('at').as('at')])
      .where('recordType', '=', 'session')
      .where('action', 'like', 'lobby.%')
      .groupBy('recordId')
      .execute()
    const lastEntry = new Map(entered.map(({ recordId, at }) => [recordId, at]))
    const names = users.map(({ name }) => name)
    const passwords = passwordsOf(open.folder, names)
    return {
      users: users.map(u => ({ ...u, disabled: u.disabled === 1, password: passwords.get(u.name) ?? 'none', enteredAt: lastEntry.get(u.name) ?? null })),
      first: await firstOffices(db),
    }
  })
}

/** 安全保密管理员 and 安全审计员, as long as nobody has ever been one: the audit remembers also those who are no longer. */
async function firstOffices(db: Db): Promise<('security' | 'auditor')[]> {
  const offices = ['security', 'auditor'] as const
  const everHeld = await Promise.all(
    offices.map(role =>
      db.selectFrom('audit').select('seq').where('recordType', '=', 'user').where('after', 'like', `%"role":"${role}"%`).limit(1).executeTakeFirst(),
    ),
  )
  return offices.filter((_, i) => everHeld[i] === undefined)
}

async function create(desk: Desk, { name: typed, password, first }: InputOf<Contract['users.create']>): Promise<Changed> {
  const name = userName(typed)
  if (!name) throw refuse('name', 'empty', '请填姓名')
  return withNewSlot(desk, name, password, async ({ store, db }, slot) => {
    if (first && !(await firstOffices(db)).includes(first)) throw new AppError('users.notFirst', { role: roles[first] })
    const made = store.create(user, { name, role: first ?? 'none', disabled: false })
    store.note({ recordType: 'user', recordId: made.id, detail: { user: name, password: 'initial', slot } })
    return made
  })
}

async function reset(desk: Desk, { id, version, password }: InputOf<Contract['users.resetPassword']>): Promise<Changed> {
  const name = await nameOf(desk.scope, id)
  return withNewSlot(desk, name, password, async (scope, slot) => {
    const before = anotherUser(scope, id, version)
    if (before.disabled) throw refused('已停用，先启用再设口令')
    scope.store.note({ recordType: 'user', recordId: id, detail: { user: name, password: 'reset', slot } })
    return scope.store.update(user, before, {})
  })
}

async function enable(desk: Desk, { id, version, password }: InputOf<Contract['users.enable']>): Promise<Changed> {
  const name = await nameOf(desk.scope, id)
  return withNewSlot(desk, name, password, async (scope, slot) => {
    const before = anotherUser(scope, id, version)
    if (!before.disabled) throw refused('没有停用，不必启用')
    const after = scope.store.update(user, before, { disabled: false, role: 'none' })
    scope.store.note({ recordType: 'user', recordId: id, detail: { user: name, password: 'initial', slot } })
    return after
  })
}

async function disable({ open, scope }: Desk, { id, version, reason }: InputOf<Contract['users.disable']>): Promise<Changed> {
  return together(scope, async writing => {
    const before = anotherUser(writing, id, version)
    if (before.disabled) throw refused('已经停用')
    await refuseLast(writing.db, before)
    const after = writing.store.update(user, before, { disabled: true })
    writing.store.note({ recordType: 'user', recordId: id, detail: { user: before.name, password: 'removed', reason } })
    return { result: versionOf(after), takeBack: putSlot(open.folder, before.name, undefined) }
  })
}

async function grant({ scope }: Desk, { id, version, role, reason }: InputOf<Contract['users.grant']>): Promise<Changed> {
  return scope.write(async writing => {
    const before = anotherUser(writing, id, version)
    if (before.disabled) throw refused('已停用，先启用再授权')
    if (before.role === role) throw refused(`已经是${roles[role]}`)
    await refuseLast(writing.db, before)
    const after = writing.store.update(user, before, { role })
    writing.store.note({ recordType: 'user', recordId: id, detail: { user: before.name, granted: role, reason } })
    return versionOf(after)
  })
}

const versionOf = ({ id, version }: Pick<User, 'id' | 'version'>): Changed => ({ id, version })

async function nameOf(scope: ActionScope, id: string): Promise<string> {
  const found = await scope.read(({ db }) => db.selectFrom('user').select('name').where('id', '=', id).limit(1).executeTakeFirst())
  if (!found) throw new AppError('record.notFound', { label: user.label })
  return found.name
}

/** The user as seen, who is not the one that asks. */
function anotherUser({ store, actor }: WriteScope, id: string, version: number): User {
  const before = store.getUnchanged(user, id, version)
  if (before.name === actor) throw new AppError('users.self', {})
  return before
}

/** Without anyone who can enter users, or anyone who can grant, the office could never change who may what. */
async function refuseLast(db: Db, { id, role }: User): Promise<void> {
  const needed: readonly Role[] = ['admin', 'security']
  if (!needed.includes(role)) return
  const other = await db
    .selectFrom('user')
    .select('id')
    .where('role', '=', role)
    .where('disabled', '=', 0)
    .where('voidedAt', 'is', null)
    .where('id', '!=', id)
    .limit(1)
    .executeTakeFirst()
  if (!other) throw new AppError('users.last', { role: roles[role] })
}

const refused = (message: string) => refuse('id', 'state', `这名使用人${message}`)

/** Seals a slot first, which takes its time, then writes records, audit and slot as one. The audit line names the slot by its salt. */
async function withNewSlot(
  { open, lobby, scope }: Desk,
  name: string,
  password: string,
  change: (scope: WriteScope, slot: string) => Promise<Pick<User, 'id' | 'version'>>,
): Promise<Changed> {
  const sealed = Uint8Array.from(open.key)
  const slot = await lobby.sealFor(open, name, password)
  return together(scope, async writing => {
    // The database has got another key since.
    if (!isDeepStrictEqual(sealed, Uint8Array.from(open.key))) throw new AppError('database.busy', {})
    const result = versionOf(await change(writing, slot.salt))
    return { result, takeBack: putSlot(open.folder, name, slot) }
  })
}

/** The key file is written last before the commit: what fails before leaves it as it was, and a commit that fails takes it back. */
async function together<T>(scope: ActionScope, work: (scope: WriteScope) => Promise<{ result: T; takeBack(): void }>): Promise<T> {
  let takeBack: (() => void) | undefined
  try {
    return await scope.write(async writing => {
      const done = await work(writing)
      takeBack = done.takeBack
      return done.result
    })
  } catch (cause) {
    takeBack?.()
    throw cause
  }
}
