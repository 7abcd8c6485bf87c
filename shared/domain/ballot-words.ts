import { keysOf } from '../records/keys.ts'

/** What a ballot is held for. Each has its declaration in shared/ballots. */
export const ballotKinds = {
  memberAppraisal: '民主评议党员测评',
  performance: '党员量化考核',
  cadreAssessment: '干部民主测评',
  teamAssessment: '领导班子成员民主测评',
  dutyReport: '述职述廉评议',
  accountability: '述责述廉测评',
  meetingRecommendation: '会议推荐',
  talkRecommendation: '谈话推荐',
  committeeVote: '干部任免票决',
  admissionVote: '接收预备党员票决',
  conversionVote: '预备党员转正票决',
  disposalVote: '组织处置表决',
  election: '换届选举',
  goodOrganizations: '五个好党组织测评',
  goodMembers: '五个好党员测评',
  dutyAssessment: '党建责任制考核',
} as const
export type BallotKindName = keyof typeof ballotKinds
export const ballotKindNames = keysOf(ballotKinds)

/** 组织评定: what people conclude beside the arithmetic. Each kind of ballot offers some of these. */
export const ballotGrades = {
  excellent: '优秀',
  qualified: '合格',
  basic: '基本合格',
  unqualified: '不合格',
  competent: '称职',
  basicCompetent: '基本称职',
  incompetent: '不称职',
  recommended: '列为考察对象',
  notRecommended: '不列为考察对象',
  passed: '通过',
  rejected: '未通过',
  deferred: '缓议',
  elected: '当选',
  notElected: '未当选',
  met: '达标',
  middle: '中间',
  weak: '软弱涣散',
  idle: '不发挥作用',
} as const
export type BallotGrade = keyof typeof ballotGrades

/** Whether a person or body on the list is voted on. 预备党员 take part in 民主评议 and are given no grade. */
export const rowParts = { graded: '参评', ungraded: '参加，不定等次', excused: '不参评' } as const
export type RowPart = keyof typeof rowParts

/** How papers are counted: totals by row, each paper by itself, or each paper twice by two people. */
export const countingWays = { totals: '按人录总数', papers: '逐张录票', twice: '双人复录' } as const
export type CountingWay = keyof typeof countingWays

/** 未开始, 录入中, 已封票, 已评定: how far a ballot is. */
export const ballotStates = { planned: '未计票', counting: '计票中', closed: '已封票', decided: '已评定' } as const
export type BallotState = keyof typeof ballotStates
