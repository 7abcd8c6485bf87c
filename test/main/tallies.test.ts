import fc from 'fast-check'
import { expect, test } from 'vitest'
import { activity, type Attendance, attendanceStates, type AttendanceState, countingStates } from '../../shared/domain/activity.ts'
import { person } from '../../shared/domain/person.ts'
import { AppError } from '../../shared/errors.ts'
import { addDays, daysBetween, monthShares } from '../../shared/rules/days.ts'
import type { Call } from '../../main/app/caller.ts'
import { createTestApp } from '../support/app.ts'
import { draftOf } from '../support/sample.ts'

const idNumbers = ['11010519491231002X', '350525197212059431', '320102199301264784']
const years = [2024, 2025, 2026, 2027]

/** Around the new year, so that many activities are shared between two. */
const days = fc.record({
  start: fc.integer({ min: 0, max: 60 }),
  length: fc.oneof({ arbitrary: fc.integer({ min: 0, max: 6 }), weight: 4 }, { arbitrary: fc.integer({ min: 7, max: 200 }), weight: 1 }),
})
const hours = fc.integer({ min: 0, max: 48 }).map(n => n / 2)
const line = fc.record({
  who: fc.nat(idNumbers.length - 1),
  state: fc.constantFrom<AttendanceState>(...(Object.keys(attendanceStates) as AttendanceState[])),
  hours,
})
const which = fc.nat(2)

const step = fc.oneof(
  fc.record({ do: fc.constant('create' as const), days, counts: fc.boolean() }),
  fc.record({ do: fc.constant('update' as const), which, days, counts: fc.boolean() }),
  {
    arbitrary: fc.record({ do: fc.constant('save' as const), which, lines: fc.uniqueArray(line, { selector: l => l.who, maxLength: idNumbers.length }) }),
    weight: 3,
  },
  fc.record({ do: fc.constant('void' as const), which }),
  fc.record({ do: fc.constant('restore' as const), which }),
  { arbitrary: fc.record({ do: fc.constant('undo' as const) }), weight: 2 },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const draft = (at: { start: number; length: number }, counts: boolean) => {
  const startsOn = addDays('2025-12-01', at.start)
  return draftOf(activity, { name: '培训班', kind: 'training', startsOn, endsOn: addDays(startsOn, at.length), hours: 4, counts })
}

async function take(call: Call, people: readonly string[], known: string[], taken: Step): Promise<void> {
  if (taken.do === 'undo') return void (await call('undo.last', {}))
  if (taken.do === 'create')
    return void known.push(activity.stored.parse(await call('records.create', { type: 'activity', draft: draft(taken.days, taken.counts) })).id)
  const id = known[taken.which % known.length]
  if (!id) return
  const { version } = activity.stored.parse((await call('records.get', { type: 'activity', id })).record)
  if (taken.do === 'save') {
    const lines = taken.lines.map(({ who, state, hours: own }): Attendance => ({ personId: people[who] ?? '', state, hours: own, reason: null }))
    await call('attendance.save', { activityId: id, version, lines })
  }
  if (taken.do === 'update') await call('records.update', { type: 'activity', id, version, draft: draft(taken.days, taken.counts) })
  if (taken.do === 'void') await call('records.void', { type: 'activity', id, version, reason: '登记重复' })
  if (taken.do === 'restore') await call('records.restore', { type: 'activity', id, version, reason: '并未重复' })
}

/** Hours by person, year and month, added up from every line of every activity that stands. */
async function recounted(call: Call, known: readonly string[]): Promise<Map<string, number>> {
  const sums = new Map<string, number>()
  for (const id of known) {
    const { activity: row, lines } = await call('attendance.get', { activityId: id })
    const { startsOn, endsOn, counts, voidedAt } = activity.stored.parse(row)
    if (!counts || voidedAt) continue
    expect(monthShares(startsOn, endsOn).reduce((all, m) => all + m.days, 0)).toBe(daysBetween(startsOn, endsOn) + 1)
    for (const l of lines) {
      if (!countingStates.some(state => state === l.state)) continue
      for (const { year, month, share } of monthShares(startsOn, endsOn)) {
        const key = `${l.personId}/${year}/${month}`
        sums.set(key, (sums.get(key) ?? 0) + l.hours * share)
      }
    }
  }
  return sums
}

test('whatever is registered, changed, voided, restored and undone, kept hours are what the attendance lines add up to', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }), async steps => {
      const { call, failures } = await createTestApp()
      const people: string[] = []
      for (const idNumber of idNumbers)
        people.push(
          person.stored.parse(await call('records.create', { type: 'person', draft: draftOf(person, { name: '单雄信', idNumber, category: 'full' }) })).id,
        )
      const known: string[] = []
      for (const taken of steps) {
        try {
          await take(call, people, known, taken)
        } catch (cause) {
          if (!(cause instanceof AppError) || cause.code === 'internal') throw cause
        }
      }
      expect(failures).toEqual([])
      const sums = await recounted(call, known)
      for (const year of years) {
        for (const { personId, done, months = [] } of (await call('quota.people', { quota: 'study-hours', year, months: true })).people) {
          const expected = Array.from({ length: 12 }, (_, i) => sums.get(`${personId}/${year}/${i + 1}`) ?? 0)
          for (const [i, kept] of months.entries()) expect(kept).toBeCloseTo(expected[i] ?? 0, 4)
          expect(done).toBeCloseTo(
            expected.reduce((all, m) => all + m, 0),
            1.9,
          )
        }
      }
    }),
    { numRuns: 80 },
  )
}, 120_000)
