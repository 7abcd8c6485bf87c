import type { Person } from '../domain/person.ts'
import type { CaseStep, ProcedureName } from '../domain/procedure-case.ts'
import { procedures } from './index.ts'
import type { Result, Step } from './procedure.ts'

type Category = Person['category']
/** As much of 步骤办理 as says what follows from it. */
export type Taken = Pick<CaseStep, 'step' | 'doneOn' | 'result'>
/** One that may have been withdrawn, and that remembers what the person was before it. */
export type Recorded = Taken & Pick<CaseStep, 'voidedAt' | 'categoryBefore'>

/** Nobody is put back on it by recording an earlier step afterwards. */
const ladder: readonly Category[] = ['outside', 'applicant', 'activist', 'candidate', 'probationary', 'full']

/** The step, in the words of the newest rules that know it, and how it came out. */
function declared(procedure: ProcedureName, { step: key, result }: Taken): { readonly step: Step; readonly chosen: Result | undefined } | undefined {
  const known = procedures[procedure].rules.findLast(({ steps }) => steps.some(step => step.key === key))
  const step = known?.steps.find(found => found.key === key)
  return step && { step, chosen: step.results?.find(found => found.key === result) }
}

/** What a case comes to where a step came out so; undefined where that ends nothing. */
export const endOf = (procedure: ProcedureName, taken: Taken): string | undefined =>
  taken.doneOn === null ? undefined : declared(procedure, taken)?.chosen?.ends

/** 人员类别 that a step gives the person the case is about; undefined where it gives none, or where it came out otherwise. */
export function makesOf(procedure: ProcedureName, taken: Taken): Category | undefined {
  const found = declared(procedure, taken)
  if (!found || taken.doneOn === null) return undefined
  const { step, chosen } = found
  return chosen?.makes ?? (!step.results || chosen === step.results[0] ? step.makes : undefined)
}

/** What the step makes of who is `now`: an ordinary step only what is further on, a result that names it (取消资格) whatever it was. */
export function categoryFrom(procedure: ProcedureName, taken: Taken, now: Category): Category {
  const makes = makesOf(procedure, taken)
  if (makes === undefined) return now
  return declared(procedure, taken)?.chosen?.makes !== undefined || ladder.indexOf(now) < ladder.indexOf(makes) ? makes : now
}

/**
 * What the person is again where a step does not stand any more; null where it stays as it is: it was not this step that set it, another
 * that stands says the same, or somebody has set something else since. `others` are the other steps of the case, withdrawn ones too.
 */
export function categoryWithout(procedure: ProcedureName, gone: Recorded, others: readonly Recorded[], now: Category): Category | null {
  const standing = new Set(others.flatMap(one => (one.voidedAt === null ? (makesOf(procedure, one) ?? []) : [])))
  const withdrawn = others.filter(({ voidedAt }) => voidedAt !== null)
  if (makesOf(procedure, gone) !== now || standing.has(now) || gone.categoryBefore === null) return null
  let to = gone.categoryBefore
  // What it was before may have been set by a step that was withdrawn as well: then what it was before that one.
  for (const _ of withdrawn) {
    const setIt = withdrawn.find(one => makesOf(procedure, one) === to && one.categoryBefore !== null)
    if (standing.has(to) || !setIt || setIt.categoryBefore === null) break
    to = setIt.categoryBefore
  }
  return to === now ? null : to
}
