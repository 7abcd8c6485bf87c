import type { LinesType, RecordType } from '../../shared/records/record.ts'

/** One change, with what is needed to take it back. */
export type Change =
  | { readonly kind: 'record'; readonly type: RecordType<any>; readonly id: string; readonly before: object | null; readonly version: number }
  | {
      readonly kind: 'lines'
      readonly lines: LinesType<any>
      readonly type: RecordType<any>
      readonly id: string
      readonly version: number
      readonly before: readonly object[]
    }

/** Beyond this a change is an import, taken back by other means than Ctrl Z. */
const undoable = 5000

/** What one command changed: the types to refresh on screen, the ids to re-read, and how to undo it. */
export class Changes {
  readonly types = new Set<string>()
  readonly ids = new Map<string, Set<string>>()
  readonly #list: Change[] = []
  #tooMany = false
  #final = false

  record(type: RecordType<any>, id: string, before: object | null, version: number): void {
    this.#touch(type.name, id)
    this.#push({ kind: 'record', type, id, before, version })
  }

  lines(lines: LinesType<any>, type: RecordType<any>, id: string, version: number, before: readonly object[]): void {
    this.#touch(type.name, id)
    this.types.add(lines.name)
    this.#push({ kind: 'lines', lines, type, id, version, before })
  }

  /** The changes to take back, last first; none when there were too many to keep, or they stand. */
  get toUndo(): readonly Change[] {
    return this.#tooMany || this.#final ? [] : this.#list.toReversed()
  }

  /** What this command did is not taken back by 撤销: a count that was closed is corrected, never opened. */
  stand(): void {
    this.#final = true
  }

  #push(change: Change): void {
    if (this.#list.length >= undoable) this.#tooMany = true
    else this.#list.push(change)
  }

  #touch(type: string, id: string): void {
    this.types.add(type)
    const ids = this.ids.get(type) ?? new Set()
    this.ids.set(type, ids.add(id))
  }
}
