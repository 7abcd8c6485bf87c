import { isDay } from '../rules/days.ts'
import { normalizeIdNumber } from '../rules/id-number.ts'
import type { Field } from './fields.ts'

/** #REF! and its like. */
export interface CellError {
  readonly error: string
}

/** A cell of a workbook or of a pasted block. Date cells arrive as `2025-01-05`, month cells as `2012-06`. */
export type Cell = string | number | boolean | null | CellError

/** What a cell means to a field: its value (null when empty), or what is wrong with it. */
export type Reading<T> = { readonly ok: true; readonly value: T | null } | { readonly ok: false; readonly code: string; readonly message: string }

export interface CellOptions {
  /** Bare numbers in date columns count from 1904. */
  readonly date1904?: boolean
}

const empty = { ok: true, value: null } as const
const value = <T>(v: T): Reading<T> => ({ ok: true, value: v })
const fault = (code: string, message: string) => ({ ok: false, code, message }) as const

export const isError = (cell: Cell): cell is CellError => typeof cell === 'object' && cell !== null

const han = '\\p{Script=Han}'
const betweenHan = new RegExp(`(?<=${han})\\s+(?=${han})`, 'gu')
const dotBetweenHan = new RegExp(`(?<=${han})\\s*[·•・.‧∙⋅]\\s*(?=${han})`, 'gu')
const spacedWord = new RegExp(`^(?:${han}\\s+){1,3}${han}$`, 'u')

/** The text of a cell on one line: no odd blanks, no apostrophe that Excel asked for, `汉 族` closed up. */
export function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return plainNumber(cell)
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  if (isError(cell)) return cell.error
  const text = /[^\x21-\x7e\u4e00-\u9fff]/.test(cell)
    ? cell
        .replaceAll(/[\u200b-\u200f\ufeff\u2060]/g, '')
        .replaceAll(/[\s\u00a0\u3000]+/g, ' ')
        .trim()
    : cell
  const bare = /^['’‘`]/.test(text) ? text.slice(1).trim() : text
  return spacedWord.test(bare) ? bare.replaceAll(' ', '') : bare
}

const plainNumber = (n: number): string => (Number.isInteger(n) && Math.abs(n) < 1e21 ? n.toFixed(0) : String(Math.round(n * 1e9) / 1e9))

/** 姓名: blanks between Chinese characters closed up, the dot in 阿卜杜拉·买买提 always the same. */
export function nameText(cell: Cell): string {
  const text = cellText(cell)
  return /^[\u4e00-\u9fff]+$/.test(text) ? text : text.normalize('NFKC').replaceAll(betweenHan, '').replaceAll(dotBetweenHan, '·')
}

/** What people write where there is nothing to write. */
const isBlankWord = (text: string): boolean => /^(?:[-—–/\\_*.。]+|无|空|暂无|没有|不详|未知|N\/?A|无此项)$/i.test(text)

/** For comparing what people type: width, case, blanks and punctuation do not matter. */
export const compact = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}]/gu, '')

export interface DateReading {
  readonly day: string
  /** Only year and month were given; `day` is the first. */
  readonly monthOnly: boolean
}

const badDate = (text: string, why = '') => fault('badDate', `“${text.slice(0, 20)}”不是一个日期${why}`)

