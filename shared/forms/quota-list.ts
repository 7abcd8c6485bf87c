import { z } from 'zod'
import { defineForm, type FormColumn, type Sheet, type SheetCell } from './form.ts'
import { longDay, numberedNotes } from './text.ts'

const listRow = z.object({
  number: z.int(),
  name: z.string(),
  /** 党支部; empty for an organization. */
  organization: z.string(),
  post: z.string(),
  /** Null for the exempt and where no target is in force. */
  target: z.number().nullable(),
  done: z.number(),
  missing: z.number(),
  /** 9/11; empty where a year is one period. */
  kept: z.string(),
  state: z.string(),
  remark: z.string(),
})
export type QuotaListRow = z.infer<typeof listRow>

const props = z.object({
  watermark: z.string().nullable(),
  unit: z.string(),
  year: z.int(),
  until: z.string(),
  author: z.string(),
  filledOn: z.string(),
  quota: z.string(),
  /** What amounts are counted in. */
  amounts: z.string(),
  people: z.boolean(),
  rows: z.array(listRow),
  /** Rows that a preview leaves out. */
  omitted: z.int(),
  /** 达标 329，临期 57. */
  totals: z.string(),
  notes: z.array(z.string()),
})
export type QuotaListProps = z.infer<typeof props>

/** The columns for people, or for organizations, which have neither branch nor post. */
export function listColumns(people: boolean): readonly FormColumn[] {
  return [
    { key: 'number', label: '序\n号', mm: 10, number: '0' },
    ...(people
      ? [
          { key: 'name', label: '姓　名', mm: 20 },
          { key: 'organization', label: '党支部', mm: 40, left: true },
          { key: 'post', label: '职务', mm: 22, left: true },
        ]
      : [{ key: 'name', label: '党组织', mm: 82, left: true }]),
    { key: 'target', label: '指标', mm: 13, number: '0.##' },
    { key: 'done', label: '已\n完成', mm: 13, number: '0.##' },
    { key: 'missing', label: '差', mm: 13, number: '0.##' },
    { key: 'kept', label: '按期', mm: 14 },
    { key: 'state', label: '状态', mm: 16 },
    { key: 'remark', label: '备注', mm: 13, left: true },
  ]
}

export function cellsOf(row: QuotaListRow, people: boolean): SheetCell[] {
  return [row.number, row.name, ...(people ? [row.organization, row.post] : []), row.target, row.done, row.missing, row.kept, row.state, row.remark]
}

function sheet({ unit, year, until, quota, amounts, people, rows, totals, author, filledOn, notes }: QuotaListProps): Sheet {
  return {
    name: `${year}年`,
    title: `${quota}完成情况名单`,
    subtitle: [`单位：${unit}`, `年度：${year}年`, `统计截止：${longDay(until)}`, `计量：${amounts}`],
    columns: listColumns(people),
    rows: rows.map(row => cellsOf(row, people)),
    total: null,
    notes: [`${totals}　　填表人：${author}　　填报日期：${longDay(filledOn)}`, ...numberedNotes('注', notes)],
  }
}

/** 指标完成情况名单: everyone, or every organization, under one quota, with how they stand. */
export const quotaList = defineForm({
  name: 'quotaList',
  label: '指标完成情况名单',
  description: '一项指标的全部对象，每个一行：指标、已完成、差多少、按期完成的期数和状态。',
  paper: { size: 'A4', landscape: false, margins: { top: 20, right: 18, bottom: 20, left: 18 } },
  needs: ['year', 'organization', 'quota'],
  watermark: true,
  unit: '行',
  preview: 120,
  batch: 50_000,
  props,
  sheet,
})
