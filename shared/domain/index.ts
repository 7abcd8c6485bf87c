import { activity, attendance } from './activity.ts'
import { calendarDay } from './calendar-day.ts'
import { appointment, exemption, transfer } from './changes.ts'
import { contactPoint, pointVisit } from './contact-point.ts'
import { criticism } from './criticism.ts'
import { dutyLetter } from './duty-letter.ts'
import { expense } from './expense.ts'
import { fieldwork } from './fieldwork.ts'
import { inspection } from './inspection.ts'
import { liaison, liaisonVisit } from './liaison.ts'
import { resolution } from './meeting.ts'
import { monthlyReport } from './monthly-report.ts'
import { organization } from './organization.ts'
import { parameter } from './parameter.ts'
import { person } from './person.ts'
import { placeAsset } from './place-asset.ts'
import { reception } from './reception.ts'
import { rectification } from './rectification.ts'
import { studyNote } from './study-note.ts'
import { talk } from './talk.ts'
import { user } from './user.ts'
import { visitMatter } from './visit-matter.ts'
import { writtenReport } from './written-report.ts'
import type { RecordType } from '../records/record.ts'

/** Every record type the application knows, in menu order. */
export const records = {
  organization,
  person,
  transfer,
  appointment,
  exemption,
  activity,
  studyNote,
  talk,
  criticism,
  rectification,
  fieldwork,
  reception,
  visitMatter,
  liaison,
  liaisonVisit,
  contactPoint,
  pointVisit,
  writtenReport,
  monthlyReport,
  inspection,
  dutyLetter,
  expense,
  placeAsset,
  calendarDay,
  parameter,
  user,
}

/** Every kind of owned line, by its name. */
export const lines = { attendance, resolution }

export type RecordName = keyof typeof records
export type LinesName = keyof typeof lines
export const recordNames = Object.keys(records) as RecordName[]
export const lineNames = Object.keys(lines) as LinesName[]

/** 台账: the record types with a page of their own under a topic. Each has a list, a form, an export and an import. */
export const registerNames = recordNames.filter(name => (records[name] as RecordType).topic !== undefined)

/** Everything that one workbook a record a row can bring in: the registers, and what a screen of its own shows. */
export const importedNames = recordNames.filter(name => registerNames.includes(name) || (records[name] as RecordType).screen !== undefined)

/** The path of the page where the records of a type are seen. */
export const pathOf = (name: RecordName): string => (records[name] as RecordType).screen ?? `/registers/${name}`
