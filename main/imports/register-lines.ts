import { type Cell, cellText } from '../../shared/records/cell.ts'
import type { RecordType } from '../../shared/records/record.ts'
import type { SheetColumn } from '../../shared/records/sheet.ts'
import type { Values } from '../records/drafts.ts'
import { readRow, type RowFault } from './kind.ts'
import type { DataRow, RecognisedSheet } from './recognised.ts'

/** A row of a register's workbook as its cells read; references are still the words that were typed. */
export interface RegisterLine {
  readonly sheet: RecognisedSheet
  readonly row: DataRow
  readonly given: Values
  readonly faults: RowFault[]
  readonly notes: string[]
  /** Date fields of which only year and month were given. */
  readonly monthOnly: ReadonlySet<string>
  /** What stands for masked values, by field: 138****6027, as an exported list has it. */
  readonly masked: ReadonlyMap<string, string>
}

export function readLine(type: RecordType, columns: readonly SheetColumn[], sheet: RecognisedSheet, row: DataRow): RegisterLine {
  const { given, faults, monthOnly } = readRow(columns, sheet, row)
  const masked = new Map<string, string>()
  for (const { name, field } of columns) {
    if (!field.masked || !Object.hasOwn(type.fields, name)) continue
    const text = cellText(cellAt(sheet, row, name)).replaceAll(' ', '')
    if (!text.includes('***')) continue
    masked.set(name, text)
    given[name] = undefined
    faults.splice(0, faults.length, ...faults.filter(f => f.field !== name))
  }
  return { sheet, row, given, faults, notes: [], monthOnly, masked }
}

function cellAt(sheet: RecognisedSheet, row: DataRow, column: string): Cell {
  const at = sheet.at.get(column)
  return at === undefined ? null : (row.cells[at] ?? null)
}
