import { z } from 'zod'
import { defineForm, type FormColumn, type Sheet } from '../form.ts'
import { longDay, spacedName } from '../text.ts'
import { issued } from '../props.ts'
import { filled, label, type WrittenDocument } from '../written.ts'

const row = z.object({
  number: z.int(),
  name: z.string(),
  sex: z.string(),
  bornOn: z.string(),
  nation: z.string(),
  education: z.string(),
  workPost: z.string(),
  branch: z.string(),
  appliedOn: z.string(),
  settledOn: z.string(),
  contacts: z.string(),
  filed: z.string(),
})
export type ActivistRow = z.infer<typeof row>

const props = z.object({ ...issued, organization: z.string(), rows: z.array(row) })
export type ActivistListProps = z.infer<typeof props>

export const activistColumns = [
  { key: 'number', label: '序号', mm: 12 },
  { key: 'name', label: '姓　名', mm: 20 },
  { key: 'sex', label: '性别', mm: 11 },
  { key: 'bornOn', label: '出生年月', mm: 20 },
  { key: 'nation', label: '民族', mm: 16 },
  { key: 'education', label: '学　历', mm: 26 },
  { key: 'workPost', label: '单位及职务', mm: 40, left: true },
  { key: 'branch', label: '党支部', mm: 32, left: true },
  { key: 'appliedOn', label: '递交申请', mm: 22 },
  { key: 'settledOn', label: '确定时间', mm: 22 },
  { key: 'contacts', label: '培养联系人', mm: 22 },
  { key: 'filed', label: '备案', mm: 28 },
] as const satisfies readonly FormColumn<keyof ActivistRow>[]

function sheet({ organization, printedOn, rows }: ActivistListProps): Sheet {
  return {
    name: '备案名册',
    title: activistList.label,
    subtitle: [`${organization}　截至：${longDay(printedOn)}`],
    columns: activistColumns,
    rows: rows.map(r => activistColumns.map(({ key }) => r[key])),
    total: null,
    notes: [],
  }
}

function documentOf({ organization, printedOn, rows }: ActivistListProps): WrittenDocument {
  return {
    blocks: [
      { kind: 'title', text: '入党积极分子备案名册' },
      { kind: 'spread', parts: [`党组织：${organization}`, `共 ${rows.length} 人`, `截至：${longDay(printedOn)}`], size: 'cell' },
      {
        kind: 'grid',
        columns: activistColumns.map(({ mm }) => mm),
        head: 1,
        rows: [
          { height: 10, cells: activistColumns.map(column => label(column.label, { size: 'note' })) },
          ...rows.map(r => ({
            height: 10,
            cells: activistColumns.map(column =>
              filled(column.key === 'name' ? spacedName(r.name) : String(r[column.key]), { size: 'note', ...('left' in column && { align: 'left' }) }),
            ),
          })),
        ],
      },
      { kind: 'gap', mm: 3 },
      { kind: 'spread', parts: ['填表人：', '支部书记（签名）：', '上级党委（盖章）：　　　　　　年　　月　　日'], size: 'cell' },
    ],
  }
}

/** 入党积极分子备案名册: those of an organization who are activists now, or of the cases that were chosen. */
export const activistList = defineForm({
  name: 'activistList',
  label: '入党积极分子备案名册',
  description: '一个党组织及其下级现有的入党积极分子，一张名册：基本情况、申请和确定时间、培养联系人、是否已备案。',
  serves: ['M014'],
  paper: { size: 'A4', landscape: true, margins: { top: 18, right: 13, bottom: 16, left: 13 } },
  needs: ['organization'],
  watermark: true,
  unit: '人',
  preview: 100,
  batch: 5000,
  props,
  sheet,
  written: given => [documentOf(given)],
})
