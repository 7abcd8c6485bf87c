import type { OutputOf } from '../../../shared/api/endpoint.ts'
import type { quotaApi } from '../../../shared/api/quota.ts'
import { activityKinds, attendanceStates, countingStates } from '../../../shared/domain/activity.ts'
import type { QuotaName } from '../../../shared/quotas/index.ts'
import { firstDayOf, lastDayOf, yearShares } from '../../../shared/rules/days.ts'
import { shown } from '../../../shared/rules/quota.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { readStandings, type Standings } from '../../quotas/standings.ts'
import { clauseOf } from './board.ts'

type Opened = OutputOf<(typeof quotaApi)['quota.person']>
type Line = Opened['lines'][number]

/** One person's figure opened down to the records, with what counts, what does not, and why not. */
export async function openPerson({ db, today }: ReadScope, input: { quota: QuotaName; year: number; personId: string }): Promise<Opened> {
  const standings = await readStandings(db, { quota: input.quota, personIds: [input.personId], today })
  const [counted] = await standings.in(input.year)
  if (!counted) throw new AppError('record.notFound', { label: '该年度的指标对象' })
  const lines = await linesOf(db, input)
  const years = await yearsOf(standings, input.year)
  return { person: counted.person, clause: counted.target ? clauseOf(counted.target) : null, lines, years }
}

async function linesOf(db: ReadScope['db'], { personId, year }: { personId: string; year: number }): Promise<Line[]> {
  const rows = await db
    .selectFrom('attendance as l')
    .innerJoin('activity as a', 'a.id', 'l.activityId')
    .leftJoin('organization as o', 'o.id', 'a.organizationId')
    .select(['a.id', 'a.name', 'a.kind', 'a.startsOn', 'a.endsOn', 'a.counts', 'a.organizer', 'o.name as organization', 'l.state', 'l.hours'])
    .where('l.personId', '=', personId)
    .where('a.voidedAt', 'is', null)
    .where('a.startsOn', '<=', lastDayOf(year))
    .where('a.endsOn', '>=', firstDayOf(year))
    .orderBy('a.startsOn')
    .execute()
  return rows.map(row => {
    const share = yearShares(row.startsOn, row.endsOn).get(year) ?? 0
    const counts = row.counts === 1 && countingStates.includes(row.state)
    return {
      recordType: 'activity',
      recordId: row.id,
      title: row.name,
      kind: activityKinds[row.kind],
      startsOn: row.startsOn,
      endsOn: row.endsOn,
      organizer: row.organization ?? row.organizer ?? '',
      state: attendanceStates[row.state],
      hours: row.hours,
      counted: counts ? shown(row.hours * share) : 0,
      why: reason(row.counts === 1, row.state, share, year),
    }
  })
}

function reason(counts: boolean, state: keyof typeof attendanceStates, share: number, year: number): string | null {
  if (!counts) return '活动不计入年度学习任务'
  if (!countingStates.includes(state)) return `${attendanceStates[state]}，不计学时`
  if (share < 1) return `跨年，按天数计入 ${year} 年 ${shown(share * 100)}%`
  return null
}

/** This year and the four before, for a look back. */
async function yearsOf(standings: Standings, last: number): Promise<Opened['years']> {
  const years: Opened['years'] = []
  for (let year = last - 4; year <= last; year++) {
    const [counted] = await standings.in(year)
    if (counted) years.push({ year, done: counted.person.done, target: counted.person.target })
  }
  return years
}
