import type { BallotState } from '../../shared/domain/ballot-words.ts'
import { ballots } from '../../shared/ballots/index.ts'
import type { BallotKind } from '../../shared/ballots/kind.ts'
import { ballot, type Ballot, type BallotGroup, ballotGroup, type BallotRow, ballotRow } from '../../shared/domain/ballot.ts'
import {
  type BallotCount,
  ballotCount,
  type BallotPaper,
  ballotPaper,
  type BallotReturn,
  ballotReturn,
  type BallotTally,
  ballotTally,
} from '../../shared/domain/ballot-count.ts'
import { type GradeDecision, gradeDecision } from '../../shared/domain/grade-decision.ts'
import { type Scheme, scheme, schemeItem } from '../../shared/domain/scheme.ts'
import { AppError } from '../../shared/errors.ts'
import type { Draft, Fields, LinesType } from '../../shared/records/record.ts'
import type { Count } from '../../shared/rules/ballot-checks.ts'
import type { ParameterOf } from '../../shared/rules/ballot-findings.ts'
import { type EnteredPaper, talliesOf } from '../../shared/rules/ballot-papers.ts'
import { type Plan, planOf } from '../../shared/rules/ballot-plan.ts'
import { lastDayOf } from '../../shared/rules/days.ts'
import { inGroupOrder } from '../../shared/rules/schemes.ts'
import type { ReadScope } from '../app/scopes.ts'
import { anyDb } from '../records/find.ts'
import { parametersOn } from '../records/parameters.ts'
import { fromRow, lineFromRow } from '../records/rows.ts'
import { readScored, type Scored } from './scored.ts'

type Db = ReadScope['db']

/** One ballot with everything that belongs to it. */
export interface WholeBallot {
  readonly ballot: Ballot
  readonly kind: BallotKind
  readonly organization: string
  readonly scheme: Scheme | null
  readonly plan: Plan
  readonly rows: readonly BallotRow[]
  readonly groups: readonly BallotGroup[]
  /** All of them, the latest last. */
  readonly counts: readonly BallotCount[]
  /** The latest: open, or closed and in force. */
  readonly count: BallotCount | null
  readonly returns: readonly BallotReturn[]
  readonly tallies: readonly BallotTally[]
  readonly decisions: readonly GradeDecision[]
  readonly parameter: ParameterOf
  /** What scheme and registers say beside the papers; null where the paper is marked and not scored. */
  readonly scored: Scored | null
}

/** The ballot, or `record.notFound`. A voided one is read too: its paper may have to be shown. `countId` shows it as an earlier count had it. */
export async function readBallot(db: Db, ballotId: string, countId?: string): Promise<WholeBallot> {
  const row = await db.selectFrom('ballot').selectAll().where('id', '=', ballotId).limit(1).executeTakeFirst()
  if (!row) throw new AppError('record.notFound', { label: ballot.label })
  const record = fromRow(ballot, row)
  const kind = ballots[record.kind]
  const organization = await db.selectFrom('organization').select('name').where('id', '=', record.organizationId).limit(1).executeTakeFirst()
  const counts = (
    await db.selectFrom('ballotCount').selectAll().where('ballotId', '=', ballotId).where('voidedAt', 'is', null).orderBy('number').execute()
  ).map(found => fromRow(ballotCount, found))
  const count = (countId === undefined ? counts.at(-1) : counts.find(({ id }) => id === countId)) ?? null
  const decisions = await db.selectFrom('gradeDecision').selectAll().where('ballotId', '=', ballotId).where('voidedAt', 'is', null).execute()
  const found = await schemeOf(db, record.schemeId)
  const { plan } = found
  const rows = await linesOf(db, ballotRow, ballotId)
  const kept = count ? await linesOf(db, ballotTally, count.id) : []
  const papers = count && count.way !== 'totals' ? await linesOf(db, ballotPaper, count.id) : []
  return {
    ballot: record,
    kind,
    organization: organization?.name ?? '',
    scheme: found.scheme,
    plan: plan(kind),
    rows,
    groups: inOrder(kind, await linesOf(db, ballotGroup, ballotId)),
    counts,
    count,
    returns: count ? await linesOf(db, ballotReturn, count.id) : [],
    tallies: count && count.way !== 'totals' ? fromPapers(plan(kind), rows, papers, found.scheme?.trimmed ?? false) : kept,
    decisions: decisions.map(decision => fromRow(gradeDecision, decision)),
    parameter: await parametersOn(db, record.heldOn ?? lastDayOf(record.year)),
    scored: found.scheme && kind.paper.items === 'scheme' ? await readScored(db, record, found.scheme, onPaper(rows)) : null,
  }
}

