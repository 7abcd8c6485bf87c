import type { QuotaPerson } from '../../shared/api/quota.ts'
import { type QuotaName, quotas } from '../../shared/quotas/index.ts'
import type { Quota } from '../../shared/quotas/quota.ts'
import { firstDayOf, lastDayOf } from '../../shared/rules/days.ts'
import { maskIdNumber } from '../../shared/rules/id-number.ts'
import { type ParameterValue, parameterOn } from '../../shared/rules/parameters.ts'
import { shown, type Standing, standingOf, type Target, targetOf } from '../../shared/rules/quota.ts'
import type { ReadScope } from '../app/scopes.ts'
import { monthColumns, type TallyTable } from '../db/schema.ts'
import { subtreeIds } from '../records/subtree.ts'
import { readRoster, type RosterEntry } from './roster.ts'

type Db = ReadScope['db']
type Total = Pick<TallyTable, 'hours' | (typeof monthColumns)[number]>

export interface StandingsQuery {
  readonly quota: QuotaName
  readonly year: number
  /** Only this organization and those below it, as people stood in that year. */
  readonly organizationId?: string | undefined
  readonly personIds?: readonly string[] | undefined
  readonly today: string
}

/** Someone's standing with what it was made from. */
export class Counted {
  readonly entry: RosterEntry
  readonly target: Target | undefined
  readonly done: number
  readonly standing: Standing
  /** Hours by month as they are kept; absent for someone without any. */
  readonly total: Total | undefined
  readonly #organizations: ReadonlyMap<string, string>

  constructor(entry: RosterEntry, target: Target | undefined, total: Total | undefined, standing: Standing, organizations: ReadonlyMap<string, string>) {
    this.entry = entry
    this.target = target
    this.done = shown(total?.hours ?? 0)
    this.standing = standing
    this.total = total
    this.#organizations = organizations
  }

  /** Under a target, and not exempt from it. */
  get owes(): boolean {
    return this.standing.state !== 'exempt' && this.standing.state !== 'none'
  }

  /** Hours by month, January first; absent for someone without any. */
  get months(): readonly number[] | undefined {
    const { total } = this
    return total && monthColumns.map(column => total[column])
  }

  /** As lists show it. Made when asked for: a board of twenty thousand never asks. */
  get person(): QuotaPerson {
    const { entry, target, standing, done } = this
    const exempt = entry.exemptReason !== null
    return {
      personId: entry.id, name: entry.name, idNumber: maskIdNumber(entry.idNumber), organizationId: entry.organizationId,
      organization: entry.organizationId ? (this.#organizations.get(entry.organizationId) ?? '') : '', post: entry.post, category: entry.category,
      done, target: exempt ? 0 : (target?.amount ?? 0), targetLabel: target?.label ?? '', missing: standing.missing, met: standing.met, exempt,
      exemptReason: entry.exemptReason, state: standing.state,
    }
  }
}

/** Where everyone under a quota stands in a year. The one place where boards, lists, people and forms get it from. */
export async function standings(db: Db, query: StandingsQuery): Promise<Counted[]> {
  return (await readStandings(db, query))(query.year)
}

/** Reads what does not depend on the year once, to be asked for several years. */
export async function readStandings(db: Db, query: Omit<StandingsQuery, 'year'>): Promise<(year: number) => Promise<Counted[]>> {
  const quota: Quota = quotas[query.quota]
  const roster = await readRoster(db, { quota: quota.name, categories: quota.categories, ...(query.personIds && { personIds: query.personIds }) })
  const below = query.organizationId ? new Set(await subtreeIds(db, query.organizationId)) : undefined
  const names = new Map((await db.selectFrom('organization').select(['id', 'name']).execute()).map(o => [o.id, o.name]))
  const parameters = await parametersIn(db)
  return async year => {
    const [from, until] = [firstDayOf(year), lastDayOf(year)]
    const totals = await totalsIn(db, quota.tally, year, query.personIds)
    const warnWithin = parameterOn(parameters, quota.warnWithin, until)?.value ?? 0
    const periodOver = query.today > until
    const targets = targetsFor(quota, parameters, until)
    const counted: Counted[] = []
    for (const entry of roster({ from, until })) {
      if (below && !(entry.organizationId && below.has(entry.organizationId))) continue
      const target = targets(entry)
      const total = totals.get(entry.id)
      const standing = standingOf({ done: shown(total?.hours ?? 0), target: target?.amount, exempt: entry.exemptReason !== null, periodOver, warnWithin })
      counted.push(new Counted(entry, target, total, standing, names))
    }
    return counted
  }
}

/** Everyone of the same role and unit is under the same target, so it is looked up once for each such kind of person. */
function targetsFor(quota: Quota, parameters: readonly ParameterValue[], until: string): (entry: RosterEntry) => Target | undefined {
  const known = new Map<string, Target | undefined>()
  return entry => {
    const kind = `${entry.role}/${entry.unitKind}/${entry.category}/${entry.leader}`
    const target = known.get(kind)
    if (target !== undefined || known.has(kind)) return target
    known.set(kind, targetOf(quota, entry, parameters, until))
    return known.get(kind)
  }
}

/** Every parameter that is kept, for rules to choose from by day. */
export const parametersIn = (db: Db): Promise<ParameterValue[]> => db.selectFrom('parameter').select(['key', 'value', 'startsOn', 'clause', 'basis']).where('voidedAt', 'is', null).execute()

async function totalsIn(db: Db, tally: string, year: number, personIds: readonly string[] | undefined): Promise<Map<string, Total>> {
  let totals = db.selectFrom('tally').select(['personId', 'hours', ...monthColumns]).where('tally', '=', tally).where('year', '=', year)
  if (personIds && personIds.length < 500) totals = totals.where('personId', 'in', [...personIds])
  const byPerson = new Map<string, Total>()
  for (const row of await totals.execute()) byPerson.set(row.personId, row)
  return byPerson
}
