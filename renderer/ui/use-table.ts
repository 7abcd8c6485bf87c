import { type KeyboardEvent, useRef } from 'react'
import { type Column, tsvOf } from './columns.ts'
import { fromWithin, moved } from './table-keys.ts'
import type { Selection } from './use-selection.ts'

interface Table<R> {
  readonly columns: readonly Column<R>[]
  readonly count: number
  rowAt(index: number): R | undefined
  idOf(row: R): string
  readonly selection?: Selection
  idsBetween?(first: number, last: number): Promise<readonly string[]>
  onSelectAll?(): void
  readonly current: number
  onCurrent?(index: number, row: R): void
  onOpen?(row: R, index: number): void
  scrollTo(index: number): void
  /** How many rows are in view. */
  readonly page: number
}

interface TableHands {
  goTo(index: number): void
  /** Ticks or unticks one row; with `range` everything from the last tick to it. */
  tick(index: number, range: boolean): void
  onKeyDown(event: KeyboardEvent<HTMLElement>): void
}

/** What the keyboard and the ticks do in a list. */
export function useTable<R>(table: Table<R>): TableHands {
  const { columns, count, rowAt, idOf, selection, idsBetween, onSelectAll, current, onCurrent, onOpen, scrollTo, page } = table
  const anchor = useRef(-1)

  const goTo = (index: number) => {
    const row = rowAt(index)
    scrollTo(index)
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
    const ticked = selection && selection.ids.size > 0 ? all.filter(row => selection.ids.has(idOf(row))) : undefined
    const rows = ticked ?? (at === undefined ? [] : [at])
    if (rows.length > 0) void navigator.clipboard.writeText(tsvOf(columns, rows))
  }
  const walk = (to: number, range: boolean) => {
    if (range && selection) {
      if (anchor.current < 0) anchor.current = Math.max(0, current)
      void tickTo(to)
    } else anchor.current = to
    goTo(to)
  }
  const open = () => {
    const row = rowAt(current)
    if (row !== undefined) onOpen?.(row, current)
  }
  const chords = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'a' && onSelectAll) {
      event.preventDefault()
      onSelectAll()
    }
    // A marked piece of text is what the user means to copy.
    if (event.key === 'c' && window.getSelection()?.isCollapsed !== false) copy()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (fromWithin(event) || event.altKey || event.metaKey) return
    if (event.ctrlKey) return chords(event)
    const to = count > 0 ? moved(event.key, current, count, page) : undefined
    if (to !== undefined) walk(to, event.shiftKey)
    else if (event.key === ' ' && selection) tick(current, event.shiftKey)
    else if (event.key === 'Enter' && onOpen) open()
    else if (event.key === 'Escape' && selection && selection.ids.size > 0) {
      event.stopPropagation()
      selection.clear()
    } else return
    event.preventDefault()
  }
  return { goTo, tick, onKeyDown }
}
