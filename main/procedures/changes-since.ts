import type { ReadScope } from '../app/scopes.ts'

type Db = ReadScope['db']

/** More changes than this are an import: what is kept is made anew. */
const few = 500

/** Where the audit has come to. */
export async function lastSeq(db: Db): Promise<number> {
  const { seq } = await db
    .selectFrom('audit')
    .select(e => e.fn.max('seq').as('seq'))
    .executeTakeFirstOrThrow()
  return Number(seq)
}

/** The ids that the audit has lines about since, by record type; null where they are too many to look at one by one. */
export async function changedIds(db: Db, since: number): Promise<ReadonlyMap<string, ReadonlySet<string>> | null> {
  const lines = await db.selectFrom('audit').select(['recordType', 'recordId']).where('seq', '>', since).limit(few).execute()
  if (lines.length === few) return null
  const found = new Map<string, Set<string>>()
  for (const { recordType, recordId } of lines) {
    const ids = found.get(recordType)
    if (ids) ids.add(recordId)
    else found.set(recordType, new Set([recordId]))
  }
  return found
}
