import type { FormParams } from '../../../shared/api/forms.ts'
import type { CaseMaterial } from '../../../shared/domain/procedure-case.ts'
import { caseMaterials, type CaseMaterialRow, type CaseMaterialsDocument, type CaseMaterialsProps } from '../../../shared/forms/case-materials.ts'
import type { StepStanding } from '../../../shared/rules/procedure.ts'
import { casesOfForm, type FormCase } from './cases.ts'
import { engine, type Gathered, type GatherScope, type Slice } from './engine.ts'

type Row = Omit<CaseMaterialRow, 'number'>

async function gather(scope: GatherScope, params: FormParams, slice: Slice): Promise<Gathered<CaseMaterialsProps>> {
  const { list, total, about } = await casesOfForm(scope, params, slice)
  return { props: { watermark: scope.watermark, cases: list.map(documentOf) }, shown: list.length, total, about }
}

function documentOf(found: FormCase): CaseMaterialsDocument {
  const { procedure, standing } = found.case
  const known = new Set(standing.steps.map(({ step }) => step.key))
  const rows = [
    ...standing.steps.flatMap(step => rowsOf(step, found.materials)),
    // Of a step that the rules in force do not have.
    ...found.materials.filter(({ step }) => !known.has(step)).map(material => rowOf('', material)),
  ].map((row, i): CaseMaterialRow => ({ number: i + 1, ...row }))
  return {
    ...found.subject,
    title: `${procedure.label}材料清单`,
    rows,
    filed: rows.filter(({ state }) => state === '有').length,
    pages: rows.reduce((sum, { pages }) => sum + (pages ?? 0), 0),
    lacking: rows.filter(({ state }) => state === '缺').length,
  }
}

/** What is on file of a step, and, once it has been taken, what is lacking. */
function rowsOf({ step, state, missing }: StepStanding, all: readonly CaseMaterial[]): readonly Row[] {
  const lacking = state === 'done' ? missing : []
  return [
    ...all.filter(material => material.step === step.key).map(material => rowOf(step.label, material)),
    ...lacking.map(name => ({ step: step.label, name, madeOn: '', pages: null, state: '缺', remark: '' })),
  ]
}

const rowOf = (step: string, { name, madeOn, pages, remark }: CaseMaterial): Row => ({
  step,
  name,
  madeOn: madeOn?.replaceAll('-', '.') ?? '',
  pages,
  state: '有',
  remark: remark ?? '',
})

export const caseMaterialsEngine = engine(caseMaterials, gather)
