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
  readonly #running = new Set<{ readonly id: string; readonly abort: AbortController }>()
  readonly #emit: (progress: JobProgress) => void

  constructor(emit: (progress: JobProgress) => void) {
    this.#emit = emit
  }

  async run<T>(id: string, label: string, work: (job: JobControl) => Promise<T>): Promise<T> {
    const abort = new AbortController()
    const entry = { id, abort }
    this.#running.add(entry)
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
      this.#running.delete(entry)
    }
  }

  cancel(id: string): void {
    for (const entry of this.#running) if (entry.id === id) entry.abort.abort()
  }
}
