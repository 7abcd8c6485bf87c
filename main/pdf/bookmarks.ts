import { PDFArray, type PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFPage } from '@cantoo/pdf-lib'

/** One bookmark a part, so that a reader finds a material without leafing. */
export function addBookmarks(whole: PDFDocument, marks: readonly { readonly text: string; readonly page: PDFPage }[]): void {
  const [context, root] = [whole.context, whole.context.nextRef()]
  const refs = marks.map(() => context.nextRef())
  const [first] = refs
  const last = refs.at(-1)
  if (!first || !last) return
  for (const [i, { text, page }] of marks.entries()) {
    const to = PDFArray.withContext(context)
    to.push(page.ref)
    to.push(PDFName.of('Fit'))
    const [own, before, after] = [refs[i], refs[i - 1], refs[i + 1]]
    const item = context.obj({
      Title: PDFHexString.fromText(text),
      Parent: root,
      Dest: to,
      ...(before ? { Prev: before } : {}),
      ...(after ? { Next: after } : {}),
    })
    if (own) context.assign(own, item)
  }
  context.assign(root, context.obj({ Type: 'Outlines', First: first, Last: last, Count: PDFNumber.of(marks.length) }))
  whole.catalog.set(PDFName.of('Outlines'), root)
}
