import { execFileSync } from 'node:child_process'
import { PDFDict, type PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib'

/** What stands on each page, without its spaces. */
export const textsOf = (path: string): readonly string[] =>
  execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' })
    .split('\f')
    .slice(0, -1)
    .map(page => page.replaceAll(/\s/g, ''))

/** The bookmarks of a document, in order. */
export function bookmarks(document: PDFDocument): readonly string[] {
  const titles: string[] = []
  const root = document.catalog.lookup(PDFName.of('Outlines'), PDFDict)
  for (let item = root.lookupMaybe(PDFName.of('First'), PDFDict); item; item = item.lookupMaybe(PDFName.of('Next'), PDFDict))
    titles.push(item.lookup(PDFName.of('Title'), PDFHexString).decodeText())
  return titles
}
