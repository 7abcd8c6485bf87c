import type { Draft, Fields, LinesType, RecordType, Stored } from '../../shared/records/record.ts'

type Row = Record<string, unknown>

/** A value as SQLite keeps it: flags 0/1, lists as JSON. */
export const toCell = (value: unknown): unknown => (typeof value === 'boolean' ? Number(value) : Array.isArray(value) ? JSON.stringify(value) : value)

/** A row as the record type shows it. Derived columns are left out. */
export function fromRow<F extends Fields>(type: RecordType<F>, row: object): Stored<F> {
  const values: Row = { ...row }
  for (const [key, field] of Object.entries(type.fields)) {
    const value = values[key]
    if (value === null || value === undefined) continue
    if (field.kind === 'flag') values[key] = value === 1
    if (field.kind === 'multi') values[key] = JSON.parse(String(value))
  }
  delete values['pinyin']
  delete values['initials']
  delete values['nameOrder']
  return values as Stored<F>
}

/** A line as its declaration shows it. */
export function lineFromRow<F extends Fields>(type: LinesType<F>, row: object): Draft<F> {
  const flags = flagsOf(type)
  if (flags.length === 0) return row as Draft<F>
  const values: Row = { ...row }
  for (const flag of flags) if (values[flag] !== null) values[flag] = values[flag] === 1
  return values as Draft<F>
}

const flagNames = new WeakMap<object, readonly string[]>()

/** Attendance comes by the million and has no flags: what a type has is asked once. */
function flagsOf(type: LinesType<any>): readonly string[] {
  const known = flagNames.get(type)
  if (known) return known
  const found = Object.entries(type.fields as Fields).flatMap(([key, field]) => (field.kind === 'flag' ? [key] : []))
  flagNames.set(type, found)
  return found
}

/** What the form of a record holds: its fields, without id, version and dates. */
export function draftFrom<F extends Fields>(type: RecordType<F>, record: Stored<F>): Draft<F> {
  const values: Row = record
  return Object.fromEntries(Object.keys(type.fields).map(key => [key, values[key]])) as Draft<F>
}

/** What a new record says where its draft says nothing: required fields must be named. */
export const nothing = (type: RecordType<any>): Row =>
  Object.fromEntries(Object.entries(type.fields as Fields).flatMap(([key, { required }]) => (required ? [] : [[key, null]])))

export const lineColumns = (type: LinesType): readonly string[] => [type.parentColumn, ...Object.keys(type.fields)]
