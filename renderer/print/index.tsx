import type { ReactNode } from 'react'
import type { FormName } from '../../shared/api/forms.ts'
import type { Form } from '../../shared/forms/form.ts'
import { appraisalRecord } from '../../shared/forms/appraisal-record.ts'
import { ballotPaper } from '../../shared/forms/ballot-paper.ts'
import { ballotSummary } from '../../shared/forms/ballot-summary.ts'
import { branchPlan } from '../../shared/forms/branch-plan.ts'
import { cadreRoster } from '../../shared/forms/cadre-roster.ts'
import { caseProgress } from '../../shared/forms/case-progress.ts'
import { forms } from '../../shared/forms/index.ts'
import { lifeSummary } from '../../shared/forms/life-summary.ts'
import { meetingMinutes } from '../../shared/forms/meeting-minutes.ts'
import { performanceReport } from '../../shared/forms/performance-report.ts'
import { planMonthly } from '../../shared/forms/development/plan-monthly.ts'
import { policyTable } from '../../shared/forms/policy-table.ts'
import { quotaShort } from '../../shared/forms/quota-short.ts'
import { reminderSheet } from '../../shared/forms/reminder-sheet.ts'
import { quotaList } from '../../shared/forms/quota-list.ts'
import { quotaOverview } from '../../shared/forms/quota-overview.ts'
import { signIn } from '../../shared/forms/sign-in.ts'
import { studyArchive } from '../../shared/forms/study-archive.ts'
import { studyShort } from '../../shared/forms/study-short.ts'
import { studySummary } from '../../shared/forms/study-summary.ts'
import { AppraisalRecord } from './appraisal-record.tsx'
import { BallotPaper } from './ballot-paper.tsx'
import { BallotSummary } from './ballot-summary.tsx'
import { BranchPlan } from './branch-plan.tsx'
import { CadreRoster } from './cadre-roster.tsx'
import { CaseProgress } from './case-progress.tsx'
import { LifeSummary } from './life-summary.tsx'
import { MeetingMinutes } from './meeting-minutes.tsx'
import { PerformanceReport } from './performance-report.tsx'
import { PlanMonthly } from './plan-monthly.tsx'
import { PolicyTable } from './policy-table.tsx'
import { QuotaShort } from './quota-short.tsx'
import { ReminderSheet } from './reminder-sheet.tsx'
import { QuotaList } from './quota-list.tsx'
import { QuotaOverview } from './quota-overview.tsx'
import { SignInSheet } from './sign-in-sheet.tsx'
import { StudyArchive } from './study-archive.tsx'
import { StudyShort } from './study-short.tsx'
import { StudySummary } from './study-summary.tsx'
import { WrittenForm } from './written.tsx'

/** Props come from another process: they are checked against the form before the template sees them. */
const template =
  <P,>(form: Form<P>, render: (props: P) => ReactNode) =>
  (props: unknown): ReactNode =>
    render(form.props.parse(props))

/** Of forms that look as no written form does. Every other is printed from what it says in data. */
const templates: Readonly<Partial<Record<string, (props: unknown) => ReactNode>>> = {
  studySummary: template(studySummary, StudySummary),
  studyShort: template(studyShort, StudyShort),
  studyArchive: template(studyArchive, StudyArchive),
  signIn: template(signIn, SignInSheet),
  meetingMinutes: template(meetingMinutes, MeetingMinutes),
  policyTable: template(policyTable, PolicyTable),
  reminderSheet: template(reminderSheet, ReminderSheet),
  quotaOverview: template(quotaOverview, QuotaOverview),
  quotaList: template(quotaList, QuotaList),
  quotaShort: template(quotaShort, QuotaShort),
  lifeSummary: template(lifeSummary, LifeSummary),
  branchPlan: template(branchPlan, BranchPlan),
  ballotPaper: template(ballotPaper, BallotPaper),
  ballotSummary: template(ballotSummary, BallotSummary),
  appraisalRecord: template(appraisalRecord, AppraisalRecord),
  performanceReport: template(performanceReport, PerformanceReport),
  caseProgress: template(caseProgress, CaseProgress),
  cadreRoster: template(cadreRoster, CadreRoster),
  planMonthly: template(planMonthly, PlanMonthly),
}

const isForm = (name: string): name is FormName => Object.hasOwn(forms, name)

/** The documents of a form as one long strip each, before they are cut into pages. */
export function strips(name: string, props: unknown): ReactNode {
  const own = templates[name]
  if (own) return own(props)
  const written = isForm(name) ? forms[name].writtenOf(props) : null
  if (!written) throw new Error(`there is no print template named ${name}`)
  return <WrittenForm name={name} written={written} />
}
