import { z } from 'zod'
import { attendance } from '../domain/activity.ts'
import { localDate } from '../records/fields.ts'
import { command, query } from './endpoint.ts'

const row = z.record(z.string(), z.unknown())

const roll = z.object({
  personId: z.string(),
  name: z.string(),
  idNumber: z.string(),
  organizationId: z.string().nullable(),
  organization: z.string(),
  post: z.string().nullable(),
})

const found = { year: z.int(), organizationId: z.string().optional(), kind: z.string().optional(), search: z.string().max(60).optional() }

export const studyApi = {
  'activity.list': query(
    z.strictObject({
      ...found,
      sort: z.enum(['startsOn', 'name', 'hours', 'attended']).default('startsOn'),
      descending: z.boolean().default(true),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.object({
      total: z.int(),
      rows: z.array(
        z.object({
          id: z.string(),
          version: z.int(),
          name: z.string(),
          kind: z.string(),
          organizer: z.string(),
          place: z.string().nullable(),
          startsOn: z.string(),
          endsOn: z.string(),
          hours: z.number(),
          counts: z.boolean(),
          expected: z.int(),
          attended: z.int(),
        }),
      ),
    }),
  ),
  /** All that the list holds, added up: lines of attendance, those that count, and their hours. */
  'activity.totals': query(z.strictObject(found), z.object({ activities: z.int(), expected: z.int(), attended: z.int(), hours: z.number() })),
  'attendance.get': query(
    z.strictObject({ activityId: z.string() }),
    z.object({ activity: row, organizer: z.string(), lines: z.array(roll.extend({ state: z.string(), hours: z.number(), reason: z.string().nullable() })) }),
  ),
  /** Who could be expected: members of an organization and those below it on a day, in branch and name order. */
  'attendance.roll': query(z.strictObject({ organizationId: z.string().optional(), on: localDate, committeeOnly: z.boolean().default(false) }), z.array(roll)),
  /** Replaces the activity's attendance, whole. */
  'attendance.save': command(
    z.strictObject({ activityId: z.string(), version: z.int(), lines: z.array(attendance.line).max(50_000) }),
    z.object({ version: z.int(), present: z.int() }),
  ),
  /** A new activity with who was there, in one: 撤销 takes both back. `draft` is checked against the activity's own schema. */
  'activity.register': command(
    z.strictObject({ draft: row, lines: z.array(attendance.line).max(50_000) }),
    z.object({ id: z.string(), version: z.int(), present: z.int() }),
  ),
  /** What voiding an activity would do, in figures. */
  'activity.consequences': query(z.strictObject({ activityId: z.string() }), z.object({ attended: z.int(), hours: z.number(), fallsShort: z.int() })),
}
