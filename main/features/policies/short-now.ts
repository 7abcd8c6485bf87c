import { sql } from 'kysely'
import { quotas } from '../../../shared/quotas/index.ts'
import { yearOf } from '../../../shared/rules/days.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { Ground } from '../../quotas/ground.ts'
import { readStandings } from '../../quotas/standings.ts'

export type ShortNow = ReadonlyMap<string, number>

interface Known {
  readonly mark: string
  readonly short: ShortNow
}

/** What was counted last, by the connection that read it. */
const known = new WeakMap<object, Known>()

/** How many subjects of each quota are short now; a period that still runs is no shortfall. Counted again once anything was written, or a day has passed. */
export async function shortNow({ db, today }: ReadScope): Promise<ShortNow> {
  const mark = `${today} ${await versionOf(db)}`
  const kept = known.get(db)
  if (kept?.mark === mark) return kept.short
  const short = await count(db, today)
  known.set(db, { mark, short })
  return short
}

async function count(db: ReadScope['db'], today: string): Promise<ShortNow> {
  const ground = new Ground(db)
  const short = new Map<string, number>()
  for (const quota of quotas) {
    const counted = await (await readStandings(ground, { quota, today })).in(yearOf(today))
    short.set(quota.name, counted.filter(c => c.standing.state === 'short' || c.standing.state === 'near').length)
  }
  return short
}

/** Changes whenever another connection, the writer, has committed. */
async function versionOf(db: ReadScope['db']): Promise<number> {
  const pragma = sql<{ readonly data_version: number }>`pragma_data_version()`.as('pragma')
  return (await db.selectFrom(pragma).select('data_version').executeTakeFirstOrThrow()).data_version
}
