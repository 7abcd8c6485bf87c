import { sql } from 'kysely'
import type { InputOf, OutputOf } from '../../../shared/api/endpoint.ts'
import type { quotaApi } from '../../../shared/api/quota.ts'
import { ownQuotaOf } from '../../../shared/quotas/own.ts'
import type { Measure } from '../../../shared/quotas/measure.ts'
import { firstDayOf, lastDayOf } from '../../../shared/rules/days.ts'
import { shown } from '../../../shared/rules/quota.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { raw } from '../../db/raw.ts'
import type { Counted } from '../../quotas/counted.ts'
import { add, none } from '../../quotas/counts.ts'
import { Ground } from '../../quotas/ground.ts'
import { readStandings } from '../../quotas/standings.ts'
import type { Total, Totals } from '../../quotas/totals.ts'
import { refuseUncountable } from '../../records/guards.ts'
import { countedSql, daysSql } from '../../records/measure-sql.ts'
import { recountSql, type Sum, summed } from '../../records/recount.ts'

type Preview = OutputOf<(typeof quotaApi)['quota.preview']>

/** How many of a drafted quota's subjects are shown. */
const shownExamples = 10

/** What a drafted quota would come to, counted from the records themselves; nothing is written. */
export async function previewOf(scope: ReadScope, { draft, year, organizationId }: InputOf<(typeof quotaApi)['quota.preview']>): Promise<Preview> {
  const { db, today } = scope
  // Its names become SQL: what is not a field of a register never gets that far.
  refuseUncountable('ownQuota', draft)
  const quota = ownQuotaOf({ ...draft, id: 'draft' })
  const sums = await sumsOf(db, quota.measure)
  const standings = await readStandings(new Ground(db), { quota, organizationId, today, totals: asked => totalsOf(sums, asked) })
  const counted = await standings.in(year)
  const counts = none()
  for (const one of counted) add(counts, one)
  return {
    ...counts,
    amount: shown(counts.amount),
    records: await recordsIn(db, quota.measure, year),
    examples: counted
      .toSorted(byNeed)
      .slice(0, shownExamples)
      .map(c => c.subject),
  }
}

async function sumsOf(db: ReadScope['db'], measure: Measure): Promise<readonly Sum[]> {
  const { within, across } = recountSql(measure)
  const rows = await sql<{ subjectId: string; year: number; month: number; amount: number }>`${sql.raw(within)}`.execute(raw(db))
  const spans = across && (await sql<{ subjectId: string; begins: string; ends: string; amount: number }>`${sql.raw(across)}`.execute(raw(db)))
  return summed(measure, rows.rows, spans ? spans.rows : [])
}

function totalsOf(sums: readonly Sum[], year: number): Totals {
  return new Map(sums.flatMap(sum => (sum.year === year ? [[sum.subjectId, totalOf(sum)] as const] : [])))
}

function totalOf({ amount, months }: Sum): Total {
  const [m01 = 0, m02 = 0, m03 = 0, m04 = 0, m05 = 0, m06 = 0, m07 = 0, m08 = 0, m09 = 0, m10 = 0, m11 = 0, m12 = 0] = months
  return { amount, m01, m02, m03, m04, m05, m06, m07, m08, m09, m10, m11, m12 }
}

async function recordsIn(db: ReadScope['db'], measure: Measure, year: number): Promise<number> {
  const { from, where } = countedSql(measure)
  const { begins, ends } = daysSql(measure)
  const { rows } = await sql<{ n: number }>`${sql.raw(`SELECT count(DISTINCT r.id) AS n FROM ${from} WHERE ${where}`)}
    AND ${sql.raw(begins)} <= ${lastDayOf(year)} AND ${sql.raw(ends)} >= ${firstDayOf(year)}`.execute(raw(db))
  return rows[0]?.n ?? 0
}

/** Who owes most first; then who has made it, then who is free. */
const byNeed = (a: Counted, b: Counted): number => Number(b.owes) - Number(a.owes) || b.standing.missing - a.standing.missing
