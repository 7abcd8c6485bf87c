import { z } from 'zod'
import { ballotKinds } from '../domain/ballot-words.ts'
import { procedureNames } from '../domain/procedure-case.ts'
import { askKinds } from '../procedures/procedure.ts'
import { localDate } from '../records/fields.ts'
import { keysOf } from '../records/keys.ts'
import { stepStates } from '../rules/procedure.ts'
import { row } from './activity.ts'
import { command, query } from './endpoint.ts'
import { formNames } from './forms.ts'
import { piece } from './piece.ts'

const procedure = z.enum(keysOf(procedureNames))
const stepState = z.enum(keysOf(stepStates))

/** The days left until something is due, in a word. */
export const caseStates = { overdue: '逾期', near: '临期', open: '进行中', waiting: '等时间', ended: '已结束' } as const
export type CaseState = keyof typeof caseStates
const caseState = z.enum(keysOf(caseStates))

const found = {
  procedure,
  organizationId: z.string().optional(),
  phase: z.string().optional(),
  state: caseState.optional(),
  /** Cases that have ended are asked for by themselves. */ ended: z.boolean().default(false),
  search: z.string().max(60).optional(),
  /** Those only whose alarm is up: 挂空. */ alarm: z.boolean().optional(),
}

const remark = z.object({ code: z.string(), message: z.string(), clause: z.string().nullable() })

