import { AppError } from '../../shared/errors.ts'
import type { Installation } from '../app/ports.ts'
import type { FetchOutcome, FromEngine } from './messages.ts'

interface Waiting {
  answer(outcome: FetchOutcome): void
  heard(done: number, total: number): void
}

/** The engine's way to the office's web server: the window process fetches, the engine proves what came. */
export class FetchRequests {
  readonly #send: (message: FromEngine) => void
  readonly #folder: string
  readonly #waiting = new Map<number, Waiting>()
  #lastId = 0

  constructor(send: (message: FromEngine) => void, folder: string) {
    this.#send = send
    this.#folder = folder
  }

  readonly fetch: Installation['fetch'] = async (address, signal, progress) => {
    const id = ++this.#lastId
    const cancel = () => this.#send({ kind: 'cancelFetch', id })
    signal.addEventListener('abort', cancel, { once: true })
    try {
      const outcome = await new Promise<FetchOutcome>(answer => {
        this.#waiting.set(id, { answer, heard: progress })
        this.#send({ kind: 'fetch', id, address, folder: this.#folder })
      })
      if (outcome.kind === 'failed') throw new AppError('update.server', { address, why: outcome.why })
      if (outcome.kind === 'cancelled') throw new AppError('job.cancelled', {})
      return outcome.kind === 'fetched' ? outcome.path : undefined
    } finally {
      signal.removeEventListener('abort', cancel)
      this.#waiting.delete(id)
    }
  }

  heard(id: number, done: number, total: number): void {
    this.#waiting.get(id)?.heard(done, total)
  }

  answer(id: number, outcome: FetchOutcome): void {
    this.#waiting.get(id)?.answer(outcome)
  }
}
