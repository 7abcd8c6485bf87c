import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PdfPage } from './PdfPage.tsx'
import { useRoom } from './use-room.ts'
import { lying, scaleOf, type Size, type Turn, type Zoom } from './zoom.ts'

interface Props {
  readonly bytes: Uint8Array
  readonly name: string
  readonly zoom: Zoom
  readonly turn: Turn
  /** The page to go to; a new object goes there again. */
  readonly going: { readonly page: number } | undefined
  onScale(scale: number): void
  /** The page in view, and how many there are. */
  onPage(page: number, pages: number): void
}

type State = { readonly document: PDFDocumentProxy; readonly first: Size } | 'loading' | 'locked' | 'broken'

/** Space around and between pages, in pixels. */
export const gap = 16

/** The pages of a PDF below each other; only those near the view are drawn, so that a hundred scanned pages cost what a few do. */
export function PdfView({ bytes, name, zoom, turn, going, onScale, onPage }: Props) {
  const { follow, element: scroller, room } = useRoom()
  const now = useRef(1)
  const [state, setState] = useState<State>('loading')
  useEffect(() => {
    let left = false
    let close: (() => void) | undefined
    const load = async () => {
      const { isLocked, openPdf } = await import('./pdf.ts')
      if (left) return
      const opened = openPdf(bytes)
      close = () => opened.close()
      try {
        const document = await opened.document
        const { width, height } = (await document.getPage(1)).getViewport({ scale: 96 / 72 })
        if (!left) setState({ document, first: { width, height } })
      } catch (error) {
        if (!left) setState(isLocked(error) ? 'locked' : 'broken')
      }
    }
    void load()
    return () => {
      left = true
      close?.()
    }
  }, [bytes])
  const ready = typeof state === 'object' ? state : undefined
  const lies = ready && lying(ready.first, turn)
  const scale = lies && room.width > 0 ? scaleOf(zoom, lies, { width: room.width - 2 * gap, height: room.height - 2 * gap }) : undefined
  useEffect(() => {
    if (scale !== undefined) onScale(scale)
  }, [scale, onScale])
  useEffect(() => {
    if (going) scroller.current?.querySelector(`[data-page="${going.page}"]`)?.scrollIntoView({ block: 'start' })
  }, [going, scroller])
  const pages = ready?.document.numPages ?? 0
  const tell = () => {
    const box = scroller.current
    if (!box || pages === 0) return
    const middle = box.getBoundingClientRect().top + box.clientHeight / 2
    const above = [...box.querySelectorAll<HTMLElement>('[data-page]')].filter(page => page.getBoundingClientRect().top <= middle)
    now.current = Math.max(1, above.length)
    onPage(now.current, pages)
  }
  // Enlarged or turned, the page in view stays in view.
  useLayoutEffect(() => {
    scroller.current?.querySelector(`[data-page="${now.current}"]`)?.scrollIntoView({ block: 'start' })
    if (pages > 0) onPage(now.current, pages)
  }, [pages, scale, turn, onPage, scroller])
  if (state === 'locked')
    return (
      <EmptyState icon="lock" title="这份 PDF 加了密，打不开。">
        另存后用设口令的程序打开，去掉口令再换上，整卷才能排进来。
      </EmptyState>
    )
  if (state === 'broken')
    return (
      <EmptyState icon="warn" title="这份 PDF 损坏，显示不出来。">
        可以另存后用别的程序试试，或重新扫描后换上。
      </EmptyState>
    )
  return (
    <div className="viewer-room pdf" ref={follow} tabIndex={0} role="group" aria-label={name} onScroll={tell}>
      {ready &&
        scale !== undefined &&
        Array.from({ length: pages }, (_, i) => <PdfPage key={i} document={ready.document} number={i + 1} scale={scale} turn={turn} expected={ready.first} />)}
    </div>
  )
}
