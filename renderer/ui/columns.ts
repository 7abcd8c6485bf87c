import type { CSSProperties, ReactNode } from 'react'

/** One column of a table. */
export interface Column<R> {
  readonly key: string
  readonly head: ReactNode
  /** Pixels; with `grow` the least. */
  readonly width: number
  /** Takes what room is left, shared with other growing columns. */
  readonly grow?: boolean
  readonly align?: 'r' | 'c'
  readonly sortable?: boolean
  cell(row: R, index: number): ReactNode
  /** What is copied, where the cell is not plain text. */
  text?(row: R): string
}

/** What a cell says in a copied block: tabs and line breaks would break it. */
export function textOf<R>(column: Column<R>, row: R, index: number): string {
  if (column.text) return column.text(row).replaceAll(/[\t\r\n]+/g, ' ')
  const shown = column.cell(row, index)
  return typeof shown === 'string' || typeof shown === 'number' ? String(shown).replaceAll(/[\t\r\n]+/g, ' ') : ''
}

/** Rows as Excel takes them from the clipboard, with the heads on top. */
export function tsvOf<R>(columns: readonly Column<R>[], rows: readonly R[]): string {
  const heads = columns.map(c => (typeof c.head === 'string' ? c.head : ''))
  return [heads, ...rows.map((row, i) => columns.map(c => textOf(c, row, i)))].map(cells => cells.join('\t')).join('\n')
}

export interface Place {
  readonly className: string
  readonly style: CSSProperties
}

/** Where pinned columns stand, after `before` pixels of other pinned ones. */
export function pinsOf<R>(columns: readonly Column<R>[], pinned: number, before: number): readonly Place[] {
  let left = before
  return columns.map((column, i) => {
    const align = column.align ?? ''
    if (i >= pinned) return { className: align, style: {} }
    const place = { className: `${align} pinned${i === pinned - 1 ? ' pin-edge' : ''}`, style: { left } }
    left += column.width
    return place
  })
}
