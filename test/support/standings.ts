import { membership } from '../../shared/procedures/membership.ts'
import type { Step } from '../../shared/procedures/procedure.ts'
import { type CaseFacts, standing, type Standing, type StepRecord } from '../../shared/rules/procedure.ts'
import { workCalendar } from '../../shared/rules/workdays.ts'
import { publishedDays } from './calendar.ts'

export const published = workCalendar(publishedDays)
/** The steps of 发展党员 under the newest rules. */
export const steps2026: readonly Step[] = membership.rules.at(-1)?.steps ?? []

const blank = { turn: 1, startedOn: null, result: null, hours: null, people: null, extension: null, extendedTo: null }
/** A step that was taken on a day. */
export const done = (step: string, doneOn: string, more: Partial<StepRecord> = {}): StepRecord => ({ ...blank, step, doneOn, ...more })
/** A step that was begun on a day and is not over. */
export const begun = (step: string, startedOn: string, more: Partial<StepRecord> = {}): StepRecord => ({ ...blank, step, startedOn, doneOn: null, ...more })

/** Where a case of 发展党员 stands on a day; other steps, facts or another calendar in `more`. */
export const standingOn = (today: string, records: readonly StepRecord[], more: Partial<CaseFacts> = {}): Standing =>
  standing({
    steps: steps2026,
    records,
    materials: new Set(),
    facts: { bornOn: '1990-02-28' },
    today,
    calendar: published,
    countFirstDay: false,
    ...more,
  })

export function stepIn(result: Standing, key: string) {
  const found = result.steps.find(({ step }) => step.key === key)
  if (!found) throw new Error(key)
  return found
}
export const codesIn = (result: Standing, key: string) => stepIn(result, key).remarks.map(({ code }) => code)
export const saidIn = (result: Standing, key: string) => stepIn(result, key).remarks.map(({ message }) => message)
