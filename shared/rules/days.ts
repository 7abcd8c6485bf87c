/** Calendar arithmetic on ISO day strings (`2026-11-23`). The only place that does any. */

const dayMs = 86_400_000

const at = (day: string) => Date.parse(`${day}T00:00:00Z`)
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)

/** True for a day that exists: `2025-02-29` is not one. */
export function isDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false
  const [year, month, date] = parts(day)
  return month >= 1 && month <= 12 && date >= 1 && date <= lastDate(year, month)
}

export const addDays = (day: string, days: number): string => dayOf(at(day) + days * dayMs)

/** Whole days from one to the other; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((at(to) - at(from)) / dayMs)

/** The same day some months on, or the last of the month where it has no such day (1-31 + 1 month = 2-28). */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = parts(day)
  const count = year * 12 + month - 1 + months
  const [y, m] = [Math.floor(count / 12), (count % 12) + 1]
  return iso(y, m, Math.min(date, lastDate(y, m)))
}

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: string): number => ((((Math.floor(at(day) / dayMs) + 3) % 7) + 7) % 7) + 1

/** How many whole months have gone from one day to another (满几个月), by the rule of `addMonths`; 0 when `to` is earlier. */
export function fullMonthsBetween(from: string, to: string): number {
  if (to < from) return 0
  const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from)
  return addMonths(from, months) <= to ? months : months - 1
}

/** The first day of the month, quarter, half-year or year that a day lies in: `months` is 1, 3, 6 or 12. */
export function periodStart(day: string, months: PeriodMonths): string {
  const month = monthOf(day)
  return iso(yearOf(day), month - ((month - 1) % months), 1)
}

/** The last day of the month, quarter, half-year or year that a day lies in. */
export const periodEnd = (day: string, months: PeriodMonths): string => addDays(addMonths(periodStart(day, months), months), -1)

export type PeriodMonths = 1 | 3 | 6 | 12

export const addYears = (day: string, years: number): string => addMonths(day, years * 12)

export const yearOf = (day: string): number => Number(day.slice(0, 4))
export const monthOf = (day: string): number => Number(day.slice(5, 7))

export const firstDayOf = (year: number): string => iso(year, 1, 1)
export const lastDayOf = (year: number): string => iso(year, 12, 31)

/** The number of days in a month, 1 to 12. */
export const lastDate = (year: number, month: number): number => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Full years lived on a day (周岁). */
export function ageOn(bornOn: string, day: string): number {
  const [by, bm, bd] = parts(bornOn)
  const [y, m, d] = parts(day)
  return y - by - (m < bm || (m === bm && d < bd) ? 1 : 0)
}

/** How much of a year has gone at the end of a day, 0 to 1: 0 before it begins, 1 when it is over. */
export function elapsedShare(year: number, today: string): number {
  if (today < firstDayOf(year)) return 0
  if (today > lastDayOf(year)) return 1
  return (daysBetween(firstDayOf(year), today) + 1) / (daysBetween(firstDayOf(year), lastDayOf(year)) + 1)
}

/** One month's part of a stretch of days. */
export interface MonthShare {
  readonly year: number
  readonly month: number
  readonly days: number
  /** This month's days over all days, 0 to 1. */
  readonly share: number
}

/** A stretch of days cut at month ends, so that a class over the new year counts in each year by its days there. */
export function monthShares(from: string, to: string): readonly MonthShare[] {
  const total = daysBetween(from, to) + 1
  const shares: MonthShare[] = []
  for (let start = from; start <= to;) {
    const [year, month] = parts(start)
    const monthEnd = iso(year, month, lastDate(year, month))
    const end = monthEnd < to ? monthEnd : to
    const days = daysBetween(start, end) + 1
    shares.push({ year, month, days, share: days / total })
    start = addDays(end, 1)
  }
  return shares
}

/** The share of a stretch of days that lies in each year, 0 to 1. */
export function yearShares(from: string, to: string): ReadonlyMap<number, number> {
  const shares = new Map<number, number>()
  for (const { year, share } of monthShares(from, to)) shares.set(year, (shares.get(year) ?? 0) + share)
  return shares
}

function parts(day: string): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
}

function iso(year: number, month: number, date: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
