import { sql } from 'kysely'
import type { Person } from '../../shared/domain/person.ts'
import { procedureCase, type ProcedureCase } from '../../shared/domain/procedure-case.ts'
import { further, type Place, type Traveller } from '../../shared/rules/development.ts'
import type { ReadScope } from '../app/scopes.ts'
import { among } from '../db/among.ts'
import { fromRow } from '../records/rows.ts'
import { type CaseDays, daysOf, placeOfCase } from './case-days.ts'
import { changedIds, lastSeq } from './changes-since.ts'
import { openStandings } from './kept.ts'
import { caseGround, casesIn, standingsOf } from './read.ts'

type Db = ReadScope['db']
type Scope = Pick<ReadScope, 'db' | 'today'>

const columns = [
  'id',
  'name',
  'organizationId',
  'category',
  'membershipState',
  'membershipOn',
  'joinedOn',
  'fullMemberOn',
  'sex',
  'bornOn',
  'education',
  'frontline',
] as const
type PersonFacts = Pick<Person, (typeof columns)[number]>

/** A closed case, as far as it counts. */
interface Closed {
  readonly id: string
  readonly personId: string | null
  readonly name: string
  readonly organizationId: string
  readonly closedOn: string
  readonly days: CaseDays
}

interface Kept {
  readonly seq: number
  /** Who became a member before this year is not read. */
  readonly since: number
  readonly people: ReadonlyMap<string, PersonFacts>
  readonly closed: ReadonlyMap<string, Closed>
}

const keptBy = new WeakMap<object, Kept>()
const procedure = 'membership'

export interface Roll {
  readonly travellers: readonly Traveller[]
  /** The keys of those with a step overdue today. */
  readonly overdue: ReadonlySet<string>
}

/**
 * Everyone on the way to membership, and everyone who was admitted or turned away since a year, each once: by the open case, else by the
 * last closed one, else by the roster. Kept between calls and brought up to date by what the audit says has changed.
 */
export async function travellersOf(scope: Scope, since: number): Promise<Roll> {
  const { people, closed } = await upToDate(scope, since)
  const travellers: Traveller[] = []
  const overdue = new Set<string>()
  const taken = new Set<string>()
  for (const found of await openStandings(scope)) {
    const { record } = found
    if (record.procedure !== procedure || (record.personId !== null && taken.has(record.personId))) continue
    if (record.personId !== null) taken.add(record.personId)
    const days = daysOf(found)
    const who = travellerOf({ ...record, closedOn: null, days }, people.get(record.personId ?? ''), record.openedOn)
    travellers.push(who)
    if (days.overdue) overdue.add(who.key)
  }
  const last = new Map<string, Closed>()
  for (const one of closed.values()) {
    const key = one.personId ?? one.id
    if (!taken.has(key) && one.closedOn > (last.get(key)?.closedOn ?? '')) last.set(key, one)
  }
  for (const [key, one] of last) {
    taken.add(key)
    travellers.push(travellerOf(one, people.get(one.personId ?? ''), null))
  }
  for (const person of people.values()) if (!taken.has(person.id)) travellers.push(byRoster(person))
  return { travellers, overdue }
}

type CaseSeen = Omit<Closed, 'closedOn'> & { readonly closedOn: string | null }

function travellerOf(seen: CaseSeen, person: PersonFacts | undefined, openedOn: string | null): Traveller {
  const { id, personId, name, organizationId, closedOn, days } = seen
  const roster = person ? byRoster(person) : undefined
  const received = days.received ?? roster?.received ?? null
  const converted = days.converted ?? roster?.converted ?? null
  const others = [days.confirmed, days.listed, received, converted].flatMap(day => (day === null ? [] : [day]))
  const opened = openedOn !== null && others.every(day => day >= openedOn) ? openedOn : null
  const place = further(placeOfCase(days), roster && roster.now !== 'left' ? roster.now : 'before')
  const member = converted !== null || place === 'full'
  return {
    key: personId ?? id,
    personId,
    caseId: id,
    name,
    organizationId,
    applied: days.applied ?? opened,
    confirmed: days.confirmed,
    listed: days.listed,
    received,
    converted: member ? (converted ?? closedOn) : null,
    left: closedOn !== null && !member ? closedOn : null,
    now: closedOn === null || member ? place : 'left',
    sex: person?.sex ?? null,
    bornOn: person?.bornOn ?? null,
    education: person?.education ?? null,
    frontline: person?.frontline === 'yes',
  }
}

