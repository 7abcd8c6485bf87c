import { ballotKinds } from '../../shared/domain/ballot-words.ts'
import { type Cadre, cadre, familyMember, yearGrade } from '../../shared/domain/cadre.ts'
import { type Person, person } from '../../shared/domain/person.ts'
import { type CaseStep, caseStep } from '../../shared/domain/procedure-case.ts'
import {
  type Candidate,
  candidate,
  type CandidateCheck,
  candidateCheck,
  type NoticeObjection,
  noticeObjection,
  type Selection,
  selection,
} from '../../shared/domain/selection.ts'
import { yearOf } from '../../shared/rules/days.ts'
import type { Attendance, CandidateFacts, DossierFacts } from '../../shared/rules/selection-facts.ts'
import type { ReadScope } from '../app/scopes.ts'
import { among } from '../db/among.ts'
import { heldBy, unitsOf } from './posts.ts'
import { peopleStandings } from '../quotas/standings.ts'
import { parametersOn } from '../records/parameters.ts'
import { fromRow, lineFromRow } from '../records/rows.ts'
import { barsOf } from '../supervision/bars.ts'

type Db = ReadScope['db']

/** A candidate with everything that the office keeps about him or her. */
export interface KnownCandidate extends CandidateFacts {
  readonly record: Candidate
  readonly person: Person
  readonly cadre: Cadre | null
  readonly kept: { readonly checks: readonly CandidateCheck[]; readonly objections: readonly NoticeObjection[] }
}

/** A dossier as its page, its forms and its findings see it. */
export interface Dossier {
  readonly selection: Selection
  readonly candidates: readonly KnownCandidate[]
  /** What counts of its steps, oldest first. */
  readonly steps: readonly CaseStep[]
  readonly facts: DossierFacts
}

/** The dossier of a case, or null where the case is no selection. */
export async function readDossier({ db, today }: Pick<ReadScope, 'db' | 'today'>, caseId: string): Promise<Dossier | null> {
  const kept = await db.selectFrom('selection').selectAll().where('caseId', '=', caseId).where('voidedAt', 'is', null).limit(1).executeTakeFirst()
  if (!kept) return null
  const about = fromRow(selection, kept)
  const steps = (
    await db.selectFrom('caseStep').selectAll().where('caseId', '=', caseId).where('voidedAt', 'is', null).orderBy('turn').orderBy('doneOn').execute()
  ).map(row => fromRow(caseStep, row))
  const candidates = await candidatesOf({ db, today }, caseId)
  const dual = steps.findLast(({ step }) => step === 'dualReply')
  const parameter = await parametersOn(db, today)
  return {
    selection: about,
    candidates,
    steps,
    facts: {
      selection: about,
      candidates,
      attended: attendanceOf(steps),
      dualReply: dual ? { result: dual.result, evidence: { type: 'caseStep', id: dual.id } } : null,
      today,
      tenureYears: parameter('selection.tenureYears') ?? 0,
      postYears: parameter('post.years') ?? 0,
      postTerms: parameter('post.terms') ?? 0,
    },
  }
}

