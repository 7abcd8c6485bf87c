import { expect, test } from 'vitest'
import { ranked } from '../../../renderer/quotas/OrganizationMatrix.tsx'
import { heatTop } from '../../../renderer/quotas/heat-scale.ts'
import { gridLines, monthsBegun, trendPoints } from '../../../renderer/quotas/trend.ts'

const rising = Array.from({ length: 12 }, (_, i) => (i + 1) * 3)
const none = rising.map(() => 0)

test("this year's line ends today, inside the month in hand, and last year's runs on", () => {
  const points = trendPoints({ year: 2026, today: '2026-11-23', current: rising, previous: rising, target: 32 })
  const last = points.findLast(p => p.current !== undefined)
  expect(last).toMatchObject({ current: 33, month: 11 })
  expect(last?.at).toBeCloseTo(327 / 365)
  expect(points.filter(p => p.current !== undefined)).toHaveLength(12)
  expect(points.at(-1)).toMatchObject({ at: 1, previous: 36, target: 32, current: undefined })
})

test('on the last day of a month its point stands at the end of the month, once', () => {
  const points = trendPoints({ year: 2026, today: '2026-04-30', current: rising, previous: none, target: undefined })
  expect(points.filter(p => p.current !== undefined).map(p => p.month)).toEqual([0, 1, 2, 3, 4])
  expect(points.every(p => p.previous === undefined && p.target === undefined)).toBe(true)
})

test('a year that is over is drawn whole, one to come not at all', () => {
  expect([monthsBegun(2025, '2026-11-23'), monthsBegun(2026, '2026-11-23'), monthsBegun(2027, '2026-11-23')]).toEqual([12, 11, 0])
  expect(trendPoints({ year: 2027, today: '2026-11-23', current: none, previous: rising, target: 32 }).some(p => p.current !== undefined)).toBe(false)
})

test('the grid stays readable however far the hours run past the target', () => {
  expect(gridLines(36.9)).toEqual([0, 8, 16, 24, 32, 40])
  expect(gridLines(120)).toEqual([0, 32, 64, 96, 128])
  expect(gridLines(0)).toEqual([0, 4, 8, 12, 16])
})

test('one long class does not wash out the other months of the heat map', () => {
  expect(
    heatTop([
      [2, 2.5, 3, 4, 3, 5, 2, 1, 5, 4.5, 3],
      [2, 2, 3, 3, 3, 5, 4, 1, 3, 56],
    ]),
  ).toBe(6)
  expect(heatTop([[0, 0]])).toBe(1)
})

test('branches of one rate are ranked by their mean; equals share a rank; who owes nothing has none', () => {
  const branch = (id: string, met: number, required: number, hours: number) => ({
    id,
    name: id,
    parentId: null,
    members: required,
    required,
    met,
    near: 0,
    short: required - met,
    open: 0,
    exempt: 0,
    amount: hours,
    due: required,
    kept: met,
    months: none,
    sums: none,
  })
  const rows = ranked([branch('a', 1, 2, 60), branch('b', 2, 4, 200), branch('c', 1, 2, 100), branch('d', 0, 0, 0)])
  expect(rows.map(r => [r.id, r.rank])).toEqual([
    ['a', 3],
    ['b', 1],
    ['c', 1],
    ['d', null],
  ])
})
