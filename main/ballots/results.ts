import { bases, type Cap } from '../../shared/ballots/kind.ts'
import { ballotGrades } from '../../shared/domain/ballot-words.ts'
import { type BaseFigures, capOf, type Finding, thresholdFinding } from '../../shared/rules/ballot-findings.ts'
import { perCent, type RowFigures, type RowResult, resultsOf } from '../../shared/rules/ballot-results.ts'
import { type Fraction, multiply, fraction, rounded } from '../../shared/rules/fractions.ts'
import type { Reason } from '../../shared/rules/performance.ts'
import { hiddenOf, scoredRows } from './outcomes.ts'
import { baseFigures, countOf, type WholeBallot } from './read.ts'

/** What a count comes to: exact results by row, findings under the rules, and which groups are not shown by themselves. */
export interface BallotResult {
  readonly rows: readonly (RowResult & { readonly findings: readonly Finding[] })[]
  readonly findings: readonly Finding[]
  readonly hidden: ReadonlySet<string>
}

/** The results of the latest count, open or closed. Nothing is left out here: `shownFigures` does that at the border. */
export function resultOf(whole: WholeBallot): BallotResult {
  const { kind, parameter } = whole
  const figures = baseFigures(whole)
  const count = countOf(whole)
  const general = kind.thresholds.filter(({ measured }) => typeof measured === 'string')
  const perRow = kind.thresholds.filter(({ measured }) => typeof measured !== 'string')
  const counted = resultsOf(count, whole.groups, kind.ranked)
  const scored = scoredRows(whole, counted)
  const rows = counted.map(row => {
    const outcome = scored.get(row.number)?.outcome
    return {
      ...row,
      // With what is added, taken off and decides alone, a scored row stands where that puts it.
      ...(outcome ? { score: outcome.score, rank: outcome.rank } : {}),
      findings: [
        ...perRow.flatMap(threshold => finding(threshold, votesOf(threshold.measured, row, count.plan.items[0]?.key), figures, parameter)),
        ...(outcome ? outcome.reasons.map(reasonFinding) : provisional(row.lacking)),
      ],
    }
  })
  return {
    rows,
    findings: [
      ...general.flatMap(threshold => finding(threshold, threshold.measured === 'present' ? figures.present : figures.returned, figures, parameter)),
      ...kind.caps.flatMap(cap => capFinding(cap, whole, figures)),
    ],
    hidden: hiddenOf(whole),
  }
}

function finding(...asked: Parameters<typeof thresholdFinding>): readonly Finding[] {
  const found = thresholdFinding(...asked)
  return found ? [found] : []
}

function votesOf(measured: WholeBallot['kind']['thresholds'][number]['measured'], row: RowResult, item: string | undefined): number | null {
  if (typeof measured === 'string') return null
  return row.total.votes[measured.item ?? item ?? '']?.[measured.option] ?? null
}

const reasonFinding = (reason: Reason): Finding => ({ ...reason, clause: null })

const provisional = (lacking: readonly string[]): readonly Finding[] =>
  lacking.length > 0 ? [{ code: 'provisional', tone: 'plain', message: `暂算：${lacking.join('、')}没有票，按其余各类的权重折算`, clause: null }] : []

/** How many of a grade have been given, against how many may be. */
function capFinding(cap: Cap, whole: WholeBallot, figures: BaseFigures): readonly Finding[] {
  const state = capOf(cap, figures, whole.parameter)
  if (!state) return [{ code: 'cap', tone: 'plain', message: `填${bases.fullMembers}人数后核对：${cap.words}`, clause: cap.clause }]
  const given = whole.decisions.filter(({ grade }) => grade === cap.grade).length
  const over = given > state.most
  const label = ballotGrades[cap.grade]
  const figuresText = `${label} ${given} 人，上限 ${state.most} 人（${bases[state.base]} ${state.whole} 人）`
  return [{ code: 'cap', tone: over ? 'warn' : 'good', message: over ? `${figuresText}，超过 ${given - state.most} 人` : figuresText, clause: cap.clause }]
}

const inPerCent = (part: Fraction): number => rounded(multiply(fraction(100), part), 1)
const inPoints = (score: Fraction | null): number | null => (score === null ? null : rounded(score, 2))

/** The figures of one row as they are shown: counts, per cent with one decimal, points with two. */
export const shownFigures = ({ valid, votes, means, score }: RowFigures) => ({
  valid,
  votes: Object.fromEntries(Object.entries(votes).map(([item, counts]) => [item, { ...counts }])),
  shares: Object.fromEntries(
    Object.entries(votes).map(([item, counts]) => [item, Object.fromEntries(Object.entries(counts).map(([option, n]) => [option, perCent(n, valid)]))]),
  ),
  means: Object.fromEntries(Object.entries(means).map(([item, mean]) => [item, inPoints(mean)])),
  score: inPoints(score),
})

/**
 * One row as it crosses the border. Groups that are hidden are left out; and where some are, either the total or the weighted figure is
 * given, never both: from the two together a small group's papers could be reckoned.
 */
export function shownRow({ number, total, groups, weighted, score, rank, findings }: BallotResult['rows'][number], hidden: ReadonlySet<string>) {
  const scored = score !== null
  const whole = shownFigures(total)
  const veiled = hidden.size > 0
  return {
    number,
    total: veiled && scored ? { ...whole, means: {}, score: null, votes: {}, shares: {} } : whole,
    groups: Object.fromEntries(Object.entries(groups).flatMap(([code, figures]) => (hidden.has(code) ? [] : [[code, shownFigures(figures)] as const]))),
    weighted:
      weighted === null || veiled
        ? null
        : Object.fromEntries(
            Object.entries(weighted).map(([item, parts]) => [
              item,
              Object.fromEntries(Object.entries(parts).map(([option, part]) => [option, inPerCent(part)])),
            ]),
          ),
    score: inPoints(score),
    rank,
    findings: [...findings],
  }
}
