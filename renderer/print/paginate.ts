import { type Heights, type Strip } from './measure.ts'
import { columnsOf, numberPage, pageOf, shallow, tableLike } from './page.ts'
import { type Block, planPages } from './plan-pages.ts'

/**
 * Chromium can repeat a table heading, but it numbers pages through a whole print job only. A batch of archives
 * needs numbers for each document, so the strips are measured once and cut into page-sized sections here; the
 * preview on screen shows the same sections.
 */
export const paginate = (strips: readonly Strip[], heights: readonly Heights[]): readonly HTMLElement[] =>
  strips.flatMap((strip, i) => {
    const own = heights[i]
    return own ? sheetsOf(strip, cut(strip, startsOf(strip, own))) : []
  })

/** Laid out on screen and on paper alike, but a rounding must never push a line over the edge. */
const safetyPx = 2

/** The strips of a rendered form, taken to pieces. */
export const stripsIn = (rendered: HTMLElement): readonly Strip[] =>
  [...rendered.querySelectorAll<HTMLElement>(':scope > .form-strip:not(.written)')].map(stripOf)

function stripOf(element: HTMLElement): Strip {
  const head = element.querySelector<HTMLElement>(':scope > .form-head')
  const table = element.querySelector<HTMLTableElement>(':scope > table[data-flow]')
  const tail = element.querySelector<HTMLElement>(':scope > .form-tail')
  if (!head || !table || !tail) throw new Error('a strip needs a head, one table that flows, and a tail')
  return { element, head, table, rows: [...(table.tBodies[0]?.rows ?? [])], tail }
}

const startsOf = ({ element, rows }: Strip, heights: Heights): readonly number[] =>
  planPages({
    ...heights,
    room: heights.room - safetyPx,
    totals: rows.filter(row => 'total' in row.dataset).length,
    breaks: new Set(rows.flatMap((row, i) => ('break' in row.dataset ? [i] : []))),
    blocks: blocksOf(rows),
    leaves: isLeaves(element),
  })

/** The rows that share a cell. */
const blocksOf = (rows: readonly HTMLTableRowElement[]): readonly Block[] =>
  rows.flatMap((row, from) => {
    const span = Math.max(1, ...[...row.cells].map(cell => cell.rowSpan))
    return span > 1 ? [{ from, to: Math.min(rows.length, from + span) }] : []
  })

/** Whether each page is handed out and read by itself. */
const isLeaves = (strip: HTMLElement) => strip.dataset['copies'] !== undefined

/** Moves the strip's rows into pages of their own; the strip is used up. */
function cut({ element: strip, head, table, rows, tail }: Strip, starts: readonly number[]): readonly HTMLElement[] {
  const leaves = isLeaves(strip)
  if (starts.length > 1 && table.querySelector(':scope > tbody [rowspan]')) carrySpans(rows, starts.slice(1))
  return starts.map((start, i) => {
    const { page, body } = pageOf(strip)
    if (i === 0) body.append(head)
    else if (leaves) body.append(head.cloneNode(true))
    const part = tableLike(table)
    part.body.append(...rows.slice(start, starts[i + 1]))
    body.append(part.table)
    if (i === (leaves ? 0 : starts.length - 1)) body.append(tail)
    if (!leaves || starts.length > 1) numberPage(page, strip, i + 1, starts.length)
    return page
  })
}

/** A cell that spans rows on both sides of a cut stands on both, in the column it had. */
function carrySpans(rows: readonly HTMLTableRowElement[], starts: readonly number[]): void {
  const columns = columnsOf(rows)
  for (const start of starts) {
    const first = rows[start]
    for (const [r, row] of rows.slice(0, start).entries()) {
      for (const cell of row.cells) {
        const rest = r + cell.rowSpan - start
        if (rest <= 0 || !first) continue
        const copy = first.ownerDocument.createElement('td')
        copy.className = cell.className
        copy.append(...[...cell.childNodes].map(node => node.cloneNode(true)))
        copy.rowSpan = rest
        cell.rowSpan -= rest
        const column = columns.get(cell) ?? 0
        columns.set(copy, column)
        first.insertBefore(copy, [...first.cells].find(other => (columns.get(other) ?? 0) > column) ?? null)
      }
    }
  }
}

/** The pages of a document as they lie on paper: as often as they are wanted, two to a sheet where they are A5. */
function sheetsOf({ element: strip }: Strip, pages: readonly HTMLElement[]): readonly HTMLElement[] {
  if (!isLeaves(strip)) return pages
  const twoUp = strip.classList.contains('half')
  const copies = copiesOf(pages, Number(strip.dataset['copies']), twoUp)
  if (!twoUp) return copies
  return Array.from({ length: Math.ceil(copies.length / 2) }, (_, i) => {
    const sheet = strip.ownerDocument.createElement('section')
    sheet.className = 'form form-page form-two landscape'
    sheet.append(...copies.slice(2 * i, 2 * i + 2))
    return sheet
  })
}

/**
 * An odd number of A5 pages is laid out in pairs, each page beside its twin, so that every sheet can be cut and nothing of one paper lies beside
 * another; an even number follows itself. `wanted` 0 is as many as fill the sheets.
 */
function copiesOf(pages: readonly HTMLElement[], wanted: number, twoUp: boolean): readonly HTMLElement[] {
  const paired = twoUp && pages.length % 2 === 1
  const times = wanted > 0 ? wanted : paired ? 2 : 1
  const set = paired ? pages.flatMap(page => [page, page]) : pages
  const sets = paired ? Math.floor(times / 2) : times
  const laid = [...Array.from({ length: sets }, () => set).flat(), ...(paired && times % 2 === 1 ? pages : [])]
  const used = new Set<HTMLElement>()
  return laid.map(page => {
    if (used.has(page)) return copyOf(page)
    used.add(page)
    return page
  })
}

function copyOf(page: HTMLElement): HTMLElement {
  const copy = shallow(page, 'section')
  copy.append(...[...page.childNodes].map(node => node.cloneNode(true)))
  return copy
}
