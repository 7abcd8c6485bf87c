import { sql } from 'kysely'
import { dueSources } from '../../shared/due/sources.ts'
import { shippedQuota } from '../../shared/quotas/index.ts'
import type { Server } from '../../shared/serving.ts'
import type { ReadScope } from '../app/scopes.ts'
import { anyDb } from '../records/find.ts'

/** Whether the office has begun with something: a record of it, a total counted, a sheet printed. Each is looked up once. */
export function inUse({ db }: ReadScope): (server: Server) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>()
  return server => {
    const key = `${server.kind} ${server.name}`
    const found = known.get(key) ?? exists(db, server)
    known.set(key, found)
    return found
  }
}

async function exists(db: ReadScope['db'], { kind, name }: Pick<Server, 'kind' | 'name'>): Promise<boolean> {
  const one = sql<number>`1`.as('one')
  if (kind === 'record') return (await anyDb(db).selectFrom(name).select(one).where('voidedAt', 'is', null).limit(1).execute()).length > 0
  if (kind === 'due') {
    const record = dueSources.find(source => source.name === name)?.record
    return record !== undefined && exists(db, { kind: 'record', name: record })
  }
  if (kind === 'form') {
    const printed = db.selectFrom('audit').select(one).where('recordType', '=', 'form').where('recordId', '=', name)
    return (await printed.limit(1).execute()).length > 0
  }
  if (kind === 'ballot')
    return (
      (
        await db
          .selectFrom('ballot')
          .select(one)
          .where(sql<boolean>`kind = ${name}`)
          .where('voidedAt', 'is', null)
          .limit(1)
          .execute()
      ).length > 0
    )
  if (kind === 'procedure')
    return (
      (
        await db
          .selectFrom('procedureCase')
          .select(one)
          .where(sql<boolean>`procedure = ${name}`)
          .where('voidedAt', 'is', null)
          .limit(1)
          .execute()
      ).length > 0
    )
  const measure = shippedQuota(name)?.measure
  if (!measure) return false
  if (measure.lasting) return exists(db, { kind: 'record', name: measure.of })
  const counted = db.selectFrom('tally').select(one).where('tally', '=', measure.tally).where('amount', '>', 0)
  return (await counted.limit(1).execute()).length > 0
}
