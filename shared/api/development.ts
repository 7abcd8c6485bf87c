import { z } from 'zod'
import { admissionSpans } from '../domain/admission-number.ts'
import { parameterBases } from '../domain/parameter.ts'
import { keysOf } from '../records/keys.ts'
import { happenings, kindNames, stages } from '../rules/development.ts'
import { command, query } from './endpoint.ts'
import { piece } from './piece.ts'

const year = z.int().min(1950).max(2200)
const span = z.enum(keysOf(admissionSpans))
const stage = z.enum(keysOf(stages))
const happening = z.enum(keysOf(happenings))
const kind = z.enum(kindNames)

const tally = {
  stages: z.record(stage, z.int()),
  happened: z.record(happening, z.int()),
  /** Of those received in the year. */ kinds: z.record(kind, z.int()),
  /** People with a step overdue. */ overdue: z.int(),
}

/** One organization with all below it. */
const figures = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  /** People who stand in the head itself and in none below it. */ self: z.boolean(),
  /** Organizations below it. */ below: z.int(),
  /** Its own number, if it has one; else `planned` is what those below have together. */
  own: z.object({ id: z.string(), planned: z.int(), pool: z.int().nullable() }).nullable(),
  planned: z.int().nullable(),
  /** What those below have together. */ sum: z.int().nullable(),
  pool: z.int().nullable(),
  prospects: z.int(),
  lag: z.array(z.string()),
  ...tally,
})
export type DevelopmentFigures = z.infer<typeof figures>

const scoped = { year, organizationId: z.string().optional() }

/** What a list of people can be opened by. */
const figure = z.union([stage, happening, kind, z.literal('overdue')])
export type DevelopmentFigure = z.infer<typeof figure>

export const developmentApi = {
  /** 发展计划与进度: each unit below the one chosen, or each of its branches, with plan, stages, what happened in the year, and why it lags. */
  'development.board': query(
    z.strictObject({ ...scoped, view: z.enum(['units', 'branches']).default('units') }),
    z.object({
      asOf: z.string(),
      elapsed: z.number(),
      lagRule: z.object({ points: z.number(), overdue: z.number() }),
      total: figures,
      rows: z.array(figures),
      /** 结构: of those received, against what the plan asks for; `asked` null where it asks for nothing. */
      structure: z.array(z.object({ kind, count: z.int(), asked: z.number().nullable(), percent: z.boolean() })),
      /** 积极分子队伍 */
      pool: z.object({ target: z.int().nullable(), source: z.string().nullable(), basis: z.enum(keysOf(parameterBases)).nullable() }),
      /** 三年规划 that the year lies in, with what was received in each of its years. */
      threeYears: z
        .object({
          from: z.int(),
          until: z.int(),
          planned: z.int(),
          document: z.string().nullable(),
          years: z.array(z.object({ year: z.int(), planned: z.int().nullable(), received: z.int() })),
        })
        .nullable(),
      /** 发展党员计划 on file as documents, for the year. */
      documents: z.array(z.object({ id: z.string(), title: z.string(), document: z.string().nullable(), target: z.int().nullable() })),
    }),
  ),
  /** Month by month, January first; null in a month still to come. */
  'development.months': query(
    z.strictObject(scoped),
    z.object({
      months: z.array(z.object({ happened: z.record(happening, z.int()), received: z.int(), share: z.number().nullable() }).nullable()).length(12),
      planned: z.int().nullable(),
    }),
  ),
  /** The people behind a figure. */
  'development.people': query(
    z.strictObject({ ...scoped, figure, month: z.int().min(1).max(12).optional(), self: z.boolean().optional(), ...piece }),
    z.object({
      total: z.int(),
      rows: z.array(
        z.object({
          key: z.string(),
          name: z.string(),
          personId: z.string().nullable(),
          caseId: z.string().nullable(),
          organization: z.string(),
          stage: z.string(),
          /** The day by which he or she is in the figure, where there is one. */ on: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** By what a total can be shared out, and the numbers of the year before. */
  'development.weights': query(
    z.strictObject({ ...scoped, span: span.default('year'), view: z.enum(['units', 'branches']).default('units') }),
    z.array(
      z.object({
        organizationId: z.string(),
        name: z.string(),
        planned: z.int().nullable(),
        members: z.int(),
        activists: z.int(),
        candidates: z.int(),
        before: z.int().nullable(),
        beforePool: z.int().nullable(),
      }),
    ),
  ),
  /** Puts down numbers by organization, all or none; a number that is null takes what was there away. What is not named stays. */
  'development.set': command(
    z.strictObject({
      year,
      span: span.default('year'),
      lines: z
        .array(
          z.strictObject({
            /** Null for the whole office. */ organizationId: z.string().nullable(),
            planned: z.int().min(0).max(1_000_000).nullable(),
            pool: z.int().min(0).max(1_000_000).nullable().optional(),
          }),
        )
        .min(1)
        .max(2000),
    }),
    z.object({ written: z.int() }),
  ),
}
