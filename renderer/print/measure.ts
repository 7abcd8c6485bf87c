/** One document as its template made it: a head, one table that flows, and a tail. */
export interface Strip {
  readonly element: HTMLElement
  readonly head: HTMLElement
  readonly table: HTMLTableElement
  readonly rows: readonly HTMLTableRowElement[]
  readonly tail: HTMLElement
}

export interface Heights {
  readonly room: number
  readonly head: number
  /** Of the table's heading. */
  readonly heading: number
  readonly rows: readonly number[]
  readonly tail: number
}

/** One look of strip, with each head, tail and cell that differs from the others once. */
interface Sample {
  readonly element: HTMLElement
  readonly room: HTMLElement
  readonly table: HTMLTableElement
  readonly body: HTMLTableSectionElement
  readonly blocks: Map<string, HTMLElement>
  readonly cells: Map<string, HTMLTableRowElement>
}

/**
 * What has to be laid out to know the heights of these strips' parts, and the way to read them once it is. To lay out five hundred archives costs as much
 * as a sixth of their print, so what looks alike stands here once: a row is as high as its highest cell, and most cells say what
 * others say. That needs cells whose style does not depend on their neighbours; rows under a cell that spans them stay together.
 */
export function samplesOf(strips: readonly Strip[]): { readonly elements: readonly HTMLElement[]; heights(): readonly Heights[] } {
  const samples = new Map<string, Sample>()
  const asked = strips.map(strip => {
    const look = lookOf(strip)
    const sample = samples.get(look) ?? sampleOf(strip)
    samples.set(look, sample)
    const together = strip.table.querySelector(':scope > tbody [rowspan]') !== null
    return {
      sample,
      head: blockOn(sample, strip.head),
      tail: blockOn(sample, strip.tail),
      rows: strip.rows.map(row => (together ? [copyOnto(sample.body, row)] : cellsOn(sample, row))),
    }
  })
  const known = new Map<Element, number>()
  const heightOf = (element: Element | null) => {
    if (!element) return 0
    const height = known.get(element) ?? element.getBoundingClientRect().height
    known.set(element, height)
    return height
  }
  return {
    elements: [...samples.values()].map(({ element }) => element),
    heights: () =>
      asked.map(({ sample, head, tail, rows }) => ({
        room: heightOf(sample.room),
        head: heightOf(head),
        heading: heightOf(sample.table.tHead),
        rows: rows.map(cells => Math.max(0, ...cells.map(heightOf))),
        tail: heightOf(tail),
      })),
  }
}

/** Everything that decides how high the same cell comes out. */
const lookOf = ({ element, table }: Strip) =>
  [element.className, element.style.cssText, table.className, table.tHead?.outerHTML, table.querySelector(':scope > colgroup')?.outerHTML].join('\n')

function sampleOf({ element: strip, table: flowing }: Strip): Sample {
  const element = copyShell(strip, 'article')
  const room = document.createElement('div')
  room.className = 'form-room'
  const table = copyShell(flowing, 'table')
  const columns = flowing.querySelector(':scope > colgroup')
  if (columns) table.append(columns.cloneNode(true))
  if (flowing.tHead) table.append(flowing.tHead.cloneNode(true))
  const body = table.createTBody()
  element.append(room, table)
  return { element, room, table, body, blocks: new Map(), cells: new Map() }
}

/** A head or a tail. */
function blockOn({ element, blocks }: Sample, block: HTMLElement): HTMLElement {
  const key = block.outerHTML
  const known = blocks.get(key)
  if (known) return known
  const copy = copyShell(block, 'div')
  copy.append(...[...block.childNodes].map(node => node.cloneNode(true)))
  element.append(copy)
  blocks.set(key, copy)
  return copy
}

/** For each cell of a row, a row with nothing but that cell. */
function cellsOn({ body, cells: known }: Sample, row: HTMLTableRowElement): readonly HTMLTableRowElement[] {
  const shell = [...row.attributes].map(({ name, value }) => `${name}=${value}`).join(' ')
  const cells = [...row.cells]
  const width = cells.reduce((sum, cell) => sum + cell.colSpan, 0)
  let column = 0
  return cells.map(cell => {
    const before = column
    column += cell.colSpan
    const key = `${before} ${shell} ${cell.outerHTML}`
    const found = known.get(key)
    if (found) return found
    const alone = body.appendChild(copyShell(row, 'tr'))
    if (before > 0) alone.insertCell().colSpan = before
    alone.append(cell.cloneNode(true))
    if (column < width) alone.insertCell().colSpan = width - column
    known.set(key, alone)
    return alone
  })
}

function copyOnto(body: HTMLElement, row: HTMLTableRowElement): HTMLElement {
  const copy = body.appendChild(copyShell(row, 'tr'))
  copy.append(...[...row.cells].map(cell => cell.cloneNode(true)))
  return copy
}

/** The element without its content. The window's content policy refuses a style that is set as an attribute. */
function copyShell<K extends keyof HTMLElementTagNameMap>(of: HTMLElement, tag: K): HTMLElementTagNameMap[K] {
  const copy = of.ownerDocument.createElement(tag)
  for (const { name, value } of of.attributes) {
    if (name === 'style') copy.style.cssText = value
    else copy.setAttribute(name, value)
  }
  return copy
}
