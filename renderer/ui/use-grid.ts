import { type ClipboardEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { type Change, cellsOf, type GridColumn, pasted, valueOf } from './grid-cells.ts'

interface Options<R> {
  readonly columns: readonly GridColumn<R>[]
  readonly count: number
  readonly readOnly: boolean
  rowAt(index: number): R | undefined
  idOf(row: R): string
  onChange(changes: readonly Change[]): void
  onUndo: (() => void) | undefined
  scrollTo(index: number): void
}

interface GridHands {
  readonly input: RefObject<HTMLInputElement | null>
  /** The columns that can be typed in, by index. */
  readonly editable: readonly number[]
  /** The cell in hand: a row, and a place among the editable columns. */
  readonly at: { readonly row: number; readonly slot: number }
  /** What is being typed; undefined while the cell shows what it holds. */
  readonly typed: string | undefined
  readonly active: boolean
  go(row: number, slot: number): void
  onFocus(): void
  onBlur(): void
  onType(text: string): void
  onKeyDown(event: KeyboardEvent<HTMLInputElement>): void
  onPaste(event: ClipboardEvent): void
}

/** The cell in hand and what keys, pasting and undo do to it. */
export function useGrid<R>({ columns, count, readOnly, rowAt, idOf, onChange, onUndo, scrollTo }: Options<R>): GridHands {
  const input = useRef<HTMLInputElement>(null)
  const done = useRef<(readonly Change[])[]>([])
  const editable = useMemo(() => columns.flatMap((c, i) => (c.edit && !readOnly ? [i] : [])), [columns, readOnly])
  const [at, setAt] = useState<{ readonly row: number; readonly slot: number; readonly id: string | undefined }>({ row: 0, slot: 0, id: undefined })
  const [typed, setTyped] = useState<string>()
  const [active, setActive] = useState(false)
  const column = columns[editable[at.slot] ?? -1]
  const idAt = (index: number): string | undefined => {
    const row = rowAt(index)
    return row === undefined ? undefined : idOf(row)
  }
  if (at.id !== undefined && at.id !== idAt(at.row)) {
    // Rows came, went or moved: what is in hand stays with its row, and what was typed for one that is gone goes with it.
    const found = Array.from({ length: count }, (_, i) => i).findIndex(i => idAt(i) === at.id)
    const row = found >= 0 ? found : Math.max(0, Math.min(count - 1, at.row))
    if (found < 0) setTyped(undefined)
    setAt({ ...at, row, id: idAt(row) })
  }

  useLayoutEffect(() => {
    if (!active) return
    input.current?.focus()
    input.current?.select()
  }, [at, active])

  const apply = (changes: readonly Change[]) => {
    const before = changes.flatMap(change => {
      const row = rowAt(change.index)
      return row === undefined ? [] : [{ ...change, value: columns.find(c => c.key === change.key)?.value?.(row) ?? '' }]
    })
    done.current.push(before)
    onChange(changes)
  }
  const commit = () => {
    const row = rowAt(at.row)
    if (typed === undefined || !column?.edit || row === undefined) return
    const value = valueOf(column.edit, typed)
    setTyped(undefined)
    if (value !== column.value?.(row)) apply([{ index: at.row, key: column.key, value }])
  }
  const go = (row: number, slot: number) => {
    commit()
    setTyped(undefined)
    const to = Math.min(count - 1, Math.max(0, row))
    scrollTo(to)
    setActive(true)
    setAt({ row: to, slot: Math.min(editable.length - 1, Math.max(0, slot)), id: idAt(to) })
  }
  const inLine = (slot: number) => columns[editable[slot] ?? -1]?.edit?.aside !== true
  const onward = (back: boolean) => {
    const slots = editable.map((_, slot) => slot).filter(inLine)
    const next = back ? slots.findLast(slot => slot < at.slot) : slots.find(slot => slot > at.slot)
    if (next !== undefined) return go(at.row, next)
    const [first = 0, last = 0] = [slots[0], slots.at(-1)]
    if (back) return go(at.row - 1, at.row > 0 ? last : first)
    return at.row < count - 1 ? go(at.row + 1, first) : go(at.row, at.slot)
  }
  /** Digits pick by place, space goes on to the next: a choice is made without looking. */
  const choose = (event: KeyboardEvent): boolean => {
    const options = column?.edit?.kind === 'choice' ? column.edit.options : undefined
    const row = rowAt(at.row)
    if (!options || !column || row === undefined || event.ctrlKey) return false
    const now = options.findIndex(o => o.value === column.value?.(row))
    const picked = event.key === ' ' ? options[(now + 1) % options.length] : /^[1-9]$/.test(event.key) ? options[Number(event.key) - 1] : undefined
    if (picked) apply([{ index: at.row, key: column.key, value: picked.value }])
    return picked !== undefined
  }
  /** True when the key was the grid's own. */
  const press = (event: KeyboardEvent<HTMLInputElement>): boolean => {
    const { key } = event
    const typing = typed !== undefined
    const rows = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12 }[key]
    const cells = typing ? undefined : { ArrowRight: 1, ArrowLeft: -1 }[key]
    if (key === 'Enter' && !event.ctrlKey) onward(event.shiftKey)
    else if (rows) go(at.row + rows, at.slot)
    else if (cells) go(at.row, at.slot + cells)
    else if (key === 'Escape' && typing) setTyped(undefined)
    else if (key === 'F2') setTyped(input.current?.value ?? '')
    else if (key === 'Delete' && !typing && column) apply([{ index: at.row, key: column.key, value: '' }])
    else if (key === 'z' && event.ctrlKey && !typing && onUndo) onUndo()
    else if (key === 'z' && event.ctrlKey && !typing && done.current.length > 0) onChange(done.current.pop() ?? [])
    else return choose(event)
    return true
  }
  const onPaste = (event: ClipboardEvent) => {
    const block = cellsOf(event.clipboardData.getData('text/plain'))
    const from = editable[at.slot]
    const single = block.length === 1 && block[0]?.length === 1
    if (from === undefined || (single && column?.edit?.kind !== 'choice')) return
    event.preventDefault()
    setTyped(undefined)
    const changes = pasted(columns, block, at.row, from, count)
    if (changes.length > 0) apply(changes)
  }
  return {
    input,
    editable,
    at,
    typed,
    active,
    go,
    onFocus: () => {
      setActive(true)
      setAt({ ...at, id: idAt(at.row) })
    },
    onBlur: () => {
      commit()
      setActive(false)
    },
    onType: setTyped,
    onKeyDown: event => {
      if (event.nativeEvent.isComposing || !press(event)) return
      event.preventDefault()
      event.stopPropagation()
    },
    onPaste,
  }
}
