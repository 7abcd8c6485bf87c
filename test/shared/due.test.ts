import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, weekdayOf } from '../../shared/rules/days.ts'
import { daysLeftText, dueStateOf, weekOf } from '../../shared/rules/due.ts'
import { probationEnd, termOf } from '../../shared/rules/terms.ts'

const day = fc.integer({ min: 0, max: 20_000 }).map(n => addDays('2000-01-01', n))

test('a week runs from Monday to Sunday and holds its day', () => {
  fc.assert(
    fc.property(day, d => {
      const { from, until } = weekOf(d)
      expect([weekdayOf(from), weekdayOf(until), daysBetween(from, until)]).toEqual([1, 7, 6])
      expect(from <= d && d <= until).toBe(true)
    }),
  )
})

test.each([
  ['2026-11-22', 'overdue', '逾期 1 天'],
  ['2026-11-23', 'today', '今天'],
  ['2026-11-24', 'week', '剩 1 天'],
  ['2026-11-29', 'week', '剩 6 天'],
  ['2026-11-30', 'later', '剩 7 天'],
] as const)('on Monday 2026-11-23 what is due on %s is %s: %s', (dueOn, state, text) => {
  expect([dueStateOf(dueOn, '2026-11-23'), daysLeftText(dueOn, '2026-11-23')]).toEqual([state, text])
})

const body = { kind: 'branch', unitKind: null, electedOn: '2023-02-28', termYears: null }

test.each([
  ['a branch', {}, { endsOn: '2026-02-28', years: 3, assumed: true }],
  ['a branch of a village', { unitKind: 'village' }, { endsOn: '2028-02-28', years: 5, assumed: true }],
  ['a committee', { kind: 'committee' }, { endsOn: '2028-02-28', years: 5, assumed: true }],
  ['a body whose years are on file', { termYears: 4 }, { endsOn: '2027-02-28', years: 4, assumed: false }],
  ['a group without years', { kind: 'group' }, undefined],
  ['a body without an election', { electedOn: null }, undefined],
] as const)('the term of %s', (_, given, expected) => {
  expect(termOf({ ...body, ...given })).toEqual(expected)
})

test('预备期 is a year to the day, and ends on the 28th for who was taken in on a 29th of February', () => {
  expect([probationEnd('2025-11-20'), probationEnd('2024-02-29')]).toEqual(['2026-11-20', '2025-02-28'])
})
