import type { QuotaPerson } from '../../shared/api/quota.ts'
import { type QuotaName, quotas } from '../../shared/quotas/index.ts'
import type { Quota } from '../../shared/quotas/quota.ts'
import { firstDayOf, lastDayOf } from '../../shared/rules/days.ts'
import { maskIdNumber } from '../../shared/rules/id-number.ts'
import { type ParameterValue, parameterOn } from '../../shared/rules/parameters.ts'
import { shown, standingOf, type Target, targetOf } from '../../shared/rules/quota.ts'
import type { ReadScope } from '../app/scopes.ts'
import { monthColumns } from '../db/schema.ts'
import { subtreeIds } from '../records/subtree.ts'
import { type RosterEntry, rosterOf } from './roster.ts'

type Db = ReadScope['db']

export interface StandingsQuery {
  readonly quota: QuotaName
  readonly year: number
  /** Only this organization and those below it, as people stood in that year. */
  readonly organizationId?: string | undefined
  readonly personIds?: readonly string[] | undefined
  readonly today: string
}

/** Someone's standing with what it was made from. */
export interface Counted {
  readonly entry: RosterEntry
  readonly target: Target | undefined
  readonly person: QuotaPerson
  /** Hours by month, January first; absent for someone without any. */
  readonly months: readonly number[] | undefined
}

/** Where everyone under a quota stands in a year. The one place where boards, lists, people and forms get it from. */
export async function standings(db: Db, query: StandingsQuery): Promise<Counted[]> {
  const quota: Quota = quotas[query.quota]
  const [from, until] = [firstDayOf(query.year), lastDayOf(query.year)]
  const roster = await rosterOf(db, { quota: quota.name, categories: quota.categories, from, until, ...(query.personIds && { personIds: query.personIds }) })
  const below = query.organizationId ? new Set(await subtreeIds(db, query.organizationId)) : undefined
  const names = new Map((await db.selectFrom('organization').select(['id', 'name']).execute()).map(o => [o.id, o.name]))
  const parameters = await parametersIn(db)
  const totals = await totalsIn(db, quota.tally, query)
  const warnWithin = parameterOn(parameters, quota.warnWithin, until)?.value ?? 0
  const periodOver = query.today > until
  const targets = targetsFor(quota, parameters, until)
  const counted: Counted[] = []
  for (const entry of roster) {
    if (below && !(entry.organizationId && below.has(entry.organizationId))) continue
    const target = targets(entry)
    const total = totals.get(entry.id)
    const done = shown(total?.hours ?? 0)
    const exempt = entry.exemptReason !== null
    const owed = exempt ? 0 : (target?.parameter.value ?? 0)
    const standing = standingOf({ done, target: target?.parameter.value, exempt, periodOver, warnWithin })
    const person: QuotaPerson = {
      personId: entry.id, name: entry.name, idNumber: maskIdNumber(entry.idNumber), organizationId: entry.organizationId,
      organization: entry.organizationId ? (names.get(entry.organizationId) ?? '') : '', post: entry.post, category: entry.category,
      done, target: owed, targetLabel: target?.label ?? '', missing: standing.missing, met: standing.met, exempt, exemptReason: entry.exemptReason, state: standing.state,
    }
    counted.push({ entry, target, person, months: total?.months })
  }
  return counted
}

/** Everyone of the same role and unit is under the same target, so it is looked up once for each such kind of person. */
function targetsFor(quota: Quota, parameters: readonly ParameterValue[], until: string): (entry: RosterEntry) => Target | undefined {
  const known = new Map<string, Target | undefined>()
  return entry => {
    const kind = `${entry.role}/${entry.unitKind}/${entry.category}/${entry.leader}`
    if (!known.has(kind)) known.set(kind, targetOf(quota, entry, parameters, until))
    return known.get(kind)
  }
}

/** Every parameter that is kept, for rules to choose from by day. */
export const parametersIn = (db: Db): Promise<ParameterValue[]> => db.selectFrom('parameter').select(['key', 'value', 'startsOn', 'clause', 'basis']).where('voidedAt', 'is', null).execute()

async function totalsIn(db: Db, tally: string, query: StandingsQuery): Promise<Map<string, { hours: number; months: number[] }>> {
  let totals = db.selectFrom('tally').select(['personId', 'hours', ...monthColumns]).where('tally', '=', tally).where('year', '=', query.year)
  if (query.personIds && query.personIds.length < 500) totals = totals.where('personId', 'in', [...query.personIds])
  const rows = await totals.execute()
  return new Map(rows.map(row => [row.personId, { hours: row.hours, months: monthColumns.map(column => row[column]) }]))
}
