import { z } from 'zod'
import { schemeGroup, schemeItem, schemeVeto } from '../domain/scheme.ts'
import { ballotGrades, ballotKinds } from '../domain/ballot-words.ts'
import { keysOf } from '../records/keys.ts'
import { row } from './activity.ts'
import { command, query } from './endpoint.ts'

const target = z.enum(['member', 'leader', 'organization'])
const year = z.int().min(1990).max(2200)

const grade = z.enum(keysOf(ballotGrades))

/** The ballot, the scheme it was scored by, and who scored: the head of every result. Points have two decimals. */
const head = z.object({
  ballotId: z.string(),
  name: z.string(),
  year: z.int(),
  kind: z.enum(keysOf(ballotKinds)),
  organization: z.string(),
  heldOn: z.string().nullable(),
  closedOn: z.string(),
  subjects: z.enum(['people', 'organizations', 'posts']),
  rowLabel: z.string(),
  decision: z.object({ label: z.string(), grades: z.array(grade) }),
  scheme: z.object({ id: z.string(), name: z.string(), full: z.number(), trimmed: z.boolean() }),
  /** Each grade and from how many points it is proposed, the highest first. */
  ladder: z.array(z.object({ grade, from: z.number().nullable() })),
  groups: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      weight: z.number(),
      minimum: z.number().nullable(),
      eligible: z.int().nullable(),
      valid: z.int(),
      /** Its own figures are not shown: too few papers. */ hidden: z.boolean(),
      /** Enough of it took part for it to count. */ counts: z.boolean(),
    }),
  ),
  cap: z.object({ most: z.int(), base: z.int(), baseLabel: z.string(), words: z.string(), clause: z.string() }).nullable(),
  findings: z.array(z.object({ tone: z.enum(['good', 'short', 'plain']), message: z.string(), clause: z.string().nullable() })),
})

const earlier = z.object({
  ballotId: z.string(),
  row: z.int(),
  year: z.int(),
  score: z.number().nullable(),
  full: z.number(),
  rank: z.int().nullable(),
  of: z.int(),
  /** 组织评定, where there was one. */ grade: grade.nullable(),
})

const outcome = z.object({
  row: z.int(),
  personId: z.string().nullable(),
  organizationId: z.string().nullable(),
  name: z.string(),
  post: z.string().nullable(),
  /** By group; absent where it is hidden, null where nobody scored. */ groups: z.record(z.string(), z.number().nullable()),
  weighted: z.number().nullable(),
  adjusted: z.number(),
  score: z.number().nullable(),
  provisional: z.boolean(),
  rank: z.int().nullable(),
  tied: z.int(),
  vetoes: z.array(z.string()),
  /** What the cut-offs propose. */ proposed: grade.nullable(),
  place: z.enum(['within', 'tied', 'over']).nullable(),
  reasons: z.array(z.string()),
  decision: z.object({ grade, decidedOn: z.string(), reason: z.string().nullable() }).nullable(),
  earlier: earlier.nullable(),
})

export const schemesApi = {
  /** The schemes of a year, by name; with what is still to be mended of each, and where it has been used. */
  'scheme.list': query(
    z.strictObject({ year: z.int(), target: target.optional() }),
    z.array(
      z.object({
        id: z.string(),
        version: z.int(),
        name: z.string(),
        year: z.int(),
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
  /** What a closed count comes to under its scheme: score, rank and proposed grade of everyone, and why. `input.invalid` where it is not closed or not scored. */
  'scheme.results': query(z.strictObject({ ballotId: z.string() }), z.object({ head, rows: z.array(outcome) })),
  /** The report of one of them: item by item and group by group, what was added and taken off, and the years before. */
  'scheme.report': query(
    z.strictObject({ ballotId: z.string(), row: z.int() }),
    z.object({
      head,
      row: outcome,
      /** How many have a rank. */ of: z.int(),
      items: z.array(
        z.object({
          number: z.int(),
          area: z.string(),
          name: z.string(),
          points: z.number(),
          rule: z.string().nullable(),
          weighted: z.number().nullable(),
          /** What part of its points, in per cent, one decimal. */ share: z.number().nullable(),
          groups: z.record(z.string(), z.number().nullable()),
        }),
      ),
      adjustments: z.array(
        z.object({
          id: z.string(),
          happenedOn: z.string(),
          kind: z.enum(['plus', 'minus', 'veto']),
          points: z.number().nullable(),
          reason: z.string(),
          basis: z.string().nullable(),
        }),
      ),
      /** The shape of the score: the areas, or the items where there are fewer than three; shares in per cent, one decimal. */
      axes: z.array(z.object({ name: z.string(), points: z.number(), got: z.number(), share: z.number(), earlier: z.number().nullable() })),
      previous: z.int().nullable(),
      next: z.int().nullable(),
    }),
  ),
}
