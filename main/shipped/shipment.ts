import type { WriteScope } from '../app/scopes.ts'

/** Records that come with the program: an office takes them when it is made, and what is new of them when a newer program opens it. */
export interface Shipment {
  readonly name: string
  /** Raised whenever something is added. */
  readonly version: number
  /** Creates what the office has not, by key; leaves alone what it has, also where it was edited or voided. */
  ship(scope: WriteScope): Promise<void>
}
