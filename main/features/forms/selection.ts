import type { FormParams } from '../../../shared/api/forms.ts'
import { candidateCheckNames, checkConclusions } from '../../../shared/domain/selection.ts'
import { AppError } from '../../../shared/errors.ts'
import type { DeclaredForm } from '../../../shared/forms/form.ts'
import type { Check, Dossier, DossierProps, FormCandidate } from '../../../shared/forms/selection/facts.ts'
import { selectionRecord } from '../../../shared/forms/selection/selection-record.ts'
import { dottedMonth } from '../../../shared/forms/text.ts'
import { procedures } from '../../../shared/procedures/index.ts'
import { addMonths } from '../../../shared/rules/days.ts'
import { ballotsOf, type DossierBallot } from '../../selection/ballots.ts'
import { type KnownCandidate, readDossier } from '../../selection/read.ts'
import { sexWords } from './ballots.ts'
import { type Bodies, bodiesOf, committeeOver } from './bodies.ts'
import { casesOfForm, type FormCase } from './cases.ts'
import { engine, type GatherScope, type Slice } from './engine.ts'
import { certainClauses, takenSteps } from './taken.ts'

/** Every dossier that a form is asked for, with all that its boxes may say; of the candidates only those asked for, where some are. */
export async function dossiersOf(scope: GatherScope, params: FormParams, slice: Slice) {
  const { list, total, about } = await casesOfForm(scope, params, slice)
  const other = list.find(({ case: { procedure } }) => procedure !== procedures.selection)
  if (other) throw new AppError('form.empty', { what: `这张表是${procedures.selection.label}的，${other.subject.name}的卷宗是${other.case.procedure.label}` })
  const bodies = await bodiesOf(scope.db)
  const found: { readonly found: FormCase; readonly facts: Dossier }[] = []
  for (const one of list) found.push({ found: one, facts: narrowed(await factsOf(scope, one, bodies), params.personIds) })
  return { list: found, total, about }
}

async function factsOf(scope: GatherScope, { subject, case: { record, rules, standing }, records, materials }: FormCase, bodies: Bodies): Promise<Known> {
  const dossier = await readDossier(scope, record.id)
  if (!dossier) throw new AppError('form.empty', { what: `${subject.name}的选拔事项已作废` })
  const held = await ballotsOf(scope.db, dossier.steps)
  const talks = await scope.db
    .selectFrom('selectionTalk')
    .selectAll()
    .where('caseId', '=', record.id)
    .where('voidedAt', 'is', null)
    .orderBy('talkedOn')
    .orderBy('createdAt')
    .execute()
  const { kind, dual, probation } = dossier.selection
  return {
    people: new Map(dossier.candidates.map(one => [one.record.id, one.record.personId])),
    name: subject.name,
    kind,
    organization: subject.branch,
    committee: committeeOver(record.organizationId, bodies),
    phone: bodies.get(record.organizationId)?.phone ?? '',
    dual: dual === true,
    probation: probation === true,
    rules: rules.source,
    clauses: certainClauses(standing.steps),
    steps: takenSteps(standing.steps, records),
    materials: materials.map(({ step, material, name, candidateId }) => ({ step, material: material ?? '', name, candidateId: candidateId ?? '' })),
    candidates: dossier.candidates.map(one => candidateOf(one, held)),
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
  }
}

interface Known extends Dossier {
  /** Whose record each candidate is. */
  readonly people: ReadonlyMap<string, string>
}

/** Only these people's, where some are asked for. */
function narrowed({ people, ...facts }: Known, personIds: readonly string[] | undefined): Dossier {
  if (personIds === undefined) return facts
  const asked = new Set(personIds)
  const candidates = facts.candidates.filter(({ id }) => asked.has(people.get(id) ?? ''))
  if (candidates.length === 0) throw new AppError('form.empty', { what: '所选的人不在这个卷宗的人选里' })
  const ids = new Set(candidates.map(({ id }) => id))
  return { ...facts, candidates, talks: facts.talks.filter(({ candidateId }) => candidateId === '' || ids.has(candidateId)) }
}

function candidateOf({ record, person, cadre, kept, name }: KnownCandidate, held: readonly DossierBallot[]): FormCandidate {
  const vote = held
    .findLast(({ kind, closedOn }) => kind === 'committeeVote' && closedOn !== null)
    ?.rows.find(row => row.personId === record.personId || (row.personId === null && row.name === name))?.each
  const count = (option: string) => vote?.[option] ?? null
  const checks = Object.fromEntries(
    candidateCheckNames.flatMap(matter => {
      const found = kept.checks.find(check => check.matter === matter)
      return found ? [[matter, checkOf(found)] as const] : []
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
    currentPost: record.currentPost ?? cadre?.currentPost ?? person.workPost ?? '',
    proposedPost: record.proposedPost,
    removedPost: record.removedPost ?? '',
    stage: record.stage,
    wasAssessed: record.stage === 'out' && (record.assessment !== null || kept.checks.length > 0),
    exception: record.exception ?? '',
    assessment: record.assessment ?? '',
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

const checkOf = ({ askedOn, answeredOn, answeredBy, conclusion, opinion, file }: KnownCandidate['kept']['checks'][number]): Check => ({
  askedOn: askedOn ?? '',
  answeredOn: answeredOn ?? '',
  answeredBy: answeredBy ?? '',
  conclusion: conclusion === null ? '' : checkConclusions[conclusion],
  opinion: opinion ?? '',
  filed: file !== null,
})

/** 大学　法学学士: the highest that is on file, in-service education said to be that. */
function educationOf(person: KnownCandidate['person'], cadre: KnownCandidate['cadre']): string {
  const fullTime = [cadre?.fullTimeEducation, cadre?.fullTimeDegree]
  const inService = [cadre?.inServiceEducation ? `在职${cadre.inServiceEducation}` : null, cadre?.inServiceDegree]
  const said = [inService, fullTime, [person.education, person.degree]].map(parts => parts.filter(Boolean).join('　')).find(Boolean)
  return said ?? ''
}

/** A form of whole dossiers: its boxes are filled from them, whichever form it is. */
const ofDossiers = (form: DeclaredForm<DossierProps>) =>
  engine(form, async (scope, params, slice) => {
    const { list, total, about } = await dossiersOf(scope, params, slice)
    const dossiers = list.map(({ facts }) => facts)
    return { props: { watermark: scope.watermark, office: scope.office.name, dossiers }, shown: dossiers.length, total, about }
  })

export const selectionEngines = {
  selectionRecord: ofDossiers(selectionRecord),
} as const
