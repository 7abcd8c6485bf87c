import type { FormParams } from '../../../shared/api/forms.ts'
import type { CaseStep } from '../../../shared/domain/procedure-case.ts'
import { caseRecord, type CaseRecordDocument, type CaseRecordLine, type CaseRecordProps } from '../../../shared/forms/case-record.ts'
import { dotted } from '../../../shared/forms/parts.ts'
import { askedOf } from '../../../shared/procedures/asked.ts'
import { factsOf } from '../../../shared/procedures/said.ts'
import type { StepStanding } from '../../../shared/rules/procedure.ts'
import { casesOfForm, type FormCase } from './cases.ts'
import { engine, type Gathered, type GatherScope, type Slice } from './engine.ts'

async function gather(scope: GatherScope, params: FormParams, slice: Slice): Promise<Gathered<CaseRecordProps>> {
  const { list, total, about } = await casesOfForm(scope, params, slice)
  return { props: { watermark: scope.watermark, cases: list.map(documentOf) }, shown: list.length, total, about }
}

function documentOf(found: FormCase): CaseRecordDocument {
  const { procedure, standing } = found.case
  return {
    ...found.subject,
    title: `${procedure.label}全程纪实表`,
    phases: procedure.phases.map(label => ({
      label,
      lines: standing.steps
        .filter(({ step, state }) => step.phase === label && state !== 'off')
        .flatMap(step => [...termsBefore(step.step.key, found), ...linesOf(step, found)]),
    })),
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
    said: [record.turn < since ? `第 ${record.turn} 轮` : '', ...factsOf(asked, record).map(([label, value]) => `${label}：${inShort(value)}`)]
      .filter(Boolean)
      .map((said, n, all) => (n < all.length - 1 ? said.replace(/。$/, '') : said))
      .join('；'),
    materials: i === own.length - 1 ? line.materials : '',
  }))
}

/** What was written at length stands in the material; the table has its beginning. */
const inShort = (value: string): string => ([...value].length > 60 ? `${[...value].slice(0, 56).join('')}……` : value).replaceAll('\n', ' ')

function spanOf({ startedOn, doneOn }: CaseStep): string {
  if (doneOn === null) return startedOn === null ? '' : `${dotted(startedOn)}起`
  return startedOn === null || startedOn === doneOn ? dotted(doneOn) : `${dotted(startedOn)}至${dotted(doneOn)}`
}

export const caseRecordEngine = engine(caseRecord, gather)
