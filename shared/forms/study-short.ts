import { z } from 'zod'
import { defineForm, type FormColumn, type Sheet, type SheetCell } from './form.ts'
import { counted, issued, shortfall } from './props.ts'
import { sumHours } from './study-kinds.ts'
import { longDay, numberedNotes } from './text.ts'

const shortRow = shortfall.extend({
  category: z.string(),
  /** From the records: which chances were missed. Nobody's judgement. */
  reason: z.string(),
})
export type ShortRow = z.infer<typeof shortRow>

const props = z.object({
  ...issued,
  ...counted,
  branches: z.array(z.object({ branch: z.string(), rows: z.array(shortRow) })),
})
export type StudyShortProps = z.infer<typeof props>

export const shortColumns = [
  { key: 'number', label: '序\n号', mm: 10, number: '0' },
  { key: 'name', label: '姓　名', mm: 20 },
  { key: 'category', label: '类别', mm: 15 },
  { key: 'target', label: '年度\n任务', mm: 13, number: '0.##' },
  { key: 'done', label: '已\n完成', mm: 13, number: '0.##' },
  { key: 'missing', label: '差额', mm: 13, number: '0.##', summed: true },
  { key: 'reason', label: '主要原因', mm: 39.5, left: true },
  { key: 'measure', label: '补学措施及期限', mm: 30, left: true },
  { key: 'signature', label: '本人签收', mm: 20 },
] as const satisfies readonly FormColumn[]

/** 合计差: the sum of the column as printed. */
export const missingOf = (rows: readonly ShortRow[]): number => sumHours(rows.map(row => row.missing))

function sheet({ year, until, branches, notes }: StudyShortProps): Sheet {
  const rows = branches.flatMap(({ branch, rows: people }) =>
    people.map((row): SheetCell[] => [branch, row.number, row.name, row.category, row.target, row.done, row.missing, row.reason, null, null]),
  )
  const missing = sumHours(branches.map(b => missingOf(b.rows)))
  return {
    name: `${year}年`,
    title: studyShort.label,
    subtitle: [`${year}年度`, `统计截止：${longDay(until)}`, '单位：学时'],
    columns: [{ key: 'branch', label: '党支部', mm: 40, left: true }, ...shortColumns],
    rows,
    total: [`合　计（${rows.length} 人）`, null, null, null, null, null, missing, '', '', ''],
    notes: numberedNotes('说明', notes),
  }
}

/** 未达标人员名单: who is short, one list for each branch, to be handed to it. */
export const studyShort = defineForm({
  name: 'studyShort',
  label: '党员学时未达标人员名单',
  description: '每个党支部一份，另起一页：任务、已完成、差额和缺席情况，留出补学措施和本人签收。',
  serves: ['M043', 'M159'],
  paper: { size: 'A4', landscape: false, margins: { top: 20, right: 18, bottom: 20, left: 18 } },
  needs: ['year', 'organization'],
  watermark: true,
  unit: '个党支部',
  preview: 10,
  batch: 5000,
  props,
  sheet,
})
