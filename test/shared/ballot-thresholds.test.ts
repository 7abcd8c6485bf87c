import { expect, test } from 'vitest'
import { ballots } from '../../shared/ballots/index.ts'
import type { Share } from '../../shared/ballots/kind.ts'
import { fewest, meets, most, percent } from '../../shared/rules/shares.ts'
import { compare, fraction, rounded } from '../../shared/rules/fractions.ts'

const shares: readonly (readonly [string, Share])[] = [
  ['超过半数', { part: 1, of: 2, over: true }],
  ['半数以上', { part: 1, of: 2 }],
  ['三分之二以上', { part: 2, of: 3 }],
  ['五分之四', { part: 4, of: 5 }],
  ['不超过三分之一', { part: 1, of: 3 }],
  ['95%', percent(95)],
  ['66.67%', percent(66.67)],
]

/** The definition itself: the two fractions held against each other, nothing rounded. */
function reaches({ part, of, over }: Share, some: number, whole: number): boolean {
  const order = compare(fraction(some, whole), fraction(part, of))
  return over ? order > 0 : order >= 0
}

test.each(shares)('%s is right for every number of votes among 1 to 60 voters', (_words, share) => {
  for (let whole = 1; whole <= 60; whole++) {
    for (let some = 0; some <= whole; some++) expect(meets(share, some, whole), `${some} of ${whole}`).toBe(reaches(share, some, whole))
  }
})

test.each(shares)('%s: the fewest that reach it do, and one less does not; the most within it are, and one more is not', (_words, share) => {
  for (let whole = 1; whole <= 60; whole++) {
    const least = fewest(share, whole)
    expect(reaches(share, least, whole), `${least} of ${whole}`).toBe(true)
    expect(reaches(share, least - 1, whole), `${least - 1} of ${whole}`).toBe(false)
    if (share.over) continue
    const within = most(share, whole)
    const stays = (n: number) => compare(fraction(n, whole), fraction(share.part, share.of)) <= 0
    expect(stays(within), `${within} of ${whole}`).toBe(true)
    expect(stays(within + 1), `${within + 1} of ${whole}`).toBe(false)
  }
})

test.each([
  [22, 7],
  [21, 7],
  [20, 6],
  [3, 1],
  [2, 0],
  [60, 20],
])('of %i members a third is %i, never rounded up', (members, third) => {
  expect(most({ part: 1, of: 3 }, members)).toBe(third)
})

test.each([
  ['admissionVote', 'quorum', 23, 11, false],
  ['admissionVote', 'quorum', 23, 12, true],
  ['admissionVote', 'quorum', 24, 12, false],
  ['admissionVote', 'passing', 24, 13, true],
  ['conversionVote', 'passing', 24, 12, false],
  ['committeeVote', 'quorum', 9, 6, true],
  ['committeeVote', 'quorum', 10, 6, false],
  ['committeeVote', 'passing', 9, 5, true],
  ['committeeVote', 'passing', 10, 5, false],
  ['election', 'quorum', 50, 40, true],
  ['election', 'quorum', 51, 40, false],
  ['election', 'passing', 50, 25, false],
] as const)('%s, %s: of %i, %i is enough: %s', (kind, code, whole, some, enough) => {
  const threshold = ballots[kind].thresholds.find(found => found.code === code)
  if (!threshold || 'parameter' in threshold.share) throw new Error('no such threshold')
  expect(meets(threshold.share, some, whole)).toBe(enough)
})

test('a fraction is rounded half away from zero, as people do on paper', () => {
  expect([rounded(fraction(1, 8), 2), rounded(fraction(-1, 8), 2), rounded(fraction(2, 3), 1), rounded(fraction(5, 2), 0)]).toEqual([0.13, -0.13, 0.7, 3])
  expect(() => fraction(1, 0)).toThrow(RangeError)
})
