import { use, useEffect, useRef, useState } from 'react'
import { LayerContext, topLayer } from '../ui/layer.ts'

/** Something the user can do by a key, a menu item, or both. */
export interface Action {
  /** A verb and its object, for the list of keys. */
  readonly name: string
  /** `Ctrl K`, `Alt 1`, `N`, `/`, `[`. A bare key does nothing while one types. */
  readonly keys: string
  /** The command by which the window's menu asks for it. */
  readonly command?: string
  /** Also while one types; chords with Ctrl or Alt usually do. */
  readonly typing?: boolean
  /** Also while a dialog lies over the screen. */
  readonly always?: boolean
  when?(): boolean
  perform(): void
}

interface Entry {
  readonly layer: number
  /** A frame is rendered before what is in it, though its effects come after. */
  readonly order: number
  readonly actions: () => readonly Action[]
}

const entries: Entry[] = []
let rendered = 0

/** Those that can be done now, the newest screen first; a dialog hides what is under it. */
export function activeActions(): readonly Action[] {
  const top = topLayer()
  return entries
    .toReversed()
    .flatMap(entry => entry.actions().filter(action => action.always || entry.layer >= top))
    .filter(action => action.when?.() ?? true)
}

/** The keys of an event, as actions name them. */
export function keysOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  const shift = event.shiftKey && (event.key.length > 1 || /^[A-Z]$/.test(key))
  return [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', shift ? 'Shift' : '', key].filter(Boolean).join(' ')
}

/** Keys as they stand on the keyboard. */
export const keyLabel = (keys: string): string => keys.replace('ArrowLeft', '←').replace('ArrowRight', '→').replace('ArrowUp', '↑').replace('ArrowDown', '↓')

/** In a field or an open menu a letter means a letter. */
const takesLetters = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.matches('input:not([type=checkbox],[type=radio]),textarea,select,[contenteditable]') || target.closest('.MuiPopover-root') !== null)

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing) return
  const keys = keysOf(event)
  const typing = takesLetters(event.target)
  const action = activeActions().find(a => a.keys === keys && (!typing || a.typing))
  if (!action) return
  event.preventDefault()
  action.perform()
}

/** Does what the window's menu asks for; nothing when no screen offers it now. */
export function performCommand(command: string) {
  activeActions()
    .find(action => action.command === command)
    ?.perform()
}

/** Offers actions while the component is mounted. A newer one with the same keys comes first. */
export function useActions(actions: readonly Action[]) {
  const layer = use(LayerContext)
  const [order] = useState(() => rendered++)
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => {
    const entry = { layer, order, actions: () => latest.current }
    if (entries.length === 0) window.addEventListener('keydown', onKeyDown)
    entries.push(entry)
    entries.sort((a, b) => a.order - b.order)
    return () => {
      entries.splice(entries.indexOf(entry), 1)
      if (entries.length === 0) window.removeEventListener('keydown', onKeyDown)
    }
  }, [layer, order])
}
