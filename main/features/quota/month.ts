import { sql } from 'kysely'
import type { OutputOf } from '../../../shared/api/endpoint.ts'
import type { quotaApi } from '../../../shared/api/quota.ts'
import { daysOf } from '../../../shared/quotas/measure.ts'
import type { Quota } from '../../../shared/quotas/quota.ts'
import { lastDate, monthShares } from '../../../shared/rules/days.ts'
import { shown } from '../../../shared/rules/quota.ts'
import { raw } from '../../db/raw.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { sourceOf, titleOf } from '../../quotas/lines.ts'
import { titlesFor } from '../../records/find.ts'
import { countedSql, daysSql } from '../../records/measure-sql.ts'

type Row = Readonly<Record<string, unknown>>

/** The records that gave these subjects something in one month; of what lasts, those that stood at its end. */
export async function recordsIn(
  { db }: Pick<ReadScope, 'db'>,
  { measure }: Quota,
  at: { readonly year: number; readonly month: number; readonly ids: readonly string[] },
): Promise<OutputOf<(typeof quotaApi)['quota.month']>> {
  const { year, month, ids } = at
  const type = sourceOf(measure)
  const begin = `${year}-${String(month).padStart(2, '0')}-`
  const [first, last] = [`${begin}01`, `${begin}${lastDate(year, month)}`]
  const { from, where, subject, amount } = countedSql(measure)
  const { begins, ends } = daysSql(measure)
  const { rows } = await sql<Row>`${sql.raw(`SELECT r.*, count(*) AS "counted.subjects", sum(${amount}) AS "counted.amount" FROM ${from} WHERE ${where}`)}
    AND ${sql.raw(begins)} <= ${last} AND ${sql.raw(ends)} >= ${measure.lasting ? last : first}
    AND ${sql.raw(subject)} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
    GROUP BY r.id ORDER BY ${sql.raw(begins)}, r.id`.execute(raw(db))
  const titles = await titlesFor({ db }, type, rows)
  return rows.map(row => {
    const { from: startsOn, until: endsOn } = daysOf(measure, row) ?? { from: first, until: last }
    const share = measure.lasting || measure.dated ? 1 : (monthShares(startsOn, endsOn).find(s => s.year === year && s.month === month)?.share ?? 0)
    const kind = row['kind']
    return {
      recordType: type.name,
      recordId: String(row['id']),
      title: titleOf(type, row, titles),
      kind: typeof kind === 'string' ? (type.fields['kind']?.choices?.[kind] ?? '') : '',
      startsOn,
      endsOn: endsOn.startsWith('9999') ? '' : endsOn,
      subjects: Number(row['counted.subjects']),
      amount: shown(Number(row['counted.amount']) * share),
    }
  })
}
