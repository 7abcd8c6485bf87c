import { AppError } from '../../shared/errors.ts'
import { type QuotaName, shippedQuota } from '../../shared/quotas/index.ts'
import { officeSubject } from '../../shared/quotas/measure.ts'
import type { PersonFacts, Quota } from '../../shared/quotas/quota.ts'
import { firstDayOf, lastDayOf, yearOf } from '../../shared/rules/days.ts'
import { type ParameterValue, parameterOn } from '../../shared/rules/parameters.ts'
import { amountIn, type Period, periodsOf } from '../../shared/rules/periods.ts'
import { type Clock, shown, standingOf, type Target, targetOf, togetherOf } from '../../shared/rules/quota.ts'
import type { ReadScope } from '../app/scopes.ts'
import { monthColumns } from '../db/schema.ts'
import { subtreeIds } from '../records/subtree.ts'
import { Counted, type Made, type PeriodStanding } from './counted.ts'
import { type Entry, Ground } from './ground.ts'
import { exemptionIn, type RosterEntry } from './roster.ts'
import { monthsOf, sumsBetween, sumsOf, type Total, type Totals, totalsIn } from './totals.ts'

type Db = ReadScope['db']

/** The amounts of everyone who owes them, in all. */
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

export interface StandingsQuery {
  readonly quota: Quota
  readonly today: string
  /** Only this organization and those below it, as they stood in that year. */
  readonly organizationId?: string | undefined
  /** Only these subjects. */
  readonly ids?: readonly string[] | undefined
  /** False where nobody will be listed: the names of organizations are not read. */
  readonly named?: false
  /** Other totals than those kept: of a quota that is only looked at. */
  readonly totals?: ((year: number) => Totals) | undefined
  /** Other parameters than those in force: of a change that is only looked at. */
  readonly parameters?: readonly ParameterValue[] | undefined
}

/** Where everyone under a quota stands in a year. The one place where boards, lists, drill-down, reminders and forms get it from. */
export async function standings(db: Db, query: StandingsQuery & { readonly year: number }): Promise<Counted[]> {
  return (await readStandings(new Ground(db, { ids: query.ids, only: query.quota }), query)).in(query.year)
}

/** The same for a quota that is laid upon people. */
export async function peopleStandings(
  db: Db,
  query: Omit<StandingsQuery, 'quota'> & { readonly quota: QuotaName; readonly year: number },
): Promise<CountedPerson[]> {
  const quota = shippedQuota(query.quota)
  if (!quota) throw new Error(`no quota ${query.quota}`)
  return (await standings(db, { ...query, quota })).filter(ofPerson)
}

export type CountedPerson = Counted<RosterEntry>
const ofPerson = (counted: Counted): counted is CountedPerson => counted.entry.of === 'people'

/** Reads what does not depend on the year once, to be asked for several years. */
export async function readStandings(ground: Ground, query: StandingsQuery): Promise<Standings> {
  const { quota, today } = query
  const below = query.organizationId ? new Set(await belowKept(ground.db, query.organizationId)) : undefined
  const organizations = query.named === false ? new Map<string, string>() : await ground.organizations()
  const parameters = query.parameters ?? (await ground.parameters())
  const entriesIn = async (year: number) => {
    const period = { from: firstDayOf(year), until: lastDayOf(year) }
    const entries = (await ground.entries(quota.subjects, period)).filter(entry => isUnder(quota, entry))
    return below ? entries.filter(e => e.organizationId !== null && below.has(e.organizationId)) : entries
  }
  const totalsOf = async (year: number) => query.totals?.(year) ?? totalsIn(ground.db, quota.measure, year, today, query.ids)
  return {
    async in(year) {
      const totals = await totalsOf(year)
      const make = await makerFor(ground.db, quota, { year, today, parameters, totals: query.totals })
      return (await entriesIn(year)).map(entry => new Counted(make(entry, totals.get(entry.id)), organizations))
    },
    async sum(year) {
      const until = lastDayOf(year)
      const targets = targetsFor(quota, parameters)
      const whole = { from: firstDayOf(year), until }
      const owing = (await entriesIn(year)).filter(entry => freedIn(quota, entry, whole) === null && targets(entry, until) !== undefined)
      const ids = owing.map(entry => entry.id)
      return { people: owing.length, months: quota.measure.lasting ? monthColumns.map(() => 0) : await monthsOf(ground.db, quota.measure.tally, year, ids) }
    },
  }
}

/** An organization and all below it; what is on no file, also not as voided, is refused. */
async function belowKept(db: Db, organizationId: string): Promise<readonly string[]> {
  const kept = await db.selectFrom('organization').select('id').where('id', '=', organizationId).executeTakeFirst()
  if (!kept && organizationId !== officeSubject) throw new AppError('record.notFound', { label: '党组织' })
  return subtreeIds(db, organizationId)
}

