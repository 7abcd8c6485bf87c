import { z } from 'zod'
import { keysOf } from '../records/keys.ts'
import { barPurposes } from '../rules/bars.ts'
import { effectStates } from '../rules/effect-standing.ts'
import { business, query } from './endpoint.ts'
import { piece } from './piece.ts'

/** A warning that somebody is within a 影响期. Who may not open the record gets no evidence, and a sentence that says only that there is one. */
export const barFinding = z.object({
  message: z.string(),
  clause: z.string(),
  evidence: z.object({ type: z.string(), id: z.string() }).nullable(),
})
export type BarFindingShown = z.infer<typeof barFinding>

const effectRow = z.object({
  /** The record's type and id: one person may have several. */ id: z.string(),
  type: z.string(),
  recordId: z.string(),
  personId: z.string(),
  name: z.string(),
  organization: z.string(),
  post: z.string().nullable(),
  label: z.string(),
  decidedOn: z.string(),
  document: z.string().nullable(),
  from: z.string(),
  /** The last day; null while none is known. */ until: z.string().nullable(),
  /** 可提拔日期 of the person, by the last of several that run; null where there is none. */ promotableFrom: z.string().nullable(),
  state: z.enum(keysOf(effectStates)),
  /** What is barred on this day, in words. */ barred: z.string(),
  clause: z.string().nullable(),
  remarks: z.array(z.string()),
})
export type EffectRow = z.infer<typeof effectRow>

export const barsApi = {
  /** 影响期 of those records that the user may open, of an organization with all below it: what runs first, the one that ends next at the top. */
  'supervision.effects': query(
    z.strictObject({ organizationId: z.string().optional(), running: z.boolean().default(true), search: z.string().max(60).optional(), ...piece }),
    z.object({ total: z.int(), running: z.int(), all: z.int(), rows: z.array(effectRow) }),
  ),
  /** 诫勉 of somebody in the other of the two registers that may be the one being entered, of those that the user may open. */
  'supervision.sameAdmonition': query(
    z.strictObject({ type: z.enum(['sanction', 'admonition']), personId: z.string(), on: z.iso.date() }),
    z.array(barFinding),
    business,
  ),
  /** 影响期 of people who are being entered somewhere, before anything is kept; for 评优 by year, today's where none is named. */
  'bars.ask': query(
    z.strictObject({
      purpose: z.enum(barPurposes),
      personIds: z.array(z.string()).min(1).max(50),
      years: z.array(z.int().min(1900).max(2200)).max(20).default([]),
    }),
    z.array(barFinding.extend({ personId: z.string(), year: z.int().nullable() })),
    business,
  ),
}
