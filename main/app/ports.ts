import type { Push } from '../../shared/api/bridge.ts'
import type { UpdateTarget } from '../../shared/api/update.ts'
import type { TrustedKey } from '../update/trusted-keys.ts'

/** One thing to print: a template of `renderer/print`, what it is given, and nothing else. */
export interface PrintJob {
  readonly template: string
  readonly props: unknown
  readonly title: string
}

/** How this program came onto the PC, and the way to put a newer one in its place. */
export interface Installation {
  readonly target: UpdateTarget
  /** Whose signature makes a package one of ours. */
  readonly trusted: readonly TrustedKey[]
  /** Where an installer lies between being proved and being started; nothing else is there. */
  readonly folder: string
  /** The newest package of the office's own web server, as a file; undefined where there is nothing newer. `update.server` says why it could not be had. */
  fetch(address: string, signal: AbortSignal, progress: (done: number, total: number) => void): Promise<string | undefined>
  /** Proves the installer once more and lets the system begin with it; the program ends a moment later. `update.installer` where the system does not want to. */
  install(installer: string, sha512: string): Promise<'restarts' | 'installer'>
}

/** What the application needs from the outside world. Electron supplies it; tests and the console supply theirs. */
export interface Ports {
  readonly clock: {
    /** The instant, ISO in UTC. */
    now(): string
    /** The day at the office, `2026-11-23`. */
    today(): string
  }
  /** Ids grow with time, so that new rows land together on disk. */
  newId(): string
  readonly printer: {
    /** The finished pages as a PDF. `laidOut` hears how many there are before the PDF is made of them, which takes longest. */
    pdf(job: PrintJob, signal: AbortSignal, laidOut?: (pages: number) => void): Promise<Uint8Array>
    /** Through the system's print dialog; false when the user closed it. */
    paper(job: PrintJob): Promise<boolean>
  }
  /** The name of this PC, for watermarks and the audit. */
  readonly machine: string
  readonly version: string
  /** Undefined where the program runs from its sources. */
  readonly installation?: Installation | undefined
  push(push: Push): void
  readonly log: {
    info(message: string): void
    /** Never with a record's content. */
    error(message: string, cause: unknown): void
  }
  /** On in tests and development: a reply that breaks the contract is a bug. */
  readonly checkReplies: boolean
}
