import { person } from '../../shared/domain/person.ts'
import { type CaseStep, caseStep, type ProcedureCase, procedureCase } from '../../shared/domain/procedure-case.ts'
import { categoryFrom, categoryWithout, endOf, makesOf, type Taken } from '../../shared/procedures/follows.ts'
import { AppError } from '../../shared/errors.ts'
import type { WriteScope } from '../app/scopes.ts'
import { fromRow } from '../records/rows.ts'
import { caseGround, standingsOf } from './read.ts'

type Scope = Pick<WriteScope, 'db' | 'store' | 'today'>
type Store = WriteScope['store']

/** The case ends on the day of the step, and not before it was opened. */
const lastDay = ({ openedOn }: ProcedureCase, doneOn: string): string => (doneOn < openedOn ? openedOn : doneOn)

/** Ends an open case that a step has ended. */
export function endBy(store: Store, caseId: string, step: Taken): void {
  const now = store.get(procedureCase, caseId)
  const outcome = endOf(now.procedure, step)
  if (outcome !== undefined && step.doneOn !== null && now.closedOn === null) store.update(procedureCase, now, { closedOn: lastDay(now, step.doneOn), outcome })
}

/** A case that a step ended by mistake is open again once the step is corrected or withdrawn; one that a person ended stays ended. Whether it was that one. */
export function reopenBy(store: Store, caseId: string, step: Taken): boolean {
  const now = store.get(procedureCase, caseId)
  const outcome = endOf(now.procedure, step)
  if (outcome === undefined || step.doneOn === null || now.outcome !== outcome || now.closedOn !== lastDay(now, step.doneOn)) return false
  store.update(procedureCase, now, { closedOn: null, outcome: null })
  return true
}

/** What the person a case is about was before a step makes something else of him; null where it does not. */
export function categoryToKeep(store: Store, { personId, procedure }: ProcedureCase, step: Taken): CaseStep['categoryBefore'] {
  if (personId === null) return null
  const { category, voidedAt } = store.get(person, personId)
  return voidedAt === null && categoryFrom(procedure, step, category) !== category ? category : null
}

/** The person is from then on what the step makes of him. */
export function setCategory(store: Store, { personId, procedure }: ProcedureCase, step: Taken): void {
  if (personId === null) return
  const subject = store.get(person, personId)
  const category = categoryFrom(procedure, step, subject.category)
  if (subject.voidedAt === null && category !== subject.category) store.update(person, subject, { category })
}

/** The person is again what he was, where it was this step that set it and nothing else says so. */
export async function takeCategoryBack({ db, store }: Scope, { personId, procedure }: ProcedureCase, step: CaseStep): Promise<void> {
  if (personId === null || makesOf(procedure, step) === undefined) return
  const others = (await db.selectFrom('caseStep').selectAll().where('caseId', '=', step.caseId).where('id', '!=', step.id).execute()).map(row =>
    fromRow(caseStep, row),
  )
  const subject = store.get(person, personId)
  const category = categoryWithout(procedure, step, others, subject.category)
  if (subject.voidedAt === null && category !== null) store.update(person, subject, { category })
}

/** Whether any step that counts has ended the case. */
export async function isEnded(scope: Scope, caseId: string): Promise<boolean> {
  const [found] = await standingsOf(scope.db, [scope.store.get(procedureCase, caseId)], await caseGround(scope))
  return found !== undefined && found.standing.ended !== null
}

/** Where the step that had ended a case does not any more, another that counts may: the latest of these ends it then. */
export async function endByAnother(scope: Scope, caseId: string): Promise<void> {
  if (!(await isEnded(scope, caseId))) return
  const living = scope.db.selectFrom('caseStep').selectAll().where('caseId', '=', caseId).where('voidedAt', 'is', null)
  const rows = await living.orderBy('doneOn', 'desc').orderBy('id', 'desc').execute()
  for (const row of rows) endBy(scope.store, caseId, fromRow(caseStep, row))
}

/** A step of a case was withdrawn, or taken back into it: the case and the person it is about follow. Of a voided case nothing can: `record.voided`. */
export async function followStanding(scope: Scope, stepId: string): Promise<void> {
  const { store } = scope
  const step = store.get(caseStep, stepId)
  const { caseId } = step
  const record = store.get(procedureCase, caseId)
  if (record.voidedAt !== null) throw new AppError('record.voided', { label: procedureCase.label })
  if (step.voidedAt !== null) {
    if (reopenBy(store, caseId, step)) await endByAnother(scope, caseId)
    return takeCategoryBack(scope, record, step)
  }
  if (await isEnded(scope, caseId)) endBy(store, caseId, step)
  const categoryBefore = categoryToKeep(store, record, step)
  if (categoryBefore !== null && categoryBefore !== step.categoryBefore) store.update(caseStep, step, { categoryBefore })
  setCategory(store, record, step)
}
