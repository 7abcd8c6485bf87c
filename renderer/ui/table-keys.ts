import type { KeyboardEvent } from 'react'

/** Where a key moves the current row; undefined when it is no such key. `page` is how many rows are in view. */
export function moved(key: string, at: number, count: number, page: number): number | undefined {
  const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }[key]
  if (step !== undefined) return Math.min(count - 1, Math.max(0, at < 0 ? 0 : at + step))
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return undefined
}

/** True where a key belongs to something inside the table: a field, a button of a cell. */
export const fromWithin = (event: KeyboardEvent) =>
  event.target !== event.currentTarget &&
  event.target instanceof HTMLElement &&
  event.target.matches('input:not([type=checkbox]),textarea,select,[contenteditable]')
