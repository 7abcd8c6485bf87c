import { PDFArray, PDFDict, PDFName, type PDFPage } from '@cantoo/pdf-lib'

const actions = ['AA', 'A', 'PA'].map(name => PDFName.of(name))

/** Takes from a page of somebody else's what would run or open something: a scan is to be read. What it shows stays. */
export function withoutActions(page: PDFPage): void {
  page.node.delete(PDFName.of('AA'))
  const notes = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)
  for (let i = 0; i < (notes?.size() ?? 0); i += 1) {
    const note = notes?.lookup(i)
    if (note instanceof PDFDict) for (const action of actions) note.delete(action)
  }
}
