import { isOwned, linesWithin } from '../../shared/domain/ownership.ts'
import type { RecordName } from '../../shared/domain/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { Fields, LinesType, RecordType } from '../../shared/records/record.ts'
import { referencesOf } from './shapes.ts'

type Values = Readonly<Record<string, unknown>>
type Named = { readonly name: string; readonly label: string }

/** What a user may write: the same rule by which his reader sees, asked of the writer. */
export class Bounds {
  /** Whether a record of this kind lies within what he sees. */
  readonly sees: (type: string, id: unknown) => boolean
  readonly #scoped: boolean

  constructor(sees: (type: string, id: unknown) => boolean, scoped: boolean) {
    this.sees = sees
    this.#scoped = scoped
  }

  /** A record that he may not write, because it lies outside or belongs to the whole office, is `record.outside`. */
  check(type: Named, id: string): void {
    const common = this.#scoped && !isOwned(type.name as RecordName)
    if (common || !this.sees(type.name, id)) throw new AppError('record.outside', { label: type.label })
  }

  /** Lines are replaced as a whole: where some of them are not seen, none is. */
  checkLines(type: LinesType<any>, lines: readonly Values[]): void {
    const references = linesWithin.find(one => one.name === type.name)?.references ?? []
    for (const { key, target } of references)
      for (const line of lines)
        if (line[key] !== null && line[key] !== undefined && !this.sees(target, line[key])) throw new AppError('record.outside', { label: type.label })
  }

  /** A reference to something outside is read as empty: a form that sends it back empty does not take it away. */
  keepHidden<F extends Fields>(type: RecordType<F>, before: Values, patch: object): object {
    const kept: Record<string, unknown> = { ...patch }
    for (const [key, { target }] of referencesOf(type)) {
      if (kept[key] === null && typeof before[key] === 'string' && !this.sees(target, before[key])) kept[key] = before[key]
    }
    return kept
  }
}
