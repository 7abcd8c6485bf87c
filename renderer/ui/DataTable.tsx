import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import { type Column, pinsOf } from './columns.ts'
import { TableHead } from './TableHead.tsx'
import { TableRow } from './TableRow.tsx'
import type { Selection } from './use-selection.ts'
import { useTable } from './use-table.ts'

export interface Sort {
  readonly field: string
  readonly descending: boolean
}

interface Props<R> {
  readonly label: string
  readonly columns: readonly Column<R>[]
  /** How many columns stay at the left; the tick column stays with them. */
  readonly pinned?: number
  readonly count: number
  /** Undefined while it is on the way. */
  rowAt(index: number): R | undefined
  idOf(row: R): string
  /** What is in view, for lists that come in pieces. */
  onView?(first: number, last: number): void
  readonly sort?: Sort | undefined
  onSort?(sort: Sort): void
  readonly selection?: Selection
  /** Ids from one row to another, where not all are loaded. */
  idsBetween?(first: number, last: number): Promise<readonly string[]>
  /** Ticks everything that the list holds, in view or not. */
  onSelectAll?(): void
  /** The current row, by index; -1 for none. */
  readonly current?: number
  onCurrent?(index: number, row: R): void
  /** Enter, or a second click. */
  onOpen?(row: R, index: number): void
  toneOf?(row: R): 'bad' | 'void' | undefined
  readonly rowHeight?: 36 | 32 | 44
  readonly empty?: ReactNode
  /** Between the count and the key hints. */
  readonly foot?: ReactNode
  readonly unit?: string
  readonly footless?: boolean
  /** The list that its page is about: the keyboard begins in it when the page opens. */
  readonly leads?: boolean
  /** Where the list stood when it was last seen, and a place to keep it. */
  readonly scroll?: { readonly top: number; keep(top: number): void }
}

const tickWidth = 36
const headHeight = 36
const heightClass = { 36: 'table', 32: 'table dense', 44: 'table two-lines' }

/** A long list: virtual rows, pinned columns, ticks, a current row, and the keyboard for all of it. */
export function DataTable<R>(props: Props<R>) {
  const { label, columns, pinned = 1, count, rowAt, idOf, onView, sort, onSort, selection, onSelectAll, current = -1, onCurrent, onOpen, toneOf } = props
  const { rowHeight = 36, empty, foot, unit = '行', footless, leads, scroll } = props
  const frame = useRef<HTMLDivElement>(null)
  const view = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialOffset: scroll?.top ?? 0,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  })
  const items = view.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  const above = items[0] ? items[0].start - headHeight : 0
  const below = items.length === 0 ? view.getTotalSize() : Math.max(0, view.getTotalSize() + headHeight - (items.at(-1)?.end ?? 0))
  useEffect(() => onView?.(first, last), [first, last, onView])
  const arriving = useRef(false)
  const filled = count > 0
  useEffect(() => {
    // Not from where somebody has begun to type; and no row becomes current by it.
    const now = document.activeElement
    if (!filled || !leads || !(now === document.body || now?.closest('nav'))) return
    arriving.current = true
    frame.current?.focus({ preventScroll: true })
    arriving.current = false
  }, [filled, leads])

  const height = (frame.current?.clientHeight ?? 0) - headHeight
  const offset = view.scrollOffset ?? 0
  const seenFrom = Math.min(count, Math.floor(offset / rowHeight) + 1)
  const seenTo = Math.min(count, Math.max(seenFrom, Math.floor((offset + height) / rowHeight)))
  const { goTo, tick, onKeyDown } = useTable({
    ...props,
    current,
    scrollTo: index => view.scrollToIndex(index),
    page: Math.max(1, Math.floor(height / rowHeight) - 1),
  })

  const pins = pinsOf(columns, pinned, selection ? tickWidth : 0)
  const width = columns.reduce((sum, c) => sum + c.width, selection ? tickWidth : 0)
  const span = columns.length + (selection ? 1 : 0)
  const spacer = (size: number) =>
    size > 0 && (
      <tr className="spacer" aria-hidden>
        <td colSpan={span} style={{ height: size }} />
      </tr>
    )
  return (
    <div className="table-frame">
      <div
        ref={frame}
        className="table-scroll"
        tabIndex={0}
        role="grid"
        aria-label={label}
        aria-rowcount={count + 1}
        aria-multiselectable={selection ? true : undefined}
        onKeyDown={onKeyDown}
        onScroll={event => scroll?.keep(event.currentTarget.scrollTop)}
        onFocus={event => event.target === event.currentTarget && !arriving.current && current < 0 && count > 0 && onCurrent && goTo(first)}
      >
        <table className={heightClass[rowHeight]} role="presentation" style={{ minWidth: width }}>
          <colgroup>
            {selection && <col style={{ width: tickWidth }} />}
            {columns.map(c => (
              <col key={c.key} style={c.grow ? {} : { width: c.width }} />
            ))}
          </colgroup>
          <TableHead columns={columns} pins={pins} count={count} sort={sort} onSort={onSort} selection={selection} onSelectAll={onSelectAll} />
          <tbody>
            {spacer(above)}
            {items.map(({ index }) => {
              const row = rowAt(index)
              const ticked = selection && row !== undefined && selection.ids.has(idOf(row))
              return (
                <TableRow
                  key={index}
                  index={index}
                  row={row}
                  columns={columns}
                  pins={pins}
                  current={index === current}
                  ticked={selection ? (ticked ?? false) : undefined}
                  tone={row === undefined ? undefined : toneOf?.(row)}
                  onTick={tick}
                  onCurrent={onCurrent}
                  onOpen={onOpen}
                />
              )
            })}
            {spacer(below)}
          </tbody>
        </table>
        {count === 0 && empty}
      </div>
      {!footless && (
        <footer className="table-foot">
          <span>
            {count} {unit}
            {count * rowHeight > height && height > 0 && `，第 ${seenFrom}–${seenTo} 行`}
          </span>
          {foot}
          <span className="space" />
          {count > 0 && (
            <span className="ink-3">
              ↑↓ 移动{selection ? '　空格 选中' : ''}
              {onOpen ? '　Enter 打开' : ''}　Ctrl C 复制
            </span>
          )}
        </footer>
      )}
    </div>
  )
}
