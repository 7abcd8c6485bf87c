import { type RawBuilder, sql } from 'kysely'

/** True where the column is among the values: a list of any length is one bound value, so that 20,000 numbers are still one query. */
export const among = (column: string, values: Iterable<string>): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} IN (SELECT value FROM json_each(${JSON.stringify([...values])}))`
