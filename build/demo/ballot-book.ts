import type { WriteScope } from '../../main/app/scopes.ts'
import { makeBallot } from '../../main/ballots/make.ts'
import type { Roll } from '../../main/ballots/roll.ts'
import { type Ballot, ballot, type BallotRow, rowOf } from '../../shared/domain/ballot.ts'
import { ballotCount, type BallotPaper, ballotPaper, type BallotReturn, ballotReturn, type BallotTally, ballotTally } from '../../shared/domain/ballot-count.ts'
import type { BallotGrade, CountingWay } from '../../shared/domain/ballot-words.ts'
import { gradeDecision } from '../../shared/domain/grade-decision.ts'
import type { DraftOf } from '../../shared/records/record.ts'
import { inOrderOfMarks } from '../../shared/rules/ballot-papers.ts'
import type { Random } from './random.ts'
import { whole } from './registers.ts'

type Store = WriteScope['store']

/** A ballot with its list, as it stands in the book. */
export interface Held {
  ballot: Ballot
  readonly rows: readonly BallotRow[]
  readonly places?: number | null
}

export async function listBallot(scope: WriteScope, given: Partial<DraftOf<typeof ballot>>, roll: Roll): Promise<Held> {
  return { ballot: await makeBallot(scope, whole(ballot, given), roll), rows: roll.rows }
}

/** Who is voted on where the roster does not say: people whom the meeting puts up. */
export const putUp = (
  people: readonly { readonly personId: string | null; readonly name: string; readonly post?: string | null; readonly written?: boolean }[],
  { section = null, places = null }: { section?: string | null; places?: number | null } = {},
): BallotRow[] => people.map((person, i) => rowOf({ number: i + 1, section, places, ...person }))

export interface Counted {
  readonly heldOn: string
  readonly present: number
  readonly chair: string
  readonly place: string
  readonly returns: readonly BallotReturn[]
  readonly tallies: readonly BallotTally[]
  readonly papers?: readonly BallotPaper[]
  readonly way?: CountingWay
  readonly tellers: readonly [string, string, string]
  /** False where the tellers are still at it. */
  readonly closed: boolean
}

/** The meeting and its count, closed on the day where it is done. */
export function countBallot(store: Store, held: Held, counted: Counted): void {
  const { heldOn, present, chair, place, tellers, closed, way = 'totals', papers = [] } = counted
  held.ballot = store.update(ballot, held.ballot, { heldOn, present, chair, place })
  const [firstTeller, secondTeller, scrutineer] = tellers
  let count = store.create(ballotCount, { ballotId: held.ballot.id, number: 1, way, firstTeller, secondTeller, scrutineer, closedOn: null, reason: null })
  count = store.writeLines(ballotReturn, ballotCount, count, counted.returns)
  if (way === 'totals' || closed) count = store.writeLines(ballotTally, ballotCount, count, counted.tallies)
  if (papers.length > 0) count = store.writeLines(ballotPaper, ballotCount, count, closed ? inOrderOfMarks(papers) : papers, { final: closed })
  if (closed) store.update(ballotCount, count, { closedOn: heldOn })
}

export interface Decided {
  readonly row: BallotRow
  readonly grade: BallotGrade
  readonly reason?: string
  readonly advice?: string
  readonly selfNote?: string
  readonly mutualNote?: string
  readonly superiorOpinion?: string
}

/** 组织评定 of a ballot, told to those it is about where a day is given. */
export function decideBallot(store: Store, { ballot: about }: Held, decidedOn: string, toldOn: string | null, decisions: readonly Decided[]): void {
  for (const { row, ...said } of decisions) {
    const { personId, organizationId } = row
    store.create(
      gradeDecision,
      whole(gradeDecision, { ballotId: about.id, row: row.number, personId, organizationId, year: about.year, decidedOn, toldOn, ...said }),
    )
  }
}

export interface Papers {
  readonly present: number
  readonly issued: number
  readonly returned: number
  readonly valid: number
  readonly invalid: number
}

/** How many came, how many papers went out and came back, and how many of them count. */
export function handedIn(random: Random, eligible: number): Papers {
  const present = Math.max(
    Math.min(eligible, 1),
    eligible -
      random.weighted([
        [0, 45],
        [1, 33],
        [2, 16],
        [4, 6],
      ]),
  )
  const returned = present - (present > 3 && random.chance(0.12) ? 1 : 0)
  const invalid = returned > 4 && random.chance(0.22) ? random.int(1, returned > 15 ? 2 : 1) : 0
  return { present, issued: present, returned, valid: returned - invalid, invalid }
}

export const returnOf = (groupCode: string, { issued, returned, valid, invalid }: Papers): BallotReturn => ({ groupCode, issued, returned, valid, invalid })

/** The tallies of one item of one row. */
export const talliesFor = (groupCode: string, row: number, item: string, votes: Readonly<Record<string, number>>): BallotTally[] =>
  Object.entries(votes).map(([option, n]) => ({ groupCode, row, item, option, votes: n, points: null }))

/** Three of these names to count and to watch; others where there are too few. */
export function tellersOf(random: Random, names: readonly string[]): readonly [string, string, string] {
  const [first = '计票人甲', second = '计票人乙', third = '监票人'] = random.some([...new Set(names)], 3)
  return [first, second, third]
}
