import { Workbook, type Worksheet } from '@cj-tech-master/excelts'
import type { FormColumn, Paper, Sheet, SheetCell } from '../../../shared/forms/form.ts'

const line = { style: 'thin' as const, color: { argb: 'FF000000' } }
const border = { top: line, left: line, bottom: line, right: line }
const fonts = { title: { name: '方正小标宋简体', size: 18 }, heading: { name: '黑体', size: 11 }, text: { name: '仿宋', size: 10.5 } }
const centred = { horizontal: 'center' as const, vertical: 'middle' as const, wrapText: true }
const fromLeft = { horizontal: 'left' as const, vertical: 'middle' as const, wrapText: true }

/** Excel counts widths in digits of its default font, seven pixels each, and five for the edges. */
const charactersOf = (mm: number) => Math.round((((mm / 25.4) * 96 - 5) / 7) * 100) / 100
const inches = (mm: number) => mm / 25.4
const titleRows = 2

/** A form as a workbook: the same columns as the print, headings in two levels, sums as formulas, ready for the printer. */
export async function formWorkbook(sheet: Sheet, paper: Paper): Promise<Uint8Array> {
  const workbook = new Workbook()
  const page = workbook.addWorksheet(sheet.name)
  page.columns = sheet.columns.map(column => ({ width: charactersOf(column.mm) }))
  writeTitle(page, sheet)
  const levels = writeHeadings(page, sheet.columns, titleRows + 1)
  const first = titleRows + levels + 1
  for (const [r, cells] of sheet.rows.entries()) writeRow(page, sheet.columns, first + r, cells)
  const last = first + sheet.rows.length - 1
  if (sheet.total) writeTotal(page, sheet.columns, sheet.total, { first, last })
  writeNotes(page, sheet, last + (sheet.total ? 2 : 1))
  setUp(page, paper, { from: titleRows + 1, to: titleRows + levels })
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function writeTitle(page: Worksheet, { title, subtitle, columns }: Sheet): void {
  page.mergeCells(1, 1, 1, columns.length)
  const cell = page.getCell(1, 1)
  Object.assign(cell, { value: title, font: fonts.title, alignment: centred })
  page.getRow(1).height = 32
  page.mergeCells(2, 1, 2, columns.length)
  Object.assign(page.getCell(2, 1), { value: subtitle.join('　　　　'), font: fonts.text, alignment: fromLeft })
  page.getRow(2).height = 20
}

/** Headings in one row, or in two where columns share a group; returns how many. */
function writeHeadings(page: Worksheet, columns: readonly FormColumn[], top: number): number {
  const levels = columns.some(column => column.group !== undefined) ? 2 : 1
  for (const [i, column] of columns.entries()) {
    const under = column.group !== undefined
    Object.assign(page.getCell(top + levels - 1, i + 1), { font: fonts.heading, alignment: centred, border })
    Object.assign(page.getCell(top, i + 1), { font: fonts.heading, alignment: centred, border })
    page.getCell(under ? top + 1 : top, i + 1).value = column.label
    if (levels === 2 && !under) page.mergeCells(top, i + 1, top + 1, i + 1)
    if (under && columns[i - 1]?.group !== column.group) {
      page.getCell(top, i + 1).value = column.group
      page.mergeCells(top, i + 1, top, i + columns.filter(c => c.group === column.group).length)
    }
  }
  for (let r = top; r < top + levels; r += 1) page.getRow(r).height = 30
  return levels
}

function writeRow(page: Worksheet, columns: readonly FormColumn[], r: number, cells: readonly SheetCell[]): void {
  const row = page.getRow(r)
  row.height = 22
  for (const [i, column] of columns.entries()) {
    const cell = row.getCell(i + 1)
    cell.value = cells[i] ?? null
    cell.font = fonts.text
    cell.border = border
    cell.alignment = column.left ? fromLeft : centred
    if (column.number) cell.numFmt = column.number
  }
}

/** 合计: sums as formulas, so that the office can go on working; the figures of the print are kept as their results. */
function writeTotal(page: Worksheet, columns: readonly FormColumn[], total: readonly SheetCell[], { first, last }: { first: number; last: number }): void {
  const r = last + 1
  writeRow(page, columns, r, total)
  for (const [i, column] of columns.entries()) {
    const value = total[i]
    const letter = page.getColumn(i + 1).letter
    if (column.summed && typeof value === 'number') page.getCell(r, i + 1).value = { formula: `SUM(${letter}${first}:${letter}${last})`, result: value }
  }
  const spanned = total.findIndex((cell, i) => i > 0 && cell !== null)
  if (spanned > 1) page.mergeCells(r, 1, r, spanned)
  page.getCell(r, 1).font = fonts.heading
  page.getCell(r, 1).alignment = centred
}

function writeNotes(page: Worksheet, { notes, columns }: Sheet, from: number): void {
  for (const [i, note] of notes.entries()) {
    page.mergeCells(from + i, 1, from + i, columns.length)
    Object.assign(page.getCell(from + i, 1), { value: note, font: fonts.text, alignment: fromLeft })
    page.getRow(from + i).height = 20
  }
}

function setUp(page: Worksheet, { landscape, margins }: Paper, headings: { from: number; to: number }): void {
  page.views = [{ state: 'frozen', xSplit: 2, ySplit: headings.to }]
  Object.assign(page.pageSetup, {
    paperSize: 9,
    orientation: landscape ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printTitlesRow: `${headings.from}:${headings.to}`,
    margins: { top: inches(margins.top), right: inches(margins.right), bottom: inches(margins.bottom), left: inches(margins.left), header: 0.3, footer: 0.3 },
  })
  page.headerFooter.oddFooter = '&C第 &P 页　共 &N 页'
}
