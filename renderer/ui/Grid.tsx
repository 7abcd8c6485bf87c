import { useVirtualizer } from '@tanstack/react-virtual'
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { pinsOf } from './columns.ts'
import { type Change, cellsOf, type GridColumn, pasted, valueOf } from './grid-cells.ts'
import { Icon } from './Icon.tsx'

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
  faultOf?(row: R, index: number): GridFault | undefined
  readonly empty?: ReactNode
  /** At the left of the foot while no row is at fault. */
  readonly foot?: ReactNode
  readonly readOnly?: boolean
}

const rowHeight = 32

/** Cells to type in, as in Excel: Enter goes on, arrows move, a block is pasted, Ctrl Z takes back. Nothing blocks typing. */
export function Grid<R>({ label, columns, pinned = 1, count, rowAt, idOf, onChange, faultOf, empty, foot, readOnly = false }: Props<R>) {
  const frame = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const undone = useRef<(readonly Change[])[]>([])
  const editable = useMemo(() => columns.flatMap((c, i) => (c.edit && !readOnly ? [i] : [])), [columns, readOnly])
  const [at, setAt] = useState<{ row: number; slot: number }>({ row: 0, slot: 0 })
  const [typed, setTyped] = useState<string>()
  const [active, setActive] = useState(false)
  const view = useVirtualizer({ count, getScrollElement: () => frame.current, estimateSize: () => rowHeight, overscan: 12, scrollMargin: rowHeight, scrollPaddingStart: rowHeight })
  const items = view.getVirtualItems()
  const above = items[0] ? items[0].start - rowHeight : 0
  const below = Math.max(0, view.getTotalSize() + rowHeight - (items.at(-1)?.end ?? 0))
  const columnAt = columns[editable[at.slot] ?? -1]

  useLayoutEffect(() => {
    if (!active) return
    input.current?.focus()
    input.current?.select()
  }, [at, active])

  const apply = (changes: readonly Change[]) => {
    const before = changes.flatMap(change => {
      const row = rowAt(change.index)
      const column = columns.find(c => c.key === change.key)
      return row === undefined ? [] : [{ ...change, value: column?.value?.(row) ?? '' }]
    })
    undone.current.push(before)
    onChange(changes)
  }
  const commit = () => {
    if (typed === undefined || !columnAt?.edit) return
    const value = valueOf(columnAt.edit, typed)
    const row = rowAt(at.row)
    setTyped(undefined)
    if (row !== undefined && value !== columnAt.value?.(row)) apply([{ index: at.row, key: columnAt.key, value }])
  }
  const go = (row: number, slot: number) => {
    commit()
    setTyped(undefined)
    const next = { row: Math.min(count - 1, Math.max(0, row)), slot: Math.min(editable.length - 1, Math.max(0, slot)) }
    view.scrollToIndex(next.row)
    setActive(true)
    setAt(next)
  }
  const onward = (back: boolean) => {
    const last = editable.length - 1
    if (back) return at.slot > 0 ? go(at.row, at.slot - 1) : at.row > 0 && go(at.row - 1, last)
    return at.slot < last ? go(at.row, at.slot + 1) : at.row < count - 1 ? go(at.row + 1, 0) : go(at.row, at.slot)
  }
  const choose = (event: KeyboardEvent) => {
    const options = columnAt?.edit?.kind === 'choice' ? (columnAt.edit.options ?? []) : undefined
    const row = rowAt(at.row)
    if (!options || !columnAt || row === undefined || event.ctrlKey) return false
    const now = options.findIndex(o => o.value === columnAt.value?.(row))
    const picked = event.key === ' ' ? options[(now + 1) % options.length] : /^[1-9]$/.test(event.key) ? options[Number(event.key) - 1] : undefined
    if (!picked) return false
    apply([{ index: at.row, key: columnAt.key, value: picked.value }])
    return true
  }
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const inside = typed !== undefined
    const handled = () => event.preventDefault()
    if (event.key === 'Enter' && !event.ctrlKey) return handled(), onward(event.shiftKey)
    if (event.key === 'ArrowDown') return handled(), go(at.row + 1, at.slot)
    if (event.key === 'ArrowUp') return handled(), go(at.row - 1, at.slot)
    if (event.key === 'ArrowRight' && !inside) return handled(), go(at.row, at.slot + 1)
    if (event.key === 'ArrowLeft' && !inside) return handled(), go(at.row, at.slot - 1)
    if (event.key === 'PageDown' || event.key === 'PageUp') return handled(), go(at.row + (event.key === 'PageDown' ? 12 : -12), at.slot)
    if (event.key === 'Escape' && inside) return event.stopPropagation(), setTyped(undefined)
    if (event.key === 'F2') return handled(), setTyped(input.current?.value ?? '')
    if (event.key === 'Delete' && !inside && columnAt) return handled(), apply([{ index: at.row, key: columnAt.key, value: '' }])
    if (event.key === 'z' && event.ctrlKey && !inside && undone.current.length > 0) return handled(), onChange(undone.current.pop() ?? [])
    if (choose(event)) handled()
  }
  const paste = (event: ClipboardEvent) => {
    const block = cellsOf(event.clipboardData.getData('text/plain'))
    const column = editable[at.slot]
    if (column === undefined || (block.length === 1 && block[0]?.length === 1 && columnAt?.edit?.kind !== 'choice')) return
    event.preventDefault()
    setTyped(undefined)
    const changes = pasted(columns, block, at.row, column, count)
    if (changes.length > 0) apply(changes)
  }

  const fault = useMemo(() => firstFault(count, at.row, rowAt, faultOf), [count, at.row, rowAt, faultOf])
  const pins = pinsOf(columns, pinned, 0)
  return (
    <div className="table-frame">
      <div ref={frame} className="table-scroll" role="grid" aria-label={label} aria-rowcount={count + 1}>
        <table className="table dense" role="presentation" style={{ minWidth: columns.reduce((sum, c) => sum + c.width, 0) }}>
          <colgroup>{columns.map(c => <col key={c.key} style={c.grow ? {} : { width: c.width }} />)}</colgroup>
          <thead>
            <tr role="row">{columns.map((c, i) => <th key={c.key} className={pins[i]?.className} style={pins[i]?.style} role="columnheader">{c.head}</th>)}</tr>
          </thead>
          <tbody>
            {above > 0 && <tr className="spacer" aria-hidden><td colSpan={columns.length} style={{ height: above }} /></tr>}
            {items.map(({ index }) => {
              const row = rowAt(index)
              if (row === undefined) return <tr key={index}><td colSpan={columns.length}><span className="pending" /></td></tr>
              const wrong = faultOf?.(row, index)
              return (
                <tr key={idOf(row)} role="row" aria-rowindex={index + 2} className={[active && index === at.row ? 'current' : '', wrong ? 'bad' : ''].filter(Boolean).join(' ')}>
                  {columns.map((c, i) => {
                    const slot = editable.indexOf(i)
                    const isAt = slot >= 0 && slot === at.slot && index === at.row
                    const classes = [pins[i]?.className ?? '', slot >= 0 ? 'grid-cell' : '', isAt && active ? 'at' : '', wrong?.key === c.key ? 'cell-bad' : ''].filter(Boolean).join(' ')
                    return (
                      <td key={c.key} className={classes} style={pins[i]?.style} role="gridcell" onMouseDown={slot >= 0 && !isAt ? event => { event.preventDefault(); go(index, slot) } : undefined}>
                        {isAt ? (
                          <input
                            ref={input} aria-label={`${typeof c.head === 'string' ? c.head : label} 第 ${index + 1} 行`} readOnly={c.edit?.kind === 'choice'} spellCheck={false} autoComplete="off"
                            inputMode={c.edit?.kind === 'number' ? 'decimal' : 'text'} value={typed ?? labelOf(c, row)} onFocus={() => setActive(true)} onBlur={() => { commit(); setActive(false) }}
                            onChange={event => setTyped(event.target.value)} onKeyDown={keys} onPaste={paste}
                          />
                        ) : c.cell(row, index)}
                      </td>
                    )
                  })}
                </tr>
              )
            })}
            {below > 0 && <tr className="spacer" aria-hidden><td colSpan={columns.length} style={{ height: below }} /></tr>}
          </tbody>
        </table>
        {count === 0 && empty}
      </div>
      <footer className="table-foot">
        {fault ? <span className="grid-say" role="alert"><Icon name="warn" size={14} />{fault.message}</span> : foot}
        <span className="space" />
        {!readOnly && count > 0 && <span className="ink-3">Enter 下一格　↓ 下一行　Ctrl V 粘贴　Ctrl Z 撤销</span>}
      </footer>
    </div>
  )
}

/** The fault of the row in hand, else the first one there is. */
function firstFault<R>(count: number, at: number, rowAt: (index: number) => R | undefined, faultOf?: (row: R, index: number) => GridFault | undefined): GridFault | undefined {
  if (!faultOf) return undefined
  const here = rowAt(at)
  const own = here === undefined ? undefined : faultOf(here, at)
  if (own) return own
  for (let i = 0; i < count; i++) {
    const row = rowAt(i)
    const fault = row === undefined ? undefined : faultOf(row, i)
    if (fault) return fault
  }
  return undefined
}

function labelOf<R>(column: GridColumn<R>, row: R): string {
  const value = column.value?.(row) ?? ''
  return column.edit?.options?.find(o => o.value === value)?.label ?? value
}
