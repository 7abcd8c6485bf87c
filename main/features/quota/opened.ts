import type { OutputOf } from '../../../shared/api/endpoint.ts'
import type { quotaApi } from '../../../shared/api/quota.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Quota } from '../../../shared/quotas/quota.ts'
import { periodLabel } from '../../../shared/rules/periods.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { linesOf } from '../../quotas/lines.ts'
import { Ground } from '../../quotas/ground.ts'
import { readStandings, type Standings } from '../../quotas/standings.ts'
import { clauseOf } from '../../quotas/counts.ts'

type Opened = OutputOf<(typeof quotaApi)['quota.subject']>

/** One subject's figure opened down to the records, with what counts, what does not, and why not. */
export async function openSubject(scope: ReadScope, quota: Quota, year: number, subjectId: string): Promise<Opened> {
  const { db, today } = scope
  const standings = await readStandings(new Ground(db, { ids: [subjectId], only: quota }), { quota, ids: [subjectId], today })
  const [counted] = await standings.in(year)
  if (!counted) throw new AppError('record.notFound', { label: '该年度的指标对象' })
  return {
    subject: counted.subject,
    clause: counted.target ? clauseOf(counted.target, quota) : null,
    periods: counted.periods.map(p => ({
      label: periodLabel(quota.period, p),
      from: p.from,
      until: p.until,
      done: p.done,
      target: p.target,
      state: p.state,
      missing: p.missing,
    })),
    lines: await linesOf(scope, quota, year, subjectId),
    years: await yearsOf(standings, year),
  }
}

/** This year and the four before, for a look back. */
async function yearsOf(standings: Standings, last: number): Promise<Opened['years']> {
  const years: Opened['years'] = []
  for (let year = last - 4; year <= last; year++) {
    const [counted] = await standings.in(year)
    if (counted) years.push({ year, done: counted.done, target: counted.subject.target })
  }
  return years
}
