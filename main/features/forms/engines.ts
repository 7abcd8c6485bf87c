import type { FormName } from '../../../shared/api/forms.ts'
import type { Engine } from './engine.ts'
import { activistListEngine } from './activist-list.ts'
import { appraisalRecordEngine } from './appraisal-record.ts'
import { appointmentSheetEngine } from './appointment-sheet.ts'
import { archiveFormEngine } from './archive-form.ts'
import { ballotPaperEngine } from './ballot-paper.ts'
import { ballotSummaryEngine } from './ballot-summary.ts'
import { branchPlanEngine } from './branch-plan.ts'
import { caseFileEngine } from './case-file.ts'
import { cadreRosterEngine } from './cadre-roster.ts'
import { caseFlowEngine } from './case-flow.ts'
import { caseMaterialsEngine } from './case-materials.ts'
import { caseProgressEngine } from './case-progress.ts'
import { caseRecordEngine } from './case-record.ts'
import { developmentEngines } from './development.ts'
import { effectLedgerEngine } from './effect-ledger.ts'
import { integrityFileEngine } from './integrity-file.ts'
import { lifeSummaryEngine } from './life-summary.ts'
import { meetingMinutesEngine } from './meeting-minutes.ts'
import { performanceReportEngine } from './performance-report.ts'
import { planEngines } from './development-plans.ts'
import { policyTableEngine } from './policy-table.ts'
import { noticeEngines } from './public-notice.ts'
import { quotaShortEngine } from './quota-short.ts'
import { reminderSheetEngine } from './reminder-sheet.ts'
import { quotaListEngine } from './quota-list.ts'
import { quotaOverviewEngine } from './quota-overview.ts'
import { selectionEngines } from './selection.ts'
import { signInEngine } from './sign-in.ts'
import { studyArchiveEngine } from './study-archive.ts'
import { studyShortEngine } from './study-short.ts'
import { studySummaryEngine } from './study-summary.ts'
import { supervisionEngines } from './supervision.ts'

/** Every form with its query, in menu order. */
export const engines: Readonly<Record<FormName, Engine>> = {
  studySummary: studySummaryEngine,
  studyShort: studyShortEngine,
  studyArchive: studyArchiveEngine,
  signIn: signInEngine,
  meetingMinutes: meetingMinutesEngine,
  policyTable: policyTableEngine,
  reminderSheet: reminderSheetEngine,
  quotaOverview: quotaOverviewEngine,
  quotaList: quotaListEngine,
  quotaShort: quotaShortEngine,
  lifeSummary: lifeSummaryEngine,
  branchPlan: branchPlanEngine,
  ballotPaper: ballotPaperEngine,
  ballotSummary: ballotSummaryEngine,
  appraisalRecord: appraisalRecordEngine,
  performanceReport: performanceReportEngine,
  caseRecord: caseRecordEngine,
  caseMaterials: caseMaterialsEngine,
  caseFlow: caseFlowEngine,
  caseProgress: caseProgressEngine,
  appointmentSheet: appointmentSheetEngine,
  cadreRoster: cadreRosterEngine,
  archiveForm: archiveFormEngine,
  ...selectionEngines,
  talkRecord: developmentEngines.talkRecord,
  activistFiling: developmentEngines.activistFiling,
  activistList: activistListEngine,
  cultivationRecord: developmentEngines.cultivationRecord,
  candidateNotice: noticeEngines.candidateNotice,
  inquiryLetter: developmentEngines.inquiryLetter,
  reviewReport: developmentEngines.reviewReport,
  previewForm: developmentEngines.previewForm,
  admissionNotice: noticeEngines.admissionNotice,
  admissionLetter: developmentEngines.admissionLetter,
  probationRecord: developmentEngines.probationRecord,
  conversionNotice: noticeEngines.conversionNotice,
  conversionLetter: developmentEngines.conversionLetter,
  disposalForm: developmentEngines.disposalForm,
  relationLetter: developmentEngines.relationLetter,
  caseFile: caseFileEngine,
  effectLedger: effectLedgerEngine,
  integrityFile: integrityFileEngine,
  ...planEngines,
  ...supervisionEngines,
}
