import { z } from 'zod'
import { keysOf } from '../records/keys.ts'
import { shapeAlerts } from '../rules/evaluation-shape.ts'
import { watchedKinds } from '../rules/supervision-figures.ts'
import { query } from './endpoint.ts'

const kind = z.enum(keysOf(watchedKinds))
const ids = z.array(z.string())

/** A record behind a figure, as a list shows it. */
const matter = z.object({
  id: z.string(),
  /** Its register. */ type: z.string(),
  kind,
  /** Whom or what it is about: a person, a body, the number of a letter. */ name: z.string(),
  organization: z.string(),
  /** 问题类别 or what came of it. */ says: z.string(),
  on: z.string(),
  /** Nothing is left to be done about it. */ closed: z.boolean(),
})
export type SupervisionMatter = z.infer<typeof matter>

const owed = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  /** 函询回复, 整改. */ duty: z.string(),
  dueOn: z.string(),
  overdueBy: z.int(),
  provisional: z.array(z.int()),
})

const board = z.object({
  until: z.string(),
  kinds: z.array(
    z.object({
      kind,
      /** Ids by month, January first. */ months: z.array(ids),
      total: z.int(),
      /** As many as there were in the year before up to the same day. */ before: z.int(),
      open: z.int(),
    }),
  ),
  levels: z.array(z.object({ level: z.string(), label: z.string(), kinds: z.array(z.object({ kind, ids })) })),
  overdue: z.array(owed),
  /** 说明不清楚, and nothing was asked again. */ unclear: ids,
  repeatYears: z.number(),
  repeated: z.array(z.object({ personId: z.string(), name: z.string(), category: z.string(), ids })),
  talks: z.object({
    people: z.int(),
    without: z.array(z.object({ id: z.string(), name: z.string(), organization: z.string(), post: z.string(), last: z.string().nullable() })),
  }),
  /** 个人有关事项年度报告 of the year before, collected in January; null before it, and for who may not see it. */
  reports: z
    .object({
      year: z.int(),
      dueOn: z.string(),
      people: z.int(),
      without: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          organization: z.string(),
          post: z.string(),
          /** The record that waits for the day it is handed in; null where there is none. */ recordId: z.string().nullable(),
        }),
      ),
    })
    .nullable(),
  shapes: z.array(
    z.object({
      ballotId: z.string(),
      name: z.string(),
      organization: z.string(),
      alert: z.enum(keysOf(shapeAlerts)),
      part: z.int(),
      of: z.int(),
      same: z.string(),
    }),
  ),
  matters: z.array(matter),
})
export type SupervisionBoard = z.infer<typeof board>

export const supervisionApi = {
  /** 监督看板: figures of a year over an organization with all below it, of those records that the user may open, with the records behind each. */
  'supervision.board': query(z.strictObject({ year: z.int().min(1950).max(2200), organizationId: z.string().optional() }), board),
}
