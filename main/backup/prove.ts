import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { reasonOf } from '../files/whole-file.ts'
import { parseKeyFile } from '../lobby/key-file.ts'
import { difference } from './inventory.ts'
import { MediumError } from './pack.ts'
import { checkCopy } from './threads.ts'
import { type Backup, extractDatabase, keysOf } from './unpack.ts'

/** How far a proof is: a share from 0 to 1, and what is being done. */
export type Progress = (share: number, detail: string) => Promise<void>

interface Proof {
  readonly key: Uint8Array
  /** Where the database is copied to; it lies there encrypted, as in the office. */
  readonly to: string
  /** With the entries of every index: not in the daily backup, which would keep a county's PC busy too long. */
  readonly thorough: boolean
  readonly signal: AbortSignal
  readonly progress: Progress
}

const words = { pages: '核对数据页', audit: '核对审计链', counts: '核对记录数' }
const shares = { pages: 0.6, audit: 0.85, counts: 0.95 }

/**
 * Takes the database out of a backup and proves it: head and parts by their digests, every page, the chain of the
 * audit, the rows of every table. `backup.damaged` where the file is not what was written; `office.damaged` where it is, and the office it was made of was damaged.
 */
export async function proveBackup(backup: Backup, { key, to, thorough, signal, progress }: Proof): Promise<void> {
  const { name, head, header } = backup
  if (!head.isBy(key)) throw new AppError('backup.forged', { name })
  if (!parseKeyFile((await keysOf(backup)).toString('utf8'))) throw new AppError('backup.damaged', { name, what: '钥匙部分读不出来' })
  await extractDatabase(backup, to, (done, total) => progress((0.55 * done) / total, '读回备份'))
  const { wrong, inventory } = await checkCopy({ path: to, key, thorough }, signal, step => progress(shares[step], words[step]))
  if (wrong) throw new AppError('office.damaged', { what: `数据文件（${wrong}）` })
  const other = difference(header, inventory)
  if (other) throw new AppError('backup.damaged', { name, what: other })
  await progress(1, '核对完毕')
}

/** Proves a backup without keeping what is taken out of it. `folder` is made and removed. */
export async function drill(backup: Backup, folder: string, proof: Omit<Proof, 'to'>): Promise<void> {
  await onDisk(folder, async () => {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
  })
  try {
    await onDisk(folder, () => proveBackup(backup, { ...proof, to: join(folder, 'office.db') }))
  } finally {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined)
  }
}

/** What the disk of this PC refuses is no fault of the backup. */
async function onDisk<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof MediumError) throw new AppError('restore.unwritable', { folder, why: reasonOf(cause.cause) })
    throw cause
  }
}
