import { elapsedShare, lastDate, monthOf, yearOf } from '../../shared/rules/days.ts'

/** A point of the chart: `at` is the share of the year, 0 to 1. */
export interface TrendPoint {
  readonly at: number
  /** 1 to 12; 0 for the first of January. */
  readonly month: number
  readonly current?: number | undefined
  readonly previous?: number | undefined
  readonly target?: number | undefined
}

export interface TrendInput {
  readonly year: number
  readonly today: string
  /** Mean amounts by the end of each month. */
  readonly current: readonly number[]
  readonly previous: readonly number[]
  readonly target: number | undefined
}

/** How many months of a year have begun on a day: all twelve of a year that is over, none of one to come. */
export const monthsBegun = (year: number, today: string): number => (year < yearOf(today) ? 12 : year > yearOf(today) ? 0 : monthOf(today))

/** The share of the year that has gone at the end of a month, 0 to 1. */
export const monthEnd = (year: number, month: number): number =>
  month === 0 ? 0 : elapsedShare(year, `${year}-${String(month).padStart(2, '0')}-${lastDate(year, month)}`)

/** The lines of the chart. This year's ends today, inside the month in hand; a year without any has no line. */
export function trendPoints({ year, today, current, previous, target }: TrendInput): readonly TrendPoint[] {
  const begun = monthsBegun(year, today)
  const had = previous.some(hours => hours > 0)
  const points: TrendPoint[] = [
    { at: 0, month: 0, current: begun > 0 ? 0 : undefined, previous: had ? 0 : undefined, target: target === undefined ? undefined : 0 },
  ]
  for (let month = 1; month <= 12; month++) {
    const at = monthEnd(year, month)
    const now = elapsedShare(year, today)
    const inHand = month === begun && now < at
    if (inHand) points.push({ at: now, month, current: current[month - 1] })
    points.push({
      at,
      month: inHand ? 0 : month,
      current: month <= begun && !inHand ? current[month - 1] : undefined,
      previous: had ? previous[month - 1] : undefined,
      target: target === undefined ? undefined : target * at,
    })
  }
  return points
}

/** Lines of the grid, from 0 to past the highest: at every 4, or coarser by doubling where the hours run far past it. */
export function gridLines(highest: number): readonly number[] {
  let step = 4
  while (highest / step > 6) step *= 2
  const count = Math.max(4, Math.ceil(highest / step))
  return Array.from({ length: count + 1 }, (_, i) => i * step)
}
