import type { Contract, EndpointName } from '../../shared/api/contract.ts'
import type { InputOf } from '../../shared/api/endpoint.ts'
import type { Session } from '../../shared/api/lobby.ts'
import { roles } from '../../shared/domain/roles.ts'
import type { FileTokens } from '../files/tokens.ts'
import { factsOf } from '../backup/facts.ts'
import { withBackup } from '../backup/unpack.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { OpenOffice } from '../lobby/enter.ts'
import type { Lobby } from '../lobby/lobby.ts'
import { weaknesses } from '../lobby/passwords.ts'
import { Mutex } from './mutex.ts'
import type { Presence } from './presence.ts'
import type { ActionScope } from './scopes.ts'

interface Surroundings {
  readonly tokens: FileTokens
  readonly lobby: Lobby
  readonly presence: Presence
  readonly jobs: Jobs
  scopeOf(open: OpenOffice, action: string): ActionScope
  /** Runs for everyone who has entered, before the first call. */
  welcome(open: OpenOffice): Promise<void>
}

/** The calls that open and close an office. One at a time: nobody enters while someone is on the way in or out. */
export class Entrance {
  readonly #around: Surroundings
  readonly #passage = new Mutex()

  constructor(around: Surroundings) {
    this.#around = around
  }

  async call(name: EndpointName, input: unknown): Promise<unknown> {
    switch (name) {
      case 'lobby.status':
        return this.#around.lobby.status(this.#around.presence.open)
      case 'lobby.checkPassword': {
        const { user, password } = input as InputOf<Contract['lobby.checkPassword']>
        return weaknesses(password, user)
      }
      case 'lobby.lookIntoBackup': {
        const path = this.#around.tokens.pathOf((input as InputOf<Contract['lobby.lookIntoBackup']>).file)
        return withBackup(path, async backup => factsOf(backup.name, backup.size, backup.header))
      }
      case 'lobby.drill': {
        const { file, user, secret, job } = input as InputOf<Contract['lobby.drill']>
        const { tokens, lobby, jobs } = this.#around
        const begun = performance.now()
        const facts = await jobs.run(job, '恢复演练', control => lobby.drill(tokens.pathOf(file), { user, secret }, control))
        return { ...facts, seconds: Math.round((performance.now() - begun) / 100) / 10 }
      }
      case 'lobby.cancelJob':
        this.#around.jobs.cancel((input as InputOf<Contract['lobby.cancelJob']>).job)
        return null
      default:
        return this.#passage.run(() => this.#pass(name, input))
    }
  }

  /** Locks for good. */
  close(): Promise<void> {
    return this.#passage.run(() => this.#around.presence.end())
  }

  async #pass(name: EndpointName, input: unknown): Promise<unknown> {
    const { tokens, lobby, presence, jobs } = this.#around
    switch (name) {
      case 'lobby.create': {
        const asked = input as InputOf<Contract['lobby.create']>
        const { recoveryCode, open } = await lobby.create(tokens.pathOf(asked.folder), asked)
        await presence.lock()
        await this.#enter(open, name)
        return { recoveryCode }
      }
      case 'lobby.open':
        lobby.choose(tokens.pathOf((input as InputOf<Contract['lobby.open']>).folder))
        await presence.lock()
        return lobby.status(null)
      case 'lobby.restore': {
        const { file, folder, user, secret, job } = input as InputOf<Contract['lobby.restore']>
        const [from, to] = [tokens.pathOf(file), tokens.pathOf(folder)]
        await presence.lock()
        const restored = await jobs.run(job, '恢复台账', control => lobby.restore(to, from, { user, secret }, control))
        return { ...restored, status: lobby.status(null) }
      }
      case 'lobby.unlock':
        await presence.lock()
        return this.#enter(await lobby.unlock(input as InputOf<Contract['lobby.unlock']>), name)
      case 'lobby.recover': {
        await presence.lock()
        const asked = input as InputOf<Contract['lobby.recover']>
        return this.#enter(await lobby.recover(asked), name, asked.newPassword)
      }
      case 'lobby.lock':
        await presence.lock()
        return null
      default:
        throw new Error(`${name} belongs to the window`)
    }
  }

  /** Nobody is in before the audit says so; a new password, after the recovery code, is set when it does. */
  async #enter(open: OpenOffice, action: string, newPassword?: string): Promise<Session> {
    const { lobby, presence, scopeOf, welcome } = this.#around
    const { failedBefore, mended } = open
    const detail = {
      signedIn: true,
      ...(mended && { keyFilesMended: true }),
      ...(newPassword !== undefined && { newPassword: true }),
      ...(failedBefore > 0 && { failedBefore }),
    }
    const scope = scopeOf(open, action)
    try {
      await scope.write(async ({ store }) => store.note({ recordType: 'session', recordId: open.user.name, detail }))
      if (newPassword !== undefined) await lobby.setPassword(open, newPassword)
      await welcome(open)
    } catch (cause) {
      await presence.shut(open)
      throw cause
    }
    presence.enter(open)
    return sessionOf(open, scope.today)
  }
}

/** Who is in, and where, as the window is told. */
export function sessionOf({ user, extent, name, preset, idleMinutes, initialSlot, mended, mark }: OpenOffice, today: string): Session {
  return {
    user: user.name,
    role: user.role,
    roleLabel: roles[user.role],
    modules: extent.modules,
    grants: extent.grants,
    office: name,
    preset,
    idleMinutes,
    today,
    mustChangePassword: initialSlot !== undefined,
    keysMended: mended,
    screenMark: mark,
  }
}
