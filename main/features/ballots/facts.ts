import type { OutputOf } from '../../../shared/api/endpoint.ts'
import type { ballotsApi } from '../../../shared/api/ballots.ts'
import type { BallotRow } from '../../../shared/domain/ballot.ts'
import { ballotGrades } from '../../../shared/domain/ballot-words.ts'
import { mobilityStates } from '../../../shared/domain/person.ts'
import { meetingKinds } from '../../../shared/domain/meeting.ts'
import { firstDayOf, lastDayOf } from '../../../shared/rules/days.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { among } from '../../db/among.ts'
import { peopleStandings } from '../../quotas/standings.ts'

export type Fact = OutputOf<(typeof ballotsApi)['ballot.get']>['rows'][number]['facts'][number]

/**
 * What the records of the year say of those on the list: hours against their target, meetings attended, contacts with the masses, whether
 * floating. policy 001 has it taken into 民主评议; it stands beside the name and changes no vote.
 */
export async function factsOf({ db, today }: Pick<ReadScope, 'db' | 'today'>, rows: readonly BallotRow[], year: number): Promise<ReadonlyMap<string, Fact[]>> {
  const ids = rows.flatMap(row => (row.personId === null ? [] : [row.personId]))
  const facts = new Map<string, Fact[]>(ids.map(id => [id, []]))
  if (ids.length === 0) return facts
  const say = (id: string, fact: Fact) => facts.get(id)?.push(fact)
  for (const { entry, done, target, standing } of await peopleStandings(db, { quota: 'study-hours', year, ids, today })) {
    const asked = target ? ` / ${target.amount}` : ''
    say(entry.id, { label: '学时', value: `${done}${asked}`, tone: standing.state === 'short' ? 'short' : standing.state === 'met' ? 'good' : 'plain' })
  }
  for (const { personId, attended, expected } of await meetingsOf(db, ids, year))
    say(personId, { label: '组织生活', value: `${attended} / ${expected}`, tone: 2 * attended < expected ? 'short' : 'plain' })
  for (const { personId, visits } of await contactsOf(db, ids, year)) say(personId, { label: '联系群众', value: `${visits} 次`, tone: 'plain' })
  for (const { id, mobility } of await db.selectFrom('person').select(['id', 'mobility']).where(among('id', ids)).execute()) {
    if (mobility === 'floating' || mobility === 'lost') say(id, { label: '流动', value: mobilityStates[mobility], tone: 'short' })
  }
  for (const { id, held, grade } of await bodyGrades(db, ids, year))
    say(id, { label: '党建考核', value: `${held} 年${ballotGrades[grade]}`, tone: ['basic', 'unqualified'].includes(grade) ? 'short' : 'plain' })
  return facts
}

/** How 党建责任制考核 judged the bodies that they lead, lately: 001 has it taken into the assessment of cadres. */
async function bodyGrades(db: ReadScope['db'], ids: readonly string[], year: number) {
  const found = await db
    .selectFrom('person as p')
    .innerJoin('gradeDecision as g', 'g.organizationId', 'p.organizationId')
    .innerJoin('ballot as b', 'b.id', 'g.ballotId')
    .select(['p.id', 'g.year as held', 'g.grade'])
    .where(among('p.id', ids))
    .where('p.partyPost', 'like', '%书记%')
    .where('b.kind', '=', 'dutyAssessment')
    .where('b.voidedAt', 'is', null)
    .where('g.voidedAt', 'is', null)
    .where('g.year', '>=', year - 1)
    .where('g.year', '<=', year)
    .orderBy('g.year')
    .orderBy('g.decidedOn')
    .execute()
  return new Map(found.map(row => [row.id, row])).values()
}

const meetingsOf = (db: ReadScope['db'], ids: readonly string[], year: number) =>
  db
    .selectFrom('attendance as l')
    .innerJoin('activity as a', 'a.id', 'l.activityId')
    .select(['l.personId', e => e.fn.countAll<number>().as('expected')])
    .select(e => e.fn.sum<number>(e.case().when('l.state', 'in', ['present', 'makeup']).then(1).else(0).end()).as('attended'))
    .where(among('l.personId', ids))
    .where('a.voidedAt', 'is', null)
    .where('a.kind', 'in', meetingKinds)
    .where('a.startsOn', '>=', firstDayOf(year))
    .where('a.startsOn', '<=', lastDayOf(year))
    .where('l.state', '<>', 'excused')
    .groupBy('l.personId')
    .execute()

const contactsOf = (db: ReadScope['db'], ids: readonly string[], year: number) =>
  db
    .selectFrom('liaisonVisit')
    .select(['personId', e => e.fn.countAll<number>().as('visits')])
    .where(among('personId', ids))
    .where('voidedAt', 'is', null)
    .where('visitedOn', '>=', firstDayOf(year))
    .where('visitedOn', '<=', lastDayOf(year))
    .groupBy('personId')
    .execute()
