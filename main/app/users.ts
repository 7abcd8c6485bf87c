import { isDeepStrictEqual } from 'node:util'
import type { Contract } from '../../shared/api/contract.ts'
import type { InputOf, OutputOf } from '../../shared/api/endpoint.ts'
import type { usersApi } from '../../shared/api/users.ts'
import { roles } from '../../shared/domain/roles.ts'
import { type User, user } from '../../shared/domain/user.ts'
import { AppError, refuse } from '../../shared/errors.ts'
import type { Database } from '../db/schema.ts'
import { userName } from '../lobby/passwords.ts'
import { passwordsOf, putSlot } from '../lobby/slots.ts'
import { grant, grantsOf, nothingGranted, places, tie, untie } from './grants.ts'
import type { ActionScope, WriteScope } from './scopes.ts'
import { anotherUser, type Changed, type Db, type Desk, nameOf, refused, refuseLast, versionOf } from './user-desk.ts'

export type UsersName = keyof typeof usersApi

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
    case 'users.places':
      return places(desk)
    case 'users.tie':
      return tie(desk, input as InputOf<Contract['users.tie']>)
    case 'users.untie':
      return untie(desk, input as InputOf<Contract['users.untie']>)
  }
}

export const isUsersName = (name: string): name is UsersName => name.startsWith('users.')

async function list({ open, scope }: Desk): Promise<OutputOf<Contract['users.list']>> {
  return scope.read(async ({ db }) => {
    const users = await db.selectFrom('user').selectAll().where('voidedAt', 'is', null).orderBy('createdAt').orderBy('id').execute()
    const entered = await db
      .selectFrom('audit')
      .select(['recordId', e => e.fn.max('at').as('at')])
      .where('recordType', '=', 'session')
      .where('action', 'like', 'lobby.%')
      .groupBy('recordId')
      .execute()
    const granted = await grantsOf(db, users)
    const lastEntry = new Map(entered.map(({ recordId, at }) => [recordId, at]))
    const names = users.map(({ name }) => name)
    const passwords = passwordsOf(open.folder, names)
    return {
      users: users.map(u => ({
        ...listed(u),
        ...granted(u),
        password: passwords.get(u.name) ?? 'none',
        enteredAt: lastEntry.get(u.name) ?? null,
      })),
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

const listed = ({ id, version, name, role, disabled, createdAt }: Database['user']) => ({
  id,
  version,
  name,
  role,
  disabled: disabled === 1,
  createdAt,
})

async function create(desk: Desk, { name: typed, password, first }: InputOf<Contract['users.create']>): Promise<Changed> {
  const name = userName(typed)
  if (!name) throw refuse('name', 'empty', '请填姓名')
  return withNewSlot(desk, name, password, async ({ store, db }, slot) => {
    if (first && !(await firstOffices(db)).includes(first)) throw new AppError('users.notFirst', { role: roles[first] })
    const made = store.create(user, { name, role: first ?? 'none', disabled: false, ...nothingGranted })
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
    const after = scope.store.update(user, before, { disabled: false, role: 'none', ...nothingGranted })
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
