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

/** What readings are made of. */
export const empty = { ok: true, value: null } as const
export const value = <T>(v: T): Reading<T> => ({ ok: true, value: v })
export const fault = (code: string, message: string) => ({ ok: false, code, message }) as const

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

export const plainNumber = (n: number): string => (Number.isInteger(n) && Math.abs(n) < 1e21 ? n.toFixed(0) : String(Math.round(n * 1e9) / 1e9))

/** 姓名: blanks between Chinese characters closed up, the dot in 阿卜杜拉·买买提 always the same. */
export function nameText(cell: Cell): string {
  const text = cellText(cell)
  return /^[\u4e00-\u9fff]+$/.test(text) ? text : text.normalize('NFKC').replaceAll(betweenHan, '').replaceAll(dotBetweenHan, '·')
}

/** What people write where there is nothing to write. */
export const isBlankWord = (text: string): boolean => /^(?:[-—–/\\_*.。]+|无|空|暂无|没有|不详|未知|N\/?A|无此项)$/i.test(text)

/** For comparing what people type: width, case, blanks and punctuation do not matter. */
export const compact = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}]/gu, '')

export const broken = (cell: CellError) => fault('badValue', `单元格是错误值 ${cell.error}，请改成实际内容`)
