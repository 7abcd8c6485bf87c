import type { Failure } from '../../shared/api/endpoint.ts'

/** What the second thread is to look at. */
export interface Task {
  /** Whether every entry of every index is compared with its row too: several times as long as proving every page. */
  readonly thorough: boolean
  /** hold: keeps one snapshot of an office at work; check: proves a copy from its first page to its last; rekey: gives a copy another key. */
  readonly kind: 'hold' | 'check' | 'rekey'
  readonly path: string
  readonly key: Uint8Array
  /** The other key. */
  readonly next?: Uint8Array
}

/** What a database holds, by which two of them are compared. */
export interface Inventory {
  readonly migration: number
  readonly counts: Readonly<Record<string, number>>
  readonly audit: { readonly lines: number; readonly chain: string }
}

export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'held' }
  | { readonly kind: 'inventory'; readonly inventory: Inventory }
  | { readonly kind: 'at'; readonly step: 'pages' | 'audit' | 'counts' }
  /** Nothing wrong is an empty text. */
  | { readonly kind: 'checked'; readonly wrong: string; readonly inventory: Inventory }
  /** What the copy held under the former key. */
  | { readonly kind: 'rekeyed'; readonly inventory: Inventory }
  | { readonly kind: 'failed'; readonly error: Failure }
  | { readonly kind: 'broke'; readonly message: string }

/** `stop`: nobody waits for it any more. */
export type Word = 'begin' | 'release' | 'stop'

/** Tasks are told apart by number: a copy may be proved while another is being made. */
export type ToThread = { readonly task: number; readonly give: Task } | { readonly task: number; readonly word: Word }
/** `over` is the last that is heard of a task: its connection is closed and its key wiped. */
export type Heard = { readonly task: number; readonly said: FromThread } | { readonly task: number; readonly over: true }
