import { z } from 'zod'
import { keysOf } from '../records/keys.ts'
import { integritySections } from '../domain/integrity-sections.ts'
import { query } from './endpoint.ts'
import { piece } from './piece.ts'

const row = z.object({
  /** The person's. */ id: z.string(),
  name: z.string(),
  organization: z.string(),
  post: z.string(),
  level: z.string(),
  /** 年度更新 of the year that is asked about. */
  reviewedOn: z.string().nullable(),
  reviewedBy: z.string().nullable(),
  /** The last year before it that was gone through. */ before: z.int().nullable(),
  /** Lent out and not back. */ out: z.boolean(),
})
export type IntegrityRow = z.infer<typeof row>

/** One entry: a day or a year, what it is, what it says, and where it is kept. */
const entry = z.object({ on: z.string(), what: z.string(), says: z.string(), path: z.string().nullable() })
export type IntegrityEntry = z.infer<typeof entry>

const section = z.object({
  key: z.enum(keysOf(integritySections)),
  /** Of what the user was not granted nothing is told, not even whether there is any: the labels of those registers. */
  closed: z.array(z.string()),
  /** Nothing of it is open to him. */ shut: z.boolean(),
  entries: z.array(entry),
})
export type IntegritySection = z.infer<typeof section>

export const integrityFile = z.object({
  person: z.object({ id: z.string(), name: z.string(), organization: z.string(), post: z.string() }),
  facts: z.array(z.tuple([z.string(), z.string()])),
  sections: z.array(section),
  reviews: z.array(z.object({ id: z.string(), year: z.int(), reviewedOn: z.string(), reviewedBy: z.string(), changes: z.string() })),
  accesses: z.array(
    z.object({
      id: z.string(),
      askedOn: z.string(),
      askedBy: z.string(),
      purpose: z.string(),
      approvedBy: z.string(),
      usedOn: z.string(),
      returnedOn: z.string(),
    }),
  ),
})
export type IntegrityFile = z.infer<typeof integrityFile>

export const integrityApi = {
  /** 干部 with whether their files were gone through in a year. Not the user himself nor his relatives. */
  'integrity.list': query(
    z.strictObject({
      year: z.int(),
      organizationId: z.string().optional(),
      pending: z.boolean().default(false),
      search: z.string().max(60).optional(),
      ...piece,
    }),
    z.object({ total: z.int(), all: z.int(), pending: z.int(), rows: z.array(row) }),
  ),
  /** 廉政档案 of one person, assembled from the registers; of each class only what the user's grants open. Refused of himself and his relatives. Leaves an audit line. */
  'integrity.get': query(
    z.strictObject({ personId: z.string() }),
    integrityFile.extend({
      /** Who opened it before, the latest first. */ looks: z.array(z.object({ at: z.string(), actor: z.string() })),
      previous: z.string().nullable(),
      next: z.string().nullable(),
      at: z.int(),
      total: z.int(),
    }),
  ),
}
