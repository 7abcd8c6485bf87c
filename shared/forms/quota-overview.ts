import { z } from 'zod'
import { defineForm, type FormColumn, type Sheet, type SheetCell } from './form.ts'
import { longDay, numberedNotes, percentText } from './text.ts'

const overviewRow = z.object({
  topic: z.string(),
  label: z.string(),
  circle: z.string(),
  every: z.string(),
  target: z.string(),
  basis: z.string(),
  required: z.int(),
  met: z.int(),
  /** Periods that are due and those of them that were kept; null where a year is one period. */
  due: z.int().nullable(),
  kept: z.int().nullable(),
  short: z.int(),
  near: z.int(),
  open: z.int(),
})
export type QuotaOverviewRow = z.infer<typeof overviewRow>

const props = z.object({
  watermark: z.string().nullable(),
  unit: z.string(),
  year: z.int(),
  /** The last day whose records are counted. */
  until: z.string(),
  author: z.string(),
  filledOn: z.string(),
  rows: z.array(overviewRow),
  notes: z.array(z.string()),
})
export type QuotaOverviewProps = z.infer<typeof props>

export const overviewColumns = [
  { key: 'number', label: '序\n号', mm: 9, number: '0' },
  { key: 'topic', label: '类别', mm: 20 },
  { key: 'label', label: '指标', mm: 38, left: true },
  { key: 'circle', label: '考核对象', mm: 38, left: true },
  { key: 'every', label: '周期', mm: 15 },
  { key: 'target', label: '指标值', mm: 25 },
  { key: 'basis', label: '依据', mm: 26 },
  { key: 'required', label: '应考核', mm: 16, number: '0' },
  { key: 'met', label: '达标', mm: 15, number: '0' },
  { key: 'rate', label: '达标率', mm: 17 },
  { key: 'kept', label: '按期率', mm: 17 },
  { key: 'short', label: '未达标', mm: 15, number: '0' },
  { key: 'near', label: '临期', mm: 13, number: '0' },
  { key: 'open', label: '进行中', mm: 13, number: '0' },
] as const satisfies readonly FormColumn[]

const rateOf = ({ met, required }: QuotaOverviewRow): string => (required > 0 ? percentText(met, required, met >= required) : '—')
const keptOf = ({ kept, due }: QuotaOverviewRow): string => (kept !== null && due ? percentText(kept, due, kept >= due) : '—')

/** One row of print and worksheet. */
export const overviewCells = (row: QuotaOverviewRow, i: number): SheetCell[] => [
  i + 1,
  row.topic,
  row.label,
  row.circle,
  row.every,
  row.target,
  row.basis,
  row.required,
  row.met,
  rateOf(row),
  keptOf(row),
  row.short,
  row.near,
  row.open,
]

function sheet({ unit, year, until, rows, author, filledOn, notes }: QuotaOverviewProps): Sheet {
  return {
    name: `${year}年`,
    title: quotaOverview.label,
    subtitle: [`单位：${unit}`, `年度：${year}年`, `统计截止：${longDay(until)}`],
    columns: overviewColumns,
    rows: rows.map(overviewCells),
    total: null,
    notes: [`填表人：${author}　　　　填报日期：${longDay(filledOn)}`, ...numberedNotes('注', notes)],
  }
}

/** 指标完成情况汇总表: every quota in use with how it stands, by topic. */
export const quotaOverview = defineForm({
  name: 'quotaOverview',
  label: '指标完成情况汇总表',
  description: '每项在用的指标一行，按类别排列：指标值和依据、应考核、达标率、按期率和未达标数。',
  paper: { size: 'A4', landscape: true, margins: { top: 19, right: 10, bottom: 16, left: 10 } },
  needs: ['year', 'organization'],
  watermark: true,
  unit: '项',
  preview: 200,
  batch: 1000,
  props,
  sheet,
})
