import { randomBytes } from 'node:crypto'
import type { CallOf, InputOf } from '../../shared/api/endpoint.ts'
import type { BackupFacts } from '../../shared/api/backup.ts'
import type { lobbyApi } from '../../shared/api/lobby.ts'
import { AppError, refuse } from '../../shared/errors.ts'
import { Mutex } from '../app/mutex.ts'
import type { Ports } from '../app/ports.ts'
import { factsOf } from '../backup/facts.ts'
import { type Opener, rehearse, restoreInto } from '../backup/restore.ts'
import { withBackup } from '../backup/unpack.ts'
import { holdOffice } from '../db/lock.ts'
import type { JobControl } from '../jobs/jobs.ts'
import { enter, type Entry, type OpenOffice } from './enter.ts'
import { makeOffice, prepareFolder, refuseExisting } from './create.ts'
import { type KeyFile, mendKeyFiles, officeFiles, readKeyFile, writeKeyFile } from './key-file.ts'
import { type KeySlot, newRecoveryCode, normalizeRecoveryCode, type Opened, openSlot, recoveryName, sealKey, whoIs } from './keys.ts'
import { remember } from './last-office.ts'
import { secondsToWait, userName, waitAfter, weaknesses } from './passwords.ts'
import { secretOf } from './sealed.ts'
import { putSlot } from './slots.ts'
import { lastFolder, type Status, statusOf } from './status.ts'

type Api = typeof lobbyApi

interface LobbyOptions {
  /** Where the program remembers which office it opened last; null remembers nothing. */
  readonly home: string | null
  /** Work factor of scrypt. */
  readonly cost: number
}

interface Proof {
  readonly entry: Omit<Entry, 'release' | 'key'>
  readonly keys: Pick<Opened, 'now' | 'next'>
}

/** What happens before an office is open: create, choose, unlock, recover. */
export class Lobby {
  folder: string | null
  readonly #ports: Ports
  readonly #options: LobbyOptions
  /** One guess after the other: guesses made at once must not share one wait. */
  readonly #guessing = new Mutex()
  /** Printed, and not in force yet. */
  #prepared: { readonly folder: string; readonly code: string } | undefined
  /** Told to who enters next. */
  #mended = false

  constructor(ports: Ports, options: LobbyOptions) {
    this.#ports = ports
    this.#options = options
    this.folder = lastFolder(options.home)
  }

