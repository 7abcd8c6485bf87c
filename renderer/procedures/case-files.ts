import type { ViewedFile } from '../viewer/Viewer.tsx'
import type { CaseData } from './use-case.ts'

/** The scans of a case in the order of its steps and of their days: as one leafs through the paper. */
export function caseFiles({ steps, materials, files }: Pick<CaseData, 'steps' | 'materials' | 'files'>): readonly ViewedFile[] {
  const place = new Map(steps.map(({ key }, i) => [key, i]))
  const label = new Map(steps.map(step => [step.key, step.label]))
  return materials
    .flatMap(({ voidedAt, file, ...material }) => (voidedAt === null && file !== null ? [{ ...material, file }] : []))
    .toSorted((a, b) => (place.get(a.step) ?? steps.length) - (place.get(b.step) ?? steps.length) || ((a.madeOn ?? '') < (b.madeOn ?? '') ? -1 : 1))
    .map(({ file, name, step, madeOn }) => ({
      id: file,
      name: files[file] ?? name,
      title: name,
      about: [label.get(step) ?? '', madeOn ?? ''].filter(Boolean).join(' · '),
    }))
}
