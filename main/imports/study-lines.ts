import { activity, attendance } from '../../shared/domain/activity.ts'
import { person } from '../../shared/domain/person.ts'
import { type Cell, cellText, nameText } from '../../shared/records/cell.ts'
import { decimal, type Field, words } from '../../shared/records/fields.ts'
import type { Fault } from '../../shared/records/record.ts'
import type { SheetColumn } from '../../shared/records/sheet.ts'
import type { Values } from '../records/drafts.ts'
import { readStateCell } from './attendance-mark.ts'
import { spanIn } from './dates-in-text.ts'
import { readRow } from './kind.ts'
import type { DataRow, RecognisedSheet } from './recognised.ts'
import { activityInTitles } from './study-title.ts'

const { name, kind, organizationId, place, startsOn, endsOn, counts, lecturer } = activity.fields
const hours: Field = { ...activity.fields.hours, also: [...(activity.fields.hours.also ?? []), ...(attendance.fields.hours.also ?? [])] }

/** Where offices count working days; converted at the rate in force. */
const days = decimal({ label: '天数', also: words('培训天数 学习天数 参训天数 活动天数 工作日 折合天数 工作日数 折合工作日 参加天数') })

/** A column of the matrix form: people down the side, one activity per column. */
export const activityColumn = 'activityColumn'

/** None is required by itself: a matrix has its activities across, a sign-in sheet above. */
const column = (field: Field, key: string): SheetColumn => ({ name: key, field, required: false })

/** 学时登记: who, what, when, how long, and whether they came. */
export const studyColumns: readonly SheetColumn[] = [
  column(person.fields.name, 'name'),
  column(person.fields.idNumber, 'idNumber'),
  column(person.fields.organizationId, 'branch'),
  column(name, 'activity'),
  column(kind, 'kind'),
  column({ ...startsOn, also: [...(startsOn.also ?? []), '起止日期', '起止时间', '培训起止时间'] }, 'startsOn'),
  column(endsOn, 'endsOn'),
  column(hours, 'hours'),
  column(days, 'days'),
  column(attendance.fields.state, 'state'),
  column(attendance.fields.reason, 'reason'),
  column(organizationId, 'organizer'),
  column(place, 'place'),
  column(counts, 'counts'),
  column(lecturer, 'lecturer'),
]

/** The pseudo-field that the user may give to a column of the matrix form. */
export const matrixColumn: SheetColumn = column({ ...name, label: '一列一项活动', also: [] }, activityColumn)

/** One person at one activity, as the file says it. */
export interface StudyLine {
  readonly sheet: RecognisedSheet
  readonly row: DataRow
  /** Name, ID number and branch, the activity's facts, `state` and `hours`; `statedHours` are what a matrix says of the whole activity. */
  readonly given: Values
  readonly faults: Fault[]
  readonly notes: string[]
}

const cells = studyColumns.filter(c => c.name !== 'state')

/** The long form: one line for each person and activity; on a sign-in sheet the lines above say which activity. */
export function* longLines(sheet: RecognisedSheet): Generator<StudyLine> {
  const above = sheet.at.has('activity') ? {} : activityInTitles(sheet)
  const ticked = isTicked(sheet)
  for (const [i, row] of sheet.data.entries()) {
    const { given, faults } = readRow(cells, sheet, row)
    closeUpName(given)
    const inDays = daysIn(cellText(cellAt(sheet, row, 'hours')))
    if (inDays !== undefined) {
      Object.assign(given, { hours: undefined, days: inDays })
      without(faults, 'hours')
    }
    const span = typeof given['startsOn'] === 'string' ? undefined : spanOf(sheet, row)
    if (span) {
      Object.assign(given, { startsOn: span.from, endsOn: given['endsOn'] ?? span.until })
      without(faults, 'startsOn')
    }
    for (const [fact, value] of Object.entries(above)) given[fact] ??= value
    const mark = readStateCell(cellAt(sheet, row, 'state'))
    if (!mark.ok) faults.push({ field: 'state', code: mark.code, message: mark.message })
    else if (mark.value === null && ticked) faults.push({ field: 'state', code: 'missing', message: '别的行打了 √，这一行空着，分不清是缺勤还是漏填' })
    else given['state'] = mark.value?.state ?? 'present'
    const notes = i === 0 && !sheet.at.has('state') ? ['表里没有出勤一列，按全部出勤登记'] : []
    yield { sheet, row, given, faults, notes }
  }
}

const without = (faults: Fault[], field: string): void => void faults.splice(0, faults.length, ...faults.filter(f => f.field !== field))

/** 1天, 1.5 天, 半天: days where hours are asked for. */
function daysIn(text: string): number | undefined {
  const bare = text.normalize('NFKC').replaceAll(' ', '')
  if (bare === '半天') return 0.5
  const number = /^(\d+(?:\.\d+)?|一|两)个?天(半?)$/.exec(bare)
  if (!number) return
  return (number[1] === '一' ? 1 : number[1] === '两' ? 2 : Number(number[1])) + (number[2] ? 0.5 : 0)
}

/** True where people are ticked off and nothing else is written: then an empty place does not mean they came. */
function isTicked(sheet: RecognisedSheet): boolean {
  const marks = new Set(sheet.data.map(row => cellText(cellAt(sheet, row, 'state'))).filter(Boolean))
  return marks.size > 0 && [...marks].every(mark => /^[√✓✔☑]$/.test(mark))
}

const cellAt = (sheet: RecognisedSheet, row: DataRow, field: string): Cell => {
  const at = sheet.at.get(field)
  return at === undefined ? null : (row.cells[at] ?? null)
}

/** `2025.4.8-4.10` in one cell. */
function spanOf(sheet: RecognisedSheet, row: DataRow) {
  const cell = cellAt(sheet, row, 'startsOn')
  return typeof cell === 'string' ? spanIn(cell, yearHint(sheet))?.span : undefined
}

export function closeUpName(given: Values): void {
  if (typeof given['name'] === 'string') given['name'] = nameText(given['name'])
}

/** The year that a sheet's titles or name mention, for headings such as 3月10日. */
export function yearHint(sheet: RecognisedSheet): string | undefined {
  for (const text of [...sheet.titles, sheet.sheet.name]) {
    const year = /(20\d\d)\s*(?:年|年度|[-./]|$)/.exec(text.normalize('NFKC'))?.[1]
    if (year) return year
  }
  return
}
