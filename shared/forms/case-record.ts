import { z } from 'zod'
import { defineForm, type FormColumn } from './form.ts'

const line = z.object({
  no: z.string(),
  step: z.string(),
  /** Empty where it has not been done: the paper is filled in by hand. */
  when: z.string(),
  said: z.string(),
  materials: z.string(),
})
export type CaseRecordLine = z.infer<typeof line>

/** Whom a case is about, as it stands on every form of it. */
export const caseSubject = {
  name: z.string(),
  sex: z.string(),
  bornOn: z.string(),
  nation: z.string(),
  nativePlace: z.string(),
  education: z.string(),
  category: z.string(),
  branch: z.string(),
  workPost: z.string(),
  openedOn: z.string(),
  owner: z.string(),
  /** The rules that the case goes by. */
  rules: z.string(),
  outcome: z.string(),
}

const document = z.object({ ...caseSubject, title: z.string(), phases: z.array(z.object({ label: z.string(), lines: z.array(line) })) })
export type CaseRecordDocument = z.infer<typeof document>

const props = z.object({ watermark: z.string().nullable(), cases: z.array(document) })
export type CaseRecordProps = z.infer<typeof props>

export const caseRecordColumns = [
  { key: 'no', label: '步', mm: 10 },
  { key: 'step', label: '步　骤', mm: 38, left: true },
  { key: 'when', label: '时　间', mm: 25 },
  { key: 'said', label: '办　理　情　况', mm: 62, left: true },
  { key: 'materials', label: '材　料', mm: 38.6, left: true },
] as const satisfies readonly FormColumn[]

/** 全程纪实表: every step of a case with its day, who, numbers, votes and materials, from the case itself. */
export const caseRecord = defineForm({
  name: 'caseRecord',
  label: '发展党员全程纪实表',
  description: '每人一份：从递交申请书到材料归档，各步的时间、办理人、文号、表决和材料都取自卷宗，不用再填。',
  serves: ['M107', 'M108'],
  paper: { size: 'A4', landscape: false, margins: { top: 16, right: 18, bottom: 16, left: 18 } },
  needs: ['case'],
  watermark: true,
  unit: '份',
  preview: 3,
  batch: 200,
  props,
})
