import { AppError } from '../../shared/errors.ts'
import { beside, type Beside } from './beside.ts'
import type { FromThread, Inventory, Task, ToThread } from './messages.ts'

type Kind = FromThread['kind']
type Of<K extends Kind> = Extract<FromThread, { kind: K }>

/** The second thread with one task, and what it has said so far. */
class Thread {
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
        this.#broke ??= cause ?? new Error('what worked beside the engine ended early')
        over()
        this.#heard()
      },
    })
  }

  tell(message: ToThread): void {
    this.#beside.tell(message)
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
    await this.#beside.end()
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
  const thread = new Thread({ kind: 'hold', path, key, thorough: false })
  try {
    await thread.hear('ready')
    await still(async () => {
      thread.tell('begin')
      await thread.hear('held')
    })
  } catch (cause) {
    await thread.end()
    throw cause
  }
  const inventory = thread.hear('inventory').then(said => said.inventory)
  // Asked for once the file is copied; a copy that failed before leaves nobody to hear of it.
  inventory.catch(() => undefined)
  return {
    inventory,
    async release() {
      thread.tell('release')
      await Promise.race([thread.ended(), inventory.then(() => thread.ended())]).catch(() => undefined)
    },
  }
}

export type Step = Extract<FromThread, { kind: 'at' }>['step']

/** Opens a copy, proves every page (and, thoroughly, every index) and the chain of its audit, counts its rows. `wrong` is empty where all is well. */
export async function checkCopy(copy: Pick<Task, 'path' | 'key' | 'thorough'>, signal: AbortSignal, at: (step: Step) => Promise<void>): Promise<Of<'checked'>> {
  const thread = new Thread({ kind: 'check', ...copy })
  const stop = () => void thread.end()
  signal.addEventListener('abort', stop, { once: true })
  try {
    const checked = await thread.hear('checked', async message => {
      if (message.kind === 'at') await at(message.step)
    })
    await thread.ended()
    return checked
  } catch (cause) {
    if (signal.aborted) throw new AppError('job.cancelled', {})
    throw cause
  } finally {
    signal.removeEventListener('abort', stop)
    await thread.end()
  }
}
