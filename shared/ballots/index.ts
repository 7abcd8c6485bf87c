import type { BallotKindName } from '../domain/ballot-words.ts'
import { dutyAssessment, goodMembers, goodOrganizations, memberAppraisal, performance } from './appraisal.ts'
import { accountability, cadreAssessment, dutyReport, meetingRecommendation, talkRecommendation, teamAssessment } from './cadres.ts'
import type { BallotKind } from './kind.ts'
import { admissionVote, committeeVote, conversionVote, disposalVote, election } from './votes.ts'

/** Every kind of ballot, in menu order. */
export const ballots: Readonly<Record<BallotKindName, BallotKind>> = {
  memberAppraisal,
  performance,
  cadreAssessment,
  teamAssessment,
  dutyReport,
  accountability,
  meetingRecommendation,
  talkRecommendation,
  committeeVote,
  admissionVote,
  conversionVote,
  disposalVote,
  election,
  goodOrganizations,
  goodMembers,
  dutyAssessment,
}
