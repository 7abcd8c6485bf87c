import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addTally,
  count,
  distribute,
  emptyTally,
  isCollege,
  kindOf,
  lagOf,
  type Place,
  placeOn,
  stageNames,
  type Traveller,
} from '../../shared/rules/development.ts'

const nobody: Traveller = {
  key: 'p',
  personId: 'p',
  caseId: null,
  name: '沈听澜',
  organizationId: 'o',
  applied: null,
  confirmed: null,
  listed: null,
  received: null,
  converted: null,
  left: null,
  now: 'before',
  sex: null,
  bornOn: null,
  education: null,
  frontline: false,
}

test('somebody stands where the last day that has come has put him, from that very day on', () => {
  const who: Traveller = { ...nobody, applied: '2025-03-01', confirmed: '2025-09-30', listed: '2026-10-31', now: 'candidate' }
  expect(['2025-02-28', '2025-03-01', '2025-09-29', '2025-09-30', '2026-10-30', '2026-10-31'].map(day => placeOn(who, day))).toEqual([
    'before',
    'applicant',
    'applicant',
    'activist',
    'activist',
    'candidate',
  ])
})

test('a place that the roster gives without a day holds, and does not reach behind a known later day', () => {
  expect(placeOn({ ...nobody, now: 'activist' }, '2020-01-01')).toBe('activist')
  expect(placeOn({ ...nobody, applied: '2026-05-01', now: 'activist' }, '2026-04-30')).toBe('before')
  expect(placeOn({ ...nobody, applied: '2026-05-01', now: 'activist' }, '2026-05-01')).toBe('activist')
  expect(placeOn({ ...nobody, applied: '2026-05-01', left: '2026-06-01', now: 'left' }, '2026-05-31')).toBe('applicant')
  expect(placeOn({ ...nobody, applied: '2026-05-01', left: '2026-06-01', now: 'left' }, '2026-06-01')).toBe('left')
})

const day = fc.integer({ min: 0, max: 1094 }).map(n => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10))
const maybe = fc.option(day)
const traveller: fc.Arbitrary<Traveller> = fc
  .record({ applied: maybe, confirmed: maybe, listed: maybe, received: maybe, converted: maybe, left: maybe })
  .chain(days =>
    fc.constantFrom<Place>('before', 'applicant', 'activist', 'candidate', 'probationary', 'full', 'left').map(now => ({ ...nobody, ...days, now })),
  )

test('nobody is counted twice and nobody is lost: stages, members, those who left and those not begun are everybody, whatever the days', () => {
  fc.assert(
    fc.property(fc.array(traveller, { maxLength: 60 }), day, (all, until) => {
      const tally = emptyTally()
      for (const who of all) count(tally, who, { from: '2024-01-01', until }, false)
      const elsewhere = all.filter(who => !['applicant', 'activist', 'candidate', 'probationary'].includes(placeOn(who, until)))
      expect(stageNames.reduce((sum, name) => sum + tally.stages[name], 0) + elsewhere.length).toBe(all.length)
      expect(tally.happened.received).toBe(all.filter(({ received }) => received !== null && received <= until).length)
    }),
  )
})

test('branches add up to their committee', () => {
  fc.assert(
    fc.property(fc.array(traveller, { maxLength: 40 }), fc.array(traveller, { maxLength: 40 }), (a, b) => {
      const stretch = { from: '2025-01-01', until: '2025-12-31' }
      const tallied = (all: readonly Traveller[]) => {
        const tally = emptyTally()
        for (const who of all) count(tally, who, stretch, true)
        return tally
      }
      const together = tallied(a)
      addTally(together, tallied(b))
      expect(together).toEqual(tallied([...a, ...b]))
    }),
  )
})

test('35 岁及以下 is until the day before the thirty-sixth birthday, on the day of admission', () => {
  const of = (received: string) => kindOf.young({ ...nobody, bornOn: '1990-11-23', received })
  expect([of('2026-11-22'), of('2026-11-23')]).toEqual([true, false])
  expect(kindOf.young({ ...nobody, received: '2026-11-22' })).toBe(false)
})

test.each([
  ['大学专科', true],
  ['大专', true],
  ['研究生', true],
  ['大学本科', true],
  ['高职', true],
  ['中专', false],
  ['高中', false],
  [null, false],
])('大专以上: %s is %s', (education, expected) => {
  expect(isCollege(education)).toBe(expected)
})

test('a unit lags from more than so many points behind, or with so many people overdue; one that has made its plan does not', () => {
  const rule = { points: 20, overdue: 5 }
  expect(lagOf({ planned: 10, received: 5, overdue: 0 }, 0.7, rule)).toEqual([])
  expect(lagOf({ planned: 10, received: 5, overdue: 0 }, 0.701, rule)).toEqual(['计划 10 人，已接收 5 人，完成 50%，时间进度 70.1%，落后 20.1 个百分点'])
  expect(lagOf({ planned: 10, received: 10, overdue: 4 }, 1, rule)).toEqual([])
  expect(lagOf({ planned: null, received: 0, overdue: 5 }, 1, rule)).toEqual(['5 人有步骤逾期'])
  expect(lagOf({ planned: null, received: 0, overdue: 9 }, 1, { points: 20, overdue: 0 })).toEqual([])
})

test('a total is shared out whole, in proportion, to within one', () => {
  expect(distribute(10, [1, 1, 1])).toEqual([4, 3, 3])
  expect(distribute(7, [0, 0])).toEqual([4, 3])
  expect(distribute(3, [])).toEqual([])
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 60 }), (total, weights) => {
      const parts = distribute(total, weights)
      const all = weights.reduce((sum, w) => sum + w, 0)
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total)
      if (all > 0) for (const [i, part] of parts.entries()) expect(Math.abs(part - (total * (weights[i] ?? 0)) / all)).toBeLessThan(1)
    }),
  )
})
