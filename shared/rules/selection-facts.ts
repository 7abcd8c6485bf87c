import type { BallotGrade } from '../domain/ballot-words.ts'
import type { YearGradeName } from '../domain/cadre-words.ts'
import type { Bar, Evidence } from './bars.ts'
import type { Candidate, CandidateCheck, NoticeObjection, Selection } from '../domain/selection.ts'

/** What the office knows of a candidate from elsewhere. */
export interface CandidateFacts {
  readonly candidate: Pick<Candidate, 'id' | 'personId' | 'stage' | 'exception' | 'assessment' | 'proposedPost' | 'postId'>
  readonly name: string
  readonly checks: readonly Pick<CandidateCheck, 'id' | 'matter' | 'askedOn' | 'answeredOn' | 'conclusion' | 'signedBy'>[]
  readonly objections: readonly Pick<NoticeObjection, 'id' | 'settledOn' | 'conclusion' | 'receivedOn'>[]
  /** 影响期 that stands in the way of an appointment. */
  readonly bars: readonly Bar[]
  readonly yearGrades: readonly { readonly year: number; readonly grade: YearGradeName }[]
  /** 组织评定 of 民主评议, the latest. */
  readonly appraisal: { readonly year: number; readonly grade: BallotGrade; readonly label: string; readonly evidence: Evidence } | null
  /** 学时 of the year; null where none are owed. */
  readonly hours: { readonly done: number; readonly target: number; readonly met: boolean } | null
  readonly postSince: string | null
  readonly kin: readonly { readonly name: string; readonly relation: string; readonly work: string | null }[]
  /** 任职 that go on, with the years of a term where the post has one. */
  readonly held: readonly {
    readonly id: string
    readonly title: string
    readonly postId: string | null
    readonly startsOn: string
    readonly termYears: number | null
  }[]
  /** The unit of the proposed post and who holds posts there; null where the post is not one of the office's list. */
  readonly postUnit: { readonly unit: string; readonly holders: readonly { readonly id: string; readonly name: string; readonly title: string }[] } | null
  /** 干部信息; null where none is kept. */
  readonly cadreId: string | null
}

/** Who took part in what was done of the dossier. */
export interface Attendance {
  readonly label: string
  readonly people: string
  readonly evidence: Evidence
}

export interface DossierFacts {
  readonly selection: Pick<Selection, 'id' | 'kind' | 'places' | 'dual'>
  readonly candidates: readonly CandidateFacts[]
  /** Those at the meetings that discussed it, and the assessment team. */
  readonly attended: readonly Attendance[]
  /** What 双重管理协管方意见 came to. */
  readonly dualReply: { readonly result: string | null; readonly evidence: Evidence } | null
  readonly today: string
  /** 任现职年限: the years in the present post that the office looks for; 0 for none. */
  readonly tenureYears: number
  /** 同一职位任满几年应当交流, and after how many terms nobody is proposed for the same post again; 0 for none. */
  readonly postYears: number
  readonly postTerms: number
}
