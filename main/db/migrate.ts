import type SQLite from 'better-sqlite3-multiple-ciphers'
import { AppError } from '../../shared/errors.ts'
import { migrations } from './migrations/index.ts'

/** The version kept in the file: how many migrations it has seen. */
export const versionOf = (sqlite: SQLite.Database): number => Number(sqlite.pragma('user_version', { simple: true }))

/** Brings the file up to date, entirely or not at all; a file from a newer program is refused untouched. */
export function migrate(sqlite: SQLite.Database, steps: readonly string[] = migrations): void {
  const done = versionOf(sqlite)
  if (done > steps.length) throw new AppError('database.newer', {})
  if (done === steps.length) return
  sqlite.transaction(() => {
    for (const step of steps.slice(done)) sqlite.exec(step)
    sqlite.pragma(`user_version = ${steps.length}`)
  })()
}
