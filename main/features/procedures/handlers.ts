import { type CaseState, caseStates, type proceduresApi } from '../../../shared/api/procedures.ts'
import { caseMaterial, caseNote, caseStep, type ProcedureCase, procedureCase } from '../../../shared/domain/procedure-case.ts'
import { AppError } from '../../../shared/errors.ts'
import { parameterOn } from '../../../shared/rules/parameters.ts'
import type { StepStanding } from '../../../shared/rules/procedure.ts'
import { voteRemarks } from '../../../shared/procedures/vote-remarks.ts'
import type { Handlers } from '../../app/handlers.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { among } from '../../db/among.ts'
import { openStandings } from '../../procedures/kept.ts'
import { nextOf } from '../../procedures/next.ts'
import { caseGround, type CaseStanding, casesIn, standingsOf } from '../../procedures/read.ts'
import { fromRow } from '../../records/rows.ts'
import { subtreeIds } from '../../records/subtree.ts'
import { changeStep, endCase, openCases, recordStep } from './record.ts'

export const procedureHandlers: Handlers<keyof typeof proceduresApi> = {
  async 'case.list'(scope, { procedure, organizationId, phase, state, ended, search, offset, limit }) {
    const { db, today } = scope
    const bodies = organizationId === undefined ? undefined : new Set(await subtreeIds(db, organizationId))
    const names = new Map((await db.selectFrom('organization').select(['id', 'name']).execute()).map(o => [o.id, o.name]))
    const warnDays = await warnDaysOn(scope)
    const found = (ended ? await endedStandings(scope, procedure) : await openStandings(scope)).filter(
      ({ record }) =>
        record.procedure === procedure &&
        (bodies === undefined || bodies.has(record.organizationId)) &&
        (!search || record.name.includes(search) || (names.get(record.organizationId) ?? '').includes(search)),
    )
    const all = found.map(standing => ({ found: standing, next: nextOf(standing, today, warnDays) }))
    const inPhase = all.filter(({ next }) => phase === undefined || next.phase === phase)
    const shown = inPhase.filter(({ next }) => state === undefined || next.state === state).toSorted((a, b) => compare(a.next.dueOn, b.next.dueOn))
    return {
      total: shown.length,
      byPhase: counted(all.map(({ next }) => next.phase)),
      byState: statesOf(inPhase.map(({ next }) => next.state)),
      rows: shown.slice(offset, offset + limit).map(({ found: { record, standing }, next }) => ({
        id: record.id,
        version: record.version,
        name: record.name,
        personId: record.personId,
        organizationId: record.organizationId,
        organization: names.get(record.organizationId) ?? '',
        openedOn: record.openedOn,
        owner: record.owner,
        phase: next.phase,
        step: next.step?.step.label ?? '',
        state: next.state,
        dueOn: next.dueOn,
        missing: standing.steps.reduce((sum, step) => sum + (step.state === 'done' ? step.missing.length : 0), 0),
        remarks: standing.steps.reduce((sum, step) => sum + step.remarks.length, 0),
        outcome: record.outcome,
      })),
    }
  },

  async 'case.get'(scope, { caseId }) {
    const { db, today } = scope
    const record = await caseOf(db, caseId)
    const [found] = await standingsOf(db, [record], await caseGround(scope))
    if (!found) throw new AppError('record.notFound', { label: procedureCase.label })
    const organization = await db.selectFrom('organization').select('name').where('id', '=', record.organizationId).limit(1).executeTakeFirst()
    const records = (await db.selectFrom('caseStep').selectAll().where('caseId', '=', caseId).orderBy('createdAt').execute()).map(row => fromRow(caseStep, row))
    const materials = (await db.selectFrom('caseMaterial').selectAll().where('caseId', '=', caseId).orderBy('createdAt').execute()).map(row =>
      fromRow(caseMaterial, row),
    )
    const notes = (await db.selectFrom('caseNote').selectAll().where('caseId', '=', caseId).orderBy('notedOn', 'desc').execute()).map(row =>
      fromRow(caseNote, row),
    )
    const files = await db
      .selectFrom('attachmentFile')
      .select(['id', 'name'])
      .where(
        among(
          'id',
          materials.flatMap(({ file }) => (file === null ? [] : [file])),
        ),
      )
      .execute()
    const voted = new Map(records.filter(({ voidedAt }) => voidedAt === null).map(kept => [kept.step, kept]))
    return {
      record,
      organization: organization?.name ?? '',
      rules: { startsOn: found.rules.startsOn, source: found.rules.source, newer: found.procedure.rules.at(-1) !== found.rules },
      phase: nextOf(found, today, 0).phase,
      ended: found.standing.ended,
      turn: found.standing.turn,
      steps: found.standing.steps.map(step => {
        const kept = voted.get(step.step.key)
        return { ...shownStep(step), remarks: [...step.remarks, ...(kept ? voteRemarks(step.step, kept) : [])] }
      }),
      records,
      materials,
      notes,
      files: Object.fromEntries(files.map(({ id, name }) => [id, name])),
    }
  },

  'case.open': openCases,
  'case.record': recordStep,
  'case.change': changeStep,
  'case.end': endCase,
}

/** One step as it crosses the border. */
function shownStep({ step, result, why, blockedBy, missing, remarks, provisional, ...standing }: StepStanding) {
  const { key, no = null, label, phase, clause, actor, local = false } = step
  return {
    ...standing,
    key,
    no,
    label,
    phase,
    clause,
    actor,
    local,
    result: result?.label ?? null,
    why: why ? `${why.words}（${why.clause}）` : null,
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

/** Those that have ended are few people's business: they are read when they are asked for. */
const endedStandings = async (scope: ReadScope, procedure: ProcedureCase['procedure']): Promise<readonly CaseStanding[]> =>
  standingsOf(scope.db, await casesIn(scope.db, { procedure, ended: true }), await caseGround(scope))

async function warnDaysOn({ db, today }: Pick<ReadScope, 'db' | 'today'>): Promise<number> {
  const kept = await db
    .selectFrom('parameter')
    .select(['key', 'value', 'startsOn', 'clause', 'basis'])
    .where('key', '=', 'due.warnDays')
    .where('voidedAt', 'is', null)
    .execute()
  return parameterOn(kept, 'due.warnDays', today)?.value ?? 0
}

function counted(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

const statesOf = (states: readonly CaseState[]) => {
  const counts = counted([...Object.keys(caseStates), ...states])
  const of = (state: CaseState) => (counts[state] ?? 1) - 1
  return { overdue: of('overdue'), near: of('near'), open: of('open'), waiting: of('waiting'), ended: of('ended') }
}

/** What has no day comes last. */
const compare = (a: string | null, b: string | null): number => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1)
