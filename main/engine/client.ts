import { Worker } from 'node:worker_threads'
import type { Failure } from '../../shared/api/endpoint.ts'
import type { Push } from '../../shared/api/bridge.ts'
import type { PrintJob } from '../app/ports.ts'
import { newIncident } from './incident.ts'
import type { EngineFacts, FetchOutcome, FromEngine, InstallOutcome, PrintOutcome, ToEngine } from './messages.ts'

/** What the engine asks of the window process. */
export interface EngineHost {
  readonly facts: EngineFacts
  push(push: Push): void
  print(to: 'pdf' | 'paper', job: PrintJob, signal: AbortSignal, laidOut: (pages: number) => void): Promise<PrintOutcome>
  /** Lets the system begin with an installer that the engine has proved, and ends the program a moment after it has answered. */
  install(installer: string, sha512: string): Promise<InstallOutcome>
  /** Fetches the newest package of an office's own web server into a folder. */
  fetchUpdate(address: string, folder: string, signal: AbortSignal, progress: (done: number, total: number) => void): Promise<FetchOutcome>
  readonly log: { info(message: string): void; error(message: string, cause: unknown): void }
}

/** After this the thread is stopped in the middle of its work; the database takes back what was not committed. */
const closeMilliseconds = 10_000

const internal = (incident: string): { ok: false; error: Failure } => ({ ok: false, error: { code: 'internal', facts: { incident } } })

/** The application in its worker thread, seen from the window process. A crash of it is survived: see `#crashed`. */
export class Engine {
  readonly #file: string
  readonly #host: EngineHost
  readonly #waiting = new Map<number, (answer: { value: unknown } | { incident: string }) => void>()
  readonly #prints = new Map<number, AbortController>()
  readonly #fetches = new Map<number, AbortController>()
  /** Undefined between a crash and the next question: a thread that can't start must not spin. */
  #worker: Worker | undefined
  #lastId = 0
  #closing = false

  constructor(file: string, host: EngineHost) {
    this.#file = file
    this.#host = host
    this.#worker = this.#start()
  }

  /** The application's reply, `{ ok, … }`. Never rejects: after a crash it is `internal` with an incident number. */
  async call(name: string, input: unknown): Promise<unknown> {
    const answer = await this.#ask(id => ({ kind: 'call', id, name, input }))
    return 'incident' in answer ? internal(answer.incident) : answer.value
  }

  /** Registers a path that the user chose and returns the token that stands for it. */
  async offerPath(path: string): Promise<string> {
    const answer = await this.#ask(id => ({ kind: 'offer', id, path }))
    if ('value' in answer && typeof answer.value === 'string') return answer.value
    throw new Error('engine gave no token')
  }

  /** The path behind a token, or undefined when it was never offered in this session. */
  async pathOf(token: string): Promise<string | undefined> {
    const answer = await this.#ask(id => ({ kind: 'path', id, token }))
    return 'value' in answer && typeof answer.value === 'string' ? answer.value : undefined
  }

  /** Lets running work end, within limits, closes the office and stops the thread. */
  async close(): Promise<void> {
    if (this.#closing) return
    this.#closing = true
    if (!this.#worker) return
    const late = new Promise(resolve => setTimeout(resolve, closeMilliseconds).unref())
    await Promise.race([this.#ask(id => ({ kind: 'close', id })), late])
    await this.#worker?.terminate()
  }

  #ask(message: (id: number) => ToEngine): Promise<{ value: unknown } | { incident: string }> {
    const id = ++this.#lastId
    const worker = (this.#worker ??= this.#start())
    return new Promise(resolve => {
      this.#waiting.set(id, resolve)
      worker.postMessage(message(id))
    })
  }

  #start(): Worker {
    // What the runtime was started with is not for this thread: loading it would hold up the first answer.
    const worker = new Worker(this.#file, { workerData: this.#host.facts, execArgv: [] })
    worker.on('message', (message: FromEngine) => this.#hear(message))
    worker.on('error', error => this.#crashed(worker, error))
    worker.on('exit', code => this.#crashed(worker, new Error(`engine exited with code ${code}`)))
    return worker
  }

  #hear(message: FromEngine): void {
    switch (message.kind) {
      case 'answer':
        this.#waiting.get(message.id)?.({ value: message.value })
        this.#waiting.delete(message.id)
        return
      case 'push':
        return this.#host.push(message.push)
      case 'log':
        return message.level === 'info' ? this.#host.log.info(message.message) : this.#host.log.error(message.message, message.cause)
      case 'cancelPrint':
        return this.#prints.get(message.id)?.abort()
      case 'print':
        return void this.#print(message.id, message.to, message.job)
      case 'cancelFetch':
        return this.#fetches.get(message.id)?.abort()
      case 'fetch':
        return void this.#fetch(message.id, message.address, message.folder)
      case 'install':
        void this.#install(message.id, message.installer, message.sha512)
    }
  }

  /** A print of a thread that crashed meanwhile answers a number that nobody waits for. */
  async #print(id: number, to: 'pdf' | 'paper', job: PrintJob): Promise<void> {
    const control = new AbortController()
    this.#prints.set(id, control)
    const tell = (message: ToEngine) => this.#worker?.postMessage(message)
    const outcome = await this.#host.print(to, job, control.signal, pages => tell({ kind: 'laidOut', id, pages }))
    this.#prints.delete(id)
    const answer: ToEngine = { kind: 'printed', id, outcome }
    this.#worker?.postMessage(answer, outcome.kind === 'pdf' ? [outcome.bytes.buffer] : [])
  }

  async #fetch(id: number, address: string, folder: string): Promise<void> {
    const control = new AbortController()
    this.#fetches.set(id, control)
    const tell = (message: ToEngine) => this.#worker?.postMessage(message)
    const outcome = await this.#host.fetchUpdate(address, folder, control.signal, (done, total) => tell({ kind: 'fetching', id, done, total }))
    this.#fetches.delete(id)
    tell({ kind: 'fetched', id, outcome })
  }

  async #install(id: number, installer: string, sha512: string): Promise<void> {
    const outcome = await this.#host.install(installer, sha512)
    this.#worker?.postMessage({ kind: 'installed', id, outcome } satisfies ToEngine)
  }

  /** Uncommitted work is gone with the thread, what was committed is not. The next thread starts locked; whoever waits hears an incident number. */
  #crashed(worker: Worker, error: unknown): void {
    if (worker !== this.#worker) return
    this.#worker = undefined
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const print of this.#prints.values()) print.abort()
    this.#prints.clear()
    for (const fetching of this.#fetches.values()) fetching.abort()
    this.#fetches.clear()
    const incident = newIncident()
    if (!this.#closing) this.#host.log.error(`engine crashed, incident ${incident}`, error)
    for (const answer of waiting) answer({ incident })
    if (!this.#closing) this.#host.push({ event: 'session', state: 'locked', incident })
  }
}
