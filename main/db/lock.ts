import { accessSync, constants } from 'node:fs'
import { dirname } from 'node:path'
import SQLite from 'better-sqlite3-multiple-ciphers'
import { AppError } from '../../shared/errors.ts'

/**
 * Keeps a second program out of the office. The operating system holds the lock, so a crash or a pulled plug
 * leaves nothing behind to clean up.
 */
export function holdOffice(lockFile: string): () => void {
  refuseProtected(dirname(lockFile))
  const lock = new SQLite(lockFile, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    if (cause instanceof Error && 'code' in cause && String(cause.code).startsWith('SQLITE_BUSY')) throw new AppError('office.inUse', {})
    throw cause
  }
  return () => lock.close()
}

/** SQLite says of a write-protected disk only that it cannot open something there. */
function refuseProtected(folder: string): void {
  try {
    accessSync(folder, constants.W_OK)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && ['EROFS', 'EACCES', 'EPERM'].includes(String(cause.code))) throw new AppError('database.readOnly', {})
  }
}
