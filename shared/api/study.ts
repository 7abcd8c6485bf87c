import { z } from 'zod'
import { localDate } from '../records/fields.ts'
import { attendee, found, lineOf, lines, listed, row } from './activity.ts'
import { command, query } from './endpoint.ts'
import { piece } from './piece.ts'

const activities = { ...found, kind: z.string().optional() }

export const studyApi = {
  'activity.list': query(
    z.strictObject({
      ...activities,
      sort: z.enum(['startsOn', 'name', 'hours', 'attended']).default('startsOn'),
      descending: z.boolean().default(true),
      ...piece,
    }),
    z.object({
      total: z.int(),
      rows: z.array(
        z.object({
          ...listed,
          organizer: z.string(),
          place: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** All that the list holds, added up: lines of attendance, those that count, and their hours. */
  'activity.totals': query(z.strictObject(activities), z.object({ activities: z.int(), expected: z.int(), attended: z.int(), hours: z.number() })),
  'attendance.get': query(
    z.strictObject({ activityId: z.string() }),
    z.object({ activity: row, organizer: z.string(), lines: z.array(attendee.extend(lineOf)) }),
  ),
  /** Who could be expected: members of an organization and those below it on a day, in branch and name order. */
  'attendance.roll': query(
    z.strictObject({ organizationId: z.string().optional(), on: localDate, committeeOnly: z.boolean().default(false) }),
    z.array(attendee),
  ),
  /** Replaces the activity's attendance, whole. */
  'attendance.save': command(z.strictObject({ activityId: z.string(), version: z.int(), lines }), z.object({ version: z.int(), present: z.int() })),
  /** A new activity with who was there, in one: 撤销 takes both back. `draft` is checked against the activity's own schema. */
  'activity.register': command(z.strictObject({ draft: row, lines }), z.object({ id: z.string(), version: z.int(), present: z.int() })),
  /** What voiding an activity would do, in figures. */
  'activity.consequences': query(z.strictObject({ activityId: z.string() }), z.object({ attended: z.int(), hours: z.number(), fallsShort: z.int() })),
}
