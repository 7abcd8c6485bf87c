import { contract, type Contract, type EndpointName } from '../../shared/api/contract.ts'
import { business, type Endpoint, failure, type InputOf, type Reply } from '../../shared/api/endpoint.ts'
import { mayCall } from '../../shared/api/modules.ts'
import { AppError } from '../../shared/errors.ts'
import { Backups } from '../backup/backups.ts'
import { Daily } from '../backup/daily.ts'
import { toAppError } from '../db/errors.ts'
import { settleTransfers } from '../features/people/due-transfers.ts'
import { FileTokens } from '../files/tokens.ts'
import { Jobs } from '../jobs/jobs.ts'
import { officeFiles } from '../lobby/key-file.ts'
import { standardCost } from '../lobby/keys.ts'
import type { OpenOffice } from '../lobby/enter.ts'
import { Lobby } from '../lobby/lobby.ts'
import type { Change, Changes } from '../records/changes.ts'
import { takeShipments } from '../shipped/shipments.ts'
import { undo } from '../records/undo.ts'
import { answerBackups, isBackupName } from './backups.ts'
import { withoutContent } from './discreet.ts'
import { Entrance, sessionOf } from './entrance.ts'
import { handlers } from './features.ts'
import { answerKeys, isKeysName } from './keys.ts'
import { lookOf } from './looks.ts'
import { parse } from './parse.ts'
import type { Ports } from './ports.ts'
import { Presence } from './presence.ts'
import type { ActionScope, Who } from './scopes.ts'
import { answerUpdates, isUpdateName, noteProgram } from './updates.ts'
import { answerUsers, isUsersName } from './users.ts'

interface AppOptions {
  /** A folder for what the program remembers outside any office; null remembers nothing. */
  readonly home?: string | null
  /** scrypt's work factor for new key slots. */
  readonly cost?: number
  /** Milliseconds between two looks whether today's backup is still to be made. */
  readonly dailyEvery?: number
}

/** The whole application below the window. One door: `call`. */
export class App {
  readonly #ports: Ports
  readonly #tokens: FileTokens
  readonly #lobby: Lobby
  readonly #jobs: Jobs
  readonly #presence: Presence
  readonly #entrance: Entrance
  readonly #backups = new Backups()
  readonly #daily: Daily
  #undoable: readonly Change[] = []

