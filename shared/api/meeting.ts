import { z } from 'zod'
import { meetingKinds, resolution } from '../domain/meeting.ts'
import { localDate } from '../records/fields.ts'
import { attendee, found, lineOf, lines, listed, row } from './activity.ts'
import { command, query } from './endpoint.ts'
import { piece } from './piece.ts'

/** Someone expected at a meeting; `voter` 正式党员 on that day: has a vote, an election and a choice. */
const expected = attendee.extend({ voter: z.boolean() })

/** Meetings are found by the organization that held them, or one above it. */
const meetings = { ...found, kind: z.enum(meetingKinds).optional() }

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
      ...meetings,
      sort: z.enum(['startsOn', 'name']).default('startsOn'),
      descending: z.boolean().default(true),
      ...piece,
    }),
    z.object({
      total: z.int(),
      rows: z.array(
        z.object({
          ...listed,
          organization: z.string(),
          chair: z.string().nullable(),
          resolutions: z.int(),
          attachments: z.int(),
        }),
      ),
    }),
  ),
  /** How many meetings of each kind the list holds, whichever kind it shows. */
  'meeting.totals': query(z.strictObject(meetings), z.object({ meetings: z.int(), byKind: z.record(z.string(), z.int()) })),
  /** One meeting whole: its fields, who was there, what was decided, and the figures that follow. */
  'meeting.get': query(
    z.strictObject({ activityId: z.string() }),
    z.object({
      activity: row,
      organizer: z.string(),
      titles: z.record(z.string(), z.string()),
      lines: z.array(expected.extend(lineOf)),
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
      people: z.array(expected.extend({ proposal: z.string().nullable() })),
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
        lines: lines.optional(),
        resolutions: z.array(resolution.line).max(200).optional(),
      })
      .refine(({ activityId, version, draft }) => (activityId === undefined ? draft !== undefined : version !== undefined), '新会议要有内容，改会议要有版本'),
    z.object({ id: z.string(), version: z.int(), counts: meetingCounts }),
  ),
}
