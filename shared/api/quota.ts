import { z } from 'zod'
import { ownQuota } from '../domain/own-quota.ts'
import { keysOf } from '../records/keys.ts'
import { quotaLabels, type QuotaName } from '../rules/quota-names.ts'
import { spanLabels } from '../rules/periods.ts'
import { query } from './endpoint.ts'

const year = z.int().min(1950, '年度应在 1950 到 2200 之间').max(2200, '年度应在 1950 到 2200 之间')
const shippedNames = Object.keys(quotaLabels).filter((name): name is QuotaName => name in quotaLabels)
/** One that comes with the program, or `own:` and the id of one the office declared. */
const quota = z.union([z.enum(shippedNames), z.templateLiteral(['own:', z.string().min(1)])], '没有这个指标')
const period = { quota, year, /** Only this organization and those below it. */ organizationId: z.string().optional() }

export const quotaStates = { met: '达标', near: '临期', short: '未达标', open: '进行中', exempt: '免', none: '无指标' } as const
const state = z.enum(keysOf(quotaStates))

const counts = {
  /** Everyone under the quota's roof, the exempt among them. */
  members: z.int(),
  required: z.int(),
  met: z.int(),
  near: z.int(),
  short: z.int(),
  open: z.int(),
  exempt: z.int(),
  /** The amounts of those who are required, in all. */
  amount: z.number(),
  /** Periods whose result is known, of all who are required, and those of them that were met. */
  due: z.int(),
  kept: z.int(),
}

export const quotaSubject = z.object({
  subjectId: z.string(),
  kind: z.enum(['person', 'organization']),
  name: z.string(),
  /** Masked; null for an organization. */
  idNumber: z.string().nullable(),
  organizationId: z.string().nullable(),
  organization: z.string(),
  post: z.string().nullable(),
  category: z.string(),
  done: z.number(),
  /** Of all periods that have begun; 0 for the exempt and where no target was in force. */
  target: z.number(),
  targetLabel: z.string(),
  missing: z.number(),
  met: z.boolean(),
  exempt: z.boolean(),
  exemptReason: z.string().nullable(),
  state,
  due: z.int(),
  kept: z.int(),
  /** Amounts by month, January first; only where asked for. */
  months: z.array(z.number()).length(12).optional(),
  /** Each period of the year with its own standing, where there are several and they are asked for. */
  periods: z.array(z.object({ from: z.string(), until: z.string(), done: z.number(), target: z.number(), state })).optional(),
})
export type QuotaSubject = z.infer<typeof quotaSubject>

const quotaPerson = quotaSubject.extend({ personId: z.string() })
export type QuotaPerson = z.infer<typeof quotaPerson>

export const quotaClause = z.object({
  parameter: z.string(),
  label: z.string(),
  value: z.number(),
  unit: z.string(),
  /** The value in the quota's own unit, where it is counted in days. */ amount: z.number(),
  startsOn: z.string(),
  clause: z.string().nullable(),
  basis: z.string(),
})

const asked = {
  ...period,
  states: z.array(state).optional(),
  ids: z.array(z.string()).max(5000).optional(),
  months: z.boolean().default(false),
  periods: z.boolean().default(false),
}

/** What a record must be told apart by when a figure is opened. */
const record = {
  recordType: z.string(),
  recordId: z.string(),
  title: z.string(),
  kind: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
}

export const quotaAbout = z.object({
  name: z.string(),
  label: z.string(),
  unit: z.string(),
  topic: z.string(),
  period: z.enum(keysOf(spanLabels)),
  subjects: z.enum(['people', 'organizations']),
  /** 党员, 党支部: upon whom it is laid. */
  circle: z.string(),
  /** Declared by the office itself. */
  own: z.boolean(),
  /** The register whose records are counted, and the mechanisms it serves. */
  source: z.string(),
  serves: z.array(z.string()),
  /** What an amount is: a sum of what records say, how many there were, how many are in force, or something a whole year has. */
  counts: z.enum(['sum', 'times', 'lasting', 'year']),
  /** The parameters that set its target, in force or not. */
  parameters: z.array(z.string()),
  /** The field that names the subject in the register; null where lines of the record do, or it is the office as a whole. */
  subjectField: z.string().nullable(),
  /** What a new record of it begins with: which kind it must be to be counted. */
  begins: z.record(z.string(), z.string()),
})
export type QuotaAbout = z.infer<typeof quotaAbout>

