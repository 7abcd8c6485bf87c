import { cpSync, mkdirSync } from 'node:fs'
import { z } from 'zod'
import { migrations } from '../../main/db/migrations/index.ts'
import type { Connections } from '../../main/db/open.ts'
import { officeFiles } from '../../main/lobby/key-file.ts'
import { chained } from '../../main/records/audit.ts'
import { digestOf } from '../../main/records/shapes.ts'
import { lineNames, lines, type LinesName, recordNames } from '../../shared/domain/index.ts'
import { fileOf } from './office.ts'

const auditLine = z.object({
  seq: z.int(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  recordType: z.string(),
  recordId: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  machine: z.string(),
})
const contents = z.record(z.string(), z.unknown())

type Sqlite = Connections['writer']

/** The same office as a program of `version` migrations would have written it: what it did not know of is left out, the audit chained anew. */
export async function makeOlder(from: string, to: string, key: string, version: number): Promise<void> {
  mkdirSync(to, { recursive: true })
  for (const file of ['keys', 'keysCopy'] as const) cpSync(officeFiles(from)[file], officeFiles(to)[file])
  const [source, older] = [fileOf(from, key), fileOf(to, key, true)]
  try {
    older.writer.pragma('foreign_keys = OFF')
    older.writer.exec('BEGIN')
    for (const step of migrations.slice(0, version)) older.writer.exec(step)
    older.writer.pragma(`user_version = ${version}`)
    const tables = new Map(tablesOf(older.writer).map(table => [table, columnsOf(older.writer, table)]))
    // What a program kept beside the records, it made itself; the next one makes it anew.
    for (const table of tables.keys()) if (!['audit', 'tally', 'shipment'].includes(table)) copyRows(source.reader, older.writer, table)
    copyAudit(source.reader, older.writer, tables)
    older.writer.exec('COMMIT')
  } finally {
    await source.close()
    await older.close()
  }
}

const tablesOf = (sqlite: Sqlite): string[] =>
  sqlite.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").pluck().all().map(String)
const columnsOf = (sqlite: Sqlite, table: string): string[] => sqlite.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table).map(String)

function copyRows(source: Sqlite, older: Sqlite, table: string): void {
  const there = new Set(columnsOf(source, table))
  const columns = columnsOf(older, table).filter(column => there.has(column))
  if (columns.length === 0) return
  const names = columns.map(column => `"${column}"`).join(', ')
  const insert = older.prepare(`INSERT INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`)
  for (const row of source.prepare(`SELECT ${names} FROM ${table}`).raw().iterate()) insert.run(row)
}

/** Lines about what the older program had, with the fields it had; the versions of records are counted anew. */
function copyAudit(source: Sqlite, older: Sqlite, tables: ReadonlyMap<string, readonly string[]>): void {
  const unknown = new Set<string>(recordNames.filter(name => !tables.has(name)))
  const insert = older.prepare(
    'INSERT INTO audit (seq, at, actor, action, recordType, recordId, before, after, machine, chain) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const versions = new Map<string, { type: string; version: number }>()
  let [seq, chain] = [0, '']
  for (const row of source.prepare('SELECT * FROM audit ORDER BY seq').iterate()) {
    const line = auditLine.parse(row)
    const columns = tables.get(line.recordType)
    const after = line.after === null ? {} : contents.parse(JSON.parse(line.after))
    const said = linesSaid(line.recordType, after)
    if (unknown.has(line.recordType) || said.some(name => !tables.has(name))) continue
    const isRecord = 'version' in after && columns !== undefined
    if (isRecord || said.length > 0) versions.set(line.recordId, { type: line.recordType, version: (versions.get(line.recordId)?.version ?? 0) + 1 })
    const known = !isRecord
      ? redigested(older, tables, said, line.recordId, after)
      : { ...Object.fromEntries(Object.entries(after).filter(([name]) => columns.includes(name))), version: versions.get(line.recordId)?.version }
    seq += 1
    const next = { ...line, seq, after: line.after === null ? null : JSON.stringify(known) }
    chain = chained(chain, next)
    insert.run(seq, next.at, next.actor, next.action, next.recordType, next.recordId, next.before, next.after, next.machine, chain)
  }
  for (const [id, { type, version }] of versions) older.prepare(`UPDATE ${type} SET version = ? WHERE id = ?`).run(version, id)
}

/** The lines that an audit line is about: of its own type, as a field of another may be called as they are. */
const linesSaid = (recordType: string, after: object): LinesName[] => lineNames.filter(name => lines[name].parent === recordType && name in after)

type Tables = ReadonlyMap<string, readonly string[]>

/** The digests of lines as that program made them: of the fields it had. */
function redigested(older: Sqlite, tables: Tables, said: readonly LinesName[], parentId: string, after: Record<string, unknown>): Record<string, unknown> {
  const digests = said.flatMap(name => {
    const [type, columns] = [lines[name], tables.get(name)]
    if (!columns) return []
    const fields = Object.fromEntries(Object.entries(type.fields).filter(([field]) => columns.includes(field)))
    const rows = older.prepare(`SELECT * FROM ${name} WHERE ${type.parentColumn} = ?`).all(parentId)
    return [
      [
        name,
        digestOf(
          { ...type, fields },
          rows.map(row => contents.parse(row)),
        ),
      ],
    ]
  })
  return { ...after, ...Object.fromEntries(digests) }
}
