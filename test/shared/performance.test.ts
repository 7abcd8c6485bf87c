import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fraction, rounded } from '../../shared/rules/fractions.ts'
import { type Assessed, type GroupScore, ladderOf, outcomesOf, type Rung } from '../../shared/rules/performance.ts'

const ladder = ladderOf(['excellent', 'qualified', 'basic', 'unqualified'], { excellentFrom: 90, qualifiedFrom: 75, basicFrom: 60 })
const group = (label: string, weight: number, score: number | null, more: Partial<GroupScore> = {}): GroupScore => ({
  code: label,
  label,
  weight,
  score: score === null ? null : fraction(Math.round(score * 100), 100),
  minimum: null,
  eligible: null,
  valid: 10,
  ...more,
})
const one = (number: number, score: number, adjustments: Assessed['adjustments'] = []): Assessed => ({
  number,
  groups: [group('全体', 100, score)],
  adjustments,
})
const first = (assessed: Assessed, rungs: readonly Rung[] = ladder) => outcomesOf([assessed], rungs, null)[0]

test('four groups are weighted, and what is counted is said in figures', () => {
  const groups = [group('领导考评', 20, 90), group('干部考评', 20, 85), group('党员互评', 30, 88.5), group('同学考评', 30, 92)]
  const outcome = first({ number: 1, groups, adjustments: [{ kind: 'plus', points: 2, reason: '获奖' }] })
  expect(outcome?.weighted && rounded(outcome.weighted, 2)).toBe(89.15)
  expect(outcome).toMatchObject({ grade: 'excellent', rank: 1, lacking: [] })
  expect(outcome?.reasons.map(({ message }) => message)).toEqual([
    '各组平均分按权重合计，得 89.15',
    '加减分 +2.00，综合得分 91.15',
    '91.15 不低于优秀线 90，建议优秀',
  ])
})

test('a group without scores, or with too few of its people, is left out and named: 暂算', () => {
  const groups = [
    group('领导考评', 20, null),
    group('党员互评', 40, 80, { minimum: 66.67, eligible: 30, valid: 20 }),
    group('同学考评', 40, 90, { minimum: 66.66, eligible: 30, valid: 20 }),
  ]
  const outcome = first({ number: 1, groups, adjustments: [] })
  expect(outcome?.lacking).toEqual([
    { label: '领导考评', why: 'none' },
    { label: '党员互评', why: 'minimum' },
  ])
  expect(outcome?.score && rounded(outcome.score, 2)).toBe(90)
  expect(outcome?.reasons[0]?.message).toBe('暂算：领导考评没有评分，党员互评参评人数不足最低参评率，不计入，其余各组按权重折算，得 90.00')
})

test('a score of exactly the line is over it, a third of a point below is not', () => {
  const thirds: Assessed = { number: 1, groups: [{ ...group('全体', 100, 0), score: fraction(269, 3) }], adjustments: [] }
  expect(first(one(1, 90))?.grade).toBe('excellent')
  expect(first(thirds)?.grade).toBe('qualified')
  expect(first(one(1, 59.99))?.grade).toBe('unqualified')
})

test('one matter decides alone: the lowest grade is proposed whatever the score, and it takes no rank from others', () => {
  const [best, next] = outcomesOf([one(1, 99, [{ kind: 'veto', points: null, reason: '受到党纪处分' }]), one(2, 80)], ladder, null)
  expect(best).toMatchObject({ grade: 'unqualified', rank: null })
  expect(best?.reasons).toContainEqual({ code: 'veto', tone: 'warn', message: '一票否决：受到党纪处分，建议不合格，不排名次' })
  expect(next?.rank).toBe(1)
})

test('equal scores share a rank, and where a cap cuts through them the program leaves it to people', () => {
  const places = outcomesOf([one(1, 95), one(2, 93), one(3, 93), one(4, 91), one(5, 70)], ladder, 2).map(({ rank, place }) => [rank, place])
  expect(places).toEqual([
    [1, 'within'],
    [2, 'tied'],
    [2, 'tied'],
    [4, 'over'],
    [5, null],
  ])
})

test('where no line is drawn nothing is proposed; 达标, 中间, 软弱涣散 stand on two lines', () => {
  const none = { excellentFrom: null, qualifiedFrom: null, basicFrom: null }
  expect(first(one(1, 99), ladderOf(['excellent', 'qualified', 'basic', 'unqualified'], none))?.grade).toBeNull()
  const three = ladderOf(['met', 'middle', 'weak'], { excellentFrom: null, qualifiedFrom: 80, basicFrom: 60 })
  expect([85, 70, 50].map(score => first(one(1, score), three)?.grade)).toEqual(['met', 'middle', 'weak'])
})

const papers = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 8 })
const somebody = fc.record({
  groups: fc.array(fc.record({ weight: fc.integer({ min: 0, max: 10_000 }), papers }), { minLength: 1, maxLength: 4 }),
  plus: fc.integer({ min: 0, max: 1000 }),
  minus: fc.integer({ min: 0, max: 1000 }),
})

/** The same sum as a school book would write it: everything over one denominator, in whole numbers. Points in halves, weights in hundredths. */
function byHand({ groups, plus, minus }: { groups: readonly { weight: number; papers: readonly number[] }[]; plus: number; minus: number }) {
  const counting = groups.filter(g => g.weight > 0 && g.papers.length > 0)
  if (counting.length === 0) return null
  const all = counting.reduce((product, g) => product * BigInt(2 * g.papers.length), 1n)
  const top = counting.reduce((total, g) => total + BigInt(g.weight) * BigInt(g.papers.reduce((a, b) => a + b, 0)) * (all / BigInt(2 * g.papers.length)), 0n)
  const bottom = all * counting.reduce((total, g) => total + BigInt(g.weight), 0n)
  return { n: top * 100n + BigInt(plus - minus) * bottom, d: bottom * 100n }
}

test('score and rank are those of the sum done by hand, for any papers and weights', () => {
  fc.assert(
    fc.property(fc.array(somebody, { minLength: 1, maxLength: 7 }), people => {
      const assessed = people.map(({ groups, plus, minus }, number): Assessed => ({
        number,
        groups: groups.map(({ weight, papers: given }, i) => ({
          ...group(`第${i}组`, weight / 100, null),
          score:
            given.length === 0
              ? null
              : fraction(
                  given.reduce((a, b) => a + b, 0),
                  2 * given.length,
                ),
          valid: given.length,
        })),
        adjustments: [
          { kind: 'plus', points: plus / 100, reason: '加' },
          { kind: 'minus', points: minus / 100, reason: '减' },
        ],
      }))
      const exact = people.map(byHand)
      for (const [i, { score, rank, tied }] of outcomesOf(assessed, ladder, null).entries()) {
        const own = exact[i] ?? null
        if (own === null) {
          expect([score, rank]).toEqual([null, null])
          continue
        }
        expect(score && score.n * own.d === own.n * score.d).toBe(true)
        const known = exact.filter(other => other !== null)
        expect(rank).toBe(known.filter(other => other.n * own.d > own.n * other.d).length + 1)
        expect(tied).toBe(known.filter(other => other.n * own.d === own.n * other.d).length)
      }
    }),
    { numRuns: 300 },
  )
})
