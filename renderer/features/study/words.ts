import { percentText } from '../../../shared/forms/text.ts'
import { lastDayOf, yearOf } from '../../../shared/rules/days.ts'
import { shown } from '../../../shared/rules/quota.ts'

/** The quota of these screens. */
export const quota = 'study-hours'

/** Hours with at most two decimals; one where room is short. */
export const hours = (amount: number, decimals: 1 | 2 = 2): string => String(decimals === 2 ? shown(amount) : Math.round(amount * 10) / 10)

/** 80.7 for 272 of 337. What is not whole never reads 100; without anyone who owes there is no rate. */
export const rateText = (met: number, required: number): string | null => (required > 0 ? percentText(met, required, met >= required).slice(0, -1) : null)

/** 89.6 for the share of the year that has gone. */
export const elapsedText = (elapsed: number): string => (Math.round(elapsed * 1000) / 10).toFixed(1)

/** 11 月 23 日 */
export const dayInWords = (day: string): string => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8, 10))} 日`

/** 截至 11 月 23 日: the last day whose activities count by now. */
export function countedUntil(year: number, today: string): string {
  if (year > yearOf(today)) return `${year} 年度还没有开始`
  return `截至 ${dayInWords(year === yearOf(today) ? today : lastDayOf(year))}`
}

/** 03-10—03-14; a day of another year than the screen's says its year. */
export function spanText(from: string, to: string, year: number): string {
  const say = (day: string) => (day.startsWith(`${year}-`) ? day.slice(5) : day)
  return from === to ? say(from) : `${say(from)}—${say(to)}`
}

export const monthNames: readonly string[] = Array.from({ length: 12 }, (_, i) => `${i + 1}月`)
