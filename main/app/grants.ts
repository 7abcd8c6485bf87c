import { isDeepStrictEqual } from 'node:util'
import type { Contract } from '../../shared/api/contract.ts'
import type { InputOf, OutputOf } from '../../shared/api/endpoint.ts'
import { type Role, roles } from '../../shared/domain/roles.ts'
import { type User, user, userTie } from '../../shared/domain/user.ts'
import { maskIdNumber } from '../../shared/rules/id-number.ts'
import { among } from '../db/among.ts'
import type { Database } from '../db/schema.ts'
import { fromRow } from '../records/rows.ts'
import type { WriteScope } from './scopes.ts'
import { anotherUser, type Changed, type Db, type Desk, refused, refuseLast, versionOf } from './user-desk.ts'

/** Who works on business records may be given a part of them, and 监督资料 by class; the three officers have none. */
const business: readonly Role[] = ['clerk', 'head', 'reader']
export const nothingGranted = { modules: null, scopeId: null, grants: null } as const

/** What each of these users was granted, as the list shows it. */
export async function grantsOf(db: Db, users: readonly Database['user'][]) {
  const ids = new Set(users.flatMap(u => u.scopeId ?? []))
  const named = await db.selectFrom('organization').select(['id', 'name']).where(among('id', ids)).execute()
  const names = new Map(named.map(({ id, name }) => [id, name]))
  const ties = await db.selectFrom('userTie').selectAll().orderBy('relation', 'desc').orderBy('name').execute()
  return (u: Database['user']) => {
    const { modules, grants } = fromRow(user, u)
    return {
      modules,
      grants: grants ?? [],
      scope: u.scopeId === null ? null : { id: u.scopeId, name: names.get(u.scopeId) ?? '' },
      ties: ties.filter(t => t.userId === u.id).map(({ relation, name, idNumber }) => ({ relation, name, idNumber: maskIdNumber(idNumber) })),
    }
  }
}

/** Organizations by name only, for who grants and sees no business record. */
export async function places({ scope }: Desk): Promise<OutputOf<Contract['users.places']>> {
  return scope.read(({ db }) =>
    db.selectFrom('organization').select(['id', 'name', 'parentId']).where('voidedAt', 'is', null).where('closedOn', 'is', null).orderBy('nameOrder').execute(),
  )
}

export async function grant({ scope }: Desk, { id, version, role, modules, scopeId, grants, reason }: InputOf<Contract['users.grant']>): Promise<Changed> {
  return scope.write(async writing => {
    const before = anotherUser(writing, id, version)
    if (before.disabled) throw refused('已停用，先启用再授权')
    const part = business.includes(role) ? { modules, scopeId, grants: grants.length > 0 ? grants : null } : nothingGranted
    const had = { modules: before.modules, scopeId: before.scopeId, grants: before.grants }
    if (before.role === role && isDeepStrictEqual(had, part)) throw refused(`已经是${roles[role]}，范围也一样`)
    await refuseLast(writing.db, before)
    const after = writing.store.update(user, before, { role, ...part })
    const said = { ...(part.modules && { modules: part.modules }), ...(part.scopeId && { scopeId: part.scopeId }), ...(part.grants && { grants: part.grants }) }
    writing.store.note({ recordType: 'user', recordId: id, detail: { user: before.name, granted: role, ...said, reason } })
    return versionOf(after)
  })
}

/** 回避: says who a user is, or whom he is related to. By ID number, whether the roster has it already or not. */
export async function tie({ scope }: Desk, { id, version, relation, name, idNumber, reason }: InputOf<Contract['users.tie']>): Promise<Changed> {
  return changeTies(scope, { id, version, reason, said: { tied: name, relation } }, ties => {
    if (ties.some(t => t.idNumber === idNumber)) throw refused('已经登记了这个身份号码')
    if (relation === 'self' && ties.some(t => t.relation === 'self')) throw refused('已经登记了本人，先去掉原来的')
    return [...ties, { relation, name, idNumber }]
  })
}

export async function untie({ scope }: Desk, { id, version, relation, name, idNumber: masked, reason }: InputOf<Contract['users.untie']>): Promise<Changed> {
  return changeTies(scope, { id, version, reason, said: { untied: name, relation } }, ties => {
    const gone = ties.find(t => t.relation === relation && t.name === name && maskIdNumber(t.idNumber) === masked)
    if (!gone) throw refused('没有登记这一条，可能刚被改过')
    return ties.filter(t => t !== gone)
  })
}

type Ties = ReturnType<typeof tiesOf>
const tiesOf = ({ store }: Pick<WriteScope, 'store'>, { id }: Pick<User, 'id'>) => store.linesOf(userTie, id)

interface TieChange {
  readonly id: string
  readonly version: number
  readonly reason: string
  readonly said: object
}

function changeTies(scope: Desk['scope'], { id, version, reason, said }: TieChange, change: (ties: Ties) => Ties): Promise<Changed> {
  return scope.write(async writing => {
    const before = anotherUser(writing, id, version)
    const after = writing.store.writeLines(userTie, user, before, change(tiesOf(writing, before)))
    writing.store.note({ recordType: 'user', recordId: id, detail: { user: before.name, ...said, reason } })
    return versionOf(after)
  })
}
