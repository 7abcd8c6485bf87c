import { z } from 'zod'
import { quotaNames } from '../quotas/index.ts'
import { query } from './endpoint.ts'

const period = {
  quota: z.enum(quotaNames),
  year: z.int().min(1950).max(2200),
  /** Only this organization and those below it. */ organizationId: z.string().optional(),
}

export const quotaStates = { met: '达标', near: '临期', short: '未达标', exempt: '免', none: '无指标' } as const
const state = z.enum(Object.keys(quotaStates) as (keyof typeof quotaStates)[])

const counts = {
  /** Everyone under the quota's roof, the exempt among them. */
  members: z.int(),
  required: z.int(),
  met: z.int(),
  near: z.int(),
  short: z.int(),
  exempt: z.int(),
  /** Hours of those who are required, in all. */
  hours: z.number(),
}

export const quotaPerson = z.object({
  personId: z.string(),
  name: z.string(),
  idNumber: z.string(),
  organizationId: z.string().nullable(),
  organization: z.string(),
  post: z.string().nullable(),
  category: z.string(),
  done: z.number(),
  /** 0 for the exempt and where no target was in force. */
  target: z.number(),
  targetLabel: z.string(),
  missing: z.number(),
  met: z.boolean(),
  exempt: z.boolean(),
  exemptReason: z.string().nullable(),
  state,
  /** Hours by month, January first; only where asked for. */
  months: z.array(z.number()).length(12).optional(),
})
export type QuotaPerson = z.infer<typeof quotaPerson>

const clause = z.object({
  parameter: z.string(),
  label: z.string(),
  value: z.number(),
  unit: z.string(),
  /** The value in the quota's own unit, where it is counted in days. */ amount: z.number(),
  startsOn: z.string(),
  clause: z.string().nullable(),
  basis: z.string(),
})

export const quotaApi = {
  /** The period by organization. Branches and any other body that has members of its own. */
  'quota.board': query(
    z.strictObject(period),
    z.object({
      quota: z.string(),
      year: z.int(),
      /** Share of the year gone, 0 to 1. */
      elapsed: z.number(),
      total: z.object({
        ...counts,
        /** Mean target of those who are required; 0 without any. */ meanTarget: z.number(),
        committee: z.object({ required: z.int(), met: z.int() }),
      }),
      organizations: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          parentId: z.string().nullable(),
          ...counts,
          /** Mean hours of the required, January first. */ months: z.array(z.number()).length(12),
        }),
      ),
      /** Mean hours of the required by the end of each month, this year and the year before. */
      trend: z.object({ current: z.array(z.number()), previous: z.array(z.number()) }),
      /** How many people have how many hours, in steps of a quarter of their target. */
      distribution: z.array(z.object({ label: z.string(), people: z.int() })),
      clauses: z.array(clause),
    }),
  ),
  'quota.people': query(
    z.strictObject({ ...period, states: z.array(state).optional(), ids: z.array(z.string()).max(5000).optional(), months: z.boolean().default(false) }),
    z.object({ people: z.array(quotaPerson) }),
  ),
  /** How many chances each of these people missed in the year; 0 for those who missed none. */
  'quota.missed': query(z.strictObject({ quota: z.enum(quotaNames), year: z.int(), ids: z.array(z.string()).max(50_000) }), z.record(z.string(), z.int())),
  /** One person's figure, opened: what counts, what does not and why not, and the clause that set the target. */
  'quota.person': query(
    z.strictObject({ quota: z.enum(quotaNames), year: z.int(), personId: z.string() }),
    z.object({
      person: quotaPerson,
      clause: clause.nullable(),
      lines: z.array(
        z.object({
          recordType: z.string(),
          recordId: z.string(),
          title: z.string(),
          kind: z.string(),
          startsOn: z.string(),
          endsOn: z.string(),
          organizer: z.string(),
          state: z.string(),
          hours: z.number(),
          counted: z.number(),
          /** Why it counts nothing, or only in part; null when it counts whole. */ why: z.string().nullable(),
        }),
      ),
      years: z.array(z.object({ year: z.int(), done: z.number(), target: z.number() })),
    }),
  ),
  /** Activities that gave hours in one month, for a cell of the heat map. */
  'quota.month': query(
    z.strictObject({ ...period, month: z.int().min(1).max(12) }),
    z.array(
      z.object({ activityId: z.string(), name: z.string(), kind: z.string(), startsOn: z.string(), endsOn: z.string(), attended: z.int(), hours: z.number() }),
    ),
  ),
  'quota.years': query(z.strictObject({ quota: z.enum(quotaNames) }), z.array(z.int())),
}
