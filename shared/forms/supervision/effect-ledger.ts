import { z } from 'zod'
import { defineForm, type FormColumn, type Sheet } from '../form.ts'
import { dotted } from '../parts.ts'
import { issued } from '../props.ts'
import { longDay, spacedName } from '../text.ts'
import { noteBlocks, tableGrid } from '../written-table.ts'

const row = z.object({
  name: z.string(),
  organization: z.string(),
  post: z.string(),
  label: z.string(),
  decidedOn: z.string(),
  document: z.string(),
  from: z.string(),
  /** Empty while none is known. */ until: z.string(),
  promotableFrom: z.string(),
  state: z.string(),
  barred: z.string(),
  remarks: z.string(),
})
const props = z.object({ ...issued, organization: z.string(), running: z.int(), all: z.int(), from: z.int(), rows: z.array(row) })
export type EffectLedgerProps = z.infer<typeof props>
export type EffectLedgerRow = z.infer<typeof row>

const columns: readonly FormColumn[] = [
  { key: 'number', label: '序号', mm: 10 },
  { key: 'name', label: '姓　名', mm: 18 },
  { key: 'post', label: '所在党支部\n时任职务', mm: 37, left: true },
  { key: 'label', label: '处分（处理）', mm: 24 },
  { key: 'decidedOn', label: '批准日期\n文号', mm: 32 },
  { key: 'from', label: '影响期起', mm: 20 },
  { key: 'until', label: '影响期止', mm: 20 },
  { key: 'promotableFrom', label: '可提拔\n日期', mm: 20 },
  { key: 'state', label: '状　态', mm: 20 },
  { key: 'barred', label: '期间不得', mm: 36, left: true },
  { key: 'remarks', label: '备　注', mm: 30, left: true },
]

const cellsOf = (r: EffectLedgerRow, number: number): readonly string[] => [
  String(number),
  spacedName(r.name),
  [r.organization, r.post].filter(Boolean).join('\n'),
  r.label,
  [dotted(r.decidedOn), r.document].filter(Boolean).join('\n'),
  dotted(r.from),
  r.until === '' ? '—' : dotted(r.until),
  r.promotableFrom === '' ? '—' : dotted(r.promotableFrom),
  r.state,
  r.barred,
  r.remarks,
]

const notes = [
  '影响期按批准（决定）之日的规定推算，决定书另有写明的以决定书为准；几项并行的，可提拔日期以最后期满的为准。',
  '程序只推算和提示，能否使用由党组织研究决定。',
]

function sheet({ organization, printedOn, rows, from }: EffectLedgerProps): Sheet {
  return {
    name: '影响期台账',
    title: '影响期台账',
    subtitle: [`${organization}　截至：${longDay(printedOn)}`],
    columns,
    rows: rows.map((r, i) => cellsOf(r, from + i + 1).map((text, at) => (at === 0 ? from + i + 1 : text))),
    total: null,
    notes,
  }
}

/** 影响期台账: who is in a 影响期, until when, from when he may be promoted again and what he may not; who was, after them. */
export const effectLedger = defineForm({
  name: 'effectLedger',
  label: '影响期台账',
  description: '一个党组织及其下级受处分、处理和诫勉的人：影响期起止、可提拔日期、状态和期间不得做的，未满的排在前面。',
  serves: ['M030'],
  secret: 'sanction',
  paper: { size: 'A4', landscape: true, margins: { top: 15, right: 15, bottom: 14, left: 15 } },
  needs: ['organization'],
  watermark: true,
  unit: '人次',
  preview: 60,
  batch: 2000,
  props,
  sheet,
  written: given => [
    {
      blocks: [
        { kind: 'title', text: '影响期台账' },
        {
          kind: 'spread',
          parts: [`单位：${given.organization}`, `共 ${given.all} 人次，未满 ${given.running} 人次`, `制表日期：${longDay(given.printedOn)}`],
          size: 'note',
        },
        tableGrid(
          columns,
          given.rows.map((r, i) => cellsOf(r, given.from + i + 1)),
          { head: 12, row: 12, size: 'small' },
        ),
        ...noteBlocks('注', notes),
      ],
    },
  ],
})
