import type { ActivityKind } from '../../../shared/domain/activity.ts'
import { meetingKindOf } from '../../../shared/quotas/meetings.ts'
import type { Quota } from '../../../shared/quotas/quota.ts'
import { yearOf } from '../../../shared/rules/days.ts'
import { type Period, periodLabel, periodsOf } from '../../../shared/rules/periods.ts'
import type { Counted } from '../../quotas/counted.ts'
import type { Ground } from '../../quotas/ground.ts'
import { allQuotas } from '../../quotas/known.ts'
import { readStandings } from '../../quotas/standings.ts'

/** A meeting that a body still owes within some days. */
export interface OwedMeeting {
  readonly organizationId: string
  readonly kind: ActivityKind
  /** 10 月, 第四季度: within which it is to be held. */
  readonly when: string
  /** The last day of that. */
  readonly until: string
}

/** Which meetings bodies at or below an organization still owe within a period, by the quotas in force; also of months that are still to come. */
export async function owedMeetings(
  ground: Ground,
  asked: Period & { readonly organizationId: string | undefined },
): Promise<ReadonlyMap<string, OwedMeeting[]>> {
  const owed = new Map<string, OwedMeeting[]>()
  const year = yearOf(asked.until)
  for (const quota of await allQuotas(ground.db)) {
    const kind = meetingKindOf(quota)
    if (kind === undefined) continue
    // As it will stand on the last day: what is still to come is owed too.
    const standings = await readStandings(ground, { quota, organizationId: asked.organizationId, today: asked.until })
    for (const counted of await standings.in(year)) {
      for (const { period, missing } of missingOf(quota, counted, asked, year)) {
        const meeting = { organizationId: counted.entry.id, kind, when: periodLabel(quota.period, period), until: period.until }
        const list = owed.get(counted.entry.id) ?? []
        owed.set(counted.entry.id, [...list, ...Array.from({ length: Math.ceil(missing) }, () => meeting)])
      }
    }
  }
  for (const list of owed.values()) list.sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0))
  return owed
}

/** What is missing in the periods that end within the days asked for, and in a quarter that the month asked for lies in. */
function missingOf(quota: Quota, counted: Counted, { from, until }: Period, year: number): { readonly period: Period; readonly missing: number }[] {
  const isAsked = (p: Period) => (p.until >= from && p.until <= until) || (quota.period === 'quarter' && p.from <= from && p.until >= until)
  if (counted.periods.length > 0) return counted.periods.filter(p => isAsked(p) && p.missing > 0).map(period => ({ period, missing: period.missing }))
  const [period] = periodsOf(quota.period, year)
  return period && isAsked(period) && counted.standing.missing > 0 ? [{ period, missing: counted.standing.missing }] : []
}
