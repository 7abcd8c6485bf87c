import { sql } from 'kysely'
import { type activityKinds, type AttendanceState, countingStates, isExpected } from '../../../shared/domain/activity.ts'
import { type GroupHours, noHours, type StudyGroup, studyGroupOf } from '../../../shared/forms/study-kinds.ts'
import { firstDayOf, lastDayOf } from '../../../shared/rules/days.ts'
import type { ReadScope } from '../../app/scopes.ts'

type Db = ReadScope['db']
type ActivityKind = keyof typeof activityKinds

/** From so many people on, going through the year's activities costs less than each person's lines of all years. */
const manyPeople = 100

/** These people's lines of attendance at activities that count and touch the year. */
const linesIn = (db: Db, year: number, personIds: readonly string[]) =>
  (personIds.length > manyPeople ? throughActivities(db) : throughPeople(db))
    .where(sql<boolean>`${personIds.length > manyPeople ? sql`+` : sql``}l.personId IN (SELECT value FROM json_each(${JSON.stringify(personIds)}))`)
    .where('a.voidedAt', 'is', null)
    .where('a.counts', '=', 1)
    .where('a.startsOn', '<=', lastDayOf(year))
    .where('a.endsOn', '>=', firstDayOf(year))

/** A cross join is read in the order in which it is written, and a plus keeps the index by person out of it. */
const throughActivities = (db: Db) => db.selectFrom('activity as a').crossJoin('attendance as l').whereRef('l.activityId', '=', 'a.id')

const throughPeople = (db: Db) => db.selectFrom('activity as a').innerJoin('attendance as l', 'l.activityId', 'a.id')

/** The hours that count in the year: of a class over the new year, its days' share. */
const countedIn = (year: number) => sql<number>`l.hours * CASE WHEN a.startsOn >= ${firstDayOf(year)} AND a.endsOn <= ${lastDayOf(year)} THEN 1
  ELSE (julianday(min(a.endsOn, ${lastDayOf(year)})) - julianday(max(a.startsOn, ${firstDayOf(year)})) + 1) / (julianday(a.endsOn) - julianday(a.startsOn) + 1) END`

/** Each person's hours in the year by column of 各类培训, not yet rounded. */
export async function hoursByGroup(db: Db, year: number, personIds: readonly string[]): Promise<ReadonlyMap<string, GroupHours>> {
  const rows = await linesIn(db, year, personIds)
    .where('l.state', 'in', countingStates)
    .groupBy(['l.personId', 'a.kind'])
    .select(['l.personId', 'a.kind', sql<number>`sum(${countedIn(year)})`.as('hours')])
    .execute()
  const hours = new Map<string, Record<StudyGroup, number>>()
  for (const row of rows) {
    const own = hours.get(row.personId) ?? { ...noHours }
    own[studyGroupOf(row.kind)] += row.hours
    hours.set(row.personId, own)
  }
  return hours
}

/** What a person took part in and what not, in figures, by column of 各类培训. */
export interface Chances {
  readonly registered: number
  readonly missed: ReadonlyMap<StudyGroup, number>
  /** Of the missed, how many on leave. */
  readonly onLeave: number
}

export async function chancesOf(db: Db, year: number, personIds: readonly string[]): Promise<ReadonlyMap<string, Chances>> {
  const rows = await linesIn(db, year, personIds)
    .groupBy(['l.personId', 'a.kind', 'l.state'])
    .select(['l.personId', 'a.kind', 'l.state', e => e.fn.countAll<number>().as('times')])
    .execute()
  const chances = new Map<string, { registered: number; missed: Map<StudyGroup, number>; onLeave: number }>()
  for (const { personId, kind, state, times } of rows) {
    const own = chances.get(personId) ?? { registered: 0, missed: new Map<StudyGroup, number>(), onLeave: 0 }
    // Who was not expected has missed nothing.
    if (!isExpected(state)) continue
    own.registered += times
    if (state === 'leave') own.onLeave += times
    if (!countingStates.includes(state)) own.missed.set(studyGroupOf(kind), (own.missed.get(studyGroupOf(kind)) ?? 0) + times)
    chances.set(personId, own)
  }
  return chances
}

export interface AttendedLine {
  readonly personId: string
  readonly name: string
  readonly kind: ActivityKind
  readonly startsOn: string
  readonly endsOn: string
  readonly organizer: string
  readonly state: AttendanceState
  readonly counted: number
}

/** Every line that gave hours in the year, by person, in the order of the days. */
export async function attendedLines(db: Db, year: number, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly AttendedLine[]>> {
  const rows = await linesIn(db, year, personIds)
    .leftJoin('organization as o', 'o.id', 'a.organizationId')
    .where('l.state', 'in', countingStates)
    .select(['l.personId', 'a.name', 'a.kind', 'a.startsOn', 'a.endsOn', 'a.organizer', 'o.name as organization', 'l.state', countedIn(year).as('counted')])
    .orderBy('a.startsOn')
    .orderBy('a.endsOn')
    .orderBy('a.id')
    .execute()
  return Map.groupBy(
    rows.map(({ organization, organizer, ...row }) => ({ ...row, organizer: organization ?? organizer ?? '' })),
    row => row.personId,
  )
}
