import { z } from 'zod'
import { defineForm, type FormColumn, type Sheet } from './form.ts'
import { issued } from './props.ts'
import { longDay, spacedName } from './text.ts'
import type { WrittenDocument } from './written.ts'
import { noteBlocks, tableGrid } from './written-table.ts'

const row = z.object({
  number: z.int(),
  name: z.string(),
  branch: z.string(),
  phase: z.string(),
  step: z.string(),
  state: z.string(),
  dueOn: z.string(),
  missing: z.int(),
  remarks: z.int(),
  owner: z.string(),
  openedOn: z.string(),
})
export type CaseProgressRow = z.infer<typeof row>

const props = z.object({ ...issued, title: z.string(), organization: z.string(), rows: z.array(row), byPhase: z.array(z.string()), overdue: z.int() })
export type CaseProgressProps = z.infer<typeof props>

export const caseProgressColumns = [
  { key: 'number', label: '序号', mm: 12 },
  { key: 'name', label: '姓　名', mm: 22 },
  { key: 'branch', label: '党支部', mm: 54, left: true },
  { key: 'phase', label: '阶　段', mm: 28 },
  { key: 'step', label: '下一步', mm: 46, left: true },
  { key: 'state', label: '状　态', mm: 16 },
  { key: 'dueOn', label: '期　限', mm: 24 },
  { key: 'missing', label: '缺材料', mm: 14 },
  { key: 'remarks', label: '提示', mm: 12 },
  { key: 'owner', label: '承办人', mm: 18 },
  { key: 'openedOn', label: '立　卷', mm: 24.6 },
] as const satisfies readonly FormColumn[]

function sheet({ title, organization, printedOn, rows, byPhase }: CaseProgressProps): Sheet {
  return {
    name: '进度表',
    title,
    subtitle: [`${organization}　截至：${longDay(printedOn)}`],
    columns: caseProgressColumns,
    rows: rows.map(r => [r.number, r.name, r.branch, r.phase, r.step, r.state, r.dueOn, r.missing, r.remarks, r.owner, r.openedOn]),
    total: null,
    notes: [byPhase.join('，')],
  }
}

const cellsOf = (r: CaseProgressRow): readonly string[] => [
  String(r.number),
  spacedName(r.name),
  r.branch,
  r.phase,
  r.step,
  r.state,
  r.dueOn,
  String(r.missing),
  String(r.remarks),
  r.owner,
  r.openedOn,
]

/** What is to be known of the whole: print and Word say the same. */
export const progressNotes = ({ rows, byPhase, overdue }: Pick<CaseProgressProps, 'rows' | 'byPhase' | 'overdue'>): readonly [string, string] => [
  `在办 ${rows.length} 人：${byPhase.join('，')}；有步骤逾期的 ${overdue} 人。`,
  '缺材料指已办的步骤还缺的份数；提示指次序、日期、时间与细则不合之处，结论由人作出。',
]

const documentOf = (given: CaseProgressProps): WrittenDocument => ({
  blocks: [
    { kind: 'title', text: given.title },
    { kind: 'spread', parts: [`党组织：${given.organization}`, `截至：${longDay(given.printedOn)}`] },
    tableGrid(caseProgressColumns, given.rows.map(cellsOf), { head: 8.5, row: 7.5 }),
    ...noteBlocks('说明', progressNotes(given)),
    { kind: 'spread', parts: [given.office, `填表人：${given.author}　`] },
  ],
})

/** 进度表: where the open cases of an organization stand, what is due first. */
export const caseProgress = defineForm({
  name: 'caseProgress',
  label: '程序进度表',
  description: '一个党组织及其下级在办的卷宗：各人到哪个阶段、下一步、期限、缺材料和提示，按期限排列。',
  serves: ['M014'],
  paper: { size: 'A4', landscape: true, margins: { top: 16, right: 13, bottom: 16, left: 13 } },
  needs: ['organization'],
  watermark: true,
  unit: '人',
  preview: 120,
  batch: 5000,
  props,
  sheet,
  written: given => [documentOf(given)],
})
