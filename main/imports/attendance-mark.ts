import { attendance, type AttendanceState } from '../../shared/domain/activity.ts'
import { type Cell, cellText, isError, type Reading } from '../../shared/records/cell.ts'
import { choiceOf } from '../../shared/records/cells.ts'

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

/** √, ×, 请假, 补学, or a number of hours: a cell of the matrix, where a number is hours. Anything vaguer would make other columns activities. */
export const readMark = (cell: Cell): Reading<Mark> => read(cell, true, stateOf)

/** The same in a column of its own, where a bare 1 is a tick and people write more freely: 因公请假, 缺勤（已补学）, 正常. */
export const readStateCell = (cell: Cell): Reading<Mark> => read(cell, false, text => stateOf(text) ?? stateIn(text))

function read(cell: Cell, hoursCount: boolean, stateNamed: (text: string) => AttendanceState | undefined): Reading<Mark> {
  if (isError(cell)) return { ok: false, code: 'badValue', message: `单元格是错误值 ${cell.error}，请改成实际内容` }
  const text = cellText(cell).normalize('NFKC')
  if (!text || /^[-—–/\\]+$/.test(text)) return { ok: true, value: null }
  // What stands in brackets is news of it: 缺勤（已补学）.
  const state = (/[(].*补/.test(text) ? stateIn(text) : undefined) ?? stateNamed(text)
  if (state) return { ok: true, value: { state, hours: null } }
  const [, word = '', number] = /^(\D*?)\s*[(]?(\d+(?:\.\d+)?)\s*(?:个?(?:学时|课时|小时)|h)?[)]?$/i.exec(text) ?? []
  const named = word.trim() === '' ? 'present' : stateNamed(word.trim())
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

const inWords: readonly (readonly [RegExp, AttendanceState])[] = [
  [/补/, 'makeup'],
  [/旷|缺|无故|不到|未请假|^[未没](?!请)/, 'absent'],
  [/假|出差|公差|公出/, 'leave'],
  [/出勤|出席|参加|参训|参会|签到|到会|到场|到课|正常|全勤|全程|准时|迟到|早退|完成|合格|已学/, 'present'],
]

/** The state that a short remark speaks of. Making up that is still to come counts for nothing yet: 请假（待补学）. */
function stateIn(text: string): AttendanceState | undefined {
  if (text.length > 12) return
  const done = text.replaceAll(/[（(]?(?:未|没有?|待|需|应|尚未)补[学课训]?[)）]?/g, '')
  return inWords.find(([word]) => word.test(done))?.[1]
}
