import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { CallOf, InputOf, OutputOf } from '../../shared/api/endpoint.ts'
import type { lobbyApi } from '../../shared/api/lobby.ts'
import { presets } from '../../shared/domain/presets.ts'
import { parameter } from '../../shared/domain/parameter.ts'
import type { Role } from '../../shared/domain/roles.ts'
import { user } from '../../shared/domain/user.ts'
import { AppError } from '../../shared/errors.ts'
import type { Ports } from '../app/ports.ts'
import { Office } from '../app/scopes.ts'
import { holdOffice } from '../db/lock.ts'
import { migrate } from '../db/migrate.ts'
import { type Connections, openDatabase } from '../db/open.ts'
import { PeopleIndex } from '../search/people-index.ts'
import { isOffice, type KeyFile, officeFiles, readAttempts, readKeyFile, writeAttempts, writeKeyFile, writeWhole } from './key-file.ts'
import { type KeySlot, newRecoveryCode, normalizeRecoveryCode, openSlot, recoveryName, sealKey, whoIs } from './keys.ts'
import { secondsToWait, waitAfter, weaknesses } from './passwords.ts'

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
  readonly key: Uint8Array
  release(): void
}

interface LobbyOptions {
  /** Where the program remembers which office it opened last; null remembers nothing. */
  readonly home: string | null
  /** Work factor of scrypt. */
  readonly cost: number
}

/** What happens before an office is open: create, choose, unlock, recover. */
export class Lobby {
  folder: string | null
  readonly #ports: Ports
  readonly #options: LobbyOptions

  constructor(ports: Ports, options: LobbyOptions) {
    this.#ports = ports
    this.#options = options
    if (options.home) mkdirSync(options.home, { recursive: true })
    this.folder = this.#remembered()
  }

