import { type Condition, type Measure, officeSubject } from '../../shared/quotas/measure.ts'

const literal = (value: string | boolean): string => (typeof value === 'boolean' ? String(Number(value)) : `'${value.replaceAll("'", "''")}'`)

/** A condition as SQL; its field is one of a declared record type, its values are literals. */
export const conditionSql = (condition: Condition): string => columnIn(condition.field, condition.among)

function columnIn(column: string, among: Condition['among']): string {
  const values = among.filter(value => value !== null)
  const one = `${column} IN (${values.map(literal).join(', ')})`
  return values.length === among.length ? one : `(${one} OR ${column} IS NULL)`
}

/** The same with the table's short name before the column: `r` the record, `l` its line. */
const qualified = (condition: Condition): string => columnIn(`${condition.line ? 'l' : 'r'}.${condition.field}`, condition.among)

/** The first and the last day of a record, as SQL: of the month or year it is about where it has no date. */
export function daysSql(measure: Measure): { readonly begins: string; readonly ends: string } {
  const from = `r.${measure.from}`
  if (measure.dated === 'month') return { begins: `${from} || '-01'`, ends: `${from} || '-31'` }
  if (measure.dated === 'year') return { begins: `${from} || '-01-01'`, ends: `${from} || '-12-31'` }
  if (measure.lasting) return { begins: from, ends: `coalesce(r.${measure.until ?? measure.from}, '9999-12-31')` }
  return { begins: from, ends: measure.until === undefined ? from : `coalesce(r.${measure.until}, ${from})` }
}

/** Whose a record or line is, as SQL. */
export const subjectSql = (measure: Measure): string =>
  measure.subject === officeSubject ? `'${officeSubject}'` : `${measure.lines ? 'l' : 'r'}.${measure.subject}`

/** Records, with their lines where they have any, that a measure counts. */
export function countedSql(measure: Measure): { readonly from: string; readonly where: string; readonly subject: string; readonly amount: string } {
  const from = measure.lines ? `${measure.of} r JOIN ${measure.lines} l ON l.${measure.of}Id = r.id` : `${measure.of} r`
  const owner = measure.lines ? 'l' : 'r'
  const where = ['r.voidedAt IS NULL', ...[...(measure.only ?? []), ...(measure.requires ?? [])].map(qualified)].join(' AND ')
  return { from, where, subject: subjectSql(measure), amount: measure.amount === undefined ? '1' : `${owner}.${measure.amount}` }
}
