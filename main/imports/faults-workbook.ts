import type { Worksheet } from '@cj-tech-master/excelts'
import { type Cell, isError } from '../../shared/records/cell.ts'
import type { ImportType, Plan, PlannedRow } from './kind.ts'
import type { DataRow, RecognisedSheet } from './recognised.ts'

const fault = { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { argb: 'FFFBEDE6' } }
const head = { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { argb: 'FFF6F4F0' } }
const line = { style: 'thin' as const, color: { argb: 'FFB5ADA2' } }
const red = { style: 'medium' as const, color: { argb: 'FFA63D0C' } }
const border = { top: line, left: line, bottom: line, right: line }

/**
 * The faulty rows as they stood, sheet by sheet, the reason before each and the faulty cells marked. Mended in place,
 * the file can be imported as it is: its headings are those of the original.
 */
export async function faultsWorkbook(type: ImportType, sheets: readonly RecognisedSheet[], plan: Plan): Promise<{ bytes: Uint8Array; rows: number }> {
  const { Workbook } = await import('@cj-tech-master/excelts')
  const workbook = new Workbook()
  const faulty = Map.groupBy(
    plan.rows.filter(row => row.faults.length > 0),
    row => row.source,
  )
  let count = 0
  for (const sheet of sheets) {
    const wrong = sheet.data.filter(row => faulty.has(row))
    count += wrong.length
    const rows = faulty.size > 0 && type.partOf?.(sheet.sheet)?.goesAlong ? sheet.data : wrong
    if (rows.length === 0) continue
    writeSheet(workbook.addWorksheet(sheet.sheet.name), type, sheet, rows, faulty)
  }
  if (count === 0) workbook.addWorksheet('没有错误')
  return { bytes: new Uint8Array(await workbook.xlsx.writeBuffer()), rows: count }
}

function writeSheet(
  page: Worksheet,
  type: ImportType,
  sheet: RecognisedSheet,
  rows: readonly DataRow[],
  faulty: ReadonlyMap<DataRow, readonly PlannedRow[]>,
): void {
  const header = sheet.header ?? { top: 0, bottom: 0 }
  const titles = sheet.titles.slice(0, 3)
  titles.forEach((title, i) => {
    page.getCell(i + 1, 1).value = title
  })
  const width = Math.max(0, ...sheet.columns.map(c => c.index)) + 1
  const top = titles.length + 1
  // The rows between the headings and the people hold the days and hours of a matrix.
  const firstRow = sheet.firstRow ?? sheet.data[0]?.number
  const first = firstRow === undefined ? header.bottom + 1 : firstRow - 1
  const headings = sheet.sheet.rows.slice(header.top, Math.max(first, header.bottom + 1))
  headings.forEach((cells, i) => {
    for (let c = 0; c < width; c++) put(page, top + i, c + 1, cells[c] ?? null)
    page.getCell(top + i, width + 1).value = i === 0 ? '有误之处' : ''
    page.getCell(top + i, width + 2).value = i === 0 ? '原行号' : ''
    for (let c = 1; c <= width + 2; c++)
      Object.assign(page.getCell(top + i, c), {
        fill: head,
        border,
        font: { bold: true },
        alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
      })
  })
  const labels = new Map((type.partOf?.(sheet.sheet) ?? type).columns.map(c => [c.name, c.field.label]))
  rows.forEach((row, i) => {
    const number = top + headings.length + i
    const faults = (faulty.get(row) ?? []).flatMap(p => p.faults)
    for (let c = 0; c < width; c++) put(page, number, c + 1, row.cells[c] ?? null)
    page.getCell(number, width + 1).value = [...new Set(faults.map(f => `${labels.get(f.field) ?? ''}：${f.message}`))].join('；')
    page.getCell(number, width + 2).value = row.number
    for (let c = 1; c <= width + 2; c++) Object.assign(page.getCell(number, c), { border, alignment: { vertical: 'middle', wrapText: c === width + 1 } })
    for (const at of new Set(faults.map(f => sheet.at.get(f.field)).filter(index => index !== undefined))) {
      Object.assign(page.getCell(number, at + 1), { fill: fault, border: { top: red, left: red, bottom: red, right: red } })
    }
  })
  sheet.columns.forEach(c => {
    page.getColumn(c.index + 1).width = Math.min(
      30,
      Math.max(8, c.heading.length * 2 + 2, ...rows.slice(0, 100).map(row => String(row.cells[c.index] ?? '').length + 2)),
    )
  })
  page.getColumn(width + 1).width = 48
  page.views = [{ state: 'frozen', ySplit: top + headings.length - 1 }]
}

/** Text stays text, so that an ID number keeps its digits when the file is opened and saved. */
function put(page: Worksheet, row: number, column: number, cell: Cell): void {
  const target = page.getCell(row, column)
  target.value = isError(cell) ? cell.error : cell
  if (typeof cell === 'string') target.numFmt = '@'
}
