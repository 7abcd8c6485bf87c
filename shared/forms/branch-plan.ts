import { z } from 'zod'
import { defineForm, type FormColumn, type Sheet, type SheetCell } from './form.ts'
import { longDay, numberedNotes } from './text.ts'

const planCell = z.object({
  /** Months of the year, first and last, that the box covers. */
  first: z.int(),
  last: z.int(),
  text: z.string(),
  late: z.boolean(),
})

const planRow = z.object({
  number: z.int(),
  label: z.string(),
  asks: z.string(),
  clause: z.string(),
  cells: z.array(planCell),
  total: z.string(),
})
export type BranchPlanRow = z.infer<typeof planRow>

const props = z.object({
  watermark: z.string().nullable(),
  office: z.string(),
  year: z.int(),
  author: z.string(),
  printedOn: z.string(),
  notes: z.array(z.string()),
  branches: z.array(z.object({ branch: z.string(), secretary: z.string(), rows: z.array(planRow) })),
})
export type BranchPlanProps = z.infer<typeof props>

const months = Array.from({ length: 12 }, (_, i) => ({ key: `m${i + 1}`, label: `${i + 1}月`, mm: 11 }) satisfies FormColumn)

export const branchPlanColumns: readonly FormColumn[] = [
  { key: 'number', label: '序\n号', mm: 9, number: '0' },
  { key: 'label', label: '事　项', mm: 31, left: true },
  { key: 'asks', label: '要　求', mm: 41, left: true },
  ...months,
  { key: 'total', label: '全年', mm: 16 },
  { key: 'clause', label: '依　据', mm: 40, left: true },
]

const cellsOf = ({ number, label, asks, cells, total, clause }: BranchPlanRow): SheetCell[] => [
  number,
  label,
  asks,
  ...months.map((_, i) => cells.find(cell => cell.last === i + 1)?.text ?? null),
  total,
  clause,
]

function sheet({ year, branches, printedOn, notes }: BranchPlanProps): Sheet {
  return {
    name: `${year}年`,
    title: branchPlan.label,
    subtitle: [`${year}年度`, `截至：${longDay(printedOn)}`],
    columns: [{ key: 'branch', label: '党支部', mm: 40, left: true }, ...branchPlanColumns],
    rows: branches.flatMap(({ branch, rows }) => rows.map((row): SheetCell[] => [branch, ...cellsOf(row)])),
    total: null,
    notes: numberedNotes('说明', notes),
  }
}

/** 党支部年度组织生活计划: what the quotas in force ask of a branch and its members, month by month. */
export const branchPlan = defineForm({
  name: 'branchPlan',
  label: '党支部年度组织生活计划',
  description: '每个党支部一份，另起一页：按现行指标列出全年每月应做的事，已做的打 √，逾期的写明欠几次。',
  serves: ['M003', 'M045', 'M163'],
  paper: { size: 'A4', landscape: true, margins: { top: 14, right: 14, bottom: 13, left: 14 } },
  needs: ['year', 'organization'],
  watermark: true,
  unit: '个党支部',
  preview: 3,
  batch: 500,
  props,
  sheet,
})
