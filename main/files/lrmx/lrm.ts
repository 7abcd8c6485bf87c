import { type AppointmentSheet, emptySheet, type SheetEducation, type SheetRelative } from '../../../shared/domain/appointment-sheet.ts'
import { Unreadable } from '../zip.ts'
import { decodeLrm, legal } from './encoding.ts'
import { isPhoto, noPhoto } from './photo.ts'

const fieldCount = 33
/** As long as a sheet can be, and no `.lrm` comes near it. */
const maxLength = 1_000_000

/**
 * Reads a `.lrm` (V2.0): 33 fields in quotes, then in newer ones an ID number; `photo` is its `.pic`. Throws `Unreadable` where it is no such
 * file. Fields 12 to 15 mean nothing that anybody knows: they are named and not kept.
 */
export function readLrm(bytes: Uint8Array, photo?: Uint8Array): AppointmentSheet {
  const fields = fieldsIn(legal(decodeLrm(bytes)))
  const at = (index: number): string | null => fields[index]?.replaceAll(/\r\n?/g, '\n').trim() || null
  const nameless = [12, 13, 14, 15].flatMap(index => at(index) ?? [])
  const [levels, schools] = [halves(at(9)), halves(at(10))]
  const educationOf = (half: 0 | 1): SheetEducation => ({
    level: levels[half][0],
    degree: levels[half][1],
    levelSchool: schools[half][0],
    degreeSchool: schools[half][1],
  })
  return {
    ...emptySheet,
    name: at(0),
    sex: at(1),
    born: at(2),
    nation: at(3),
    nativePlace: at(4),
    joined: at(5),
    health: at(6),
    birthPlace: at(7),
    startedWork: at(8),
    fullTime: educationOf(0),
    inService: educationOf(1),
    title: at(11),
    speciality: at(16),
    resume: at(17),
    rewards: at(18),
    yearGrades: at(19),
    family: family([20, 21, 22, 23, 24].map(index => fields[index] ?? '')),
    currentPost: at(25),
    proposedPost: at(26),
    removedPost: at(27),
    reason: at(28),
    reportedBy: at(29),
    agesOn: at(30),
    filledBy: at(31),
    filledOn: at(32),
    idNumber: at(33),
    photo: photo && isPhoto(photo) ? photo : null,
    unread: [
      ...(nameless.length > 0 ? [`第 13–16 项含义不明，没有留：${nameless.join('、').slice(0, 200)}`] : []),
      ...(photo && !isPhoto(photo) ? [noPhoto] : []),
    ],
  }
}

/** Split at `","`, never at a bare comma: 简历 and 奖惩 have commas in them. */
function fieldsIn(text: string): string[] {
  const whole = text.trim()
  if (whole.length > maxLength) throw new Unreadable('内容超过 100 万字，不是任免表文件')
  if (whole.length < 2 || !whole.startsWith('"')) throw new Unreadable('它不是任免表文件：应以双引号开头')
  if (!whole.endsWith('"')) throw new Unreadable('文件已损坏或没有拷贝完整')
  const fields = whole.slice(1, -1).split(/",[\r\n]*"/)
  if (fields.length < fieldCount) throw new Unreadable(`文件已损坏或没有拷贝完整：应有 ${fieldCount} 项，这里只有 ${fields.length} 项`)
  if (fields.length > fieldCount + 1) throw new Unreadable(`有 ${fields.length} 项，应有 ${fieldCount} 项，分不清哪一项是什么`)
  return fields
}

type Half = readonly [first: string | null, second: string | null]

/** `大学#管理学学士@研究生#`: 全日制 and 在职, each with its two; some writers put `#` in place of `@`. */
function halves(text: string | null): readonly [Half, Half] {
  const parts = (text ?? '').includes('@') ? (text ?? '').split('@').map(half => half.split('#')) : pairs((text ?? '').split('#'))
  const of = (half: number): Half => [parts[half]?.[0]?.trim() || null, parts[half]?.[1]?.trim() || null]
  return [of(0), of(1)]
}

const pairs = (parts: readonly string[]): string[][] => [parts.slice(0, 2), parts.slice(2, 4)]

/** Five lists joined by `@`, some shorter than others, most with one too many at the end. */
function family(lists: readonly string[]): SheetRelative[] {
  const columns = lists.map(list => list.split('@').map(value => value.trim() || null))
  const count = Math.max(...columns.map(column => column.length))
  const lines = Array.from({ length: count }, (_, i) => {
    const [relation = null, name = null, born = null, politics = null, work = null] = columns.map(column => column[i] ?? null)
    return { relation, name, born, politics, work }
  })
  return lines.filter(line => Object.values(line).some(value => value !== null))
}
