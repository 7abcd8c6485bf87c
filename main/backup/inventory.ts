import type SQLite from 'better-sqlite3-multiple-ciphers'
import { z } from 'zod'
import type { AuditTable } from '../db/schema.ts'
import type { Inventory } from './messages.ts'

const named = z.array(z.object({ name: z.string() }))
const counted = z.object({ n: z.int() })
const last = z.object({ seq: z.int(), chain: z.string() })

/** Rows by table. */
export function countsOf(sqlite: SQLite.Database): Record<string, number> {
  const tables = named.parse(
    sqlite.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`).all(),
  )
  return Object.fromEntries(tables.map(({ name }) => [name, counted.parse(sqlite.prepare(`SELECT count(*) AS n FROM "${name}"`).get()).n]))
}

export function lastOfAudit(sqlite: SQLite.Database): Inventory['audit'] {
  const line = last.optional().parse(sqlite.prepare('SELECT seq, chain FROM audit ORDER BY seq DESC LIMIT 1').get())
  return { lines: line?.seq ?? 0, chain: line?.chain ?? '' }
}

/** The next lines of the audit, for who walks it. */
export function auditAfter(sqlite: SQLite.Database, seq: number): AuditTable[] {
  return sqlite.prepare<[number], AuditTable>('SELECT * FROM audit WHERE seq > ? ORDER BY seq LIMIT 5000').all(seq)
}

/** Where two inventories differ, in words; undefined where they are the same. */
export function difference(said: Inventory, found: Inventory): string | undefined {
  if (said.migration !== found.migration) return '数据版本与写入时不同'
  if (said.audit.lines !== found.audit.lines || said.audit.chain !== found.audit.chain) return '审计的末行与写入时不同'
  const tables = new Set([...Object.keys(said.counts), ...Object.keys(found.counts)])
  const other = [...tables].find(table => said.counts[table] !== found.counts[table])
  return other && `记录数与写入时不同（${other}）`
}
