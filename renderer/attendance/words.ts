import { activityKinds } from '../../shared/domain/activity.ts'
import { shown } from '../../shared/rules/quota.ts'

const kinds: Readonly<Record<string, string>> = activityKinds
export const kindWord = (kind: string): string => kinds[kind] ?? kind

/** Hours with at most two decimals; one where room is short. */
export const hours = (amount: number, decimals: 1 | 2 = 2): string => String(decimals === 2 ? shown(amount) : Math.round(amount * 10) / 10)

/** 11 月 23 日 */
export const dayInWords = (day: string): string => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8, 10))} 日`

/** 03-10—03-14; a day of another year than the screen's says its year. */
export function spanText(from: string, to: string, year: number): string {
  const say = (day: string) => (day.startsWith(`${year}-`) ? day.slice(5) : day)
  return from === to ? say(from) : `${say(from)}—${say(to)}`
}
