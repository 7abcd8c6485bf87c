import { readCell } from '../../shared/records/cells.ts'
import type { Field } from '../../shared/records/fields.ts'
import type { Fields, RecordType, Stored } from '../../shared/records/record.ts'
import type { ReadScope } from '../app/scopes.ts'
import { among } from '../db/among.ts'
import { type Values, valuesOf } from '../records/drafts.ts'
import { anyDb } from '../records/find.ts'
import { fromRow } from '../records/rows.ts'
import type { RegisterLine } from './register-lines.ts'

export type StoredRecord = Stored<Fields>

/** By what a row and a record are the same one; undefined where the values do not tell. */
export function keyOf(type: RecordType, values: Values): string | undefined {
  const parts = type.key.map(name => values[name] ?? null)
  const lacking = type.key.some((name, i) => parts[i] === null && type.fields[name]?.required)
  return lacking || parts.every(part => part === null) ? undefined : JSON.stringify(parts)
}

/** A value as it would come back from a sheet it was written to: text in one line, without odd blanks. */
export function asOnSheet(field: Field, value: unknown): unknown {
  if ((field.kind !== 'text' && field.kind !== 'note') || typeof value !== 'string') return value
  const reading = readCell(field, value)
  return reading.ok ? reading.value : value
}

/** The living records that the lines may mean, by key. Nothing keeps two records from having one key, so each has a list. */
export async function keptRecords(db: ReadScope['db'], type: RecordType, lines: readonly RegisterLine[]): Promise<Map<string, StoredRecord[]>> {
  const narrow = type.key.find(name => isNarrow(type.fields[name]))
  const living = anyDb(db).selectFrom(type.name).selectAll().where('voidedAt', 'is', null).orderBy('id')
  const wanted = narrow === undefined ? undefined : new Set(lines.map(({ given }) => given[narrow]).filter(value => typeof value === 'string'))
  const rows = await (narrow === undefined || wanted === undefined ? living : living.where(among(narrow, wanted))).execute()
  const byKey = new Map<string, StoredRecord[]>()
  for (const row of rows) {
    const record = fromRow(type, row)
    const key = keyOf(type, Object.fromEntries(type.key.map(name => [name, onSheet(type, name, valuesOf(record)[name])])))
    if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), record])
  }
  return byKey
}

const onSheet = (type: RecordType, name: string, value: unknown): unknown => {
  const field = type.fields[name]
  return field ? asOnSheet(field, value) : value
}

/** A key field by which the database can look: always there, and kept just as a sheet has it. */
const isNarrow = (field: Field | undefined): boolean =>
  field?.required === true && field.column === 'text' && field.kind !== 'text' && field.kind !== 'note' && field.kind !== 'multi'

/** Who has which value of a field that no two living records may share: `field value` to the record's id. */
export async function ownersOf(db: ReadScope['db'], type: RecordType, lines: readonly RegisterLine[]): Promise<Map<string, string>> {
  const owners = new Map<string, string>()
  for (const name of uniqueFields(type)) {
    const wanted = new Set(lines.map(({ given }) => given[name]).filter(value => typeof value === 'string'))
    const rows = await anyDb(db).selectFrom(type.name).select(['id', name]).where('voidedAt', 'is', null).where(among(name, wanted)).execute()
    for (const row of rows) owners.set(`${name} ${String(row[name])}`, String(row['id']))
  }
  return owners
}

export const uniqueFields = (type: RecordType): readonly string[] => Object.keys(type.fields).filter(name => type.fields[name]?.unique)
