import { z } from 'zod'
import { dayKinds } from '../domain/calendar-day.ts'
import { localDate } from '../records/fields.ts'
import { keysOf } from '../records/keys.ts'
import { command, query } from './endpoint.ts'

const kind = z.enum(keysOf(dayKinds))
const year = z.int().min(1950).max(2150)

const day = z.object({ id: z.string(), version: z.int(), date: z.string(), kind, name: z.string(), source: z.string().nullable() })

export const calendarApi = {
  /** 工作日历 of a year: the days on file. `known` is false while `missing` names festivals that every notice has: its figures are 暂算. */
  'calendar.year': query(
    z.strictObject({ year }),
    z.object({
      year: z.int(),
      known: z.boolean(),
      missing: z.array(z.string()),
      days: z.array(day),
      workingDays: z.int(),
      holidays: z.int(),
      makeUpDays: z.int(),
      /** Working days of each month, January first. */
      months: z.array(z.int()),
    }),
  ),
  /**
   * The day that lies so many working days after another, or before it where the number is negative. Whether the first day counts
   * is the office's parameter in force on it unless said. `why` says which years are 暂算, and what to do.
   */
  'calendar.reckon': query(
    z.strictObject({
      from: localDate,
      workingDays: z.int('应为整数').min(-1000, '最多 1000 个工作日').max(1000, '最多 1000 个工作日'),
      countFirstDay: z.boolean().optional(),
    }),
    z.object({
      until: z.string(),
      countFirstDay: z.boolean(),
      provisional: z.boolean(),
      years: z.array(z.int()),
      why: z.string().nullable(),
      /** The days on file that lie on the way, with what they are. */
      passed: z.array(z.object({ date: z.string(), kind, name: z.string() })),
    }),
  ),
  /** Registers days as a notice has them, in one: those on file are changed, with `kind` null taken off. 撤销 takes all of it back. */
  'calendar.mark': command(
    z.discriminatedUnion('kind', [
      z.strictObject({
        days: z.array(localDate).min(1).max(40),
        kind,
        name: z.string().trim().min(1, '请写明节日').max(200),
        source: z.string().max(200).nullable(),
      }),
      z.strictObject({ days: z.array(localDate).min(1).max(40), kind: z.null() }),
    ]),
    z.object({ changed: z.int() }),
  ),
}
