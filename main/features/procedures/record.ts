import type { proceduresApi } from '../../../shared/api/procedures.ts'
import type { InputOf, OutputOf } from '../../../shared/api/endpoint.ts'
import { person } from '../../../shared/domain/person.ts'
import { caseStep, procedureCase } from '../../../shared/domain/procedure-case.ts'
import { AppError, refuse } from '../../../shared/errors.ts'
import { makesOf, type Taken } from '../../../shared/procedures/follows.ts'
import type { Step } from '../../../shared/procedures/procedure.ts'
import { parse } from '../../app/parse.ts'
import type { WriteScope } from '../../app/scopes.ts'
import { categoryToKeep, endBy, endByAnother, isEnded, reopenBy, setCategory, takeCategoryBack } from '../../procedures/ending.ts'
import { caseGround, type CaseStanding, standingsOf } from '../../procedures/read.ts'
import { differences } from '../../records/drafts.ts'
import { draftFrom, nothing } from '../../records/rows.ts'

type Api = typeof proceduresApi

/** One case a person; who has one of this procedure open already keeps that one. */
export async function openCases(
  { db, store }: WriteScope,
  { procedure, openedOn, owner, personIds }: InputOf<Api['case.open']>,
): Promise<OutputOf<Api['case.open']>> {
  const caseIds: string[] = []
  for (const personId of new Set(personIds)) {
    const subject = store.get(person, personId)
    const open = await db
      .selectFrom('procedureCase')
      .select('id')
      .where('personId', '=', personId)
      .where('procedure', '=', procedure)
      .where('closedOn', 'is', null)
      .where('voidedAt', 'is', null)
      .limit(1)
      .executeTakeFirst()
    if (open) continue
    const { organizationId, name } = subject
    if (organizationId === null) throw refuse('personIds', 'missing', `${name}没有所在党支部，先在人员里填`)
    const draft = { ...nothing(procedureCase), procedure, name, personId, organizationId, openedOn, owner }
    caseIds.push(store.create(procedureCase, parse(procedureCase.draft, draft)).id)
  }
  return { opened: caseIds.length, caseIds }
}

/** Records a step of each case. What is out of order or date is recorded all the same and said. */
export async function recordStep(scope: WriteScope, { caseIds, step: key, draft }: InputOf<Api['case.record']>): Promise<OutputOf<Api['case.record']>> {
  const { store } = scope
  const ids = [...new Set(caseIds)]
  const all = await standingsIn(scope, ids)
  refuseWithout(all, key)
  const taken = new Map<string, Taken>()
  for (const found of all) {
    const step = stepOf(found, key)
    if (found.record.closedOn !== null) throw refuse('caseIds', 'ended', `${found.record.name}的卷宗已结束，先重新打开`)
    const given = withResult(step, { ...nothing(caseStep), ...draft, caseId: found.record.id, step: key, turn: found.standing.turn })
    const whole = parse(caseStep.draft, given)
    taken.set(found.record.id, store.create(caseStep, { ...whole, categoryBefore: categoryToKeep(store, found.record, whole) }))
    setCategory(store, found.record, whole)
  }
  const remarks = (await standingsIn(scope, ids)).flatMap(({ record, standing }) => {
    const kept = taken.get(record.id)
    if (kept && standing.ended !== null) endBy(store, record.id, kept)
    const own = standing.steps.find(({ step }) => step.key === key)
    return (own?.remarks ?? []).map(({ message }) => ({ caseId: record.id, message }))
  })
  return { recorded: ids.length, remarks }
}

