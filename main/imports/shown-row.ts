import type { Fault } from '../../shared/records/record.ts'
import type { SheetColumn } from '../../shared/records/sheet.ts'
import { type Change, type RowStatus, shownCell } from './kind.ts'
import type { DataRow, RecognisedSheet } from './recognised.ts'

interface Row {
  readonly sheet: RecognisedSheet
  readonly row: DataRow
  readonly faults: readonly Fault[]
}

/** What becomes of a row, by what is wrong with it and what it changes of a kept record. */
export function statusOf(faults: readonly Fault[], before: object | undefined, patch: object): RowStatus {
  if (faults.length) return 'faulty'
  if (!before) return 'created'
  return Object.keys(patch).length ? 'updated' : 'unchanged'
}

/** A row in words, column by column: what would be kept, and what stands in the file where that is at fault. */
export function rowInWords(columns: readonly SheetColumn[], { sheet, row, faults }: Row, show: (column: SheetColumn) => string): Record<string, string> {
  const shown = (column: SheetColumn): string => {
    const at = sheet.at.get(column.name)
    return at !== undefined && faults.some(f => f.field === column.name) ? shownCell(column.field, row.cells[at] ?? null) : show(column)
  }
  return Object.fromEntries(columns.map(c => [c.name, shown(c)]).filter(([, text]) => text !== ''))
}

/** What a row changes, before and after in words. */
export const changesInWords = (columns: readonly SheetColumn[], before: (column: SheetColumn) => string, after: (column: SheetColumn) => string): Change[] =>
  columns.map(c => ({ field: c.name, label: c.field.label, before: before(c), after: after(c) }))
