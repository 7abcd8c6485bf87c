import { attendance, type AttendanceState, attendanceStates } from '../../shared/domain/activity.ts'
import { person } from '../../shared/domain/person.ts'
import { normalizeIdNumber } from '../../shared/rules/id-number.ts'
import type { Field } from '../../shared/records/fields.ts'
import { cellsOf } from '../ui/grid-cells.ts'
import { readNumber } from '../ui/NumberBox.tsx'

/** One person as someone pasted him or her: a name, a number, or both, and perhaps how it was and for how long. */
export interface PastedName {
  readonly name: string | null
  readonly idNumber: string | null
  readonly state: AttendanceState | null
  readonly hours: number | null
  /** Why he or she was away, where the block says so under a heading. */
  readonly reason: string | null
  /** What stood there, to show. */
  readonly text: string
}

type Part = 'name' | 'idNumber' | 'state' | 'hours' | 'reason'

const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s+/g, '')
const wordsOf = (field: Field) => [field.label, ...(field.also ?? [])].map(plain)
const headings: Readonly<Record<Part, readonly string[]>> = {
  name: wordsOf(person.fields.name),
  idNumber: wordsOf(person.fields.idNumber),
  state: wordsOf(attendance.fields.state),
  hours: [...wordsOf(attendance.fields.hours), '学时数', '培训学时', '计学时'],
  reason: wordsOf(attendance.fields.reason),
}

const stateWords = new Map<string, AttendanceState>([
  ...Object.entries(attendance.fields.state.aliases ?? {}).flatMap(([word, state]) => (isState(state) ? [[plain(word), state] as const] : [])),
  ...Object.entries(attendanceStates).flatMap(([state, word]) => (isState(state) ? [[word, state] as const] : [])),
])

function isState(word: string): word is AttendanceState {
  return Object.hasOwn(attendanceStates, word)
}

/** 出勤, or a word that offices use for it: 已到, 病假, √. */
export const stateOf = (cell: string): AttendanceState | null => stateWords.get(plain(cell)) ?? null
const idOf = (cell: string): string | null => {
  const number = normalizeIdNumber(cell)
  return /^\d{17}[\dX]$/.test(number) ? number : null
}
const isName = (cell: string): boolean =>
  /^[\p{Script=Han}·]{2,8}$/u.test(plain(cell)) && !stateWords.has(plain(cell)) && !/(支部|总支|党委|委员会)$/.test(plain(cell))

/** Which column holds what, where the block brought its headings along. */
function headerOf(cells: readonly string[]): Partial<Record<Part, number>> | undefined {
  const found: Partial<Record<Part, number>> = {}
  for (const part of ['name', 'idNumber', 'state', 'hours', 'reason'] as const) {
    const at = cells.findIndex(cell => headings[part].includes(plain(cell)))
    if (at >= 0) found[part] = at
  }
  return found.name === undefined && found.idNumber === undefined ? undefined : found
}

function byHeader(cells: readonly string[], at: Partial<Record<Part, number>>): PastedName | undefined {
  const cell = (part: Part) => cells[at[part] ?? -1] ?? ''
  const [name, typed] = [plain(cell('name')), cell('idNumber').trim()]
  if (!name && !typed) return undefined
  const hours = readNumber(cell('hours'))
  return {
    name: name || null,
    idNumber: idOf(typed),
    state: stateOf(cell('state')),
    hours: hours !== null && Number.isFinite(hours) ? hours : null,
    reason: cell('reason').trim().slice(0, 200) || null,
    text: name || typed,
  }
}

function byLooks(cells: readonly string[]): PastedName | undefined {
  const idNumber = cells.map(idOf).find(id => id !== null) ?? null
  const names = cells.filter(isName).map(plain)
  const name = names.find(n => n.length <= 4) ?? names[0] ?? null
  const state = cells.map(stateOf).find(s => s !== null) ?? null
  const text = name ?? idNumber ?? cells.map(c => c.trim()).find(c => c !== '' && stateOf(c) === null && !/^\d{1,4}$/.test(c))
  return text === undefined ? undefined : { name, idNumber, state, hours: null, reason: null, text }
}

/** 张三、李四 王五 on one line are three people; 尹　齐 is one. */
function apart(cell: string): readonly string[] {
  return cell
    .normalize('NFKC')
    .split(/[、，,；;]/)
    .flatMap(part => {
      const words = part.trim().split(/\s+/)
      return words.length > 1 && words.every(word => isName(word) || idOf(word) !== null) ? words : [part.trim()]
    })
    .filter(Boolean)
}

/** The people in a block from Excel, or in a line of names. Headings say which column is which; without them cells are known by their looks. */
export function readNames(text: string): readonly PastedName[] {
  const rows = cellsOf(text).filter(cells => cells.some(cell => cell.trim() !== ''))
  const heading = rows.findIndex(cells => headerOf(cells) !== undefined)
  const header = heading >= 0 ? headerOf(rows[heading] ?? []) : undefined
  const body = header ? rows.slice(heading + 1) : rows
  return body.flatMap(cells => {
    if (header) return byHeader(cells, header) ?? []
    if (cells.length === 1) return apart(cells[0] ?? '').flatMap(part => byLooks([part]) ?? [])
    return byLooks(cells) ?? []
  })
}

/** True when a block on the clipboard is a list of people, not a column of 出勤 or numbers for the cells at hand. */
export const holdsNames = (text: string): boolean => readNames(text).some(p => p.name !== null || p.idNumber !== null)
