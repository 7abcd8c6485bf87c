import { z } from 'zod'
import { defineForm, type FormColumn, type Sheet } from './form.ts'
import { issued } from './props.ts'
import { longDay, numberedNotes } from './text.ts'

const clauseRow = z.object({
  code: z.string(),
  phrase: z.string(),
  number: z.string(),
  text: z.string(),
  servedBy: z.string(),
  state: z.string(),
})
export type PolicyTableRow = z.infer<typeof clauseRow>

const props = z.object({
  ...issued,
  notes: z.array(z.string()),
  documents: z.array(z.object({ title: z.string(), totals: z.string(), rows: z.array(clauseRow) })),
})
export type PolicyTableProps = z.infer<typeof props>

export const policyTableColumns = [
  { key: 'code', label: '编　号', mm: 22 },
  { key: 'phrase', label: '机　制', mm: 60, left: true },
  { key: 'number', label: '数　量', mm: 24 },
  { key: 'text', label: '条　文', mm: 83, left: true },
  { key: 'servedBy', label: '由谁承接', mm: 50, left: true },
  { key: 'state', label: '状　态', mm: 22 },
] as const satisfies readonly FormColumn[]

function sheet({ documents, printedOn, notes }: PolicyTableProps): Sheet {
  return {
    name: '制度落实对照表',
    title: policyTable.label,
    subtitle: [`截至：${longDay(printedOn)}`],
    columns: [{ key: 'document', label: '文　件', mm: 50, left: true }, ...policyTableColumns],
    rows: documents.flatMap(({ title, rows }) => rows.map(row => [title, row.code, row.phrase, row.number, row.text, row.servedBy, row.state])),
    total: null,
    notes: numberedNotes('说明', notes),
  }
}

/** 制度落实对照表: what a document asks for, in its words, what serves it, and how it stands. */
export const policyTable = defineForm({
  name: 'policyTable',
  label: '制度落实对照表',
  description: '每个文件一份，另起一页：逐条列出要求、条文、由谁承接和现在的状态，没有承接的如实列出。',
  paper: { size: 'A4', landscape: true, margins: { top: 18, right: 18, bottom: 18, left: 18 } },
  needs: [],
  watermark: true,
  unit: '个文件',
  preview: 2,
  batch: 100,
  props,
  sheet,
})
