import type { OpenOffice } from '../lobby/enter.ts'
import { withoutContent } from './discreet.ts'
import type { Ports } from './ports.ts'

/** Who is in: the open office, the calls that it has in hand, and its closing behind the last of them. */
export class Presence {
  readonly #ports: Pick<Ports, 'push' | 'log'>
  readonly #inHand = new Set<Promise<unknown>>()
  readonly #beside = new Set<{ readonly work: Promise<unknown>; readonly stop: () => void }>()
  readonly #idle: NodeJS.Timeout
  #open: OpenOffice | null = null
  /** By a clock that nobody can set back. */
  #lastCall = 0
  #closing: Promise<void> = Promise.resolve()

  constructor(ports: Pick<Ports, 'push' | 'log'>) {
    this.#ports = ports
    this.#idle = setInterval(() => this.#lockWhenIdle(), 15_000)
    this.#idle.unref()
  }

  get open(): OpenOffice | null {
    return this.#open
  }

  enter(open: OpenOffice): void {
    this.#open = open
    this.#lastCall = performance.now()
    this.#ports.push({ event: 'session', state: 'open' })
  }

  /** The password is the user's own now. */
  settle(open: OpenOffice): void {
    if (this.#open === open) this.#open = { ...open, initialSlot: undefined }
  }

  /** A call is a sign of life, and the file stays open until it is answered. */
  hold<T>(call: Promise<T>): Promise<T> {
    this.#lastCall = performance.now()
    this.#inHand.add(call)
    return call.finally(() => this.#inHand.delete(call))
  }

  /** Work that nobody asked for: no sign of life, and broken off when someone leaves. The file stays open until it has ended. */
  async beside(work: Promise<unknown>, stop: () => void): Promise<void> {
    const entry = { work, stop }
    this.#beside.add(entry)
    try {
      await work
    } finally {
      this.#beside.delete(entry)
    }
  }

  /** The screen locks at once; the file closes when the work in hand, an import or a print run, has come to its end. */
  lock(): Promise<void> {
    const open = this.#open
    if (!open) return this.#closing
    this.#open = null
    this.#ports.push({ event: 'session', state: 'locked' })
    for (const { stop } of this.#beside) stop()
    this.#closing = Promise.allSettled([...this.#inHand, ...[...this.#beside].map(entry => entry.work)]).then(() => this.shut(open))
    return this.#closing
  }

  /** Closes the file and forgets the key. A file that will not close must not keep anyone from opening it again. */
  async shut(open: OpenOffice): Promise<void> {
    try {
      await open.office.close()
    } catch (cause) {
      this.#ports.log.error('an office did not close well', withoutContent(cause))
    } finally {
      for (const secret of [open.key, open.secret]) secret.fill(0)
      open.release()
    }
  }

  /** Locks for good. */
  async end(): Promise<void> {
    clearInterval(this.#idle)
    await this.lock()
  }

  #lockWhenIdle(): void {
    const open = this.#open
    if (open && this.#inHand.size === 0 && performance.now() - this.#lastCall > open.idleMinutes * 60_000) void this.lock()
  }
}
