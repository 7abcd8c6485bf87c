import { z } from 'zod'
import { keysOf } from '../records/keys.ts'
import { quotaAbout, quotaClause } from './quota.ts'
import { query } from './endpoint.ts'

export const planStates = { met: '已完成', overdue: '逾期', open: '进行中', coming: '未到', none: '—' } as const

const cell = z.object({
  label: z.string(),
  from: z.string(),
  until: z.string(),
  /** The months of the year it lies in, 1 to 12, first and last. */
  months: z.tuple([z.int(), z.int()]),
  /** Subjects that owe it, and those of them that have done it. */
  due: z.int(),
  met: z.int(),
  done: z.number(),
  target: z.number(),
  state: z.enum(keysOf(planStates)),
})
export type PlanCell = z.infer<typeof cell>

const row = z.object({
  quota: quotaAbout,
  clauses: z.array(quotaClause),
  /** Who is under it here: one, or many. */
  subjects: z.int(),
  cells: z.array(cell),
})
export type PlanRow = z.infer<typeof row>

export const planApi = {
  /** 年度计划: what the quotas in force ask of an organization and all below it, period by period, done, overdue and still to come. */
  'plan.year': query(
    z.strictObject({ organizationId: z.string(), year: z.int().min(1950).max(2200) }),
    z.object({
      rows: z.array(row),
      /** By the month in which it is due, January first: duties, those done, those overdue. */
      months: z.array(z.object({ due: z.int(), met: z.int(), overdue: z.int() })).length(12),
    }),
  ),
}
