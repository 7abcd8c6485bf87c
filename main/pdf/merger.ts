import { Worker } from 'node:worker_threads'
import { AppError } from '../../shared/errors.ts'
import type { FromMerger, PageFault, Part, ToMerger } from './messages.ts'

/** Bundled it lies beside the engine under its own name; in development it is the source. */
const file = new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './merge.cjs', import.meta.url)

interface Whole {
  readonly title: string
  readonly author: string
  readonly parts: readonly Part[]
}

/**
 * Puts one PDF together in a thread of its own: scans are large, and reading them takes seconds that the engine has not got. Everything is in memory, nothing on
 * the disk. The caller ends it, and may at any moment; `signal` ends it too.
 */
export class Merger {
  readonly #worker = new Worker(file, { execArgv: [] })
  readonly #signal: AbortSignal
  #answer: { heard(message: FromMerger): void; lost(cause: unknown): void } | undefined

  constructor(signal: AbortSignal) {
    this.#signal = signal
    this.#worker.on('message', (message: FromMerger) => this.#answer?.heard(message))
    this.#worker.on('error', cause => this.#answer?.lost(cause))
    this.#worker.once('exit', code => this.#answer?.lost(new Error(`the merging thread ended with ${code}`)))
    signal.addEventListener('abort', this.#abort, { once: true })
  }

  /** Takes in a PDF, JPEG or PNG: how many pages it makes, or why none. The bytes are given away. */
  async add(key: string, bytes: Uint8Array<ArrayBuffer>): Promise<{ readonly pages: number } | { readonly fault: PageFault }> {
    const reply = await this.#ask({ give: 'add', key, bytes }, [bytes.buffer])
    if ('added' in reply) return reply
    throw new Error('the merging thread answered something else')
  }

  /** The whole, its pages numbered through at the foot. */
  async finish(whole: Whole): Promise<Uint8Array<ArrayBuffer>> {
    const reply = await this.#ask({ give: 'finish', ...whole })
    if ('finished' in reply) return reply.finished
    throw new Error('failed' in reply ? reply.failed : 'the merging thread answered something else')
  }

  async end(): Promise<void> {
    this.#signal.removeEventListener('abort', this.#abort)
    await this.#worker.terminate()
  }

  readonly #abort = () => {
    this.#answer?.lost(new AppError('job.cancelled', {}))
    void this.#worker.terminate()
  }

  async #ask(message: ToMerger, give: readonly ArrayBuffer[] = []): Promise<FromMerger> {
    if (this.#signal.aborted) throw new AppError('job.cancelled', {})
    try {
      return await new Promise<FromMerger>((heard, lost) => {
        this.#answer = { heard, lost }
        this.#worker.postMessage(message, [...give])
      })
    } finally {
      this.#answer = undefined
    }
  }
}
