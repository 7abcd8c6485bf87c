import { z } from 'zod'
import { keysOf } from '../records/keys.ts'
import { deadlineStates } from '../rules/supervision-deadlines.ts'
import { barFinding } from './bars.ts'

/** What must be done about a record by a day, as it stands today. */
export const recordDeadline = z.object({
  /** 函询回复, 整改. */ duty: z.string(),
  dueOn: z.string(),
  doneOn: z.string().nullable(),
  state: z.enum(keysOf(deadlineStates)),
  /** Days past, until it was done or until today; 0 in time. */ late: z.int(),
  /** Years whose working days are not on file. */ provisional: z.array(z.int()),
  clause: z.string().nullable(),
})
export type RecordDeadline = z.infer<typeof recordDeadline>

/** Something to look at again, with the record it rests on. */
export const recordCaution = barFinding
export type RecordCaution = z.infer<typeof recordCaution>
