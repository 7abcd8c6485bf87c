import { z } from 'zod'
import { attendance } from '../domain/activity.ts'

/** The fields of an activity as they cross; what is written is checked against the activity's own schema. */
export const row = z.record(z.string(), z.unknown())

/** Someone on the list of an activity, with branch and post. */
export const attendee = z.object({
  personId: z.string(),
  name: z.string(),
  idNumber: z.string(),
  organizationId: z.string().nullable(),
  organization: z.string(),
  post: z.string().nullable(),
})

/** What the attendance says of that person. */
export const lineOf = { state: z.string(), hours: z.number(), reason: z.string().nullable() }

/** A list that is written whole: the whole county at most. */
export const lines = z.array(attendance.line).max(50_000)

/** What narrows a list of activities, but for the kind: a year, an organization with those below it, words of the name. */
export const found = { year: z.int(), organizationId: z.string().optional(), search: z.string().max(60).optional() }

/** What every list says of an activity. */
export const listed = {
  id: z.string(),
  version: z.int(),
  name: z.string(),
  kind: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  hours: z.number(),
  counts: z.boolean(),
  /** 应到, without those who are not counted. */ expected: z.int(),
  attended: z.int(),
}
