import { useMemo } from 'react'
import { type Accountability, accountability } from '../../shared/domain/accountability.ts'
import {
  type CaseMaterial,
  caseMaterial,
  type CaseNote,
  caseNote,
  type CaseStep,
  caseStep,
  type ProcedureCase,
  procedureCase,
} from '../../shared/domain/procedure-case.ts'
import { type CaseRelative, caseRelative } from '../../shared/domain/case-relative.ts'
import { useQuery } from '../api/hooks.ts'
import type { CaseReply } from './words.ts'

/** A case with everything in it, voided things too. */
export interface CaseData extends Omit<CaseReply, 'record' | 'records' | 'materials' | 'notes' | 'relatives' | 'accountabilities'> {
  readonly record: ProcedureCase
  readonly records: readonly CaseStep[]
  readonly materials: readonly CaseMaterial[]
  readonly notes: readonly CaseNote[]
  readonly relatives: readonly CaseRelative[]
  readonly accountabilities: readonly Accountability[]
}

const read = ({ record, records, materials, notes, relatives, accountabilities, ...rest }: CaseReply): CaseData => ({
  ...rest,
  record: procedureCase.stored.parse(record),
  records: records.map(row => caseStep.stored.parse(row)),
  materials: materials.map(row => caseMaterial.stored.parse(row)),
  notes: notes.map(row => caseNote.stored.parse(row)),
  relatives: relatives.map(row => caseRelative.stored.parse(row)),
  accountabilities: accountabilities.map(row => accountability.stored.parse(row)),
})

export function useCase(caseId: string): { readonly data: CaseData | undefined; readonly error: Error | null } {
  const { data, error } = useQuery('case.get', { caseId }, { keep: false })
  return { data: useMemo(() => data && read(data), [data]), error }
}
