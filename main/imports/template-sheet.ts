import type { Workbook, Worksheet } from '@cj-tech-master/excelts'
import { columnLetters } from '../files/xml.ts'
import type { TemplateColumn } from './template-columns.ts'

export const head = { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { argb: 'FFF6F4F0' } }
const must = { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { argb: 'FFFBF1DC' } }
const line = { style: 'thin' as const, color: { argb: 'FFB5ADA2' } }
export const border = { top: line, left: line, bottom: line, right: line }

export function writeTitle(page: Worksheet, row: number, title: string, width: number): void {
  page.mergeCells(row, 1, row, width)
  Object.assign(page.getCell(row, 1), { value: title, font: { size: 16, bold: true }, alignment: { horizontal: 'center', vertical: 'middle' } })
  page.getRow(row).height = 32
}

/** The row of headings, a hint on each; what must be filled is yellow. */
export function writeHeadings(page: Worksheet, row: number, columns: readonly TemplateColumn[]): void {
  page.getRow(row).height = 28
  columns.forEach((column, i) => {
    const cell = page.getCell(row, i + 1)
    Object.assign(cell, {
      value: column.heading,
      font: { bold: true },
      border,
      fill: column.required ? must : head,
      alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
    })
    if (column.hint) cell.note = column.hint
    page.getColumn(i + 1).width = column.width
  })
}

interface Place {
  /** 1 for column A. */
  readonly number: number
  readonly from: number
  readonly until: number
  readonly locked?: boolean
}

/** The prepared rows of one column: unlocked, ruled, in the right format, with its drop-down. */
export function prepareColumn(page: Worksheet, { number, from, until, locked = false }: Place, column: TemplateColumn, list: string | undefined): void {
  for (let r = from; r <= until; r++) {
    const cell = page.getCell(r, number)
    Object.assign(cell, {
      protection: { locked },
      border,
      numFmt: column.format === 'text' ? '@' : column.format === 'date' ? 'yyyy-mm-dd' : column.format === 'number' ? '0.##' : 'General',
    })
  }
  const range = `${columnLetters(number)}${from}:${columnLetters(number)}${until}`
  if (list)
    page.dataValidations.add(range, {
      type: 'list',
      allowBlank: true,
      showErrorMessage: column.strict,
      errorTitle: column.heading,
      error: '请从下拉列表里选',
      formulae: [list],
    })
}

/** Locks what is not unlocked; rows may still be put in, taken out and sorted. */
export const protect = (page: Worksheet): Promise<void> =>
  page.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatCells: true,
    formatColumns: true,
    formatRows: true,
    insertRows: true,
    deleteRows: true,
    sort: true,
    autoFilter: true,
  })

/** The lists behind drop-downs, on a hidden sheet: a list typed into a cell holds 255 characters at most. */
export class Lists {
  readonly #page: Worksheet
  readonly #ranges = new Map<string, string>()

  constructor(workbook: Workbook) {
    this.#page = workbook.addWorksheet('选项')
  }

  range(name: string, values: readonly string[]): string | undefined {
    if (values.length === 0) return
    const known = this.#ranges.get(name)
    if (known) return known
    const column = this.#ranges.size + 1
    values.forEach((value, i) => {
      this.#page.getCell(i + 1, column).value = value
    })
    const letters = columnLetters(column)
    const range = `'选项'!$${letters}$1:$${letters}$${values.length}`
    this.#ranges.set(name, range)
    return range
  }

  hide(): void {
    this.#page.state = 'hidden'
  }
}
