import { type Attendance, type AttendanceState, attendanceStates, countingStates } from '../../../shared/domain/activity.ts'
import { shown } from '../../../shared/rules/quota.ts'
import type { CallOutput } from '../../api/client.ts'
import { readNumber } from '../../ui/NumberBox.tsx'

type Kept = CallOutput<'attendance.get'>['lines'][number]
export type Expected = CallOutput<'attendance.roll'>[number]
export type Match = CallOutput<'people.match'>[number]['matches'][number]

/** One person of the attendance as it stands on screen. */
export interface RollLine extends Expected {
  readonly state: AttendanceState
  /** As typed; checked before it is saved. */
  readonly hours: string
  /** Taken off the list; gone once it is saved. */
  readonly removed: boolean
}

export const isState = (word: string): word is AttendanceState => Object.hasOwn(attendanceStates, word)
export const isCounting = (state: AttendanceState): boolean => countingStates.includes(state)

export const fromKept = ({ state, hours, ...person }: Kept): RollLine => ({
  ...person,
  state: isState(state) ? state : 'present',
  hours: String(hours),
  removed: false,
})

/** Someone found by name as one of those expected. */
export const expectedOf = ({ id, ...person }: Match): Expected => ({ ...person, personId: id, organizationId: null })

export const newLine = (person: Expected, state: AttendanceState, hours: number): RollLine => ({ ...person, state, hours: String(hours), removed: false })

export const sameLine = (a: RollLine | undefined, b: RollLine | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.personId === b.personId && a.state === b.state && a.hours === b.hours && a.removed === b.removed)

export const sameLines = (a: readonly RollLine[], b: readonly RollLine[]): boolean =>
  a === b || (a.length === b.length && a.every((line, i) => sameLine(line, b[i])))

/** What is on file, in the order the rows have on screen; who is new comes last. Whoever opens the page again sees branch and name order. */
export function inPlace(kept: readonly RollLine[], rows: readonly RollLine[]): readonly RollLine[] {
  const byId = new Map(kept.map(line => [line.personId, line]))
  const known = new Set(rows.map(line => line.personId))
  return [...rows.flatMap(line => byId.get(line.personId) ?? []), ...kept.filter(line => !known.has(line.personId))]
}

/** What is wrong with a line's hours, in a sentence; nothing for those who were not there. */
export function faultOf({ name, hours, state, removed }: RollLine, index: number, days: number): string | undefined {
  if (removed || !isCounting(state)) return undefined
  const amount = readNumber(hours)
  if (amount === null || Number.isNaN(amount) || amount < 0) return `第 ${index + 1} 行${name}：学时应为数字，不能小于 0。`
  if (shown(amount) !== amount) return `第 ${index + 1} 行${name}：学时最多两位小数。`
  return amount > days * 24 ? `第 ${index + 1} 行${name}：${days} 天不可能有 ${hours} 学时，请核对。` : undefined
}

export interface RollSum {
  readonly expected: number
  readonly by: Readonly<Record<AttendanceState, number>>
  readonly hours: number
}

/** 应到, 出勤, 补学, 请假, 缺勤 and the hours of those who count. */
export function sumOf(lines: readonly RollLine[]): RollSum {
  const by = { present: 0, makeup: 0, leave: 0, absent: 0 }
  let expected = 0
  let hours = 0
  for (const line of lines) {
    if (line.removed) continue
    expected += 1
    by[line.state] += 1
    if (isCounting(line.state)) hours += readNumber(line.hours) || 0
  }
  return { expected, by, hours: shown(hours) }
}

/** What is saved. Hours of someone who was not there are kept too: they say what was missed. */
export const toSave = (lines: readonly RollLine[]): Attendance[] =>
  lines.filter(line => !line.removed).map(({ personId, state, hours }) => ({ personId, state, hours: readNumber(hours) || 0 }))

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
    return now.said ? { ...line, state: now.line.state, hours: now.line.hours } : line
  })
  return [...changed, ...pasted.filter(p => !known.has(p.line.personId)).map(p => p.line)]
}
