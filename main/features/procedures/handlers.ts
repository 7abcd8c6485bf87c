import type { proceduresApi } from '../../../shared/api/procedures.ts'
import { accountability } from '../../../shared/domain/accountability.ts'
import { caseRelative } from '../../../shared/domain/case-relative.ts'
import { caseMaterial, caseNote, caseStep, type ProcedureCase, procedureCase } from '../../../shared/domain/procedure-case.ts'
import { AppError } from '../../../shared/errors.ts'
import { restsOn, type StepStanding } from '../../../shared/rules/procedure.ts'
import type { Step } from '../../../shared/procedures/procedure.ts'
import { askedOf } from '../../../shared/procedures/asked.ts'
import type { Handlers } from '../../app/handlers.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { among } from '../../db/among.ts'
import { nextOf } from '../../procedures/next.ts'
import { barRemarks } from '../../procedures/bar-remarks.ts'
import { planRemark } from '../../procedures/plan-remarks.ts'
import { caseGround, standingsOf } from '../../procedures/read.ts'
import { fromRow } from '../../records/rows.ts'
import { candidates, casesOfPerson, listCases } from './listed.ts'
import { stepsOfCases } from './steps-of.ts'
import { studied } from './studied.ts'
import { changeStep, endCase, openCases, recordStep } from './record.ts'

export const procedureHandlers: Handlers<keyof typeof proceduresApi> = {
  'case.list': listCases,
  'case.ofPerson': casesOfPerson,
  'case.candidates': candidates,
  'case.stepsOf': stepsOfCases,
  'case.studied': studied,

  async 'case.get'(scope, { caseId }) {
    const { db, today } = scope
    const record = await caseOf(db, caseId)
    const [found] = await standingsOf(db, [record], await caseGround(scope))
    if (!found) throw new AppError('record.notFound', { label: procedureCase.label })
    const plan = await planRemark(scope, found)
    const bars = await barRemarks(scope, found)
    const organization = await db.selectFrom('organization').select('name').where('id', '=', record.organizationId).limit(1).executeTakeFirst()
    const records = (await db.selectFrom('caseStep').selectAll().where('caseId', '=', caseId).orderBy('createdAt').execute()).map(row => fromRow(caseStep, row))
    const materials = (await db.selectFrom('caseMaterial').selectAll().where('caseId', '=', caseId).orderBy('createdAt').execute()).map(row =>
      fromRow(caseMaterial, row),
    )
    const notes = (await db.selectFrom('caseNote').selectAll().where('caseId', '=', caseId).orderBy('notedOn', 'desc').execute()).map(row =>
      fromRow(caseNote, row),
    )
    const relatives = (await db.selectFrom('caseRelative').selectAll().where('caseId', '=', caseId).orderBy('createdAt').execute()).map(row =>
      fromRow(caseRelative, row),
    )
    const accountabilities = (
      await db.selectFrom('accountability').selectAll().where('caseId', '=', caseId).orderBy('decidedOn').orderBy('createdAt').execute()
    ).map(row => fromRow(accountability, row))
    const files = await db
      .selectFrom('attachmentFile')
      .select(['id', 'name'])
      .where(
        among(
          'id',
          [...materials.map(({ file }) => file), ...accountabilities.map(({ scan }) => scan)].flatMap(file => file ?? []),
        ),
      )
      .execute()
    return {
      record,
      organization: organization?.name ?? '',
      rules: { startsOn: found.rules.startsOn, source: found.rules.source, newer: found.procedure.rules.at(-1) !== found.rules },
      phase: nextOf(found, today, 0).phase,
      ended: found.standing.ended,
      turn: found.standing.turn,
      steps: shownSteps(found.standing.steps, new Set([...records, ...materials].map(({ step }) => step))).map(step => {
        const shown = shownStep(record.closedOn === null ? step : withoutDays(step), found.rules.steps)
        return { ...shown, remarks: [...shown.remarks, ...(plan?.step === shown.key ? [plan.remark] : []), ...(bars.get(shown.key) ?? [])] }
      }),
      subjects: [...found.subjects],
      records,
      materials,
      notes,
      relatives,
      accountabilities,
      files: Object.fromEntries(files.map(({ id, name }) => [id, name])),
    }
  },

  'case.open': openCases,
  'case.record': recordStep,
  'case.change': changeStep,
  'case.end': endCase,
}

/** The steps that are shown: a way off the ordinary one only where the case has come to it, or anything was ever put down of it. */
const shownSteps = (steps: readonly StepStanding[], touched: ReadonlySet<string>): readonly StepStanding[] =>
  steps.filter(({ step: { key, detour }, state }) => !detour || state !== 'off' || touched.has(key))

/** Of a case that a person has ended nothing is due any more. */
const withoutDays = (step: StepStanding): StepStanding =>
  step.state === 'done' || step.state === 'off'
    ? step
    : { ...step, state: 'ended', from: null, until: null, why: null, besides: [], overdueBy: 0, blockedBy: [] }

/** One step as it crosses the border. */
function shownStep({ step, result, why, besides, blockedBy, missing, remarks, provisional, ...standing }: StepStanding, others: readonly Step[]) {
  const { key, no = null, label, phase, clause, actor, local = false } = step
  return {
    ...standing,
    ...askedOf(step, others),
    key,
    no,
    label,
    phase,
    clause,
    actor,
    local,
    result: result?.label ?? null,
    why:
      restsOn({ why, besides })
        .map(({ words, clause: article }) => `${words}（${article}）`)
        .join('；') || null,
    provisional: [...provisional],
    blockedBy: [...blockedBy],
    missing: [...missing],
    remarks: [...remarks],
  }
}

export async function caseOf(db: ReadScope['db'], id: string): Promise<ProcedureCase> {
  const row = await db.selectFrom('procedureCase').selectAll().where('id', '=', id).limit(1).executeTakeFirst()
  if (!row) throw new AppError('record.notFound', { label: procedureCase.label })
  return fromRow(procedureCase, row)
}
