import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { meets } from '../../shared/rules/shares.ts'
import { overHalf, type Vote, voteFaults, voteFindings } from '../../shared/rules/votes.ts'

const vote = (voters: number | null, present: number | null, agree: number | null, more: Partial<Vote> = {}): Vote => ({
  voters,
  present,
  agree,
  against: null,
  abstain: null,
  conclusion: null,
  ...more,
})
const codes = (kind: string, v: Vote) => voteFindings(kind, v).map(f => f.code)

describe('支部工作条例（试行）第十一条: a 党员大会 decides with over half of 应到 there and over half of 应到 agreeing', () => {
  test.each([
    [20, 10, 10, ['noQuorum', 'fails']],
    [20, 11, 10, ['notCast', 'quorum', 'fails']],
    [20, 11, 11, ['quorum', 'passes']],
    [21, 10, 10, ['noQuorum', 'fails']],
    [21, 11, 11, ['quorum', 'passes']],
    [3, 2, 2, ['quorum', 'passes']],
    [1, 1, 1, ['quorum', 'passes']],
    [0, 0, 0, ['noQuorum', 'fails']],
  ])('%i with a vote, %i there, %i agree', (voters, present, agree, expected) => expect(codes('memberMeeting', vote(voters, present, agree))).toEqual(expected))

  test('the base is 应到, not who came: 11 of 12 there agree, of 24 expected, is no decision', () =>
    expect(codes('memberMeeting', vote(24, 13, 12))).toEqual(['notCast', 'quorum', 'fails']))
})

test.each([
  [5, 3, ['quorum']],
  [4, 2, ['quorum']],
  [5, 2, ['noQuorum']],
])('第十二条: of %i members of the 支委会 %i are there', (voters, present, expected) =>
  expect(codes('committeeMeeting', vote(voters, present, null))).toEqual(expected),
)

test.each([
  [9, 6, 'quorum'],
  [9, 5, 'noQuorum'],
  [10, 7, 'quorum'],
  [10, 6, 'noQuorum'],
])('民主生活会 needs two thirds: of %i, %i there', (voters, present, code) => expect(codes('democraticLife', vote(voters, present, null))).toEqual([code]))

test('a conclusion that the figures contradict is pointed out, and one that they bear is not', () => {
  expect(codes('memberMeeting', vote(20, 18, 10, { conclusion: 'passed' }))).toContain('differs')
  expect(codes('memberMeeting', vote(20, 18, 18, { conclusion: 'rejected' }))).toContain('differs')
  expect(codes('memberMeeting', vote(20, 18, 18, { conclusion: 'passed' }))).not.toContain('differs')
  expect(codes('memberMeeting', vote(20, 18, 18, { conclusion: 'deferred' }))).not.toContain('differs')
})

test('a meeting without a rule of its own is only added up', () => {
  expect(codes('jointMeeting', vote(20, 3, 2))).toEqual(['notCast'])
  expect(codes('themeDay', vote(null, null, null))).toEqual([])
})

test('more votes than people, and more people than expected, cannot be', () => {
  expect(voteFaults(vote(20, 18, 18)).map(f => f.code)).toEqual([])
  expect(voteFaults(vote(20, 18, 17, { against: 1, abstain: 1 })).map(f => [f.field, f.code])).toEqual([['agree', 'tooManyVotes']])
  expect(voteFaults(vote(20, 21, 5)).map(f => f.field)).toEqual(['present'])
  expect(voteFaults(vote(20, null, 21)).map(f => f.code)).toEqual(['tooManyVotes'])
})

test('over half is exactly that for whole numbers', () => {
  fc.assert(fc.property(fc.nat(2000), fc.nat(2000), (part, whole) => meets(overHalf, part, whole) === part > Math.floor(whole / 2)))
})
