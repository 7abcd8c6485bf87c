import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../shared/rules/days.ts'
import {
  addWorkingDays,
  countsOf,
  daysOfMonth,
  deadlineOn,
  firstWorkingDayFrom,
  isWorkingDay,
  lastWorkingDayUntil,
  missingFestivals,
  provisionalText,
  workCalendar,
  workingDaysBetween,
} from '../../shared/rules/workdays.ts'
import { publishedDays } from '../support/calendar.ts'

const calendar = workCalendar(publishedDays)
const empty = workCalendar([])
const certain = (day: string) => ({ day, provisional: [] })

describe('the State Council’s calendars', () => {
  test.each([
    [2024, { workingDays: 251, holidays: 28, makeUpDays: 8 }],
    [2025, { workingDays: 248, holidays: 28, makeUpDays: 5 }],
    [2026, { workingDays: 248, holidays: 33, makeUpDays: 6 }],
  ])('%i has so many working days, days off and make-up days', (year, counts) => {
    expect(countsOf(calendar, year)).toMatchObject(counts)
    expect(countsOf(calendar, year).months.reduce((a, b) => a + b)).toBe(counts.workingDays)
  })

  test('October 2025 has 18 working days, February 2026 has 16', () => {
    expect(countsOf(calendar, 2025).months[9]).toBe(18)
    expect(countsOf(calendar, 2026).months[1]).toBe(16)
  })

  test.each([
    ['2025-09-28', true, 'a Sunday worked for 国庆节'],
    ['2026-02-14', true, 'a Saturday worked for 春节'],
    ['2026-01-04', true, 'a Sunday worked for 元旦'],
    ['2026-02-23', false, 'a Monday, the last day of 春节'],
    ['2025-10-08', false, 'a Wednesday, the last day of 国庆节、中秋节'],
    ['2026-10-10', true, 'a Saturday worked for 国庆节'],
    ['2026-10-11', false, 'a Sunday like any other'],
    ['2026-11-23', true, 'a Monday like any other'],
  ])('%s works: %s (%s)', (day, working) => {
    expect(isWorkingDay(calendar, day)).toEqual({ working, provisional: [] })
  })
})

describe('公示期不少于五个工作日', () => {
  test.each([
    ['2026-02-10', '2026-02-24', '2026-02-14'],
    ['2026-02-12', '2026-02-26', '2026-02-25'],
    ['2026-04-30', '2026-05-11', '2026-05-09'],
    ['2026-09-18', '2026-09-24', '2026-09-23'],
    ['2026-09-29', '2026-10-12', '2026-10-10'],
  ])('posted on %s ends on %s, and on %s where the first day counts', (posted, without, counted) => {
    expect(addWorkingDays(calendar, posted, 5)).toEqual(certain(without))
    expect(addWorkingDays(calendar, posted, 5, { countFirstDay: true })).toEqual(certain(counted))
    expect(workingDaysBetween(calendar, posted, without)).toEqual({ days: 5, provisional: [] })
    expect(workingDaysBetween(calendar, posted, counted, { countFirstDay: true })).toEqual({ days: 5, provisional: [] })
  })

  test('a first day off never counts', () => {
    expect(addWorkingDays(calendar, '2026-10-03', 1, { countFirstDay: true })).toEqual(certain('2026-10-08'))
    expect(addWorkingDays(calendar, '2026-10-03', 1)).toEqual(certain('2026-10-08'))
  })

  test('one working day that counts itself is the day itself; none is too', () => {
    expect(addWorkingDays(calendar, '2026-11-23', 1, { countFirstDay: true })).toEqual(certain('2026-11-23'))
    expect(addWorkingDays(calendar, '2026-10-03', 0)).toEqual(certain('2026-10-03'))
  })
})

test.each([
  ['2026-10-08', -1, '2026-09-30'],
  ['2026-02-24', -5, '2026-02-10'],
  ['2025-10-09', -3, '2025-09-28'],
])('%s and %i working days is %s', (from, n, to) => {
  expect(addWorkingDays(calendar, from, n)).toEqual(certain(to))
})

test.each([
  ['2026-10-04', '2026-10-08', '2026-09-30'],
  ['2026-01-31', '2026-02-02', '2026-01-30'],
  ['2026-02-28', '2026-02-28', '2026-02-28'],
  ['2026-05-31', '2026-06-01', '2026-05-29'],
])('%s moves to %s or back to %s, and only where a rule says so', (day, after, before) => {
  expect(deadlineOn(calendar, day)).toEqual(certain(day))
  expect(deadlineOn(calendar, day, 'after')).toEqual(certain(after))
  expect(deadlineOn(calendar, day, 'before')).toEqual(certain(before))
  expect(firstWorkingDayFrom(calendar, day)).toEqual(certain(after))
  expect(lastWorkingDayUntil(calendar, day)).toEqual(certain(before))
})

