import { AppError } from '../../shared/errors.ts'
import { beside, type Beside } from './beside.ts'
import type { FromThread, Inventory, Task, Word } from './messages.ts'

type Kind = FromThread['kind']
type Of<K extends Kind> = Extract<FromThread, { kind: K }>

/** One task of the second thread, and what it has said so far. */
class Errand {
  readonly #beside: Beside
  readonly #said: FromThread[] = []
  readonly #ended: Promise<unknown>
  #heard: () => void = () => undefined
  #broke: unknown

  constructor(task: Task) {
    let over: () => void = () => undefined
    this.#ended = new Promise<void>(resolve => {
      over = resolve
    })
    this.#beside = beside(task, {
      heard: message => {
        this.#said.push(message)
        this.#heard()
      },
      over: cause => {
        this.#broke ??= cause ?? new Error('a task ended early')
        over()
        this.#heard()
      },
    })
  }

  tell(word: Word): void {
    this.#beside.tell(word)
  }

  /** The first message of this kind; whatever goes wrong there is thrown here. */
  async hear<K extends Kind>(kind: K, passing: (message: FromThread) => Promise<void> = async () => undefined): Promise<Of<K>> {
    const wanted = (message: FromThread): message is Of<K> => message.kind === kind
    for (;;) {
      const message = this.#said.shift()
      if (!message) {
        if (this.#broke !== undefined) throw this.#broke
        await new Promise<void>(resolve => {
          this.#heard = resolve
        })
        continue
      }
      if (wanted(message)) return message
      if (message.kind === 'failed') throw new AppError(message.error.code, message.error.facts)
      if (message.kind === 'broke') throw new Error(message.message)
      await passing(message)
    }
  }

  /** Ends it. A call into SQLite comes to its end first. */
  async end(): Promise<void> {
    this.#beside.tell('stop')
    await this.#ended
  }

  /** Waits for it to end by itself. */
  ended(): Promise<unknown> {
    return this.#ended
  }
}

/** One snapshot of an office at work. */
export interface Held {
  readonly inventory: Promise<Inventory>
  release(): Promise<void>
}

/** Holds the snapshot that `still` shows: inside it nobody reads or writes, for some milliseconds. */
export async function holdSnapshot(path: string, key: Uint8Array, still: (hold: () => Promise<void>) => Promise<void>): Promise<Held> {
  const errand = new Errand({ kind: 'hold', path, key, thorough: false })
  try {
    await errand.hear('ready')
    await still(async () => {
      errand.tell('begin')
      await errand.hear('held')
    })
  } catch (cause) {
    await errand.end()
    throw cause
  }
  const inventory = errand.hear('inventory').then(said => said.inventory)
  // Asked for once the file is copied; a copy that failed before leaves nobody to hear of it.
  inventory.catch(() => undefined)
  return {
    inventory,
    async release() {
      errand.tell('release')
      await Promise.race([errand.ended(), inventory.then(() => errand.ended())]).catch(() => undefined)
    },
  }
}

export type Step = Extract<FromThread, { kind: 'at' }>['step']

/** Opens a copy, proves every page (and, thoroughly, every index) and the chain of its audit, counts its rows. `wrong` is empty where all is well. */
export function checkCopy(copy: Pick<Task, 'path' | 'key' | 'thorough'>, signal: AbortSignal, at: (step: Step) => Promise<void>): Promise<Of<'checked'>> {
  return errandOf({ kind: 'check', ...copy }, 'checked', signal, async message => {
    if (message.kind === 'at') await at(message.step)
  })
}

/** Gives a copy another key, and says what it holds. */
export async function rekeyCopy(copy: Pick<Task, 'path' | 'key'> & { readonly next: Uint8Array }, signal: AbortSignal): Promise<Inventory> {
  const { inventory } = await errandOf({ kind: 'rekey', thorough: false, ...copy }, 'rekeyed', signal)
  return inventory
}

async function errandOf<K extends Kind>(task: Task, wanted: K, signal: AbortSignal, passing?: (message: FromThread) => Promise<void>): Promise<Of<K>> {
  const errand = new Errand(task)
  const stop = () => void errand.end()
  signal.addEventListener('abort', stop, { once: true })
  try {
    const heard = await errand.hear(wanted, passing)
    await errand.ended()
    return heard
  } catch (cause) {
    if (signal.aborted) throw new AppError('job.cancelled', {})
    throw cause
  } finally {
    signal.removeEventListener('abort', stop)
    await errand.end()
  }
}
