import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { Ports } from '../app/ports.ts'
import { Office } from '../app/scopes.ts'
import { holdOffice } from '../db/lock.ts'
import { migrations } from '../db/migrations/index.ts'
import { openDatabase } from '../db/open.ts'
import { reasonOf } from '../files/whole-file.ts'
import type { JobControl } from '../jobs/jobs.ts'
import { type KeyFile, officeFiles, parseKeyFile, syncFolder, writeKeyFile } from '../lobby/key-file.ts'
import { normalizeRecoveryCode, openSlot, recoveryName, whoIs } from '../lobby/keys.ts'
import { userName } from '../lobby/passwords.ts'
import { MediumError } from './pack.ts'
import { drill, type Progress, proveBackup } from './prove.ts'
import { type Backup, keysOf } from './unpack.ts'

/** Who opens a backup: a user of it with the password of that day; nobody named is the recovery code. */
export interface Opener {
  readonly user: string | null
  readonly secret: string
}

interface Opened {
  readonly key: Uint8Array
  readonly slots: KeyFile
}

/** Opens the key of a backup. Nothing outside can count guesses at a file that may be copied; each costs as much as at the lock screen. */
async function openKey(backup: Backup, { user, secret }: Opener, cost: number): Promise<Opened> {
  const { name, header } = backup
  if (header.migration > migrations.length) throw new AppError('database.newer', {})
  const slots = parseKeyFile((await keysOf(backup)).toString('utf8'))
  if (!slots || slots.officeId !== header.officeId) throw new AppError('backup.damaged', { name, what: '钥匙部分读不出来' })
  const who = whoIs(slots.officeId, user === null ? recoveryName : userName(user))
  const slot = slots.slots.find(s => s.who === who)
  const opened = await openSlot(slot, user === null ? normalizeRecoveryCode(secret) : secret, cost)
  if (opened?.now) return { key: opened.now, slots }
  throw user === null ? new AppError('session.wrongCode', { waitSeconds: 0 }) : new AppError('session.wrongPassword', { waitSeconds: 0, failures: 1 })
}

const percent =
  (job: JobControl): Progress =>
  (share, detail) =>
    job.step(Math.floor(share * 100), 100, detail)

/** 恢复演练: everything a restore does, in a place of its own that is gone afterwards. */
export async function rehearse(backup: Backup, opener: Opener, job: JobControl, cost: number): Promise<void> {
  await job.step(0, 100, '验证口令')
  const { key } = await openKey(backup, opener, cost)
  try {
    const place = join(tmpdir(), `zugong-drill-${process.pid}-${Date.now()}`)
    await drill(backup, place, { key, thorough: true, signal: job.signal, progress: percent(job) })
  } finally {
    key.fill(0)
  }
}

/**
 * Makes an office of a backup in `folder`. What lies there stays whole: an office is renamed aside once the new one is
 * proved; anything else is refused. Gives the place of the office that was renamed.
 */
export async function restoreInto(folder: string, backup: Backup, opener: Opener, job: JobControl, { ports, cost }: { ports: Ports; cost: number }) {
  const before = whatLiesIn(folder)
  await job.step(0, 100, '验证口令')
  const { key, slots } = await openKey(backup, opener, cost)
  const work = before === 'office' ? `${folder}.restoring` : folder
  const made = onDisk(folder, () => prepare(work))
  try {
    const staged = `${officeFiles(work).database}.new`
    await proveBackup(backup, { key, to: staged, thorough: true, signal: job.signal, progress: percent(job) })
    await note(staged, key, backup, opener, ports)
    return onDisk(folder, () => {
      writeKeyFile(work, { ...slots, attempts: { failures: 0, lastAt: 0 } })
      renameSync(staged, officeFiles(work).database)
      syncFolder(work)
      return before === 'office' ? swap(folder, work, ports.clock.now()) : null
    })
  } catch (cause) {
    takeBack(work, made)
    if (cause instanceof MediumError) throw new AppError('restore.unwritable', { folder, why: reasonOf(cause.cause) })
    throw cause
  } finally {
    key.fill(0)
  }
}

/** What would be in the way. An office that is open here or in another program is refused. */
function whatLiesIn(folder: string): 'nothing' | 'office' {
  const names = onDisk(folder, () => (existsSync(folder) ? readdirSync(folder) : []))
  if (names.length === 0) return 'nothing'
  const files = officeFiles(folder)
  if (![files.database, files.keys, files.keysCopy].some(file => existsSync(file))) throw new AppError('restore.occupied', { folder })
  holdOffice(files.lock)()
  return 'office'
}

/** What an earlier attempt that was killed has left is done again. */
function prepare(work: string): string | undefined {
  if (work.endsWith('.restoring')) rmSync(work, { recursive: true, force: true })
  return mkdirSync(work, { recursive: true })
}

/** Removes what was made here and nothing else. */
function takeBack(work: string, topmost: string | undefined): void {
  try {
    const { database, keys, keysCopy } = officeFiles(work)
    for (const file of [database, `${database}.new`, keys, keysCopy]) for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true })
    if (topmost !== undefined) rmSync(topmost, { recursive: true, force: true })
  } catch {
    // A disk that is away keeps what it has; the next attempt clears it.
  }
}

/** The former office under a name with the date, the new one in its place. */
function swap(folder: string, work: string, now: string): string {
  const stamp = now.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
  const aside = join(dirname(folder), `${basename(folder)}-恢复前-${stamp}`)
  renameSync(folder, aside)
  try {
    renameSync(work, folder)
  } catch (cause) {
    renameSync(aside, folder)
    throw cause
  }
  syncFolder(dirname(folder))
  return aside
}

/** The restored audit says that it was restored, from what and by whom. */
async function note(path: string, key: Uint8Array, { name, header }: Backup, { user }: Opener, ports: Ports): Promise<void> {
  const connections = openDatabase(path, key, { create: false })
  try {
    const who = { actor: user === null ? '恢复码' : userName(user), role: 'admin', office: { name: header.office, preset: '' } } as const
    await new Office(connections, ports).write(
      who,
      'lobby.restore',
      async ({ store }) => store.note({ recordType: 'office', recordId: '1', detail: { restoredFrom: name, madeAt: header.madeAt } }),
      () => undefined,
    )
  } finally {
    await connections.close()
  }
}

function onDisk<T>(folder: string, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && 'syscall' in cause) throw new AppError('restore.unwritable', { folder, why: reasonOf(cause) })
    throw cause
  }
}
