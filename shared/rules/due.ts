import { addDays, daysBetween, weekdayOf } from './days.ts'
import type { Period } from './periods.ts'

/** 逾期, 今天, 本周, 以后: how a due day lies to today. */
export type DueState = 'overdue' | 'today' | 'week' | 'later'

export const dueStates = { overdue: '逾期', today: '今天', week: '本周', later: '以后' } as const satisfies Record<DueState, string>

/** Monday to Sunday of the week that a day lies in. */
export function weekOf(day: string): Period {
  const from = addDays(day, 1 - weekdayOf(day))
  return { from, until: addDays(from, 6) }
}

/** A day is overdue from the day after it. */
export function dueStateOf(dueOn: string, today: string): DueState {
  if (dueOn < today) return 'overdue'
  if (dueOn === today) return 'today'
  return dueOn <= weekOf(today).until ? 'week' : 'later'
}

/** 逾期 23 天, 今天, 剩 7 天. */
export function daysLeftText(dueOn: string, today: string): string {
  const days = daysBetween(today, dueOn)
  if (days === 0) return '今天'
  return days < 0 ? `逾期 ${-days} 天` : `剩 ${days} 天`
}
