import { z } from 'zod'
import { happeningNames, happenings, stageNames, stages } from '../../rules/development.ts'
import { defineForm, type FormColumn, type Sheet, type SheetCell } from '../form.ts'
import { longDay, numberedNotes, percentText } from '../text.ts'

const figures = z.object({
  planned: z.int().nullable(),
  /** In the month, in the order of `happeningNames`. */
  happened: z.array(z.int()).length(6),
  /** Since the year began. */
  received: z.int(),
  /** At the month's end, in the order of `stageNames`. */
  stages: z.array(z.int()).length(4),
  /** Null of a month that is past: nobody knows any more. */
  overdue: z.int().nullable(),
  lags: z.boolean(),
})
const row = figures.extend({ number: z.int(), name: z.string() })
export type PlanMonthlyRow = z.infer<typeof row>

const props = z.object({
  watermark: z.string().nullable(),
  unit: z.string(),
  year: z.int(),
  month: z.int(),
  until: z.string(),
  rows: z.array(row),
  total: figures,
  /** Rows that a preview leaves out before the total. */
  omitted: z.int(),
  author: z.string(),
  filledOn: z.string(),
  notes: z.array(z.string()),
})
export type PlanMonthlyProps = z.infer<typeof props>

export const planMonthlyColumns: readonly FormColumn[] = [
  { key: 'number', label: '序\n号', mm: 9, number: '0' },
  { key: 'name', label: '党组织', mm: 55, left: true },
  { key: 'planned', label: '年度\n计划', mm: 13, number: '0' },
  ...happeningNames.map((name): FormColumn => ({ key: name, label: inPairs(happenings[name]), mm: 13.5, group: '本月', number: '0', summed: true })),
  { key: 'sum', label: '累计\n接收', mm: 13, group: '本年', number: '0', summed: true },
  { key: 'share', label: '完成\n计划', mm: 17, group: '本年' },
  ...stageNames.map((name): FormColumn => ({
    key: name,
    label: inPairs(stages[name].replace('入党', '')),
    mm: 14,
    group: '月末在办',
    number: '0',
    summed: true,
  })),
  { key: 'overdue', label: '步骤\n逾期', mm: 12, number: '0', summed: true },
  { key: 'lags', label: '进度', mm: 13 },
]

/** 确定积极分子 in a narrow column: two characters a line. */
function inPairs(label: string): string {
  return label.length > 3 ? (label.match(/.{1,2}/g) ?? []).join('\n') : label
}

export const planMonthlyCells = ({ planned, happened, received, stages: standing, overdue, lags }: z.infer<typeof figures>): SheetCell[] => [
  planned,
  ...happened,
  received,
  planned ? percentText(received, planned, received >= planned) : '—',
  ...standing,
  overdue,
  lags ? '滞后' : '',
]

function sheet({ unit, year, month, until, rows, total, author, filledOn, notes }: PlanMonthlyProps): Sheet {
  return {
    name: `${year}年${month}月`,
    title: `${year}年${month}月${planMonthly.label}`,
    subtitle: [`单位：${unit}`, `统计截止：${longDay(until)}`],
    columns: planMonthlyColumns,
    rows: rows.map((one): SheetCell[] => [one.number, one.name, ...planMonthlyCells(one)]),
    total: ['合　计', null, ...planMonthlyCells(total)],
    notes: [`填表人：${author}　　填报日期：${longDay(filledOn)}`, ...numberedNotes('说明', notes)],
  }
}

/** 发展党员月报表: each unit's plan, its month, its year so far, and who is on the way at the month's end. */
export const planMonthly = defineForm({
  name: 'planMonthly',
  label: '发展党员月报表',
  description: '每个下级党组织一行：年度计划、本月各阶段新增人数、本年累计接收和完成比例、月末在办人数、步骤逾期。',
  serves: ['M104', 'M105'],
  paper: { size: 'A4', landscape: true, margins: { top: 18, right: 14, bottom: 16, left: 14 } },
  needs: ['year', 'month', 'organization'],
  watermark: true,
  unit: '个党组织',
  preview: 60,
  batch: 50_000,
  props,
  sheet,
})
