import type { OutputOf } from '../../../shared/api/endpoint.ts'
import type { quotaApi } from '../../../shared/api/quota.ts'
import type { Quota } from '../../../shared/quotas/quota.ts'
import { elapsedShare, firstDayOf, lastDayOf } from '../../../shared/rules/days.ts'
import { parameterCatalogue, type ParameterValue } from '../../../shared/rules/parameters.ts'
import { amountOn, shown, type Target } from '../../../shared/rules/quota.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { type Counted, isDue } from '../../quotas/counted.ts'
import { Ground } from '../../quotas/ground.ts'
import { readStandings, type Sum } from '../../quotas/standings.ts'
import { subtreeIds } from '../../records/subtree.ts'

type Board = OutputOf<(typeof quotaApi)['quota.board']>
type Clause = Board['clauses'][number]

export interface Counts {
  members: number
  required: number
  met: number
  near: number
  short: number
  open: number
  exempt: number
  amount: number
  due: number
  kept: number
}

export const none = (): Counts => ({ members: 0, required: 0, met: 0, near: 0, short: 0, open: 0, exempt: 0, amount: 0, due: 0, kept: 0 })

/** The parameter behind a target with its meaning, as a clause to show. */
export function clauseOf({ parameter, amount }: Target, quota: Quota): Clause {
  const meaning = parameterCatalogue[parameter.key]
  return {
    parameter: parameter.key,
    label: meaning?.label ?? quota.label,
    value: parameter.value,
    unit: meaning?.unit ?? quota.unit,
    amount,
    startsOn: parameter.startsOn,
    clause: parameter.clause,
    basis: parameter.basis,
  }
}

/** The targets of a quota as they stand on a day; none where it is not in use. */
export function clausesOn(quota: Quota, parameters: readonly ParameterValue[], day: string): Clause[] {
  if (quota.ownTarget)
    return quota.ownTarget.startsOn <= day ? [clauseOf({ label: quota.label, parameter: quota.ownTarget, amount: quota.ownTarget.value }, quota)] : []
  return quota.targets.flatMap(t => amountOn(t, parameters, day) ?? []).map(target => clauseOf(target, quota))
}

interface Asked {
  readonly quota: Quota
  readonly year: number
  readonly organizationId?: string | undefined
}

/** A quota's year by organization. */
export async function boardOf({ db, today }: ReadScope, input: Asked): Promise<Board> {
  const { quota, year } = input
  const ground = new Ground(db)
  const standings = await readStandings(ground, { ...input, today })
  const [current, previous] = [await standings.in(year), await standings.sum(year - 1)]
  const organizations = await bodies(db, input)
  const rows = new Map(organizations.map(o => [o.id, { ...o, ...none(), months: emptyYear() }]))
  const total = { ...none(), committee: { required: 0, met: 0 } }
  let targets = 0
  for (const counted of current) {
    const row = counted.entry.organizationId === null ? undefined : rows.get(counted.entry.organizationId)
    add(total, counted)
    if (counted.owes) targets += counted.target?.amount ?? 0
    if (row) addWithMonths(row, counted)
    if (counted.entry.role !== 'none' && counted.owes) {
      total.committee.required += 1
      if (counted.standing.met) total.committee.met += 1
    }
  }
  return {
    quota: quota.name,
    year,
    elapsed: elapsedShare(year, today),
    total: { ...total, amount: shown(total.amount), meanTarget: shown(targets / Math.max(1, total.required)) },
    organizations: [...rows.values()]
      .filter(row => row.members > 0 || (row.expected && quota.subjects.of === 'people'))
      .map(({ expected: _expected, ...row }) => ({
        ...row,
        amount: shown(row.amount),
        months: row.months.map(amount => (row.required ? shown(amount / row.required) : 0)),
      })),
    trend: { current: cumulative(sumOf(current)), previous: cumulative(previous) },
    distribution: distributionOf(current),
    clauses: clausesOn(quota, await ground.parameters(), lastDayOf(year)),
  }
}

/** Counts one subject in. */
export function add(counts: Counts, { standing, done, owes, periods }: Counted): void {
  counts.members += 1
  if (standing.state === 'exempt') counts.exempt += 1
  if (!owes) return
  counts.required += 1
  counts.amount += done
  if (standing.met) counts.met += 1
  if (standing.state === 'near') counts.near += 1
  if (standing.state === 'short') counts.short += 1
  if (standing.state === 'open') counts.open += 1
  if (periods.length === 0) {
    if (isDue(standing)) counts.due += 1
    if (standing.met) counts.kept += 1
    return
  }
  for (const period of periods) {
    if (isDue(period)) counts.due += 1
    if (period.state === 'met') counts.kept += 1
  }
}

function addWithMonths(row: Counts & { months: number[] }, counted: Counted): void {
  add(row, counted)
  if (counted.owes) addMonths(row.months, counted)
}

/** By name, not by a loop over names: over twenty thousand people that is several times as fast. */
function addMonths(sums: number[], { total: t }: Counted): void {
  if (!t) return
  const amounts = [t.m01, t.m02, t.m03, t.m04, t.m05, t.m06, t.m07, t.m08, t.m09, t.m10, t.m11, t.m12]
  for (let i = 0; i < 12; i++) sums[i] = (sums[i] ?? 0) + (amounts[i] ?? 0)
}

export const emptyYear = (): number[] => Array.from({ length: 12 }, () => 0)

function sumOf(counted: readonly Counted[]): Sum {
  const months = emptyYear()
  let people = 0
  for (const one of counted) {
    if (!one.owes) continue
    people += 1
    addMonths(months, one)
  }
  return { people, months }
}

/** Mean amounts of those who owe them, by the end of each month. */
function cumulative({ people, months }: Sum): number[] {
  let sum = 0
  return months.map(amount => shown((sum += amount) / Math.max(1, people)))
}

const steps = ['不到四分之一', '四分之一到一半', '一半到四分之三', '四分之三以上', '已够数'] as const

function distributionOf(counted: readonly Counted[]): Board['distribution'] {
  const people = steps.map(() => 0)
  for (const { owes, standing, done, owed } of counted) {
    if (!owes) continue
    const step = standing.met ? 4 : Math.min(3, Math.floor((done / (owed || 1)) * 4))
    people[step] = (people[step] ?? 0) + 1
  }
  return steps.map((label, i) => ({ label, people: people[i] ?? 0 }))
}

/** Every body, also one voided since: people may have stood in it that year. A branch is expected on the board while it existed. */
async function bodies(db: ReadScope['db'], { organizationId, year }: Asked) {
  const rows = await db
    .selectFrom('organization')
    .select(['id', 'name', 'parentId', 'kind', 'foundedOn', 'closedOn', 'voidedAt'])
    .orderBy('nameOrder')
    .execute()
  const below = organizationId ? new Set(await subtreeIds(db, organizationId)) : undefined
  return rows
    .filter(row => !below || below.has(row.id))
    .map(({ kind, foundedOn, closedOn, voidedAt, ...row }) => ({
      ...row,
      expected:
        kind === 'branch' && voidedAt === null && (foundedOn === null || foundedOn <= lastDayOf(year)) && (closedOn === null || closedOn >= firstDayOf(year)),
    }))
}
