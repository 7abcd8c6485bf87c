import { type Attendance, type AttendanceState, attendanceStates, countingStates, isExpected } from '../../shared/domain/activity.ts'
import { shown } from '../../shared/rules/quota.ts'
import type { CallOutput } from '../api/client.ts'
import { readNumber } from '../ui/NumberBox.tsx'

type Kept = CallOutput<'attendance.get'>['lines'][number]
export type Expected = CallOutput<'attendance.roll'>[number]
export type Match = CallOutput<'people.match'>[number]['matches'][number]

/** One person of the attendance as it stands on screen. */
export interface RollLine extends Expected {
  readonly state: AttendanceState
  /** As typed; checked before it is saved. */
  readonly hours: string
  /** 缺席及原因: why someone was away, or is not expected at all. */
  readonly reason: string
  /** Taken off the list; gone once it is saved. */
  readonly removed: boolean
}

export const isState = (word: string): word is AttendanceState => Object.hasOwn(attendanceStates, word)
export const isCounting = (state: AttendanceState): boolean => countingStates.includes(state)

export const fromKept = ({ state, hours, reason, ...person }: Kept): RollLine => ({
  ...person,
  state: isState(state) ? state : 'present',
  hours: String(hours),
  reason: reason ?? '',
  removed: false,
})

/** Someone found by name as one of those expected. */
export const expectedOf = ({ id, ...person }: Match): Expected => ({ ...person, personId: id, organizationId: null })

export const newLine = (person: Expected, state: AttendanceState, hours: number): RollLine => ({
  ...person,
  state,
  hours: String(hours),
  reason: '',
  removed: false,
})

export const sameLine = (a: RollLine | undefined, b: RollLine | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.personId === b.personId &&
    a.state === b.state &&
    a.hours === b.hours &&
    a.reason === b.reason &&
    a.removed === b.removed)

export const sameLines = (a: readonly RollLine[], b: readonly RollLine[]): boolean =>
  a === b || (a.length === b.length && a.every((line, i) => sameLine(line, b[i])))

/** What is on file, in the order the rows have on screen; who is new comes last. Whoever opens the page again sees branch and name order. */
export function inPlace(kept: readonly RollLine[], rows: readonly RollLine[]): readonly RollLine[] {
  const byId = new Map(kept.map(line => [line.personId, line]))
  const known = new Set(rows.map(line => line.personId))
  return [...rows.flatMap(line => byId.get(line.personId) ?? []), ...kept.filter(line => !known.has(line.personId))]
}

export interface LineFault {
  readonly key: 'hours' | 'reason'
  readonly message: string
}

/** What is wrong with a line, in a sentence: hours of those who were there, the reason of those who are not counted. */
export function faultOf({ name, hours, state, reason, removed }: RollLine, index: number, days: number): LineFault | undefined {
  const fault = (key: LineFault['key'], says: string): LineFault => ({ key, message: `第 ${index + 1} 行${name}：${says}` })
  if (removed) return undefined
  if (state === 'excused' && reason.trim() === '') return fault('reason', '不计入应到要写明原因。')
  if (reason.trim().length > 200) return fault('reason', '原因最多 200 字。')
  if (!isCounting(state)) return undefined
  const amount = readNumber(hours)
  if (amount === null || Number.isNaN(amount) || amount < 0) return fault('hours', '学时应为数字，不能小于 0。')
  if (shown(amount) !== amount) return fault('hours', '学时最多两位小数。')
  return amount > days * 24 ? fault('hours', `${days} 天不可能有 ${hours} 学时，请核对。`) : undefined
}

export interface RollSum {
  readonly expected: number
  readonly by: Readonly<Record<AttendanceState, number>>
  readonly hours: number
}

/** 应到 (without those who are not counted), everyone by state, and the hours of those who count. */
export function sumOf(lines: readonly RollLine[]): RollSum {
  const by = { present: 0, makeup: 0, leave: 0, absent: 0, excused: 0 }
  let expected = 0
  let hours = 0
  for (const line of lines) {
    if (line.removed) continue
    if (isExpected(line.state)) expected += 1
    by[line.state] += 1
    if (isCounting(line.state)) hours += readNumber(line.hours) || 0
  }
  return { expected, by, hours: shown(hours) }
}

/** What is saved. Hours of someone who was not there are kept too: they say what was missed. */
export const toSave = (lines: readonly RollLine[]): Attendance[] =>
  lines
    .filter(line => !line.removed)
    .map(({ personId, state, hours, reason }) => ({
      personId,
      state,
      hours: readNumber(hours) || 0,
      reason: isCounting(state) ? null : reason.trim() || null,
    }))

/** The list with some people added. Who stands on it already stays as he or she is; who was taken off comes back. */
export function withPeople(lines: readonly RollLine[], added: readonly RollLine[]): readonly RollLine[] {
  const byId = new Map(added.map(line => [line.personId, line]))
  const known = new Set(lines.map(line => line.personId))
  const back = lines.map(line => (line.removed ? (byId.get(line.personId) ?? line) : line))
  return [...back, ...added.filter(line => !known.has(line.personId))]
}

/** The list with what a pasted block says of those who stand on it, and those who are new. */
export function withPasted(lines: readonly RollLine[], pasted: readonly { readonly line: RollLine; readonly said: boolean }[]): readonly RollLine[] {
  const byId = new Map(pasted.map(p => [p.line.personId, p]))
  const known = new Set(lines.map(line => line.personId))
  const changed = lines.map(line => {
    const now = byId.get(line.personId)
    if (!now) return line
    if (line.removed) return now.line
    return now.said ? { ...line, state: now.line.state, hours: now.line.hours, reason: now.line.reason || line.reason } : line
  })
  return [...changed, ...pasted.filter(p => !known.has(p.line.personId)).map(p => p.line)]
}
