import { sql } from 'kysely'
import type { Measure } from '../../shared/quotas/measure.ts'
import { firstDayOf, lastDate, lastDayOf, yearOf } from '../../shared/rules/days.ts'
import { raw } from '../db/raw.ts'
import type { ReadScope } from '../app/scopes.ts'
import { monthColumns, type TallyTable } from '../db/schema.ts'
import { countedSql } from '../records/measure-sql.ts'

type Db = ReadScope['db']
export type Total = Pick<TallyTable, 'amount' | (typeof monthColumns)[number]>
export type Totals = ReadonlyMap<string, Total>

/** What a measure comes to in a year, by subject. */
export async function totalsIn(db: Db, measure: Measure, year: number, today: string, ids?: readonly string[]): Promise<Totals> {
  if (measure.lasting) return lastingIn(db, measure, year, today)
  let totals = db
    .selectFrom('tally')
    .select(['subjectId', 'amount', ...monthColumns])
    .where('tally', '=', measure.tally)
    .where('year', '=', year)
  if (ids && ids.length < 500) totals = totals.where('subjectId', 'in', [...ids])
  const bySubject = new Map<string, Total>()
  for (const row of await totals.execute()) bySubject.set(row.subjectId, row)
  return bySubject
}

/** The years that have something of a measure, and the present one; newest first. What lasts is in every year since the first of it began. */
export async function yearsWith(db: Db, measure: Measure, today: string): Promise<number[]> {
  const present = yearOf(today)
  if (measure.lasting) {
    const { from, where } = countedSql(measure)
    const { rows } = await sql<{ first: string | null }>`${sql.raw(`SELECT min(r.${measure.from}) AS first FROM ${from} WHERE ${where}`)}`.execute(raw(db))
    const first = Math.min(present, yearOf(rows[0]?.first ?? today))
    return Array.from({ length: present - first + 1 }, (_, i) => present - i)
  }
  const rows = await db.selectFrom('tally').select('year').distinct().where('tally', '=', measure.tally).where('amount', '>', 0).execute()
  return [...new Set([present, ...rows.map(row => row.year)])].sort((a, b) => b - a)
}

/** The same over several years, without the months. */
export async function sumsBetween(db: Db, measure: Measure, first: number, last: number): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('tally')
    .select(['subjectId', e => e.fn.sum<number>('amount').as('amount')])
    .where('tally', '=', measure.tally)
    .where('year', '>=', first)
    .where('year', '<=', last)
    .groupBy('subjectId')
    .execute()
  return new Map(rows.map(row => [row.subjectId, row.amount]))
}

/** The same of totals that are not those kept. */
export function sumsOf(totals: (year: number) => Totals, first: number, last: number): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (let year = first; year <= last; year++) for (const [id, { amount }] of totals(year)) sums.set(id, (sums.get(id) ?? 0) + amount)
  return sums
}

/** A year by month of some subjects together. */
export async function monthsOf(db: Db, tally: string, year: number, ids: readonly string[]): Promise<number[]> {
  const sums = await db
    .selectFrom('tally')
    .select(monthColumns.map(column => sql<number | null>`sum(${sql.ref(column)})`.as(column)))
    .where('tally', '=', tally)
    .where('year', '=', year)
    // The plus keeps SQLite from looking up each subject by key: one pass over the year is cheaper.
    .where(sql<boolean>`+subjectId IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .executeTakeFirstOrThrow()
  return monthColumns.map(column => sums[column] ?? 0)
}

/** What lasts is counted as it stands at the end of each month, and of the year as it stands at its end, or today. */
async function lastingIn(db: Db, measure: Measure, year: number, today: string): Promise<Totals> {
  const { from, where, subject } = countedSql(measure)
  const [begins, ends] = [`r.${measure.from}`, `r.${measure.until ?? measure.from}`]
  const { rows } = await sql<{ subjectId: string; begins: string; ends: string | null }>`${sql.raw(
    `SELECT ${subject} AS subjectId, ${begins} AS begins, ${ends} AS ends FROM ${from}
     WHERE ${where} AND ${begins} <= '${lastDayOf(year)}' AND (${ends} IS NULL OR ${ends} >= '${firstDayOf(year)}')`,
  )}`.execute(raw(db))
  const at = today < lastDayOf(year) ? today : lastDayOf(year)
  const monthEnds = monthColumns.map((column, i) => `${year}-${column.slice(1)}-${lastDate(year, i + 1)}`)
  const totals = new Map<string, { -readonly [K in keyof Total]: number }>()
  for (const row of rows) {
    const total = totals.get(row.subjectId) ?? { amount: 0, m01: 0, m02: 0, m03: 0, m04: 0, m05: 0, m06: 0, m07: 0, m08: 0, m09: 0, m10: 0, m11: 0, m12: 0 }
    totals.set(row.subjectId, total)
    // Nearly everything lasts the whole year.
    const whole = row.begins <= (monthEnds[0] ?? '') && (row.ends === null || row.ends >= lastDayOf(year))
    for (const [i, column] of monthColumns.entries()) {
      const day = monthEnds[i] ?? ''
      if (whole) total[column] += 1
      else if (row.begins <= day && (row.ends === null || row.ends >= day)) total[column] += 1
    }
    if (row.begins <= at && (row.ends === null || row.ends >= at)) total.amount += 1
  }
  return totals
}
