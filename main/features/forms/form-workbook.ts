import { Writable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Style, WorksheetWriter } from '@cj-tech-master/excelts'
import type { FormColumn, Paper, Sheet, SheetCell } from '../../../shared/forms/form.ts'

const line = { style: 'thin' as const, color: { argb: 'FF000000' } }
const border = { top: line, left: line, bottom: line, right: line }
const fonts = { title: { name: '方正小标宋简体', size: 18 }, heading: { name: '黑体', size: 11 }, text: { name: '仿宋', size: 10.5 } }
const centred = { horizontal: 'center' as const, vertical: 'middle' as const, wrapText: true }
const fromLeft = { horizontal: 'left' as const, vertical: 'middle' as const, wrapText: true }

const titleStyle = { font: fonts.title, alignment: centred }
const headingStyle = { font: fonts.heading, alignment: centred, border }
const lineStyle = { font: fonts.text, alignment: fromLeft }

const inches = (mm: number) => mm / 25.4
/** Excel counts widths in digits of its default font, seven pixels each, and five for the edges. */
const charactersOf = (mm: number) => (inches(mm) * 96 - 5) / 7

/** Title and subtitle. */
const titleRows = 2
/** Rows between two turns of the loop: a county's workbook must not hold up the window. */
const rowsAtOnce = 250

/**
 * A form as a workbook: the same columns as the print, headings in two levels, sums as formulas, ready for the printer.
 * Written row by row, which costs a tenth of building the whole and then writing it.
 */
export async function formWorkbook(sheet: Sheet, paper: Paper): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const stream = new Writable({ write: (chunk: Uint8Array, _encoding, done) => (chunks.push(chunk), done()) })
  const { WorkbookWriter } = await import('@cj-tech-master/excelts')
  const workbook = new WorkbookWriter({ stream, useStyles: true, useSharedStrings: true })
  const levels = sheet.columns.some(column => column.group !== undefined) ? 2 : 1
  const headings = { from: titleRows + 1, to: titleRows + levels }
  const page = workbook.addWorksheet(sheet.name, setUp(paper, headings))
  page.columns = sheet.columns.map(column => ({ width: charactersOf(column.mm) }))
  writeTitle(page, sheet)
  writeHeadings(page, sheet.columns, headings)
  const first = headings.to + 1
  for (const [r, cells] of sheet.rows.entries()) {
    writeRow(page, sheet.columns, first + r, cells).commit()
    if (r % rowsAtOnce === rowsAtOnce - 1) await nextTurn()
  }
  const last = headings.to + sheet.rows.length
  if (sheet.total) writeTotal(page, sheet.columns, sheet.total, { first, last })
  writeNotes(page, sheet, last + (sheet.total ? 2 : 1))
  page.commit()
  await workbook.commit()
  return Buffer.concat(chunks)
}

function setUp({ size, landscape, margins }: Paper, headings: { from: number; to: number }) {
  return {
    views: [{ state: 'frozen' as const, xSplit: 2, ySplit: headings.to }],
    headerFooter: { oddFooter: '&C第 &P 页　共 &N 页' },
    pageSetup: {
      paperSize: size === 'A3' ? 8 : 9,
      orientation: landscape ? ('landscape' as const) : ('portrait' as const),
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${headings.from}:${headings.to}`,
      margins: { top: inches(margins.top), right: inches(margins.right), bottom: inches(margins.bottom), left: inches(margins.left), header: 0.3, footer: 0.3 },
    },
  }
}

function writeTitle(page: WorksheetWriter, { title, subtitle, columns }: Sheet): void {
  writeAcross(page, 1, columns.length, title, titleStyle, 32)
  writeAcross(page, 2, columns.length, subtitle.join('　　　　'), lineStyle, 20)
}

function writeAcross(page: WorksheetWriter, r: number, width: number, text: string, style: Partial<Style>, height: number): void {
  page.mergeCells(r, 1, r, width)
  const row = page.getRow(r)
  row.height = height
  row.getCell(1).value = text
  row.getCell(1).style = style
  row.commit()
}

/** Headings in one row, or in two where columns share a group. */
function writeHeadings(page: WorksheetWriter, columns: readonly FormColumn[], { from, to }: { from: number; to: number }): void {
  for (let r = from; r <= to; r += 1) {
    page.getRow(r).height = 30
    for (const i of columns.keys()) page.getRow(r).getCell(i + 1).style = headingStyle
  }
  for (const [i, column] of columns.entries()) {
    const under = column.group !== undefined
    page.getCell(under ? to : from, i + 1).value = column.label
    if (!under && from < to) page.mergeCells(from, i + 1, to, i + 1)
    if (under && columns[i - 1]?.group !== column.group) {
      page.getCell(from, i + 1).value = column.group
      page.mergeCells(from, i + 1, from, i + columns.filter(c => c.group === column.group).length)
    }
  }
  page.getRow(to).commit()
}

/** One object for each look: the writer recognises a style that it has written before by the object. */
const styles = new Map<string, Partial<Style>>()

function styleOf({ left = false, number = '' }: FormColumn): Partial<Style> {
  const known = styles.get(`${left}${number}`)
  if (known) return known
  const style = { font: fonts.text, border, alignment: left ? fromLeft : centred, ...(number && { numFmt: number }) }
  styles.set(`${left}${number}`, style)
  return style
}

function writeRow(page: WorksheetWriter, columns: readonly FormColumn[], r: number, cells: readonly SheetCell[]) {
  const row = page.getRow(r)
  row.height = 22
  for (const [i, column] of columns.entries()) {
    const cell = row.getCell(i + 1)
    cell.value = cells[i] ?? null
    cell.style = styleOf(column)
  }
  return row
}

/** 合计: sums as formulas, so that the office can go on working; the figures of the print are kept as their results. */
function writeTotal(
  page: WorksheetWriter,
  columns: readonly FormColumn[],
  total: readonly SheetCell[],
  { first, last }: { first: number; last: number },
): void {
  const row = writeRow(page, columns, last + 1, total)
  for (const [i, column] of columns.entries()) {
    const value = total[i]
    const letter = page.getColumn(i + 1).letter
    if (column.summed && typeof value === 'number') row.getCell(i + 1).value = { formula: `SUM(${letter}${first}:${letter}${last})`, result: value }
  }
  row.getCell(1).style = headingStyle
  const spanned = total.findIndex((cell, i) => i > 0 && cell !== null)
  if (spanned > 1) page.mergeCells(last + 1, 1, last + 1, spanned)
  row.commit()
}

function writeNotes(page: WorksheetWriter, { notes, columns }: Sheet, from: number): void {
  for (const [i, note] of notes.entries()) writeAcross(page, from + i, columns.length, note, lineStyle, 20)
}
