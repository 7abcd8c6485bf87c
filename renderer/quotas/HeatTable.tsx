import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { heatOf } from '../ui/heat.ts'
import { Icon } from '../ui/Icon.tsx'
import type { Sort } from '../ui/DataTable.tsx'

export interface HeatColumn<R> {
  readonly key: string
  readonly head: string
  /** Pixels, or a share of the table. */
  readonly width: number | string
  readonly align?: 'r' | 'c'
  readonly sortable?: boolean
  cell(row: R): ReactNode
}

/** One cell of the map: what it shows, what it says, and how it looks. */
export interface HeatCell {
  readonly text: ReactNode
  readonly says: string
  readonly style: CSSProperties
  readonly disabled?: boolean
}

export interface HeatTableProps<R> {
  readonly label: string
  readonly rows: readonly R[]
  idOf(row: R): string
  readonly before: readonly HeatColumn<R>[]
  readonly after: readonly HeatColumn<R>[]
  /** The columns of the map: months, or periods. */
  readonly heads: readonly { readonly label: string; readonly sortable: boolean }[]
  cellOf(row: R, index: number): HeatCell
  readonly sort: Sort
  onSort(sort: Sort): void
  /** A cell, by its column from 0. */
  onCell(row: R, index: number): void
  onOpen(row: R): void
}

const rowHeight = 31
const headHeight = 28

/** Rows by months or periods as a heat map. One stop for Tab; arrows move, Enter opens the cell, or the row from its name. */
export function HeatTable<R>({ label, rows, idOf, heads, cellOf, before, after, sort, onSort, onCell, onOpen }: HeatTableProps<R>) {
  const frame = useRef<HTMLDivElement>(null)
  const id = useId()
  /** Row, and column from 1; column 0 is the name. */
  const [at, setAt] = useState<readonly [row: number, column: number]>([0, 0])
  const view = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  })
  const items = view.getVirtualItems()
  const above = items[0] ? items[0].start - headHeight : 0
  const below = items.length === 0 ? 0 : Math.max(0, view.getTotalSize() + headHeight - (items.at(-1)?.end ?? 0))
  const row = Math.min(at[0], Math.max(0, rows.length - 1))

  const open = (index: number, column: number) => {
    const found = rows[index]
    if (found === undefined) return
    if (column === 0) onOpen(found)
    else onCell(found, column - 1)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey) return
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-10, 0], PageDown: [10, 0] }[event.key]
    if (event.key === 'Enter') {
      event.preventDefault()
      open(row, at[1])
    } else if (step) {
      event.preventDefault()
      const next = Math.min(rows.length - 1, Math.max(0, row + (step[0] ?? 0)))
      setAt([next, Math.min(heads.length, Math.max(0, at[1] + (step[1] ?? 0)))])
      view.scrollToIndex(next)
    }
  }
  const head = (key: string, text: string, sortable: boolean | undefined, className: string, style?: CSSProperties) => {
    const sorted = sort.field === key ? (sort.descending ? 'descending' : 'ascending') : undefined
    return (
      <th key={key} className={className} style={style} role="columnheader" aria-sort={sorted}>
        {sortable ? (
          <button
            type="button"
            className="sort"
            tabIndex={-1}
            onClick={() => onSort({ field: key, descending: sorted === undefined ? className !== '' : sorted === 'ascending' })}
          >
            {text}
            {sorted && <Icon name={sorted === 'ascending' ? 'up' : 'down'} size={12} />}
          </button>
        ) : (
          text
        )}
      </th>
    )
  }
  const span = before.length + heads.length + after.length
  const columns = (list: readonly HeatColumn<R>[]) => list.map(c => <col key={c.key} style={{ width: c.width }} />)
  return (
    <div
      ref={frame}
      className="table-scroll heat-scroll"
      tabIndex={0}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={rows.length > 0 ? `${id}-${row}-${at[1]}` : undefined}
      onKeyDown={keys}
    >
      <table className="table heat" role="presentation">
        <colgroup>
          {columns(before)}
          {heads.map(({ label: m }) => (
            <col key={m} />
          ))}
          {columns(after)}
        </colgroup>
        <thead>
          <tr role="row">
            {before.map(c => head(c.key, c.head, c.sortable, c.align ?? ''))}
            {heads.map(({ label: name, sortable }, i) => head(`m${i + 1}`, name, sortable, 'c month'))}
            {after.map(c => head(c.key, c.head, c.sortable, c.align ?? ''))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && (
            <tr className="spacer" aria-hidden>
              <td colSpan={span} style={{ height: above }} />
            </tr>
          )}
          {items.map(({ index }) => {
            const found = rows[index]
            if (found === undefined) return null
            return (
              <tr key={idOf(found)} role="row" aria-rowindex={index + 2}>
                {before.map(c => (
                  <td
                    key={c.key}
                    role="gridcell"
                    id={c === before.at(-1) ? `${id}-${index}-0` : undefined}
                    className={[c.align ?? '', c === before.at(-1) && index === row && at[1] === 0 ? 'at-cell' : ''].join(' ')}
                  >
                    {c.cell(found)}
                  </td>
                ))}
                {heads.map(({ label: name }, i) => {
                  const cell = cellOf(found, i)
                  return (
                    <td
                      key={name}
                      role="gridcell"
                      id={`${id}-${index}-${i + 1}`}
                      className={index === row && at[1] === i + 1 ? 'heat-cell at-cell' : 'heat-cell'}
                    >
                      <button
                        type="button"
                        tabIndex={-1}
                        style={cell.style}
                        disabled={cell.disabled}
                        aria-label={cell.says}
                        onClick={() => (setAt([index, i + 1]), onCell(found, i))}
                      >
                        {cell.text}
                      </button>
                    </td>
                  )
                })}
                {after.map(c => (
                  <td key={c.key} role="gridcell" className={c.align ?? ''}>
                    {c.cell(found)}
                  </td>
                ))}
              </tr>
            )
          })}
          {below > 0 && (
            <tr className="spacer" aria-hidden>
              <td colSpan={span} style={{ height: below }} />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

/** 0 … 6 以上 */
export function HeatKey({ top }: { readonly top: number }) {
  return (
    <span className="heat-key">
      0
      {[0, 1, 2, 3, 4, 5].map(step => (
        <i key={step} style={{ background: heatOf((step / 5) * top, top).background }} />
      ))}
      {top} 以上
    </span>
  )
}
