import type { ReadonlyKysely } from 'kysely/readonly'
import type { Contract } from '../../shared/api/contract.ts'
import type { OutputOf } from '../../shared/api/endpoint.ts'
import { type Role, roles } from '../../shared/domain/roles.ts'
import { type User, user } from '../../shared/domain/user.ts'
import { AppError, refuse } from '../../shared/errors.ts'
import type { Database } from '../db/schema.ts'
import type { OpenOffice } from '../lobby/enter.ts'
import type { Lobby } from '../lobby/lobby.ts'
import type { ActionScope, WriteScope } from './scopes.ts'

export type Db = ReadonlyKysely<Database>
export type Changed = OutputOf<Contract['users.grant']>

/** What the calls of 使用人与权限 work with. */
export interface Desk {
  readonly open: OpenOffice
  readonly lobby: Lobby
  readonly scope: ActionScope
}

export const versionOf = ({ id, version }: Pick<User, 'id' | 'version'>): Changed => ({ id, version })

export async function nameOf(scope: ActionScope, id: string): Promise<string> {
  const found = await scope.read(({ db }) => db.selectFrom('user').select('name').where('id', '=', id).limit(1).executeTakeFirst())
  if (!found) throw new AppError('record.notFound', { label: user.label })
  return found.name
}

/** The user as seen, who is not the one that asks. */
export function anotherUser({ store, actor }: WriteScope, id: string, version: number): User {
  const before = store.getUnchanged(user, id, version)
  if (before.name === actor) throw new AppError('users.self', {})
  return before
}

/** Without anyone who can enter users, or anyone who can grant, the office could never change who may what. */
export async function refuseLast(db: Db, { id, role }: User): Promise<void> {
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

export const refused = (message: string) => refuse('id', 'state', `这名使用人${message}`)
