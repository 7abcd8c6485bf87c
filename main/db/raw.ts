import type { Kysely } from 'kysely'
import type { ReadScope } from '../app/scopes.ts'
import type { Database } from './schema.ts'

/** For a SELECT whose tables are chosen at run time: SQL as text, which the read-only type would refuse. The connection is read-only all the same. */
export const raw = (db: ReadScope['db']): Kysely<Database> => db as unknown as Kysely<Database>
