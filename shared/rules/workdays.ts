import { addDays, firstDayOf, lastDate, lastDayOf, monthOf, weekdayOf, yearOf } from './days.ts'

/** 放假: a day off that the notice names. 调休上班: a Saturday or Sunday that it makes a working day. */
export type DayKind = 'holiday' | 'workday'

export interface CalendarDay {
  readonly date: string
  readonly kind: DayKind
  readonly name: string
}

/** The working calendar of an office: what the State Council's yearly notices name, by day. */
export interface WorkCalendar {
  readonly days: ReadonlyMap<string, CalendarDay>
  /** The years whose notice is on file. Any other is reckoned as Monday to Friday, and said to be 暂算. */
  readonly known: ReadonlySet<number>
}

/** A day that was reckoned, and the years on its way that have no notice on file. None: it is certain. */
export interface Reckoned {
  readonly day: string
  /** 暂算 because of these years. */
  readonly provisional: readonly number[]
}

export interface Counted {
  readonly days: number
  readonly provisional: readonly number[]
}

interface Counting {
  /** Whether the day it begins on is the first of the count. No rule says so of 公示; the office decides, by default it is not. */
  readonly countFirstDay?: boolean
}

/** The festivals that fall on the same day each year (全国年节及纪念日放假办法 第二条). Every notice names them, so without one of them a year is not whole. */
const fixed = [
  ['01-01', '元旦'],
  ['05-01', '劳动节'],
  ['10-01', '国庆节'],
] as const

/** What is on file, made ready to reckon with. */
export function workCalendar(days: Iterable<CalendarDay>): WorkCalendar {
  const byDate = new Map(Array.from(days, day => [day.date, day]))
  const years = new Set(Array.from(byDate.keys(), yearOf))
  return { days: byDate, known: new Set([...years].filter(year => missingOf(byDate, year).length === 0)) }
}

/** The festivals of a fixed day that a year lacks on file. None: its notice is taken to be on file whole. */
export const missingFestivals = (calendar: WorkCalendar, year: number): readonly string[] => missingOf(calendar.days, year)

const missingOf = (days: ReadonlyMap<string, CalendarDay>, year: number): string[] =>
  fixed.flatMap(([day, name]) => (days.get(`${year}-${day}`)?.kind === 'holiday' ? [] : [name]))

/** Saturday or Sunday. */
export const isWeekend = (day: string): boolean => weekdayOf(day) >= 6

/** Whether people work on a day. Where `provisional` names its year, that is only what the weekday says. */
export function isWorkingDay(calendar: WorkCalendar, day: string): { readonly working: boolean; readonly provisional: readonly number[] } {
  return { working: worked(calendar, day), provisional: unknownAmong(calendar, [yearOf(day)]) }
}

const worked = ({ days }: WorkCalendar, day: string): boolean => {
  const named = days.get(day)
  return named ? named.kind === 'workday' : !isWeekend(day)
}

const unknownAmong = ({ known }: WorkCalendar, years: Iterable<number>): number[] => [...new Set(years)].filter(year => !known.has(year)).sort()

/** The years from one day to the other, in either order. */
function yearsBetween(one: string, other: string): number[] {
  const [from, to] = [yearOf(one), yearOf(other)].sort((a, b) => a - b)
  return from === undefined || to === undefined ? [] : Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

/**
 * The n-th working day after a day; before it where n is negative; the day itself for 0. With `countFirstDay` the day itself is
 * the first, if it is a working day.
 */
export function addWorkingDays(calendar: WorkCalendar, from: string, n: number, { countFirstDay = false }: Counting = {}): Reckoned {
  const step = n < 0 ? -1 : 1
  let left = Math.abs(n)
  let day = from
  if (left > 0 && countFirstDay && worked(calendar, day)) left--
  while (left > 0) {
    day = addDays(day, step)
    if (worked(calendar, day)) left--
  }
  // The first day is asked about only where it may count; a count that begins with the new year knows nothing of the old.
  const first = countFirstDay || n === 0 ? from : addDays(from, step)
  return { day, provisional: unknownAmong(calendar, yearsBetween(first, day)) }
}

/**
 * How many working days lie after the first day, up to and with the last; negative when `to` is earlier. With `countFirstDay`
 * the first counts too. The other way round from `addWorkingDays`.
 */
export function workingDaysBetween(calendar: WorkCalendar, from: string, to: string, { countFirstDay = false }: Counting = {}): Counted {
  const step = to < from ? -1 : 1
  const first = countFirstDay ? from : addDays(from, step)
  if (!countFirstDay && from === to) return { days: 0, provisional: [] }
  let days = 0
  for (let day = first; step > 0 ? day <= to : day >= to; day = addDays(day, step)) if (worked(calendar, day)) days += step
  return { days, provisional: unknownAmong(calendar, yearsBetween(first, to)) }
}

/** The day itself if it is a working day, else the next one that is. */
export const firstWorkingDayFrom = (calendar: WorkCalendar, day: string): Reckoned => nearest(calendar, day, 1)

/** The day itself if it is a working day, else the last one before it: of a month's or quarter's end, its last working day. */
export const lastWorkingDayUntil = (calendar: WorkCalendar, day: string): Reckoned => nearest(calendar, day, -1)

function nearest(calendar: WorkCalendar, from: string, step: 1 | -1): Reckoned {
  let day = from
  while (!worked(calendar, day)) day = addDays(day, step)
  return { day, provisional: unknownAmong(calendar, yearsBetween(from, day)) }
}

/** What becomes of a deadline that falls on a day off: it stays, or moves to the working day after or before. */
export type DayOffRule = 'stays' | 'after' | 'before'

/** A deadline under the rule that fixes it. Most rules of the Party say nothing of days off, so by default it stays where it falls. */
export function deadlineOn(calendar: WorkCalendar, day: string, rule: DayOffRule = 'stays'): Reckoned {
  if (rule === 'after') return firstWorkingDayFrom(calendar, day)
  if (rule === 'before') return lastWorkingDayUntil(calendar, day)
  return { day, provisional: [] }
}

export interface YearCounts {
  readonly workingDays: number
  readonly holidays: number
  readonly makeUpDays: number
  /** Working days of each month, January first. */
  readonly months: readonly number[]
}

/** What a year comes to in days. Without its notice, 52 weeks of five days. */
export function countsOf(calendar: WorkCalendar, year: number): YearCounts {
  const months = Array.from({ length: 12 }, () => 0)
  for (let day = firstDayOf(year); day <= lastDayOf(year); day = addDays(day, 1)) {
    const month = monthOf(day) - 1
    if (worked(calendar, day)) months[month] = (months[month] ?? 0) + 1
  }
  const named = [...calendar.days.values()].filter(day => yearOf(day.date) === year)
  return {
    workingDays: months.reduce((sum, days) => sum + days, 0),
    holidays: named.filter(day => day.kind === 'holiday').length,
    makeUpDays: named.filter(day => day.kind === 'workday').length,
    months,
  }
}

/** Every day of a month, 1 to 12. */
export const daysOfMonth = (year: number, month: number): readonly string[] => {
  const first = `${firstDayOf(year).slice(0, 5)}${String(month).padStart(2, '0')}-01`
  return Array.from({ length: lastDate(year, month) }, (_, i) => addDays(first, i))
}

/** 暂算 in a sentence, with what to do; null where the reckoning is certain. */
export function provisionalText(years: readonly number[]): string | null {
  if (years.length === 0) return null
  return `${years.join('、')} 年的放假安排没有登记全，未登记的按周一至周五上班暂算。在工作日历登记后再推算。`
}
