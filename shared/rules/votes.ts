import type { Share } from '../ballots/kind.ts'
import { meets } from './shares.ts'

/** The figures of one vote, as far as they are known. */
export interface Vote {
  /** 应到会有表决权人数 */
  readonly voters: number | null
  /** 实到有表决权人数 */
  readonly present: number | null
  readonly agree: number | null
  readonly against: number | null
  readonly abstain: number | null
  readonly conclusion: 'passed' | 'rejected' | 'deferred' | null
}

type Figure = 'voters' | 'present' | 'agree' | 'against' | 'abstain'

/** Figures that cannot be: more votes than people. */
export interface VoteFault {
  readonly field: Figure
  readonly code: 'tooManyPresent' | 'tooManyVotes'
  readonly message: string
}

/** What the figures say under a rule. A person draws the conclusion. */
export interface VoteFinding {
  readonly code: 'quorum' | 'noQuorum' | 'passes' | 'fails' | 'differs' | 'notCast' | 'incomplete'
  readonly tone: 'good' | 'warn' | 'plain'
  readonly message: string
  /** The clause it rests on; null where it is arithmetic. */
  readonly clause: string | null
}

interface VoteRule {
  /** How many of those with a vote must be there. */
  readonly quorum: { readonly share: Share; readonly words: string; readonly clause: string }
  /** How many of those with a vote must agree; null where the sources fix none. */
  readonly passing: { readonly share: Share; readonly words: string; readonly clause: string } | null
}

/** More than half. */
export const overHalf: Share = { part: 1, of: 2, over: true }
/** 半数以上: half included. */
const halfOrMore: Share = { part: 1, of: 2 }
const twoThirds: Share = { part: 2, of: 3 }

const customary = '各地做法，待核'

/**
 * Where a rule fixes who must be there and who must agree: 支部党员大会 (over half of those with a vote there, over half of 应到
 * agree), 支委会 (half of its members there), 民主生活会 (two thirds there). Elections and personnel have rules of their own.
 */
const rules: Readonly<Partial<Record<string, VoteRule>>> = {
  memberMeeting: {
    quorum: { share: overHalf, words: '须超过应到会有表决权人数的半数', clause: '支部工作条例（试行）第十一条' },
    passing: { share: overHalf, words: '须超过应到会有表决权人数的半数', clause: '支部工作条例（试行）第十一条' },
  },
  committeeMeeting: {
    quorum: { share: halfOrMore, words: '须有半数以上委员到会', clause: '支部工作条例（试行）第十二条' },
    passing: { share: overHalf, words: '一般须超过委员的半数', clause: customary },
  },
  democraticLife: {
    quorum: { share: twoThirds, words: '到会须达到应到会人数的三分之二以上', clause: '县以上党和国家机关党员领导干部民主生活会若干规定' },
    passing: null,
  },
}

const sumOf = ({ agree, against, abstain }: Vote): number => (agree ?? 0) + (against ?? 0) + (abstain ?? 0)

/** What cannot be, to be put right before it is kept. */
export function voteFaults(vote: Vote): readonly VoteFault[] {
  const { voters, present } = vote
  const faults: VoteFault[] = []
  if (voters !== null && present !== null && present > voters)
    faults.push({ field: 'present', code: 'tooManyPresent', message: `实到 ${present} 人多于应到 ${voters} 人` })
  const cast = sumOf(vote)
  const most = present ?? voters
  if (most !== null && cast > most) {
    const who = present === null ? `应到 ${most} 人` : `实到 ${most} 人`
    faults.push({ field: 'agree', code: 'tooManyVotes', message: `赞成、不赞成、弃权共 ${cast}，多于${who}` })
  }
  return faults
}

/** What the figures come to under the rule of this kind of meeting, and whether the conclusion agrees with them. */
export function voteFindings(kind: string, vote: Vote): readonly VoteFinding[] {
  const { voters, present, agree, conclusion } = vote
  if (voters === null && present === null && agree === null) return []
  const findings: VoteFinding[] = []
  const rule = rules[kind]
  const cast = sumOf(vote)
  if (present !== null && agree !== null && cast < present)
    findings.push({ code: 'notCast', tone: 'plain', message: `${present - cast} 人没有表决`, clause: null })
  if (!rule) return findings
  if (voters === null || present === null)
    return [...findings, { code: 'incomplete', tone: 'plain', message: '填齐应到、实到有表决权人数后核对', clause: rule.quorum.clause }]
  const met = meets(rule.quorum.share, present, voters)
  findings.push({
    code: met ? 'quorum' : 'noQuorum',
    tone: met ? 'good' : 'warn',
    message: met ? `到会人数够：${present} / ${voters}` : `到会人数不够：${present} / ${voters}，${rule.quorum.words}`,
    clause: rule.quorum.clause,
  })
  if (agree === null || !rule.passing) return findings
  const passes = meets(rule.passing.share, agree, voters)
  findings.push({
    code: passes ? 'passes' : 'fails',
    tone: passes ? 'good' : 'warn',
    message: passes ? `赞成够：${agree} / ${voters}` : `赞成不够：${agree} / ${voters}，${rule.passing.words}`,
    clause: rule.passing.clause,
  })
  if (conclusion === 'passed' && !(met && passes)) findings.push({ code: 'differs', tone: 'warn', message: '结论填的是“通过”，与上面的人数不符', clause: null })
  if (conclusion === 'rejected' && met && passes) findings.push({ code: 'differs', tone: 'warn', message: '结论填的是“未通过”，而人数够通过', clause: null })
  return findings
}
