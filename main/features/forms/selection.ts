import type { FormParams } from '../../../shared/api/forms.ts'
import { candidateCheckNames, checkConclusions } from '../../../shared/domain/selection.ts'
import { AppError } from '../../../shared/errors.ts'
import type { DeclaredForm } from '../../../shared/forms/form.ts'
import type { Check, Dossier, DossierProps, FormCandidate } from '../../../shared/forms/selection/facts.ts'
import { appointmentLetter } from '../../../shared/forms/selection/appointment-letter.ts'
import { assessmentReport } from '../../../shared/forms/selection/assessment-report.ts'
import { decisionTally } from '../../../shared/forms/selection/decision-tally.ts'
import { integrityForm } from '../../../shared/forms/selection/integrity-form.ts'
import { appointmentNotice, assessmentNotice } from '../../../shared/forms/selection/notices.ts'
import { opinionLetter } from '../../../shared/forms/selection/opinion-letter.ts'
import { recommendationSummary } from '../../../shared/forms/selection/recommendation-summary.ts'
import { appointmentTalk, assessmentTalk } from '../../../shared/forms/selection/talks.ts'
import { trialForm } from '../../../shared/forms/selection/trial-form.ts'
import { selectionRecord } from '../../../shared/forms/selection/selection-record.ts'
import { dottedMonth } from '../../../shared/forms/text.ts'
import { procedures } from '../../../shared/procedures/index.ts'
import { yearGrades as yearGradeWords } from '../../../shared/domain/cadre-words.ts'
import { addMonths } from '../../../shared/rules/days.ts'
import { ballotsOf, type DossierBallot } from '../../selection/ballots.ts'
import { type CaseGround, caseGround } from '../../procedures/read.ts'
import { draftOf } from '../../selection/draft.ts'
import { gradesOf } from '../../selection/compare.ts'
import { talksOf } from '../../selection/talks.ts'
import { type KnownCandidate, readDossier } from '../../selection/read.ts'
import { sexWords } from './ballots.ts'
import { type Bodies, bodiesOf, committeeOver } from './bodies.ts'
import { casesOfForm, type FormCase } from './cases.ts'
import { engine, type GatherScope, type Slice } from './engine.ts'
import { postedOf } from './posted.ts'
import { certainClauses, takenSteps } from './taken.ts'

/** Every dossier that a form is asked for, with all that its boxes may say; of the candidates only those asked for, where some are. */
export async function dossiersOf(scope: GatherScope, params: FormParams, slice: Slice) {
  const { list, total, about } = await casesOfForm(scope, params, slice)
  const other = list.find(({ case: { procedure } }) => procedure !== procedures.selection)
  if (other) throw new AppError('form.empty', { what: `这张表是${procedures.selection.label}的，${other.subject.name}的卷宗是${other.case.procedure.label}` })
  const around = { bodies: await bodiesOf(scope.db), ground: await caseGround(scope), startsOn: params.startsOn }
  const found: { readonly found: FormCase; readonly facts: Dossier }[] = []
  for (const one of list) found.push({ found: one, facts: narrowed(await factsOf(scope, one, around), params.candidateIds) })
  return { list: found, total, about }
}

async function factsOf(scope: GatherScope, found: FormCase, { bodies, ground, startsOn }: Around): Promise<Dossier> {
  const {
    subject,
    case: { record, rules, standing },
    records,
    materials,
  } = found
  const dossier = await readDossier(scope, record.id)
  if (!dossier) throw new AppError('form.empty', { what: `${subject.name}的选拔事项已作废` })
  const held = await ballotsOf(scope.db, dossier.steps)
  const talks = await talksOf(scope.db, record.id)
  const { kind, dual, probation, places, rank, vacancy } = dossier.selection
  const idOf = (row: { readonly personId: string | null; readonly name: string }) =>
    dossier.candidates.find(one => one.record.personId === row.personId || (row.personId === null && row.name === one.name))?.record.id ?? ''
  return {
    name: subject.name,
    kind,
    organization: subject.branch,
    committee: committeeOver(record.organizationId, bodies),
    phone: bodies.get(record.organizationId)?.phone ?? '',
    places,
    rank: rank ?? '',
    vacancy: vacancy ?? '',
    dual: dual === true,
    probation: probation === true,
    rules: rules.source,
    clauses: certainClauses(standing.steps),
    steps: takenSteps(standing.steps, records),
    materials: materials.map(({ step, material, name, candidateId }) => ({ step, material: material ?? '', name, candidateId: candidateId ?? '' })),
    candidates: dossier.candidates.map(one => candidateOf(one, held, draftOf(dossier, held, talks, one))),
    talks: talks.map(talk => ({
      purpose: talk.purpose,
      candidateId: talk.candidateId ?? '',
      talkedOn: talk.talkedOn,
      place: talk.place ?? '',
      interviewee: talk.interviewee,
      intervieweePost: talk.intervieweePost ?? '',
      interviewers: talk.interviewers,
      recorder: talk.recorder ?? '',
      content: talk.content ?? '',
    })),
    ballots: held.map(({ step, kind: ballotKind, heldOn, closedOn, figures, rows }) => ({
      step,
      kind: ballotKind,
      heldOn: heldOn ?? '',
      closed: closedOn !== null,
      eligible: figures.eligible,
      present: figures.present,
      issued: figures.issued,
      returned: figures.returned,
      valid: figures.valid,
      rows: rows.map(row => ({ name: row.name, post: row.post ?? '', candidateId: idOf(row), votes: row.votes, of: row.of })),
    })),
    posted: postedOf(found, 'appointmentNotice', startsOn, ground),
  }
}

