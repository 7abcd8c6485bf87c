import type SQLite from 'better-sqlite3-multiple-ciphers'
import { countingStates } from '../../shared/domain/activity.ts'
import { monthShares } from '../../shared/rules/days.ts'
import { monthColumns } from '../db/schema.ts'

/** The activity a tally counts, as far as the tally needs it. */
interface Counted {
  readonly id: string
  readonly startsOn: string
  readonly endsOn: string
  readonly counts: boolean
  readonly voidedAt: string | null
}

const states = countingStates.map(state => `'${state}'`).join(', ')

/**
 * Keeps the hours of each person by year and month beside the lines they come from, in the same transaction: an
 * activity is taken out before it changes and put in again afterwards. A class over the new year is shared by days.
 */
export class Tallies {
  readonly #prepare: (sql: string) => SQLite.Statement

  constructor(prepare: (sql: string) => SQLite.Statement) {
    this.#prepare = prepare
  }

  takeOut(activity: Counted): void {
    this.#add(activity, -1)
  }

  putIn(activity: Counted): void {
    this.#add(activity, 1)
  }

  #add(activity: Counted, sign: 1 | -1): void {
    if (!activity.counts || activity.voidedAt) return
    const shares = monthShares(activity.startsOn, activity.endsOn)
    for (const year of new Set(shares.map(s => s.year))) {
      const months = shares.filter(s => s.year === year)
      const whole = months.reduce((sum, m) => sum + m.share, 0)
      this.#prepare(upsert(months.map(m => m.month))).run(year, whole * sign, ...months.map(m => m.share * sign), activity.id)
    }
  }
}

/** Rounded at the sixth digit so that taking out what was put in leaves nothing behind. */
const plus = (column: string) => `${column} = round(${column} + excluded.${column}, 6)`

function upsert(months: readonly number[]): string {
  const columns = months.map(month => monthColumns[month - 1])
  return `INSERT INTO tally (tally, year, personId, hours, ${columns.join(', ')})
    SELECT 'study-hours', ?, personId, hours * ?, ${columns.map(() => 'hours * ?').join(', ')} FROM attendance WHERE activityId = ? AND state IN (${states})
    ON CONFLICT (tally, year, personId) DO UPDATE SET ${['hours', ...columns].map(c => plus(c ?? '')).join(', ')}`
}
