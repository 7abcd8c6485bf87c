import type { Cell } from '../../shared/records/cell.ts'
import type { Sheet } from '../files/workbook.ts'

export interface SheetHeading {
  /** 0 for column A. */
  readonly index: number
  readonly letters: string
  readonly heading: string
  /** Each text that stands for it: of two heading rows the lower, both and the upper. */
  readonly texts: readonly string[]
  readonly field: string | null
  readonly sure: boolean
}

export interface DataRow {
  /** As Excel numbers it. */
  readonly number: number
  readonly cells: readonly Cell[]
  /** The line above this block of rows, where a sheet lists several branches one below the other. */
  readonly section: string | null
}

export interface RecognisedSheet {
  readonly sheet: Sheet
  readonly date1904: boolean
  /** Positions in `sheet.rows`; null where no headings were found. */
  readonly header: { readonly top: number; readonly bottom: number } | null
  readonly columns: readonly SheetHeading[]
  readonly at: ReadonlyMap<string, number>
  readonly data: readonly DataRow[]
  /** The number of the first row before any was left out. */
  readonly firstRow?: number
  readonly titles: readonly string[]
  readonly skipped: { readonly titles: number; readonly blanks: number; readonly totals: number }
}

/** The user's own choice: the field of each column by its letters. */
export type SheetMapping = Readonly<Record<string, string | null>>
