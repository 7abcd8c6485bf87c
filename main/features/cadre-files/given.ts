import type { AppointmentSheet } from '../../../shared/domain/appointment-sheet.ts'
import { cadre, type FamilyMember, familyMember, type ResumePeriod, resumePeriod, type Reward, reward, type YearGrade } from '../../../shared/domain/cadre.ts'
import { person } from '../../../shared/domain/person.ts'
import type { Field } from '../../../shared/records/fields.ts'
import type { Draft, Fields, LinesType } from '../../../shared/records/record.ts'
import { normalizeIdNumber, readIdNumber } from '../../../shared/rules/id-number.ts'
import { readResume, resumeFindings } from '../../../shared/rules/resume.ts'
import { readSheetMonth } from '../../../shared/rules/sheet-dates.ts'
import { photoWarnings } from '../../../shared/rules/sheet-photo.ts'
import { recordsOf } from '../../cadres/sheet.ts'
import { pictureIn } from '../../files/picture.ts'
import type { Values } from '../../records/drafts.ts'
import type { KeptFile } from './reading.ts'

/** What a sheet says, as the records keep it. What the sheet leaves empty is not there. */
export interface Given {
  readonly name: string | null
  /** A number that can be one. */
  readonly idNumber: string | null
  /** 男, 女 */
  readonly sex: string | null
  /** `1985-03` */
  readonly bornMonth: string | null
  readonly person: Values
  readonly cadre: Values
  readonly resume: readonly ResumePeriod[]
  readonly family: readonly FamilyMember[]
  readonly rewards: readonly Reward[]
  readonly grades: readonly YearGrade[]
  readonly photo: Uint8Array | null
  /** The file itself, where it is one that is kept. */
  readonly file: KeptFile | undefined
  /** What is said beside: what could not be taken, what is not in order. */
  readonly notes: readonly string[]
}

/** `today` is a month, `2026-11`: a résumé goes on until then. */
export function givenBy(sheet: AppointmentSheet, today: string, file?: KeptFile): Given {
  const records = recordsOf(sheet)
  const { name, born, joined, nation, nativePlace } = records.person
  const notes = [...(sheet.unread ?? []), ...records.unread]
  const photo = photoOf(records.photo, notes)
  const idNumber = numberIn(sheet, notes)
  const personal = { nation: nation === '汉' ? '汉族' : nation, nativePlace, joinedOn: joined && `${joined}-01` }
  notes.push(...resumeFindings(readResume(sheet.resume).periods, today).map(finding => `简历：${finding.message}`))
  return {
    name: name?.replaceAll(/\s/g, '') ?? null,
    idNumber,
    sex: sheet.sex,
    bornMonth: born,
    person: taken(person.fields, personal, notes),
    cadre: withProposal(taken(cadre.fields, records.cadre, notes)),
    resume: fitting(resumePeriod, records.resume, notes),
    family: fitting(familyMember, records.family, notes),
    rewards: fitting(reward, records.rewards, notes),
    grades: records.grades,
    photo,
    file,
    notes,
  }
}

/** 拟任, 拟免 and the reason are of one appointment: where a sheet names one of them, those it leaves empty are none. */
function withProposal(values: Values): Values {
  const fields = ['proposedPost', 'removedPost', 'reason']
  const empty = fields.filter(field => !(field in values))
  return empty.length < fields.length ? { ...values, ...Object.fromEntries(empty.map(field => [field, null])) } : values
}

/** The values that their fields take; of others it is said that they were not taken. */
function taken(fields: Readonly<Record<string, Field>>, values: Readonly<Record<string, unknown>>, notes: string[]): Values {
  const read: Values = {}
  for (const [name, value] of Object.entries(values)) {
    const field = fields[name]
    if (value === null || value === undefined || field === undefined) continue
    const parsed = field.value.safeParse(value)
    if (parsed.success) read[name] = parsed.data
    else notes.push(`${field.label}没有取用：${parsed.error.issues[0]?.message ?? '不合要求'}`)
  }
  return read
}

/** The lines that their type takes; of others it is said that they were not taken. */
export function fitting<F extends Fields>(type: LinesType<F>, lines: readonly Draft<F>[], notes: string[]): readonly Draft<F>[] {
  const bad = lines.filter(line => !type.line.safeParse(line).success)
  if (bad.length > 0) notes.push(`${type.label}有 ${bad.length} 行过长，没有取用`)
  return bad.length > 0 ? lines.filter(line => !bad.includes(line)) : lines
}

/** The photo, with a word about what is not as it should be; none where it breaks off. */
function photoOf(photo: Uint8Array | null, notes: string[]): Uint8Array | null {
  const picture = photo && pictureIn(photo)
  if (photo && !picture) notes.push('照片不完整或尺寸不正常，没有取用')
  if (!photo || !picture) return null
  notes.push(...photoWarnings({ ...picture, bytes: photo.length }))
  return photo
}

function numberIn(sheet: AppointmentSheet, notes: string[]): string | null {
  if (sheet.idNumber === null) return null
  const number = normalizeIdNumber(sheet.idNumber)
  const reading = readIdNumber(number)
  if (!reading.ok) {
    notes.push(`身份证号没有取用：${reading.message}`)
    return null
  }
  const born = readSheetMonth(sheet.born)
  if (born !== null && !reading.bornOn.startsWith(born)) notes.push(`出生年月 ${sheet.born} 与身份证号不符，号码为 ${reading.bornOn}`)
  if (sheet.sex !== null && sheet.sex !== (reading.sex === 'male' ? '男' : '女')) notes.push(`性别“${sheet.sex}”与身份证号不符`)
  return number
}
