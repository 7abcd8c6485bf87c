import { activityKinds } from '../../shared/domain/activity.ts'
import { amountText } from '../ui/say-amount.ts'

const kinds: Readonly<Record<string, string>> = activityKinds
export const kindWord = (kind: string): string => kinds[kind] ?? kind

/** Hours, as amounts are said everywhere. */
export const hours = amountText

/** 11 月 23 日 */
export const dayInWords = (day: string): string => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8, 10))} 日`

/** 2026-03-10 至 2026-03-14 */
export const daysText = (from: string, to: string): string => (from === to ? from : `${from} 至 ${to}`)

/** 90.0%: never rounded up to whole; nothing where nobody was expected. */
export const rateText = (attended: number, expected: number): string => (expected > 0 ? `${(Math.floor((attended / expected) * 1000) / 10).toFixed(1)}%` : '')

/** 03-10—03-14; a day of another year than the screen's says its year. */
export function spanText(from: string, to: string, year: number): string {
  const say = (day: string) => (day.startsWith(`${year}-`) ? day.slice(5) : day)
  return from === to ? say(from) : `${say(from)}—${say(to)}`
}
