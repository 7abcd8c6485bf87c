import type { RecordType } from '../../shared/records/record.ts'

/** A draft with what is given and nothing else. */
export const draftWith = (type: RecordType, given: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(type.fields).map(([key, { kind, required }]) => [key, kind === 'flag' && required ? false : null])),
  ...given,
})

/** What a form would send back of a record that it was given. */
export const draftOfRecord = (type: RecordType, record: Readonly<Record<string, unknown>>, changed: object): Record<string, unknown> => ({
  ...Object.fromEntries(Object.keys(type.fields).map(key => [key, record[key] ?? null])),
  ...changed,
})
