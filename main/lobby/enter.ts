import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import type { Role } from '../../shared/domain/roles.ts'
import { type Extent, isWhole } from '../../shared/domain/ownership.ts'
import { AppError } from '../../shared/errors.ts'
import type { Ports } from '../app/ports.ts'
import { Office, type Part } from '../app/scopes.ts'
import { keyFits } from '../db/fits.ts'
import { migrate } from '../db/migrate.ts'
import { narrowed } from '../db/narrowed.ts'
import { type Connections, openDatabase } from '../db/open.ts'
import { parametersOn } from '../records/parameters.ts'
import { extentOf } from './extent.ts'
import { type Opened, whoIs } from './keys.ts'
import { type KeyFile, officeFiles, readKeyFile, writeKeyFile } from './key-file.ts'
import { userName } from './passwords.ts'
import { settled } from './slots.ts'

/** What a password or code opened. */
export interface Entry {
  readonly folder: string
  readonly key: Uint8Array
  /** What all slots of the office have in common; see `secretOf`. */
  readonly secret: Uint8Array
  /** Wrong passwords and codes that were tried before the right one. */
  readonly failedBefore: number
  /** The salt of a slot that 系统管理员 sealed, until the user has sealed one of his own. */
  readonly initialSlot?: string | undefined
  /** One of the two key files was damaged or gone, and was made good from the other. */
  readonly mended: boolean
  /** Lets the next program in. */
  release(): void
}

/** An office that is open, and who opened it. */
export interface OpenOffice extends Entry {
  readonly office: Office
  readonly name: string
  readonly preset: string
  readonly user: { readonly name: string; readonly role: Role }
  /** The modules and the part of the organization that the user works in. */
  readonly extent: Extent
  readonly idleMinutes: number
  /** 屏幕水印: who, at which PC; null where the office shows none. */
  readonly mark: string | null
}

/** The keys that a slot has given: while the database's is being changed, and where that was broken off, there are two. */
type Keys = Pick<Opened, 'now' | 'next'>

/** Opens the database for this user, brought up to date; undefined, and closed again, where there is no such user or no longer. */
export async function enter(entry: Omit<Entry, 'key'>, keys: Keys, typed: string, ports: Ports): Promise<OpenOffice | undefined> {
  const { database, rekeyed } = officeFiles(entry.folder)
  // SQLite would take an emptied file for a new database.
  if (!statSync(database, { throwIfNoEntry: false })?.size) throw new AppError('office.damaged', { what: '数据文件' })
  const which = keys.next && keyFits(database, keys.next) ? 'next' : 'now'
  const key = keys[which]
  // A recovery code for a key that the database never got.
  if (!key) throw new AppError('session.wrongCode', { waitSeconds: 0 })
  const connections = openDatabase(database, key, { create: false })
  try {
    migrate(connections.writer)
    settleKeyFile(entry.folder, which)
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(rekeyed + end, { force: true })
    const open = await seat({ ...entry, key }, userName(typed), connections, ports)
    if (open) keys[which === 'now' ? 'next' : 'now']?.fill(0)
    else await connections.close()
    return open
  } catch (cause) {
    await connections.close()
    throw cause
  }
}

async function seat(entry: Entry, name: string, connections: Connections, ports: Ports): Promise<OpenOffice | undefined> {
  const { reads } = connections
  const users = await reads.selectFrom('user').selectAll().where('voidedAt', 'is', null).orderBy('createdAt').orderBy('id').execute()
  const user = users.find(u => u.name === name && !u.disabled)
  if (!user || !(await isAudited(reads, user.id, entry.initialSlot))) return
  const about = await reads.selectFrom('office').select(['name', 'preset']).limit(1).executeTakeFirstOrThrow()
  const inForce = await parametersOn(reads, ports.clock.today())
  const idleMinutes = inForce('security.idleMinutes') ?? 10
  const [enabled, disabled] = [users.filter(u => !u.disabled), users.filter(u => u.disabled)]
  const listed = inForce('security.listUsers') === 1 ? enabled.map(u => ({ name: u.name, role: u.role })) : []
  tidyKeyFile(entry.folder, { idleMinutes, listed }, disabled)
  const extent = await extentOf(reads, user)
  const part: Part = {
    whole: isWhole(extent),
    of: opened => narrowed(officeFiles(entry.folder).database, entry.key, opened, extent, user.name),
  }
  return {
    ...entry,
    ...about,
    extent,
    office: new Office(connections, ports, part),
    user: { name: user.name, role: user.role },
    idleMinutes,
    mark: inForce('security.screenMark') === 1 ? `${about.name}　${user.name}　电脑 ${ports.machine}` : null,
  }
}

/** A slot that was sealed for somebody opens only where the audit has the line about it: none is set without a trace. */
async function isAudited(reads: Connections['reads'], userId: string, slot: string | undefined): Promise<boolean> {
  if (slot === undefined) return true
  const line = await reads
    .selectFrom('audit')
    .select('seq')
    .where('recordType', '=', 'user')
    .where('recordId', '=', userId)
    .where('after', 'like', `%"slot":"${slot}"%`)
    .limit(1)
    .executeTakeFirst()
  return line !== undefined
}

/** Ends a change of the key that was broken off: the database, which has the one or the other, says what became of it. */
export function settleKeyFile(folder: string, key: 'now' | 'next'): void {
  const keys = readKeyFile(folder)
  if (keys.slots.some(slot => slot.next)) writeKeyFile(folder, { ...keys, slots: settled(keys.slots, key) })
}

/** What the lock screen may show without a key is kept beside the slots, refreshed when an office opens, in both copies alike. No slot outlives a disabling. */
function tidyKeyFile(folder: string, shown: Pick<KeyFile, 'idleMinutes' | 'listed'>, disabled: readonly { readonly name: string }[]): void {
  const keys = readKeyFile(folder)
  const gone = new Set(disabled.map(({ name }) => whoIs(keys.officeId, name)))
  const next = { ...keys, ...shown, slots: keys.slots.filter(slot => !gone.has(slot.who)) }
  if (JSON.stringify(next) !== JSON.stringify(keys) || !agree(folder)) writeKeyFile(folder, next)
}

/** Whether the key file and its copy say the same. A program that died between the two left the copy ahead. */
function agree(folder: string): boolean {
  const { keys, keysCopy } = officeFiles(folder)
  const [first, second] = [keys, keysCopy].map(path => (existsSync(path) ? readFileSync(path, 'utf8') : undefined))
  return first === second
}