/** Papers entered one by one make the tallies; of two entries the first, which the second only checks. */
function fromPapers(plan: Plan, rows: readonly BallotRow[], papers: readonly BallotPaper[], trimmed: boolean): BallotTally[] {
  return talliesOf(
    plan,
    onPaper(rows),
    papers.filter(({ entry }) => entry === 1),
    trimmed,
  )
}

/** Groups as the kind names them, then as documents do; those of the office's own come last. */
function inOrder(kind: BallotKind, groups: readonly BallotGroup[]): BallotGroup[] {
  const place = ({ code }: BallotGroup) => (kind.groups.findIndex(group => group.code === code) + kind.groups.length + 1) % (kind.groups.length + 1)
  return inGroupOrder(groups).toSorted((a, b) => place(a) - place(b))
}

/** The rows that stand on the paper, in order. */
export const onPaper = (rows: readonly BallotRow[]): readonly BallotRow[] => rows.filter(({ part }) => part === 'graded')

/** The open papers of a count. */
export const papersOf = (db: Db, countId: string): Promise<readonly EnteredPaper[]> => linesOf(db, ballotPaper, countId)

async function schemeOf(db: Db, id: string | null): Promise<{ scheme: Scheme | null; plan: (kind: BallotKind) => Plan }> {
  const row = id === null ? undefined : await db.selectFrom('scheme').selectAll().where('id', '=', id).limit(1).executeTakeFirst()
  const items = id === null ? [] : await linesOf(db, schemeItem, id)
  return { scheme: row ? fromRow(scheme, row) : null, plan: kind => planOf(kind.paper, items) }
}

/** The lines of one parent, in the order of their key. */
export async function linesOf<F extends Fields>(db: Db, type: LinesType<F>, parentId: string): Promise<Draft<F>[]> {
  let found = anyDb(db).selectFrom(type.name).select(Object.keys(type.fields)).where(type.parentColumn, '=', parentId)
  for (const key of type.key) found = found.orderBy(key)
  return (await found.execute()).map(row => lineFromRow(type, row))
}

/** What the rules take of a ballot. */
export const countOf = ({ plan, groups, rows, returns, tallies }: WholeBallot): Count => ({ plan, groups, rows: onPaper(rows), returns, tallies })

/** 未计票, 计票中, 已封票, 已评定. */
export function stateOf(count: Pick<BallotCount, 'closedOn'> | null, rows: number, decided: number): BallotState {
  if (!count) return 'planned'
  if (count.closedOn === null) return 'counting'
  return rows > 0 && decided >= rows ? 'decided' : 'closed'
}

/** The figures that shares are taken of. */
export function baseFigures({ ballot: b, groups, rows, returns }: WholeBallot) {
  const sum = (key: 'issued' | 'returned' | 'valid') =>
    returns.some(line => line[key] !== null) ? returns.reduce((all, line) => all + (line[key] ?? 0), 0) : null
  const eligible = groups.some(group => group.eligible !== null) ? groups.reduce((all, { eligible: so }) => all + (so ?? 0), 0) : null
  return {
    eligible: b.eligible ?? eligible,
    present: b.present,
    fullMembers: b.fullMembers,
    rows: onPaper(rows).length,
    issued: sum('issued'),
    returned: sum('returned'),
    valid: sum('valid'),
  }
}
