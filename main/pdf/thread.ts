import { type MessagePort, parentPort } from 'node:worker_threads'
import { EncryptedPDFError, PDFDocument, type PDFPage, StandardFonts } from '@cantoo/pdf-lib'
import { kindOfBytes } from '../../shared/rules/file-kind.ts'
import { addBookmarks } from './bookmarks.ts'
import { imagePage } from './image-page.ts'
import type { FromMerger, PageFault, Part, ToMerger } from './messages.ts'
import { stamp } from './page-stamp.ts'
import { withoutActions } from './without-actions.ts'

if (!parentPort) throw new Error('this runs in a worker thread')
const port: MessagePort = parentPort
const creating = PDFDocument.create()
/** Pages that have been taken in and have no place yet. */
const taken = new Map<string, readonly PDFPage[]>()

port.on('message', (message: ToMerger) => {
  void (message.give === 'add' ? add(message.key, message.bytes) : finish(message)).then(reply => port.postMessage(reply, transfers(reply)))
})

const transfers = (reply: FromMerger): ArrayBuffer[] => ('finished' in reply ? [reply.finished.buffer] : [])

async function add(key: string, bytes: Uint8Array): Promise<FromMerger> {
  try {
    const pages = await pagesOf(bytes)
    if (typeof pages === 'string') return { added: key, fault: pages }
    if (pages.length === 0) return { added: key, fault: 'broken' }
    taken.set(key, pages)
    return { added: key, pages: pages.length }
  } catch (cause) {
    return { added: key, fault: cause instanceof EncryptedPDFError ? 'locked' : 'broken' }
  }
}

async function pagesOf(bytes: Uint8Array): Promise<readonly PDFPage[] | PageFault> {
  const whole = await creating
  const kind = kindOfBytes(bytes)
  if (kind.kind === 'pdf') {
    const source = await PDFDocument.load(bytes, { updateMetadata: false })
    const pages = await whole.copyPages(source, source.getPageIndices())
    for (const page of pages) withoutActions(page)
    return pages
  }
  if (kind.kind === 'image' && (kind.type === 'image/jpeg' || kind.type === 'image/png')) return [await imagePage(whole, bytes, kind.type)]
  return 'kind'
}

async function finish({ title, author, parts }: { title: string; author: string; parts: readonly Part[] }): Promise<FromMerger> {
  try {
    const whole = await creating
    const marks: { readonly text: string; readonly page: PDFPage }[] = []
    for (const { key, from = 0, count, bookmark } of parts) {
      const pages = (taken.get(key) ?? []).slice(from, count === undefined ? undefined : from + count)
      for (const page of pages) whole.addPage(page)
      const [first] = pages
      if (bookmark !== undefined && first) marks.push({ text: bookmark, page: first })
    }
    const font = await whole.embedFont(StandardFonts.Helvetica)
    const pages = whole.getPages()
    for (const [i, page] of pages.entries()) stamp(page, `${i + 1}/${pages.length}`, font)
    addBookmarks(whole, marks)
    whole.setTitle(title)
    whole.setAuthor(author)
    const bytes = await whole.save()
    return { finished: new Uint8Array(bytes) }
  } catch (cause) {
    return { failed: cause instanceof Error ? cause.message : String(cause) }
  }
}
