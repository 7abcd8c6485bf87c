import type { FormColumn } from './form.ts'
import { numberedNotes } from './text.ts'
import { type Cell, filled, type Grid, type GridRow, label, type Paragraph, type TypeSize } from './written.ts'

interface Look {
  /** Heights of the heading's rows and of the others, in millimetres. */
  readonly head: number
  readonly row: number
  readonly size?: TypeSize
}

/** The columns of a form as a grid, with their headings on every page. A row is what stands in it, column by column. */
export function tableGrid(columns: readonly FormColumn[], rows: readonly (readonly string[])[], { head, row: height, size = 'note' }: Look): Grid {
  const headings = headingRows(columns, head)
  const body = rows.map((row, r): GridRow => ({
    height,
    cells: columns.flatMap((column, c): readonly Cell[] => {
      const down = column.merged === undefined ? 1 : reachOf(columns, rows, r, c)
      return down === 0 ? [] : [filled(row[c], { align: column.left ? 'left' : 'center', ...(down > 1 && { down }) })]
    }),
  }))
  return {
    kind: 'grid',
    columns: columns.map(({ mm }) => mm),
    head: headings.length,
    rows: [...headings, ...body].map(row => ({ ...row, cells: row.cells.map(cell => ({ size, ...cell })) })),
  }
}

/** 注, 说明: numbered, further lines behind the number. */
export const noteBlocks = (word: '说明' | '注', notes: readonly string[], size: TypeSize = 'note'): readonly Paragraph[] =>
  numberedNotes(word, notes).map(text => ({ kind: 'paragraph', text, size, hang: word.length + 2 }))

/** One row, or two where columns stand under a heading of their group. */
function headingRows(columns: readonly FormColumn[], height: number): readonly GridRow[] {
  if (columns.every(({ group }) => group === undefined)) return [{ height, cells: columns.map(column => label(column.label)) }]
  return [
    {
      height: height * 0.6,
      cells: columns.flatMap(({ group, label: text }, i): readonly Cell[] => {
        if (group === undefined) return [label(text, { down: 2 })]
        if (columns[i - 1]?.group === group) return []
        const end = columns.findIndex((column, at) => at > i && column.group !== group)
        return [label(group, { span: (end < 0 ? columns.length : end) - i })]
      }),
    },
    { height, cells: columns.flatMap(({ group, label: text }) => (group === undefined ? [] : [label(text)])) },
  ]
}

/** Over how many rows a box reaches where rows below say the same of the same; 0 where the one above does. */
function reachOf(columns: readonly FormColumn[], rows: readonly (readonly string[])[], r: number, c: number): number {
  const decides = columns.findIndex(({ key }) => key === columns[c]?.merged)
  const same = (other: number) => rows[other]?.[c] === rows[r]?.[c] && rows[other]?.[decides] === rows[r]?.[decides]
  if (r > 0 && same(r - 1)) return 0
  let end = r + 1
  while (end < rows.length && same(end)) end += 1
  return end - r
}