/** What is to be written down of a step: shared/procedures/asked.ts. */
const asked = {
  asks: z.array(z.object({ kind: z.enum(keysOf(askKinds)), label: z.string(), atLeast: z.int().nullable(), atMost: z.int().nullable() })).readonly(),
  results: z
    .array(
      z.object({
        key: z.string(),
        label: z.string(),
        ends: z.string().nullable(),
        again: z.boolean(),
        /** Further steps it carries. */ carries: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
  materials: z
    .array(z.object({ key: z.string(), label: z.string(), oneOf: z.string().nullable(), each: z.boolean(), clause: z.string().nullable() }))
    .readonly(),
  lasts: z.string().nullable(),
  extended: z.string().nullable(),
  repeats: z.string().nullable(),
  vote: z.enum(keysOf(ballotKinds)).nullable(),
  /** What the step is done on, to be printed from it. */ forms: z.array(z.enum(formNames)).readonly(),
}

const standing = z.object({
  key: z.string(),
  no: z.int().nullable(),
  label: z.string(),
  phase: z.string(),
  clause: z.string().nullable(),
  actor: z.string(),
  local: z.boolean(),
  state: stepState,
  on: z.string().nullable(),
  begun: z.string().nullable(),
  result: z.string().nullable(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  /** What the days rest on, in words with the clause. */ why: z.string().nullable(),
  /** A posting or a class that has begun: it has lasted long enough from this day on. */ lastsUntil: z.string().nullable(),
  overdueBy: z.int(),
  /** 暂算: years without a notice on file. */ provisional: z.array(z.int()),
  blockedBy: z.array(z.string()),
  missing: z.array(z.string()),
  remarks: z.array(remark),
  /** The round from which records of it count; those before are its earlier turns. */ since: z.int(),
  ...asked,
})

/** Where a case stands, in a line. */
const listed = z.object({
  id: z.string(),
  version: z.int(),
  name: z.string(),
  personId: z.string().nullable(),
  organizationId: z.string(),
  organization: z.string(),
  openedOn: z.string(),
  owner: z.string().nullable(),
  phase: z.string(),
  /** The next step to take. */ step: z.string(),
  stepKey: z.string().nullable(),
  state: caseState,
  dueOn: z.string().nullable(),
  /** Materials that steps already taken still lack. */ missing: z.int(),
  remarks: z.int(),
  /** The name of what is wrong with it, where its procedure has one: 挂空. */ alarm: z.string().nullable(),
  closedOn: z.string().nullable(),
  outcome: z.string().nullable(),
})

export const proceduresApi = {
  /** The open cases with where each stands: by phase, by organization, by the day something is due. */
  'case.list': query(
    z.strictObject({ ...found, ...piece }),
    z.object({
      total: z.int(),
      byPhase: z.record(z.string(), z.int()),
      byState: z.record(caseState, z.int()),
      alarms: z.int(),
      rows: z.array(listed),
    }),
  ),
  /** The cases of one person, open ones first. */
  'case.ofPerson': query(z.strictObject({ personId: z.string() }), z.array(listed.extend({ procedure }))),
  /** Who could have a case opened and has none: those on the way to membership, the next step first. */
  'case.candidates': query(
    z.strictObject({ procedure, organizationId: z.string().optional(), search: z.string().max(60).optional(), ...piece }),
    z.object({
      total: z.int(),
      rows: z.array(z.object({ id: z.string(), name: z.string(), organization: z.string(), category: z.string(), bornOn: z.string().nullable() })),
    }),
  ),
  /** The steps that all of these cases have by the rules each goes by, and the names of those that only some have. */
  'case.stepsOf': query(
    z.strictObject({ caseIds: z.array(z.string()).min(1).max(500) }),
    z.object({
      steps: z.array(
        z.object({ key: z.string(), no: z.int().nullable(), label: z.string(), local: z.boolean(), /** How many can take it now. */ open: z.int(), ...asked }),
      ),
      partly: z.array(z.string()),
    }),
  ),
  /** The classes that the study records have of a person, with the hours he was there for: what 短期集中培训 is put down from. The newest first. */
  'case.studied': query(
    z.strictObject({ personId: z.string() }),
    z.array(z.object({ id: z.string(), name: z.string(), startsOn: z.string(), endsOn: z.string(), place: z.string().nullable(), hours: z.number() })),
  ),
  /** One case whole: the rules it goes by, every step with its standing, what was recorded, materials and diary. */
  'case.get': query(
    z.strictObject({ caseId: z.string() }),
    z.object({
      record: row,
      organization: z.string(),
      rules: z.object({ startsOn: z.string(), source: z.string(), newer: z.boolean() }),
      phase: z.string(),
      ended: z.string().nullable(),
      turn: z.int(),
      steps: z.array(standing),
      /** Those it has come down to, where it is about several: 考察对象. */ subjects: z.array(z.object({ id: z.string(), name: z.string() })),
      records: z.array(row),
      materials: z.array(row),
      notes: z.array(row),
      relatives: z.array(row),
      /** 责任追究 that the case has led to. */ accountabilities: z.array(row),
      /** Names of attachments by id. */ files: z.record(z.string(), z.string()),
    }),
  ),
  /** Opens cases for people of one organization; who has an open one already is left out. */
  'case.open': command(
    z.strictObject({ procedure, openedOn: localDate, owner: z.string().trim().max(200).nullable(), personIds: z.array(z.string()).min(1).max(500) }),
    z.object({ opened: z.int(), caseIds: z.array(z.string()) }),
  ),
  /**
   * Records a step of one case or, the same for all, of several: a batch in one 公示. Out of order or date it is recorded all the same; the
   * answer says what is not in order. `draft` holds the fields of 步骤办理.
   */
  'case.record': command(
    z.strictObject({ caseIds: z.array(z.string()).min(1).max(500), step: z.string(), draft: row }),
    z.object({ recorded: z.int(), remarks: z.array(z.object({ caseId: z.string(), message: z.string() })) }),
  ),
  /** Changes what was recorded of a step. */
  'case.change': command(z.strictObject({ stepId: z.string(), version: z.int(), draft: row }), z.object({ version: z.int(), remarks: z.array(remark) })),
  /** Ends a case, as its last step or a person says; or, with outcome null, opens it again. */
  'case.end': command(
    z.strictObject({ caseId: z.string(), version: z.int(), closedOn: localDate.nullable(), outcome: z.string().trim().max(200).nullable() }),
    z.object({ version: z.int() }),
  ),
}
