import { z } from 'zod'
import { caseSubject, subjectGrid } from './case-record.ts'
import { defineForm, type FormColumn, type Sheet } from './form.ts'
import type { WrittenDocument } from './written.ts'
import { tableGrid } from './written-table.ts'

const row = z.object({
  number: z.int(),
  step: z.string(),
  name: z.string(),
  madeOn: z.string(),
  pages: z.int().nullable(),
  /** 有, 缺. */
  state: z.string(),
  remark: z.string(),
})
export type CaseMaterialRow = z.infer<typeof row>

const document = z.object({ ...caseSubject, title: z.string(), rows: z.array(row), filed: z.int(), pages: z.int(), lacking: z.int() })
export type CaseMaterialsDocument = z.infer<typeof document>

const props = z.object({ watermark: z.string().nullable(), cases: z.array(document) })
export type CaseMaterialsProps = z.infer<typeof props>

const caseMaterialsColumns = [
  { key: 'number', label: '序号', mm: 12 },
  { key: 'step', label: '步　骤', mm: 46, left: true },
  { key: 'name', label: '材　料　名　称', mm: 54, left: true },
  { key: 'madeOn', label: '日　期', mm: 25 },
  { key: 'pages', label: '页数', mm: 12 },
  { key: 'state', label: '有无', mm: 10.6 },
  { key: 'remark', label: '备注', mm: 14 },
] as const satisfies readonly FormColumn[]

function sheet({ cases }: CaseMaterialsProps): Sheet {
  return {
    name: '材料清单',
    title: caseMaterials.label,
    subtitle: [cases.length === 1 ? `卷宗：${cases[0]?.name ?? ''}` : `共 ${cases.length} 份`],
    columns: [{ key: 'person', label: '卷　宗', mm: 22 }, { key: 'branch', label: '党组织', mm: 50, left: true }, ...caseMaterialsColumns],
    rows: cases.flatMap(({ name, branch, rows }) =>
      rows.map(({ number, step, name: material, madeOn, pages, state, remark }) => [name, branch, number, step, material, madeOn, pages, state, remark]),
    ),
    total: null,
    notes: [],
  }
}

const documentOf = (found: CaseMaterialsDocument): WrittenDocument => ({
  blocks: [
    { kind: 'title', text: found.title },
    subjectGrid(found),
    tableGrid(
      caseMaterialsColumns,
      found.rows.map(({ number, step, name, madeOn, pages, state, remark }) => [String(number), step, name, madeOn, String(pages ?? ''), state, remark]),
      { head: 8.5, row: 7.5 },
    ),
    { kind: 'spread', parts: [`共 ${found.filed} 份 ${found.pages} 页${found.lacking > 0 ? `，缺 ${found.lacking} 份` : ''}`] },
    { kind: 'spread', parts: [`移交人（签名）：${'　'.repeat(6)}`, `接收人（签名）：${'　'.repeat(6)}`, '　　年　　月　　日'] },
  ],
})

/** 材料清单: what a case's file holds, step by step, and what it lacks. */
export const caseMaterials = defineForm({
  name: 'caseMaterials',
  label: '卷宗材料清单',
  description: '每个卷宗一份：按步骤列出已有的和缺的材料，日期、页数取自卷宗，归档移交时双方签字。',
  serves: ['M107'],
  paper: { size: 'A4', landscape: false, margins: { top: 18, right: 18, bottom: 16, left: 18 } },
  needs: ['case'],
  watermark: true,
  unit: '份',
  preview: 3,
  batch: 200,
  props,
  sheet,
  written: ({ cases }) => cases.map(documentOf),
})
