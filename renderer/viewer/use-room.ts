import { type RefObject, useCallback, useRef, useState } from 'react'
import type { Size } from './zoom.ts'

interface Room {
  /** Goes on the element as `ref`. */
  readonly follow: (element: HTMLElement | null) => (() => void) | undefined
  readonly element: RefObject<HTMLElement | null>
  readonly room: Size
}

/** How much room an element has inside, as the window changes. */
export function useRoom(): Room {
  const [room, setRoom] = useState<Size>({ width: 0, height: 0 })
  const element = useRef<HTMLElement>(null)
  const follow = useCallback((found: HTMLElement | null) => {
    element.current = found
    if (!found) return undefined
    const measure = () => setRoom({ width: found.clientWidth, height: found.clientHeight })
    measure()
    if (typeof ResizeObserver === 'undefined') return undefined
    const observer = new ResizeObserver(measure)
    observer.observe(found)
    return () => observer.disconnect()
  }, [])
  return { follow, element, room }
}
