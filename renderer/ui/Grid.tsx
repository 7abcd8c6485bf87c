import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useMemo, useRef } from 'react'
import { pinsOf } from './columns.ts'
import type { Change, GridColumn } from './grid-cells.ts'
import { Icon } from './Icon.tsx'
import { useGrid } from './use-grid.ts'

export interface GridFault {
  /** The column at fault; the whole row without one. */
  readonly key?: string
  /** One sentence, with what to do: 第 15 行任天宇：…，请对票. */
  readonly message: string
}

interface Props<R> {
  readonly label: string
  readonly columns: readonly GridColumn<R>[]
  readonly pinned?: number
  readonly count: number
  rowAt(index: number): R | undefined
  idOf(row: R): string
  onChange(changes: readonly Change[]): void
  /** Ctrl Z where the owner keeps the history; without it the grid takes back its own changes, which holds while rows keep their places. */
  onUndo?(): void
  faultOf?(row: R, index: number): GridFault | undefined
  readonly empty?: ReactNode
  /** At the left of the foot while no row is at fault. */
  readonly foot?: ReactNode
  readonly readOnly?: boolean
}

const rowHeight = 32

/** Cells to type in, as in Excel: Enter goes on, arrows move, a block is pasted, Ctrl Z takes back. Nothing blocks typing. */
export function Grid<R>({ label, columns, pinned = 1, count, rowAt, idOf, onChange, onUndo, faultOf, empty, foot, readOnly = false }: Props<R>) {
  const frame = useRef<HTMLDivElement>(null)
  const view = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin: rowHeight,
    scrollPaddingStart: rowHeight,
  })
  const hands = useGrid({ columns, count, readOnly, rowAt, idOf, onChange, onUndo, scrollTo: index => view.scrollToIndex(index) })
  const { at, active, editable } = hands
  const items = view.getVirtualItems()
  const above = items[0] ? items[0].start - rowHeight : 0
  const below = items.length === 0 ? 0 : Math.max(0, view.getTotalSize() + rowHeight - (items.at(-1)?.end ?? 0))
  const fault = useMemo(() => firstFault(count, at.row, rowAt, faultOf), [count, at.row, rowAt, faultOf])
  const pins = pinsOf(columns, pinned, 0)
  const spacer = (size: number) =>
    size > 0 && (
      <tr className="spacer" aria-hidden>
        <td colSpan={columns.length} style={{ height: size }} />
      </tr>
    )

  const cellOf = (row: R, index: number, wrong: GridFault | undefined) => (column: GridColumn<R>, i: number) => {
    const slot = editable.indexOf(i)
    const isAt = slot >= 0 && slot === at.slot && index === at.row
    const typing = isAt && active
    const classes = [pins[i]?.className, slot >= 0 && 'grid-cell', typing && 'at', wrong?.key === column.key && 'cell-bad'].filter(Boolean).join(' ')
    const take = (event: { preventDefault(): void }) => {
      event.preventDefault()
      hands.go(index, slot)
    }
    return (
      <td key={column.key} className={classes} style={pins[i]?.style} role="gridcell" onMouseDown={slot >= 0 && !typing ? take : undefined}>
        {isAt && (
          // Out of sight it still takes the keyboard: Tab comes back to the cell one left.
          <input
            ref={hands.input}
            className={typing ? '' : 'visually-hidden'}
            aria-label={`${typeof column.head === 'string' ? column.head : label} 第 ${index + 1} 行`}
            readOnly={column.edit?.kind === 'choice'}
            inputMode={column.edit?.kind === 'number' ? 'decimal' : 'text'}
            spellCheck={false}
            autoComplete="off"
            value={hands.typed ?? labelOf(column, row)}
            onFocus={hands.onFocus}
            onBlur={hands.onBlur}
            onChange={event => hands.onType(event.target.value)}
            onKeyDown={hands.onKeyDown}
            onPaste={hands.onPaste}
          />
        )}
        {!typing && column.cell(row, index)}
      </td>
    )
  }
  return (
    <div className="table-frame">
      <div ref={frame} className="table-scroll" role="grid" aria-label={label} aria-rowcount={count + 1}>
        <table className="table dense" role="presentation" style={{ minWidth: columns.reduce((sum, c) => sum + c.width, 0) }}>
          <colgroup>
            {columns.map(c => (
              <col key={c.key} style={c.grow ? {} : { width: c.width }} />
            ))}
          </colgroup>
          <thead>
            <tr role="row">
              {columns.map((c, i) => (
                <th key={c.key} className={pins[i]?.className} style={pins[i]?.style} role="columnheader">
                  {c.head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {spacer(above)}
            {items.map(({ index }) => {
              const row = rowAt(index)
              if (row === undefined)
                return (
                  <tr key={index}>
                    <td colSpan={columns.length}>
                      <span className="pending" />
                    </td>
                  </tr>
                )
              const wrong = faultOf?.(row, index)
              const state = [active && index === at.row ? 'current' : '', wrong ? 'bad' : ''].filter(Boolean).join(' ')
              return (
                <tr key={idOf(row)} role="row" aria-rowindex={index + 2} className={state}>
                  {columns.map(cellOf(row, index, wrong))}
                </tr>
              )
            })}
            {spacer(below)}
          </tbody>
        </table>
        {count === 0 && empty}
      </div>
      <footer className="table-foot">
        {fault ? (
          <span className="grid-say" role="alert">
            <Icon name="warn" size={14} />
            {fault.message}
          </span>
        ) : (
          foot
        )}
        <span className="space" />
        {!readOnly && count > 0 && <span className="ink-3">Enter 下一格　↓ 下一行　Ctrl V 粘贴　Ctrl Z 撤销</span>}
      </footer>
    </div>
  )
}

/** The fault of the row in hand, else the first one there is. */
function firstFault<R>(count: number, at: number, rowAt: (index: number) => R | undefined, faultOf?: (row: R, index: number) => GridFault | undefined) {
  const faultAt = (index: number) => {
    const row = rowAt(index)
    return row === undefined ? undefined : faultOf?.(row, index)
  }
  if (!faultOf) return undefined
  const rows = [at, ...Array.from({ length: count }, (_, i) => i)]
  const faulty = rows.find(faultAt)
  return faulty === undefined ? undefined : faultAt(faulty)
}

function labelOf<R>(column: GridColumn<R>, row: R): string {
  const value = column.value?.(row) ?? ''
  return column.edit?.options?.find(o => o.value === value)?.label ?? value
}
