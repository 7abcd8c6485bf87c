import { z } from 'zod'
import { barPurposes } from '../rules/bars.ts'
import { business, query } from './endpoint.ts'

/** A warning that somebody is within a 影响期. Who may not open the record gets no evidence, and a sentence that says only that there is one. */
export const barFinding = z.object({
  message: z.string(),
  clause: z.string(),
  evidence: z.object({ type: z.string(), id: z.string() }).nullable(),
})
export type BarFindingShown = z.infer<typeof barFinding>

export const barsApi = {
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
