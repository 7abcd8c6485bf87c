import type { Draft, Fields, LinesType } from '../../shared/records/record.ts'
import type { ReadScope } from '../app/scopes.ts'
import { among } from '../db/among.ts'
import { anyDb } from './find.ts'
import { lineFromRow } from './rows.ts'

/** The owned lines of several parents, by parent and in the order of their key. */
export async function linesByParent<F extends Fields>(
  db: ReadScope['db'],
  type: LinesType<F>,
  parentIds: readonly string[],
): Promise<ReadonlyMap<string, Draft<F>[]>> {
  let found = anyDb(db)
    .selectFrom(type.name)
    .select([type.parentColumn, ...Object.keys(type.fields)])
    .where(among(type.parentColumn, parentIds))
  for (const key of type.key) found = found.orderBy(key)
  const lines = new Map<string, Draft<F>[]>()
  for (const row of await found.execute()) {
    const { [type.parentColumn]: parent, ...line } = row
    const known = lines.get(String(parent))
    if (known) known.push(lineFromRow(type, line))
    else lines.set(String(parent), [lineFromRow(type, line)])
  }
  return lines
}
