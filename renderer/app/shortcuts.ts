import { useEffect, useRef } from 'react'

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
  when?(): boolean
  perform(): void
}

type Entry = { readonly actions: () => readonly Action[]; readonly barrier: boolean }

const stack: Entry[] = []

/** Those that can be done now, the newest screen first; a dialog hides what is under it. */
export function activeActions(): readonly Action[] {
  const from = stack.findLastIndex(entry => entry.barrier)
  return stack
    .slice(Math.max(0, from))
    .reverse()
    .flatMap(entry => entry.actions())
    .filter(action => action.when?.() ?? true)
}

/** The keys of an event, as actions name them. */
export function keysOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  const shift = event.shiftKey && (event.key.length > 1 || /^[A-Z]$/.test(key))
  return [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', shift ? 'Shift' : '', key].filter(Boolean).join(' ')
}

const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && target.matches('input:not([type=checkbox],[type=radio]),textarea,select,[contenteditable]')

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing) return
  const keys = keysOf(event)
  const typing = isTyping(event.target)
  const action = activeActions().find(a => a.keys === keys && (!typing || a.typing))
  if (!action) return
  event.preventDefault()
  action.perform()
}

/** Does what the window's menu asks for; nothing when no screen offers it now. */
export function performCommand(command: string) {
  activeActions().find(action => action.command === command)?.perform()
}

function enter(entry: Entry) {
  if (stack.length === 0) window.addEventListener('keydown', onKeyDown)
  stack.push(entry)
  return () => {
    stack.splice(stack.indexOf(entry), 1)
    if (stack.length === 0) window.removeEventListener('keydown', onKeyDown)
  }
}

/** Offers actions while the component is mounted. A newer one with the same keys comes first. */
export function useActions(actions: readonly Action[]) {
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => enter({ actions: () => latest.current, barrier: false }), [])
}

/** While it is true, the keys of the screens below do nothing. */
export function useBarrier(on: boolean) {
  useEffect(() => (on ? enter({ actions: () => [], barrier: true }) : undefined), [on])
}
