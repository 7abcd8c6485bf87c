import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../shared/rules/days.ts'
import { keptBackups } from '../../shared/rules/rotation.ts'

const keep = { daily: 7, weekly: 4, monthly: 12 }
const daily = (days: number) => Array.from({ length: days }, (_, i) => ({ day: addDays('2026-11-23', -i) }))

test('after two years of a backup a day, seven days, four weeks and twelve months are left', () => {
  const kept = [...keptBackups(daily(730), keep)].map(backup => backup.day)
  expect(kept.slice(0, 7)).toEqual(daily(7).map(backup => backup.day))
  // Monday 2026-11-23 begins a week; the newest of the three weeks before it are their Sundays, the first among the seven days already.
  expect(kept).toEqual(expect.arrayContaining(['2026-11-22', '2026-11-15', '2026-11-08', '2026-10-31', '2026-09-30', '2025-12-31']))
  expect(kept).not.toContain('2025-11-30')
  expect(kept).toHaveLength(7 + 2 + 11)
})

test('the newest always stays, a second rotation takes nothing more, and no more stay than were asked for', () => {
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 60 })
  const rotation = fc.record({ daily: fc.integer({ min: 1, max: 9 }), weekly: fc.integer({ min: 0, max: 9 }), monthly: fc.integer({ min: 0, max: 15 }) })
  fc.assert(
    fc.property(days, rotation, (ago, asked) => {
      const all = ago.toSorted((a, b) => a - b).map(n => ({ day: addDays('2026-11-23', -n) }))
      const kept = keptBackups(all, asked)
      const [newest] = all
      expect(newest && kept.has(newest)).toBe(true)
      const left = all.filter(backup => kept.has(backup))
      expect([...keptBackups(left, asked)].length).toBe(left.length)
      expect(left.length).toBeLessThanOrEqual(asked.daily + asked.weekly + asked.monthly)
    }),
  )
})