/** A date in any of the ways offices write one. An impossible day (2021-02-30) or a bare year is `badDate`. */
export function readDate(cell: Cell, options: CellOptions = {}): Reading<DateReading> {
  if (cell === null) return empty
  if (typeof cell === 'boolean') return badDate(cellText(cell))
  if (isError(cell)) return broken(cell)
  if (typeof cell === 'number') return dateOfNumber(cell, options)
  const exact = /^(\d{4})-(\d\d)-(\d\d)$/.exec(cell)
  if (exact) return dayReading(cell, exact[1], exact[2], exact[3])
  const text = cellText(cell).normalize('NFKC')
  if (!text || isBlankWord(text)) return empty
  const bare = text
    .replace(/(?<=\d|日)[T\s]\s*\d{1,2}[:时点]\d{1,2}.*$/i, '')
    .replaceAll(' ', '')
    .replace(/(?<=\d|日|月)[.,;。，；]$/, '')
  if (/^\d{5}$/.test(bare)) return dateOfNumber(Number(bare), options)
  const day = /^(\d{4})[-/.。年_—–](\d{1,2})[-/.。月_—–](\d{1,2})[日号]?$/.exec(bare) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(bare)
  if (day) return dayReading(text, day[1], day[2], day[3])
  const month = /^(\d{4})[-/.。年_—–](\d{1,2})(?:月份?)?$/.exec(bare) ?? /^(\d{4})(\d\d)$/.exec(bare)
  if (month) return dayReading(text, month[1], month[2], undefined)
  return badDate(text, /^(19|20)\d\d年?$/.test(bare) ? '，缺月份' : '')
}

function dayReading(text: string, year = '', month = '', date: string | undefined): Reading<DateReading> {
  const day = `${year}-${month.padStart(2, '0')}-${(date ?? '01').padStart(2, '0')}`
  if (year < '1900' || year > '2100') return badDate(text, '，请核对年份')
  return isDay(day) ? value({ day, monthOnly: date === undefined }) : badDate(text, date === undefined ? '' : '，没有这一天')
}

/** 20250105, 201206, 1990.8 and serial numbers (45662). A lone 1990.1 may be January or October: Excel drops the zero. */
function dateOfNumber(n: number, { date1904 = false }: CellOptions): Reading<DateReading> {
  const text = plainNumber(n)
  if (Number.isInteger(n) && n >= 19_000_101 && n <= 21_001_231) return dayReading(text, text.slice(0, 4), text.slice(4, 6), text.slice(6))
  if (Number.isInteger(n) && n >= 190_001 && n <= 210_012) return dayReading(text, text.slice(0, 4), text.slice(4), undefined)
  if (n >= 1900 && n < 2101) {
    const [year, month] = text.split('.')
    if (month === undefined) return badDate(text, '，缺月份')
    if (month === '1') return badDate(text, '：分不清 1 月还是 10 月，请改成 1990-10 这样的文本')
    return dayReading(text, year, month, undefined)
  }
  const serial = Math.floor(n + 1e-6) + (date1904 ? 1462 : 0)
  if (!(serial >= 3653 && serial <= 73_415)) return badDate(text)
  return value({ day: new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10), monthOnly: false })
}

const broken = (cell: CellError) => fault('badValue', `单元格是错误值 ${cell.error}，请改成实际内容`)

const chineseDigits = '零一二三四五六七八九十'

/** A number, with the unit that people write behind it forgiven: `8学时`, `3 年`, `1,200`. */
export function readNumber(cell: Cell, wholeOnly = false): Reading<number> {
  if (isError(cell)) return broken(cell)
  if (cell === null) return empty
  const text = cellText(cell).normalize('NFKC')
  if (!text || isBlankWord(text)) return empty
  const bare = text.replaceAll(/[\s,]/g, '').replace(/(?:个|多)?(?:学时|课时|小时|学分|年|届|元|人|次|天|日|个)$/, '')
  const n =
    bare.length === 1 && chineseDigits.includes(bare) ? chineseDigits.indexOf(bare) : /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(bare) ? Number(bare) : Number.NaN
  if (Number.isNaN(n)) return fault('badNumber', `“${text.slice(0, 20)}”不是数字`)
  if (wholeOnly && !Number.isInteger(n)) return fault('badNumber', `“${text.slice(0, 20)}”不是整数`)
  if (n < 0) return fault('badNumber', '不能小于 0')
  return value(wholeOnly ? n : Math.round(n * 100) / 100)
}

const yes = new Set(['是', '√', '✓', '✔', '☑', '1', 'y', 'yes', 'true', '有', '对', '✅', 'v'])
const no = new Set(['否', '×', '✗', '✘', 'x', '☐', '□', '0', 'n', 'no', 'false', '不是', '无', '非', '没有', '❌'])

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
