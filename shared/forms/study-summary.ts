import { z } from 'zod'
import { defineForm, type FormColumn, type Sheet, type SheetCell } from './form.ts'
import { type GroupHours, noHours, type StudyGroup, studyGroupNames, studyGroups, sumHours } from './study-kinds.ts'
import { longDay, numberedNotes, percentText } from './text.ts'

const groupHours = z.object({ superior: z.number(), rotation: z.number(), school: z.number(), branch: z.number(), online: z.number() })

const summaryRow = z.object({
  number: z.int(),
  name: z.string(),
  post: z.string(),
  category: z.string(),
  /** Null for the exempt and where no target was in force. */
  target: z.number().nullable(),
  done: z.number(),
  hours: groupHours,
  verdict: z.enum(['达标', '未达标', '免', '—']),
  remark: z.string(),
})
export type SummaryRow = z.infer<typeof summaryRow>

const summaryTotal = z.object({ target: z.number(), done: z.number(), percent: z.string(), hours: groupHours, met: z.int(), exempt: z.int() })
export type SummaryTotal = z.infer<typeof summaryTotal>

const props = z.object({
  watermark: z.string().nullable(),
  unit: z.string(),
  year: z.int(),
  rows: z.array(summaryRow),
  total: summaryTotal,
  /** Rows that a preview leaves out before the totals. */
  omitted: z.int(),
  author: z.string(),
  filledOn: z.string(),
  notes: z.array(z.string()),
})
export type StudySummaryProps = z.infer<typeof props>

const groupColumn = (group: StudyGroup): FormColumn<StudyGroup> => ({
  key: group,
  label: `${studyGroups[group].slice(0, 2)}\n${studyGroups[group].slice(2)}`,
  mm: 16,
  group: '各类培训完成学时数',
  number: '0.##',
  summed: true,
})

export const summaryColumns = [
  { key: 'number', label: '序号', mm: 11, number: '0' },
  { key: 'name', label: '姓　名', mm: 21 },
  { key: 'post', label: '时任单位（党支部）及职务', mm: 54.5, left: true },
  { key: 'category', label: '对象类别', mm: 20 },
  { key: 'target', label: '年度学习\n任务', mm: 18, number: '0.##', summed: true },
  { key: 'done', label: '已完成\n学时数', mm: 18, number: '0.##', summed: true },
  { key: 'percent', label: '完成\n百分比', mm: 20 },
  ...studyGroupNames.map(groupColumn),
  { key: 'verdict', label: '是否\n达标', mm: 17 },
  { key: 'remark', label: '备注', mm: 17 },
] as const satisfies readonly FormColumn[]

export const percentOf = (row: SummaryRow): string => (row.target === null ? '—' : percentText(row.done, row.target, row.verdict === '达标'))

/**
 * 合计. Every figure is the sum of the column as printed. The percentage is of those who owe hours: what the exempt
 * did counts in the column, not in the percentage.
 */
export function totalOf(rows: readonly SummaryRow[]): SummaryTotal {
  const owing = rows.filter(row => row.target !== null)
  const target = sumHours(owing.map(row => row.target ?? 0))
  const owingDone = sumHours(owing.map(row => row.done))
  return {
    target,
    done: sumHours(rows.map(row => row.done)),
    percent: target > 0 ? percentText(owingDone, target, owingDone >= target) : '—',
    hours: totalHours(rows.map(row => row.hours)),
    met: rows.filter(row => row.verdict === '达标').length,
    exempt: rows.filter(row => row.verdict === '免').length,
  }
}

function totalHours(rows: readonly GroupHours[]): GroupHours {
  const total: Record<StudyGroup, number> = { ...noHours }
  for (const group of studyGroupNames) total[group] = sumHours(rows.map(row => row[group]))
  return total
}

const cellsOf = (row: SummaryRow): SheetCell[] => [
  row.number,
  row.name,
  row.post,
  row.category,
  row.target ?? '—',
  row.done,
  percentOf(row),
  ...studyGroupNames.map(g => row.hours[g]),
  row.verdict,
  row.remark,
]

function sheet({ unit, year, rows, total, author, filledOn, notes }: StudySummaryProps): Sheet {
  return {
    name: `${year}年`,
    title: studySummary.label,
    subtitle: [`填报单位（盖章）：${unit}`, `年度：${year}年`, '单位：学时'],
    columns: summaryColumns,
    rows: rows.map(cellsOf),
    total: [
      '合　计',
      null,
      null,
      null,
      total.target,
      total.done,
      total.percent,
      ...studyGroupNames.map(g => total.hours[g]),
      `${total.met}人`,
      `免${total.exempt}人`,
    ],
    notes: [`审核人：　　　　　　填表人：${author}　　　　联系电话：　　　　　　　　填报日期：${longDay(filledOn)}`, ...numberedNotes('注', notes)],
  }
}

/** 年度培训学习情况统计表: everyone's hours of a year, branch by branch, by kind of training. */
export const studySummary = defineForm({
  name: 'studySummary',
  label: '党员年度培训学习情况统计表',
  description: '每名党员一行，按党支部排列：年度任务、已完成学时、各类培训分列，末页合计。',
  serves: ['M001', 'M043', 'M159'],
  paper: { size: 'A4', landscape: true, margins: { top: 19, right: 10, bottom: 16, left: 10 } },
  needs: ['year', 'organization'],
  watermark: true,
  unit: '人',
  preview: 120,
  batch: 50_000,
  props,
  sheet,
})
