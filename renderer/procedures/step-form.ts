import type { CaseStep } from '../../shared/domain/procedure-case.ts'
import type { Asked } from '../../shared/procedures/asked.ts'
import { blankValues, type Values, valuesOf } from '../records/draft.ts'
import { recordType } from '../records/record-name.ts'
import { type RecordFormState, useRecordForm } from '../records/use-record-form.ts'

const type = recordType('caseStep')

/** What is put down of a step: of one that was recorded, what it says; of a new one nothing but, where it is done in a day, today. */
export function useStepForm(caseId: string, key: string, asked: Asked | undefined, record: CaseStep | undefined, today: string): RecordFormState {
  const fresh: Values = { caseId, step: key, turn: 1, doneOn: asked && asked.lasts === null ? today : null }
  return useRecordForm(type, record ? valuesOf(type, record) : blankValues(type, fresh))
}

/** What is missing before it can be kept, in a sentence; its dates and lengths are checked by the record type. */
export function faultOf({ results, lasts }: Asked, { startedOn, doneOn, result }: Values): string | undefined {
  if (doneOn === null && startedOn === null) return lasts === null ? '填写日期。' : '填写开始日期，结束以后再填完成日期。'
  if (doneOn === null && lasts === null) return '填写日期。'
  if (doneOn !== null && results.length > 1 && result === null) return `选结果：${results.map(({ label }) => label).join('、')}。`
  return undefined
}
