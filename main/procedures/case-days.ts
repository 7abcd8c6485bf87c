import type { Place, Traveller } from '../../shared/rules/development.ts'
import type { StepStanding } from '../../shared/rules/procedure.ts'
import type { CaseStanding } from './read.ts'

/** What a case of 发展党员 says of the way: the day of each stage, as its steps have it. */
export type CaseDays = Pick<Traveller, 'applied' | 'confirmed' | 'listed' | 'received' | 'converted'> & { readonly overdue: boolean }

/** The file of a case that stays the same while its steps do, is read off its steps once. */
const known = new WeakMap<CaseStanding, CaseDays>()

/** The days of a case; of a step that came out otherwise than by rule there is none. */
export function daysOf(found: CaseStanding): CaseDays {
  const before = known.get(found)
  if (before) return before
  const steps = new Map(found.standing.steps.map(step => [step.step.key, step]))
  const day = (key: string): string | null => dayOf(steps.get(key))
  const approved = day('approval')
  const days: CaseDays = {
    applied: day('application'),
    confirmed: day('recommendation'),
    listed: day('candidate'),
    // 预备期从支部大会通过之日算起: admitted on that day, and known to be once it is approved.
    received: approved === null ? null : (day('meeting') ?? approved),
    converted: day('conversionApproval'),
    overdue: found.standing.steps.some(({ state }) => state === 'overdue'),
  }
  known.set(found, days)
  return days
}

function dayOf(found: StepStanding | undefined): string | null {
  if (!found) return null
  const { on, result, step } = found
  return step.results && result !== step.results[0] ? null : on
}

/** The furthest stage of which a case has a day; who has a file has applied. */
export function placeOfCase({ confirmed, listed, received, converted }: CaseDays): Place {
  if (converted !== null) return 'full'
  if (received !== null) return 'probationary'
  if (listed !== null) return 'candidate'
  return confirmed === null ? 'applicant' : 'activist'
}
