import { type Flow, flowOf } from './flow-measure.ts'
import { partsOf } from './flow-parts.ts'
import { type Piece, planFlow } from './flow-plan.ts'
import { columnsOf, numberPage, pageOf, tableLike } from './page.ts'

/** Laid out on screen and on paper alike, but a rounding must never push a line over the edge. */
const safetyPx = 2

/** Cuts the strip of a written document, which lies on the bench, into pages. The strip is used up. */
export function flowPages(strip: HTMLElement): readonly HTMLElement[] {
  const flow = flowOf(strip)
  const pages = planFlow(flow.units, flow.heads, flow.room - safetyPx)
  const parts = partsOf(flow.units, pages.flat())
  const tables = flow.tables.map(spansOf)
  return pages.map((pieces, i) => {
    const { page, body } = pageOf(strip)
    body.classList.add('form-flow')
    for (const run of runsOf(flow, pieces)) {
      const elements = run.pieces.flatMap(piece => parts.get(piece) ?? [])
      const table = run.grid === undefined ? undefined : flow.tables[run.grid]
      const spans = run.grid === undefined ? undefined : tables[run.grid]
      if (!table || !spans) {
        body.append(...elements)
        continue
      }
      const part = tableLike(table)
      part.body.append(...elements)
      const rows = run.pieces.flatMap(({ unit }) => flow.units[unit]?.element ?? [])
      settleSpans(
        [...part.body.rows].map((row, r) => ({ row, index: spans.rows.findIndex(own => own === rows[r]) })),
        spans,
      )
      body.append(part.table)
    }
    numberPage(page, strip, i + 1, pages.length)
    return page
  })
}

/** The pieces of a page, those of one grid together. */
function runsOf({ units }: Flow, pieces: readonly Piece[]): readonly { readonly grid: number | undefined; readonly pieces: readonly Piece[] }[] {
  const runs: { grid: number | undefined; pieces: Piece[] }[] = []
  for (const piece of pieces) {
    const grid = units[piece.unit]?.grid
    const last = runs.at(-1)
    if (last && last.grid === grid) last.pieces.push(piece)
    else runs.push({ grid, pieces: [piece] })
  }
  return runs
}

/** How the cells of a table lay before anything was moved. */
interface Spans {
  readonly rows: readonly HTMLTableRowElement[]
  /** Of every row the columns in which its cells begin. */
  readonly columns: readonly (readonly number[])[]
  /** The cells that reach down from one row to before another. */
  readonly reaching: readonly { readonly cell: HTMLTableCellElement; readonly column: number; readonly from: number; readonly to: number }[]
}

function spansOf(table: HTMLTableElement): Spans {
  const rows = [...(table.tBodies[0]?.rows ?? [])]
  const columns = columnsOf(rows)
  return {
    rows,
    columns: rows.map(row => [...row.cells].map(cell => columns.get(cell) ?? 0)),
    reaching: rows.flatMap((row, from) =>
      [...row.cells].flatMap(cell => (cell.rowSpan > 1 ? [{ cell, column: columns.get(cell) ?? 0, from, to: from + cell.rowSpan }] : [])),
    ),
  }
}

/** A cell reaches down as far as its rows stand on this page; where they began on an earlier one, it stands here once more. */
function settleSpans(rows: readonly { readonly row: HTMLTableRowElement; readonly index: number }[], { columns, reaching }: Spans): void {
  const columnOf = new Map(rows.flatMap(({ row, index }) => [...row.cells].map((cell, c) => [cell, columns[index]?.[c] ?? 0] as const)))
  for (const { cell, column, from, to } of reaching) {
    const covered = rows.filter(({ index }) => index >= from && index < to)
    const [first] = covered
    if (!first) continue
    const own = [...first.row.cells].find(other => columnOf.get(other) === column)
    if (first.index === from && own) {
      own.rowSpan = covered.length
      continue
    }
    const copy = first.row.ownerDocument.createElement('td')
    copy.className = cell.className
    copy.colSpan = cell.colSpan
    copy.rowSpan = covered.length
    copy.append(...[...cell.childNodes].map(node => node.cloneNode(true)))
    columnOf.set(copy, column)
    first.row.insertBefore(copy, [...first.row.cells].find(other => (columnOf.get(other) ?? 0) > column) ?? null)
  }
}
