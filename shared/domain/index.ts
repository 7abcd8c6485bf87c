import { activity, attendance } from './activity.ts'
import { appointment, exemption, transfer } from './changes.ts'
import { resolution } from './meeting.ts'
import { organization } from './organization.ts'
import { parameter } from './parameter.ts'
import { person } from './person.ts'
import { studyNote } from './study-note.ts'
import { user } from './user.ts'
import type { RecordType } from '../records/record.ts'

/** Every record type the application knows, in menu order. */
export const records = { organization, person, transfer, appointment, exemption, activity, studyNote, parameter, user }

/** Every kind of owned line, by its name. */
export const lines = { attendance, resolution }

export type RecordName = keyof typeof records
export type LinesName = keyof typeof lines
export const recordNames = Object.keys(records) as RecordName[]
export const lineNames = Object.keys(lines) as LinesName[]

/** 台账: the record types with a page of their own under a topic. Each has a list, a form, an export and an import. */
export const registerNames = recordNames.filter(name => (records[name] as RecordType).topic !== undefined)
