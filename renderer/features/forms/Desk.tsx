import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { FormPreview } from '../../print/FormPreview.tsx'

interface Props {
  readonly template: string
  readonly props: unknown
  readonly landscape: boolean
  /** The whole page in sight, instead of its whole width. */
  readonly whole: boolean
  readonly stale: boolean
  onPages(pages: number): void
}

/** A4 at 96 pixels to the inch, and the rim of the desk around it. */
const [long, short, rim] = [1122.5, 793.7, 46]

/** The pages scaled to the room there is. */
export function Desk({ template, props, landscape, whole, stale, onPages }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState({ width: 0, height: 0 })
  const measure = () => {
    const { clientWidth = 0, clientHeight = 0 } = frame.current ?? {}
    setRoom(before => (before.width === clientWidth && before.height === clientHeight ? before : { width: clientWidth, height: clientHeight }))
  }
  // A line above the pages may come or go with any render; the window's size tells itself.
  useLayoutEffect(measure)
  useEffect(() => {
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [])
  const [width, height] = landscape ? [long, short] : [short, long]
  const across = room.width / (width + rim)
  const zoom = Math.min(1.4, Math.max(0.2, whole ? Math.min(across, room.height / (height + rim)) : across))
  return (
    <div ref={frame} className={stale ? 'form-frame stale' : 'form-frame'}>
      <FormPreview template={template} props={props} zoom={zoom} onPages={onPages} />
    </div>
  )
}
