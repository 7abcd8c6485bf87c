import { join } from 'node:path'
import { Workbook, type CellValueInput, type Worksheet } from '@cj-tech-master/excelts'
import { checkCharacter } from '../../shared/rules/id-number.ts'

export type Row = readonly CellValueInput[]

export interface SheetSpec {
  readonly name: string
  readonly rows: readonly Row[]
  /** `A1:C1`. */
  readonly merges?: readonly string[]
  readonly hidden?: boolean
  /** Number formats by cell: `{ F2: 'yyyy"年"m"月"' }`. */
  readonly formats?: Readonly<Record<string, string>>
  readonly then?: (page: Worksheet) => void
}

let files = 0

/** Writes an .xlsx as an office would keep it, and returns its path. */
export async function writeWorkbook(folder: string, sheets: readonly SheetSpec[], options: { date1904?: boolean; name?: string } = {}): Promise<string> {
  const workbook = new Workbook()
  if (options.date1904) workbook.properties.date1904 = true
  for (const { name, rows, merges = [], hidden, formats = {}, then } of sheets) {
    const page = workbook.addWorksheet(name)
    rows.forEach((row, r) =>
      row.forEach((value, c) => {
        if (value !== null && value !== undefined) page.getCell(r + 1, c + 1).value = value
      }),
    )
    for (const range of merges) page.mergeCells(range)
    for (const [address, format] of Object.entries(formats)) page.getCell(address).numFmt = format
    if (hidden) page.state = 'hidden'
    then?.(page)
  }
  files += 1
  const path = join(folder, options.name ?? `${files}.xlsx`)
  await workbook.xlsx.writeFile(path)
  return path
}

/** A valid ID number: born on a day, the sequence odd for men. */
export function idOf(bornOn: string, sequence: number): string {
  const first = `350525${bornOn.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  return first + checkCharacter(first)
}
