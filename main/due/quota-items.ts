import type { DueFound } from '../../shared/due/source.ts'
import { warnFor } from '../../shared/quotas/meetings.ts'
import type { Quota } from '../../shared/quotas/quota.ts'
import { addDays, lastDayOf, yearOf } from '../../shared/rules/days.ts'
import { parameterOn } from '../../shared/rules/parameters.ts'
import { periodsOf } from '../../shared/rules/periods.ts'
import type { Counted } from '../quotas/counted.ts'
import { allQuotas } from '../quotas/known.ts'
import { readStandings } from '../quotas/standings.ts'
import type { Asked, Gather } from './asked.ts'
import { bodyItems, peopleItems, plannedItem, type Unmet } from './behind.ts'

/** What is behind or soon will be, from every quota in use: by period for organizations, together by organization for people. */
export const quotaItems: Gather = async asked => {
  const { db, ground, organizationId, today } = asked
  const found: DueFound[] = []
  for (const quota of await allQuotas(db)) {
    if (!inUse(asked, quota)) continue
    const until = lastDayFor(asked, quota)
    // A year whose periods all end later costs nothing.
    const years = yearsOf(today).filter(year => periodsOf(quota.period, year).some(p => p.until <= until))
    if (years.length === 0) continue
    const standings = await readStandings(ground, { quota, organizationId, today })
    for (const year of years) {
      const counted = await standings.in(year)
      found.push(...itemsOf(quota, counted, { today, year, until }))
      if (asked.until !== undefined) found.push(...plannedItems(quota, counted, { today, year, until: asked.until }))
    }
  }
  return found
}

const inUse = ({ parameters, today }: Asked, quota: Quota): boolean =>
  quota.ownTarget !== undefined || quota.targets.some(({ parameter }) => (parameterOn(parameters, parameter, today)?.value ?? 0) > 0)

/** The running year; in January also the year before, for what ended with it. */
const yearsOf = (today: string): readonly number[] => (today.slice(5, 7) === '01' ? [yearOf(today) - 1, yearOf(today)] : [yearOf(today)])

/** The end of the last period that is shown: one that runs is, once its warning days have begun. */
function lastDayFor({ parameters, today, until }: Asked, { warn, period }: Quota): string {
  const key = warn.days ?? warnFor(period).days
  const days = warn.ownDays ?? (key === undefined ? 0 : (parameterOn(parameters, key, today)?.value ?? 0))
  const own = addDays(today, days)
  return until !== undefined && until > own ? until : own
}

interface Window {
  readonly today: string
  readonly year: number
  readonly until: string
}

function itemsOf(quota: Quota, standings: readonly Counted[], { today, year, until }: Window): readonly DueFound[] {
  const [whole] = periodsOf(quota.period, year)
  const ended = year < yearOf(today) ? lastDayOf(year) : undefined
  const unmetOf = (counted: Counted): readonly Unmet[] => {
    if (!counted.owes || counted.standing.met) return []
    if (counted.periods.length === 0)
      return whole && counted.standing.missing > 0
        ? [{ ...whole, done: counted.done, target: counted.target?.amount ?? 0, missing: counted.standing.missing }]
        : []
    return counted.periods.filter(p => p.missing > 0 && p.until <= until && (ended === undefined || p.until === ended))
  }
  const behind = standings.flatMap(counted => {
    const unmet = unmetOf(counted)
    return unmet.length > 0 ? [{ counted, unmet }] : []
  })
  return quota.subjects.of === 'organizations' ? behind.flatMap(one => bodyItems(quota, one, today)) : peopleItems(quota, behind, today)
}

/** What begins only after today, for the page of a month to come: one line for a quota and period, whoever it will be laid upon. */
function plannedItems(quota: Quota, standings: readonly Counted[], { today, year, until }: Window): readonly DueFound[] {
  return periodsOf(quota.period, year).flatMap((period, i) => {
    if (period.from <= today || period.until > until) return []
    const owing = standings.filter(({ periods }) => periods[i]?.state === 'none' && periods[i].target > 0)
    return plannedItem(quota, period, owing) ?? []
  })
}
