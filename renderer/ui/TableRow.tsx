import { Check } from './Check.tsx'
import type { Column, Place } from './columns.ts'

interface Props<R> {
  readonly index: number
  readonly row: R | undefined
  readonly columns: readonly Column<R>[]
  readonly pins: readonly Place[]
  readonly current: boolean
  /** Undefined in a list without ticks. */
  readonly ticked: boolean | undefined
  readonly tone: 'bad' | 'void' | undefined
  onTick(index: number, range: boolean): void
  onCurrent?(index: number, row: R): void
  onOpen?(row: R, index: number): void
}

/** One row of a list; a pale bar in each cell while it is on the way. */
export function TableRow<R>({ index, row, columns, pins, current, ticked, tone, onTick, onCurrent, onOpen }: Props<R>) {
  const state = [ticked ? 'selected' : '', current ? 'current' : '', tone ?? ''].filter(Boolean).join(' ')
  return (
    <tr
      role="row"
      aria-rowindex={index + 2}
      aria-selected={ticked ?? current}
      className={state}
      onClick={event => row !== undefined && (event.shiftKey && ticked !== undefined ? onTick(index, true) : onCurrent?.(index, row))}
      onDoubleClick={() => row !== undefined && onOpen?.(row, index)}
    >
      {ticked !== undefined && (
        <td className="tick pinned" style={{ left: 0 }} role="gridcell" onClick={event => event.stopPropagation()}>
          <Check title="选中" tabIndex={-1} checked={ticked} disabled={row === undefined} onChange={(_, shift) => onTick(index, shift)} />
        </td>
      )}
      {columns.map((column, i) => (
        <td key={column.key} className={pins[i]?.className} style={pins[i]?.style} role="gridcell">
          {row === undefined ? <span className="pending" /> : column.cell(row, index)}
        </td>
      ))}
    </tr>
  )
}
