import { planPages } from './plan-pages.ts'

/**
 * Chromium can repeat a table heading, but it numbers pages through a whole print job only. A batch of archives
 * needs numbers for each document, so the strips are measured once and cut into page-sized sections here; the
 * preview on screen shows the same sections.
 */
export function paginate(strips: HTMLElement): readonly HTMLElement[] {
  const documents = [...strips.querySelectorAll<HTMLElement>(':scope > .form-strip')]
  const plans = documents.map(document => ({ document, starts: planOf(document) }))
  return plans.flatMap(({ document, starts }) => cut(document, starts))
}

/** Laid out on screen and on paper alike, but a rounding must never push a line over the edge. */
const safetyPx = 2

const heightOf = (element: Element | null) => element?.getBoundingClientRect().height ?? 0

interface Parts {
  readonly head: HTMLElement
  readonly table: HTMLTableElement
  readonly rows: readonly HTMLTableRowElement[]
  readonly tail: HTMLElement
}

function partsOf(strip: HTMLElement): Parts {
  const head = strip.querySelector<HTMLElement>(':scope > .form-head')
  const table = strip.querySelector<HTMLTableElement>(':scope > table[data-flow]')
  const tail = strip.querySelector<HTMLElement>(':scope > .form-tail')
  if (!head || !table || !tail) throw new Error('a strip needs a head, one table that flows, and a tail')
  return { head, table, rows: [...(table.tBodies[0]?.rows ?? [])], tail }
}

function planOf(strip: HTMLElement): readonly number[] {
  const { head, table, rows, tail } = partsOf(strip)
  return planPages({
    room: heightOf(strip.querySelector(':scope > .form-room')) - safetyPx,
    head: heightOf(head),
    heading: heightOf(table.tHead),
    rows: rows.map(heightOf),
    totals: rows.filter(row => 'total' in row.dataset).length,
    tail: heightOf(tail),
    breaks: new Set(rows.flatMap((row, i) => ('break' in row.dataset ? [i] : []))),
  })
}

/** Moves the strip's rows into pages of their own; the strip is used up. */
function cut(strip: HTMLElement, starts: readonly number[]): readonly HTMLElement[] {
  const { head, table, rows, tail } = partsOf(strip)
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
