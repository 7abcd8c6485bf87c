import type { FormParams } from '../../../shared/api/forms.ts'
import { type CaseRelative, caseRelative } from '../../../shared/domain/case-relative.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ProcedureName } from '../../../shared/domain/procedure-case.ts'
import { activistFiling } from '../../../shared/forms/development/activist-filing.ts'
import { cultivationRecord } from '../../../shared/forms/development/cultivation-record.ts'
import type { Companion, Development, DevelopmentProps, Relative } from '../../../shared/forms/development/facts.ts'
import { inquiryLetter } from '../../../shared/forms/development/inquiry-letter.ts'
import { admissionLetter, conversionLetter } from '../../../shared/forms/development/letters.ts'
import { previewForm } from '../../../shared/forms/development/preview-form.ts'
import { probationRecord } from '../../../shared/forms/development/probation-record.ts'
import { reviewReport } from '../../../shared/forms/development/review-report.ts'
import { talkRecord } from '../../../shared/forms/development/talk-record.ts'
import { disposalForm } from '../../../shared/forms/disposal-form.ts'
import type { DeclaredForm } from '../../../shared/forms/form.ts'
import { relationLetter } from '../../../shared/forms/relation-letter.ts'
import { dottedMonth } from '../../../shared/forms/text.ts'
import { procedures } from '../../../shared/procedures/index.ts'
import { addMonths } from '../../../shared/rules/days.ts'
import { maskIdNumber, maskPhone } from '../../../shared/rules/id-number.ts'
import { among } from '../../db/among.ts'
import { fromRow } from '../../records/rows.ts'
import { bodiesOf, committeeOver } from './bodies.ts'
import { cadreBackgrounds } from './cadre-background.ts'
import { casesOfForm, type FormCase } from './cases.ts'
import { engine, type GatherScope, type Slice } from './engine.ts'
import { certainClauses, takenSteps } from './taken.ts'

/** Every case that a form is asked for, with all that its boxes may say. */
export async function developmentsOf(scope: GatherScope, params: FormParams, slice: Slice, of: ProcedureName = 'membership') {
  const { list, total, about } = await casesOfForm(scope, params, slice)
  const other = list.find(({ case: { procedure } }) => procedure !== procedures[of])
  if (other) throw new AppError('form.empty', { what: `这张表是${procedures[of].label}的，${other.subject.name}的卷宗是${other.case.procedure.label}` })
  const ground = await groundOf(scope, list)
  return { list: list.map(found => ({ found, facts: factsOf(found, ground) })), total, about, bodies: ground.bodies }
}

type Ground = Awaited<ReturnType<typeof groundOf>>

/** What is read once for all of them: people, relatives, organizations, and the members who may stand by them. */
async function groundOf({ db, onScreen }: GatherScope, list: readonly FormCase[]) {
  const ids = list.map(({ case: { record } }) => record.id)
  const personIds = list.flatMap(({ case: { record } }) => (record.personId === null ? [] : [record.personId]))
  const people = await db.selectFrom('person').select(['id', 'idNumber', 'phone', 'address', 'degree']).where(among('id', personIds)).execute()
  const relatives = (
    await db.selectFrom('caseRelative').selectAll().where(among('caseId', ids)).where('voidedAt', 'is', null).orderBy('createdAt').execute()
  ).map(row => fromRow(caseRelative, row))
  const names = new Set(list.flatMap(({ records }) => records.flatMap(({ people: named }) => namesIn(named))))
  const members = await db
    .selectFrom('person')
    .select(['name', 'workPost', 'joinedOn', 'organizationId'])
    .where(among('name', names))
    .where('category', 'in', ['full', 'probationary'])
    .where('voidedAt', 'is', null)
    .execute()
  return {
    cadres: await cadreBackgrounds(db, personIds),
    people: new Map(people.map(one => [one.id, onScreen ? { ...one, idNumber: maskIdNumber(one.idNumber), phone: one.phone && maskPhone(one.phone) } : one])),
    relatives: Map.groupBy(relatives, ({ caseId }) => caseId),
    members: Map.groupBy(members, ({ name }) => name),
    bodies: await bodiesOf(db),
  }
}

