import fc from 'fast-check'
import { expect, test } from 'vitest'
import { activity } from '../../shared/domain/activity.ts'
import { organization } from '../../shared/domain/organization.ts'
import { person } from '../../shared/domain/person.ts'
import type { RecordType } from '../../shared/records/record.ts'
import { compact } from '../../shared/records/cell.ts'
import { headingIndex, matchHeadings } from '../../shared/records/sheet.ts'

const indexOf = (type: RecordType) =>
  headingIndex(
    Object.entries(type.fields)
      .filter(([name]) => name !== 'parentName')
      .map(([name, field]) => ({ name, field, required: false })),
  )
const people = indexOf(person)
const match = (...headings: string[]) =>
  matchHeadings(
    headings.map(h => [h]),
    people,
  )

test.each([
  ['姓 名', 'name'],
  ['姓　名：', 'name'],
  ['姓\n名', 'name'],
  ['*姓名', 'name'],
  ['姓名（必填）', 'name'],
  ['身份证号', 'idNumber'],
  ['居民身份证号码(18位)', 'idNumber'],
  ['公民身份\n号码', 'idNumber'],
  ['出生年月', 'bornOn'],
  ['出生年月（岁）', 'bornOn'],
  ['支部', 'organizationId'],
  ['所在党支部名称', 'organizationId'],
  ['党员类别', 'category'],
  ['加入时间', 'joinedOn'],
  ['入党时间', 'joinedOn'],
  ['转正', 'fullMemberOn'],
  ['职务', 'partyPost'],
  ['手机', 'phone'],
  ['联系电话：', 'phone'],
  ['ＬＸ手机号码', 'phone'],
])('the heading %j means %s', (heading, field) => {
  expect(match(heading)[0]?.name).toBe(field)
})

test('every label and every other heading of every field is recognised surely, however it is spaced and punctuated', () => {
  for (const type of [person, organization, activity]) {
    const index = indexOf(type)
    const words = Object.entries(type.fields)
      .filter(([name]) => name !== 'parentName')
      .flatMap(([, field]) => [field.label, ...(field.also ?? [])])
    for (const word of words) {
      for (const gap of ['', ' ', '　', '\n']) {
        for (const tail of ['', '：', ':', '*', '（必填）', '(如有)']) {
          const heading = [...word].join(gap) + tail
          expect(matchHeadings([[heading]], index)[0], heading).toEqual({ name: index.all.get(compact(word)), sure: true })
        }
      }
    }
  }
})

test('a hint behind a heading that itself ends in brackets does not turn it into the column of the shorter name', () => {
  expect(matchHeadings([['主讲人（台账内）（必填）']], indexOf(activity))[0]).toEqual({ name: 'lecturerId', sure: true })
})

test('a heading in harmless words more is a guess, and is marked as one', () => {
  expect(match('目前党内职务')[0]).toEqual({ name: 'partyPost', sure: false })
})

test.each([
  '序号',
  '政治生日',
  '支部书记',
  '学时',
  '身份证号后六位',
  '教育类别',
  '技术职务',
  '转入支部',
  '入党介绍人',
  '入党时所在党支部',
  '转正时所在党支部',
  '年龄',
  '党龄',
  '是否退休',
  '姓名拼音',
  '支部代码',
  '确定为入党积极分子时间',
])('%s means nothing that is kept', heading => {
  expect(match(heading)[0]).toBeNull()
})

test('under a heading over several columns the right one of them is taken', () => {
  const under = (...lower: string[]) =>
    matchHeadings(
      lower.map(text => [text, `党支部${text}`, '党支部']),
      people,
    )
  expect(under('代码', '名称').map(m => m?.name)).toEqual([undefined, 'organizationId'])
})

test('an exact heading goes before a guess, whichever comes first, and no field is given twice', () => {
  expect(match('现所在党支部情况', '所在党支部', '所在党支部')).toEqual([null, { name: 'organizationId', sure: true }, null])
  expect(match('类别', '人员类别')).toEqual([null, { name: 'category', sure: true }])
})

test('of two heading rows the lower one decides, with the upper one as its context', () => {
  expect(matchHeadings([['时间', '入党时间', '入党']], people)[0]).toEqual({ name: 'joinedOn', sure: true })
})

test('headings of any kind never make the matcher fail or give a field twice', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('姓名', '身份证', '类别', '时间', '支部', '职务')), { maxLength: 20 }), headings => {
      const names = matchHeadings(
        headings.map(h => [h]),
        people,
      ).flatMap(m => (m ? [m.name] : []))
      expect(new Set(names).size).toBe(names.length)
    }),
  )
})
