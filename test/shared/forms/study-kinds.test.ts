import fc from 'fast-check'
import { expect, test } from 'vitest'
import { activityKinds } from '../../../shared/domain/activity.ts'
import { noHours, roundedHours, roundedToSum, studyGroupNames, studyGroupOf, sumHours } from '../../../shared/forms/study-kinds.ts'
import { type SummaryRow, totalOf } from '../../../shared/forms/study-summary.ts'
import { monthShares } from '../../../shared/rules/days.ts'
import { shown } from '../../../shared/rules/quota.ts'

const kind = fc.constantFrom(...(Object.keys(activityKinds) as (keyof typeof activityKinds)[]))
/** Hours of one class and the share of them that falls in the year: a part of its days. */
const share = fc
  .record({
    kind,
    hours: fc.integer({ min: 1, max: 240 }).map(halves => halves / 2),
    days: fc.integer({ min: 1, max: 40 }),
    inside: fc.integer({ min: 1, max: 40 }),
  })
  .map(({ days, inside, ...rest }) => ({ ...rest, share: Math.min(inside, days) / days }))
const classes = fc.array(share, { maxLength: 60 })

/** One person's year, as the query gives it and as the store keeps it. */
function yearOf(attended: readonly { kind: keyof typeof activityKinds; hours: number; share: number }[]) {
  const exact = { ...noHours }
  let kept = 0
  for (const line of attended) {
    exact[studyGroupOf(line.kind)] += line.hours * line.share
    kept = Math.round((kept + line.hours * line.share) * 1e6) / 1e6
  }
  return { exact, done: shown(kept) }
}

test('every kind of activity has its column of 各类培训', () => {
  for (const name of Object.keys(activityKinds) as (keyof typeof activityKinds)[]) expect(studyGroupNames).toContain(studyGroupOf(name))
})

test('the kinds of a row add up to 已完成, whatever classes cross the new year', () => {
  fc.assert(
    fc.property(classes, attended => {
      const { exact, done } = yearOf(attended)
      const row = roundedHours(exact, done)
      expect(sumHours(studyGroupNames.map(group => row[group]))).toBe(done)
      for (const group of studyGroupNames) expect(Math.abs(row[group] - exact[group])).toBeLessThan(0.0101)
    }),
  )
})

test('the lines of an archive add up to its total', () => {
  fc.assert(
    fc.property(classes, attended => {
      const { done } = yearOf(attended)
      const lines = roundedToSum(
        attended.map(line => line.hours * line.share),
        done,
      )
      expect(sumHours(lines)).toBe(done)
    }),
  )
})

test('合计 adds up in both directions: each column is the sum of its rows, the kinds are the sum of 已完成', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ attended: classes, exempt: fc.boolean() }), { maxLength: 30 }), people => {
      const rows = people.map(({ attended, exempt }, i): SummaryRow => {
        const { exact, done } = yearOf(attended)
        return {
          number: i + 1,
          name: '尹齐',
          post: '',
          category: '党员',
          target: exempt ? null : 32,
          done,
          hours: roundedHours(exact, done),
          verdict: exempt ? '免' : done >= 32 ? '达标' : '未达标',
          remark: '',
        }
      })
      const total = totalOf(rows)
      for (const group of studyGroupNames) expect(total.hours[group]).toBe(sumHours(rows.map(r => r.hours[group])))
      expect(sumHours(studyGroupNames.map(group => total.hours[group]))).toBe(total.done)
      expect(total.target).toBe(rows.filter(r => r.verdict !== '免').length * 32)
      expect(total.met + total.exempt + rows.filter(r => r.verdict === '未达标').length).toBe(rows.length)
    }),
  )
})

test('parts that are not the parts of the whole are refused, so that no form is printed that does not add up', () => {
  expect(() => roundedHours({ ...noHours, branch: 8 }, 16)).toThrow('do not add up')
  expect(() => roundedHours({ ...noHours, branch: 16 }, 8)).toThrow('do not add up')
})

test('thirds of a class over the new year round to what the year holds', () => {
  const shareOf2025 = monthShares('2025-12-31', '2026-01-02')
    .filter(s => s.year === 2025)
    .reduce((sum, s) => sum + s.share, 0)
  expect(roundedHours({ ...noHours, online: 8 * shareOf2025, rotation: 8 * shareOf2025, branch: 8 * shareOf2025 }, 8)).toEqual({
    superior: 0,
    rotation: 2.67,
    school: 0,
    branch: 2.67,
    online: 2.66,
  })
})