const namesIn = (people: string | null): readonly string[] => (people ?? '').split(/[、，,;；\s]+/).filter(Boolean)

function factsOf(
  { subject, case: { record, rules, standing }, records, materials }: FormCase,
  { people, relatives, members, bodies, cadres }: Ground,
): Development {
  const own = relatives.get(record.id) ?? []
  const known = cadres.get(record.personId ?? '')
  const person = people.get(record.personId ?? '')
  const steps = takenSteps(standing.steps, records)
  const met = steps['meeting']?.at(-1)?.doneOn ?? ''
  const prolongedTo = standing.prolongedTo ?? ''
  const companions = (step: string): readonly Companion[] =>
    namesIn(steps[step]?.at(-1)?.people ?? null).map(name => {
      const named = members.get(name) ?? []
      const near = named.filter(({ organizationId }) => organizationId === record.organizationId)
      // Whoever shares the name with another is nobody in particular.
      const [found, other] = near.length > 0 ? near : named
      return { name, workPost: (!other && found?.workPost) || '', joinedOn: other ? '' : dottedMonth(found?.joinedOn ?? null) }
    })
  return {
    name: subject.name,
    sex: subject.sex,
    bornOn: subject.bornOn,
    nation: subject.nation,
    nativePlace: subject.nativePlace,
    education: [subject.education, person?.degree ?? ''].filter(Boolean).join('　'),
    idNumber: person?.idNumber ?? '',
    phone: person?.phone ?? '',
    address: person?.address ?? '',
    workPost: subject.workPost,
    category: subject.category,
    branch: subject.branch,
    committee: committeeOver(record.organizationId, bodies),
    workingSince: dottedMonth(record.workingSince) || (known?.workingSince ?? ''),
    leagueOn: dottedMonth(record.leagueOn),
    resume: record.resume ?? known?.resume ?? '',
    rewards: record.rewards ?? known?.rewards ?? '',
    rules: rules.source,
    clauses: certainClauses(standing.steps),
    steps,
    probationUntil: prolongedTo || (met === '' ? '' : addMonths(met, 12)),
    prolongedTo,
    materials: materials.flatMap(({ step, material }) => (material === null ? [] : [`${step}/${material}`])),
    relatives: own.length > 0 ? own.map(relativeOf) : (known?.relatives ?? []),
    contacts: [...companions('contacts')],
    sponsors: [...companions('sponsors')],
  }
}

const relativeOf = (one: CaseRelative): Relative => ({
  circle: one.circle,
  relation: one.relation,
  name: one.name,
  bornOn: dottedMonth(one.bornOn),
  politics: one.politics ?? '',
  workPost: one.workPost ?? '',
  askedOf: one.askedOf ?? '',
  letter: one.letter ?? '',
  sentOn: one.sentOn ?? '',
  answeredOn: one.answeredOn ?? '',
  finding: one.finding ?? '',
})

/** A form of one person each: its boxes are filled from the case, whichever form it is. */
const ofCases = (form: DeclaredForm<DevelopmentProps>, of: ProcedureName = 'membership') =>
  engine(form, async (scope, params, slice) => {
    const { list, total, about } = await developmentsOf(scope, params, slice, of)
    const cases = list.map(({ facts }) => facts)
    return { props: { watermark: scope.watermark, office: scope.office.name, cases }, shown: cases.length, total, about }
  })

export const developmentEngines = {
  talkRecord: ofCases(talkRecord),
  activistFiling: ofCases(activistFiling),
  cultivationRecord: ofCases(cultivationRecord),
  inquiryLetter: ofCases(inquiryLetter),
  reviewReport: ofCases(reviewReport),
  previewForm: ofCases(previewForm),
  admissionLetter: ofCases(admissionLetter),
  probationRecord: ofCases(probationRecord),
  conversionLetter: ofCases(conversionLetter),
  disposalForm: ofCases(disposalForm, 'disposal'),
  relationLetter: ofCases(relationLetter, 'relationTransfer'),
} as const