const placeOfCategory: Readonly<Record<Person['category'], Place>> = {
  full: 'full',
  probationary: 'probationary',
  candidate: 'candidate',
  activist: 'activist',
  applicant: 'applicant',
  outside: 'before',
}

/** Who has no case: where the roster puts him, admitted and converted when it says so. */
function byRoster({
  id,
  organizationId,
  name,
  category,
  membershipState,
  membershipOn,
  joinedOn,
  fullMemberOn,
  sex,
  bornOn,
  education,
  frontline,
}: PersonFacts): Traveller {
  const place = placeOfCategory[category]
  const member = place === 'full' || place === 'probationary'
  // A full member who dies or moves away has been admitted all the same; who is on the way and goes is on it no more.
  const gone = place !== 'full' && membershipState !== null && membershipState !== 'normal' && membershipState !== 'suspended'
  return {
    key: id,
    personId: id,
    caseId: null,
    name,
    organizationId,
    applied: null,
    confirmed: null,
    listed: null,
    received: member ? joinedOn : null,
    converted: place === 'full' ? fullMemberOn : null,
    left: gone ? membershipOn : null,
    now: gone ? 'left' : place,
    sex,
    bornOn,
    education,
    frontline: frontline === 'yes',
  }
}

async function upToDate(scope: Scope, since: number): Promise<Kept> {
  const { db } = scope
  const seq = await lastSeq(db)
  const kept = keptBy.get(db)
  if (kept?.seq === seq && kept.since <= since) return kept
  const changed = kept && kept.since <= since ? await changedIds(db, kept.seq) : null
  const next = kept && changed ? await renewed(scope, kept, changed) : await anew(scope, since)
  keptBy.set(db, { ...next, seq })
  return { ...next, seq }
}

async function anew(scope: Scope, since: number): Promise<Omit<Kept, 'seq'>> {
  const { db } = scope
  const closed = await closedCases(scope, await casesIn(db, { procedure, ended: true }))
  const people = await peopleQuery(db).where(counted(since)).execute()
  return { since, people: new Map(people.map(p => [p.id, p])), closed: new Map(closed.map(one => [one.id, one])) }
}

/** On the way, a member since a year, or whoever a case is about. */
const counted = (since: number) => sql<boolean>`(
  category IN ('applicant', 'activist', 'candidate', 'probationary') OR joinedOn >= ${`${since}-01-01`} OR fullMemberOn >= ${`${since}-01-01`}
  OR id IN (SELECT personId FROM procedureCase WHERE procedure = ${procedure} AND personId IS NOT NULL))`

const peopleQuery = (db: Db) => db.selectFrom('person').select(columns).where('voidedAt', 'is', null)

async function closedCases(scope: Scope, cases: Parameters<typeof standingsOf>[1]): Promise<readonly Closed[]> {
  if (cases.length === 0) return []
  const standings = await standingsOf(scope.db, cases, await caseGround(scope))
  return standings.flatMap(found => {
    const { id, personId, name, organizationId, closedOn } = found.record
    return closedOn === null ? [] : [{ id, personId, name, organizationId, closedOn, days: daysOf(found) }]
  })
}

async function renewed(scope: Scope, kept: Kept, changed: ReadonlyMap<string, ReadonlySet<string>>): Promise<Omit<Kept, 'seq'>> {
  const { db } = scope
  const caseIds = new Set(changed.get('procedureCase'))
  const touched = changed.get('caseStep')
  if (touched) for (const { caseId } of await db.selectFrom('caseStep').select('caseId').where(among('id', touched)).execute()) caseIds.add(caseId)
  const personIds = new Set(changed.get('person'))
  let { closed, people } = kept
  if (caseIds.size > 0) {
    const rows = await db.selectFrom('procedureCase').selectAll().where(among('id', caseIds)).where('procedure', '=', procedure).execute()
    const cases = rows.map((row): ProcedureCase => fromRow(procedureCase, row))
    for (const { personId } of cases) if (personId !== null) personIds.add(personId)
    const next = new Map(closed)
    for (const id of caseIds) next.delete(id)
    const still = cases.filter(({ voidedAt, closedOn }) => voidedAt === null && closedOn !== null)
    for (const one of await closedCases(scope, still)) next.set(one.id, one)
    closed = next
  }
  if (personIds.size > 0) {
    const next = new Map(people)
    for (const id of personIds) next.delete(id)
    const found = await peopleQuery(db).where(among('id', personIds)).where(counted(kept.since)).execute()
    for (const person of found) next.set(person.id, person)
    people = next
  }
  return { since: kept.since, people, closed }
}
