import { bases } from '../../shared/ballots/kind.ts'
import type { Ballot, BallotRow } from '../../shared/domain/ballot.ts'
import type { SchemeItem, ScoreAdjustment } from '../../shared/domain/scheme.ts'
import { refuse } from '../../shared/errors.ts'
import { type RowResult, resultsOf } from '../../shared/rules/ballot-results.ts'
import type { ReadScope } from '../app/scopes.ts'
import { among } from '../db/among.ts'
import { type AssessedGroup, assessedGroups, capStateOf, type ScoredRow, scoredRows } from './outcomes.ts'
import { countOf, onPaper, readBallot, type WholeBallot } from './read.ts'
import { isAbout } from './scored.ts'

type Db = ReadScope['db']

export interface AssessedRow extends ScoredRow {
  readonly line: BallotRow
  readonly result: RowResult
  readonly adjustments: readonly ScoreAdjustment[]
}

/** 量化考核 and 双五好: what a closed count comes to under its scheme, with what is added, taken off and decides alone. */
export interface Assessment {
  readonly whole: WholeBallot
  readonly closedOn: string
  readonly scheme: NonNullable<WholeBallot['scheme']>
  readonly items: readonly SchemeItem[]
  readonly groups: readonly AssessedGroup[]
  /** How many may be given the highest grade, and of whom; null where the kind has no cap or its base is not known. */
  readonly cap: { readonly most: number; readonly base: number; readonly baseLabel: string; readonly words: string; readonly clause: string } | null
  readonly rows: readonly AssessedRow[]
}

/** The assessment of a ballot that is scored and closed; refused where it is neither. */
export async function readAssessment(db: Db, ballotId: string): Promise<Assessment> {
  const whole = await readBallot(db, ballotId)
  if (!whole.scored) throw refuse('ballotId', 'scheme', '这次测评不按考核方案打分，没有综合得分')
  const found = assess(whole)
  if (!found) throw refuse('ballotId', 'open', '还没有封票，封票后才有结果')
  return found
}

/** The assessment of what was read; null while it is not closed, or not scored. */
export function assess(whole: WholeBallot): Assessment | null {
  const { scored, kind, count } = whole
  const closedOn = count?.closedOn ?? null
  if (closedOn === null || !scored) return null
  const results = resultsOf(countOf(whole), whole.groups, kind.ranked)
  const outcomes = scoredRows(whole, results)
  const [cap] = kind.caps
  const state = capStateOf(whole)
  return {
    whole,
    closedOn,
    scheme: scored.scheme,
    items: scored.items,
    groups: assessedGroups(whole),
    cap: cap && state ? { most: state.most, base: state.whole, baseLabel: bases[state.base], words: cap.words, clause: cap.clause } : null,
    rows: onPaper(whole.rows).flatMap(line => {
      const [result, outcome] = [results.find(row => row.number === line.number), outcomes.get(line.number)]
      return result && outcome ? [{ line, result, ...outcome, adjustments: scored.adjustments.filter(a => isAbout(a, line)) }] : []
    }),
  }
}

/** What someone came to before: the last assessment of the same kind in an earlier year, by whom it was about. */
export async function earlierOf(db: Db, { whole, rows }: Assessment): Promise<ReadonlyMap<number, Earlier>> {
  const ids = await earlierBallots(
    db,
    whole.ballot,
    rows.map(({ line }) => line),
  )
  const read = new Map<string, Assessment | null>()
  for (const id of new Set(ids.values())) read.set(id, assess(await readBallot(db, id)))
  return new Map(
    rows.flatMap(({ line }): [number, Earlier][] => {
      const assessment = read.get(ids.get(subjectOf(line)) ?? '')
      const row = assessment?.rows.find(other => subjectOf(other.line) === subjectOf(line))
      return assessment && row ? [[line.number, { assessment, row }]] : []
    }),
  )
}

/** An assessment of another year, and the row of the same person or body in it. */
export interface Earlier {
  readonly assessment: Assessment
  readonly row: AssessedRow
}

const subjectOf = ({ personId, organizationId }: Pick<BallotRow, 'personId' | 'organizationId'>): string => personId ?? organizationId ?? ''

/** The last counted ballot of the same kind in an earlier year, by person or body. */
async function earlierBallots(db: Db, { kind, year }: Ballot, lines: readonly BallotRow[]): Promise<ReadonlyMap<string, string>> {
  const found = await db
    .selectFrom('ballotRow as r')
    .innerJoin('ballot as b', 'b.id', 'r.ballotId')
    .innerJoin('ballotCount as c', 'c.ballotId', 'b.id')
    .select(['r.personId', 'r.organizationId', 'b.id'])
    .where(e =>
      e.or([
        among(
          'r.personId',
          lines.flatMap(({ personId }) => (personId === null ? [] : [personId])),
        ),
        among(
          'r.organizationId',
          lines.flatMap(({ personId, organizationId }) => (personId === null && organizationId !== null ? [organizationId] : [])),
        ),
      ]),
    )
    .where('r.part', '=', 'graded')
    .where('b.kind', '=', kind)
    .where('b.year', '<', year)
    .where('b.voidedAt', 'is', null)
    .where('c.voidedAt', 'is', null)
    .where('c.closedOn', 'is not', null)
    .orderBy('b.year')
    .orderBy('b.heldOn')
    .orderBy('b.id')
    .execute()
  return new Map(found.map(({ personId, organizationId, id }) => [personId ?? organizationId ?? '', id]))
}
