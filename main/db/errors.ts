import { type RecordName, records } from '../../shared/domain/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { RecordType } from '../../shared/records/record.ts'

/** Turns what SQLite says ("UNIQUE constraint failed: person.idNumber") into a failure the user can act on, where it is one. */
export function toAppError(cause: unknown): AppError | undefined {
  if (cause instanceof AppError) return cause
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string') return
  if (cause.code === 'SQLITE_CONSTRAINT_UNIQUE') return duplicate(cause.message)
  if (cause.code === 'SQLITE_FULL' || cause.code === 'ENOSPC') return new AppError('database.full', {})
  if (cause.code.startsWith('SQLITE_READONLY') || ['EROFS', 'EACCES', 'EPERM'].includes(cause.code)) return new AppError('database.readOnly', {})
  if (cause.code.startsWith('SQLITE_BUSY')) return new AppError('database.busy', {})
  if (cause.code.startsWith('SQLITE_IOERR') || cause.code.startsWith('SQLITE_CANTOPEN') || cause.code === 'EIO') return new AppError('database.unreachable', {})
  if (cause.code.startsWith('SQLITE_CORRUPT') || cause.code === 'SQLITE_NOTADB') return new AppError('office.damaged', { what: '数据文件' })
  return
}

/** SQLite names the first column, or the index where that holds an expression; indexes are called `table_column`. */
function duplicate(message: string): AppError | undefined {
  const [, table, column] = /failed: (?:index ')?([a-zA-Z]+)[._](\w+)/.exec(message) ?? []
  if (!table || !column || !isRecordName(table)) return
  const type: RecordType = records[table]
  const field = type.fields[column]
  return field && new AppError('record.duplicate', { label: type.label, field: field.label })
}

const isRecordName = (name: string): name is RecordName => Object.hasOwn(records, name)
