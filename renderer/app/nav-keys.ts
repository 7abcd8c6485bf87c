import type { KeyboardEvent } from 'react'

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
}

/** ↑ ↓ Home End among the links and buttons inside `holder` that are not inside a list of their own. True when the key was one of them. */
export function stepAmong(event: KeyboardEvent, holder: Element | null): boolean {
  const step = steps[event.key]
  if (!step || !holder) return false
  const items = [...holder.querySelectorAll<HTMLElement>('a, button')].filter(item => item.closest('[data-steps]') === holder)
  const at = items.findIndex(item => item === document.activeElement)
  if (at < 0) return false
  event.preventDefault()
  event.stopPropagation()
  items[step(at, items.length)]?.focus()
  return true
}
