import { addDays, weekdayOf } from './days.ts'

export interface Rotation {
  /** Days, weeks and months of which the newest backup each is kept. */
  readonly daily: number
  readonly weekly: number
  readonly monthly: number
}

/**
 * Which backups stay (轮换): the newest of each of the last so many days, weeks (from Monday) and months that have one at
 * all. Counted in periods with a backup and not by today, so that a PC that was off for a year loses nothing; the newest always stays.
 */
export function keptBackups<B extends { readonly day: string }>(newestFirst: readonly B[], { daily, weekly, monthly }: Rotation): ReadonlySet<B> {
  const newestOf = (periodOf: (day: string) => string, count: number) => {
    const periods = new Map<string, B>()
    for (const backup of newestFirst) {
      const period = periodOf(backup.day)
      if (!periods.has(period)) periods.set(period, backup)
    }
    return [...periods.values()].slice(0, count)
  }
  return new Set([
    ...newestFirst.slice(0, 1),
    ...newestOf(day => day, daily),
    ...newestOf(day => addDays(day, 1 - weekdayOf(day)), weekly),
    ...newestOf(day => day.slice(0, 7), monthly),
  ])
}
