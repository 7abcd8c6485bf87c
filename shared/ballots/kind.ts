import type { BallotGrade, BallotKindName } from '../domain/ballot-words.ts'

/** One thing a voter may say of a row. Its place in the list is the digit that counts it, from 1. */
export interface Option {
  readonly key: string
  readonly label: string
  /** What its votes are called in a result, where that is another word: 同意 on the paper, 赞成 in the sum. */
  readonly counted?: string
  /** 优秀 is gold; what asks for attention is marked so. */
  readonly tone?: 'gold' | 'short'
}

/** One thing of a row that is judged: 总体评价 alone, or 德, 能, 勤 … before it. */
export interface Item {
  readonly key: string
  readonly label: string
  /** What is meant, printed beside it. */
  readonly hint?: string
  /** Where its options are not the paper's. */
  readonly options?: readonly Option[]
  /** 分值: where it is scored and not marked, the most it can get. */
  readonly points?: number
}

/** The one item of a paper on which each row is marked once. */
export const overall = 'overall'
/** What a row is counted as where a valid paper says nothing of it, or what cannot be read. Its digit is 0. */
export const blankKey = 'blank'
/** The group of a ballot whose voters are not told apart. */
export const allVoters = 'all'

/** What a paper asks. */
export interface Paper {
  /** The items of every row; `scheme` where the ballot's own 考核方案 lists them. */
  readonly items: readonly Item[] | 'scheme'
  readonly options: readonly Option[]
  /** What no mark means: 弃权 in a vote, 未评 in an appraisal. */
  readonly blank: Option
  /** A paper may mark no more rows of a section with the first option than its 名额. */
  readonly atMostPlaces?: true
  /** Voters may write names that are not printed: 另选人, free recommendations. */
  readonly written?: true
  /** The notes that stand under it. `{cap}` is replaced by the number of 优秀 that the body may give. */
  readonly notes: readonly string[]
  /** One paper for each row, instead of all rows on one: an assessment of a single cadre. */
  readonly each?: true
  /** How a voter writes what is not a tick: 分项 by the letters A, B, C, D in the order of the options; ○ and × above a name. */
  readonly writes?: 'letters' | 'signs'
  /** 弃权 has a column of its own, as a vote has it. */
  readonly blankColumn?: true
}

/** 填票人类别: a group of voters, with its weight in hundredths; `parameter` where an office may set it. */
export interface VoterGroup {
  readonly code: string
  readonly label: string
  readonly weight: number
  readonly parameter?: string
  /** A票, B票: how its papers are told apart. */
  readonly mark?: string
}

/** What a share is taken of. */
export const bases = {
  eligible: '应到人数',
  present: '实到人数',
  issued: '发出票',
  returned: '收回票',
  valid: '有效票',
  fullMembers: '正式党员',
  rows: '参评人数',
} as const
export type Base = keyof typeof bases

/** So many of so many: whole numbers only, compared by multiplying out. */
export interface Share {
  readonly part: number
  readonly of: number
  /** 超过, and not 达到. */
  readonly over?: true
}

/** A base that an office may choose: the value of the parameter is the place in the list. */
export type ChosenBase = Base | { readonly parameter: string; readonly among: readonly Base[] }

/** What must be reached by the meeting or by a row for a result to stand. */
export interface Threshold {
  readonly code: 'quorum' | 'participation' | 'passing'
  readonly measured: 'present' | 'returned' | { readonly option: string; readonly item?: string }
  readonly share: Share | { readonly parameter: string }
  readonly base: ChosenBase
  /** 须超过应到会有表决权人数的半数 */
  readonly words: string
  /** The clause it rests on, or 各地做法，待核. */
  readonly clause: string
}

/** No more than so many rows may be given a grade. */
export interface Cap {
  readonly grade: BallotGrade
  readonly share: Share
  readonly base: ChosenBase
  readonly words: string
  readonly clause: string
}

/** What a committee may conclude of a row. */
export interface Decision {
  readonly label: string
  readonly grades: readonly BallotGrade[]
}

/** 票种: who is voted on, on what paper, by whom, and what is made of it. Screens, papers, checks and results follow from the declaration. */
export interface BallotKind {
  readonly name: BallotKindName
  readonly subjects: 'people' | 'organizations' | 'posts'
  /** Where the rows come from: the members of the body, the bodies below it, or whoever is entered. */
  readonly roll: 'members' | 'bodies' | 'entered'
  /** 被评人, 发展对象: what a row is called. */
  readonly rowLabel: string
  readonly paper: Paper
  readonly groups: readonly VoterGroup[]
  readonly secret: boolean
  /** Those who cannot come may say so in writing before the meeting, and are counted. */
  readonly absentOpinions?: true
  readonly thresholds: readonly Threshold[]
  readonly caps: readonly Cap[]
  readonly decision: Decision
  /** Rows are put in order by the weighted score, or by the votes for the first option. */
  readonly ranked: 'score' | 'votes' | 'none'
  readonly serves: readonly string[]
}

export const onlyVoters: readonly VoterGroup[] = [{ code: allVoters, label: '全体', weight: 100 }]
