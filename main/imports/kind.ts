import type { ImportKind } from '../../shared/api/import.ts'
import { type Cell, cellText, isError } from '../../shared/records/cell.ts'
import { type DateReading, readDate } from '../../shared/records/cell-dates.ts'
import { readCell } from '../../shared/records/cells.ts'
import type { Field } from '../../shared/records/fields.ts'
import type { Fault } from '../../shared/records/record.ts'
import type { HeadingIndex, SheetColumn } from '../../shared/records/sheet.ts'
import { maskIdNumber, maskPhone } from '../../shared/rules/id-number.ts'
import type { ReadScope, WriteScope } from '../app/scopes.ts'
import type { Sheet } from '../files/workbook.ts'
import type { Values } from '../records/drafts.ts'
import type { DataRow, RecognisedSheet, SheetMapping } from './recognised.ts'

export type RowStatus = 'created' | 'updated' | 'unchanged' | 'faulty'

/** A fault with what would mend it, where only one thing can be meant. */
export interface RowFault extends Fault {
  readonly repair?: { readonly from: string; readonly to: string }
}

export interface Change {
  readonly field: string
  readonly label: string
  readonly before: string
  readonly after: string
}

/** What one row would do. What is shown is made only for the rows that are looked at. */
export interface PlannedRow {
  readonly sheet: string
  readonly row: number
  /** The row of the file it came from; a matrix row gives several. */
  readonly source: DataRow
  readonly status: RowStatus
  readonly faults: readonly RowFault[]
  readonly notes: readonly string[]
  values(): Record<string, string>
  changes(): readonly Change[]
}

/** Reports how far the work is; throws when the user has cancelled. */
export type Step = (done: number, total: number) => Promise<void>

/** Everything a file would do to what is kept, worked out without touching it. */
export interface Plan {
  readonly columns: readonly { readonly field: string; readonly label: string }[]
  /** The columns of each sheet, where the sheets are not alike. */
  readonly columnsOf?: ReadonlyMap<string, Plan['columns']>
  readonly rows: readonly PlannedRow[]
  /** The year that most of the rows are about, where they are about years. */
  readonly year?: number | undefined
  /** Writes the rows without faults. */
  write(scope: WriteScope, step: Step): Promise<void>
}

/** One kind of workbook: its columns, and how its rows become records. */
export interface ImportType {
  readonly kind: ImportKind
  readonly columns: readonly SheetColumn[]
  readonly index: HeadingIndex
  /** See `recognise`: a row may be nothing but a branch's name. */
  readonly listsNames: boolean
  /** What a sheet is read as, where the sheets of a workbook are not alike; undefined for one that is not read. */
  partOf?(sheet: Sheet): ImportType | undefined
  /** Its rows go along in the workbook of faulty rows: those of other sheets refer to them. */
  readonly goesAlong?: true
  /** A second look at a recognised sheet, for shapes that headings alone do not tell. */
  adapt?(sheet: RecognisedSheet, mapping: SheetMapping): RecognisedSheet
  /** Labels of what a sheet lacks to be of this kind; none when it is one. */
  lacks(sheet: RecognisedSheet): readonly string[]
  /** The branch a sheet names for its rows, as shown to the user. */
  branchOf?(scope: ReadScope, sheets: readonly RecognisedSheet[]): Promise<ReadonlyMap<string, string>>
  plan(scope: ReadScope, sheets: readonly RecognisedSheet[], step: Step): Promise<Plan>
}

/** A row as its fields read it: what was given, and what is wrong with it. Empty cells give nothing. */
export interface RowReading {
  readonly given: Values
  readonly faults: RowFault[]
  /** Date fields of which only year and month were given. */
  readonly monthOnly: ReadonlySet<string>
}

const none: ReadonlySet<string> = new Set()

export function readRow(columns: readonly SheetColumn[], sheet: RecognisedSheet, row: DataRow): RowReading {
  const given: Values = {}
  const faults: Fault[] = []
  let monthOnly: Set<string> | undefined
  const options = { date1904: sheet.date1904 }
  for (const { name, field } of columns) {
    const at = sheet.at.get(name)
    if (at === undefined) continue
    const cell = row.cells[at] ?? null
    if (cell === null) continue
    const reading = field.kind === 'date' ? readDate(cell, options) : readCell(field, cell, options)
    if (!reading.ok) faults.push({ field: name, code: reading.code, message: reading.message })
    else if (isDateReading(reading.value)) {
      given[name] = reading.value.day
      if (reading.value.monthOnly) monthOnly = (monthOnly ?? new Set()).add(name)
    } else if (reading.value !== null) given[name] = reading.value
  }
  return { given, faults, monthOnly: monthOnly ?? none }
}

const isDateReading = (value: unknown): value is DateReading => typeof value === 'object' && value !== null && 'monthOnly' in value

/** A value in the words of its form; ID numbers and phones masked, as in lists. */
export function shownValue(field: Field, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (field.kind === 'flag') return value === true ? '是' : '否'
  if (field.choices && typeof value === 'string') return field.choices[value] ?? value
  if (Array.isArray(value)) return value.map(each => field.choices?.[String(each)] ?? String(each)).join('、')
  if (field.kind === 'money' && typeof value === 'number') return (value / 100).toFixed(2)
  if (field.masked) return field.kind === 'phone' ? maskPhone(String(value)) : maskIdNumber(String(value))
  return String(value)
}

/** What stood in the file, for a row that could not be read. */
export function shownCell(field: Field, cell: Cell): string {
  if (isError(cell)) return cell.error
  return field.masked ? shownValue(field, cellText(cell).replaceAll(' ', '')) : cellText(cell)
}

/** Excel's rows and sheets, in order, with the sheet each came from. */
export const rowsOf = (sheets: readonly RecognisedSheet[]): { sheet: RecognisedSheet; row: DataRow }[] =>
  sheets.flatMap(sheet => sheet.data.map(row => ({ sheet, row })))

/** Goes through the rows, and lets the program breathe every 200. */
export async function eachRow<R>(rows: readonly R[], step: Step, work: (row: R) => void): Promise<void> {
  for (const [i, row] of rows.entries()) {
    if (i % 200 === 0) await step(i, rows.length)
    work(row)
  }
}
