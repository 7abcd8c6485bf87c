import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { Check } from './Check.tsx'
import { type Column, pinsOf, tsvOf } from './columns.ts'
import { Icon } from './Icon.tsx'
import { fromWithin, moved } from './table-keys.ts'
import type { Selection } from './use-selection.ts'

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
  /** Where the list stood when it was last seen, and a place to keep it. */
  readonly scroll?: { readonly top: number; keep(top: number): void }
}

const tickWidth = 36
const headHeight = 36

/** A long list: virtual rows, pinned columns, ticks, a current row, and the keyboard for all of it. */
export function DataTable<R>(props: Props<R>) {
  const { label, columns, pinned = 1, count, rowAt, idOf, onView, sort, onSort, selection, idsBetween, onSelectAll, current = -1, onCurrent, onOpen, toneOf } = props
  const { rowHeight = 36, empty, foot, unit = '行', footless, scroll } = props
  const frame = useRef<HTMLDivElement>(null)
  const anchor = useRef(-1)
  const view = useVirtualizer({ count, getScrollElement: () => frame.current, estimateSize: () => rowHeight, overscan: 12, initialOffset: scroll?.top ?? 0, scrollMargin: headHeight, scrollPaddingStart: headHeight })
  const items = view.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  const above = items[0] ? items[0].start - headHeight : 0
  const below = Math.max(0, view.getTotalSize() + headHeight - (items.at(-1)?.end ?? 0))

  useEffect(() => onView?.(first, last), [first, last, onView])

  const height = frame.current?.clientHeight ?? 0
  const offset = view.scrollOffset ?? 0
  const seenFrom = count === 0 ? 0 : Math.min(count, Math.floor(offset / rowHeight) + 1)
  const seenTo = Math.min(count, Math.max(seenFrom, Math.floor((offset + height - headHeight) / rowHeight)))

  const goTo = (index: number) => {
    const row = rowAt(index)
    view.scrollToIndex(index)
    if (row !== undefined) onCurrent?.(index, row)
  }
  const tickTo = async (index: number) => {
    if (!selection || anchor.current < 0) return
    const [from, to] = [Math.min(anchor.current, index), Math.max(anchor.current, index)]
    const loaded = Array.from({ length: to - from + 1 }, (_, i) => rowAt(from + i))
    if (idsBetween && loaded.includes(undefined)) return selection.add(await idsBetween(from, to))
    selection.add(loaded.flatMap(row => (row === undefined ? [] : [idOf(row)])))
  }
  const tick = (index: number, range: boolean) => {
    const row = rowAt(index)
    if (!selection || row === undefined) return
    if (range && anchor.current >= 0) void tickTo(index)
    else selection.toggle(idOf(row))
    anchor.current = index
  }
  const copy = () => {
    const all = Array.from({ length: count }, (_, i) => rowAt(i)).filter(row => row !== undefined)
    const at = rowAt(current)
    const rows = selection && selection.ids.size > 0 ? all.filter(row => selection.ids.has(idOf(row))) : at === undefined ? [] : [at]
    if (rows.length > 0) void navigator.clipboard.writeText(tsvOf(columns, rows))
  }
  const keys = (event: KeyboardEvent<HTMLDivElement>) => {
    if (fromWithin(event) || event.altKey || event.metaKey) return
    if (event.ctrlKey) {
      if (event.key === 'a' && onSelectAll) {
        event.preventDefault()
        onSelectAll()
      }
      if (event.key === 'c' && window.getSelection()?.isCollapsed !== false) copy()
      return
    }
    const to = moved(event.key, current, count, Math.max(1, Math.floor(height / rowHeight) - 1))
    if (to !== undefined && count > 0) {
      event.preventDefault()
      if (event.shiftKey && selection) {
        if (anchor.current < 0) anchor.current = Math.max(0, current)
        void tickTo(to)
      } else anchor.current = to
      goTo(to)
    } else if (event.key === ' ' && selection) {
      event.preventDefault()
      tick(current, event.shiftKey)
    } else if (event.key === 'Enter') {
      const row = rowAt(current)
      if (row !== undefined && onOpen) {
        event.preventDefault()
        onOpen(row, current)
      }
    } else if (event.key === 'Escape' && selection && selection.ids.size > 0) {
      event.stopPropagation()
      selection.clear()
    }
  }

  const pins = pinsOf(columns, pinned, selection ? tickWidth : 0)
  const width = columns.reduce((sum, c) => sum + c.width, selection ? tickWidth : 0)
  const classes = ['table', rowHeight === 32 ? 'dense' : '', rowHeight === 44 ? 'two-lines' : ''].filter(Boolean).join(' ')
  const span = columns.length + (selection ? 1 : 0)
  return (
    <div className="table-frame">
      <div
        ref={frame} className="table-scroll" tabIndex={0} role="grid" aria-label={label} aria-rowcount={count + 1} aria-multiselectable={selection ? true : undefined}
        onKeyDown={keys} onScroll={event => scroll?.keep(event.currentTarget.scrollTop)}
        onFocus={event => event.target === event.currentTarget && current < 0 && count > 0 && onCurrent && goTo(first)}
      >
        <table className={classes} role="presentation" style={{ minWidth: width }}>
          <colgroup>
            {selection && <col style={{ width: tickWidth }} />}
            {columns.map(c => <col key={c.key} style={c.grow ? { minWidth: c.width } : { width: c.width }} />)}
          </colgroup>
          <thead>
            <tr role="row" aria-rowindex={1}>
              {selection && (
                <th className="tick pinned" style={{ left: 0 }} role="columnheader">
                  <Check
                    title="选中全部" tabIndex={-1} checked={selection.ids.size > 0 && selection.ids.size >= count} mixed={selection.ids.size > 0 && selection.ids.size < count}
                    onChange={on => (on && onSelectAll ? onSelectAll() : selection.clear())}
                  />
                </th>
              )}
              {columns.map((c, i) => {
                const sorted = sort?.field === c.key ? (sort.descending ? 'descending' : 'ascending') : undefined
                return (
                  <th key={c.key} className={pins[i]?.className} style={pins[i]?.style} role="columnheader" aria-sort={sorted}>
                    {c.sortable && onSort ? (
                      <button type="button" className="sort" tabIndex={-1} onClick={() => onSort({ field: c.key, descending: sorted === 'ascending' })}>
                        {c.head}
                        {sorted && <Icon name={sorted === 'ascending' ? 'up' : 'down'} size={12} />}
                      </button>
                    ) : c.head}
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody>
            {above > 0 && <tr className="spacer" aria-hidden><td colSpan={span} style={{ height: above }} /></tr>}
            {items.map(({ index }) => {
              const row = rowAt(index)
              const id = row === undefined ? undefined : idOf(row)
              const ticked = id !== undefined && (selection?.ids.has(id) ?? false)
              const state = [ticked ? 'selected' : '', index === current ? 'current' : '', (row !== undefined && toneOf?.(row)) || ''].filter(Boolean).join(' ')
              return (
                <tr
                  key={index} role="row" aria-rowindex={index + 2} aria-selected={selection ? ticked : index === current} className={state}
                  onClick={event => row !== undefined && (event.shiftKey && selection ? tick(index, true) : onCurrent?.(index, row))}
                  onDoubleClick={() => row !== undefined && onOpen?.(row, index)}
                  style={onOpen ? { cursor: 'default' } : {}}
                >
                  {selection && (
                    <td className="tick pinned" style={{ left: 0 }} role="gridcell" onClick={event => event.stopPropagation()}>
                      <Check title="选中" tabIndex={-1} checked={ticked} disabled={row === undefined} onChange={(_, shift) => tick(index, shift)} />
                    </td>
                  )}
                  {columns.map((c, i) => (
                    <td key={c.key} className={pins[i]?.className} style={pins[i]?.style} role="gridcell">
                      {row === undefined ? <span className="pending" /> : c.cell(row, index)}
                    </td>
                  ))}
                </tr>
              )
            })}
            {below > 0 && <tr className="spacer" aria-hidden><td colSpan={span} style={{ height: below }} /></tr>}
          </tbody>
        </table>
        {count === 0 && empty}
      </div>
      {!footless && (
        <footer className="table-foot">
          <span>{count} {unit}{count > 0 && height > 0 && seenTo < count + 1 && count * rowHeight > height ? `，第 ${seenFrom}–${seenTo} 行` : ''}</span>
          {foot}
          <span className="space" />
          {count > 0 && <span className="ink-3">↑↓ 移动{selection ? '　空格 选中' : ''}{onOpen ? '　Enter 打开' : ''}　Ctrl C 复制</span>}
        </footer>
      )}
    </div>
  )
}
