import { rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { Ports } from '../app/ports.ts'
import { reasonOf } from '../files/whole-file.ts'
import type { JobControl } from '../jobs/jobs.ts'
import type { OpenOffice } from '../lobby/enter.ts'
import { keyFileText, officeFiles, readKeyFile, syncFolder } from '../lobby/key-file.ts'
import { backupName, mustBeThere, removeUnfinished } from './folder.ts'
import type { Header } from './format.ts'
import { MediumError, pack } from './pack.ts'
import { drill } from './prove.ts'
import { holdSnapshot } from './threads.ts'
import { withBackup } from './unpack.ts'

export interface Made {
  readonly name: string
  readonly path: string
  readonly size: number
  readonly header: Header
}

/** Where a backup is taken out again to be proved: on the office's own disk, encrypted. */
export const proofFolder = (office: string): string => join(office, 'office.proof')

/**
 * Copies the office as it is at one instant, while work goes on, and proves the copy before it gets its name: what is
 * called .zgb has been read back from its medium, opened and walked through.
 */
export async function makeBackup(open: OpenOffice, ports: Ports, folder: string, job: JobControl): Promise<Made> {
  await mustBeThere(folder)
  await removeUnfinished(folder, open.name)
  const madeAt = ports.clock.now()
  const name = backupName(open.name, new Date(madeAt))
  const path = join(folder, name)
  const part = `${path}.part`
  const at = (from: number, to: number) => (share: number, detail: string) => job.step(Math.floor(from + (to - from) * share), 100, detail)
  try {
    await job.step(0, 100, '取一致的快照')
    const header = await copy(open, ports, part, madeAt, at(0, 45))
    await prove(open, part, job.signal, at(45, 99))
    await rename(part, path)
    await syncFolderWhereItCan(folder)
    const { size } = await stat(path)
    await job.step(100, 100, '核对完毕')
    return { name, path, size, header }
  } catch (cause) {
    await rm(part, { force: true }).catch(() => undefined)
    throw inWords(cause, folder)
  }
}

async function copy(open: OpenOffice, ports: Ports, part: string, madeAt: string, progress: (share: number, detail: string) => Promise<void>): Promise<Header> {
  const path = officeFiles(open.folder).database
  const database = await open.office.bytes(path)
  let size = 0
  let slots = readKeyFile(open.folder)
  const held = await holdSnapshot(path, open.key, hold =>
    open.office.still(async () => {
      await hold()
      // From here on nothing is written into the file: what is committed goes into the log beside it.
      size = (await database.stat()).size
      slots = readKeyFile(open.folder)
    }),
  )
  try {
    const inventory = await held.inventory
    const about = { officeId: slots.officeId, office: open.name, madeAt, machine: ports.machine, program: ports.version, ...inventory }
    const keys = Buffer.from(keyFileText({ ...slots, attempts: { failures: 0, lastAt: 0 } }))
    return await pack(part, { keys, database, size, about }, open.key, (done, total) => progress(done / total, '写出备份'))
  } finally {
    await held.release()
  }
}

/** A copy that is not what was written is the medium's fault; one that is, and is not sound, tells of a damaged office. */
async function prove(open: OpenOffice, part: string, signal: AbortSignal, progress: (share: number, detail: string) => Promise<void>): Promise<void> {
  try {
    await withBackup(part, backup => drill(backup, proofFolder(open.folder), { key: open.key, thorough: false, signal, progress }))
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause
    if (cause.code === 'restore.unwritable' && 'why' in cause.facts) throw new AppError('backup.unchecked', { why: `台账所在的磁盘${cause.facts.why}` })
    if (cause.code === 'backup.damaged' && 'what' in cause.facts) throw new AppError('backup.unchecked', { why: cause.facts.what })
    if (cause.code === 'file.unreadable') throw new AppError('backup.unwritable', { folder: dirname(part), why: '中途读不到了，U 盘或共享可能已断开' })
    throw cause
  }
}

/** Some shares and USB file systems know no such call. */
async function syncFolderWhereItCan(folder: string): Promise<void> {
  try {
    syncFolder(folder)
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && (cause.code === 'EINVAL' || cause.code === 'ENOTSUP'))) throw cause
  }
}

/** The only paths used without a word of their own are those in the backup's folder. */
function inWords(cause: unknown, folder: string): unknown {
  if (cause instanceof MediumError) return new AppError('backup.unwritable', { folder, why: reasonOf(cause.cause) })
  if (cause instanceof Error && 'code' in cause && 'syscall' in cause) return new AppError('backup.unwritable', { folder, why: reasonOf(cause) })
  return cause
}
