import { daysBetween, isDay } from '../../shared/rules/days.ts'
import { shown } from '../../shared/rules/quota.ts'

/** How long an activity of one day lasted. */
export type Stretch = 'day' | 'half' | 'hour'

export interface Suggestion {
  readonly hours: number
  /** How it was worked out: 3 天 × 8 = 24 学时. */
  readonly how: string
}

type NumberOf = (key: string, otherwise: number) => number

/** How many days an activity takes; undefined while the dates say nothing. */
export function daysOf(startsOn: unknown, endsOn: unknown): number | undefined {
  if (typeof startsOn !== 'string' || typeof endsOn !== 'string' || !isDay(startsOn) || !isDay(endsOn)) return undefined
  const days = daysBetween(startsOn, endsOn) + 1
  return days >= 1 && days <= 366 ? days : undefined
}

/** Hours by the office's own rates, for someone to confirm: whole days, half a day, or hours by the clock. */
export function suggestHours(days: number | undefined, stretch: Stretch, clockHours: number | null, parameter: NumberOf): Suggestion | undefined {
  if (days === undefined) return undefined
  const perDay = parameter('study.hoursPerDay', 8)
  if (days > 1) return { hours: days * perDay, how: `${days} 天 × ${perDay} = ${days * perDay} 学时` }
  if (stretch === 'day') return { hours: perDay, how: `一天 ${perDay} 学时` }
  const perHalfDay = parameter('study.hoursPerHalfDay', 4)
  if (stretch === 'half') return { hours: perHalfDay, how: `半天 ${perHalfDay} 学时` }
  if (clockHours === null || Number.isNaN(clockHours) || clockHours <= 0) return undefined
  const perHour = parameter('study.hoursPerHour', 1)
  const hours = shown(clockHours * perHour)
  return { hours, how: `${clockHours} 小时 × ${perHour} = ${hours} 学时` }
}

const byTheDay = ['superiorTraining', 'rotation', 'training', 'partySchool', 'online', 'practice']

/** Classes are counted by the day; meetings last half a day unless someone says otherwise. */
export const usualStretch = (kind: unknown): Stretch => (typeof kind === 'string' && byTheDay.includes(kind) ? 'day' : 'half')
