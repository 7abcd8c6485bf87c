import { Writable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Style, WorksheetWriter } from '@cj-tech-master/excelts'

export interface TableColumn {
  readonly heading: string
  /** In characters, as Excel counts them. */
  readonly width: number
  readonly align?: 'left' | 'center' | 'right'
  /** Text keeps an ID number or a leading zero as it is typed. */
  readonly format?: 'text' | 'number' | 'hours'
}

export interface TableSheet {
  readonly name: string
  readonly title?: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

const formats = { text: '@', number: '0', hours: '0.##' }
const line = { style: 'thin' as const, color: { argb: 'FFB5ADA2' } }
const border = { top: line, left: line, bottom: line, right: line }
const centred = { horizontal: 'center' as const, vertical: 'middle' as const, wrapText: true }
const titleStyle = { font: { size: 16, bold: true }, alignment: centred }
const headingStyle = {
  font: { bold: true },
  border,
  alignment: centred,
  fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { argb: 'FFF6F4F0' } },
}

/** Rows between two turns of the loop: a county's list must not hold up the window. */
const rowsAtOnce = 250

/**
 * A plain table as a workbook: title, ruled headings that stay in view, a filter, headings repeated on paper. Written row by row,
 * which costs a tenth of building the whole and then writing it.
 */
export async function tableWorkbook(sheet: TableSheet): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const stream = new Writable({ write: (chunk: Uint8Array, _encoding, done) => (chunks.push(chunk), done()) })
  const { WorkbookWriter } = await import('@cj-tech-master/excelts')
  const workbook = new WorkbookWriter({ stream, useStyles: true, useSharedStrings: true })
  const top = sheet.title ? 2 : 1
  const page = workbook.addWorksheet(sheet.name.slice(0, 31), {
    views: [{ state: 'frozen', xSplit: 1, ySplit: top }],
    headerFooter: { oddFooter: '&C第 &P 页　共 &N 页' },
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${top}:${top}` },
  })
  page.columns = sheet.columns.map(column => ({ width: column.width }))
  if (sheet.title) {
    page.mergeCells(1, 1, 1, sheet.columns.length)
    writeRow(page, 1, [sheet.title], [titleStyle], 30)
  }
  writeRow(
    page,
    top,
    sheet.columns.map(column => column.heading),
    sheet.columns.map(() => headingStyle),
    24,
  )
  // One object for each column: the writer recognises a style that it has written before by the object.
  const styles = sheet.columns.map(({ format, align }) => ({
    border,
    numFmt: formats[format ?? 'text'],
    alignment: { horizontal: align ?? ('left' as const), vertical: 'middle' as const },
  }))
  for (const [r, values] of sheet.rows.entries()) {
    writeRow(page, top + 1 + r, values, styles)
    if (r % rowsAtOnce === rowsAtOnce - 1) await nextTurn()
  }
  page.autoFilter = { from: { row: top, col: 1 }, to: { row: top + sheet.rows.length, col: sheet.columns.length } }
  page.commit()
  await workbook.commit()
  return Buffer.concat(chunks)
}

function writeRow(page: WorksheetWriter, r: number, values: readonly (string | number | null)[], styles: readonly Partial<Style>[], height?: number): void {
  const row = page.getRow(r)
  if (height) row.height = height
  for (const [i, value] of values.entries()) {
    const cell = row.getCell(i + 1)
    cell.value = value
    cell.style = styles[i] ?? {}
  }
  row.commit()
}
