import { chmodSync } from 'node:fs'
import SQLite from 'better-sqlite3-multiple-ciphers'
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely'
import { AppError } from '../../shared/errors.ts'
import type { Database } from './schema.ts'

/**
 * One writer and one reader on the same encrypted file. In WAL mode the reader keeps its own snapshot, so lists
 * answer while an import writes, and never show half of it.
 */
export interface Connections {
  readonly writer: SQLite.Database
  readonly reader: SQLite.Database
  readonly reads: Kysely<Database>
  readonly writes: Kysely<Database>
  close(): Promise<void>
}

/** Opens (or, with `create`, makes) the SQLCipher 4 file. A wrong key or a foreign file is `office.damaged`. */
export function openDatabase(path: string, key: Uint8Array, options: { create: boolean }): Connections {
  const writer = connect(path, key, !options.create)
  if (options.create) chmodSync(path, 0o600)
  const reader = connect(path, key, true)
  reader.pragma('query_only = ON')
  const reads = new Kysely<Database>({ dialect: new SqliteDialect({ database: remembering(reader) }) })
  const writes = new Kysely<Database>({ dialect: new SqliteDialect({ database: remembering(writer) }) })
  const close = async () => {
    await reads.destroy()
    try {
      writer.pragma('wal_checkpoint(TRUNCATE)')
    } finally {
      await writes.destroy()
      // Kysely closes only what it has been asked something through.
      for (const connection of [reader, writer]) connection.close()
    }
  }
  return { writer, reader, reads, writes, close }
}

/** So many statements of a connection are kept prepared. */
const prepared = 100

/**
 * A connection that prepares a statement once, however often it is asked. What SQLite holds of one is freed only when V8 comes round to it:
 * of a walk through the whole file thousands would be waiting.
 */
export function remembering(sqlite: SQLite.Database): SqliteDatabase {
  const known = new Map<string, SQLite.Statement>()
  return {
    prepare(sql) {
      const statement = known.get(sql) ?? sqlite.prepare(sql)
      // What was asked last stands last; what was not asked for longest goes.
      known.delete(sql)
      known.set(sql, statement)
      for (const oldest of known.keys()) if (known.size > prepared) known.delete(oldest)
      return statement
    },
    close: () => void sqlite.close(),
  }
}

/** One connection; for who needs no more than that. */
export function connect(path: string, key: Uint8Array, mustExist: boolean): SQLite.Database {
  const sqlite = new SQLite(path, { fileMustExist: mustExist })
  try {
    // SQLCipher 4's own page format, so that any SQLCipher 4 client given the key can open the file.
    sqlite.pragma("cipher = 'sqlcipher'")
    sqlite.pragma('legacy = 4')
    sqlite.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
    sqlite.pragma('journal_mode = WAL')
    // FULL: a commit that was answered survives a pulled plug.
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    sqlite.pragma('cache_size = -131072')
    // Sorting and temporary tables must not leave plain text in a temp file.
    sqlite.pragma('temp_store = MEMORY')
    sqlite.pragma('busy_timeout = 4000')
    return sqlite
  } catch (cause) {
    sqlite.close()
    if (cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_NOTADB') throw new AppError('office.damaged', { what: '数据文件' })
    throw cause
  }
}
