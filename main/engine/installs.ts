import { AppError } from '../../shared/errors.ts'
import type { Installation } from '../app/ports.ts'
import type { FromEngine, InstallOutcome } from './messages.ts'

/** The engine's way to the system's installer: asks the window process and waits. */
export class InstallRequests {
  readonly #send: (message: FromEngine) => void
  readonly #waiting = new Map<number, (outcome: InstallOutcome) => void>()
  #lastId = 0

  constructor(send: (message: FromEngine) => void) {
    this.#send = send
  }

  readonly install: Installation['install'] = async (installer, sha512) => {
    const id = ++this.#lastId
    const outcome = await new Promise<InstallOutcome>(resolve => {
      this.#waiting.set(id, resolve)
      this.#send({ kind: 'install', id, installer, sha512 })
    })
    if (outcome.kind === 'failed') throw new AppError('update.installer', { why: outcome.why })
    return outcome.kind
  }

  answer(id: number, outcome: InstallOutcome): void {
    this.#waiting.get(id)?.(outcome)
    this.#waiting.delete(id)
  }
}