export const quotaApi = {
  /** Every quota of the office, with how it stands in a year; those without a target in force are not `enabled`. */
  'quota.overview': query(
    z.strictObject({ year, organizationId: z.string().optional(), /** Only those that count this register. */ source: z.string().optional() }),
    z.array(quotaAbout.extend({ enabled: z.boolean(), ...counts, clauses: z.array(quotaClause) })),
  ),
  /** What a quota is: upon whom, how often, by which clause; nothing of how it stands. */
  'quota.about': query(z.strictObject({ quota }), quotaAbout),
  /** The period by organization. Branches and any other body that has members of its own; bodies under a quota of their own. */
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
          /** Mean amounts of the required, January first. */ months: z.array(z.number()).length(12),
          /** The same in all. */ sums: z.array(z.number()).length(12),
        }),
      ),
      /** Mean amounts of the required by the end of each month, this year and the year before. */
      trend: z.object({ current: z.array(z.number()), previous: z.array(z.number()) }),
      /** How many subjects have how much, in steps of a quarter of their target. */
      distribution: z.array(z.object({ label: z.string(), people: z.int() })),
      clauses: z.array(quotaClause),
    }),
  ),
  /** Where everyone under a quota of people stands. */
  'quota.people': query(z.strictObject(asked), z.object({ people: z.array(quotaPerson) })),
  /** Where everyone, or every organization, under a quota stands. */
  'quota.subjects': query(z.strictObject(asked), z.object({ subjects: z.array(quotaSubject) })),
  /** How many chances each of these people missed in the year; 0 for those who missed none. */
  'quota.missed': query(z.strictObject({ quota, year, ids: z.array(z.string()).max(50_000) }), z.record(z.string(), z.int())),
  /** One subject's figure, opened: what counts, what does not and why not, and the clause that set the target. */
  'quota.subject': query(
    z.strictObject({ quota, year, subjectId: z.string() }),
    z.object({
      subject: quotaSubject,
      clause: quotaClause.nullable(),
      /** Where the year has several: each with its own standing. */
      periods: z.array(z.object({ label: z.string(), from: z.string(), until: z.string(), done: z.number(), target: z.number(), state, missing: z.number() })),
      lines: z.array(
        z.object({
          ...record,
          organizer: z.string(),
          /** 出勤, 请假; empty for records without attendance. */
          state: z.string(),
          amount: z.number(),
          counted: z.number(),
          /** Why it counts nothing, or only in part; null when it counts whole. */ why: z.string().nullable(),
        }),
      ),
      years: z.array(z.object({ year: z.int(), done: z.number(), target: z.number() })),
    }),
  ),
  /** The records that gave something in one month, for a cell of the heat map. */
  'quota.month': query(
    z.strictObject({ ...period, month: z.int().min(1).max(12) }),
    z.array(z.object({ ...record, /** For how many subjects. */ subjects: z.int(), amount: z.number() })),
  ),
  /** Where one person or organization stands under every quota that is laid upon it. */
  'quota.ofSubject': query(
    z.strictObject({ subjectId: z.string(), year }),
    z.array(z.object({ quota: quotaAbout, subject: quotaSubject, clause: quotaClause.nullable() })),
  ),
  /** How a quota of the office's own would stand if it were kept as drafted; nothing is written. */
  'quota.preview': query(
    z.strictObject({ draft: ownQuota.draft, year, organizationId: z.string().optional() }),
    z.object({
      ...counts,
      /** Records that would count in the year. */ records: z.int(),
      /** Those who are furthest behind, then the others; ten at most. */ examples: z.array(quotaSubject).max(10),
    }),
  ),
  'quota.years': query(z.strictObject({ quota }), z.array(z.int())),
}
