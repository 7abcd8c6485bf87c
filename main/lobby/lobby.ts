import { statSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import type { CallOf, InputOf, OutputOf } from '../../shared/api/endpoint.ts'
import type { lobbyApi } from '../../shared/api/lobby.ts'
import type { Role } from '../../shared/domain/roles.ts'
import { AppError } from '../../shared/errors.ts'
import { Mutex } from '../app/mutex.ts'
import type { Ports } from '../app/ports.ts'
import { Office } from '../app/scopes.ts'
import { holdOffice } from '../db/lock.ts'
import { migrate } from '../db/migrate.ts'
import { type Connections, openDatabase } from '../db/open.ts'
import { PeopleIndex } from '../search/people-index.ts'
import { makeOffice, prepareFolder, refuseExisting } from './create.ts'
import { isOffice, type KeyFile, officeFiles, readKeyFile, writeKeyFile } from './key-file.ts'
import { normalizeRecoveryCode, openSlot, recoveryName, sealKey, whoIs } from './keys.ts'
import { lastOffice, remember } from './last-office.ts'
import { secondsToWait, userName, waitAfter, weaknesses } from './passwords.ts'

type Api = typeof lobbyApi
type Status = OutputOf<Api['lobby.status']>

/** An office that is open, and who opened it. */
export interface OpenOffice {
  readonly office: Office
  readonly folder: string
  readonly name: string
  readonly preset: string
  readonly user: { readonly name: string; readonly role: Role }
  readonly idleMinutes: number
  /** Wrong passwords and codes that were tried before the right one. */
  readonly failedBefore: number
  readonly key: Uint8Array
  release(): void
}

interface LobbyOptions {
  /** Where the program remembers which office it opened last; null remembers nothing. */
  readonly home: string | null
  /** Work factor of scrypt. */
  readonly cost: number
}

/** What a password or code opened. */
interface Entry {
  readonly folder: string
  readonly key: Uint8Array
  readonly failedBefore: number
}

/** What happens before an office is open: create, choose, unlock, recover. */
export class Lobby {
  folder: string | null
  readonly #ports: Ports
  readonly #options: LobbyOptions
  /** One guess after the other: guesses made at once must not share one wait. */
  readonly #guessing = new Mutex()

  constructor(ports: Ports, options: LobbyOptions) {
    this.#ports = ports
    this.#options = options
    const last = lastOffice(options.home)
    this.folder = last && isOffice(last.folder) ? last.folder : null
  }

  status(open: OpenOffice | null): Status {
    const { folder } = this
    const keys = folder === null ? undefined : legible(folder)
    return {
      state: open ? 'open' : keys ? 'locked' : 'none',
      version: this.#ports.version,
      office: keys && folder !== null ? { name: keys.name, folder, lastUsedAt: lastOffice(this.#options.home)?.at ?? null } : null,
      users: keys?.listed ?? [],
      idleMinutes: keys?.idleMinutes ?? 10,
      waitSeconds: keys && folder !== null ? this.#waitSeconds(folder, keys) : 0,
    }
  }

  /** Makes an empty office with its two first users and opens it for the clerk. Whatever fails, nothing of it is left. */
  async create(folder: string, input: InputOf<Api['lobby.create']>): Promise<{ recoveryCode: string; open: OpenOffice }> {
    const [admin, clerk] = [input.admin, input.clerk].map(person => ({ ...person, name: userName(person.name) }))
    if (!admin?.name || !clerk?.name || admin.name === clerk.name) throw new AppError('input.invalid', { issues: [{ path: 'clerk.name', code: 'duplicate', message: '管理员和经办人应是两个人' }] })
    for (const person of [admin, clerk]) refuseWeak(person.name, person.password)
    refuseExisting(folder)
    const key = randomBytes(32)
    const takeBack = prepareFolder(folder)
    let release: (() => void) | undefined
    try {
      release = holdOffice(officeFiles(folder).lock)
      const recoveryCode = await makeOffice({ folder, key, ports: this.#ports, cost: this.#options.cost }, { ...input, admin, clerk })
      return { recoveryCode, open: await this.#openHeld({ folder, key, failedBefore: 0 }, clerk.name, release) }
    } catch (cause) {
      key.fill(0)
      release?.()
      takeBack()
      throw cause
    }
  }

  /** Turns to another office; `office.missing` or `office.damaged` where there is none to turn to. */
  choose(folder: string): void {
    readKeyFile(folder)
    this.#remember(folder)
  }

  async unlock(input: CallOf<Api['lobby.unlock']>): Promise<OpenOffice> {
    const entry = await this.#prove(this.#chosen(), input.user, input.password, 'session.wrongPassword')
    return this.#open(entry, input.user, () => new AppError('session.wrongPassword', { waitSeconds: 0, failures: 1 }))
  }

  /** Opens with the recovery code. The user's new password is for the caller to set, once the audit knows. */
  async recover(input: CallOf<Api['lobby.recover']>): Promise<OpenOffice> {
    refuseWeak(input.user, input.newPassword)
    const entry = await this.#prove(this.#chosen(), recoveryName, normalizeRecoveryCode(input.code), 'session.wrongCode')
    return this.#open(entry, input.user, () => new AppError('session.noSuchUser', { name: userName(input.user) }))
  }

  /** Refuses a new password that is weak and a present one that is wrong. */
  async confirmChange(open: OpenOffice, current: string, next: string): Promise<void> {
    refuseWeak(open.user.name, next)
    const { key } = await this.#prove(open.folder, open.user.name, current, 'session.wrongPassword')
    key.fill(0)
  }

  /** Rewrites the user's slot; the database is not touched. */
  async setPassword({ folder, user, key }: OpenOffice, password: string): Promise<void> {
    const slot = await sealKey(key, whoIs(readKeyFile(folder).officeId, user.name), password, this.#options.cost)
    const keys = readKeyFile(folder)
    writeKeyFile(folder, { ...keys, slots: [...keys.slots.filter(s => s.who !== slot.who), slot] })
  }

  #prove(folder: string, name: string, secret: string, wrong: 'session.wrongPassword' | 'session.wrongCode'): Promise<Entry> {
    return this.#guessing.run(async () => {
      const keys = readKeyFile(folder)
      const waitSeconds = this.#waitSeconds(folder, keys)
      if (waitSeconds > 0) throw new AppError('session.wait', { waitSeconds })
      const who = whoIs(keys.officeId, name)
      const key = await openSlot(keys.slots.find(s => s.who === who), secret, this.#options.cost)
      const failedBefore = keys.attempts.failures
      if (key) {
        if (failedBefore > 0) writeKeyFile(folder, { ...readKeyFile(folder), attempts: { failures: 0, lastAt: 0 } })
        return { folder, key, failedBefore }
      }
      const failures = failedBefore + 1
      writeKeyFile(folder, { ...readKeyFile(folder), attempts: { failures, lastAt: this.#now() } })
      throw new AppError(wrong, { waitSeconds: waitAfter(failures), failures })
    })
  }

  /** Seconds until the next guess. Where the clock was set back the wait begins anew, and from then on runs by the new clock. */
  #waitSeconds(folder: string, keys: KeyFile): number {
    const { failures, lastAt } = keys.attempts
    const now = this.#now()
    if (lastAt > now) writeKeyFile(folder, { ...keys, attempts: { failures, lastAt: now } })
    return secondsToWait({ failures, lastAt }, now)
  }

  async #open(entry: Entry, name: string, unknown: () => AppError): Promise<OpenOffice> {
    const release = holdOffice(officeFiles(entry.folder).lock)
    try {
      return await this.#openHeld(entry, name, release, unknown)
    } catch (cause) {
      entry.key.fill(0)
      release()
      throw cause
    }
  }

  async #openHeld(entry: Entry, name: string, release: () => void, unknown?: () => AppError): Promise<OpenOffice> {
    const { database } = officeFiles(entry.folder)
    // SQLite would take an emptied file for a new database.
    if (statSync(database).size === 0) throw new AppError('office.damaged', { what: '数据文件' })
    const connections = openDatabase(database, entry.key, { create: false })
    try {
      migrate(connections.writer)
      const open = await this.#enter(entry, connections, name, release)
      if (!open) throw unknown?.() ?? new Error('the office has no such user')
      return open
    } catch (cause) {
      await connections.close()
      throw cause
    }
  }

  /** The office as this user opens it; undefined where there is no such user, or no longer. */
  async #enter({ folder, key, failedBefore }: Entry, connections: Connections, name: string, release: () => void): Promise<OpenOffice | undefined> {
    const { reads } = connections
    const users = await reads.selectFrom('user').select(['name', 'role']).where('voidedAt', 'is', null).where('disabled', '=', 0).orderBy('createdAt').orderBy('id').execute()
    const user = users.find(u => u.name === userName(name))
    if (!user) return
    const about = await reads.selectFrom('office').selectAll().limit(1).executeTakeFirstOrThrow()
    const parameters = await reads.selectFrom('parameter').selectAll().where('voidedAt', 'is', null).where('key', 'like', 'security.%').where('startsOn', '<=', this.#ports.clock.today()).orderBy('startsOn').execute()
    const valueOf = (key: string) => parameters.findLast(p => p.key === key)?.value
    const idleMinutes = valueOf('security.idleMinutes') ?? 10
    showAtLockScreen(folder, { idleMinutes, listed: valueOf('security.listUsers') === 1 ? users : [] })
    this.#remember(folder)
    const office = new Office(connections, new PeopleIndex(connections.reader), this.#ports)
    return { office, folder, name: about.name, preset: about.preset, user, idleMinutes, failedBefore, key, release }
  }

  #chosen(): string {
    if (this.folder === null) throw new AppError('office.missing', { folder: '所选位置' })
    return this.folder
  }

  #now(): number {
    return Date.parse(this.#ports.clock.now())
  }

  #remember(folder: string): void {
    this.folder = folder
    remember(this.#options.home, { folder, at: this.#ports.clock.now() })
  }
}

function refuseWeak(name: string, password: string): void {
  const reasons = weaknesses(password, name)
  if (reasons.length) throw new AppError('password.weak', { reasons })
}

/** The keys of a folder, as far as they can be read: the lock screen must open over a damaged office too. */
function legible(folder: string): KeyFile | undefined {
  try {
    return readKeyFile(folder)
  } catch {
    return undefined
  }
}

/** What the lock screen may show without a key is kept beside the slots, refreshed when an office opens. */
function showAtLockScreen(folder: string, shown: Pick<KeyFile, 'idleMinutes' | 'listed'>): void {
  const keys = readKeyFile(folder)
  const next = { ...keys, ...shown }
  if (JSON.stringify(next) !== JSON.stringify(keys)) writeKeyFile(folder, next)
}
