import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { lying, type Size, type Turn } from './zoom.ts'

interface Props {
  readonly document: PDFDocumentProxy
  readonly number: number
  readonly scale: number
  readonly turn: Turn
  /** Its size until it has been read: that of the first page. */
  readonly expected: Size
}

/** Pixels a page is drawn with at most: an enlarged scan must not fill the memory. */
const mostPixels = 12_000_000
/** So far above and below the view pages are drawn beforehand. */
const around = '800px 0px'

/** One page, drawn while it is near the view; afterwards its pixels are given back. */
export function PdfPage({ document, number, scale, turn, expected }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [near, setNear] = useState(false)
  const [size, setSize] = useState(expected)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new IntersectionObserver(entries => setNear(entries.at(-1)?.isIntersecting === true), {
      root: element.parentElement,
      rootMargin: around,
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    const target = canvas.current
    if (!near || !target) return
    let left = false
    let task: RenderTask | undefined
    const next = window.document.createElement('canvas')
    const draw = async () => {
      const page = await document.getPage(number)
      if (left) return
      const own = page.getViewport({ scale: 96 / 72 })
      setSize({ width: own.width, height: own.height })
      const sharp = Math.min(window.devicePixelRatio, Math.sqrt(mostPixels / (own.width * own.height)) / scale)
      const viewport = page.getViewport({ scale: (96 / 72) * scale * sharp, rotation: (page.rotate + turn) % 360 })
      // Drawn beside the old picture and put in its place at once: nothing flickers while one enlarges.
      next.width = Math.floor(viewport.width)
      next.height = Math.floor(viewport.height)
      task = page.render({ canvas: next, viewport })
      await task.promise
      if (left) return
      target.width = next.width
      target.height = next.height
      target.getContext('2d')?.drawImage(next, 0, 0)
      target.dataset['drawn'] = ''
    }
    // A drawing that is left behind ends with an error of its own.
    draw()
      .catch(() => undefined)
      .finally(() => emptied(next))
    return () => {
      left = true
      task?.cancel()
      void document.getPage(number).then(
        page => page.cleanup(),
        () => undefined,
      )
    }
  }, [document, near, number, scale, turn])
  useEffect(() => {
    const target = canvas.current
    if (near || !target) return
    delete target.dataset['drawn']
    emptied(target)
  }, [near])
  const { width, height } = lying(size, turn)
  return (
    <div ref={box} className="viewer-page" data-page={number} style={{ width: width * scale, height: height * scale }}>
      <canvas ref={canvas} aria-label={`第 ${number} 页`} role="img" />
    </div>
  )
}

/** Gives the pixels back at once; the collector would take its time. */
function emptied(canvas: HTMLCanvasElement): void {
  canvas.width = 0
  canvas.height = 0
}
