import fc from 'fast-check'
import { expect, test } from 'vitest'
import { structureOf, type TeamMember } from '../../shared/rules/team-structure.ts'

const today = '2026-11-23'
const member = (personId: string, more: Partial<TeamMember> = {}): TeamMember => ({
  personId,
  name: personId,
  sex: 'male',
  bornOn: '1980-01-01',
  nation: '汉族',
  education: '大学 学士',
  major: null,
  since: '2020-01-01',
  joinedOn: '2005-01-01',
  ...more,
})
const bandOf = (key: string, more: Partial<TeamMember>) =>
  structureOf([member('a', more)], today)
    .sides.find(side => side.key === key)
    ?.bands.find(({ personIds }) => personIds.length > 0)?.label

test('an age band ends with the day before the birthday that begins the next', () => {
  expect(bandOf('age', { bornOn: '1990-11-24' })).toBe('35 岁以下')
  expect(bandOf('age', { bornOn: '1990-11-23' })).toBe('36 至 40 岁')
  expect(bandOf('age', { bornOn: '1970-11-24' })).toBe('51 至 55 岁')
  expect(bandOf('age', { bornOn: '1970-11-23' })).toBe('56 岁以上')
  expect(bandOf('age', { bornOn: null })).toBe('没有登记')
})

test('years in the post and Party standing change on the anniversary', () => {
  expect(bandOf('tenure', { since: '2023-11-24' })).toBe('不满 3 年')
  expect(bandOf('tenure', { since: '2023-11-23' })).toBe('3 至 5 年')
  expect(bandOf('party', { joinedOn: '2016-11-23' })).toBe('10 至 20 年')
  expect(bandOf('party', { joinedOn: null })).toBe('非中共党员')
})

test('education is read from what is written, a degree included', () => {
  expect(bandOf('education', { education: '在职研究生 硕士' })).toBe('研究生')
  expect(bandOf('education', { education: '本科' })).toBe('大学')
  expect(bandOf('education', { education: '高中' })).toBe('中专及以下')
  expect(bandOf('education', { education: '' })).toBe('没有登记')
})

test('whoever is in the body is in exactly one band of every side', () => {
  const some = fc.record({
    bornOn: fc.option(fc.constantFrom('1960-02-29', '1990-11-23', '2001-01-01')),
    sex: fc.option(fc.constantFrom('male', 'female')),
    nation: fc.option(fc.constantFrom('汉族', '土家族')),
    education: fc.constantFrom('', '大学', '研究生 博士', '中专'),
    major: fc.option(fc.constantFrom('法学', '水利工程')),
    since: fc.option(fc.constantFrom('2026-11-23', '2010-05-01')),
    joinedOn: fc.option(fc.constantFrom('2026-01-01', '1990-07-01')),
  })
  fc.assert(
    fc.property(fc.array(some, { maxLength: 20 }), list => {
      const members = list.map((more, i) => member(`p${i}`, more))
      for (const { bands } of structureOf(members, today).sides)
        expect(bands.flatMap(({ personIds }) => personIds).toSorted()).toEqual(members.map(({ personId }) => personId).toSorted())
    }),
  )
})
