import { setImmediate as nextTurn } from 'node:timers/promises'
import type { JobProgress } from '../../shared/api/bridge.ts'
import { AppError } from '../../shared/errors.ts'

export interface JobControl {
  readonly signal: AbortSignal
  /** Reports progress and lets the program breathe: SQLite work never yields by itself. Throws `job.cancelled` once cancelled. */
  step(done: number, total: number, detail?: string): Promise<void>
}

/** Long work that shows how far it is and can be cancelled. */
export class Jobs {
  readonly #running = new Map<string, AbortController>()
  readonly #emit: (progress: JobProgress) => void
  readonly #waiting: (() => void)[] = []

  constructor(emit: (progress: JobProgress) => void) {
    this.#emit = emit
  }

  get busy(): boolean {
    return this.#running.size > 0
  }

  async run<T>(id: string, label: string, work: (job: JobControl) => Promise<T>): Promise<T> {
    const abort = new AbortController()
    this.#running.set(id, abort)
    let latest: JobProgress = { id, label, done: 0, total: 0, detail: null, state: 'running' }
    const report = (change: Partial<JobProgress>) => this.#emit((latest = { ...latest, ...change }))
    const step = async (done: number, total: number, detail?: string) => {
      report({ done, total, detail: detail ?? latest.detail })
      await nextTurn()
      if (abort.signal.aborted) throw new AppError('job.cancelled', {})
    }
    try {
      const result = await work({ signal: abort.signal, step })
      report({ state: 'done' })
      return result
    } catch (cause) {
      report({ state: abort.signal.aborted ? 'cancelled' : 'failed' })
      throw cause
    } finally {
      this.#running.delete(id)
      if (!this.busy) for (const resolve of this.#waiting.splice(0)) resolve()
    }
  }

  /** Resolves when nothing is running. */
  async settled(): Promise<void> {
    while (this.busy) await new Promise<void>(resolve => this.#waiting.push(resolve))
  }

  cancel(id: string): void {
    this.#running.get(id)?.abort()
  }
}
