import type { Push } from '../../shared/api/bridge.ts'
import type { UpdateTarget } from '../../shared/api/update.ts'
import type { PrintJob } from '../app/ports.ts'
import type { TrustedKey } from '../update/trusted-keys.ts'

/** What the worker is started with: facts of this PC that only the window process knows. */
export interface EngineFacts {
  readonly machine: string
  readonly version: string
  /** Where the program keeps what belongs to this PC and not to an office. */
  readonly userData: string
  readonly checkReplies: boolean
  /** How it was installed, and whose updates it takes; left out where it runs from its sources. */
  readonly installed?: { readonly target: UpdateTarget; readonly trusted: readonly TrustedKey[] } | undefined
}

/** From the window process to the engine. */
export type ToEngine =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly kind: 'offer'; readonly id: number; readonly path: string }
  | { readonly kind: 'path'; readonly id: number; readonly token: string }
  | { readonly kind: 'close'; readonly id: number }
  | { readonly kind: 'laidOut'; readonly id: number; readonly pages: number }
  | { readonly kind: 'printed'; readonly id: number; readonly outcome: PrintOutcome }
  | { readonly kind: 'installed'; readonly id: number; readonly outcome: InstallOutcome }
  | { readonly kind: 'fetching'; readonly id: number; readonly done: number; readonly total: number }
  | { readonly kind: 'fetched'; readonly id: number; readonly outcome: FetchOutcome }

/** From the engine to the window process. */
export type FromEngine =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'print'; readonly id: number; readonly to: 'pdf' | 'paper'; readonly job: PrintJob }
  | { readonly kind: 'cancelPrint'; readonly id: number }
  | { readonly kind: 'install'; readonly id: number; readonly installer: string; readonly sha512: string }
  | { readonly kind: 'fetch'; readonly id: number; readonly address: string; readonly folder: string }
  | { readonly kind: 'cancelFetch'; readonly id: number }
  | { readonly kind: 'push'; readonly push: Push }
  | { readonly kind: 'log'; readonly level: 'info' | 'error'; readonly message: string; readonly cause?: string }

/** The program ends after the first two: it starts anew by itself, or the system's installer goes on alone. */
export type InstallOutcome = { readonly kind: 'restarts' | 'installer' } | { readonly kind: 'failed'; readonly why: string }

/** A package that lies there to be looked at, or why there is none. */
export type FetchOutcome =
  | { readonly kind: 'fetched'; readonly path: string }
  | { readonly kind: 'none' | 'cancelled' }
  | { readonly kind: 'failed'; readonly why: string }

export type PrintOutcome =
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'paper'; readonly printed: boolean }
  | { readonly kind: 'cancelled' }
  /** The printer's own reason, in Chinese. */
  | { readonly kind: 'failed'; readonly why: string }
