import { expect, test } from 'vitest'
import { weeksOf } from '../../../renderer/ui/Calendar.tsx'
import { tsvOf } from '../../../renderer/ui/columns.ts'
import { heatColours, heatOf } from '../../../renderer/ui/heat.ts'
import { timeLeft, timeSpent } from '../../../renderer/ui/JobPanel.tsx'
import { readNumber } from '../../../renderer/ui/NumberBox.tsx'
import { paceOf } from '../../../renderer/ui/ProgressBar.tsx'
import { readDate } from '../../../renderer/ui/read-date.ts'
import { dayShort, momentShort } from '../../../renderer/ui/say-date.ts'
import { moved } from '../../../renderer/ui/table-keys.ts'

test.each([
  ['2026-11-23', '2026-11-23'],
  ['2026.1.5', '2026-01-05'],
  ['2026/01/05', '2026-01-05'],
  ['2026年1月5日', '2026-01-05'],
  ['20260105', '2026-01-05'],
  ['２０２６－０１－０５', '2026-01-05'],
  [' 11-3 ', '2026-11-03'],
  ['3.8', '2026-03-08'],
  ['3月8日', '2026-03-08'],
  ['2025-02-29', null],
  ['2026-13-01', null],
  ['明天', null],
  ['', null],
])('a date typed as %j is read as %j', (typed, day) => {
  expect(readDate(typed, '2026-11-23')).toBe(day)
})

test.each([
  ['3.5', 3.5],
  ['３．５', 3.5],
  ['1,024', 1024],
  ['', null],
  ['三', Number.NaN],
])('a number typed as %j is read as %j', (typed, number) => {
  expect(readNumber(typed)).toBe(number)
})

test('a bar is green at the time of year, ochre up to twelve points behind it, rust beyond', () => {
  expect(paceOf(0.9, 0.9)).toBe('ahead')
  expect(paceOf(0.78, 0.9)).toBe('near')
  expect(paceOf(0.779, 0.9)).toBe('short')
  expect(paceOf(1, 1)).toBe('ahead')
  expect(paceOf(0.1, undefined)).toBe('ahead')
  expect(paceOf(0.85, 0.9, 3)).toBe('short')
})

test('a heat cell is lightest at nothing and darkest at the top, with white words on the last two steps', () => {
  expect(heatOf(0, 6).background).toBe(heatColours[0])
  expect(heatOf(0.1, 6).background).toBe(heatColours[1])
  expect(heatOf(6, 6)).toEqual({ background: heatColours[5], color: '#FFFFFF' })
  expect(heatOf(60, 6).background).toBe(heatColours[5])
  expect(heatOf(3, 0).background).toBe(heatColours[0])
})

test('the time left is said in five-second steps, and not before there is something to judge by', () => {
  expect(timeLeft(10, 100, 1000)).toBeNull()
  expect(timeLeft(0, 100, 9000)).toBeNull()
  expect(timeLeft(50, 100, 32_000)).toBe('约剩 35 秒')
  expect(timeLeft(10, 100, 20_000)).toBe('约剩 3 分钟')
  expect(timeLeft(100, 100, 20_000)).toBeNull()
})

test('until something is done the time spent is said, so that one sees that work goes on', () => {
  expect(timeSpent(0, 1500)).toBeNull()
  expect(timeSpent(0, 12_400)).toBe('已用 12 秒')
  expect(timeSpent(0, 75_000)).toBe('已用 1 分 15 秒')
  expect(timeSpent(3, 75_000)).toBeNull()
})

test('a day of the current year is shown without it', () => {
  expect(dayShort('2026-11-23', '2026-11-30')).toBe('11-23')
  expect(dayShort('2025-11-23', '2026-11-30')).toBe('2025-11-23')
  expect(dayShort(null, '2026-11-30')).toBe('—')
})

test('an instant is shown as today, as a day of this year, or whole', () => {
  const now = new Date(2026, 10, 23, 9, 0)
  expect(momentShort(new Date(2026, 10, 23, 7, 58).toISOString(), now)).toBe('今天 07:58')
  expect(momentShort(new Date(2026, 10, 21, 16, 20).toISOString(), now)).toBe('11-21 16:20')
  expect(momentShort(new Date(2025, 11, 18, 9, 0).toISOString(), now)).toBe('2025-12-18 09:00')
})

test('a month is laid out in six weeks from a Monday', () => {
  const days = weeksOf('2026-11')
  expect(days).toHaveLength(42)
  expect(days[0]).toBe('2026-10-26')
  expect(days).toContain('2026-11-30')
})

test('rows are copied with their heads, and a tab inside a cell does not make two', () => {
  const columns = [
    { key: 'name', head: '姓名', width: 1, cell: (r: { name: string; hours: number }) => r.name },
    { key: 'hours', head: '学时', width: 1, cell: (r: { name: string; hours: number }) => r.hours },
  ]
  expect(tsvOf(columns, [{ name: '高\t志远', hours: 33 }])).toBe('姓名\t学时\n高 志远\t33')
})

test('keys move the current row and stop at both ends', () => {
  expect(moved('ArrowDown', 3, 10, 5)).toBe(4)
  expect(moved('ArrowDown', -1, 10, 5)).toBe(0)
  expect(moved('ArrowDown', 9, 10, 5)).toBe(9)
  expect(moved('PageUp', 3, 10, 5)).toBe(0)
  expect(moved('End', 3, 10, 5)).toBe(9)
  expect(moved('a', 3, 10, 5)).toBeUndefined()
})
