import { z } from 'zod'
import { schemeGroup, schemeItem, schemeVeto } from '../domain/scheme.ts'
import { row } from './activity.ts'
import { command, query } from './endpoint.ts'

const target = z.enum(['member', 'leader', 'organization'])
const year = z.int().min(1990).max(2200)

export const schemesApi = {
  /** The schemes of a year, by name; with what is still to be mended of each, and where it has been used. */
  'scheme.list': query(
    z.strictObject({ year: z.int(), target: target.optional() }),
    z.array(
      z.object({
        id: z.string(),
        version: z.int(),
        name: z.string(),
        target,
        items: z.int(),
        /** 满分, two decimals. */ full: z.number(),
        groups: z.array(z.object({ label: z.string(), weight: z.number() })),
        vetoes: z.int(),
        /** Findings that have to be mended before it is used. */ short: z.int(),
        /** Ballots that score by it. */ ballots: z.int(),
        /** One of them has been counted: it is copied, not changed. */ counted: z.boolean(),
        approvedOn: z.string().nullable(),
        source: z.string().nullable(),
      }),
    ),
  ),
  /** One scheme whole, and the ballots that score by it. */
  'scheme.get': query(
    z.strictObject({ schemeId: z.string() }),
    z.object({
      scheme: row,
      items: z.array(schemeItem.line),
      groups: z.array(schemeGroup.line),
      vetoes: z.array(schemeVeto.line),
      ballots: z.array(z.object({ id: z.string(), name: z.string(), organization: z.string(), year: z.int(), counted: z.boolean() })),
    }),
  ),
  /**
   * Writes a scheme: a new one, or what has changed of one on file. What is left out stays as it is; lines are replaced whole. Refused where
   * a ballot has been counted by it. `draft` is checked against the scheme's own schema.
   */
  'scheme.save': command(
    z
      .strictObject({
        schemeId: z.string().optional(),
        version: z.int().optional(),
        draft: row.optional(),
        items: z.array(schemeItem.line).max(200).optional(),
        groups: z.array(schemeGroup.line).max(10).optional(),
        vetoes: z.array(schemeVeto.line).max(100).optional(),
      })
      .refine(({ schemeId, version, draft }) => (schemeId === undefined ? draft !== undefined : version !== undefined), '新方案要有内容，改方案要有版本'),
    z.object({ id: z.string(), version: z.int() }),
  ),
  /** The same scheme for another year, or under another name: open to change, not yet approved. */
  'scheme.copy': command(
    z.strictObject({ schemeId: z.string(), year, name: z.string().trim().min(1).max(200) }),
    z.object({ id: z.string(), version: z.int() }),
  ),
}
