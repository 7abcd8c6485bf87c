import type { OutputOf } from '../../../shared/api/endpoint.ts'
import type { calendarApi } from '../../../shared/api/calendar.ts'
import { dayKinds } from '../../../shared/domain/calendar-day.ts'
import { daysBetween, monthOf, weekdayOf } from '../../../shared/rules/days.ts'
import { isWeekend } from '../../../shared/rules/workdays.ts'

export type CalendarYear = OutputOf<(typeof calendarApi)['calendar.year']>
export type DayOnFile = CalendarYear['days'][number]

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const
export const weekdayText = (day: string): string => `周${weekdays[weekdayOf(day) - 1] ?? ''}`

/** 2 月 15 日 */
const dayText = (day: string): string => `${monthOf(day)} 月 ${Number(day.slice(8))} 日`

/** 2 月 15 日至 23 日; 1 月 28 日至 2 月 4 日. */
export function spanText(from: string, until: string): string {
  if (from === until) return dayText(from)
  return `${dayText(from)}至 ${monthOf(from) === monthOf(until) ? `${Number(until.slice(8))} 日` : dayText(until)}`
}

/** What a day is, as the cell says to a reader: 2026-02-17 周二 放假 春节. */
export function labelOf(day: string, onFile: DayOnFile | undefined): string {
  return [day, weekdayText(day), onFile ? `${dayKinds[onFile.kind]} ${onFile.name}` : isWeekend(day) ? '休息' : '上班'].join(' ')
}

/** What stands on file of some days, in a sentence. */
export function standingText(days: readonly string[], onFile: readonly DayOnFile[]): string {
  const [first] = days
  const [only] = onFile
  if (first !== undefined && days.length === 1)
    return only ? `${weekdayText(first)}，${dayKinds[only.kind]}：${only.name}` : `平常的${weekdayText(first)}，${isWeekend(first) ? '休息' : '上班'}`
  if (onFile.length === 0) return `${days.length} 天，都没有登记`
  const of = (kind: DayOnFile['kind']) => onFile.filter(day => day.kind === kind).length
  const parts = (['holiday', 'workday'] as const).flatMap(kind => (of(kind) > 0 ? [`${dayKinds[kind]} ${of(kind)} 天`] : []))
  return `${days.length} 天，已登记${parts.join('、')}`
}

/** 跨过放假 9 天（春节）、调休上班 1 天; 中间没有放假和调休. */
export function passedText(passed: readonly { readonly kind: DayOnFile['kind']; readonly name: string }[]): string {
  const off = passed.filter(day => day.kind === 'holiday')
  const worked = passed.length - off.length
  const names = [...new Set(off.map(day => day.name))].join('、')
  const parts = [off.length > 0 ? `放假 ${off.length} 天（${names}）` : '', worked > 0 ? `调休上班 ${worked} 天` : ''].filter(Boolean)
  return parts.length > 0 ? `其间有${parts.join('、')}` : '其间没有放假和调休'
}

/** All days from one to another, in order. */
export const lengthOf = (from: string, until: string): number => daysBetween(from, until) + 1
