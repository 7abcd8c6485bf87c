import type { Column } from './columns.ts'

export interface Edit {
  readonly kind: 'number' | 'text' | 'choice'
  /** Enter passes it by; arrows and the mouse reach it. For what is seldom filled in. */
  readonly aside?: boolean
  /** For a choice, in the order of the digits 1 to 9. */
  readonly options?: readonly { readonly value: string; readonly label: string }[]
}

export interface GridColumn<R> extends Column<R> {
  /** Without it the column is only shown. */
  readonly edit?: Edit
  /** What the cell holds, as text; for a choice the option's value. */
  value?(row: R): string
}

export interface Change {
  readonly index: number
  readonly key: string
  readonly value: string
}

/** A block as Excel and WPS put it on the clipboard: rows by line, cells by tab, quotes around what holds either. */
export function cellsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const end = () => {
    rows.at(-1)?.push(cell)
    cell = ''
  }
  const clean = text.replaceAll('\r\n', '\n').replace(/\n$/, '')
  for (let i = 0; i < clean.length; i++) {
    const c = clean[i]
    if (quoted && c === '"' && clean[i + 1] === '"') {
      cell += '"'
      i++
    } else if (c === '"' && (quoted || cell === '')) quoted = !quoted
    else if (c === '\t' && !quoted) end()
    else if (c === '\n' && !quoted) {
      end()
      rows.push([])
    } else cell += c
  }
  end()
  return rows
}

/** What typed or pasted text means in a column: full-width digits are digits, a choice may be named by its label. */
export function valueOf(edit: Edit, typed: string): string {
  const text = typed.trim()
  if (edit.kind === 'number') return text.normalize('NFKC').replaceAll(/[,\s]/g, '')
  if (edit.kind === 'choice') return edit.options?.find(o => o.label === text || o.value === text)?.value ?? text
  return text
}

/** The changes that a pasted block makes from one cell on; what lies beyond the grid's edges is left out. */
export function pasted<R>(
  columns: readonly GridColumn<R>[],
  block: readonly (readonly string[])[],
  row: number,
  column: number,
  count: number,
): readonly Change[] {
  return block.flatMap((cells, down) => {
    if (row + down >= count) return []
    return cells.flatMap((text, across) => {
      const target = columns[column + across]
      return target?.edit ? [{ index: row + down, key: target.key, value: valueOf(target.edit, text) }] : []
    })
  })
}
