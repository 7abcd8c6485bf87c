import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../../main/db/migrate.ts'
import { type Connections, openDatabase } from '../../main/db/open.ts'

export const testKey = new Uint8Array(32).fill(7)

/** An empty encrypted database of the present version, gone afterwards. */
export async function withDatabase<T>(work: (connections: Connections, path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'zugong-db-'))
  const path = join(folder, 'office.db')
  const connections = openDatabase(path, testKey, { create: true })
  try {
    migrate(connections.writer)
    return await work(connections, path)
  } finally {
    await connections.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
