import type { Field } from '../../shared/records/fields.ts'
import { isMasked } from '../../shared/records/masked.ts'
import type { RecordType } from '../../shared/records/record.ts'
import { failedWith } from './failed-with.ts'

/** What stands in a form, by field; null where nothing is filled in. */
export type Values = Readonly<Record<string, unknown>>
/** What is wrong, by field: one sentence each. */
export type Faults = Readonly<Record<string, string>>

export const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

export const sameValue = (a: unknown, b: unknown): boolean => (isEmpty(a) && isEmpty(b)) || JSON.stringify(a) === JSON.stringify(b)

/** A form with nothing in it yet but what is given. */
export function blankValues(type: RecordType, preset: Values = {}): Values {
  return Object.fromEntries(Object.entries(type.fields).map(([key, field]) => [key, preset[key] ?? (field.kind === 'flag' && field.required ? false : null)]))
}

/** The fields of a record, without its id, version and dates. */
export const valuesOf = (type: RecordType, record: Values): Values => Object.fromEntries(Object.keys(type.fields).map(key => [key, record[key] ?? null]))

/** A value as it would be kept: trimmed, full-width digits made plain. What is no value of the field stays as typed. */
export function settled(field: Field, value: unknown): unknown {
  if (isEmpty(value) || (typeof value === 'string' && value.trim() === '')) return null
  const result = field.value.safeParse(value)
  return result.success ? result.data : value
}

const chosen: readonly Field['kind'][] = ['choice', 'multi', 'ref', 'flag', 'attachment']

/** A masked value that stands as it was read: main knows it whole. */
const isUntouched = (field: Field, value: unknown, kept: unknown): boolean => isMasked(field, value) && value === kept

function ownFault(field: Field, value: unknown): string | undefined {
  if (isEmpty(value)) return field.required ? `请${chosen.includes(field.kind) ? '选择' : '填写'}${field.label}` : undefined
  const result = field.value.safeParse(value)
  return result.success ? undefined : (result.error.issues[0]?.message ?? '内容不合要求')
}

/**
 * Everything wrong with a draft: each value by itself, then the type's rules across fields where the values they name
 * stand. So a wrong check digit shows before the rest of the form is filled in. `kept` is what the form began with.
 */
export function faultsOf(type: RecordType, values: Values, kept: Values = {}): Faults {
  const faults: Record<string, string> = {}
  const sound: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(type.fields)) {
    const value = settled(field, values[key])
    const fault = isUntouched(field, value, kept[key]) ? undefined : ownFault(field, value)
    if (fault) faults[key] = fault
    sound[key] = fault ? standIn(field) : value
  }
  for (const { field, message } of type.check(sound)) faults[field] ??= message
  return faults
}

/** An empty value of the kind that rules expect of a required field. */
const standIn = (field: Field): unknown => (field.required && field.column === 'text' ? '' : field.required ? 0 : null)

/** What follows from another field, whatever stands there: birth and sex from an ID number. What a type only fills in where nothing stands is the user's. */
export function derivedOf(type: RecordType, values: Values): Values {
  const draft = Object.fromEntries(Object.entries(type.fields).map(([key, field]) => [key, settled(field, values[key]) ?? standIn(field)]))
  const derived: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(type.fields)) {
    if (field.required || field.from === undefined) continue
    const source = type.fields[field.from]
    const value = source && isMasked(source, draft[field.from]) ? values[key] : type.complete({ ...draft, [key]: null })[key]
    if (!isEmpty(value)) derived[key] = value
  }
  return derived
}

/** The draft to send, or nothing while something is wrong. What is masked as it was in `kept` goes back so. */
export function draftOf(type: RecordType, values: Values, kept: Values = {}): Record<string, unknown> | undefined {
  const settledValues = Object.fromEntries(Object.entries(type.fields).map(([key, field]) => [key, settled(field, values[key])]))
  const draft = { ...settledValues, ...derivedOf(type, values) }
  const result = type.draft.safeParse(draft)
  if (result.success) return result.data
  const untouched = Object.entries(type.fields).flatMap(([key, field]) => (isUntouched(field, draft[key], kept[key]) ? [key] : []))
  const others = result.error.issues.some(issue => !untouched.includes(String(issue.path[0])))
  return others || type.check(draft).length > 0 ? undefined : draft
}

/** The fields that say something else than they did. */
export const changedKeys = (type: RecordType, before: Values, after: Values): readonly string[] =>
  Object.entries(type.fields).flatMap(([key, field]) => (sameValue(settled(field, before[key]), settled(field, after[key])) ? [] : [key]))

/** The faults that main found, at the fields they belong to; empty when the failure is about something else. */
export function faultsFrom(type: RecordType, error: unknown): Faults {
  if (failedWith(error, 'input.invalid')) {
    return Object.fromEntries(error.facts.issues.flatMap(issue => (Object.hasOwn(type.fields, issue.path) ? [[issue.path, issue.message]] : [])))
  }
  if (!failedWith(error, 'record.duplicate')) return {}
  const { field: label, owner } = error.facts
  const key = Object.entries(type.fields).find(([, field]) => field.label === label)?.[0]
  return key ? { [key]: `这个${label}已${owner ? `属于${owner}` : '在册'}，没有写入。请核对，或先在列表里找到那条记录` } : {}
}
