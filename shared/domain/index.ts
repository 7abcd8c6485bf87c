import { accountability } from './accountability.ts'
import { activity, attendance } from './activity.ts'
import { admissionNumber } from './admission-number.ts'
import { admonition } from './admonition.ts'
import { appraisalFollowUp } from './appraisal-follow-up.ts'
import { archiveCheck, archiveItem } from './archive-check.ts'
import { award } from './award.ts'
import { ballot, ballotGroup, ballotRound, ballotRow } from './ballot.ts'
import { ballotCount, ballotPaper, ballotReturn, ballotTally } from './ballot-count.ts'
import { cadre, familyMember, resumePeriod, reward, yearGrade } from './cadre.ts'
import { posting, stepDown, talentPool } from './cadre-growth.ts'
import { calendarDay } from './calendar-day.ts'
import { campaign } from './campaign.ts'
import { cardCheck } from './card-check.ts'
import { appointment, bodyExemption, exemption, transfer } from './changes.ts'
import { caseRelative } from './case-relative.ts'
import { comfortVisit } from './comfort-visit.ts'
import { consultation } from './consultation.ts'
import { contactPoint, pointVisit } from './contact-point.ts'
import { criticism } from './criticism.ts'
import { dutyLetter } from './duty-letter.ts'
import { excellenceReview } from './excellence-review.ts'
import { expense } from './expense.ts'
import { fieldwork } from './fieldwork.ts'
import { floatingContact } from './floating-contact.ts'
import { floatingIn } from './floating-in.ts'
import { floatingOut } from './floating-out.ts'
import { floatingReport } from './floating-report.ts'
import { gradeDecision } from './grade-decision.ts'
import { hardship } from './hardship.ts'
import { inspection } from './inspection.ts'
import { integrityAccess, integrityReview } from './integrity.ts'
import { keyManagement } from './key-management.ts'
import { liaison, liaisonVisit } from './liaison.ts'
import { resolution } from './meeting.ts'
import { memberPost } from './member-post.ts'
import { modelPoint } from './model-point.ts'
import { monthlyReport } from './monthly-report.ts'
import { opinion } from './opinion.ts'
import { organization } from './organization.ts'
import { matterReport, oversightMatter } from './oversight.ts'
import { ownQuota } from './own-quota.ts'
import { parameter } from './parameter.ts'
import { person } from './person.ts'
import { personalReport, reportCheck } from './personal-report.ts'
import { petition } from './petition.ts'
import { placeAsset } from './place-asset.ts'
import { pledge } from './pledge.ts'
import { post, postHolding } from './post.ts'
import { caseMaterial, caseNote, caseStep, localRequirement, procedureCase } from './procedure-case.ts'
import { prospect } from './prospect.ts'
import { publicity } from './publicity.ts'
import { quiz } from './quiz.ts'
import { reception } from './reception.ts'
import { rectification } from './rectification.ts'
import { clause, policy } from './policy.ts'
import { sanction } from './sanction.ts'
import { scheme, schemeGroup, schemeItem, schemeVeto, scoreAdjustment } from './scheme.ts'
import { snooze } from './snooze.ts'
import { studyNote } from './study-note.ts'
import { studyPlan } from './study-plan.ts'
import { talk } from './talk.ts'
import { user, userTie } from './user.ts'
import { visitMatter } from './visit-matter.ts'
import { volunteer } from './volunteer.ts'
import { writtenReport } from './written-report.ts'
import type { RecordType } from '../records/record.ts'
import { candidate, candidateCheck, noticeObjection, selection, selectionTalk } from './selection.ts'

/** Every record type the application knows, in menu order. */
export const records = {
  organization,
  person,
  transfer,
  appointment,
  exemption,
  bodyExemption,
  activity,
  studyNote,
  studyPlan,
  quiz,
  talk,
  criticism,
  rectification,
  fieldwork,
  reception,
  visitMatter,
  liaison,
  liaisonVisit,
  contactPoint,
  pointVisit,
  writtenReport,
  monthlyReport,
  inspection,
  dutyLetter,
  expense,
  placeAsset,
  comfortVisit,
  hardship,
  award,
  memberPost,
  opinion,
  publicity,
  consultation,
  pledge,
  volunteer,
  floatingOut,
  floatingIn,
  floatingContact,
  floatingReport,
  cardCheck,
  campaign,
  excellenceReview,
  modelPoint,
  scheme,
  ballotRound,
  ballot,
  ballotCount,
  gradeDecision,
  scoreAdjustment,
  appraisalFollowUp,
  procedureCase,
  caseStep,
  caseMaterial,
  caseNote,
  caseRelative,
  localRequirement,
  cadre,
  post,
  postHolding,
  talentPool,
  posting,
  stepDown,
  archiveCheck,
  selection,
  candidate,
  candidateCheck,
  selectionTalk,
  noticeObjection,
  sanction,
  admonition,
  personalReport,
  reportCheck,
  petition,
  oversightMatter,
  matterReport,
  integrityReview,
  integrityAccess,
  admissionNumber,
  accountability,
  prospect,
  keyManagement,
  calendarDay,
  snooze,
  ownQuota,
  parameter,
  policy,
  clause,
  user,
}

/** Every kind of owned line, by its name. */
export const lines = {
  attendance,
  resolution,
  schemeItem,
  schemeGroup,
  schemeVeto,
  ballotRow,
  ballotGroup,
  ballotReturn,
  ballotTally,
  ballotPaper,
  resumePeriod,
  familyMember,
  yearGrade,
  reward,
  archiveItem,
  userTie,
}

export type RecordName = keyof typeof records
export type LinesName = keyof typeof lines
export const recordNames = Object.keys(records) as RecordName[]
export const lineNames = Object.keys(lines) as LinesName[]

/** 台账: the record types with a page of their own under a topic. Each has a list, a form, an export and an import. */
export const registerNames = recordNames.filter(name => (records[name] as RecordType).topic !== undefined)

/** Everything that one workbook a record a row can bring in: the registers, and what a screen of its own shows. */
export const importedNames = recordNames.filter(name => registerNames.includes(name) || (records[name] as RecordType).screen !== undefined)

/** The path of the page where the records of a type are seen. */
export const pathOf = (name: RecordName): string => (records[name] as RecordType).screen ?? `/registers/${name}`
