import { z } from 'zod'
import { ballotGroup, ballotRow } from '../domain/ballot.ts'
import { ballotPaper, ballotReturn, ballotTally } from '../domain/ballot-count.ts'
import { localDate } from '../records/fields.ts'
import { row } from './activity.ts'
import { barFinding } from './bars.ts'
import { business, command, query } from './endpoint.ts'
import { piece } from './piece.ts'
import { count, decision, fact, finding, grade, item, kind, listed, resultRow, state, way } from './ballot-shapes.ts'

/** A list of ballots: a year, an organization with those below it, a kind, a round, words of name or organization. */
const found = {
  year: z.int(),
  organizationId: z.string().optional(),
  kind: kind.optional(),
  roundId: z.string().optional(),
  state: state.optional(),
  search: z.string().max(60).optional(),
}

export const ballotsApi = {
  /** The rounds of a year, newest first, with how far their ballots are. */
  'ballot.rounds': query(
    z.strictObject({ year: z.int(), organizationId: z.string().optional() }),
    z.array(
      z.object({
        id: z.string(),
        version: z.int(),
        name: z.string(),
        kind,
        startsOn: z.string().nullable(),
        endsOn: z.string().nullable(),
        ballots: z.int(),
        byState: z.record(state, z.int()),
      }),
    ),
  ),
  'ballot.list': query(z.strictObject({ ...found, ...piece }), z.object({ total: z.int(), byState: z.record(state, z.int()), rows: z.array(listed) })),
  /** Who would stand on the list of a body, from the roster of the day: with whoever is not graded, and why. */
  'ballot.expected': query(
    z.strictObject({ kind, organizationId: z.string(), day: localDate }),
    z.object({ basis: z.string(), rows: z.array(ballotRow.line), eligible: z.int(), fullMembers: z.int() }),
  ),
  /** Begins a round: one ballot for each organization, with its list from the roster. */
  'ballot.startRound': command(
    z.strictObject({
      kind,
      year: z.int().min(1990).max(2200),
      name: z.string().trim().min(1).max(200),
      startsOn: localDate.nullable(),
      endsOn: localDate.nullable(),
      heldOn: localDate.nullable(),
      schemeId: z.string().nullable(),
      organizationIds: z.array(z.string()).min(1).max(2000),
    }),
    z.object({ roundId: z.string(), ballots: z.int(), rows: z.int() }),
  ),
  /** One ballot outside a round, or one more of it. `draft` is checked against the ballot's own schema; without `rows` the roster fills the list. */
  'ballot.create': command(z.strictObject({ draft: row, rows: z.array(ballotRow.line).max(500).optional() }), z.object({ id: z.string(), version: z.int() })),
  /** Everything of one ballot: the list, the groups, the open or last count, the decisions, and where it stands among its round's; with `countId` as that count had it. */
  'ballot.get': query(
    z.strictObject({ ballotId: z.string(), countId: z.string().optional() }),
    z.object({
      ballot: row,
      kind,
      organization: z.string(),
      state,
      round: z
        .object({ id: z.string(), name: z.string(), position: z.int(), of: z.int(), previous: z.string().nullable(), next: z.string().nullable() })
        .nullable(),
      items: z.array(item),
      groups: z.array(ballotGroup.line),
      rows: z.array(z.object({ line: ballotRow.line, facts: z.array(fact), decision: decision.nullable() })),
      count: count.nullable(),
      /** Earlier counts that were corrected, and the one in force. */
      counts: z.array(count),
      returns: z.array(ballotReturn.line),
      tallies: z.array(ballotTally.line),
      /** Papers entered so far by group and entry. */
      papers: z.array(z.object({ groupCode: z.string(), entry: z.int(), papers: z.int() })),
      /** Groups whose own figures are not shown once the count is closed. */
      hidden: z.array(z.string()),
      /** 优秀 at most so many, with the words of the rule; null where the kind has no cap. */
      cap: z.object({ grade, most: z.int(), base: z.int(), baseLabel: z.string(), words: z.string(), clause: z.string() }).nullable(),
      /** 影响期 of those on the list; of voters where `row` is null. */ bars: z.array(barFinding.extend({ row: z.int().nullable() })),
    }),
  ),
  /** Changes what a ballot says of itself, its list or its groups, as long as no count is closed. */
  'ballot.save': command(
    z.strictObject({
      ballotId: z.string(),
      version: z.int(),
      draft: row.optional(),
      rows: z.array(ballotRow.line).max(500).optional(),
      groups: z.array(ballotGroup.line).min(1).max(10).optional(),
    }),
    z.object({ version: z.int() }),
  ),
  /** Writes what has been counted so far: the first call opens the count. Nothing here has to agree yet. */
  'ballot.count': command(
    z.strictObject({
      ballotId: z.string(),
      countId: z.string().optional(),
      version: z.int().optional(),
      way: way.optional(),
      firstTeller: z.string().trim().max(200).nullable().optional(),
      secondTeller: z.string().trim().max(200).nullable().optional(),
      scrutineer: z.string().trim().max(200).nullable().optional(),
      returns: z.array(ballotReturn.line).max(10).optional(),
      tallies: z.array(ballotTally.line).max(50_000).optional(),
      /** Papers of one group and entry, whole. */
      papers: z.strictObject({ groupCode: z.string(), entry: z.int().min(1).max(2), lines: z.array(ballotPaper.line).max(5000) }).optional(),
    }),
    z.object({ countId: z.string(), version: z.int() }),
  ),
  /** The papers of an open count, as they were entered. */
  'ballot.papers': query(z.strictObject({ countId: z.string(), groupCode: z.string() }), z.array(ballotPaper.line), business),
  /** 封票: refused with what does not agree. The stack's order is given up. */
  'ballot.close': command(z.strictObject({ countId: z.string(), version: z.int(), closedOn: localDate }), z.object({ version: z.int() })),
  /** A new count over a closed one, beginning with its figures; the old one stays. */
  'ballot.correct': command(
    z.strictObject({ ballotId: z.string(), reason: z.string().trim().min(1).max(4000) }),
    z.object({ countId: z.string(), version: z.int() }),
  ),
  /** 组织评定 of rows: made, changed, or with grade null taken back. Asked for a reason where it is over a cap. */
  'ballot.decide': command(
    z.strictObject({
      ballotId: z.string(),
      decidedOn: localDate,
      decisions: z
        .array(
          z.strictObject({
            row: z.int(),
            grade: grade.nullable(),
            reason: z.string().trim().max(4000).nullable().optional(),
            advice: z.string().trim().max(200).nullable().optional(),
            selfNote: z.string().trim().max(4000).nullable().optional(),
            mutualNote: z.string().trim().max(4000).nullable().optional(),
            toldOn: localDate.nullable().optional(),
          }),
        )
        .min(1)
        .max(500),
    }),
    z.object({ changed: z.int() }),
  ),
  /** What the closed count comes to under the rules, and how. `input.invalid` while it is open. */
  'ballot.result': query(
    z.strictObject({ ballotId: z.string() }),
    z.object({
      closedOn: z.string(),
      groups: z.array(
        z.object({
          code: z.string(),
          label: z.string(),
          weight: z.number(),
          eligible: z.int().nullable(),
          issued: z.int(),
          returned: z.int(),
          valid: z.int(),
          invalid: z.int(),
          /** Its own figures are left out of the rows. */ hidden: z.boolean(),
        }),
      ),
      /** What holds for the ballot as a whole: 到会, 参评率, caps. */
      findings: z.array(finding),
      rows: z.array(resultRow),
    }),
  ),
  /** What ballots have said of someone over the years: the decision, and where the count is to be seen. */
  'ballot.ofPerson': query(
    z.strictObject({ personId: z.string() }),
    z.array(
      z.object({
        ballotId: z.string(),
        year: z.int(),
        name: z.string(),
        kind,
        heldOn: z.string().nullable(),
        state,
        grade: grade.nullable(),
        decidedOn: z.string().nullable(),
      }),
    ),
  ),
}
