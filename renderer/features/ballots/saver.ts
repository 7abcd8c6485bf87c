import { AppError } from '../../../shared/errors.ts'
import { call, type CallInput } from '../../api/client.ts'

type Input = CallInput<'ballot.count'>
type Papers = NonNullable<Input['papers']>
/** What has changed since it was last written. The newest of each part wins. */
export type Patch = Pick<Input, 'way' | 'firstTeller' | 'secondTeller' | 'scrutineer' | 'returns' | 'tallies'>

export interface Saved {
  readonly countId: string | undefined
  readonly version: number | undefined
}

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed'

/** How long fingers must rest before what they typed is written, in milliseconds. */
const rest = 300
/** How long until what could not be written is tried again. */
const again = 5000

/**
 * Writes a count as it is entered: one command in flight, what was typed meanwhile goes with the next. What could not be written is kept
 * and tried again, except where somebody else changed the count: then a person decides.
 */
export class CountSaver {
  readonly #ballotId: string
  #on: Saved
  #patch: Patch = {}
  readonly #papers = new Map<string, Papers>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #flight: Promise<void> | undefined
  #error: unknown = null
  readonly #told: (state: SaveState, error: unknown, on: Saved) => void

  constructor(ballotId: string, on: Saved, told: (state: SaveState, error: unknown, on: Saved) => void) {
    this.#ballotId = ballotId
    this.#on = on
    this.#told = told
  }

  get on(): Saved {
    return this.#on
  }

  get state(): SaveState {
    if (this.#flight) return 'saving'
    if (this.#error !== null) return 'failed'
    return this.#dirty ? 'waiting' : 'saved'
  }

  /** Why the last write failed; null where it did not. */
  get error(): unknown {
    return this.#error
  }

  get #dirty(): boolean {
    return Object.keys(this.#patch).length > 0 || this.#papers.size > 0
  }

  put(patch: Patch): void {
    this.#patch = { ...this.#patch, ...patch }
    this.#later(rest)
  }

  putPapers(papers: Papers): void {
    this.#papers.set(`${papers.groupCode} ${papers.entry}`, papers)
    this.#later(rest)
  }

  /** Goes on over what somebody else wrote, or from another count. */
  rebase(on: Saved): void {
    this.#on = on
    this.#error = null
    if (this.#dirty) this.#later(0)
    else this.#tell()
  }

  /** Gives up what has not been written. */
  forget(): void {
    this.#patch = {}
    this.#papers.clear()
    this.#error = null
    clearTimeout(this.#timer)
    this.#tell()
  }

  /** Writes everything now. True when nothing is left unwritten. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer)
    while (this.#flight || this.#dirty) {
      if (!this.#flight) this.#flight = this.#send()
      await this.#flight
      if (this.#error !== null) return false
    }
    return true
  }

  #later(wait: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), wait)
    this.#tell()
  }

  async #send(): Promise<void> {
    const patch = this.#patch
    const [[key, papers] = []] = this.#papers
    this.#patch = {}
    if (key !== undefined) this.#papers.delete(key)
    const { countId, version } = this.#on
    const on = countId === undefined ? {} : { countId, ...(version === undefined ? {} : { version }) }
    this.#error = null
    this.#tell()
    try {
      this.#on = await call('ballot.count', { ballotId: this.#ballotId, ...on, ...patch, ...(papers ? { papers } : {}) })
    } catch (error) {
      this.#error = error
      this.#patch = { ...patch, ...this.#patch }
      if (key !== undefined && papers && !this.#papers.has(key)) this.#papers.set(key, papers)
      const decides = error instanceof AppError && error.code === 'record.changedByOther'
      if (!decides) this.#timer = setTimeout(() => void this.flush(), again)
    }
    this.#flight = undefined
    this.#tell()
  }

  #tell(): void {
    this.#told(this.state, this.#error, this.#on)
  }
}
