import { z } from 'zod'
import { defineForm, type FormColumn, type Paper, type Sheet } from './form.ts'
import { longDay, spacedName } from './text.ts'
import type { WrittenDocument } from './written.ts'
import { tableGrid } from './written-table.ts'

/** Every column a roster can have, in the order in which they are offered; the widths share the page. */
export const rosterColumns = {
  personId: { label: '姓　名', mm: 18 },
  sex: { label: '性\n别', mm: 8 },
  nation: { label: '民族', mm: 13 },
  born: { label: '出生\n年月', mm: 16 },
  age: { label: '年\n龄', mm: 9 },
  nativePlace: { label: '籍贯', mm: 18 },
  unit: { label: '所在单位', mm: 28, left: true },
  currentPost: { label: '现任职务', mm: 40, left: true },
  level: { label: '职务\n层次', mm: 20 },
  postSince: { label: '任现职\n时间', mm: 16 },
  postYears: { label: '任现职\n年限', mm: 15 },
  levelSince: { label: '任现层\n次时间', mm: 16 },
  rank: { label: '职级', mm: 20 },
  rankSince: { label: '任现职\n级时间', mm: 16 },
  rankYears: { label: '任现职\n级年限', mm: 15 },
  joined: { label: '入党\n时间', mm: 17 },
  startedWork: { label: '参加工\n作时间', mm: 16 },
  education: { label: '最高学历\n学位', mm: 22 },
  major: { label: '所学专业', mm: 26, left: true },
  professionalTitle: { label: '专业技\n术职务', mm: 18 },
  identity: { label: '干部\n身份', mm: 16 },
  managedBy: { label: '管理\n权限', mm: 14 },
  pools: { label: '后备和年\n轻干部', mm: 22 },
  retires: { label: '到龄\n年月', mm: 16 },
  branch: { label: '所在党支部', mm: 30, left: true },
  remark: { label: '备注', mm: 20, left: true },
} as const satisfies Readonly<Record<string, Omit<FormColumn, 'key'>>>
export type RosterColumn = keyof typeof rosterColumns

export const isRosterColumn = (name: string): name is RosterColumn => Object.hasOwn(rosterColumns, name)

/** 干部名册, as offices exchange it. */
export const rosterDefaults: readonly RosterColumn[] = [
  'personId',
  'currentPost',
  'sex',
  'nation',
  'born',
  'age',
  'joined',
  'startedWork',
  'education',
  'major',
  'professionalTitle',
  'postSince',
  'postYears',
  'rank',
  'remark',
]

const props = z.object({
  watermark: z.string().nullable(),
  title: z.string(),
  unit: z.string(),
  on: z.string(),
  author: z.string(),
  columns: z.array(z.string()),
  paper: z.enum(['A4', 'A3']),
  /** Cells in the order of the columns. */
  rows: z.array(z.array(z.string())),
  omitted: z.int(),
  total: z.int(),
})
export type CadreRosterProps = z.infer<typeof props>

/** The room between the margins of a sheet laid across, and of the number of the row. */
const room = { A4: 266, A3: 389 } as const
const numberMm = 9

/** The columns of a roster, the number first, sharing the width of the page. */
export function columnsOfRoster(keys: readonly string[], paper: 'A4' | 'A3' = 'A4'): readonly FormColumn[] {
  const chosen = keys.filter(isRosterColumn)
  const sum = chosen.reduce((total, key) => total + rosterColumns[key].mm, 0)
  const scale = sum === 0 ? 1 : (room[paper] - numberMm) / sum
  return [
    { key: 'number', label: '序\n号', mm: numberMm, number: '0' },
    ...chosen.map((key): FormColumn => ({ key, ...rosterColumns[key], mm: Math.floor(rosterColumns[key].mm * scale * 10) / 10 })),
  ]
}

const sheet = ({ title, unit, on, author, columns, paper, rows, total }: CadreRosterProps): Sheet => ({
  name: title,
  title,
  subtitle: [`单位：${unit}`, `截止：${longDay(on)}`, `共 ${total} 人`],
  columns: columnsOfRoster(columns, paper),
  rows: rows.map((row, i) => [i + 1, ...row]),
  total: null,
  notes: [`填表人：${author}　　填报日期：${longDay(on)}`],
})

/** The same table in Word, the names set as in print. */
const documentOf = ({ title, unit, on, author, columns: keys, paper, rows, total }: CadreRosterProps): WrittenDocument => {
  const columns = columnsOfRoster(keys, paper)
  const cells = rows.map((row, i) => [String(i + 1), ...row].map((cell, c) => (columns[c]?.key === 'personId' ? spacedName(cell) : cell)))
  return {
    blocks: [
      { kind: 'title', text: title },
      { kind: 'spread', parts: [`单位：${unit}`, `截止 ${longDay(on)}`, `共 ${total} 人`] },
      tableGrid(columns, cells, { head: 12, row: 8.5 }),
      { kind: 'spread', parts: [`填表人：${author}`, `填报日期：${longDay(on)}`] },
    ],
  }
}

const sheetOfPaper: Paper = { size: 'A4', landscape: true, margins: { top: 16, right: 15, bottom: 14, left: 15 } }

/** 干部名册 and 一览表: cadres in the order of the office or of a list, with the columns chosen there. */
export const cadreRoster = defineForm({
  name: 'cadreRoster',
  label: '干部名册',
  description: '每名干部一行，按单位的排序；在干部信息里选好条件、列和次序再打印，就是一览表。',
  serves: ['M029'],
  paper: sheetOfPaper,
  paperFor: ({ paper }) => ({ ...sheetOfPaper, size: paper }),
  needs: ['organization'],
  watermark: true,
  unit: '人',
  preview: 60,
  batch: 50_000,
  props,
  sheet,
  written: given => [documentOf(given)],
})
