import type { Column } from '../ui/columns.ts'
import type { Values } from './draft.ts'
import type { ListColumn } from './list-column.tsx'
import type { Titles } from './shown-text.ts'

/** The scroll bar, which must not bring a second one. */
const scrollBar = 16
/** Before the first column, where there are ticks. */
const ticks = 36
/** No column grows beyond this much of its own width, save one that takes the rest. */
const usualMost = 1.5

/**
 * Columns in a frame so wide. Room that is left goes to all but the pinned first one, so that a wide window reads evenly
 * instead of having a hole in the middle; the column that grows takes what rounding leaves.
 */
export function spread<C extends { readonly width: number }>(columns: readonly C[], width: number, before = 0, most = usualMost): readonly C[] {
  const flexible = columns.slice(1).reduce((sum, column) => sum + column.width, 0)
  const left = width - before - scrollBar - flexible - (columns[0]?.width ?? 0)
  if (left <= 0 || flexible === 0) return columns
  const factor = Math.min(most, 1 + left / flexible)
  return columns.map((column, i) => (i === 0 ? column : { ...column, width: Math.floor(column.width * factor) }))
}

/** The columns of a list of records, as the table takes them. */
export function tableColumns(shown: readonly ListColumn[], titles: Titles, width: number): readonly Column<Values>[] {
  const growing = shown.findIndex((column, i) => i > 0 && column.grow)
  // One column has no width of its own, or all would stretch and the pinned ones slip.
  const rest = growing < 0 ? shown.length - 1 : growing
  const columns = shown.map((column, i): Column<Values> => ({
    key: column.key,
    head: column.head,
    width: column.width,
    sortable: column.sort !== undefined,
    ...(i === rest ? { grow: true } : {}),
    ...(column.align ? { align: column.align } : {}),
    cell: row => column.cell(row, titles),
    text: row => column.text(row, titles),
  }))
  return shareRest(spread(columns, width, ticks), shown, width)
}

/** What is still left in a very wide window goes to all columns of words alike, not to the first of them. */
function shareRest<R>(columns: readonly Column<R>[], shown: readonly ListColumn[], width: number): readonly Column<R>[] {
  const left = width - ticks - scrollBar - columns.reduce((sum, column) => sum + column.width, 0)
  const takes = (i: number) => i > 0 && shown[i]?.grow === true
  const growing = columns.reduce((sum, column, i) => (takes(i) ? sum + column.width : sum), 0)
  if (left <= 0 || growing === 0) return columns
  return columns.map((column, i) => (takes(i) ? { ...column, width: Math.floor(column.width * (1 + left / growing)) } : column))
}
