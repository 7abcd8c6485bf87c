import type { CaseState } from '../../shared/api/procedures.ts'
import { addDays } from '../../shared/rules/days.ts'
import type { StepStanding } from '../../shared/rules/procedure.ts'
import type { CaseStanding } from './read.ts'

/** What a case waits for: its phase, the step to take next, and until when. */
export interface Next {
  readonly phase: string
  readonly step: StepStanding | null
  readonly state: CaseState
  readonly dueOn: string | null
}

const toDo = (step: StepStanding): boolean => step.state === 'open' || step.state === 'overdue'

/** The open step whose last day comes first; without one that has a last day, the first open one; else the first that waits. */
export function nextOf({ record, procedure, standing }: CaseStanding, today: string, warnDays: number): Next {
  const first = standing.steps.find(({ state, step }) => !step.local && state !== 'done' && state !== 'off' && state !== 'ended' && !step.repeats)
  const phase = first?.step.phase ?? procedure.phases.at(-1) ?? ''
  if (record.closedOn !== null || standing.ended !== null) return { phase: lastPhase(standing.steps) ?? phase, step: null, state: 'ended', dueOn: null }
  const open = standing.steps.filter(toDo)
  const dated = open.filter(({ until }) => until !== null).toSorted((a, b) => ((a.until ?? '') < (b.until ?? '') ? -1 : 1))
  const step = dated[0] ?? open[0] ?? standing.steps.find(({ state }) => state === 'waiting') ?? null
  const dueOn = dated[0]?.until ?? null
  const state = open.some(found => found.state === 'overdue')
    ? 'overdue'
    : dueOn !== null && dueOn <= addDays(today, warnDays)
      ? 'near'
      : open.length > 0
        ? 'open'
        : 'waiting'
  return { phase, step, state, dueOn }
}

const lastPhase = (steps: readonly StepStanding[]): string | undefined => steps.findLast(({ state }) => state === 'done')?.step.phase
