import { type ActivityKind, activityKinds } from '../domain/activity.ts'
import type { Measure } from './measure.ts'
import type { BodySubjects, Quota } from './quota.ts'
import type { Span } from '../rules/periods.ts'

/** How often a body held meetings of some kinds. */
export const heldBy = (tally: string, kinds: readonly string[], subject = 'organizationId'): Measure => ({
  tally,
  of: 'activity',
  subject,
  from: 'startsOn',
  only: [{ field: 'kind', among: kinds }],
})

const warnDays: Readonly<Record<Span, string>> = {
  month: 'quota.warnDaysMonth',
  quarter: 'quota.warnDaysQuarter',
  halfYear: 'quota.warnDaysQuarter',
  year: 'quota.warnDaysYear',
  fiveYears: 'quota.warnDaysYear',
}

/** When an open period of a span begins to be 临期. */
export const warnFor = (span: Span): Quota['warn'] => ({ days: warnDays[span] })

/** A meeting that bodies hold so many times in each period. */
export const meetingQuota = (given: {
  readonly name: string
  readonly label: string
  readonly topic: Quota['topic']
  readonly kinds: readonly string[]
  readonly period: Span
  readonly subjects: BodySubjects
  /** Whose the meetings are, where not the body's that held them. */
  readonly subject?: string
  readonly parameter: string
  readonly serves: readonly string[]
}): Quota => ({
  name: given.name,
  label: given.label,
  unit: '次',
  topic: given.topic,
  serves: given.serves,
  period: given.period,
  subjects: given.subjects,
  measure: heldBy(given.name, given.kinds, given.subject),
  targets: [{ parameter: given.parameter, label: given.subjects.label, applies: () => true }],
  warn: warnFor(given.period),
  running: 'open',
})

const isKind = (value: unknown): value is ActivityKind => typeof value === 'string' && Object.hasOwn(activityKinds, value)

/** The kind of meeting that a quota counts by the bodies that hold it; undefined for any other quota. */
export function meetingKindOf({ subjects, measure }: Quota): ActivityKind | undefined {
  if (subjects.of !== 'organizations' || subjects.whole || measure.of !== 'activity' || measure.lines !== undefined || measure.subject !== 'organizationId')
    return
  const [kind] = measure.only?.find(condition => condition.field === 'kind')?.among ?? []
  return isKind(kind) ? kind : undefined
}
