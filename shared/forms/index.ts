import type { FormName } from '../api/forms.ts'
import { appraisalRecord } from './appraisal-record.ts'
import { appointmentSheet } from './appointment-sheet.ts'
import { archiveForm } from './archive-form.ts'
import { ballotPaper } from './ballot-paper.ts'
import { ballotSummary } from './ballot-summary.ts'
import { branchPlan } from './branch-plan.ts'
import { caseFile } from './case-file.ts'
import { cadreRoster } from './cadre-roster.ts'
import { caseFlow } from './case-flow.ts'
import { caseMaterials } from './case-materials.ts'
import { caseProgress } from './case-progress.ts'
import { caseRecord } from './case-record.ts'
import { activistFiling } from './development/activist-filing.ts'
import { activistList } from './development/activist-list.ts'
import { cultivationRecord } from './development/cultivation-record.ts'
import { inquiryLetter } from './development/inquiry-letter.ts'
import { admissionLetter, conversionLetter } from './development/letters.ts'
import { admissionNotice, candidateNotice, conversionNotice } from './development/notices.ts'
import { previewForm } from './development/preview-form.ts'
import { probationRecord } from './development/probation-record.ts'
import { reviewReport } from './development/review-report.ts'
import { talkRecord } from './development/talk-record.ts'
import { disposalForm } from './disposal-form.ts'
import { lifeSummary } from './life-summary.ts'
import { meetingMinutes } from './meeting-minutes.ts'
import { performanceReport } from './performance-report.ts'
import { planBulletin } from './development/plan-bulletin.ts'
import { planMonthly } from './development/plan-monthly.ts'
import { policyTable } from './policy-table.ts'
import { relationLetter } from './relation-letter.ts'
import { reminderSheet } from './reminder-sheet.ts'
import { quotaList } from './quota-list.ts'
import { quotaOverview } from './quota-overview.ts'
import { quotaShort } from './quota-short.ts'
import { appointmentLetter } from './selection/appointment-letter.ts'
import { assessmentReport } from './selection/assessment-report.ts'
import { decisionTally } from './selection/decision-tally.ts'
import { integrityForm } from './selection/integrity-form.ts'
import { appointmentNotice, assessmentNotice } from './selection/notices.ts'
import { opinionLetter } from './selection/opinion-letter.ts'
import { recommendationSummary } from './selection/recommendation-summary.ts'
import { selectionRecord } from './selection/selection-record.ts'
import { appointmentTalk, assessmentTalk } from './selection/talks.ts'
import { trialForm } from './selection/trial-form.ts'
import { signIn } from './sign-in.ts'
import { admonitionApproval, inquiryReply } from './supervision/approval.ts'
import { admonitionLetter, inquiryNotice, reminderLetter } from './supervision/letters.ts'
import { petitionForm } from './supervision/petition-form.ts'
import { effectLedger } from './supervision/effect-ledger.ts'
import { integrityFile } from './supervision/integrity-file.ts'
import { rectificationLedger } from './supervision/rectification-ledger.ts'
import { admonitionTalk } from './supervision/talk-record.ts'
import { studyArchive } from './study-archive.ts'
import { studyShort } from './study-short.ts'
import { studySummary } from './study-summary.ts'

/** Every form, in menu order. */
export const forms = {
  studySummary,
  studyShort,
  studyArchive,
  signIn,
  meetingMinutes,
  policyTable,
  reminderSheet,
  quotaOverview,
  quotaList,
  quotaShort,
  lifeSummary,
  branchPlan,
  ballotPaper,
  ballotSummary,
  appraisalRecord,
  performanceReport,
  caseRecord,
  caseMaterials,
  caseFlow,
  caseProgress,
  appointmentSheet,
  cadreRoster,
  archiveForm,
  selectionRecord,
  recommendationSummary,
  assessmentNotice,
  assessmentTalk,
  opinionLetter,
  integrityForm,
  assessmentReport,
  decisionTally,
  appointmentNotice,
  appointmentLetter,
  appointmentTalk,
  trialForm,
  talkRecord,
  activistFiling,
  activistList,
  cultivationRecord,
  candidateNotice,
  inquiryLetter,
  reviewReport,
  previewForm,
  admissionNotice,
  admissionLetter,
  probationRecord,
  conversionNotice,
  conversionLetter,
  disposalForm,
  relationLetter,
  caseFile,
  effectLedger,
  integrityFile,
  planMonthly,
  planBulletin,
  admonitionApproval,
  reminderLetter,
  inquiryNotice,
  inquiryReply,
  admonitionLetter,
  admonitionTalk,
  petitionForm,
  rectificationLedger,
} satisfies Record<FormName, { readonly name: FormName }>
