/** A page of this strip, with what stands on every page of it, and its body still empty. */
export function pageOf(strip: HTMLElement): { readonly page: HTMLElement; readonly body: HTMLElement } {
  const page = shallow(strip, 'section')
  page.classList.replace('form-strip', 'form-page')
  page.append(...[...strip.querySelectorAll(':scope > .form-watermark, :scope > .form-leaf')].map(element => element.cloneNode(true)))
  const body = page.ownerDocument.createElement('div')
  body.className = 'form-body'
  page.append(body)
  return { page, body }
}

/** Numbers a page: 第 1 页　共 2 页, — 1 —, or as its strip says not at all. */
export function numberPage(page: HTMLElement, { dataset }: HTMLElement, number: number, pages: number): void {
  const { numbers, preview } = dataset
  if (numbers === 'none') return
  const foot = page.ownerDocument.createElement('footer')
  foot.textContent = numbers === 'dashes' && preview === undefined ? `— ${number} —` : footOf(number, pages, preview)
  if (numbers === 'dashes') foot.className = number % 2 === 0 ? 'dashes even' : 'dashes'
  page.append(foot)
}

/** A document cut short for the preview has other pages than its print: it says what is shown, and no total. */
const footOf = (page: number, pages: number, preview: string | undefined) =>
  preview === undefined ? `第 ${page} 页　共 ${pages} 页` : `预览第 ${page} 页　${preview}`

/** A section that looks like the strip: same classes, same margins. */
export function shallow(strip: HTMLElement, tag: string): HTMLElement {
  const page = strip.ownerDocument.createElement(tag)
  page.className = strip.className
  for (const side of ['--top', '--right', '--bottom', '--left']) page.style.setProperty(side, strip.style.getPropertyValue(side))
  return page
}

/** A table like this one, with its widths and its head, and no rows yet. */
export function tableLike(table: HTMLTableElement): { readonly table: HTMLTableElement; readonly body: HTMLTableSectionElement } {
  const part = table.ownerDocument.createElement('table')
  part.className = table.className
  part.style.width = table.style.width
  const columns = table.querySelector(':scope > colgroup')
  if (columns) part.append(columns.cloneNode(true))
  if (table.tHead) part.append(table.tHead.cloneNode(true))
  return { table: part, body: part.createTBody() }
}

/** The column in which each cell begins, where cells above reach down beside it. */
export function columnsOf(rows: readonly HTMLTableRowElement[]): Map<HTMLTableCellElement, number> {
  const columns = new Map<HTMLTableCellElement, number>()
  /** By column: the first row that is free again. */
  const free: number[] = []
  for (const [r, row] of rows.entries()) {
    let column = 0
    for (const cell of row.cells) {
      while ((free[column] ?? 0) > r) column += 1
      columns.set(cell, column)
      for (let i = 0; i < cell.colSpan; i += 1) free[column + i] = r + cell.rowSpan
      column += cell.colSpan
    }
  }
  return columns
}
