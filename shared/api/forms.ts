import { z } from 'zod'
import { ballotKindNames } from '../domain/ballot-words.ts'
import { procedureNames } from '../domain/procedure-case.ts'
import { localDate } from '../records/fields.ts'
import { keysOf } from '../records/keys.ts'
import { clauseStates } from '../rules/clause-states.ts'
import { action, query } from './endpoint.ts'
import { piece } from './piece.ts'
import { fileToken } from './shell.ts'

export const formNames = [
  'studySummary',
  'studyShort',
  'studyArchive',
  'signIn',
  'meetingMinutes',
  'policyTable',
  'reminderSheet',
  'quotaOverview',
  'quotaList',
  'quotaShort',
  'lifeSummary',
  'branchPlan',
  'ballotPaper',
  'ballotSummary',
  'appraisalRecord',
  'performanceReport',
  'caseRecord',
  'caseMaterials',
  'caseFlow',
  'caseProgress',
  'appointmentSheet',
  'cadreRoster',
  'archiveForm',
  'selectionRecord',
  'recommendationSummary',
  'assessmentNotice',
  'assessmentTalk',
  'opinionLetter',
  'integrityForm',
  'assessmentReport',
  'decisionTally',
  'appointmentNotice',
  'appointmentLetter',
  'appointmentTalk',
  'trialForm',
  'talkRecord',
  'activistFiling',
  'activistList',
  'cultivationRecord',
  'candidateNotice',
  'inquiryLetter',
  'reviewReport',
  'previewForm',
  'admissionNotice',
  'admissionLetter',
  'probationRecord',
  'conversionNotice',
  'conversionLetter',
  'disposalForm',
  'relationLetter',
  'caseFile',
  'effectLedger',
  'integrityFile',
  'planMonthly',
  'planBulletin',
  'admonitionApproval',
  'reminderLetter',
  'inquiryNotice',
  'inquiryReply',
  'admonitionLetter',
  'admonitionTalk',
  'petitionForm',
  'rectificationLedger',
] as const
export type FormName = (typeof formNames)[number]
const form = z.enum(formNames)

/** How something left the office. */
export const issueWays = { print: '打印', pdf: 'PDF', xlsx: 'Excel', docx: 'Word', lrmx: '任免表文件', file: '附件' } as const
const issueWayNames = ['print', 'pdf', 'xlsx', 'docx', 'lrmx', 'file'] as const
export type IssueWay = (typeof issueWayNames)[number]

/** 打印与导出登记, narrowed. */
const asked = {
  from: localDate.optional(),
  until: localDate.optional(),
  actor: z.string().max(40).optional(),
  way: z.enum(issueWayNames).optional(),
  search: z.string().trim().max(60).optional(),
}
export type RegisterQuestion = z.infer<z.ZodObject<typeof asked>>

/** What a form is asked for. Each form uses what it needs and says what is missing. */
export const formParams = z.strictObject({
  year: z.int().min(1950).max(2200).optional(),
  /** Of that year; without it the one that runs. */
  month: z.int().min(1).max(12).optional(),
  organizationId: z.string().optional(),
  personIds: z.array(z.string()).max(50_000).optional(),
  activityId: z.string().optional(),
  /** Which quota a list is of, by its name. */
  quota: z.string().optional(),
  /** One document of the register of policies; every document without it. */
  policyId: z.string().optional(),
  /** Only clauses that stand so. */
  states: z.array(z.enum(clauseStates)).max(4).optional(),
  blankRows: z.int().min(0).max(200).optional(),
  /** One ballot; or those of a round, or of a kind and year, at or below the organization. */
  ballotId: z.string().optional(),
  roundId: z.string().optional(),
  ballotKind: z.enum(ballotKindNames).optional(),
  /** The cadres that a form is of, in this order, by their sheets. */
  cadreIds: z.array(z.string()).max(20_000).optional(),
  /** A list that may be wide. */
  paper: z.enum(['A4', 'A3']).optional(),
  /** The columns of a list, in this order. */
  columns: z.array(z.string().max(40)).max(60).optional(),
  /** The records of a register that a form is of. */
  recordIds: z.array(z.string()).max(500).optional(),
  /** The 卷宗 that a form is of. */
  caseIds: z.array(z.string()).max(500).optional(),
  /** Of a case that is about several, only of these: 人选. */
  candidateIds: z.array(z.string()).max(500).optional(),
  /** Of which procedure, where a form is about all cases of one; 发展党员 without it. */
  procedure: z.enum(keysOf(procedureNames)).optional(),
  /** The first day of a 公示 that has not been recorded yet. */
  startsOn: localDate.optional(),
  /** Each distinct paper once, to be copied, or as many as there are voters. */
  copies: z.enum(['one', 'voters']).optional(),
  /** 结果汇总表 of the same ballots behind the papers, to be filled in at the count. */
  summary: z.boolean().optional(),
  /** User and time behind the text. On by default where the form allows one. */
  watermark: z.boolean().optional(),
})
export type FormParams = z.infer<typeof formParams>