  constructor(ports: Ports, tokens: FileTokens = new FileTokens(), options: AppOptions = {}) {
    this.#ports = ports
    this.#tokens = tokens
    this.#lobby = new Lobby(ports, { home: options.home ?? null, cost: options.cost ?? standardCost })
    this.#jobs = new Jobs(job => ports.push({ event: 'job', job }))
    this.#presence = new Presence(ports)
    this.#entrance = new Entrance({
      tokens,
      lobby: this.#lobby,
      presence: this.#presence,
      jobs: this.#jobs,
      scopeOf: (open, action) => this.#scopeOf(open, action),
      welcome: open => this.#welcome(open),
    })
    this.#daily = new Daily({
      presence: this.#presence,
      backups: this.#backups,
      jobs: this.#jobs,
      scopeOf: open => this.#scopeOf(open, 'backup.run'),
      every: options.dailyEvery ?? 60_000,
      failed: cause => this.#ports.log.error('the daily backup failed', withoutContent(cause)),
    })
  }

  /** Checks the session and the input, runs the handler in its own transaction, never throws. */
  async call(name: string, input: unknown): Promise<Reply<unknown>> {
    try {
      if (!isEndpoint(name)) throw new Error(`unknown endpoint ${name}`)
      const endpoint: Endpoint = contract[name]
      const value = endpoint.kind === 'lobby' ? await this.#entrance.call(name, parse(endpoint.input, input)) : await this.#officeCall(name, endpoint, input)
      return { ok: true, value: this.#ports.checkReplies ? endpoint.output.parse(value) : value }
    } catch (cause) {
      return failure(toAppError(cause) ?? this.#internal(name, cause))
    }
  }

  /**
   * The database key as an independent SQLCipher 4 client takes it (`PRAGMA key = "x'…'"`). For 系统管理员 at the
   * support console only; no window can reach it. Leaves an audit line.
   */
  async rawKey(): Promise<{ key: string; pragma: string; database: string }> {
    const { open } = this.#presence
    if (open?.user.role !== 'admin') throw new AppError(open ? 'session.forbidden' : 'session.locked', {})
    await this.#scopeOf(open, 'console.key').write(async ({ store }) =>
      store.note({ recordType: 'session', recordId: open.user.name, detail: { took: 'database key' } }),
    )
    const key = Buffer.from(open.key).toString('hex')
    return { key, pragma: `PRAGMA key = "x'${key}'"`, database: officeFiles(open.folder).database }
  }

  /** Locks and closes the file. */
  async close(): Promise<void> {
    this.#daily.end()
    await this.#entrance.close()
  }

  /** Asks who before what: a caller without the right learns nothing from how the input is judged. */
  async #officeCall(name: EndpointName, endpoint: Endpoint, given: unknown): Promise<unknown> {
    const open = this.#presence.open
    if (!open) throw new AppError('session.locked', {})
    if (!endpoint.by.includes(open.user.role)) throw new AppError('session.forbidden', {})
    if (!mayCall(open.extent, name, given)) throw new AppError('session.forbidden', {})
    if (open.initialSlot !== undefined && !beforeOwnPassword.includes(name)) throw new AppError('session.mustChangePassword', {})
    const input: unknown = parse(endpoint.input, given)
    return this.#presence.hold(this.#run(open, name, endpoint, input))
  }

  async #run(open: OpenOffice, name: EndpointName, endpoint: Endpoint, input: unknown): Promise<unknown> {
    const scope = this.#scopeOf(open, name)
    switch (name) {
      case 'session.current':
        return sessionOf(open, scope.today)
      case 'session.touch':
        return null
      case 'session.changePassword': {
        const { current, next } = input as InputOf<Contract['session.changePassword']>
        await this.#lobby.confirmChange(open, current, next)
        await scope.write(async ({ store }) => store.note({ recordType: 'user', recordId: open.user.name, detail: { changed: 'password' } }))
        await this.#lobby.setPassword(open, next)
        this.#presence.settle(open)
        return null
      }
      case 'undo.last':
        // Asked when its turn to write has come: what was being written before it is the last change by then.
        return scope.write(async ({ store }) => undo(store, this.#undoable))
      case 'jobs.cancel':
        this.#jobs.cancel((input as InputOf<Contract['jobs.cancel']>).id)
        return null
    }
    if (isBackupName(name)) return answerBackups({ open, backups: this.#backups, scope }, name, input)
    if (isUpdateName(name)) return answerUpdates({ open, backups: this.#backups, scope }, name, input)
    if (isKeysName(name)) return answerKeys({ open, lobby: this.#lobby, backups: this.#backups, scope }, name, input)
    if (isUsersName(name)) return answerUsers({ open, lobby: this.#lobby, scope }, name, input)
    const handler = (handlers as Record<string, unknown>)[name] as (scope: never, input: unknown) => Promise<unknown>
    const work = (given: object) => handler(given as never, input)
    if (endpoint.kind === 'query') {
      const look = lookOf(name, input)
      const answer = await scope.read(work)
      if (look) await scope.write(async ({ store }) => store.note(look))
      return answer
    }
    if (endpoint.kind === 'command') return scope.write(work)
    return work(scope)
  }

  #scopeOf(open: OpenOffice, action: string, whole = ofTheFile.has(action)): ActionScope {
    const who: Who = { actor: open.user.name, role: open.user.role, extent: open.extent, whole, office: { name: open.name, preset: open.preset } }
    return {
      ...who,
      ports: this.#ports,
      tokens: this.#tokens,
      jobs: this.#jobs,
      today: this.#ports.clock.today(),
      read: work => open.office.read(who, work),
      walking: work => open.office.walking(work),
      write: work => open.office.write(who, action, work, changes => this.#changed(open, action, changes)),
    }
  }

  #changed(open: OpenOffice, action: string, changes: Changes): void {
    open.office.index.forget(changes.ids)
    // A look at a masked value or a remembered column choice changes nothing to take back.
    if (changes.types.size > 0) this.#undoable = action === 'undo.last' ? [] : changes.toUndo
    if (changes.types.size > 0) this.#ports.push({ event: 'changed', types: [...changes.types] })
  }

  /** What a newer program brings, whoever opens the office. Who sees no business records changes none either. */
  async #welcome(open: OpenOffice): Promise<void> {
    await this.#scopeOf(open, 'office.update').write(async scope => {
      await takeShipments(scope)
      await noteProgram(scope, this.#ports.version)
    })
    if (business.includes(open.user.role)) await this.#scopeOf(open, 'person.transfer', true).write(async scope => settleTransfers(scope))
    this.#undoable = []
  }

  #internal(name: string, cause: unknown): AppError {
    const incident = this.#ports.newId().slice(-8).toUpperCase()
    this.#ports.log.error(`${name} failed (${incident})`, withoutContent(cause))
    return new AppError('internal', { incident })
  }
}

/** All that is open to who came in with a password that 系统管理员 set. */
const beforeOwnPassword: readonly EndpointName[] = ['session.current', 'session.touch', 'session.changePassword']

/** What is done with the file as a whole, whoever is in: it shows nobody a record. */
const ofTheFile: ReadonlySet<string> = new Set(['lobby.create', 'lobby.unlock', 'lobby.recover', 'office.update', 'backup.run', 'backup.state', 'audit.verify'])

/** Whether the contract knows a name. */
export const isEndpoint = (name: string): name is EndpointName => Object.hasOwn(contract, name)
