import { percentText } from '../../shared/forms/text.ts'
import { lastDayOf, yearOf } from '../../shared/rules/days.ts'
import { dayInWords } from '../attendance/words.ts'

/** 80.7 for 272 of 337. What is not whole never reads 100; without anyone who owes there is no rate. */
export const rateText = (met: number, required: number): string | null => (required > 0 ? percentText(met, required, met >= required).slice(0, -1) : null)

/** 89.6 for the share of the year that has gone. */
export const elapsedText = (elapsed: number): string => (Math.round(elapsed * 1000) / 10).toFixed(1)

/** 截至 11 月 23 日: the last day whose records count by now. */
export function countedUntil(year: number, today: string): string {
  if (year > yearOf(today)) return `${year} 年度还没有开始`
  return `截至 ${dayInWords(year === yearOf(today) ? today : lastDayOf(year))}`
}

export const monthNames: readonly string[] = Array.from({ length: 12 }, (_, i) => `${i + 1}月`)
