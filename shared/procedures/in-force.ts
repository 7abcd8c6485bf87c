import type { LocalRequirement } from '../domain/procedure-case.ts'
import type { Material, Procedure, Rules, Step } from './procedure.ts'

type Local = Pick<LocalRequirement, 'id' | 'kind' | 'label' | 'afterStep' | 'withinDays' | 'workingDays' | 'clause' | 'startsOn'>

/**
 * The rules a case goes by: those in force when it was opened, or those in force now where the office has open cases go on under new ones.
 * Before the first rules there were, the first are taken.
 */
export function rulesFor({ rules }: Procedure, openedOn: string, today: string, openCasesMoveOn: boolean): Rules {
  const day = openCasesMoveOn && today > openedOn ? today : openedOn
  const [first] = rules
  const found = rules.findLast(({ startsOn }) => startsOn <= day) ?? first
  if (!found) throw new Error('a procedure without rules')
  return found
}

/** The steps with what the office asks for besides. A local step holds up nobody: what comes after needs the national steps only. */
export function withLocal(steps: readonly Step[], local: readonly Local[], day: string): readonly Step[] {
  const inForce = local.filter(({ startsOn }) => startsOn <= day)
  return steps.flatMap(step => {
    const own = inForce.filter(({ afterStep }) => afterStep === step.key)
    const materials: Material[] = own.filter(({ kind }) => kind === 'material').map(({ id, label, clause }) => ({ key: localKey(id), label, clause }))
    const added = own.filter(({ kind }) => kind === 'step').map((requirement): Step => localStep(step, requirement))
    return [materials.length > 0 ? { ...step, materials: [...(step.materials ?? []), ...materials] } : step, ...added]
  })
}

/** The key of a step or material that an office added. */
export const localKey = (id: string): string => `local:${id}`

function localStep(after: Step, { id, label, withinDays, workingDays, clause }: Local): Step {
  return {
    key: localKey(id),
    label,
    phase: after.phase,
    clause,
    actor: after.actor,
    needs: [after.key],
    local: true,
    ...(withinDays === null ? {} : { latest: [{ from: { step: after.key }, span: { days: withinDays }, words: `${withinDays} 天内完成`, clause }] }),
    ...(workingDays === null ? {} : { lasts: { span: { workingDays }, words: `不少于 ${workingDays} 个工作日`, clause } }),
  }
}
