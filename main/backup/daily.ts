import { randomUUID } from 'node:crypto'
import type { Presence } from '../app/presence.ts'
import type { ActionScope } from '../app/scopes.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { OpenOffice } from '../lobby/enter.ts'
import { AppError } from '../../shared/errors.ts'
import type { Backups } from './backups.ts'

interface Surroundings {
  readonly presence: Presence
  readonly backups: Backups
  readonly jobs: Jobs
  scopeOf(open: OpenOffice): ActionScope
  readonly every: number
  failed(cause: unknown): void
}

/** Looks between a failed try and the next: the folder may be away for days. */
const patience = 15

/** 每天自动备份: once a day, beside the work of whoever is in. Not in the first minute, which belongs to them. */
export class Daily {
  readonly #around: Surroundings
  readonly #timer: NodeJS.Timeout
  #known: OpenOffice | null = null
  #pause = 0
  #running = false

  constructor(around: Surroundings) {
    this.#around = around
    this.#timer = setInterval(() => void this.#look(), around.every)
    this.#timer.unref()
  }

  end(): void {
    clearInterval(this.#timer)
  }

  async #look(): Promise<void> {
    const { presence, backups, jobs, scopeOf, failed } = this.#around
    const { open } = presence
    const isNew = open !== this.#known
    this.#known = open
    if (isNew) this.#pause = 0
    if (!open || isNew || this.#running || this.#pause-- > 0) return
    this.#running = true
    this.#pause = patience
    const id = randomUUID()
    const work = async () => {
      const scope = scopeOf(open)
      if (await backups.isDue(scope)) await jobs.run(id, '每天自动备份', job => backups.run(open, scope, job, true))
    }
    try {
      await presence.beside(work(), () => jobs.cancel(id))
    } catch (cause) {
      // What can be foreseen is kept with the office and shown there.
      if (!(cause instanceof AppError)) failed(cause)
    } finally {
      this.#running = false
    }
  }
}
