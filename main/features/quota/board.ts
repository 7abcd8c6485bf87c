import type { OutputOf } from '../../../shared/api/endpoint.ts'
import type { quotaApi } from '../../../shared/api/quota.ts'
import type { Quota } from '../../../shared/quotas/quota.ts'
import { elapsedShare, firstDayOf, lastDayOf } from '../../../shared/rules/days.ts'
import { shown } from '../../../shared/rules/quota.ts'
import type { ReadScope } from '../../app/scopes.ts'
import type { Counted } from '../../quotas/counted.ts'
import { add, clausesOn, type Counts, none } from '../../quotas/counts.ts'
import { Ground } from '../../quotas/ground.ts'
import { readStandings, type Sum } from '../../quotas/standings.ts'
import { subtreeIds } from '../../records/subtree.ts'

type Board = OutputOf<(typeof quotaApi)['quota.board']>

interface Asked {
  readonly quota: Quota
  readonly year: number
  readonly organizationId?: string | undefined
}

/** A quota's year by organization. */
export async function boardOf({ db, today }: ReadScope, input: Asked): Promise<Board> {
  const { quota, year } = input
  const ground = new Ground(db, { only: quota })
  const standings = await readStandings(ground, { ...input, today, named: false })
  const [current, previous] = [await standings.in(year), await standings.sum(year - 1)]
  const organizations = quota.subjects.of === 'people' ? await bodies(db, input) : current.flatMap(ownRow)
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
      .filter(row => row.members > 0 || row.expected)
      .map(({ expected: _expected, ...row }) => ({
        ...row,
        amount: shown(row.amount),
        months: row.months.map(amount => (row.required ? shown(amount / row.required) : 0)),
        sums: row.months.map(shown),
      })),
    trend: { current: cumulative(sumOf(current)), previous: cumulative(previous) },
    distribution: distributionOf(current),
    clauses: clausesOn(quota, await ground.parameters(), lastDayOf(year)),
  }
}

/** A body under a quota is its own row. */
const ownRow = ({ entry }: Counted) => (entry.of === 'organizations' ? [{ id: entry.id, name: entry.name, parentId: entry.parentId, expected: true }] : [])

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
