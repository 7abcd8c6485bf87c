import { type Heights, type Strip } from './measure.ts'
import { planPages } from './plan-pages.ts'

/**
 * Chromium can repeat a table heading, but it numbers pages through a whole print job only. A batch of archives
 * needs numbers for each document, so the strips are measured once and cut into page-sized sections here; the
 * preview on screen shows the same sections.
 */
export const paginate = (strips: readonly Strip[], heights: readonly Heights[]): readonly HTMLElement[] =>
  strips.flatMap((strip, i) => {
    const own = heights[i]
    return own ? cut(strip, startsOf(strip, own)) : []
  })

/** Laid out on screen and on paper alike, but a rounding must never push a line over the edge. */
const safetyPx = 2

/** The strips of a rendered form, taken to pieces. */
export const stripsIn = (rendered: HTMLElement): readonly Strip[] => [...rendered.querySelectorAll<HTMLElement>(':scope > .form-strip')].map(stripOf)

function stripOf(element: HTMLElement): Strip {
  const head = element.querySelector<HTMLElement>(':scope > .form-head')
  const table = element.querySelector<HTMLTableElement>(':scope > table[data-flow]')
  const tail = element.querySelector<HTMLElement>(':scope > .form-tail')
  if (!head || !table || !tail) throw new Error('a strip needs a head, one table that flows, and a tail')
  return { element, head, table, rows: [...(table.tBodies[0]?.rows ?? [])], tail }
}

const startsOf = ({ rows }: Strip, heights: Heights): readonly number[] =>
  planPages({
    ...heights,
    room: heights.room - safetyPx,
    totals: rows.filter(row => 'total' in row.dataset).length,
    breaks: new Set(rows.flatMap((row, i) => ('break' in row.dataset ? [i] : []))),
  })

/** Moves the strip's rows into pages of their own; the strip is used up. */
function cut({ element: strip, head, table, rows, tail }: Strip, starts: readonly number[]): readonly HTMLElement[] {
  const watermark = strip.querySelector(':scope > .form-watermark')
  return starts.map((start, i) => {
    const page = shallow(strip, 'section')
    page.classList.replace('form-strip', 'form-page')
    if (watermark) page.append(watermark.cloneNode(true))
    const body = page.ownerDocument.createElement('div')
    body.className = 'form-body'
    if (i === 0) body.append(head)
    body.append(tableOf(table, rows.slice(start, starts[i + 1])))
    if (i === starts.length - 1) body.append(tail)
    const foot = page.ownerDocument.createElement('footer')
    foot.textContent = footOf(i + 1, starts.length, strip.dataset['preview'])
    page.append(body, foot)
    return page
  })
}

/** A document cut short for the preview has other pages than its print: it says what is shown, and no total. */
const footOf = (page: number, pages: number, preview: string | undefined) =>
  preview === undefined ? `第 ${page} 页　共 ${pages} 页` : `预览第 ${page} 页　${preview}`

/** A section that looks like the strip: same classes, same margins. */
function shallow(strip: HTMLElement, tag: string): HTMLElement {
  const page = strip.ownerDocument.createElement(tag)
  page.className = strip.className
  for (const side of ['--top', '--right', '--bottom', '--left']) page.style.setProperty(side, strip.style.getPropertyValue(side))
  return page
}

function tableOf(table: HTMLTableElement, rows: readonly HTMLTableRowElement[]): Node {
  const part = table.ownerDocument.createElement('table')
  part.className = table.className
  const columns = table.querySelector(':scope > colgroup')
  if (columns) part.append(columns.cloneNode(true))
  if (table.tHead) part.append(table.tHead.cloneNode(true))
  part.createTBody().append(...rows)
  return part
}
