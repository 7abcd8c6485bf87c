import type { FormParams } from '../../../shared/api/forms.ts'
import { type Accountability, accountability } from '../../../shared/domain/accountability.ts'
import type { CaseStep } from '../../../shared/domain/procedure-case.ts'
import { caseRecord, type CaseRecordDocument, type CaseRecordLine, type CaseRecordProps } from '../../../shared/forms/case-record.ts'
import { dotted } from '../../../shared/forms/parts.ts'
import { askedOf } from '../../../shared/procedures/asked.ts'
import { factsOf } from '../../../shared/procedures/said.ts'
import type { StepStanding } from '../../../shared/rules/procedure.ts'
import { among } from '../../db/among.ts'
import { fromRow } from '../../records/rows.ts'
import { casesOfForm, type FormCase } from './cases.ts'
import { engine, type Gathered, type GatherScope, type Slice } from './engine.ts'

async function gather(scope: GatherScope, params: FormParams, slice: Slice): Promise<Gathered<CaseRecordProps>> {
  const { list, total, about } = await casesOfForm(scope, params, slice)
  const answered = await answeredFor(scope.db, list)
  const cases = list.map(found => documentOf(found, answered.get(found.case.record.id) ?? []))
  return { props: { watermark: scope.watermark, cases }, shown: list.length, total, about }
}

/** 责任追究 that these cases have led to, in order. */
async function answeredFor(db: GatherScope['db'], list: readonly FormCase[]): Promise<ReadonlyMap<string, readonly Accountability[]>> {
  const ids = list.map(found => found.case.record.id)
  const rows = await db.selectFrom('accountability').selectAll().where(among('caseId', ids)).where('voidedAt', 'is', null).orderBy('decidedOn').execute()
  return Map.groupBy(
    rows.map(row => fromRow(accountability, row)),
    ({ caseId }) => caseId ?? '',
  )
}

const answerLine = ({ link, decidedOn, liable, problem, handling, basis }: Accountability): CaseRecordLine => ({
  no: '',
  step: link,
  when: dotted(decidedOn),
  said: joined([`责任人：${liable}`, `问题：${inShort(problem)}`, `处理：${inShort(handling)}`, ...(basis === null ? [] : [`依据：${basis}`])]),
  materials: '',
})

function documentOf(found: FormCase, answered: readonly Accountability[]): CaseRecordDocument {
  const { procedure, standing } = found.case
  const phases = procedure.phases.map(label => ({
    label,
    lines: standing.steps
      .filter(({ step, state }) => step.phase === label && state !== 'off')
      .flatMap(step => [...termsBefore(step.step.key, found), ...linesOf(step, found)]),
  }))
  return {
    ...found.subject,
    title: `${procedure.label}全程纪实表`,
    phases: answered.length > 0 ? [...phases, { label: accountability.label, lines: answered.map(answerLine) }] : phases,
  }
}

/** What is counted as a step and only lasts: its days follow from two others. */
function termsBefore(key: string, { case: { procedure, standing } }: FormCase): readonly CaseRecordLine[] {
  const terms = (procedure.terms ?? []).filter(({ before }) => before === key)
  return terms.map(({ no, label, from, until, words }) => {
    const begun = standing.steps.find(({ step }) => step.key === from)
    const ends = standing.steps.find(({ step }) => step.key === until)?.from ?? null
    const on = begun?.result?.key === begun?.step.results?.[0]?.key ? (begun?.on ?? null) : null
    const when = on === null ? '' : ends === null ? `${dotted(on)}起` : `${dotted(on)}至${dotted(ends)}`
    return { no: String(no), step: label, when, said: when === '' ? '' : words, materials: '' }
  })
}

/** A line for each time that it was done; one to be filled in by hand where it has not been. */
function linesOf({ step, since }: StepStanding, { records, materials }: FormCase): readonly CaseRecordLine[] {
  const own = records.filter(record => record.step === step.key)
  const names = materials.filter(material => material.step === step.key).map(({ name }) => name)
  const line = { no: step.no === undefined ? '' : String(step.no), step: step.label, when: '', said: '', materials: names.join('；') }
  if (own.length === 0) return [line]
  const asked = askedOf(step)
  return own.map((record, i) => ({
    ...line,
    when: spanOf(record),
    said: joined([record.turn < since ? `第 ${record.turn} 轮` : '', ...factsOf(asked, record).map(([label, value]) => `${label}：${inShort(value)}`)]),
    materials: i === own.length - 1 ? line.materials : '',
  }))
}

const joined = (said: readonly string[]): string =>
  said
    .filter(Boolean)
    .map((one, n, all) => (n < all.length - 1 ? one.replace(/。$/, '') : one))
    .join('；')

/** What was written at length stands in the material; the table has its beginning. */
const inShort = (value: string): string => ([...value].length > 60 ? `${[...value].slice(0, 56).join('')}……` : value).replaceAll('\n', ' ')

function spanOf({ startedOn, doneOn }: CaseStep): string {
  if (doneOn === null) return startedOn === null ? '' : `${dotted(startedOn)}起`
  return startedOn === null || startedOn === doneOn ? dotted(doneOn) : `${dotted(startedOn)}至${dotted(doneOn)}`
}

export const caseRecordEngine = engine(caseRecord, gather)
