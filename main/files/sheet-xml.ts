import type { Cell } from '../../shared/records/cell.ts'
import { Unreadable } from './zip.ts'
import { attributeOf, columnNumber, plainText, textOf } from './xml.ts'
import type { NumberStyle } from './styles.ts'

/** What the cells of a sheet point to. */
export interface SheetParts {
  readonly strings: readonly string[]
  readonly styles: readonly NumberStyle[]
  readonly date1904: boolean
}

type Merge = readonly [top: number, left: number, bottom: number, right: number]

const maxRows = 1_048_576
const maxColumns = 16_384
/** A sheet may be long or wide, but not both: beyond this many places it would not fit in memory. */
const maxPlaces = 30_000_000
const dayMs = 86_400_000
const nothing: readonly Cell[] = []

/** Reads a worksheet as its XML arrives, row by row, so that memory holds values and not markup. */
export class SheetParser {
  readonly rows: Cell[][] = []
  readonly #parts: SheetParts
  readonly #errors = new Map<string, Cell>()
  /** What came since the last complete row, in pieces: joined only when a row ends, so that no file makes it slow. */
  #pieces: string[] = []
  #seam = ''
  #prefix: string | undefined
  #row = 0
  #places = 0

  constructor(parts: SheetParts) {
    this.#parts = parts
  }

  push(text: string): void {
    this.#prefix ??= /<(\w+:)?worksheet\b/.exec(text)?.[1] ?? ''
    const close = `</${this.#prefix}row>`
    this.#pieces.push(text)
    const ends = (this.#seam + text).includes(close)
    this.#seam = (this.#seam + text).slice(-close.length)
    if (!ends) return
    const whole = this.#pieces.join('')
    const cut = whole.lastIndexOf(close) + close.length
    this.#readRows(whole.slice(0, cut))
    this.#pieces = [whole.slice(cut)]
    this.#seam = ''
  }

  /** The rows, first row first, with merged places filled from their first cell. */
  finish(): readonly (readonly Cell[])[] {
    const tail = this.#pieces.join('')
    while (this.rows.length && !this.rows.at(-1)?.some(cell => cell !== null)) this.rows.pop()
    const width = this.rows.reduce((widest, row) => Math.max(widest, row.length), 0)
    for (const merge of mergesIn(tail)) this.#fill(merge, width)
    return this.rows
  }

  #readRows(block: string): void {
    const prefix = this.#prefix ?? ''
    const [open, close] = [`<${prefix}row`, `</${prefix}row>`]
    for (let at = block.indexOf(open); at >= 0; at = block.indexOf(open, at)) {
      const tagEnd = block.indexOf('>', at)
      if (tagEnd < 0) return
      const tag = block.slice(at, tagEnd)
      at = tagEnd
      if (!/^[\s/]?$/.test(tag.charAt(open.length))) continue
      this.#row = Number(attributeOf(tag, 'r') ?? this.#row + 1)
      if (tag.endsWith('/')) continue
      const end = block.indexOf(close, tagEnd)
      if (end < 0) return
      this.#readCells(block, tagEnd + 1, end)
      at = end
    }
  }

  #readCells(block: string, from: number, to: number): void {
    const prefix = this.#prefix ?? ''
    const [open, close] = [`<${prefix}c`, `</${prefix}c>`]
    const row: Cell[] = []
    let column = 0
    for (let at = block.indexOf(open, from); at >= 0 && at < to; at = block.indexOf(open, at)) {
      const tagEnd = block.indexOf('>', at)
      const tag = block.slice(at, tagEnd)
      at = tagEnd
      if (tag.length > open.length && !/[\s/]/.test(tag.charAt(open.length))) continue
      const reference = attributeOf(tag, 'r')
      column = reference ? columnNumber(reference) : column + 1
      if (tag.endsWith('/')) continue
      const end = block.indexOf(close, tagEnd)
      if (end < 0 || end > to) throw new Unreadable('工作表内容不完整')
      const value = this.#valueOf(tag, block.slice(tagEnd + 1, end), prefix)
      at = end
      if (value === null || column < 1 || column > maxColumns) continue
      while (row.length < column - 1) row.push(null)
      row[column - 1] = value
    }
    if (row.length) this.#keep(row)
  }

  #keep(row: Cell[]): void {
    if (!(this.#row >= 1 && this.#row <= maxRows)) return
    this.#places += row.length
    if (this.#places > maxPlaces) throw new Unreadable('表太大。请删去多余的列和空行，或拆成几个文件')
    while (this.rows.length < this.#row - 1) this.rows.push(nothing as Cell[])
    this.rows[this.#row - 1] = row
  }

  #valueOf(tag: string, content: string, prefix: string): Cell {
    const type = attributeOf(tag, 't')
    if (type === 'inlineStr') return textOf(content, prefix) || null
    const raw = plainText(content, `${prefix}v`)
    if (raw === undefined || raw === '') return null
    if (type === 's') return this.#string(Number(raw))
    if (type === 'str' || type === 'd') return raw
    if (type === 'b') return raw === '1' || raw === 'true'
    if (type === 'e') return this.#error(raw)
    const value = Number(raw)
    if (!Number.isFinite(value)) return raw
    return this.#styled(value, this.#parts.styles[Number(attributeOf(tag, 's') ?? 0)] ?? 'plain')
  }

  #string(index: number): string | null {
    const text = this.#parts.strings[index]
    if (text === undefined) throw new Unreadable('缺了文字内容，文件已损坏')
    return text || null
  }

  /** A number as its cell shows it, where the look decides what it is: a day, a month, or `1990.10` of a month typed as a number. */
  #styled(value: number, style: NumberStyle): Cell {
    if (style === 'plain') return value
    if (style === 'hundredths') return value >= 1900 && value < 2101 && !Number.isInteger(value) ? value.toFixed(2) : value
    const serial = Math.floor(value + 1e-6) + (this.#parts.date1904 ? 1462 : 0)
    if (serial < 61 || serial > 2_958_465) return value
    const day = new Date(Date.UTC(1899, 11, 30) + serial * dayMs).toISOString()
    return style === 'month' ? day.slice(0, 7) : day.slice(0, 10)
  }

  #error(text: string): Cell {
    const known = this.#errors.get(text) ?? { error: text }
    this.#errors.set(text, known)
    return known
  }

  /** Clipped to what is filled: a merge over a whole column has no more rows than the sheet. */
  #fill([top, left, bottom, right]: Merge, width: number): void {
    const value = this.rows[top - 1]?.[left - 1] ?? null
    if (value === null) return
    const last = Math.min(right, width)
    for (let r = top - 1; r < Math.min(bottom, this.rows.length); r++) {
      this.#places += last
      if (this.#places > maxPlaces) return
      const row = this.rows[r] === nothing ? [] : (this.rows[r] ?? [])
      while (row.length < last) row.push(null)
      for (let c = left - 1; c < last; c++) row[c] = value
      this.rows[r] = row
    }
  }
}

function mergesIn(xml: string): Merge[] {
  return [...xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref=["']([A-Z]+)(\d+):([A-Z]+)(\d+)["']/g)].map(([, left = '', top, right = '', bottom]) => [
    Number(top),
    columnNumber(left),
    Number(bottom),
    columnNumber(right),
  ])
}