/** Changes what was recorded of a step; what stays the same leaves no trace. */
export async function changeStep(scope: WriteScope, { stepId, version, draft }: InputOf<Api['case.change']>): Promise<OutputOf<Api['case.change']>> {
  const { store } = scope
  const before = store.getUnchanged(caseStep, stepId, version)
  const found = await standingIn(scope, before.caseId)
  const step = stepOf(found, before.step)
  const { caseId, step: key, turn } = before
  const given = withResult(step, { ...draftFrom(caseStep, before), ...draft, caseId, step: key, turn })
  const whole = parse(caseStep.draft, given)
  const { record } = found
  const makesOther = makesOf(record.procedure, before) !== makesOf(record.procedure, whole)
  if (makesOther) await takeCategoryBack(scope, record, before)
  const categoryBefore = makesOther ? categoryToKeep(store, record, whole) : before.categoryBefore
  const patch = differences(caseStep, before, { ...whole, categoryBefore })
  const after = Object.keys(patch).length > 0 ? store.update(caseStep, before, patch) : before
  if (makesOther) setCategory(store, record, after)
  if (after.doneOn !== before.doneOn || after.result !== before.result) {
    const opened = reopenBy(store, caseId, before)
    if (await isEnded(scope, caseId)) endBy(store, caseId, after)
    if (opened) await endByAnother(scope, caseId)
  }
  const own = (await standingIn(scope, caseId)).standing.steps.find(standing => standing.step.key === key)
  return { version: after.version, remarks: [...(own?.remarks ?? [])] }
}

/** Ends a case, or opens it again. Its steps and materials stay as they are either way. */
export async function endCase({ store }: WriteScope, { caseId, version, closedOn, outcome }: InputOf<Api['case.end']>) {
  const before = store.getUnchanged(procedureCase, caseId, version)
  if (closedOn !== null && outcome === null) throw refuse('outcome', 'missing', '写明结果：转正、取消资格、本人撤回等')
  if (closedOn !== null && closedOn < before.openedOn) throw refuse('closedOn', 'dateOrder', `结束日期早于立卷日期 ${before.openedOn}`)
  return { version: store.update(procedureCase, before, { closedOn, outcome: closedOn === null ? null : outcome }).version }
}

async function standingsIn(scope: WriteScope, ids: readonly string[]): Promise<readonly CaseStanding[]> {
  const cases = ids.map(id => scope.store.get(procedureCase, id))
  if (cases.some(({ voidedAt }) => voidedAt !== null)) throw new AppError('record.voided', { label: procedureCase.label })
  return standingsOf(scope.db, cases, await caseGround(scope))
}

async function standingIn(scope: WriteScope, caseId: string): Promise<CaseStanding> {
  const [found] = await standingsIn(scope, [caseId])
  if (!found) throw new AppError('record.notFound', { label: procedureCase.label })
  return found
}

function stepOf({ standing, procedure }: CaseStanding, key: string): Step {
  const found = standing.steps.find(({ step }) => step.key === key)
  if (!found) throw refuse('step', 'unknownStep', `${procedure.label}没有这一步`)
  return found.step
}

/** Cases of a batch go by the rules of their day: of those that do not have the step it is said whose they are. */
function refuseWithout(all: readonly CaseStanding[], key: string): void {
  const known = all.some(({ procedure }) => procedure.rules.some(({ steps }) => steps.some(step => step.key === key)))
  const without = all.filter(({ standing }) => !standing.steps.some(({ step }) => step.key === key))
  const [first] = without
  if (!known || !first) return
  const names = without.slice(0, 8).map(({ record }) => record.name)
  const more = without.length > names.length ? `等 ${without.length} 人` : ''
  throw refuse(
    'caseIds',
    'otherRules',
    `${names.join('、')}${more}的卷宗按${first.rules.source}办，没有这一步。一个也没有登记，去掉${without.length > 1 ? '他们' : '这一人'}再登记`,
  )
}

/** A step with more than one way to come out says which; where there is only one, it is that. */
function withResult({ results = [], label }: Step, draft: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { result = null, doneOn = null } = draft
  if (result !== null && !results.some(({ key }) => key === result)) throw refuse('draft.result', 'unknownResult', `“${label}”没有这个结果`)
  if (results.length === 0 || doneOn === null) return draft
  if (result === null && results.length === 1) return { ...draft, result: results[0]?.key }
  if (result === null) throw refuse('draft.result', 'missing', `选“${label}”的结果：${results.map(found => found.label).join('、')}`)
  return draft
}
