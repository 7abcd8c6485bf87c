import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { readExactly, withGivenFile } from '../files/given-file.ts'
import { decodeHead, type Head, headLength, headStart, type Header } from './format.ts'
import { chunk, MediumError } from './pack.ts'

/** A backup that is open for reading. Its head is sound; of its parts nothing is known yet. */
export interface Backup {
  readonly path: string
  readonly name: string
  readonly head: Head
  readonly header: Header
  readonly size: number
  readonly file: FileHandle
}

/** Longer key slots than any office has. */
const longestKeys = 4 * 1024 * 1024

/** Opens a backup for `work`; `backup.damaged` where it is none, is cut short or its head was changed. */
export async function withBackup<T>(path: string, work: (backup: Backup) => Promise<T>): Promise<T> {
  const name = basename(path)
  return withGivenFile(path, async file => {
    const { size } = await file.stat()
    const head = await readHead(file, name, size)
    return work({ path, name, head, header: head.header, size, file })
  })
}

async function readHead(file: FileHandle, name: string, size: number): Promise<Head> {
  const length = headLength(await read(file, name, 0, Math.min(size, headStart)))
  if (length === undefined) throw new AppError('backup.damaged', { name, what: '开头不是本程序写的备份' })
  if (length > size) throw new AppError('backup.damaged', { name, what: '文件不完整，后面缺了一截' })
  const head = decodeHead(await read(file, name, 0, length))
  if (!head) throw new AppError('backup.damaged', { name, what: '开头的说明被改动过' })
  const { keys, database } = head.header
  const whole = length + keys.size + database.size
  if (whole > size) throw new AppError('backup.damaged', { name, what: '文件不完整，后面缺了一截' })
  if (whole < size) throw new AppError('backup.damaged', { name, what: '文件后面多出了内容' })
  if (keys.size > longestKeys) throw new AppError('backup.damaged', { name, what: '钥匙部分的长度不对' })
  return head
}

/** The key slots, proved by their digest. */
export async function keysOf({ file, name, head, header: { keys } }: Backup): Promise<Buffer> {
  const bytes = await read(file, name, head.length, keys.size)
  if (createHash('sha256').update(bytes).digest('hex') !== keys.sha256) throw new AppError('backup.damaged', { name, what: '钥匙部分被改动过' })
  return bytes
}

/** Copies the database out of the backup, proving its digest on the way. What it leaves at `to` after a failure is no database. */
export async function extractDatabase(backup: Backup, to: string, step: (done: number, total: number) => Promise<void>): Promise<void> {
  const { file, name, head, header } = backup
  const { size, sha256 } = header.database
  const sum = createHash('sha256')
  const target = await medium(() => open(to, 'w', 0o600))
  try {
    for (let at = 0; at < size;) {
      const bytes = await read(file, name, head.length + header.keys.size + at, Math.min(chunk, size - at))
      sum.update(bytes)
      await medium(() => target.appendFile(bytes))
      at += bytes.length
      await step(at, size)
    }
    if (sum.digest('hex') !== sha256) throw new AppError('backup.damaged', { name, what: '数据部分被改动过' })
    await medium(() => target.sync())
  } finally {
    await target.close()
  }
}

async function read(file: FileHandle, name: string, position: number, length: number): Promise<Buffer> {
  const bytes = await readExactly(file, name, position, length)
  if (!bytes) throw new AppError('backup.damaged', { name, what: '文件不完整，后面缺了一截' })
  return bytes
}

async function medium<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw new MediumError('medium', { cause })
  }
}
