import type { CaseStep } from '../../../shared/domain/procedure-case.ts'
import type { Taken } from '../../../shared/forms/case-facts.ts'
import { askedOf } from '../../../shared/procedures/asked.ts'
import { votesText } from '../../../shared/procedures/said.ts'
import type { StepStanding } from '../../../shared/rules/procedure.ts'

/** What counts of every step of a case: the records of its last round, oldest first. */
export const takenSteps = (steps: readonly StepStanding[], records: readonly CaseStep[]): Record<string, Taken[]> =>
  Object.fromEntries(steps.map(step => [step.step.key, takenOf(step, records)]))

function takenOf({ step, since }: StepStanding, records: readonly CaseStep[]): Taken[] {
  const { results } = askedOf(step)
  return records
    .filter(record => record.step === step.key && record.turn >= since)
    .map(record => ({
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
