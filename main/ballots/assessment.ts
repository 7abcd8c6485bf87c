import { bases } from '../../shared/ballots/kind.ts'
import type { Ballot, BallotRow } from '../../shared/domain/ballot.ts'
import type { SchemeGroup, SchemeItem, ScoreAdjustment } from '../../shared/domain/scheme.ts'
import { schemeGroup, schemeItem, scoreAdjustment } from '../../shared/domain/scheme.ts'
import { AppError } from '../../shared/errors.ts'
import { capOf } from '../../shared/rules/ballot-findings.ts'
import { hiddenGroups } from '../../shared/rules/ballot-secrecy.ts'
import { type RowResult, resultsOf } from '../../shared/rules/ballot-results.ts'
import { firstDayOf, lastDayOf } from '../../shared/rules/days.ts'
import type { Fraction } from '../../shared/rules/fractions.ts'
import { type GroupScore, ladderOf, type Outcome, outcomesOf, weightedItems } from '../../shared/rules/performance.ts'
import { inGroupOrder } from '../../shared/rules/schemes.ts'
import type { ReadScope } from '../app/scopes.ts'
import { among } from '../db/among.ts'
import { fromRow } from '../records/rows.ts'
import { baseFigures, countOf, linesOf, onPaper, readBallot, type WholeBallot } from './read.ts'

type Db = ReadScope['db']

/** One group of assessors of a ballot, and how many of it took part. */
export type AssessedGroup = Omit<GroupScore, 'score'> & { readonly hidden: boolean }

export interface AssessedRow {
  readonly line: BallotRow
  readonly result: RowResult
  readonly outcome: Outcome
  /** By item, weighted; the items add up to the weighted score. */
  readonly items: Readonly<Record<string, Fraction>> | null
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

const refuse = (code: string, message: string) => new AppError('input.invalid', { issues: [{ path: 'ballotId', code, message }] })

/** The assessment of a ballot that is scored and closed; refused where it is neither. */
export async function readAssessment(db: Db, ballotId: string): Promise<Assessment> {
  const whole = await readBallot(db, ballotId)
  if (whole.kind.paper.items !== 'scheme' || !whole.scheme) throw refuse('scheme', '这次测评不按考核方案打分，没有综合得分')
  const found = await assess(db, whole)
  if (!found) throw refuse('open', '还没有封票，封票后才有结果')
  return found
}

/** The assessment of what was read; null while it is not closed, or not scored. */
export async function assess(db: Db, whole: WholeBallot): Promise<Assessment | null> {
  const { scheme, kind, count } = whole
  const closedOn = count?.closedOn ?? null
  if (closedOn === null || !scheme || kind.paper.items !== 'scheme') return null
  const items = await linesOf(db, schemeItem, scheme.id)
  const groups = groupsOf(whole, await linesOf(db, schemeGroup, scheme.id))
  const lines = onPaper(whole.rows)
  const adjustments = await adjustmentsOf(db, whole.ballot, lines)
  const [cap] = kind.caps
  const state = cap ? capOf(cap, baseFigures(whole), whole.parameter) : null
  const results = new Map(resultsOf(countOf(whole), whole.groups, kind.ranked).map(row => [row.number, row]))
  const rows = lines.flatMap(line => {
    const result = results.get(line.number)
    return result ? [{ line, result, adjustments: adjustments.filter(a => isAbout(a, line)), groups: groups.map(group => scoredBy(group, result)) }] : []
  })
  const outcomes = outcomesOf(
    rows.map(row => ({ number: row.line.number, groups: row.groups, adjustments: row.adjustments })),
    ladderOf(kind.decision.grades, scheme),
    state?.most ?? null,
  )
  const keys = whole.plan.items.map(({ key }) => key)
  return {
    whole,
    closedOn,
    scheme,
    items,
    groups,
    cap: cap && state ? { most: state.most, base: state.whole, baseLabel: bases[state.base], words: cap.words, clause: cap.clause } : null,
    rows: rows.flatMap(({ groups: scored, ...row }, i) => {
      const outcome = outcomes[i]
      return outcome ? [{ ...row, outcome, items: weightedItems(keys, scored) }] : []
    }),
  }
}

/** The ballot's groups as its count left them; 最低参评率 is the scheme's. */
function groupsOf({ groups, returns, kind }: WholeBallot, asked: readonly SchemeGroup[]): AssessedGroup[] {
  const valid = (code: string) => returns.find(line => line.groupCode === code)?.valid ?? 0
  const hidden = kind.secret ? hiddenGroups(returns.map(line => ({ code: line.groupCode, valid: line.valid ?? 0 }))) : new Set<string>()
  return inGroupOrder(groups).map(({ code, label, weight, eligible }) => ({
    code,
    label,
    weight,
    eligible,
    minimum: asked.find(group => group.code === code)?.minimum ?? null,
    valid: valid(code),
    hidden: hidden.has(code),
  }))
}

const scoredBy = ({ hidden: _hidden, ...group }: AssessedGroup, { groups }: RowResult) => {
  const figures = groups[group.code]
  return { ...group, score: figures?.score ?? null, means: figures?.means ?? {} }
}

const isAbout = (a: ScoreAdjustment, { personId, organizationId }: BallotRow): boolean =>
  personId !== null ? a.personId === personId : organizationId !== null && a.organizationId === organizationId

/** What names the scheme, and what names none in the year; but for 五个好党员, beside which a member's 加减分 is one of 量化考核. */
async function adjustmentsOf(db: Db, { schemeId, year, kind }: Ballot, lines: readonly BallotRow[]): Promise<readonly ScoreAdjustment[]> {
  const people = lines.flatMap(({ personId }) => (personId === null ? [] : [personId]))
  const bodies = lines.flatMap(({ organizationId }) => (organizationId === null ? [] : [organizationId]))
  const rows = await db
    .selectFrom('scoreAdjustment')
    .selectAll()
    .where(e => e.or([among('personId', people), among('organizationId', bodies)]))
    .where('voidedAt', 'is', null)
    .where(e =>
      e.or([
        e('schemeId', '=', schemeId),
        ...(kind === 'goodMembers'
          ? []
          : [e.and([e('schemeId', 'is', null), e('happenedOn', '>=', firstDayOf(year)), e('happenedOn', '<=', lastDayOf(year))])]),
      ]),
    )
    .orderBy('happenedOn')
    .orderBy('id')
    .execute()
  return rows.map(row => fromRow(scoreAdjustment, row))
}

/** What someone came to before: the last assessment of the same kind in an earlier year, by whom it was about. */
export async function earlierOf(db: Db, { whole, rows }: Assessment): Promise<ReadonlyMap<number, Earlier>> {
  const ids = await earlierBallots(
    db,
    whole.ballot,
    rows.map(({ line }) => line),
  )
  const read = new Map<string, Assessment | null>()
  for (const id of new Set(ids.values())) read.set(id, await assess(db, await readBallot(db, id)))
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
