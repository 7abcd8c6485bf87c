import type SQLite from 'better-sqlite3-multiple-ciphers'
import type { Measure } from '../../shared/quotas/measure.ts'
import { monthColumns } from '../db/schema.ts'
import { countedSql, daysSql } from './measure-sql.ts'
import { sharesOf } from './tallies.ts'

type Prepare = (sql: string) => SQLite.Statement

/** What a measure comes to for one subject in one year. */
export interface Sum {
  readonly subjectId: string
  readonly year: number
  amount: number
  readonly months: number[]
}

interface Within {
  readonly subjectId: string
  readonly year: number
  readonly month: number
  readonly amount: number
}
interface Across {
  readonly subjectId: string
  readonly begins: string
  readonly ends: string
  readonly amount: number
}

/** The questions from whose answers `summed` adds up what a measure comes to, for whatever connection asks them. */
export function recountSql(measure: Measure): { readonly within: string; readonly across: string | undefined } {
  const { from, where, subject, amount } = countedSql(measure)
  const { begins, ends } = daysSql(measure)
  const known = `${where} AND ${subject} IS NOT NULL AND r.${measure.from} IS NOT NULL`
  const spans = measure.until !== undefined
  const month = measure.dated === 'year' ? '0' : `CAST(substr(${begins}, 6, 2) AS INTEGER)`
  return {
    // Nearly everything lies within one month, and SQLite adds that up; what lasts over a month's end is shared by days here.
    within: `SELECT ${subject} AS subjectId, CAST(substr(${begins}, 1, 4) AS INTEGER) AS year, ${month} AS month, sum(${amount}) AS amount
      FROM ${from} WHERE ${known}${spans ? ` AND substr(${ends}, 1, 7) <= substr(${begins}, 1, 7)` : ''} GROUP BY 1, 2, 3`,
    across: spans
      ? `SELECT ${subject} AS subjectId, ${begins} AS begins, ${ends} AS ends, ${amount} AS amount FROM ${from}
      WHERE ${known} AND substr(${ends}, 1, 7) > substr(${begins}, 1, 7)`
      : undefined,
  }
}

export function summed(measure: Measure, within: readonly Within[], across: readonly Across[]): readonly Sum[] {
  const sums = new Map<string, Sum>()
  /** In no month where it is about a whole year: month 0. */
  const add = (subjectId: string, year: number, month: number, amount: number) => {
    const key = `${year} ${subjectId}`
    const sum = sums.get(key) ?? { subjectId, year, amount: 0, months: monthColumns.map(() => 0) }
    sum.amount += amount
    if (month > 0) sum.months[month - 1] = (sum.months[month - 1] ?? 0) + amount
    sums.set(key, sum)
  }
  for (const row of within) add(row.subjectId, row.year, row.month, row.amount)
  const span: Measure = { ...measure, from: 'begins', until: 'ends' }
  for (const row of across) {
    for (const { year, months } of sharesOf(span, { ...row })) for (const { month: at, share } of months) add(row.subjectId, year, at, row.amount * share)
  }
  return [...sums.values()]
}

/** What a measure comes to, from the records themselves: for a quota that is new. */
function recount(prepare: Prepare, measure: Measure): readonly Sum[] {
  const { within, across } = recountSql(measure)
  return summed(measure, prepare(within).all() as Within[], across ? (prepare(across).all() as Across[]) : [])
}

/** Makes the kept totals of a measure anew. */
export function rebuildTally(prepare: Prepare, measure: Measure): void {
  prepare('DELETE FROM tally WHERE tally = ?').run(measure.tally)
  const insert = prepare(
    `INSERT INTO tally (tally, year, subjectId, amount, ${monthColumns.join(', ')}) VALUES (?, ?, ?, ?, ${monthColumns.map(() => '?').join(', ')})`,
  )
  for (const { subjectId, year, amount, months } of recount(prepare, measure))
    insert.run(measure.tally, year, subjectId, rounded(amount), ...months.map(rounded))
}

const rounded = (amount: number): number => Math.round(amount * 1e6) / 1e6
