import { z } from 'zod'
import { keysOf } from '../records/keys.ts'
import { topicNames } from '../records/topics.ts'
import { localDate } from '../records/fields.ts'
import { dueStates } from '../rules/due.ts'
import { command, query } from './endpoint.ts'

const state = z.enum(keysOf(dueStates))

const item = z.object({
  /** The same as long as it is the same thing: what is snoozed is kept by it. */
  key: z.string(),
  source: z.string(),
  label: z.string(),
  topic: z.enum(topicNames).nullable(),
  /** 事项, 要求, 现状 */
  title: z.string(),
  asks: z.string(),
  now: z.string(),
  clause: z.string().nullable(),
  dueOn: z.string(),
  state,
  organizationId: z.string().nullable(),
  organization: z.string(),
  /** Who the record names, whoever leads the organization, or 经办人. */
  responsible: z.string(),
  /** Comes of 监督资料: it cannot be snoozed, and stands on no sheet. */
  secret: z.boolean(),
  /** Where it is mended, as an address of the program. */
  path: z.string(),
  snoozed: z.object({ id: z.string(), version: z.int(), until: z.string(), reason: z.string() }).nullable(),
})
export type DueItem = z.infer<typeof item>

const counts = z.object({ overdue: z.int(), today: z.int(), week: z.int(), later: z.int(), snoozed: z.int() })
export type DueCounts = z.infer<typeof counts>

export const dueApi = {
  /** 今日待办: what is overdue, due and coming, the oldest day first. `until` shows what falls due by then, however early. */
  'due.list': query(
    z.strictObject({ organizationId: z.string().optional(), until: localDate.optional() }),
    z.object({ today: z.string(), counts, items: z.array(item) }),
  ),
  /** A month by day: what falls due on each, overdue or open, and how many are snoozed. */
  'due.month': query(
    z.strictObject({ year: z.int().min(1950).max(2150), month: z.int().min(1).max(12), organizationId: z.string().optional() }),
    z.object({
      days: z.array(z.object({ date: z.string(), overdue: z.int(), due: z.int(), snoozed: z.int() })),
      items: z.array(item),
    }),
  ),
  /** 暂缓提醒 until a day after today, with the reason. 撤销 takes it back. */
  'due.snooze': command(
    z.strictObject({
      keys: z.array(z.string()).min(1).max(500),
      until: localDate,
      reason: z.string().trim().min(1, '请写明原因').max(200),
    }),
    z.object({ snoozed: z.int() }),
  ),
  /** Shows it again. */
  'due.wake': command(z.strictObject({ keys: z.array(z.string()).min(1).max(500) }), z.object({ woken: z.int() })),
}