/** Whether a quota is laid upon someone at all. */
function isUnder(quota: Quota, entry: Entry): boolean {
  const { subjects } = quota
  if (subjects.of === 'organizations')
    return entry.of === 'organizations' && (subjects.whole || subjects.kinds.includes(entry.kind)) && (subjects.only?.(entry) ?? true)
  if (entry.of !== 'people') return false
  const facts: PersonFacts = entry
  return subjects.categories.some(category => category === entry.category) && (subjects.only?.(facts) ?? true)
}

/** The day from which the quota runs for someone, where it did not always. */
function sinceOf(quota: Quota, entry: Entry): string | null {
  if (entry.of === 'organizations') return entry.foundedOn
  return quota.subjects.of === 'people' ? entry[quota.subjects.since] : null
}

function freedIn(quota: Quota, entry: Entry, period: Period): string | null {
  const undated = entry.of === 'people' && quota.subjects.of === 'people' && quota.subjects.rosterExempts ? entry.rosterReason : null
  return exemptionIn(undated, entry.exemptions, quota.name, period)
}

type Maker = (entry: Entry, total: Total | undefined) => Made<Entry>

type At = Pick<StandingsQuery, 'totals' | 'today'> & { readonly year: number; readonly parameters: readonly ParameterValue[] }

async function makerFor(db: Db, quota: Quota, at: At): Promise<Maker> {
  const { year, today, parameters, totals } = at
  const periods = periodsOf(quota.period, year)
  const targets = targetsFor(quota, parameters)
  const clock: Clock = {
    today,
    warnWithin: quota.warn.within === undefined ? undefined : (parameterOn(parameters, quota.warn.within, lastDayOf(year))?.value ?? 0),
    warnDays: quota.warn.ownDays ?? (quota.warn.days === undefined ? undefined : parameterOn(parameters, quota.warn.days, today)?.value),
    running: quota.running,
  }
  const [only] = periods
  if (periods.length === 1 && only) {
    const earlier =
      quota.period !== 'fiveYears'
        ? undefined
        : totals
          ? sumsOf(totals, yearOf(only.from), yearOf(only.until))
          : await sumsBetween(db, quota.measure, yearOf(only.from), yearOf(only.until))
    return (entry, total) => {
      const target = targets(entry, only.until)
      const exemptReason = freedIn(quota, entry, { from: firstDayOf(year), until: lastDayOf(year) })
      const done = shown(earlier ? (earlier.get(entry.id) ?? 0) : (total?.amount ?? 0))
      const binds = startsWithin(quota, entry, only) && !endsWithin(entry, only)
      const standing = standingOf({ done, target: binds ? target?.amount : undefined, exempt: exemptReason !== null, period: only }, clock)
      return { entry, target, done, standing, exemptReason, total, periods: [] }
    }
  }
  return (entry, total) => {
    const months = total ? monthColumns.map(column => total[column]) : undefined
    const standing = periods.map(period =>
      periodStanding({ quota, entry, period, done: shown(months ? amountIn(months, period) : 0), target: targets(entry, period.until), clock }),
    )
    const together = togetherOf(standing)
    const exemptReason = together.state === 'exempt' ? freedIn(quota, entry, periods.findLast(p => p.from <= today) ?? { from: today, until: today }) : null
    const latest = periods.findLast(p => p.from <= today) ?? periods.at(-1)
    return {
      entry,
      target: targets(entry, latest?.until ?? today),
      done: shown(total?.amount ?? 0),
      standing: together,
      exemptReason,
      total,
      periods: standing,
    }
  }
}

function periodStanding(given: { quota: Quota; entry: Entry; period: Period; done: number; target: Target | undefined; clock: Clock }): PeriodStanding {
  const { quota, entry, period, done, target, clock } = given
  const binds = startsWithin(quota, entry, period) && !endsWithin(entry, period)
  const exempt = freedIn(quota, entry, period) !== null
  return { ...period, done, target: target?.amount ?? 0, ...standingOf({ done, target: binds ? target?.amount : undefined, exempt, period }, clock) }
}

/** Whether a period counts for someone who came during it: by the quota's rule for newcomers. */
function startsWithin(quota: Quota, entry: Entry, { from, until }: Period): boolean {
  const since = sinceOf(quota, entry)
  if (since === null) return true
  return quota.subjects.newcomers === 'thisPeriod' ? since <= until : since <= from
}

/** A body that was closed in a period owes nothing for it. */
const endsWithin = (entry: Entry, { until }: Period): boolean => entry.of === 'organizations' && entry.closedOn !== null && entry.closedOn <= until

/** Everyone of the same role and unit is under the same target, so it is looked up once for each such kind of subject and day. */
function targetsFor(quota: Quota, parameters: readonly ParameterValue[]): (entry: Entry, until: string) => Target | undefined {
  const known = new Map<string, Target | undefined>()
  return (entry, until) => {
    const kind = `${until}/${entry.role}/${entry.unitKind}/${entry.category}/${entry.leader}/${entry.leaderLevel}`
    const target = known.get(kind)
    if (target !== undefined || known.has(kind)) return target
    known.set(kind, targetOf(quota, entry, parameters, until))
    return known.get(kind)
  }
}
