import type { Draft, Fault, Fields, RecordType } from '../../shared/records/record.ts'
import { differences, draftOf, type Values, valuesOf } from '../records/drafts.ts'
import { shownValue } from './kind.ts'
import { asOnSheet, keyOf, type StoredRecord, uniqueFields } from './register-kept.ts'
import type { RegisterLine } from './register-lines.ts'

/** What a line does to the record it was found to mean. */
export interface Settled {
  readonly before: StoredRecord | undefined
  readonly draft: Draft<Fields> | undefined
  readonly patch: Partial<Draft<Fields>>
  readonly faults: Fault[]
}

/** Decides line by line, in the order of the file, which kept record each means; the same record is never meant twice. */
export class Settling {
  readonly #type: RecordType
  readonly #kept: ReadonlyMap<string, readonly StoredRecord[]>
  readonly #owners: ReadonlyMap<string, string>
  readonly #taken = new Set<string>()
  readonly #seen = new Map<string, RegisterLine>()
  readonly #unique: readonly string[]

  constructor(type: RecordType, kept: ReadonlyMap<string, readonly StoredRecord[]>, owners: ReadonlyMap<string, string>) {
    this.#type = type
    this.#kept = kept
    this.#owners = owners
    this.#unique = uniqueFields(type)
  }

  settle(line: RegisterLine): Settled {
    const type = this.#type
    const key = line.faults.some(f => type.key.includes(f.field)) ? undefined : keyOf(type, line.given)
    const candidates = (key === undefined ? [] : (this.#kept.get(key) ?? [])).filter(record => !this.#taken.has(record.id))
    const tries = candidates.map(before => attempt(type, line, before))
    const settled = tries.find(t => t.faults.length === 0 && Object.keys(t.patch).length === 0) ?? this.#chosen(line, key, tries)
    if (settled.before) this.#taken.add(settled.before.id)
    if (key !== undefined && !this.#seen.has(key)) this.#seen.set(key, line)
    this.#checkUnique(line, settled)
    return settled
  }

  #chosen(line: RegisterLine, key: string | undefined, tries: readonly Settled[]): Settled {
    const [first] = this.#type.key
    const earlier = key === undefined ? undefined : this.#seen.get(key)
    const [only, ...others] = tries
    if (earlier)
      return withFault(attempt(this.#type, line, undefined), first, this.#duplicate(first), `与${placeOf(earlier, line)}重复：${this.#keyLabels()}相同`)
    if (others.length === 0) return only ?? attempt(this.#type, line, undefined)
    return withFault(
      attempt(this.#type, line, undefined),
      first,
      'ambiguous',
      `已有 ${tries.length} 条${this.#keyLabels()}相同的记录，分不清改哪一条，请到台账里改`,
    )
  }

  /** What no two records may share is told here, by row, before the database refuses the whole. */
  #checkUnique(line: RegisterLine, { draft, before, faults }: Settled): void {
    if (!draft) return
    for (const name of this.#unique) {
      const value = valuesOf(draft)[name]
      if (value === null || value === undefined) continue
      const label = this.#type.fields[name]?.label ?? ''
      const owner = this.#owners.get(`${name} ${String(value)}`)
      const earlier = this.#seen.get(`${name} ${String(value)}`)
      if (earlier) faults.push({ field: name, code: this.#duplicate(name), message: `与${placeOf(earlier, line)}的${label}相同` })
      else if (owner !== undefined && owner !== before?.id) faults.push({ field: name, code: this.#duplicate(name), message: `另一条记录已有这个${label}` })
      else this.#seen.set(`${name} ${String(value)}`, line)
    }
  }

  #duplicate(name: string | undefined): string {
    return (name === undefined ? undefined : this.#type.fields[name]?.faults?.duplicate) ?? 'duplicate'
  }

  #keyLabels(): string {
    return this.#type.key.map(name => this.#type.fields[name]?.label ?? name).join('、')
  }
}

const withFault = (settled: Settled, field = '', code: string, message: string): Settled => ({
  ...settled,
  draft: undefined,
  faults: [...settled.faults, { field, code, message }],
})

const placeOf = (earlier: RegisterLine, line: RegisterLine): string =>
  `${earlier.sheet === line.sheet ? '' : `“${earlier.sheet.sheet.name}”`}第 ${earlier.row.number} 行`

/** The line laid over one record, or over nothing. What is not on the sheet stays as it is. */
function attempt(type: RecordType, line: RegisterLine, before: StoredRecord | undefined): Settled {
  const faults = [...line.faults]
  const kept = valuesOf(before)
  const values: Values = { ...line.given }
  for (const [name, field] of Object.entries(type.fields)) {
    const hidden = line.masked.get(name)
    if (hidden !== undefined && (!before || shownValue(field, kept[name]) !== hidden))
      faults.push({ field: name, code: 'masked', message: `“${hidden}”遮住了几位，请填完整` })
    if (before && says(values[name], kept[name], asOnSheet(field, kept[name]), line.monthOnly.has(name))) values[name] = kept[name]
    // An empty place beside a yes is a no, as in the form.
    if (!before && field.kind === 'flag' && field.required) values[name] ??= false
  }
  const draft = draftOf(type, values, faults, before)
  return { before, draft, patch: before && draft ? differences(type, before, draft) : {}, faults }
}

/** True where a cell says what is kept: the same but for blanks, or the month of a day. */
const says = (given: unknown, kept: unknown, onSheet: unknown, monthOnly: boolean): boolean =>
  given !== undefined && given !== null && (given === onSheet || (monthOnly && typeof kept === 'string' && kept.startsWith(String(given).slice(0, 7))))