  status(open: OpenOffice | null): Status {
    const keys = this.folder && isOffice(this.folder) ? readKeyFile(this.folder) : null
    return {
      state: open ? 'open' : keys ? 'locked' : 'none',
      version: this.#ports.version,
      office: keys && this.folder ? { name: keys.name, folder: this.folder, lastUsedAt: this.#lastUsed() } : null,
      users: keys?.listed ?? [],
      idleMinutes: keys?.idleMinutes ?? 10,
      waitSeconds: keys && this.folder ? secondsToWait(readAttempts(this.folder), this.#now()) : 0,
    }
  }

  /** Makes an empty office with its two first users and signs the clerk in. */
  async create(folder: string, input: InputOf<Api['lobby.create']>): Promise<{ recoveryCode: string; open: OpenOffice }> {
    if (isOffice(folder) || existsSync(officeFiles(folder).database)) throw new AppError('office.exists', { folder })
    if (input.admin.name === input.clerk.name) throw new AppError('input.invalid', { issues: [{ path: 'clerk.name', code: 'duplicate', message: '管理员和经办人应是两个人' }] })
    for (const person of [input.admin, input.clerk]) this.#refuseWeak(person.name, person.password)
    mkdirSync(folder, { recursive: true })
    const key = randomBytes(32)
    const officeId = randomUUID()
    const recoveryCode = newRecoveryCode()
    const secrets = [[input.admin.name, input.admin.password], [input.clerk.name, input.clerk.password], [recoveryName, normalizeRecoveryCode(recoveryCode)]] as const
    const slots: KeySlot[] = []
    for (const [name, secret] of secrets) slots.push(await sealKey(key, whoIs(officeId, name), secret, this.#options.cost))
    const release = holdOffice(officeFiles(folder).lock)
    try {
      const connections = openDatabase(officeFiles(folder).database, key, { create: true })
      migrate(connections.writer)
      await this.#furnish(connections, input)
      writeKeyFile(folder, { format: 1, officeId, name: input.name, idleMinutes: 10, listed: [], slots })
      this.#remember(folder)
      return { recoveryCode, open: await this.#enter(folder, key, connections, input.clerk.name, release) }
    } catch (cause) {
      release()
      throw cause
    }
  }

  choose(folder: string): void {
    readKeyFile(folder)
    this.#remember(folder)
  }

  async unlock(input: CallOf<Api['lobby.unlock']>): Promise<OpenOffice> {
    const folder = this.#chosen()
    const keys = readKeyFile(folder)
    const key = await this.#attempt(folder, keys, input.user, input.password, 'session.wrongPassword')
    return this.#open(folder, key, input.user)
  }

  /** Opens with the recovery code and gives the user a new password. */
  async recover(input: CallOf<Api['lobby.recover']>): Promise<OpenOffice> {
    const folder = this.#chosen()
    this.#refuseWeak(input.user, input.newPassword)
    const key = await this.#attempt(folder, readKeyFile(folder), recoveryName, normalizeRecoveryCode(input.code), 'session.wrongCode')
    const open = await this.#open(folder, key, input.user)
    await this.#writeSlot(folder, open.user.name, key, input.newPassword)
    return open
  }

  /** Rewrites the user's slot; the database is not touched. */
  async changePassword(open: OpenOffice, current: string, next: string): Promise<void> {
    const keys = readKeyFile(open.folder)
    this.#refuseWeak(open.user.name, next)
    await this.#attempt(open.folder, keys, open.user.name, current, 'session.wrongPassword')
    await this.#writeSlot(open.folder, open.user.name, open.key, next)
  }

  async #writeSlot(folder: string, name: string, key: Uint8Array, password: string): Promise<void> {
    const keys = readKeyFile(folder)
    const slot = await sealKey(key, whoIs(keys.officeId, name), password, this.#options.cost)
    writeKeyFile(folder, { ...keys, slots: [...keys.slots.filter(s => s.who !== slot.who), slot] })
  }

  /** What the lock screen may show without a key: kept beside the slots, refreshed when an office opens. */
  refresh(open: OpenOffice, shown: Pick<KeyFile, 'idleMinutes' | 'listed'>): void {
    const keys = readKeyFile(open.folder)
    const next = { ...keys, ...shown }
    if (JSON.stringify(next) !== JSON.stringify(keys)) writeKeyFile(open.folder, next)
  }

  async #attempt(folder: string, keys: KeyFile, name: string, secret: string, wrong: 'session.wrongPassword' | 'session.wrongCode'): Promise<Uint8Array> {
    const before = readAttempts(folder)
    const waitSeconds = secondsToWait(before, this.#now())
    if (waitSeconds > 0) throw new AppError('session.wait', { waitSeconds })
    const who = whoIs(keys.officeId, name)
    const key = await openSlot(keys.slots.find(s => s.who === who), secret, this.#options.cost)
    if (key) {
      if (before.failures) writeAttempts(folder, { failures: 0, lastAt: 0 })
      return key
    }
    const failures = before.failures + 1
    writeAttempts(folder, { failures, lastAt: this.#now() })
    throw new AppError(wrong, { waitSeconds: waitAfter(failures), failures })
  }

  async #open(folder: string, key: Uint8Array, userName: string): Promise<OpenOffice> {
    const release = holdOffice(officeFiles(folder).lock)
    try {
      const connections = openDatabase(officeFiles(folder).database, key, { create: false })
      try {
        migrate(connections.writer)
        return await this.#enter(folder, key, connections, userName, release)
      } catch (cause) {
        await connections.close()
        throw cause
      }
    } catch (cause) {
      release()
      throw cause
    }
  }

  async #enter(folder: string, key: Uint8Array, connections: Connections, userName: string, release: () => void): Promise<OpenOffice> {
    const { reads } = connections
    const found = await reads.selectFrom('user').selectAll().where('name', '=', userName.normalize('NFKC').trim()).where('voidedAt', 'is', null).where('disabled', '=', 0).limit(1).executeTakeFirst()
    if (!found) throw new AppError('session.wrongPassword', { waitSeconds: 0, failures: 1 })
    const about = await reads.selectFrom('office').selectAll().limit(1).executeTakeFirstOrThrow()
    const parameters = await reads.selectFrom('parameter').selectAll().where('voidedAt', 'is', null).where('key', 'like', 'security.%').where('startsOn', '<=', this.#ports.clock.today()).orderBy('startsOn').execute()
    const valueOf = (name: string) => parameters.findLast(p => p.key === name)?.value
    const office = new Office(connections, new PeopleIndex(connections.reader), this.#ports)
    const open: OpenOffice = { office, folder, name: about.name, preset: about.preset, user: { name: found.name, role: found.role }, idleMinutes: valueOf('security.idleMinutes') ?? 10, key, release }
    const listed = valueOf('security.listUsers') === 1 ? await reads.selectFrom('user').select(['name', 'role']).where('voidedAt', 'is', null).where('disabled', '=', 0).execute() : []
    this.refresh(open, { idleMinutes: open.idleMinutes, listed })
    this.#remember(folder)
    return open
  }

  /** The first records of a new office: its name, its two users, the preset's parameters. */
  async #furnish(connections: Connections, input: InputOf<Api['lobby.create']>): Promise<void> {
    const office = new Office(connections, new PeopleIndex(connections.reader), this.#ports)
    const who = { actor: input.admin.name, role: 'admin' as const, office: { name: input.name, preset: input.preset } }
    connections.writer.prepare('INSERT INTO office (id, name, preset, createdAt) VALUES (1, ?, ?, ?)').run(input.name, input.preset, this.#ports.clock.now())
    await office.write(who, 'lobby.create', async ({ store }) => {
      store.create(user, { name: input.admin.name.normalize('NFKC'), role: 'admin', disabled: false })
      store.create(user, { name: input.clerk.name.normalize('NFKC'), role: 'clerk', disabled: false })
      for (const { key, value, startsOn, clause, basis } of presets[input.preset]) store.create(parameter, { key, value, startsOn, clause, basis, remark: null })
    }, () => undefined)
  }

  #refuseWeak(name: string, password: string): void {
    const reasons = weaknesses(password, name)
    if (reasons.length) throw new AppError('password.weak', { reasons })
  }

  #chosen(): string {
    if (!this.folder) throw new AppError('office.missing', { folder: '所选位置' })
    return this.folder
  }

  #now(): number {
    return Date.parse(this.#ports.clock.now())
  }

  #remember(folder: string): void {
    this.folder = folder
    if (this.#options.home) writeWhole(join(this.#options.home, 'recent.json'), JSON.stringify({ folder, at: this.#ports.clock.now() }))
  }

  #recent(): { folder?: unknown; at?: unknown } {
    if (!this.#options.home) return {}
    try {
      return JSON.parse(readFileSync(join(this.#options.home, 'recent.json'), 'utf8')) as { folder?: unknown }
    } catch {
      return {}
    }
  }

  #remembered(): string | null {
    const { folder } = this.#recent()
    return typeof folder === 'string' && isOffice(folder) ? folder : null
  }

  #lastUsed(): string | null {
    const { at } = this.#recent()
    return typeof at === 'string' ? at : null
  }
}
