import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shapeOf } from '../../shared/rules/evaluation-shape.ts'
import { addDays, addYears } from '../../shared/rules/days.ts'
import { byLevel, byMonth, countedUntil, countUntil, repeatedProblems, untalked, type Watched } from '../../shared/rules/supervision-figures.ts'

const matter = (id: string, given: Partial<Watched> = {}): Watched => ({
  id,
  kind: 'inquiry',
  personId: 'qiao',
  category: 'centralism',
  level: 'sectionDeputy',
  on: '2026-03-10',
  ...given,
})

describe('months and levels', () => {
  test('each matter stands in the month of its day and year, and a figure has the records that make it', () => {
    const months = byMonth(
      [matter('a'), matter('b', { on: '2026-03-31' }), matter('c', { on: '2026-12-01', kind: 'remind' }), matter('d', { on: '2025-03-10' })],
      2026,
    )
    expect(months.get('inquiry')?.[2]).toEqual(['a', 'b'])
    expect(months.get('remind')?.[11]).toEqual(['c'])
    expect([...months.values()].flat(2)).toHaveLength(3)
  })

  test('no matter is lost or counted twice, whatever its day', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map(n => addDays('2024-01-01', n))
    fc.assert(
      fc.property(fc.array(day, { maxLength: 40 }), days => {
        const all = days.map((on, i) => matter(String(i), { on }))
        const counted = [2024, 2025, 2026, 2027, 2028].flatMap(year => [...byMonth(all, year).values()].flat(2))
        expect(counted.toSorted()).toEqual(all.map(({ id }) => id).toSorted())
      }),
    )
  })

  test('the running year is held against as much of the year before as has gone, a year that is over against the whole', () => {
    expect(countedUntil(2026, '2026-11-24')).toEqual({ now: '2026-11-24', before: '2025-11-24' })
    expect(countedUntil(2024, '2024-02-29')).toEqual({ now: '2024-02-29', before: '2023-02-28' })
    expect(countedUntil(2025, '2026-11-24')).toEqual({ now: '2025-12-31', before: '2024-12-31' })
    const all = [matter('a', { on: '2025-11-24' }), matter('b', { on: '2025-11-25' })]
    expect(countUntil(all, 'inquiry', 2025, '2025-11-24')).toBe(1)
  })

  test('by level stands what was done about people, not what was said of them', () => {
    const levels = byLevel([matter('a'), matter('b', { kind: 'petition' }), matter('c', { level: null, kind: 'admonish' })], 2026)
    expect(levels.get('sectionDeputy')?.get('inquiry')).toEqual(['a'])
    expect(levels.get('sectionDeputy')?.get('petition')).toBeUndefined()
    expect(levels.get(null)?.get('admonish')).toEqual(['c'])
  })
})

describe('同类问题重复', () => {
  const rule = { years: 2, since: '2026-01-01', followUps: new Set<string>() }
  const ids = (all: readonly Watched[], more: Partial<typeof rule> = {}) => repeatedProblems(all, { ...rule, ...more }).map(one => one.ids)

  test.each([
    ['2024-03-10', true],
    ['2024-03-09', false],
    ['2026-03-10', true],
  ])('the same kind again, first on %s and then on 2026-03-10: %s', (first, repeated) => {
    expect(ids([matter('b'), matter('a', { on: first })])).toEqual(repeated ? [expect.arrayContaining(['a', 'b'])] : [])
  })

  test('another kind, another person, 其他 and what is about nobody on the roster are no repetition', () => {
    expect(ids([matter('a'), matter('b', { category: 'style' }), matter('c', { personId: 'gu' })])).toEqual([])
    expect(ids([matter('a', { category: 'other' }), matter('b', { category: 'other' })])).toEqual([])
    expect(ids([matter('a', { personId: null }), matter('b', { personId: null })])).toEqual([])
  })

  test('a second letter about the same matter is no second time', () => {
    expect(ids([matter('a', { on: '2026-01-10' }), matter('b')], { followUps: new Set(['b']) })).toEqual([])
  })

  test('three times in a row are one chain, and an earlier one beyond the years is not in it', () => {
    const all = ['2021-01-01', '2023-06-01', '2025-01-01', '2026-05-01'].map((on, i) => matter(String(i), { on }))
    expect(ids(all)).toEqual([['1', '2', '3']])
  })

  test('only what came again since the day asked for is told; by a rule of 0 years nothing', () => {
    const all = [matter('a', { on: '2024-05-01' }), matter('b', { on: '2025-05-01' })]
    expect(ids(all)).toEqual([])
    expect(ids(all, { since: '2025-01-01' })).toEqual([['a', 'b']])
    expect(ids(all, { since: '2025-01-01', years: 0 })).toEqual([])
  })

  test('of two the later is told exactly where it came within the years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 5 }), (gap, years) => {
        const on = addDays('2026-01-01', gap)
        const told = repeatedProblems([matter('a', { on: '2026-01-01' }), matter('b', { on })], { ...rule, years }).length
        expect(told).toBe(on <= addYears('2026-01-01', years) ? 1 : 0)
      }),
    )
  })
})

describe('谈话覆盖', () => {
  const people = [{ id: 'qiao' }, { id: 'gu' }, { id: 'qin' }]

  test('who had none this year, those who never had one first, with the last one there was', () => {
    const talks = [
      { personId: 'qiao', on: '2026-05-01' },
      { personId: 'gu', on: '2025-12-31' },
    ]
    expect(untalked(people, talks, { year: 2026, until: '2026-11-24' })).toEqual([
      { id: 'qin', last: null },
      { id: 'gu', last: '2025-12-31' },
    ])
  })

  test('a talk after the day counted up to is not yet held', () => {
    const talks = [{ personId: 'qiao', on: '2026-12-01' }]
    expect(untalked(people.slice(0, 1), talks, { year: 2026, until: '2026-11-24' })).toEqual([{ id: 'qiao', last: null }])
  })
})

describe('测评形态', () => {
  const decided = (grades: readonly string[], words = true) => grades.map(grade => ({ grade, words }))
  const alerts = (decisions: ReturnType<typeof decided>, votes: Record<string, number>, percent = 100) =>
    shapeOf({ id: 'b', decisions, votes }, percent).map(({ alert, part, of, same }) => [alert, part, of, same])

  test('everybody the same grade, all votes for one, not a word written', () => {
    expect(alerts(decided(['excellent', 'excellent', 'excellent'], false), { excellent: 90 })).toEqual([
      ['sameGrade', 3, 3, 'excellent'],
      ['sameVotes', 90, 90, 'excellent'],
      ['noWords', 3, 3, null],
    ])
  })

  test('one that differs, or one word, and there is nothing to tell', () => {
    expect(alerts([...decided(['excellent', 'excellent', 'competent'], false), ...decided(['excellent'])], { excellent: 89, competent: 1 })).toEqual([])
  })

  test('the office says what nearly all is: 90 in a hundred exactly is enough, one less is not; 0 looks at nothing', () => {
    expect(alerts([], { excellent: 90, competent: 10 }, 90)).toEqual([['sameVotes', 90, 100, 'excellent']])
    expect(alerts([], { excellent: 89, competent: 11 }, 90)).toEqual([])
    expect(alerts(decided(['a', 'a', 'a'], false), { a: 9 }, 0)).toEqual([])
  })

  test('of two people nothing can be said, nor where nothing was voted', () => {
    expect(alerts(decided(['a', 'a'], false), {})).toEqual([])
  })
})
