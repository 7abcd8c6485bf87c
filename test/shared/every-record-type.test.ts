import { describe, expect, test } from 'vitest'
import { lines, lineNames, recordNames, records } from '../../shared/domain/index.ts'
import { parse } from '../../main/app/parse.ts'
import type { RecordType } from '../../shared/records/record.ts'
import { sample } from '../support/sample.ts'

describe.each(recordNames)('%s', name => {
  const type: RecordType = records[name]

  test('accepts its own sample', () => expect(parse(type.draft, sample(type))).toEqual(sample(type)))

  test('refuses a field it does not know', () => expect(() => parse(type.draft, { ...sample(type), extra: 1 })).toThrow())

  test.each(
    Object.entries(type.fields)
      .filter(([, f]) => f.required)
      .map(([key]) => key),
  )('cannot do without %s', key => {
    expect(() => parse(type.draft, { ...sample(type), [key]: null })).toThrow()
  })

  test('gives every label once, and no heading to two fields', () => {
    const labels = Object.values(type.fields).map(f => f.label)
    expect(new Set(labels).size).toBe(labels.length)
  })

  test('shows every field in the form exactly once', () => {
    expect(type.form.flat().toSorted()).toEqual(Object.keys(type.fields).toSorted())
  })

  test('heads groups of its form, and no field inside one', () => {
    const first = type.form.map(group => group[0])
    for (const key of Object.keys(type.sections)) expect(first).toContain(key)
  })

  test('refers only to record types that exist', () => {
    for (const field of Object.values(type.fields)) if (field.target) expect(recordNames).toContain(field.target)
  })
})

test.each(lineNames)('lines %s belong to a record type that exists', name => expect(recordNames).toContain(lines[name].parent))
