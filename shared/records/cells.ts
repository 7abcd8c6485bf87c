import { normalizeIdNumber } from '../rules/id-number.ts'
import { broken, type Cell, type CellOptions, cellText, compact, empty, fault, isBlankWord, isError, type Reading, value } from './cell.ts'
import { readDate } from './cell-dates.ts'
import type { Field } from './fields.ts'

const chineseDigits = '零一二三四五六七八九十'

/** A number, with the unit that people write behind it forgiven: `8学时`, `3 年`, `1,200`. */
export function readNumber(cell: Cell, wholeOnly = false): Reading<number> {
  if (isError(cell)) return broken(cell)
  if (cell === null) return empty
  const text = cellText(cell).normalize('NFKC')
  if (!text || isBlankWord(text)) return empty
  const bare = text
    .replaceAll(/[\s,]/g, '')
    .replace(/[。.;；]$/, '')
    .replace(/(?:个|多)?(?:学时|课时|小时|学分|年度?|届|元|人|次|批|分|天|日|个|h|hrs?|hours?)$/i, '')
  const n =
    bare.length === 1 && chineseDigits.includes(bare) ? chineseDigits.indexOf(bare) : /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(bare) ? Number(bare) : Number.NaN
  if (Number.isNaN(n)) return fault('badNumber', `“${text.slice(0, 20)}”不是数字`)
  if (wholeOnly && !Number.isInteger(n)) return fault('badNumber', `“${text.slice(0, 20)}”不是整数`)
  if (n < 0) return fault('badNumber', '不能小于 0')
  return value(wholeOnly ? n : Math.round(n * 100) / 100)
}

const yes = new Set(['是', '√', '✓', '✔', '☑', '1', 'y', 'yes', 'true', '有', '对', '✅', 'v', '计入', '计'])
const no = new Set(['否', '×', '✗', '✘', 'x', '☐', '□', '0', 'n', 'no', 'false', '不是', '无', '非', '没有', '❌', '不计入', '不计'])

export function readFlag(cell: Cell): Reading<boolean> {
  if (typeof cell === 'boolean') return value(cell)
  if (isError(cell)) return broken(cell)
  const text = cellText(cell).normalize('NFKC').toLowerCase()
  if (!text) return empty
  if (yes.has(text)) return value(true)
  if (no.has(text)) return value(false)
  return isBlankWord(text) ? empty : fault('badChoice', `“${text.slice(0, 20)}”应填是或否`)
}

const words = new WeakMap<Field, ReadonlyMap<string, string>>()

/** Every word for a choice, as people type it, to its key: the label first, then the alias, then the key itself. */
function wordsOf(field: Field): ReadonlyMap<string, string> {
  const known = words.get(field)
  if (known) return known
  const map = new Map<string, string>()
  const add = (word: string, key: string) => {
    for (const form of [word, compact(word)]) if (form && !map.has(form)) map.set(form, key)
  }
  for (const [key, label] of Object.entries(field.choices ?? {})) add(label, key)
  for (const [alias, key] of Object.entries(field.aliases ?? {})) add(alias, key)
  for (const key of Object.keys(field.choices ?? {})) add(key, key)
  words.set(field, map)
  return map
}

/** The key of a choice, by its label, by another word for it or by the key itself. */
export function choiceOf(field: Field, text: string): string | undefined {
  const known = wordsOf(field)
  return known.get(text) ?? known.get(compact(text)) ?? known.get(compact(text.normalize('NFKC').replaceAll(/\([^)]*\)/g, '')))
}

function readChoice(field: Field, cell: Cell): Reading<string> {
  if (isError(cell)) return broken(cell)
  const text = cellText(cell)
  if (!text) return empty
  const key = choiceOf(field, text)
  if (key !== undefined) return value(key)
  if (isBlankWord(text)) return empty
  return fault('badChoice', `“${text.slice(0, 20)}”不在可选范围内，应为${Object.values(field.choices ?? {}).join('、')}`)
}

