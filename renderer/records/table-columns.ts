import type { Column } from '../ui/columns.ts'
import type { Values } from './draft.ts'
import type { ListColumn } from './list-column.tsx'
import type { Titles } from './shown-text.ts'

/** Before the first column: the ticks. And the scroll bar, which must not bring a second one. */
const besides = 36 + 16
/** No column grows beyond this much of its own width, save one that takes the rest. */
const most = 1.5

/**
 * The columns of the table in a frame so wide. Room that is left goes to all but the pinned one, so that a wide window reads
 * evenly instead of having a hole in the middle.
 */
export function tableColumns(shown: readonly ListColumn[], titles: Titles, width: number): Column<Values>[] {
  const growing = shown.findIndex((column, i) => i > 0 && column.grow)
  const rest = growing < 0 ? shown.length - 1 : growing
  const flexible = shown.slice(1).reduce((sum, column) => sum + column.width, 0)
  const left = width - besides - flexible - (shown[0]?.width ?? 0)
  const factor = left > 0 && flexible > 0 ? Math.min(most, 1 + left / flexible) : 1
  return shown.map((column, i) => ({
    key: column.key,
    head: column.head,
    width: i === 0 ? column.width : Math.floor(column.width * factor),
    sortable: column.sort !== undefined,
    // One column has no width of its own, or all would stretch and the pinned ones slip.
    ...(i === rest ? { grow: true } : {}),
    ...(column.align ? { align: column.align } : {}),
    cell: row => column.cell(row, titles),
    text: row => column.text(row, titles),
  }))
}
