import { quotas } from '../../../shared/quotas/index.ts'
import { yearOf } from '../../../shared/rules/days.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { Ground } from '../../quotas/ground.ts'
import { readStandings } from '../../quotas/standings.ts'

/** How many subjects of each quota are short now; a period that still runs is no shortfall. */
export async function shortNow({ db, today }: ReadScope): Promise<ReadonlyMap<string, number>> {
  const ground = new Ground(db)
  const short = new Map<string, number>()
  for (const quota of quotas) {
    const counted = await (await readStandings(ground, { quota, today })).in(yearOf(today))
    short.set(quota.name, counted.filter(c => c.standing.state === 'short' || c.standing.state === 'near').length)
  }
  return short
}
