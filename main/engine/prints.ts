import { AppError } from '../../shared/errors.ts'
import type { Ports, PrintJob } from '../app/ports.ts'
import type { FromEngine, PrintOutcome } from './messages.ts'

/** The engine's printer: asks the window process and waits. */
export class PrintRequests {
  readonly #send: (message: FromEngine) => void
  readonly #waiting = new Map<number, (outcome: PrintOutcome) => void>()
  #lastId = 0

  constructor(send: (message: FromEngine) => void) {
    this.#send = send
  }

  readonly printer: Ports['printer'] = {
    pdf: async (job, signal) => {
      const outcome = await this.#ask('pdf', job, signal)
      if (outcome.kind === 'pdf') return outcome.bytes
      throw refusal(outcome)
    },
    paper: async job => {
      const outcome = await this.#ask('paper', job)
      if (outcome.kind === 'paper') return outcome.printed
      throw refusal(outcome)
    },
  }

  answer(id: number, outcome: PrintOutcome): void {
    this.#waiting.get(id)?.(outcome)
    this.#waiting.delete(id)
  }

  async #ask(to: 'pdf' | 'paper', job: PrintJob, signal?: AbortSignal): Promise<PrintOutcome> {
    if (signal?.aborted) return { kind: 'cancelled' }
    const id = ++this.#lastId
    const cancel = () => this.#send({ kind: 'cancelPrint', id })
    signal?.addEventListener('abort', cancel, { once: true })
    try {
      return await new Promise<PrintOutcome>(resolve => {
        this.#waiting.set(id, resolve)
        this.#send({ kind: 'print', id, to, job })
      })
    } finally {
      signal?.removeEventListener('abort', cancel)
    }
  }
}

function refusal(outcome: PrintOutcome): Error {
  if (outcome.kind === 'cancelled') return new AppError('job.cancelled', {})
  if (outcome.kind === 'failed') return new AppError('printer.unavailable', { why: outcome.why })
  return new Error(`printer answered ${outcome.kind}`)
}
