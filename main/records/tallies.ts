import type SQLite from 'better-sqlite3-multiple-ciphers'
import { daysOf, type Measure, officeSubject, recordCounts } from '../../shared/quotas/measure.ts'
import { monthShares, yearOf } from '../../shared/rules/days.ts'
import { monthColumns } from '../db/schema.ts'
import { conditionSql } from './measure-sql.ts'

type Prepare = (sql: string) => SQLite.Statement
type Values = Readonly<Record<string, unknown>>

/** The months of one year that a record falls into, with the share of each. */
interface YearShare {
  readonly year: number
  readonly whole: number
  readonly months: readonly { readonly month: number; readonly share: number }[]
}

/**
 * Keeps what each measure counts, by subject, year and month, beside the records it comes from and in the same
 * transaction: a record is taken out before it changes and put in again afterwards.
 */
export class Tallies {
  readonly #prepare: Prepare
  readonly #measuresOf: (recordType: string) => readonly Measure[]

  constructor(prepare: Prepare, measuresOf: (recordType: string) => readonly Measure[]) {
    this.#prepare = prepare
    this.#measuresOf = measuresOf
  }

  /** Whether anything counts this type; else there is nothing to take out or put in. */
  counts(recordType: string): boolean {
    return this.#measuresOf(recordType).length > 0
  }

  takeOut(recordType: string, record: Values): void {
    this.#add(recordType, record, -1)
  }

  putIn(recordType: string, record: Values): void {
    this.#add(recordType, record, 1)
  }

  #add(recordType: string, record: Values, sign: 1 | -1): void {
    if (record['voidedAt']) return
    for (const measure of this.#measuresOf(recordType)) {
      if (!recordCounts(measure, record)) continue
      for (const share of sharesOf(measure, record)) this.#addYear(measure, record, share, sign)
    }
  }

  #addYear(measure: Measure, record: Values, { year, whole, months }: YearShare, sign: 1 | -1): void {
    const statement = upsert(
      measure,
      months.map(m => m.month),
    )
    const shares = [whole * sign, ...months.map(m => m.share * sign)]
    if (measure.lines) {
      this.#prepare(statement).run(year, ...shares, record['id'])
      return
    }
    const subject = measure.subject === officeSubject ? officeSubject : record[measure.subject]
    if (typeof subject !== 'string') return
    const amount = measure.amount === undefined ? 1 : Number(record[measure.amount] ?? 0)
    this.#prepare(statement).run(year, subject, ...shares.map(share => amount * share))
  }
}

/** Where a record falls in time: its whole in the month it begins, or by days over the months that it lasts. */
export function sharesOf(measure: Measure, record: Values): readonly YearShare[] {
  const days = daysOf(measure, record)
  if (!days) return []
  // What is about a year is in no month of it.
  if (measure.dated === 'year') return [{ year: yearOf(days.from), whole: 1, months: [] }]
  const shares = monthShares(days.from, days.until)
  return [...new Set(shares.map(s => s.year))].map(year => {
    const months = shares.filter(s => s.year === year)
    return { year, whole: months.reduce((sum, m) => sum + m.share, 0), months }
  })
}

/** Rounded at the sixth digit so that taking out what was put in leaves nothing behind. */
const plus = (column: string) => `${column} = round(${column} + excluded.${column}, 6)`

function upsert(measure: Measure, months: readonly number[]): string {
  const columns = ['amount', ...months.map(month => monthColumns[month - 1] ?? '')]
  const into = `INSERT INTO tally (tally, year, subjectId, ${columns.join(', ')})`
  const onConflict = `ON CONFLICT (tally, year, subjectId) DO UPDATE SET ${columns.map(plus).join(', ')}`
  if (!measure.lines) return `${into} VALUES ('${measure.tally}', ?, ?, ${columns.map(() => '?').join(', ')}) ${onConflict}`
  const conditions = [...(measure.only ?? []), ...(measure.requires ?? [])].filter(c => c.line).map(conditionSql)
  const amount = measure.amount ?? '1'
  return `${into} SELECT '${measure.tally}', ?, ${measure.subject}, ${columns.map(() => `${amount} * ?`).join(', ')} FROM ${measure.lines}
    WHERE ${[`${measure.of}Id = ?`, ...conditions].join(' AND ')} ${onConflict}`
}
