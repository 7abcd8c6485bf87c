import { sql } from 'kysely'
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
      personId: entry.id,
      name: entry.name,
      idNumber: maskIdNumber(entry.idNumber),
      organizationId: entry.organizationId,
      organization: entry.organizationId ? (this.#organizations.get(entry.organizationId) ?? '') : '',
      post: entry.post,
      category: entry.category,
      done,
      target: exempt ? 0 : (target?.amount ?? 0),
      targetLabel: target?.label ?? '',
      missing: standing.missing,
      met: standing.met,
      exempt,
      exemptReason: entry.exemptReason,
      state: standing.state,
    }
  }
}

/** Where everyone under a quota stands in a year. The one place where boards, lists, people and forms get it from. */
export async function standings(db: Db, query: StandingsQuery): Promise<Counted[]> {
  return (await readStandings(db, query)).in(query.year)
}

/** The hours of everyone who owes them, in all. */
export interface Sum {
  readonly people: number
  /** January first. */
  readonly months: readonly number[]
}

export interface Standings {
  in(year: number): Promise<Counted[]>
  /** Only the sum, at a fraction of the cost: for a year that is shown for comparison. */
  sum(year: number): Promise<Sum>
}

/** Reads what does not depend on the year once, to be asked for several years. */
export async function readStandings(db: Db, query: Omit<StandingsQuery, 'year'>): Promise<Standings> {
  const quota: Quota = quotas[query.quota]
  const roster = await readRoster(db, { quota: quota.name, categories: quota.categories, ...(query.personIds && { personIds: query.personIds }) })
  const below = query.organizationId ? new Set(await subtreeIds(db, query.organizationId)) : undefined
  const names = new Map((await db.selectFrom('organization').select(['id', 'name']).execute()).map(o => [o.id, o.name]))
  const parameters = await parametersIn(db)
  const rosterIn = (year: number) => {
    const entries = roster({ from: firstDayOf(year), until: lastDayOf(year) })
    return below ? entries.filter(e => e.organizationId !== null && below.has(e.organizationId)) : entries
  }
  return {
    async in(year) {
      const until = lastDayOf(year)
      const totals = await totalsIn(db, quota.tally, year, query.personIds)
      const warnWithin = parameterOn(parameters, quota.warnWithin, until)?.value ?? 0
      const periodOver = query.today > until
      const targets = targetsFor(quota, parameters, until)
      return rosterIn(year).map(entry => {
        const target = targets(entry)
        const total = totals.get(entry.id)
        const standing = standingOf({ done: shown(total?.hours ?? 0), target: target?.amount, exempt: entry.exemptReason !== null, periodOver, warnWithin })
        return new Counted(entry, target, total, standing, names)
      })
    },
    async sum(year) {
      const targets = targetsFor(quota, parameters, lastDayOf(year))
      const owing = rosterIn(year).filter(entry => entry.exemptReason === null && targets(entry) !== undefined)
      return {
        people: owing.length,
        months: await monthsOf(
          db,
          quota.tally,
          year,
          owing.map(entry => entry.id),
        ),
      }
    },
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
export const parametersIn = (db: Db): Promise<ParameterValue[]> =>
  db.selectFrom('parameter').select(['key', 'value', 'startsOn', 'clause', 'basis']).where('voidedAt', 'is', null).execute()

async function totalsIn(db: Db, tally: string, year: number, personIds: readonly string[] | undefined): Promise<Map<string, Total>> {
  let totals = db
    .selectFrom('tally')
    .select(['personId', 'hours', ...monthColumns])
    .where('tally', '=', tally)
    .where('year', '=', year)
  if (personIds && personIds.length < 500) totals = totals.where('personId', 'in', [...personIds])
  const byPerson = new Map<string, Total>()
  for (const row of await totals.execute()) byPerson.set(row.personId, row)
  return byPerson
}

async function monthsOf(db: Db, tally: string, year: number, personIds: readonly string[]): Promise<number[]> {
  const sums = await db
    .selectFrom('tally')
    .select(monthColumns.map(column => sql<number | null>`sum(${sql.ref(column)})`.as(column)))
    .where('tally', '=', tally)
    .where('year', '=', year)
    // The plus keeps SQLite from looking up each person by key: one pass over the year is cheaper.
    .where(sql<boolean>`+personId IN (SELECT value FROM json_each(${JSON.stringify(personIds)}))`)
    .executeTakeFirstOrThrow()
  return monthColumns.map(column => sums[column] ?? 0)
}
