import type { Column, Parts, Unit } from './flow-plan.ts'

/** A unit with its element: a block of the strip, or a row of one of its tables. */
export interface FlowUnit extends Unit {
  readonly element: HTMLElement
}

export interface Flow {
  readonly units: readonly FlowUnit[]
  readonly tables: readonly HTMLTableElement[]
  /** Of each table the height of its head and rules. */
  readonly heads: readonly number[]
  readonly room: number
}

const heightOf = (element: Element | null) => element?.getBoundingClientRect().height ?? 0

/** The strip of a written document as it lies on the bench. */
export function flowOf(strip: HTMLElement): Flow {
  const units: FlowUnit[] = []
  const tables: HTMLTableElement[] = []
  const heads: number[] = []
  let turns = false
  const add = (unit: FlowUnit) => {
    units.push(turns ? { ...unit, turns } : unit)
    turns = false
  }
  for (const element of strip.querySelectorAll<HTMLElement>(':scope > .form-flow > *')) {
    if ('break' in element.dataset) turns = true
    else if (element instanceof HTMLTableElement) {
      const rows = [...(element.tBodies[0]?.rows ?? [])]
      const heights = rows.map(heightOf)
      const grid = tables.push(element) - 1
      heads.push(heightOf(element) - heights.reduce((sum, height) => sum + height, 0))
      const tied = tiesOf(rows, grid * manyRows)
      for (const [i, row] of rows.entries()) {
        const { keep = false, ...tie } = tied[i] ?? {}
        add({
          element: row,
          height: heights[i] ?? 0,
          grid,
          keep: keep || 'keep' in row.dataset,
          held: 'held' in row.dataset,
          ...tie,
          flows: isFull(row),
          parts: once(() => rowParts(row)),
        })
      }
    } else {
      const { keep, gap, held } = element.dataset
      const text = element.classList.contains('w-text')
      const height = heightOf(element)
      add({
        element,
        height,
        gap: gap !== undefined,
        keep: keep !== undefined,
        held: held !== undefined,
        flows: text && keep === undefined,
        ...(text && { parts: once(() => ({ around: 0, columns: [{ lines: linesOf(element) }] })) }),
      })
    }
  }
  return { units, tables, heads, room: heightOf(strip.querySelector(':scope > .form-room')) }
}

/** More rows than a grid has. */
const manyRows = 100_000

interface Tie {
  readonly keep: boolean
  /** The number of the first row among those of all grids. */
  readonly tie: number | undefined
  readonly label: number
}

/** Of each row whether a cell joins it to the one after it, and how high such a cell is by itself. */
function tiesOf(rows: readonly HTMLTableRowElement[], first: number): readonly Tie[] {
  const reaching = rows.flatMap((row, from) => [...row.cells].flatMap(cell => (cell.rowSpan > 1 ? [{ from, to: from + cell.rowSpan, cell }] : [])))
  return rows.map((_, r) => {
    const over = reaching.filter(({ from, to }) => r >= from && r < to)
    return {
      keep: over.some(({ to }) => r < to - 1),
      tie: over.length > 0 ? first + Math.min(...over.map(({ from }) => from)) : undefined,
      label: Math.max(0, ...over.map(({ cell }) => heightOf(cell.querySelector('.w-box > *')) + aroundOf(cell))),
    }
  })
}

/** Whether a row that may run on is as high as it is because of what is written in it. */
function isFull(row: HTMLTableRowElement): boolean {
  if (!('flows' in row.dataset)) return false
  const least = Number.parseFloat(row.style.height)
  return Number.isNaN(least) || heightOf(row) > (least * 96) / 25.4 + 1
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** What a cell keeps of its height whatever is written in it: padding and rules. */
function aroundOf(cell: HTMLTableCellElement): number {
  const { paddingTop, paddingBottom, borderTopWidth, borderBottomWidth } = getComputedStyle(cell)
  return [paddingTop, paddingBottom, borderTopWidth, borderBottomWidth].reduce((sum, width) => sum + Number.parseFloat(width), 0)
}

const rowParts = (row: HTMLTableRowElement): Parts => ({
  around: Math.max(0, ...[...row.cells].map(aroundOf)),
  columns: [...row.cells].map(columnOf),
})

function columnOf(cell: HTMLTableCellElement): Column {
  const words = cell.querySelector('.w-words')
  if (isWhole(cell)) return { whole: true, lines: [heightOf(words ?? cell.querySelector('img'))] }
  const lines = words ? linesOf(words) : []
  const sign = heightOf(cell.querySelector('.w-sign'))
  return { lines: sign > 0 ? [...lines.slice(0, -1), (lines.at(-1) ?? 0) + sign] : lines }
}

/** A cell that stands on every part of its row as it is. */
export const isWhole = (cell: HTMLTableCellElement): boolean =>
  cell.rowSpan > 1 || ['label', 'vertical', 'pictured'].some(name => cell.classList.contains(name))

const lineHeightOf = (paragraph: Element) => Number.parseFloat(getComputedStyle(paragraph).lineHeight)

/** The heights of all lines of the paragraphs in here. An empty paragraph is a line. */
function linesOf(words: Element): readonly number[] {
  return [...words.children].flatMap(paragraph => {
    const height = heightOf(paragraph)
    const lines = Math.max(1, Math.round(height / lineHeightOf(paragraph)))
    return Array.from({ length: lines }, () => height / lines)
  })
}

/** How many lines a paragraph has, and where in its text each begins. */
export function lineStarts(paragraph: Element): readonly number[] {
  const text = paragraph.firstChild
  if (!(text instanceof Text)) return [0]
  const starts = [0]
  const range = document.createRange()
  const step = lineHeightOf(paragraph) / 2
  let line: number | undefined
  for (let at = 0; at < text.length;) {
    const end = at + ((text.data.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
    range.setStart(text, at)
    range.setEnd(text, end)
    const top = range.getClientRects()[0]?.top
    if (top !== undefined) {
      if (line !== undefined && top > line + step) starts.push(at)
      if (line === undefined || top > line + step) line = top
    }
    at = end
  }
  return starts
}