describe('a year without its notice', () => {
  test('is named by every result that touches it, and counted as Monday to Friday', () => {
    expect(isWorkingDay(calendar, '2027-01-01')).toEqual({ working: true, provisional: [2027] })
    expect(addWorkingDays(calendar, '2026-12-30', 2)).toEqual({ day: '2027-01-01', provisional: [2027] })
    expect(workingDaysBetween(calendar, '2026-12-30', '2027-01-01')).toEqual({ days: 2, provisional: [2027] })
    expect(deadlineOn(calendar, '2027-01-02', 'before')).toEqual({ day: '2027-01-01', provisional: [2027] })
    expect(countsOf(calendar, 2027)).toMatchObject({ workingDays: 261, holidays: 0, makeUpDays: 0 })
  })

  test('is not named by a result that ends before it or begins after it', () => {
    expect(addWorkingDays(calendar, '2026-12-30', 1)).toEqual(certain('2026-12-31'))
    expect(addWorkingDays(calendar, '2023-12-31', 1)).toEqual(certain('2024-01-02'))
    expect(addWorkingDays(calendar, '2023-12-31', 1, { countFirstDay: true })).toEqual({ day: '2024-01-02', provisional: [2023] })
    expect(workingDaysBetween(calendar, '2023-12-31', '2024-01-02')).toEqual({ days: 1, provisional: [] })
  })

  test('all of several are named', () => {
    expect(addWorkingDays(calendar, '2026-12-01', 560).provisional).toEqual([2027, 2028, 2029])
    expect(provisionalText([2027, 2028])).toContain('2027、2028 年')
    expect(provisionalText([])).toBeNull()
  })

  test('is not whole before 元旦, 劳动节 and 国庆节 are on file', () => {
    const off = (date: string) => ({ date, kind: 'holiday' as const, name: '' })
    const begun = workCalendar([...publishedDays, off('2027-01-01'), off('2027-05-01')])
    expect(missingFestivals(begun, 2027)).toEqual(['国庆节'])
    expect(isWorkingDay(begun, '2027-01-01')).toEqual({ working: false, provisional: [2027] })
    const whole = workCalendar([...begun.days.values(), off('2027-10-01')])
    expect(missingFestivals(whole, 2027)).toEqual([])
    expect(isWorkingDay(whole, '2027-01-01')).toEqual({ working: false, provisional: [] })
  })
})

const anyDay = fc.integer({ min: 0, max: 1500 }).map(n => addDays('2023-06-01', n))
const anyCalendar = fc.boolean().map(full => (full ? calendar : empty))

test('adding working days and counting them agree, and never end on a day off', () => {
  fc.assert(
    fc.property(
      anyCalendar,
      anyDay,
      fc.integer({ min: -200, max: 200 }).filter(n => n !== 0),
      fc.boolean(),
      (on, from, n, countFirstDay) => {
        const until = addWorkingDays(on, from, n, { countFirstDay })
        expect(isWorkingDay(on, until.day).working).toBe(true)
        expect(workingDaysBetween(on, from, until.day, { countFirstDay }).days).toBe(from === until.day ? Math.abs(n) : n)
      },
    ),
  )
})

test('a step there and a step back lead to the working day one came from', () => {
  fc.assert(
    fc.property(anyCalendar, anyDay, fc.integer({ min: 1, max: 200 }), (on, any, n) => {
      const from = firstWorkingDayFrom(on, any).day
      expect(addWorkingDays(on, addWorkingDays(on, from, n).day, -n).day).toBe(from)
    }),
  )
})

test('one working day more is never earlier, and counting the first day is never later', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 200 }), (from, n) => {
      const { day: until } = addWorkingDays(calendar, from, n)
      expect(addWorkingDays(calendar, from, n + 1).day > until).toBe(true)
      expect(addWorkingDays(calendar, from, n, { countFirstDay: true }).day <= until).toBe(true)
    }),
  )
})

test('the months of a year have all its days', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1950, max: 2150 }), year => {
      const days = Array.from({ length: 12 }, (_, i) => daysOfMonth(year, i + 1)).flat()
      expect(days.at(0)).toBe(`${year}-01-01`)
      expect(days.at(-1)).toBe(`${year}-12-31`)
      expect(days.every((each, i) => i === 0 || each === addDays(days[i - 1] ?? '', 1))).toBe(true)
    }),
  )
})
