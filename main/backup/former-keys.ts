import { z } from 'zod'
import type { ReadScope, WriteScope } from '../app/scopes.ts'

const memoryKey = 'formerKeys'
const kept = z.array(z.string())

/**
 * The keys that the database has had: backups of those days are under them. They lie in the database, under its present key; whoever
 * reads that has all that they open, and newer.
 */
export async function formerKeys(db: ReadScope['db']): Promise<Uint8Array[]> {
  const row = await db.selectFrom('memory').select('value').where('actor', '=', '').where('key', '=', memoryKey).limit(1).executeTakeFirst()
  return row ? kept.parse(JSON.parse(row.value)).map(key => Buffer.from(key, 'hex')) : []
}

export async function keepFormerKey(db: ReadScope['db'], store: WriteScope['store'], key: Uint8Array): Promise<void> {
  const keys = [...(await formerKeys(db)), key].map(former => Buffer.from(former).toString('hex'))
  store.rememberForOffice(memoryKey, keys)
}
