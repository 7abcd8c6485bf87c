import type { Quota } from '../../shared/quotas/quota.ts'
import { topicNames } from '../../shared/records/topics.ts'
import { lastDayOf, monthOf, yearOf } from '../../shared/rules/days.ts'
import { type Period, periodLabel, periodsOf } from '../../shared/rules/periods.ts'
import { shown } from '../../shared/rules/quota.ts'
import type { Counted, PeriodStanding } from './counted.ts'
import { clausesOn } from './counts.ts'
import type { Ground } from './ground.ts'
import { allQuotas } from './known.ts'
import { readStandings } from './standings.ts'

/** 已完成, 逾期, 进行中, 未到, and nothing asked for. */
export type PlanState = 'met' | 'overdue' | 'open' | 'coming' | 'none'

/** What a body itself does comes first, 组织生活 above all; then what its members owe one by one. */
const planRank = ({ subjects, topic }: Pick<Quota, 'subjects' | 'topic'>): number =>
  (subjects.of === 'people' ? 100 : 0) + (topic === 'life' ? 0 : 1 + topicNames.indexOf(topic))

/** What one period of a quota asks of all its subjects, and how far they are. */
export interface PlanCell extends Period {
  readonly label: string
  /** The months of the year it lies in, first and last, 1 to 12. */
  readonly months: readonly [number, number]
  /** Subjects that owe, and those of them that have done it. */
  readonly due: number
  readonly met: number
  readonly done: number
  readonly target: number
  readonly state: PlanState
}

/** A quota with everyone under it, as the year will end if nothing more is done. */
export interface PlanQuota {
  readonly quota: Quota
  readonly clauses: ReturnType<typeof clausesOn>
  readonly counted: readonly Counted[]
}

/**
 * Every quota in force in a year with all its subjects at or below an organization. Periods that are still to come are reckoned
 * like those that are over: what they ask for is what a plan is made of. In the order of a plan. What stands in the office as a whole is left out.
 */
export async function planQuotas(ground: Ground, asked: { readonly organizationId: string | undefined; readonly year: number }): Promise<PlanQuota[]> {
  const parameters = await ground.parameters()
  const end = lastDayOf(asked.year)
  const found: PlanQuota[] = []
  for (const quota of await allQuotas(ground.db)) {
    if (quota.subjects.of === 'organizations' && quota.subjects.whole) continue
    const clauses = clausesOn(quota, parameters, end)
    if (clauses.length === 0) continue
    const standings = await readStandings(ground, { quota, organizationId: asked.organizationId, today: end })
    found.push({ quota, clauses, counted: await standings.in(asked.year) })
  }
  return found.toSorted((a, b) => planRank(a.quota) - planRank(b.quota))
}

/** The year of one quota for some of its subjects, period by period; empty where none of them owes anything. */
export function planCells(quota: Quota, counted: readonly Counted[], year: number, today: string): PlanCell[] {
  const cells = periodsOf(quota.period, year).map((period, i) => cellOf(quota, period, partsOf(counted, i), { year, today }))
  return cells.some(cell => cell.due > 0) ? cells : []
}

type Part = Pick<PeriodStanding, 'state' | 'met' | 'done' | 'target'>

/** How each subject stands in the i-th period; a quota with one period a year keeps none apart. */
const partsOf = (counted: readonly Counted[], i: number): Part[] =>
  counted.flatMap(one => one.periods[i] ?? (i === 0 && one.periods.length === 0 ? [{ ...one.standing, done: one.done, target: one.target?.amount ?? 0 }] : []))

function cellOf(quota: Quota, period: Period, parts: readonly Part[], { year, today }: { readonly year: number; readonly today: string }): PlanCell {
  const owing = parts.filter(({ state }) => state !== 'none' && state !== 'exempt')
  const met = owing.filter(part => part.met).length
  const month = (day: string, other: number) => (yearOf(day) === year ? monthOf(day) : other)
  return {
    ...period,
    label: periodLabel(quota.period, period),
    months: [month(period.from, 1), month(period.until, 12)],
    due: owing.length,
    met,
    done: shown(owing.reduce((sum, part) => sum + part.done, 0)),
    target: shown(owing.reduce((sum, part) => sum + part.target, 0)),
    state: stateOf(owing.length, met, period, today),
  }
}

function stateOf(due: number, met: number, { from, until }: Period, today: string): PlanState {
  if (due === 0) return 'none'
  if (met === due) return 'met'
  if (until < today) return 'overdue'
  return from > today ? 'coming' : 'open'
}
