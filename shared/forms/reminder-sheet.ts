import { z } from 'zod'
import { defineForm, type FormColumn, type Sheet, type SheetCell } from './form.ts'
import { issued } from './props.ts'
import { longDay } from './text.ts'

const reminderRow = z.object({
  number: z.int(),
  title: z.string(),
  asks: z.string(),
  now: z.string(),
  /** 10月31日 */
  due: z.string(),
  /** 逾期 23 天, 今天, 剩 7 天. */
  left: z.string(),
  late: z.boolean(),
  clause: z.string(),
})
export type ReminderRow = z.infer<typeof reminderRow>

const props = z.object({
  ...issued,
  /** 请于……前办理 */
  answerBy: z.string(),
  bodies: z.array(
    z.object({
      body: z.string(),
      /** Who leads it; empty where the roster names nobody. */
      leader: z.string(),
      rows: z.array(reminderRow),
    }),
  ),
})
export type ReminderSheetProps = z.infer<typeof props>

export const reminderColumns = [
  { key: 'number', label: '序\n号', mm: 9, number: '0' },
  { key: 'title', label: '事　项', mm: 41, left: true },
  { key: 'asks', label: '要　求', mm: 20.5, left: true },
  { key: 'now', label: '现　状', mm: 32, left: true },
  { key: 'due', label: '期　限', mm: 21 },
  { key: 'clause', label: '依据条款', mm: 46, left: true },
] as const satisfies readonly FormColumn[]

export const lateOf = (rows: readonly ReminderRow[]): number => rows.filter(row => row.late).length

function sheet({ office, printedOn, answerBy, bodies }: ReminderSheetProps): Sheet {
  return {
    name: '工作提醒单',
    title: reminderSheet.label,
    subtitle: [office, longDay(printedOn), `请于${longDay(answerBy)}前办理`],
    columns: [{ key: 'body', label: '党组织', mm: 40, left: true }, { key: 'leader', label: '收件人', mm: 18 }, ...reminderColumns],
    rows: bodies.flatMap(({ body, leader, rows }) =>
      rows.map((row): SheetCell[] => [body, leader, row.number, row.title, row.asks, row.now, `${row.due}\n${row.left}`, row.clause]),
    ),
    total: null,
    notes: [],
  }
}

/** 工作提醒单: what a branch has overdue and what comes next, to be handed to its secretary. */
export const reminderSheet = defineForm({
  name: 'reminderSheet',
  label: '工作提醒单',
  description: '每个党组织一份：逾期、到期和临近的事项，要求、现状、期限和依据；已暂缓的不列。',
  paper: { size: 'A4', landscape: false, margins: { top: 20, right: 20, bottom: 18, left: 20 } },
  needs: ['organization'],
  watermark: true,
  unit: '份',
  preview: 5,
  batch: 200,
  props,
  sheet,
})
