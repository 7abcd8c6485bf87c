import { describe, expect, test } from 'vitest'
import { blankValues, changedKeys, derivedOf, draftOf, faultsFrom, faultsOf } from '../../../renderer/records/draft.ts'
import { recordNames, records } from '../../../shared/domain/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { RecordType } from '../../../shared/records/record.ts'
import { sample } from '../../support/sample.ts'
import { idOf } from '../../support/workbook.ts'

const person: RecordType = records.person
const activity: RecordType = records.activity
const typeOf = (name: (typeof recordNames)[number]): RecordType => records[name]

/** Where one of two is asked for, it is asked for at the first. */
const either: Partial<Record<(typeof recordNames)[number], readonly string[]>> = {
  dutyLetter: ['organizationId'],
  award: ['personId'],
  pledge: ['personId'],
  excellenceReview: ['personId'],
  scoreAdjustment: ['personId'],
  oversightMatter: ['personId'],
  matterReport: ['organizationId'],
}

describe.each(recordNames)('the form of %s', name => {
  const type = typeOf(name)

  test('takes a good draft as it is', () => {
    expect(faultsOf(type, sample(type))).toEqual({})
    expect(draftOf(type, sample(type))).toEqual(type.complete(sample(type)))
  })

  test('begins with a fault at every required field that is empty, and at no other unless one of two is asked for', () => {
    const blank = blankValues(type)
    const required = Object.entries(type.fields).flatMap(([key, field]) => (field.required && blank[key] === null ? [key] : []))
    expect(Object.keys(faultsOf(type, blank)).toSorted()).toEqual([...required, ...(either[name] ?? [])].toSorted())
    if (required.length > 0) expect(draftOf(type, blank)).toBeUndefined()
  })

  test('shows every field once', () => {
    expect(type.form.flat().toSorted()).toEqual(Object.keys(type.fields).toSorted())
  })
})

test('a wrong check digit is a fault before the name is filled in', () => {
  const right = idOf('1990-03-07', 1)
  const wrong = `${right.slice(0, 17)}${right.endsWith('0') ? '1' : '0'}`
  expect(faultsOf(person, { ...blankValues(person), idNumber: wrong })['idNumber']).toBe(`校验位应为 ${right.at(-1)}，请核对第 18 位`)
})

test('birth and sex follow from an ID number typed with spaces and full-width digits', () => {
  const number = idOf('1996-02-29', 2)
  const typed = `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`.replaceAll('1', '１')
  expect(derivedOf(person, { ...blankValues(person), idNumber: typed })).toEqual({ sex: 'female', bornOn: '1996-02-29' })
  expect(derivedOf(person, { ...blankValues(person), idNumber: number.slice(0, 17) })).toEqual({})
})

test('rules across fields speak only where both values stand', () => {
  const draft = sample(activity)
  expect(faultsOf(activity, { ...draft, endsOn: '2025-01-01' })['endsOn']).toBe('结束日期早于开始日期')
  expect(faultsOf(activity, { ...draft, endsOn: '不是日期' })['endsOn']).toBe('日期应写作 2026-11-23 的样子')
  expect(faultsOf(activity, { ...draft, endsOn: null })['endsOn']).toBe('请填写结束日期')
})

test('a value that only gained spaces has not changed', () => {
  expect(changedKeys(person, sample(person), { ...sample(person), nation: ' 民族4 ' })).toEqual([])
  expect(changedKeys(person, sample(person), { ...sample(person), nation: '汉族', remark: '' })).toEqual(['nation', 'remark'])
})

test('a masked value goes back as it came, is no fault, and lets birth and sex stand as they are kept', () => {
  const kept = { ...sample(person), idNumber: '1101**********002X', phone: '138****6027' }
  expect(faultsOf(person, kept, kept)).toEqual({})
  expect(derivedOf(person, kept)).toEqual({ sex: 'female', bornOn: '1949-12-31' })
  expect(draftOf(person, { ...kept, nation: '汉族' }, kept)).toEqual({ ...kept, nation: '汉族' })
})

test('a mask that is not the one that came is a fault, and so is a rule broken beside a masked number', () => {
  const kept = { ...sample(person), idNumber: '1101**********002X', phone: '138****6027' }
  expect(Object.keys(faultsOf(person, { ...kept, phone: '138****6028' }, kept))).toEqual(['phone'])
  expect(draftOf(person, { ...kept, phone: '138****6028' }, kept)).toBeUndefined()
  expect(faultsOf(person, { ...kept, joinedOn: '1960-01-01' }, kept)).toEqual({ joinedOn: '入党时不满 18 岁' })
  expect(draftOf(person, { ...kept, joinedOn: '1960-01-01' }, kept)).toBeUndefined()
  expect(draftOf(person, { ...kept, name: '' }, kept)).toBeUndefined()
})

test('a failure from main stands under its field, or nowhere', () => {
  const duplicate = new AppError('record.duplicate', { label: '人员', field: '公民身份号码', owner: '程雅琴' })
  expect(faultsFrom(person, duplicate)['idNumber']).toContain('已属于程雅琴')
  expect(faultsFrom(person, new AppError('input.invalid', { issues: [{ path: 'joinedOn', code: 'x', message: '入党时不满 18 岁' }] }))).toEqual({
    joinedOn: '入党时不满 18 岁',
  })
  expect(faultsFrom(person, new AppError('database.full', {}))).toEqual({})
})
