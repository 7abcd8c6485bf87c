import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  daysBetween,
  elapsedShare,
  fullMonthsBetween,
  isDay,
  monthShares,
  periodEnd,
  periodStart,
  weekdayOf,
} from '../../shared/rules/days.ts'

const day = fc.integer({ min: 0, max: 60_000 }).map(n => addDays('1900-01-01', n))

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-10-31', 1, '2026-11-30'],
  ['2026-03-15', -1, '2026-02-15'],
  ['2026-12-01', 1, '2027-01-01'],
])('%s and %i month is %s', (from, months, to) => {
  expect(addMonths(from, months)).toBe(to)
})

test('29 February becomes 28 in a common year', () => expect(addYears('2024-02-29', 1)).toBe('2025-02-28'))

test.each([
  ['2008-11-23', '2026-11-22', 17],
  ['2008-11-23', '2026-11-23', 18],
  ['2008-11-23', '2026-11-24', 18],
])('born %s, on %s is %i', (bornOn, on, age) => {
  expect(ageOn(bornOn, on)).toBe(age)
})

test.each(['2025-02-29', '2025-13-01', '2025-00-10', '2025-4-1', '20250401'])('%s is no day', text => expect(isDay(text)).toBe(false))

test('days added and counted agree', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, n) => {
      expect(daysBetween(from, addDays(from, n))).toBe(n)
    }),
  )
})

test('the months of a stretch share it without gap or overlap', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 400 }), (from, length) => {
      const shares = monthShares(from, addDays(from, length))
      expect(shares.reduce((sum, s) => sum + s.days, 0)).toBe(length + 1)
      expect(shares.reduce((sum, s) => sum + s.share, 0)).toBeCloseTo(1, 9)
      expect(new Set(shares.map(s => `${s.year}-${s.month}`)).size).toBe(shares.length)
    }),
  )
})

test('a class from 30 December to 2 January lies half in each year', () => {
  expect(monthShares('2025-12-30', '2026-01-02').map(s => [s.year, s.month, s.share])).toEqual([
    [2025, 12, 0.5],
    [2026, 1, 0.5],
  ])
})

test('the time of year runs from nothing before it to all after it', () => {
  expect(elapsedShare(2026, '2025-12-31')).toBe(0)
  expect(elapsedShare(2026, '2026-12-31')).toBe(1)
  expect(elapsedShare(2026, '2026-11-23')).toBeCloseTo(327 / 365, 9)
  expect(elapsedShare(2026, '2027-01-01')).toBe(1)
})

test.each([
  ['2026-11-23', 1],
  ['2025-09-28', 7],
  ['1969-12-31', 3],
  ['1900-01-01', 1],
])('%s is day %i of its week', (on, weekday) => expect(weekdayOf(on)).toBe(weekday))

test.each([
  ['2026-08-31', -6, '2026-02-28'],
  ['2028-08-31', -6, '2028-02-29'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-11-30', -3, '2026-08-30'],
  ['2027-01-15', -2, '2026-11-15'],
])('%s and %i months before is %s', (from, months, before) => expect(addMonths(from, months)).toBe(before))

test.each([
  ['2026-01-31', '2026-02-27', 0],
  ['2026-01-31', '2026-02-28', 1],
  ['2025-06-15', '2026-06-14', 11],
  ['2025-06-15', '2026-06-15', 12],
  ['2026-06-15', '2025-06-15', 0],
])('from %s to %s are %3$i full months', (from, to, months) => expect(fullMonthsBetween(from, to)).toBe(months))

test.each([
  ['2026-02-10', 1, '2026-02-01', '2026-02-28'],
  ['2024-02-10', 1, '2024-02-01', '2024-02-29'],
  ['2026-11-23', 3, '2026-10-01', '2026-12-31'],
  ['2026-03-31', 3, '2026-01-01', '2026-03-31'],
  ['2026-07-01', 6, '2026-07-01', '2026-12-31'],
  ['2026-06-30', 6, '2026-01-01', '2026-06-30'],
  ['2026-06-30', 12, '2026-01-01', '2026-12-31'],
] as const)('the period of %s of %i months runs from %s to %s', (on, months, first, last) => {
  expect([periodStart(on, months), periodEnd(on, months)]).toEqual([first, last])
})

test('full months counted forward never pass the day they were counted to', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 4000 }), (from, length) => {
      const to = addDays(from, length)
      const months = fullMonthsBetween(from, to)
      expect(addMonths(from, months) <= to).toBe(true)
      expect(addMonths(from, months + 1) > to).toBe(true)
    }),
  )
})
