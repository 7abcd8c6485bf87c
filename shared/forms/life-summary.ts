import { z } from 'zod'
import { defineForm, type FormColumn, type Sheet, type SheetCell } from './form.ts'
import { longDay, numberedNotes } from './text.ts'

const summaryRow = z.object({
  number: z.int(),
  branch: z.string(),
  /** How many meetings of each kind. */
  held: z.array(z.int()),
  /** How many in each month, January first; null in a month that is still to come. */
  months: z.array(z.int().nullable()).length(12),
  /** Months in which nothing due was missed, of those in which something was due: 8/10. */
  onTime: z.string(),
  rate: z.string(),
})
export type LifeSummaryRow = z.infer<typeof summaryRow>

const props = z.object({
  watermark: z.string().nullable(),
  unit: z.string(),
  year: z.int(),
  until: z.string(),
  kinds: z.array(z.string()),
  rows: z.array(summaryRow),
  total: summaryRow.omit({ number: true, branch: true }),
  /** Rows that a preview leaves out before the totals. */
  omitted: z.int(),
  author: z.string(),
  filledOn: z.string(),
  notes: z.array(z.string()),
})
export type LifeSummaryProps = z.infer<typeof props>

/** The columns; those of the kinds share the room there is. */
export const lifeColumns = (kinds: readonly string[]): readonly FormColumn[] => [
  { key: 'number', label: '序\n号', mm: 9, number: '0' },
  { key: 'branch', label: '党支部', mm: 43, left: true },
  ...kinds.map((label, i): FormColumn => {
    const half = Math.ceil(label.length / 2)
    return {
      key: `k${i}`,
      label: label.length > 3 ? `${label.slice(0, half)}\n${label.slice(half)}` : label,
      mm: 84 / kinds.length,
      group: '各类组织生活次数',
      number: '0',
      summed: true,
    }
  }),
  ...Array.from({ length: 12 }, (_, i): FormColumn => ({ key: `m${i + 1}`, label: `${i + 1}`, mm: 8, group: '各月次数', number: '0', summed: true })),
  { key: 'onTime', label: '按时\n月份', mm: 17 },
  { key: 'rate', label: '完成率', mm: 19 },
]

export const lifeCells = ({ held, months, onTime, rate }: Omit<LifeSummaryRow, 'number' | 'branch'>): SheetCell[] => [...held, ...months, onTime, rate]

function sheet({ unit, year, until, kinds, rows, total, author, filledOn, notes }: LifeSummaryProps): Sheet {
  return {
    name: `${year}年`,
    title: lifeSummary.label,
    subtitle: [`单位：${unit}`, `${year}年度`, `统计截止：${longDay(until)}`],
    columns: lifeColumns(kinds),
    rows: rows.map((row): SheetCell[] => [row.number, row.branch, ...lifeCells(row)]),
    total: ['合　计', null, ...lifeCells(total)],
    notes: [`填表人：${author}　　填报日期：${longDay(filledOn)}`, ...numberedNotes('说明', notes)],
  }
}

/** 组织生活开展情况统计表: what each branch held, by kind and month, and how much of what was due. */
export const lifeSummary = defineForm({
  name: 'lifeSummary',
  label: '组织生活开展情况统计表',
  description: '每个党支部一行：各类组织生活开了几次、各月几次、按时开展的月份数和完成率。',
  serves: ['M003', 'M045', 'M163'],
  paper: { size: 'A4', landscape: true, margins: { top: 18, right: 14, bottom: 16, left: 14 } },
  needs: ['year', 'organization'],
  watermark: true,
  unit: '个党支部',
  preview: 60,
  batch: 50_000,
  props,
  sheet,
})
