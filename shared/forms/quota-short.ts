import { z } from 'zod'
import { defineForm, type FormColumn, type Sheet, type SheetCell } from './form.ts'
import { counted, issued, shortfall } from './props.ts'
import { longDay, numberedNotes } from './text.ts'

const shortRow = shortfall.extend({
  /** Empty for an organization. */
  post: z.string(),
  /** 3 月、7 月: the periods that are over and were missed; empty where a year is one period. */
  missed: z.string(),
})
export type QuotaShortRow = z.infer<typeof shortRow>

const props = z.object({
  ...issued,
  ...counted,
  quota: z.string(),
  amounts: z.string(),
  people: z.boolean(),
  /** By branch for people, by the body above for organizations. */
  bodies: z.array(z.object({ body: z.string(), rows: z.array(shortRow) })),
})
export type QuotaShortProps = z.infer<typeof props>

/** The columns for people, or for organizations, which have no post. */
export const shortListColumns = (people: boolean): readonly FormColumn[] => [
  { key: 'number', label: '序\n号', mm: 10, number: '0' },
  ...(people
    ? [
        { key: 'name', label: '姓　名', mm: 22 },
        { key: 'post', label: '职务', mm: 28, left: true },
      ]
    : [{ key: 'name', label: '党组织', mm: 50, left: true }]),
  { key: 'target', label: '应完成', mm: 16, number: '0.##' },
  { key: 'done', label: '已完成', mm: 16, number: '0.##' },
  { key: 'missing', label: '差额', mm: 16, number: '0.##', summed: true },
  { key: 'missed', label: '欠缺的时段', mm: 40, left: true },
  { key: 'measure', label: '补救措施\n及期限', mm: 25.5, left: true },
]

export const shortCells = (row: QuotaShortRow, people: boolean): SheetCell[] => [
  row.number,
  row.name,
  ...(people ? [row.post] : []),
  row.target,
  row.done,
  row.missing,
  row.missed,
  null,
]

/** What is missing of all rows, to two decimals. */
export const missingIn = (rows: readonly QuotaShortRow[]): number => Math.round(rows.reduce((sum, row) => sum + row.missing, 0) * 100) / 100

function sheet({ year, until, quota, amounts, people, bodies, notes }: QuotaShortProps): Sheet {
  const rows = bodies.flatMap(({ body, rows: own }) => own.map((row): SheetCell[] => [body, ...shortCells(row, people)]))
  return {
    name: `${year}年`,
    title: `${quota}未达标名单`,
    subtitle: [`${year}年度`, `统计截止：${longDay(until)}`, `单位：${amounts}`],
    columns: [{ key: 'body', label: people ? '党支部' : '上级党组织', mm: 40, left: true }, ...shortListColumns(people)],
    rows,
    total: [`合　计（${rows.length}）`, null, null, ...(people ? [null] : []), null, null, missingIn(bodies.flatMap(b => b.rows)), '', ''],
    notes: numberedNotes('说明', notes),
  }
}

/** 指标未达标名单: who is short of any one quota, one list for each branch or each body above, to be handed to it. */
export const quotaShort = defineForm({
  name: 'quotaShort',
  label: '指标未达标名单',
  description: '一项指标没有完成的对象，按党支部或上级党组织分开，各起一页：应完成、已完成、差额、欠在哪几期和依据。',
  paper: { size: 'A4', landscape: false, margins: { top: 20, right: 18, bottom: 20, left: 18 } },
  needs: ['year', 'organization', 'quota'],
  watermark: true,
  unit: '份',
  preview: 10,
  batch: 5000,
  props,
  sheet,
})
