import type { Push } from '../../shared/api/bridge.ts'

/** One thing to print: a template of `renderer/print`, what it is given, and nothing else. */
export interface PrintJob {
  readonly template: string
  readonly props: unknown
  readonly title: string
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
  push(push: Push): void
  readonly log: {
    info(message: string): void
    /** Never with a record's content. */
    error(message: string, cause: unknown): void
  }
  /** On in tests and development: a reply that breaks the contract is a bug. */
  readonly checkReplies: boolean
}