function readMulti(field: Field, cell: Cell): Reading<readonly string[]> {
  if (isError(cell)) return broken(cell)
  const parts = cellText(cell)
    .split(/[、，,；;/|\s]+/)
    .filter(Boolean)
  if (parts.every(isBlankWord)) return empty
  const keys = parts.map(part => choiceOf(field, part))
  const unknown = parts.filter((_, i) => keys[i] === undefined)
  if (unknown.length) return fault('badChoice', `“${unknown.join('、').slice(0, 30)}”不在可选范围内`)
  return value(Object.keys(field.choices ?? {}).filter(key => keys.includes(key)))
}

/** An ID number as 18 characters, whatever blanks and widths it was typed with. One kept as a number has lost its last digits. */
export function readIdNumber(cell: Cell): Reading<string> {
  if (isError(cell)) return broken(cell)
  if (cell === null) return empty
  if (typeof cell === 'number' ? cell > 1e15 : typeof cell === 'string' && /^\d(?:\.\d+)?e\+?\d+$/i.test(cell.trim())) {
    return fault('idFormat', '这个单元格存成了数字，末尾几位已经丢失。请把这一列设为文本格式，再重新填写号码')
  }
  const text = cellText(cell)
  const id = /^\d{17}[\dX]$/.test(text) ? text : normalizeIdNumber(text)
  if (!id || isBlankWord(id)) return empty
  if (id.includes('*')) return fault('idFormat', `“${id.slice(0, 30)}”遮住了几位，请填完整`)
  return value(id)
}

function readPhone(field: Field, cell: Cell): Reading<unknown> {
  const text = cellText(cell).normalize('NFKC').replaceAll(' ', '').replace(/\.0$/, '')
  return !text || isBlankWord(text) ? empty : checked(field, text)
}

function readText(field: Field, cell: Cell): Reading<unknown> {
  const text = cellText(cell)
  if (!text || isBlankWord(text)) return empty
  return text.length <= 200 ? value(text) : checked(field, text)
}

function checked(field: Field, candidate: unknown): Reading<unknown> {
  const result = field.value.safeParse(candidate)
  if (result.success) return value(result.data)
  return fault('badValue', result.error.issues[0]?.message ?? '内容不合要求')
}

/** Line breaks are kept: notes have them. */
function readNote(field: Field, cell: Cell): Reading<unknown> {
  const text = typeof cell === 'string' ? cell.replaceAll('\r\n', '\n').trim() : cellText(cell)
  return !text || isBlankWord(text) ? empty : checked(field, text)
}

const mapped = <A, B>(reading: Reading<A>, change: (a: A) => B): Reading<B> =>
  reading.ok ? (reading.value === null ? empty : value(change(reading.value))) : reading

function withinBounds(field: Field, reading: Reading<number>): Reading<number> {
  if (!reading.ok || reading.value === null) return reading
  const result = field.value.safeParse(reading.value)
  return result.success ? reading : fault('badNumber', result.error.issues[0]?.message ?? '数字过大')
}

/** What a cell says for a field. References come back as the text that was typed; whoever knows the names looks them up. */
export function readCell(field: Field, cell: Cell, options: CellOptions = {}): Reading<unknown> {
  if (cell === null || cell === '') return empty
  switch (field.kind) {
    case 'date':
      return mapped(readDate(cell, options), d => d.day)
    case 'month':
      return mapped(readDate(cell, options), d => d.day.slice(0, 7))
    case 'integer':
      return withinBounds(field, readNumber(cell, true))
    case 'decimal':
      return withinBounds(field, readNumber(cell))
    case 'money':
      return mapped(readNumber(cell), yuan => Math.round(yuan * 100))
    case 'flag':
      return readFlag(cell)
    case 'choice':
      return readChoice(field, cell)
    case 'multi':
      return readMulti(field, cell)
    case 'idNumber':
      return readIdNumber(cell)
    default:
      break
  }
  if (isError(cell)) return broken(cell)
  if (field.kind === 'phone') return readPhone(field, cell)
  return field.kind === 'note' ? readNote(field, cell) : readText(field, cell)
}
