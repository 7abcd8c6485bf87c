import { blankKey } from '../ballots/kind.ts'
import { TallyIndex, type Count } from './ballot-checks.ts'
import { type PlannedItem, scoredKey } from './ballot-plan.ts'
import { add, compare, divide, type Fraction, fraction, hundredths, multiply, rounded, sum, zero } from './fractions.ts'

/** A voter group with its weight in hundredths of the whole. */
export interface WeightedGroup {
  readonly code: string
  readonly label: string
  readonly weight: number
}

/** The papers of one group, or of all together, about one row. */
export interface RowFigures {
  readonly valid: number
  /** By item and option. */
  readonly votes: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** By item: points on average of those who scored it, exact; null where nobody did. */
  readonly means: Readonly<Record<string, Fraction | null>>
  /** The means of all items together; null where the paper is not scored or an item was scored by nobody. */
  readonly score: Fraction | null
}

export interface RowResult {
  readonly number: number
  readonly total: RowFigures
  readonly groups: Readonly<Record<string, RowFigures>>
  /** By item and option: the groups' shares of their own valid papers, weighted, as a part of one; null where only one group weighs. */
  readonly weighted: Readonly<Record<string, Readonly<Record<string, Fraction>>>> | null
  /** The groups' scores, weighted; null where the paper is not scored. */
  readonly score: Fraction | null
  /** Groups that weigh and have no figure: the score is 暂算 until they have. */
  readonly lacking: readonly string[]
  readonly rank: number | null
}

type Ranked = 'score' | 'votes' | 'none'

/** What a count comes to, row by row: exact, nothing rounded. Equal results share a rank. */
export function resultsOf(count: Count, weights: readonly WeightedGroup[], ranked: Ranked): readonly RowResult[] {
  const index = new TallyIndex(count.tallies)
  const valid = new Map(count.returns.map(line => [line.groupCode, line.valid ?? 0]))
  const rows = count.rows.map(row => {
    const groups = count.groups.map(({ code }) => [code, figuresOf(count, index, [code], row.number, valid)] as const)
    const total = figuresOf(
      count,
      index,
      count.groups.map(({ code }) => code),
      row.number,
      valid,
    )
    return { number: row.number, section: row.section, total, ...weigh(count.plan.items, new Map(groups), weights), groups: Object.fromEntries(groups) }
  })
  const first = count.plan.items[0]
  const standing = ({ total, score }: Pick<RowResult, 'total' | 'score'>): Fraction | null => {
    if (ranked === 'score') return score
    const option = first?.options[0]?.key
    return ranked === 'votes' && first && option !== undefined ? fraction(total.votes[first.key]?.[option] ?? 0) : null
  }
  return rows.map(({ section, ...row }) => {
    const others = rows.filter(other => other.section === section)
    return { ...row, rank: rankOf(standing(row), others.map(standing)) }
  })
}

/** One more than how many stand above; null where nothing is ranked. */
function rankOf(own: Fraction | null, all: readonly (Fraction | null)[]): number | null {
  return own === null ? null : all.filter(other => other !== null && compare(other, own) > 0).length + 1
}

function figuresOf({ plan }: Count, index: TallyIndex, codes: readonly string[], row: number, validOf: ReadonlyMap<string, number>): RowFigures {
  const valid = codes.reduce((all, code) => all + (validOf.get(code) ?? 0), 0)
  const votes: Record<string, Record<string, number>> = {}
  const means: Record<string, Fraction | null> = {}
  for (const item of plan.items) {
    const of = (option: string) => codes.reduce((all, code) => all + (index.at(code, row, item.key, option)?.votes ?? 0), 0)
    if (item.points !== null) {
      const scored = of(scoredKey)
      const points = sum(codes.map(code => hundredths(index.at(code, row, item.key, scoredKey)?.points ?? 0)))
      votes[item.key] = { [scoredKey]: scored, [blankKey]: valid - scored }
      means[item.key] = scored > 0 ? divide(points, fraction(scored)) : null
      continue
    }
    const marked = Object.fromEntries(item.options.map(({ key }) => [key, of(key)]))
    const given = Object.values(marked).reduce((all, n) => all + n, 0)
    votes[item.key] = { ...marked, [blankKey]: valid - given }
  }
  const scores = Object.values(means)
  const whole = scores.flatMap(mean => (mean === null ? [] : [mean]))
  return { valid, votes, means, score: scores.length > 0 && whole.length === scores.length ? sum(whole) : null }
}

type Weighed = Pick<RowResult, 'weighted' | 'score' | 'lacking'>

function weigh(items: readonly PlannedItem[], groups: ReadonlyMap<string, RowFigures>, weights: readonly WeightedGroup[]): Weighed {
  const counting = weights.filter(({ weight }) => weight > 0)
  const scored = items.some(item => item.points !== null)
  const has = ({ code }: WeightedGroup) => {
    const figures = groups.get(code)
    return figures !== undefined && (scored ? figures.score !== null : figures.valid > 0)
  }
  const present = counting.filter(has)
  const lacking = counting.filter(group => !has(group)).map(({ label }) => label)
  const whole = sum(present.map(({ weight }) => hundredths(weight)))
  const average = (figure: (figures: RowFigures) => Fraction): Fraction =>
    divide(
      present.reduce((all, { code, weight }) => {
        const figures = groups.get(code)
        return figures ? add(all, multiply(hundredths(weight), figure(figures))) : all
      }, zero),
      whole,
    )
  if (present.length === 0) return { weighted: null, score: null, lacking }
  if (scored) return { weighted: null, score: average(({ score }) => score ?? zero), lacking }
  if (counting.length < 2) return { weighted: null, score: null, lacking: [] }
  const weighted = Object.fromEntries(
    items.map(({ key, options }) => [
      key,
      Object.fromEntries(options.map(option => [option.key, average(({ votes, valid }) => fraction(votes[key]?.[option.key] ?? 0, valid))])),
    ]),
  )
  return { weighted, score: null, lacking }
}

/** A part of a whole in per cent, one decimal; 0 of nothing is 0. */
export const perCent = (part: number, whole: number): number => (whole === 0 ? 0 : rounded(fraction(100 * part, whole), 1))
