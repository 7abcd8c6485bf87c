import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readJoining, readSheetDate, sheetAge, sheetDate, sheetMonth, writeJoining } from '../../shared/rules/sheet-dates.ts'

test.each([
  ['198503', 1985, '1985-03', null],
  ['19850307', 1985, '1985-03', '1985-03-07'],
  [' 1985.03 ', 1985, '1985-03', null],
  ['1985.3.7', 1985, '1985-03', '1985-03-07'],
  ['1985-03-07', 1985, '1985-03', '1985-03-07'],
  ['1985年3月', 1985, '1985-03', null],
  ['1985年3月7日', 1985, '1985-03', '1985-03-07'],
  ['１９８５０３', 1985, '1985-03', null],
  ['1985', 1985, null, null],
  ['1985年', 1985, null, null],
])('a date written %s', (written, year, month, day) => {
  expect(readSheetDate(written)).toEqual({ year, month, day })
})

test.each([null, '', '无', '198513', '198500', '19850230', '8503', '085503', '198503；民建', '1985033', '不详'])('%s is no date', written => {
  expect(readSheetDate(written)).toBeNull()
})

test.each([
  ['200806', '2008-06', []],
  ['民盟', null, ['民盟']],
  ['民建；民盟', null, ['民建', '民盟']],
  ['200108；民建', '2001-08', ['民建']],
  ['200108;民建', '2001-08', ['民建']],
  ['民建；2001.08', '2001-08', ['民建']],
  ['无党派', null, ['无党派']],
  [null, null, []],
])('入党时间 %s', (written, month, parties) => {
  expect(readJoining(written)).toEqual({ month, parties })
})

test('入党时间 is written as it is read', () => {
  const party = fc.constantFrom('民建', '民盟', '九三学社', '无党派')
  const month = fc.tuple(fc.integer({ min: 1940, max: 2030 }), fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`)
  fc.assert(
    fc.property(fc.record({ month: fc.option(month), parties: fc.array(party, { maxLength: 3 }) }), joining => {
      expect(readJoining(writeJoining(joining))).toEqual(joining)
    }),
  )
})

test('days and months lose their hyphens', () => {
  expect([sheetDate('1985-03-07'), sheetDate('1985-03'), sheetMonth('1985-03-07'), sheetMonth('1985-03'), sheetDate(null)]).toEqual([
    '19850307',
    '198503',
    '198503',
    '198503',
    null,
  ])
})

test.each([
  ['198503', '20260228', 40],
  ['198503', '20260301', 41],
  ['198503', '202603', 41],
  ['19850307', '20260306', 40],
  ['19850307', '20260307', 41],
  ['19850307', '202603', 41],
  ['1985', '202603', null],
  ['202701', '202603', null],
  [null, '202603', null],
])('somebody born %s is, on %s, %s years old', (born, on, age) => {
  expect(sheetAge(born, on)).toBe(age)
})
