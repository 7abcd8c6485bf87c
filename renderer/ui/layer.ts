import { createContext, use, useEffect } from 'react'

/** How deep something lies: 0 is a page, 1 a dialog over it, 2 a dialog over that. */
export const LayerContext = createContext(0)

const open: number[] = []

/** The layer that has the keyboard. */
export const topLayer = (): number => Math.max(0, ...open)

/** A surface that takes the keyboard from what lies `by` layers under it while `on`. Its content stands in the layer returned. */
export function useLayer(on: boolean, by = 1): number {
  const layer = use(LayerContext) + by
  useEffect(() => {
    if (!on) return
    open.push(layer)
    return () => {
      open.splice(open.indexOf(layer), 1)
    }
  }, [on, layer])
  return layer
}
