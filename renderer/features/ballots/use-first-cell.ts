import { type RefObject, useEffect } from 'react'

/** The keyboard begins in the first cell of the grid within, once the grid has laid out its rows. */
export function useFirstCell(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const timer = setTimeout(() => frame.current?.querySelector<HTMLElement>('td input')?.focus())
    return () => clearTimeout(timer)
  }, [frame])
}
