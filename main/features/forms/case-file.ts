import type { FormParams } from '../../../shared/api/forms.ts'
import type { CaseMaterial } from '../../../shared/domain/procedure-case.ts'
import { caseFile, type CaseFileDocument, type CaseFilePart, type CaseFileProps } from '../../../shared/forms/case-file.ts'
import { casesOfForm, type FormCase } from './cases.ts'
import { engine, type Gathered, type GatherScope, type Slice } from './engine.ts'

async function gather(scope: GatherScope, params: FormParams, slice: Slice): Promise<Gathered<CaseFileProps>> {
  const { list, total, about } = await casesOfForm(scope, params, slice)
  const cases = list.map((found): CaseFileDocument => {
    const parts = filedIn(found).map(({ material, step }) => partOf(material, step))
    return { ...headOf(found, scope.office.name, scope.today), parts, total: null, absent: [] }
  })
  return { props: { watermark: scope.watermark, cases }, shown: list.length, total, about }
}

/** What the cover says of a case. */
export const headOf = (found: FormCase, office: string, printedOn: string): Omit<CaseFileDocument, 'parts' | 'total' | 'absent'> => ({
  ...found.subject,
  title: found.case.procedure.caseLabel,
  office,
  printedOn,
})

/** The materials of a case in the order of its steps and of their days, each with the name of its step; those of a step that its rules do not have come last. */
export function filedIn({ case: { standing }, materials }: FormCase): readonly { readonly material: CaseMaterial; readonly step: string }[] {
  const places = new Map(standing.steps.map(({ step }, i) => [step.key, { at: i, label: step.label }]))
  const at = ({ step }: CaseMaterial) => places.get(step)?.at ?? places.size
  return materials
    .toSorted((a, b) => at(a) - at(b) || (a.madeOn ?? '9').localeCompare(b.madeOn ?? '9') || a.createdAt.localeCompare(b.createdAt))
    .map(material => ({ material, step: places.get(material.step)?.label ?? '' }))
}

export const partOf = ({ name, madeOn, file }: CaseMaterial, step: string): CaseFilePart => ({
  title: name,
  step,
  madeOn: madeOn?.replaceAll('-', '.') ?? '',
  at: null,
  remark: file === null ? '没有扫描件' : '',
})

export const caseFileEngine = engine(caseFile, gather)
