import type { LocalRequirement } from '../domain/procedure-case.ts'
import type { Material, Procedure, Rules, Step } from './procedure.ts'

type Local = Pick<LocalRequirement, 'id' | 'kind' | 'label' | 'afterStep' | 'withinDays' | 'workingDays' | 'clause' | 'startsOn'>

/**
 * The rules a case goes by: those in force when it was opened; where the office has open cases go on under new ones, those in force at `until`,
 * which is today for an open case and its last day for one that has ended: what came after it changes nothing of it.
 * Before the first rules there were, the first are taken.
 */
export function rulesFor({ rules }: Procedure, openedOn: string, until: string, openCasesMoveOn: boolean): Rules {
  const day = openCasesMoveOn && until > openedOn ? until : openedOn
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

/**
 * The steps with those of which something was recorded though the case does not go by them: a local one that the office has withdrawn since, one of
 * other rules of the same procedure. Nothing that was put down goes out of sight.
 */
export function withRecorded(steps: readonly Step[], recorded: ReadonlySet<string>, { rules, phases }: Procedure, local: readonly Local[]): readonly Step[] {
  const known = new Set(steps.map(({ key }) => key))
  let found = [...steps]
  for (const key of recorded) {
    if (known.has(key)) continue
    const other = rules.map(({ steps: all }) => all).find(all => all.some(step => step.key === key))
    const own = local.find(({ id }) => localKey(id) === key)
    const before = own
      ? [own.afterStep]
      : (other
          ?.slice(
            0,
            other.findIndex(step => step.key === key),
          )
          .map(step => step.key) ?? [])
    const at = found.findLastIndex(step => before.includes(step.key))
    const after = found[at]
    const unknown: Step = { key, label: key, phase: phases.at(-1) ?? '', clause: null, actor: '', needs: [] }
    const national = other?.find(one => one.key === key)
    const step = own && after ? localStep(after, own) : own ? { ...unknown, label: own.label } : (national ?? unknown)
    found.splice(at + 1 || found.length, 0, { ...step, needs: national?.needs.filter(need => known.has(need)) ?? [], outside: true })
    // It holds up nobody, but the days of what follows it under its own rules are still held against its day.
    const followed = new Set(other?.filter(({ needs }) => needs.includes(key)).map(one => one.key))
    found = found.map(one => (followed.has(one.key) && !one.needs.includes(key) ? { ...one, needs: [...one.needs, key] } : one))
  }
  return found
}
/** What is put down of a posting of the office's own. It is printed on the form of the step that it follows. */
const posted: Step['asks'] = [
  { kind: 'place', label: '公示范围' },
  { kind: 'phone', label: '受理电话' },
  { kind: 'opinion', label: '反映情况' },
]

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
    ...(workingDays === null
      ? {}
      : { lasts: { span: { workingDays }, words: `不少于 ${workingDays} 个工作日`, clause }, asks: posted, forms: after.forms ?? [] }),
  }
}
