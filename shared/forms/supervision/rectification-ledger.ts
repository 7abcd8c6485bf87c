import { z } from 'zod'
import { defineForm, type FormColumn } from '../form.ts'
import { dotted } from '../parts.ts'
import { issued } from '../props.ts'
import { longDay } from '../text.ts'
import { noteBlocks, tableGrid } from '../written-table.ts'

const row = z.object({
  subject: z.string(),
  method: z.string(),
  foundOn: z.string(),
  document: z.string(),
  problem: z.string(),
  measure: z.string(),
  responsible: z.string(),
  dueOn: z.string(),
  doneOn: z.string(),
  /** 逾期 12 天 */
  overdue: z.string(),
  result: z.string(),
  verified: z.string(),
})
const props = z.object({ ...issued, organization: z.string(), year: z.int(), open: z.int(), overdue: z.int(), rows: z.array(row) })
export type RectificationLedgerProps = z.infer<typeof props>

const columns: readonly FormColumn[] = [
  { key: 'number', label: '序号', mm: 11 },
  { key: 'subject', label: '责任单位\n（责任人）', mm: 29, left: true },
  { key: 'method', label: '监督方式', mm: 21 },
  { key: 'foundOn', label: '发现日期\n反馈文号', mm: 30 },
  { key: 'problem', label: '发现的问题', mm: 44, left: true },
  { key: 'measure', label: '整改措施', mm: 40, left: true },
  { key: 'responsible', label: '整改\n责任人', mm: 18 },
  { key: 'dueOn', label: '整改期限', mm: 21 },
  { key: 'doneOn', label: '完成日期', mm: 21 },
  { key: 'verified', label: '结果和核验', mm: 32, left: true },
]

/** 整改台账: what supervision found in a year, with what is still open from before, and how far each is mended. */
export const rectificationLedger = defineForm({
  name: 'rectificationLedger',
  label: '监督发现问题整改台账',
  description: '当年发现的和以前没有销号的问题：措施、责任人、期限、完成和核验，逾期的写明天数。',
  serves: ['M032', 'M152'],
  secret: 'oversight',
  paper: { size: 'A4', landscape: true, margins: { top: 15, right: 15, bottom: 14, left: 15 } },
  needs: ['year', 'organization'],
  watermark: true,
  unit: '行',
  preview: 60,
  batch: 2000,
  props,
  written: ({ organization, year, open, overdue, rows, printedOn }) => [
    {
      blocks: [
        { kind: 'title', text: `${year}年监督发现问题整改台账` },
        {
          kind: 'spread',
          parts: [`单位：${organization}`, `共 ${rows.length} 项，未完成 ${open} 项，逾期 ${overdue} 项`, `制表日期：${longDay(printedOn)}`],
          size: 'note',
        },
        tableGrid(
          columns,
          rows.map((r, i) => [
            String(i + 1),
            r.subject,
            r.method,
            [dotted(r.foundOn), r.document].filter(Boolean).join('\n'),
            r.problem,
            r.measure,
            r.responsible,
            dotted(r.dueOn),
            r.doneOn === '' ? r.overdue : dotted(r.doneOn),
            [r.result.replace(/。$/, ''), r.verified].filter(Boolean).join('；'),
          ]),
          { head: 12, row: 12, size: 'small' },
        ),
        ...noteBlocks('注', ['包括当年发现的和以前年度发现、当年还没有完成或者当年完成的问题。']),
      ],
    },
  ],
})