  status(open: OpenOffice | null): Status {
    return statusOf({ folder: this.folder, home: this.#options.home, open: open !== null }, this.#ports)
  }

  /** Makes an empty office with its two first users and opens it for the clerk. Whatever fails, nothing of it is left. */
  async create(folder: string, input: InputOf<Api['lobby.create']>): Promise<{ recoveryCode: string; open: OpenOffice }> {
    const [admin, clerk] = [input.admin, input.clerk].map(person => ({ ...person, name: userName(person.name) }))
    if (!admin?.name || !clerk?.name || admin.name === clerk.name) throw refuse('clerk.name', 'duplicate', '管理员和经办人应是两个人')
    for (const person of [admin, clerk]) refuseWeak(person.name, person.password)
    refuseExisting(folder)
    const key = randomBytes(32)
    const takeBack = prepareFolder(folder)
    let release: (() => void) | undefined
    try {
      release = holdOffice(officeFiles(folder).lock)
      const recoveryCode = await makeOffice({ folder, key, ports: this.#ports, cost: this.#options.cost }, { ...input, admin, clerk })
      const entry = { folder, secret: secretOf(key), failedBefore: 0, mended: false, release }
      const open = await enter(entry, { now: key, next: undefined }, clerk.name, this.#ports)
      if (!open) throw new Error('a new office has no clerk')
      this.#remember(folder)
      return { recoveryCode, open }
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

  /** Makes an office of a backup and turns to it; whoever opens it does so at the lock screen, with the password of the backup. */
  async restore(folder: string, path: string, opener: Opener, job: JobControl): Promise<{ folder: string; aside: string | null }> {
    const aside = await withBackup(path, backup => restoreInto(folder, backup, opener, job, { ports: this.#ports, cost: this.#options.cost }))
    this.#remember(folder)
    return { folder, aside }
  }

  /** Restores to a place that is gone afterwards. */
  async drill(path: string, opener: Opener, job: JobControl): Promise<BackupFacts> {
    return withBackup(path, async backup => {
      await rehearse(backup, opener, job, this.#options.cost)
      return factsOf(backup.name, backup.size, backup.header)
    })
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
    if (current.normalize('NFKC') === next.normalize('NFKC')) throw new AppError('password.weak', { reasons: ['不能与当前口令相同'] })
    wipe(await this.#prove(open.folder, open.user.name, current, 'session.wrongPassword'))
  }

  /** Rewrites the user's slot; the database is not touched, and keeps its key meanwhile. */
  async setPassword(open: OpenOffice, password: string): Promise<void> {
    const { folder, user, office } = open
    await office.alone(async () =>
      putSlot(folder, user.name, await sealKey(open, whoIs(readKeyFile(folder).officeId, user.name), password, this.#options.cost)),
    )
  }

  /** A recovery code to be printed; the slot for it is made when the database's key is changed. */
  prepareCode(open: OpenOffice): string {
    const code = newRecoveryCode()
    this.#prepared = { folder: open.folder, code }
    return code
  }

  /** How to seal a key for the code that was prepared; undefined where the former one is to go on opening, and can. */
  codeToSeal({ folder, secret }: OpenOffice, wanted: boolean): ((key: Uint8Array) => Promise<KeySlot>) | undefined {
    const { officeId, slots } = readKeyFile(folder)
    const who = whoIs(officeId, recoveryName)
    if (!wanted && slots.some(slot => slot.who === who && slot.pair)) return
    const prepared = this.#prepared
    if (!wanted || prepared?.folder !== folder) throw new AppError('keys.noCode', {})
    return async key => {
      const { now, ...slot } = await sealKey({ key, secret }, who, normalizeRecoveryCode(prepared.code), this.#options.cost)
      return { ...slot, next: now }
    }
  }

  forgetCode(): void {
    this.#prepared = undefined
  }

  /** A slot for somebody else, whose first entry with it must bring a password of his own. Nothing is written. */
  async sealFor(open: OpenOffice, name: string, password: string): Promise<KeySlot> {
    refuseWeak(name, password)
    return sealKey(open, whoIs(readKeyFile(open.folder).officeId, name), password, this.#options.cost, true)
  }

  #prove(folder: string, name: string, secret: string, wrong: 'session.wrongPassword' | 'session.wrongCode'): Promise<Proof> {
    return this.#guessing.run(async () => {
      this.#mended ||= mendKeyFiles(folder)
      const keys = readKeyFile(folder)
      const waitSeconds = this.#waitSeconds(folder, keys)
      if (waitSeconds > 0) throw new AppError('session.wait', { waitSeconds })
      const who = whoIs(keys.officeId, name)
      const failedBefore = keys.attempts.failures
      const found = await this.#openOne(
        keys.slots.filter(slot => slot.who === who),
        secret,
      )
      if (found) {
        const { slot, opened } = found
        const { now, next, renewed } = opened
        if (failedBefore > 0 || renewed) {
          const present = readKeyFile(folder)
          const slots = present.slots.map(other => (renewed && other.wrapped === slot.wrapped ? renewed : other))
          writeKeyFile(folder, { ...present, attempts: { failures: 0, lastAt: 0 }, slots })
        }
        const mended = this.#mended
        this.#mended = false
        return { entry: { folder, secret: opened.secret, failedBefore, mended, initialSlot: slot.initial && slot.salt }, keys: { now, next } }
      }
      const failures = failedBefore + 1
      writeKeyFile(folder, { ...readKeyFile(folder), attempts: { failures, lastAt: this.#now() } })
      throw new AppError(wrong, { waitSeconds: waitAfter(failures), failures })
    })
  }

  /** While the database's key is being changed the recovery code may have two slots, for the old code and for the new. */
  async #openOne(slots: readonly KeySlot[], secret: string): Promise<{ slot: KeySlot; opened: Opened } | undefined> {
    if (slots.length === 0) await openSlot(undefined, secret, this.#options.cost)
    for (const slot of slots) {
      const opened = await openSlot(slot, secret, this.#options.cost)
      if (opened) return { slot, opened }
    }
    return
  }

  /** Seconds until the next guess. Where the clock was set back the wait begins anew, and from then on runs by the new clock. */
  #waitSeconds(folder: string, keys: KeyFile): number {
    const { failures, lastAt } = keys.attempts
    const now = this.#now()
    if (lastAt > now) writeKeyFile(folder, { ...keys, attempts: { failures, lastAt: now } })
    return secondsToWait({ failures, lastAt }, now)
  }

  /** Opens for this user with what was proved; `unknown` is said where there is no such user. */
  async #open(proof: Proof, name: string, unknown: () => AppError): Promise<OpenOffice> {
    const { entry, keys } = proof
    const release = holdOffice(officeFiles(entry.folder).lock)
    try {
      const open = await enter({ ...entry, release }, keys, name, this.#ports)
      if (!open) throw unknown()
      this.#remember(entry.folder)
      return open
    } catch (cause) {
      wipe(proof)
      release()
      throw cause
    }
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

function wipe({ entry, keys }: Proof): void {
  for (const secret of [entry.secret, keys.now, keys.next]) secret?.fill(0)
}

function refuseWeak(name: string, password: string): void {
  const reasons = weaknesses(password, name)
  if (reasons.length) throw new AppError('password.weak', { reasons })
}
