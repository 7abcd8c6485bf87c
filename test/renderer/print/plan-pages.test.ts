import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planPages } from '../../../renderer/print/plan-pages.ts'

const plain = { room: 100, head: 20, heading: 10, tail: 15, totals: 1, breaks: new Set<number>() }
const tens = (n: number) => Array.from({ length: n }, () => 10)

test('what fits on one page stays on it', () => {
  expect(planPages({ ...plain, rows: tens(5) })).toEqual([0])
})

test('two rows of data go with totals and signatures: they never stand alone', () => {
  expect(planPages({ ...plain, rows: tens(7) })).toEqual([0, 4])
  expect(planPages({ ...plain, rows: tens(8) })).toEqual([0, 5])
})

test('later pages have more room, because the head stands on the first only', () => {
  expect(planPages({ ...plain, rows: tens(18) })).toEqual([0, 7, 15])
})

test('a break that is asked for is kept', () => {
  expect(planPages({ ...plain, totals: 0, rows: tens(6), breaks: new Set([4]) })).toEqual([0, 4])
})

test('totals too high to stand with two rows still leave nothing out', () => {
  expect(planPages({ ...plain, tail: 95, rows: tens(4) })).toEqual([0, 3])
})

test('rows that share a cell turn the page together, unless no page holds them', () => {
  const block = { from: 5, to: 9 }
  expect(planPages({ ...plain, totals: 0, tail: 0, rows: tens(9), blocks: [block] })).toEqual([0, 5])
  expect(planPages({ ...plain, totals: 0, tail: 0, rows: tens(9) })).toEqual([0, 7])
  // Twenty rows under one cell: as many as fit, and never fewer than three of them at the end.
  expect(planPages({ ...plain, totals: 0, tail: 0, rows: tens(20), blocks: [{ from: 0, to: 17 }] })).toEqual([0, 7, 14])
})

const strip = fc.record({
  head: fc.integer({ min: 0, max: 40 }),
  heading: fc.integer({ min: 0, max: 20 }),
  rows: fc.array(fc.integer({ min: 5, max: 30 }), { minLength: 1, maxLength: 80 }),
  totals: fc.constantFrom(0, 1),
  tail: fc.integer({ min: 0, max: 30 }),
  blocks: fc.array(
    fc.record({ from: fc.integer({ min: 0, max: 79 }), length: fc.integer({ min: 2, max: 12 }) }).map(({ from, length }) => ({ from, to: from + length })),
    { maxLength: 6 },
  ),
})

test('every row stands on one page, in order, and no page is fuller than it may be', () => {
  fc.assert(
    fc.property(strip, ({ rows, ...heights }) => {
      const starts = planPages({ room: 150, breaks: new Set(), rows, ...heights })
      expect(starts[0]).toBe(0)
      for (const [i, start] of starts.entries()) {
        const end = starts[i + 1] ?? rows.length
        expect(end).toBeGreaterThan(start)
        const used =
          (i === 0 ? heights.head : 0) + heights.heading + rows.slice(start, end).reduce((a, b) => a + b, 0) + (end === rows.length ? heights.tail : 0)
        if (end - start > 1) expect(used).toBeLessThanOrEqual(150)
      }
      const last = starts.at(-1) ?? 0
      // So few that they all belong to the totals begin under the head, and may have to part there.
      if (starts.length > 1 && rows.length > 2 + heights.totals) expect(rows.length - last).toBeGreaterThanOrEqual(2 + heights.totals)
    }),
  )
})