const input = z.strictObject({ form, params: formParams.default({}) })

export const formsApi = {
  'forms.list': query(
    z.strictObject({}),
    z.array(
      z.object({ name: form, label: z.string(), paper: z.string(), needs: z.array(z.string()), xlsx: z.boolean(), docx: z.boolean(), description: z.string() }),
    ),
  ),
  /** What the template is given, for the preview on screen: the first `shown` documents (rows, where it is one) of `total`. Leaves no audit line but of 监督资料. */
  'forms.preview': action(
    input,
    z.object({ template: z.string(), props: z.unknown(), landscape: z.boolean(), pages: z.int().nullable(), shown: z.int(), total: z.int() }),
  ),
  /** Writes a PDF. Leaves an audit line. */
  'forms.pdf': action(input.extend({ file: fileToken, job: z.string() }), z.object({ pages: z.int() })),
  'forms.xlsx': action(input.extend({ file: fileToken }), z.object({ rows: z.int() })),
  /** Writes a written form as one Word document, a section for each document. Leaves an audit line. */
  'forms.docx': action(input.extend({ file: fileToken }), z.object({ documents: z.int() })),
  /** To paper, through the system's dialog. Leaves an audit line. */
  'forms.print': action(input.extend({ job: z.string() }), z.object({ printed: z.boolean() })),
  /**
   * 整卷: each case as one PDF (cover, contents, lists, every material in the order of the steps), into the file or, one each, into the folder; `originals` puts what
   * no page can be made of beside it. Leaves an audit line.
   */
  'case.file': action(
    z.strictObject({
      caseIds: z.array(z.string()).min(1).max(200),
      file: fileToken.optional(),
      folder: fileToken.optional(),
      originals: z.boolean(),
      job: z.string(),
    }),
    z.object({
      files: z.array(z.object({ name: z.string(), pages: z.int() })),
      /** What is not in it, or not as it was taken in. */
      missing: z.array(z.object({ name: z.string(), material: z.string(), why: z.string() })),
      beside: z.int(),
    }),
  ),
  /** Every print and export that fits, newest first. */
  'forms.register': query(
    z.strictObject({ ...asked, ...piece }),
    z.object({
      total: z.int(),
      /** Who has ever printed or exported, to choose from. */
      actors: z.array(z.string()),
      rows: z.array(
        z.object({
          seq: z.int(),
          at: z.string(),
          actor: z.string(),
          what: z.string(),
          detail: z.string(),
          way: z.enum(issueWayNames),
          /** Where its files were put; null for paper, and where it was not noted yet. */
          folder: z.string().nullable(),
          machine: z.string(),
        }),
      ),
    }),
  ),
  /** Writes what the filter finds as an .xlsx, and is itself in the register from then on. */
  'forms.exportRegister': action(z.strictObject({ ...asked, file: fileToken }), z.object({ rows: z.int() })),
}
