import { AppError } from '../../shared/errors.ts'
import type { Ports, PrintJob } from '../app/ports.ts'
import type { FromEngine, PrintOutcome } from './messages.ts'

interface Watched {
  readonly signal?: AbortSignal
  readonly laidOut?: ((pages: number) => void) | undefined
}

/** The engine's printer: asks the window process and waits. */
export class PrintRequests {
  readonly #send: (message: FromEngine) => void
  readonly #waiting = new Map<number, (outcome: PrintOutcome) => void>()
  readonly #laidOut = new Map<number, (pages: number) => void>()
  #lastId = 0

  constructor(send: (message: FromEngine) => void) {
    this.#send = send
  }

  readonly printer: Ports['printer'] = {
    pdf: async (job, signal, laidOut) => {
      const outcome = await this.#ask('pdf', job, { signal, laidOut })
      if (outcome.kind === 'pdf') return outcome.bytes
      throw refusal(outcome)
    },
    paper: async job => {
      const outcome = await this.#ask('paper', job)
      if (outcome.kind === 'paper') return outcome.printed
      throw refusal(outcome)
    },
  }

  laidOut(id: number, pages: number): void {
    this.#laidOut.get(id)?.(pages)
  }

  answer(id: number, outcome: PrintOutcome): void {
    this.#waiting.get(id)?.(outcome)
    this.#waiting.delete(id)
  }

  async #ask(to: 'pdf' | 'paper', job: PrintJob, { signal, laidOut }: Watched = {}): Promise<PrintOutcome> {
    if (signal?.aborted) return { kind: 'cancelled' }
    const id = ++this.#lastId
    const cancel = () => this.#send({ kind: 'cancelPrint', id })
    signal?.addEventListener('abort', cancel, { once: true })
    try {
      return await new Promise<PrintOutcome>(resolve => {
        this.#waiting.set(id, resolve)
        if (laidOut) this.#laidOut.set(id, laidOut)
        this.#send({ kind: 'print', id, to, job })
      })
    } finally {
      signal?.removeEventListener('abort', cancel)
      this.#laidOut.delete(id)
    }
  }
}

function refusal(outcome: PrintOutcome): Error {
  if (outcome.kind === 'cancelled') return new AppError('job.cancelled', {})
  if (outcome.kind === 'failed') return new AppError('printer.unavailable', { why: outcome.why })
  return new Error(`printer answered ${outcome.kind}`)
}
