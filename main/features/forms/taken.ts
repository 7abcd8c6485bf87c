import type { CaseStep } from '../../../shared/domain/procedure-case.ts'
import type { Taken } from '../../../shared/forms/case-facts.ts'
import { askedOf } from '../../../shared/procedures/asked.ts'
import { votesText } from '../../../shared/procedures/said.ts'
import type { StepStanding } from '../../../shared/rules/procedure.ts'

/** What counts of every step of a case: the records of its last round, oldest first; of a way that was given up (不予批准) what was last done of it. */
export const takenSteps = (steps: readonly StepStanding[], records: readonly CaseStep[]): Record<string, Taken[]> =>
  Object.fromEntries(steps.map(step => [step.step.key, takenOf(step, records)]))

function takenOf({ step, since, state }: StepStanding, records: readonly CaseStep[]): Taken[] {
  const { results } = askedOf(step)
  const own = records.filter(record => record.step === step.key)
  const counting = own.filter(({ turn }) => turn >= since)
  return (counting.length === 0 && state === 'done' ? own.slice(-1) : counting).map(record => ({
    startedOn: record.startedOn ?? '',
    doneOn: record.doneOn ?? '',
    result: results.find(({ key }) => key === record.result)?.label ?? '',
    people: record.people ?? '',
    number: record.number ?? '',
    place: record.place ?? '',
    phone: record.phone ?? '',
    hours: record.hours,
    votes: votesText(record),
    eligible: record.eligible,
    present: record.present,
    agree: record.agree,
    against: record.against,
    abstain: record.abstain,
    own: record.ownOpinion ?? '',
    sponsor: record.sponsorOpinion ?? '',
    group: record.groupOpinion ?? '',
    branch: record.branchOpinion ?? '',
    opinion: record.opinion ?? '',
    extendedTo: record.extendedTo ?? '',
  }))
}

/** Articles by step; of those that nobody has seen none is printed. */
export const certainClauses = (steps: readonly StepStanding[]): Record<string, string> =>
  Object.fromEntries(steps.flatMap(({ step: { key, clause, outside } }) => (clause === null || outside || clause.includes('待核') ? [] : [[key, clause]])))
