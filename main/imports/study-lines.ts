import { activity, attendance, type AttendanceState } from '../../shared/domain/activity.ts'
import { person } from '../../shared/domain/person.ts'
import { type Cell, cellText, isError, nameText, type Reading } from '../../shared/records/cell.ts'
import { choiceOf } from '../../shared/records/cells.ts'
import type { Field } from '../../shared/records/fields.ts'
import type { Fault } from '../../shared/records/record.ts'
import type { SheetColumn } from '../../shared/records/sheet.ts'
import type { Values } from '../records/drafts.ts'
import { spanIn } from './dates-in-text.ts'
import { readRow } from './kind.ts'
import type { DataRow, RecognisedSheet } from './recognised.ts'
import { activityInTitles } from './study-title.ts'

const { name, kind, organizationId, place, startsOn, endsOn, counts, lecturer } = activity.fields
const hours: Field = { ...activity.fields.hours, also: [...(activity.fields.hours.also ?? []), ...(attendance.fields.hours.also ?? [])] }

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
  column(attendance.fields.state, 'state'),
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
    const span = typeof given['startsOn'] === 'string' ? undefined : spanOf(sheet, row)
    if (span) {
      Object.assign(given, { startsOn: span.from, endsOn: given['endsOn'] ?? span.until })
      faults.splice(0, faults.length, ...faults.filter(f => f.field !== 'startsOn'))
    }
    for (const [fact, value] of Object.entries(above)) given[fact] ??= value
    const mark = readMark(cellAt(sheet, row, 'state'), false)
    if (!mark.ok) faults.push({ field: 'state', code: mark.code, message: mark.message })
    else if (mark.value === null && ticked) faults.push({ field: 'state', code: 'missing', message: '别的行打了 √，这一行空着，分不清是缺勤还是漏填' })
    else given['state'] = mark.value?.state ?? 'present'
    const notes = i === 0 && !sheet.at.has('state') ? ['表里没有出勤一列，按全部出勤登记'] : []
    yield { sheet, row, given, faults, notes }
  }
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

interface Mark {
  readonly state: AttendanceState
  readonly hours: number | null
}

const states = Object.keys(attendance.fields.state.choices ?? {})
const isState = (key: string | undefined): key is AttendanceState => key !== undefined && states.includes(key)

const signs: Readonly<Record<string, AttendanceState>> = {
  '✓': 'present',
  '✔': 'present',
  '☑': 'present',
  v: 'present',
  y: 'present',
  '✗': 'absent',
  '✘': 'absent',
  x: 'absent',
  n: 'absent',
}

/** √, ×, 请假, 补学, or a number of hours. In a column of its own a bare 1 is a tick; in the matrix it is an hour. */
export function readMark(cell: Cell, hoursCount: boolean): Reading<Mark> {
  if (isError(cell)) return { ok: false, code: 'badValue', message: `单元格是错误值 ${cell.error}，请改成实际内容` }
  const text = cellText(cell).normalize('NFKC')
  if (!text || /^[-—–/\\]+$/.test(text)) return { ok: true, value: null }
  const state = stateOf(text)
  if (state) return { ok: true, value: { state, hours: null } }
  const [, word = '', number] = /^(\D*?)\s*[(]?(\d+(?:\.\d+)?)\s*(?:个?(?:学时|课时|小时))?[)]?$/.exec(text) ?? []
  const named = word.trim() === '' ? 'present' : stateOf(word.trim())
  if (number === undefined || named === undefined)
    return { ok: false, code: 'badChoice', message: `“${text.slice(0, 20)}”看不懂，应填出勤、补学、请假、缺勤、√、× 或学时数` }
  const amount = Number(number)
  if (amount === 0) return { ok: true, value: { state: 'absent', hours: null } }
  return { ok: true, value: { state: named, hours: hoursCount ? Math.round(amount * 100) / 100 : null } }
}

function stateOf(text: string): AttendanceState | undefined {
  const key = choiceOf(attendance.fields.state, text)
  return isState(key) ? key : signs[text.toLowerCase()]
}