async function candidatesOf({ db, today }: Pick<ReadScope, 'db' | 'today'>, caseId: string): Promise<readonly KnownCandidate[]> {
  const rows = await db.selectFrom('candidate').selectAll().where('caseId', '=', caseId).where('voidedAt', 'is', null).orderBy('ordinal').execute()
  const records = rows.map(row => fromRow(candidate, row))
  const ids = records.map(({ id }) => id)
  const personIds = [...new Set(records.map(({ personId }) => personId))]
  const people = (await db.selectFrom('person').selectAll().where(among('id', personIds)).execute()).map(row => fromRow(person, row))
  const cadres = (await db.selectFrom('cadre').selectAll().where(among('personId', personIds)).where('voidedAt', 'is', null).execute()).map(row =>
    fromRow(cadre, row),
  )
  const cadreIds = cadres.map(({ id }) => id)
  const kin = await db.selectFrom('familyMember').selectAll().where(among('cadreId', cadreIds)).orderBy('number').execute()
  const grades = await db.selectFrom('yearGrade').selectAll().where(among('cadreId', cadreIds)).orderBy('year', 'desc').execute()
  const checks = (await db.selectFrom('candidateCheck').selectAll().where(among('candidateId', ids)).where('voidedAt', 'is', null).execute()).map(row =>
    fromRow(candidateCheck, row),
  )
  const objections = (await db.selectFrom('noticeObjection').selectAll().where(among('candidateId', ids)).where('voidedAt', 'is', null).execute()).map(row =>
    fromRow(noticeObjection, row),
  )
  const held = await heldBy(db, personIds, today)
  const units = await unitsOf(
    { db, today },
    records.flatMap(({ postId }) => postId ?? []),
  )
  const bars = await barsOf(db, personIds, { purpose: 'appointing', on: today })
  const appraised = await appraisalsOf(db, personIds)
  const hours = new Map((await peopleStandings(db, { quota: 'study-hours', year: yearOf(today), ids: personIds, today })).map(found => [found.entry.id, found]))
  return records.flatMap((record): readonly KnownCandidate[] => {
    const who = people.find(({ id }) => id === record.personId)
    if (!who) return []
    const own = cadres.find(({ personId }) => personId === record.personId) ?? null
    const ofOwn = <T extends { readonly cadreId: string }>(lines: readonly T[]) => lines.filter(({ cadreId }) => cadreId === own?.id)
    const studied = hours.get(record.personId)
    const mine = {
      checks: checks.filter(({ candidateId }) => candidateId === record.id),
      objections: objections.filter(({ candidateId }) => candidateId === record.id),
    }
    return [
      {
        record,
        candidate: record,
        person: who,
        cadre: own,
        name: who.name,
        kept: mine,
        ...mine,
        bars: bars.get(record.personId) ?? [],
        yearGrades: ofOwn(grades).map(row => lineFromRow(yearGrade, row)),
        appraisal: appraised.get(record.personId) ?? null,
        hours: studied?.owes ? { done: studied.subject.done, target: studied.subject.target, met: studied.subject.met } : null,
        postSince: own?.postSince ?? null,
        kin: ofOwn(kin).map(row => lineFromRow(familyMember, row)),
        cadreId: own?.id ?? null,
        held: held.get(record.personId) ?? [],
        postUnit: units.get(record.postId ?? '') ?? null,
      },
    ]
  })
}

/** The latest 组织评定 of each. */
async function appraisalsOf(db: Db, personIds: readonly string[]): Promise<ReadonlyMap<string, NonNullable<CandidateFacts['appraisal']>>> {
  const rows = await db
    .selectFrom('gradeDecision as d')
    .innerJoin('ballot as b', 'b.id', 'd.ballotId')
    .select(['d.id', 'd.personId', 'd.year', 'd.grade', 'b.kind'])
    .where('d.voidedAt', 'is', null)
    .where('b.kind', 'in', ['memberAppraisal', 'performance', 'dutyReport', 'teamAssessment'])
    .where(among('d.personId', personIds))
    .orderBy('d.year')
    .orderBy('d.decidedOn')
    .execute()
  return new Map(
    rows.flatMap(({ id, personId, year, grade, kind }) =>
      personId === null ? [] : [[personId, { year, grade, label: ballotKinds[kind], evidence: { type: 'gradeDecision', id } }] as const],
    ),
  )
}

const attendanceWords: Readonly<Record<string, string>> = {
  team: '考察组',
  officeMeeting: '部务会议到会人员',
  committeeMeeting: '党委（党组）会议到会人员',
}

/** Those who took part where 回避 is asked for: the assessment team, and who was at the meetings. */
const attendanceOf = (steps: readonly CaseStep[]): readonly Attendance[] =>
  steps.flatMap(({ id, step, people, attended }) => {
    const label = attendanceWords[step]
    if (label === undefined) return []
    const there = [people, attended].filter(text => text !== null && text !== '').join('、')
    return there === '' ? [] : [{ label, people: there, evidence: { type: 'caseStep', id } }]
  })
