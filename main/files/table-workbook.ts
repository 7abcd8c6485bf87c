import { Workbook } from '@cj-tech-master/excelts'
import { open, rename, unlink } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../../shared/errors.ts'

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

/** A plain table as a workbook: title, ruled headings that stay in view, a filter, headings repeated on paper. */
export async function tableWorkbook(sheet: TableSheet): Promise<Uint8Array> {
  const workbook = new Workbook()
  const page = workbook.addWorksheet(sheet.name.slice(0, 31))
  page.columns = sheet.columns.map(column => ({ width: column.width, style: { numFmt: formats[column.format ?? 'text'] } }))
  const top = sheet.title ? 2 : 1
  if (sheet.title) {
    page.mergeCells(1, 1, 1, sheet.columns.length)
    page.getCell(1, 1).value = sheet.title
    page.getCell(1, 1).font = { size: 16, bold: true }
    page.getCell(1, 1).alignment = { horizontal: 'center', vertical: 'middle' }
    page.getRow(1).height = 30
  }
  const thin = { style: 'thin' as const, color: { argb: 'FFB5ADA2' } }
  const border = { top: thin, left: thin, bottom: thin, right: thin }
  sheet.columns.forEach((column, i) => {
    const cell = page.getCell(top, i + 1)
    cell.value = column.heading
    cell.font = { bold: true }
    cell.border = border
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF6F4F0' } }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
  })
  sheet.rows.forEach((values, r) => {
    values.forEach((value, i) => {
      const cell = page.getCell(top + 1 + r, i + 1)
      cell.value = value
      cell.border = border
      cell.alignment = { horizontal: sheet.columns[i]?.align ?? 'left', vertical: 'middle' }
    })
  })
  page.views = [{ state: 'frozen', xSplit: 1, ySplit: top }]
  page.autoFilter = { from: { row: top, col: 1 }, to: { row: top + sheet.rows.length, col: sheet.columns.length } }
  Object.assign(page.pageSetup, { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${top}:${top}` })
  page.headerFooter.oddFooter = '第 &P 页　共 &N 页'
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** Writes the whole file or leaves what was there: beside it first, then in its place. */
export async function writeFileWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.part`
  try {
    const file = await open(beside, 'w')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (cause) {
    await unlink(beside).catch(() => undefined)
    throw new AppError('file.unwritable', { name: basename(path), why: reasonOf(cause) })
  }
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'ENOSPC') return '磁盘已满'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return '没有写入的权限'
  if (code === 'EBUSY') return '文件正被别的程序打开'
  if (code === 'ENOENT') return '文件夹不存在'
  return '系统拒绝写入'
}
