import { z } from 'zod'
import { ballotGrades, ballotKinds, ballotStates, countingWays } from '../domain/ballot-words.ts'
import { keysOf } from '../records/keys.ts'

export const kind = z.enum(keysOf(ballotKinds))
export const grade = z.enum(keysOf(ballotGrades))
export const way = z.enum(keysOf(countingWays))

export const state = z.enum(keysOf(ballotStates))

export const listed = z.object({
  id: z.string(),
  version: z.int(),
  name: z.string(),
  kind,
  organizationId: z.string(),
  organization: z.string(),
  roundId: z.string().nullable(),
  heldOn: z.string().nullable(),
  state,
  /** On the paper. */ rows: z.int(),
  /** Rows with a 组织评定. */ decided: z.int(),
  issued: z.int().nullable(),
  returned: z.int().nullable(),
})

/** An item of the ballot's paper, the scheme's where it is scored. */
export const item = z.object({ key: z.string(), label: z.string(), area: z.string().nullable(), points: z.number().nullable() })

/** What else is known of who is voted on: 今年学时 61, 组织生活 11/12. Beside the name, for those who decide. */
export const fact = z.object({ label: z.string(), value: z.string(), tone: z.enum(['plain', 'good', 'short']) })

export const decision = z.object({
  id: z.string(),
  grade,
  decidedOn: z.string(),
  reason: z.string().nullable(),
  advice: z.string().nullable(),
  selfNote: z.string().nullable(),
  mutualNote: z.string().nullable(),
  toldOn: z.string().nullable(),
})

export const count = z.object({
  id: z.string(),
  version: z.int(),
  number: z.int(),
  way,
  firstTeller: z.string().nullable(),
  secondTeller: z.string().nullable(),
  scrutineer: z.string().nullable(),
  closedOn: z.string().nullable(),
  reason: z.string().nullable(),
})

/** A finding under a rule: what was compared with what, which clause asks for it, and whether it is reached. */
export const finding = z.object({
  code: z.enum(['quorum', 'participation', 'passing', 'cap', 'provisional', 'weights', 'adjusted', 'veto', 'cutOff', 'place', 'bar']),
  tone: z.enum(['good', 'warn', 'plain']),
  message: z.string(),
  clause: z.string().nullable(),
})

/** Votes by option, of one item of one row. */
const counts = z.record(z.string(), z.int())

const figures = z.object({
  /** Papers the votes are a share of. */ valid: z.int(),
  /** By item, by option. */ votes: z.record(z.string(), counts),
  /** By item: per cent of the valid papers by option, one decimal. */ shares: z.record(z.string(), z.record(z.string(), z.number())),
  /** By item: points on average, two decimals; null where nobody scored it. */ means: z.record(z.string(), z.number().nullable()),
  /** All items together, two decimals. */ score: z.number().nullable(),
})

export const resultRow = z.object({
  number: z.int(),
  /** All groups together, each paper once. */ total: figures,
  /** By group; absent where a group had fewer than 3 papers, or where it would follow from the others. */ groups: z.record(z.string(), figures),
  /** By item: per cent by option, groups weighted. Null where one group alone has a weight. */
  weighted: z.record(z.string(), z.record(z.string(), z.number())).nullable(),
  /** Weighted score of the groups, of a scored ballot with what is added and taken off; two decimals. */ score: z.number().nullable(),
  rank: z.int().nullable(),
  findings: z.array(finding),
})