interface Around {
  readonly bodies: Bodies
  readonly ground: CaseGround
  /** The first day of 公示 where none is on file. */
  readonly startsOn: string | undefined
}

/** Only of these candidates, where some are asked for. */
function narrowed(facts: Dossier, asked: readonly string[] | undefined): Dossier {
  if (asked === undefined) return facts
  const candidates = facts.candidates.filter(({ id }) => asked.includes(id))
  if (candidates.length === 0) throw new AppError('form.empty', { what: '所选的人不在这个卷宗的人选里' })
  return { ...facts, candidates, talks: facts.talks.filter(({ candidateId }) => candidateId === '' || asked.includes(candidateId)) }
}

function candidateOf(found: KnownCandidate, held: readonly DossierBallot[], draft: string): FormCandidate {
  const { record, person, cadre, kept, name, yearGrades } = found
  const vote = held
    .findLast(({ kind, closedOn }) => kind === 'committeeVote' && closedOn !== null)
    ?.rows.find(row => row.personId === record.personId || (row.personId === null && row.name === name))?.each
  const count = (option: string) => vote?.[option] ?? null
  const checks = Object.fromEntries(
    candidateCheckNames.flatMap(matter => {
      const check = kept.checks.find(one => one.matter === matter)
      return check ? [[matter, checkOf(check)] as const] : []
    }),
  )
  return {
    id: record.id,
    name,
    sex: sexWords[person.sex ?? ''] ?? '',
    bornOn: dottedMonth(person.bornOn),
    nation: person.nation ?? '',
    nativePlace: person.nativePlace ?? '',
    education: educationOf(person, cadre),
    joinedOn: dottedMonth(person.joinedOn),
    startedWork: dottedMonth(cadre?.startedWork ?? null),
    grades: gradesOf(yearGrades)
      .map(({ year, grade }) => `${year}年${yearGradeWords[grade]}`)
      .join('、'),
    currentPost: record.currentPost ?? cadre?.currentPost ?? person.workPost ?? '',
    proposedPost: record.proposedPost,
    removedPost: record.removedPost ?? '',
    stage: record.stage,
    wasAssessed: record.stage === 'out' && (record.assessment !== null || kept.checks.length > 0),
    exception: record.exception ?? '',
    assessment: record.assessment ?? draft,
    drafted: record.assessment === null,
    assessors: record.assessors ?? '',
    assessedOn: record.assessedOn ?? '',
    appointedOn: record.appointedOn ?? '',
    probationFrom: record.probationFrom ?? '',
    probationUntil: record.probationFrom === null ? '' : addMonths(record.probationFrom, 12),
    checks,
    objections: kept.objections.map(({ receivedOn, settledOn, conclusion }) => ({
      receivedOn,
      settledOn: settledOn ?? '',
      conclusion: conclusion === null ? '' : checkConclusions[conclusion],
    })),
    votes: vote ? { agree: count('agree'), against: count('against'), abstain: count('blank'), deferred: count('deferred') } : null,
  }
}

const checkOf = ({ askedOn, answeredOn, answeredBy, conclusion, opinion, signedBy, file }: KnownCandidate['kept']['checks'][number]): Check => ({
  askedOn: askedOn ?? '',
  answeredOn: answeredOn ?? '',
  answeredBy: answeredBy ?? '',
  conclusion: conclusion === null ? '' : checkConclusions[conclusion],
  opinion: opinion ?? '',
  signedBy: signedBy ?? '',
  filed: file !== null,
})

/** 大学　法学学士: the highest that is on file, in-service education said to be that. */
function educationOf(person: KnownCandidate['person'], cadre: KnownCandidate['cadre']): string {
  const fullTime = [cadre?.fullTimeEducation, cadre?.fullTimeDegree]
  const inService = [cadre?.inServiceEducation ? `在职${cadre.inServiceEducation}` : null, cadre?.inServiceDegree]
  const said = [inService, fullTime, [person.education, person.degree]].map(parts => parts.filter(Boolean).join('　')).find(Boolean)
  return said ?? ''
}

/** A form of whole dossiers: its boxes are filled from them, whichever form it is. `none`: what is said where there is nobody it could be about. */
const ofDossiers = (form: DeclaredForm<DossierProps>, none = '还没有人选，先加人选') =>
  engine(form, async (scope, params, slice) => {
    const { list, total, about } = await dossiersOf(scope, params, slice)
    const props = { watermark: scope.watermark, office: scope.office.name, dossiers: list.map(({ facts }) => facts) }
    if (form.writtenOf(props)?.documents.length === 0) throw new AppError('form.empty', { what: `${about}：${none}` })
    return { props, shown: list.length, total, about }
  })

const undecided = '还没有定拟任人选，先在“定人选”里定'

export const selectionEngines = {
  selectionRecord: ofDossiers(selectionRecord),
  recommendationSummary: ofDossiers(recommendationSummary),
  assessmentNotice: ofDossiers(assessmentNotice),
  assessmentTalk: ofDossiers(assessmentTalk),
  opinionLetter: ofDossiers(opinionLetter),
  integrityForm: ofDossiers(integrityForm),
  assessmentReport: ofDossiers(assessmentReport),
  decisionTally: ofDossiers(decisionTally),
  appointmentNotice: ofDossiers(appointmentNotice, undecided),
  appointmentLetter: ofDossiers(appointmentLetter, undecided),
  appointmentTalk: ofDossiers(appointmentTalk, undecided),
  trialForm: ofDossiers(trialForm, '没有实行试用期的拟任人选'),
} as const
