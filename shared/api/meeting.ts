import { z } from 'zod'
import { attendance } from '../domain/activity.ts'
import { meetingKinds, resolution } from '../domain/meeting.ts'
import { localDate } from '../records/fields.ts'
import { command, query } from './endpoint.ts'

const row = z.record(z.string(), z.unknown())

const attendee = z.object({
  personId: z.string(),
  name: z.string(),
  idNumber: z.string(),
  organizationId: z.string().nullable(),
  organization: z.string(),
  post: z.string().nullable(),
  /** 正式党员 on that day: has a vote, an election and a choice. */
  voter: z.boolean(),
})

const found = {
  year: z.int(),
  /** Held by this organization or one below it. */ organizationId: z.string().optional(),
  kind: z.enum(meetingKinds).optional(),
  search: z.string().max(60).optional(),
}

export const meetingCounts = z.object({
  /** 应到, without those who are not counted. */ expected: z.int(),
  /** 不计入应到 */ excused: z.int(),
  /** 实到: those who were there; who made up for it later was not. */ attended: z.int(),
  makeup: z.int(),
  leave: z.int(),
  absent: z.int(),
  /** Of the expected, how many have a vote; and of those, how many were there. */ voters: z.int(),
  votersPresent: z.int(),
})
export type MeetingCounts = z.infer<typeof meetingCounts>

export const meetingApi = {
  /** Meetings of a year, newest first unless another order is asked for. */
  'meeting.list': query(
    z.strictObject({
      ...found,
      sort: z.enum(['startsOn', 'name']).default('startsOn'),
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
          organization: z.string(),
          startsOn: z.string(),
          endsOn: z.string(),
          hours: z.number(),
          counts: z.boolean(),
          chair: z.string().nullable(),
          expected: z.int(),
          attended: z.int(),
          resolutions: z.int(),
          attachments: z.int(),
        }),
      ),
    }),
  ),
  /** How many meetings of each kind the list holds, whichever kind it shows. */
  'meeting.totals': query(z.strictObject(found), z.object({ meetings: z.int(), byKind: z.record(z.string(), z.int()) })),
  /** One meeting whole: its fields, who was there, what was decided, and the figures that follow. */
  'meeting.get': query(
    z.strictObject({ activityId: z.string() }),
    z.object({
      activity: row,
      organizer: z.string(),
      titles: z.record(z.string(), z.string()),
      lines: z.array(attendee.extend({ state: z.string(), hours: z.number(), reason: z.string().nullable() })),
      resolutions: z.array(resolution.line),
      counts: meetingCounts,
    }),
  ),
  /**
   * Who is expected at a meeting on file, or at one that is being planned: from the roster on the day. A ground for not counting
   * someone that the records show is proposed with its reason; nobody is left out.
   */
  'meeting.expected': query(
    z.union([z.strictObject({ activityId: z.string() }), z.strictObject({ kind: z.enum(meetingKinds), organizationId: z.string(), day: localDate })]),
    z.object({
      /** Whom the kind of meeting asks, in words; or why nobody is proposed. */
      basis: z.string(),
      people: z.array(attendee.extend({ proposal: z.string().nullable() })),
      /** Of the people above: how many have a vote, and how many are proposed not to be counted. */
      voters: z.int(),
      proposed: z.int(),
      /** 书记 of the body on the day, who chairs unless someone else does. */
      secretary: z.string().nullable(),
    }),
  ),
  /**
   * Writes a meeting: a new one, or what has changed of one on file. What is left out stays as it is; lines and resolutions are
   * replaced whole. 撤销 takes all of it back. `draft` is checked against the activity's own schema.
   */
  'meeting.save': command(
    z
      .strictObject({
        activityId: z.string().optional(),
        version: z.int().optional(),
        draft: row.optional(),
        lines: z.array(attendance.line).max(50_000).optional(),
        resolutions: z.array(resolution.line).max(200).optional(),
      })
      .refine(({ activityId, version, draft }) => (activityId === undefined ? draft !== undefined : version !== undefined), '新会议要有内容，改会议要有版本'),
    z.object({ id: z.string(), version: z.int(), counts: meetingCounts }),
  ),
}
