import { type QuotaName, quotaNames } from '../../../shared/quotas/index.ts'
import { yearOf } from '../../../shared/rules/days.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { standings } from '../../quotas/standings.ts'

/** How many subjects of each quota are short in the period that runs now. */
export async function shortNow({ db, today }: ReadScope): Promise<ReadonlyMap<QuotaName, number>> {
  const short = new Map<QuotaName, number>()
  for (const quota of quotaNames) {
    const counted = await standings(db, { quota, year: yearOf(today), today })
    short.set(quota, counted.filter(c => c.owes && !c.standing.met).length)
  }
  return short
}
