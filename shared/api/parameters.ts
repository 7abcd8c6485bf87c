import { z } from 'zod'
import { localDate } from '../records/fields.ts'
import { query } from './endpoint.ts'

const standing = z.object({
  required: z.int(),
  met: z.int(),
  /** 未达标和临期. */ short: z.int(),
  open: z.int(),
  /** Periods whose result is known, and those of them that were kept. */ due: z.int(),
  kept: z.int(),
})
export type ParameterStanding = z.infer<typeof standing>

export const parametersApi = {
  /**
   * What a value of a parameter would do before it is kept: every quota that takes its target from it, how it stands in this year and
   * the last one, and how it would stand. Nothing is written.
   */
  'parameters.preview': query(
    z.strictObject({
      key: z.string(),
      value: z.number(),
      startsOn: localDate,
      /** The record that would be corrected; a further value without it. */
      replaces: z.string().optional(),
    }),
    z.object({
      /** 指标 whose targets move, 提醒 only, or neither: conversions at import, locking. */
      bears: z.enum(['targets', 'reminders', 'other']),
      quotas: z.array(
        z.object({
          quota: z.string(),
          label: z.string(),
          circle: z.string(),
          unit: z.enum(['人', '个']),
          years: z.array(z.object({ year: z.int(), before: standing, after: standing })),
        }),
      ),
    }),
  ),
}
