import { type ComponentType, type LazyExoticComponent, lazy, useCallback, useState, useSyncExternalStore } from 'react'
import type { PlaceName } from './places.ts'

export interface PageProps {
  /** What the pattern's `:names` stand for. */
  readonly params: Readonly<Record<string, string>>
  /** What follows `?` in the address. */
  readonly query: URLSearchParams
}

export interface Route {
  readonly pattern: string
  /** The place of the navigation that is lit. */
  readonly place: PlaceName | null
  readonly Page: LazyExoticComponent<ComponentType<PageProps>>
  /** Fetches the page before anyone opens it. */
  fetch(): Promise<unknown>
}

/** A page that is loaded when it is first opened. */
export const page = (place: PlaceName | null, pattern: string, load: () => Promise<ComponentType<PageProps>>): Route => ({
  pattern,
  place,
  Page: lazy(async () => ({ default: await load() })),
  fetch: load,
})

/** The names in a pattern with what a path has in their place; undefined when it is another path. */
export function match(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [i, part] of wanted.entries()) {
    const actual = given[i] ?? ''
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(actual)
    else if (part !== actual) return undefined
  }
  return params
}

export interface Spot {
  readonly path: string
  readonly query: URLSearchParams
  /** One entry of the history: the same place opened twice has two. */
  readonly entry: string
}

/** What an entry of the history carries. */
interface EntryState {
  readonly entry: string
  readonly index: number
  readonly organizationId?: string | undefined
  readonly year?: number | undefined
}

const isEntry = (state: unknown): state is EntryState => typeof state === 'object' && state !== null && 'entry' in state && 'index' in state
const listeners = new Set<() => void>()
let counter = 0
let index = 0
let spot: Spot = { path: '/', query: new URLSearchParams(), entry: '' }
let guard: ((leave: () => void) => void) | undefined
let stepping = false

function readSpot() {
  const [path = '/', query = ''] = (window.location.hash.slice(1) || '/').split('?')
  if (!isEntry(window.history.state)) {
    index += 1
    window.history.replaceState({ entry: `${Date.now()}-${counter++}`, index }, '')
  }
  const state: unknown = window.history.state
  if (isEntry(state)) {
    index = state.index
    spot = { path, query: new URLSearchParams(query), entry: state.entry }
  }
  for (const listener of listeners) listener()
}

function onPop() {
  const state: unknown = window.history.state
  if (stepping) {
    stepping = false
    return
  }
  if (guard && isEntry(state) && state.index !== index) {
    const back = state.index - index
    stepping = true
    window.history.go(-back)
    guard(() => window.history.go(back))
    return
  }
  readSpot()
}

function onClick(event: MouseEvent) {
  const anchor = event.target instanceof Element ? event.target.closest('a[href^="#/"]') : null
  if (!anchor || event.defaultPrevented || event.button !== 0) return
  event.preventDefault()
  navigate((anchor.getAttribute('href') ?? '#/').slice(1))
}

/** Begins to follow the address. Called once, before the first render. */
export function startRouter() {
  window.addEventListener('popstate', onPop)
  document.addEventListener('click', onClick)
  readSpot()
}

/** Opens a place: `/people/abc?tab=study`. Asks first where something is unsaved. */
export function navigate(to: string, { replace = false }: { replace?: boolean } = {}) {
  const leave = () => {
    if (!replace) index += 1
    const state = { entry: `${Date.now()}-${counter++}`, index }
    if (replace) window.history.replaceState(state, '', `#${to}`)
    else window.history.pushState(state, '', `#${to}`)
    readSpot()
  }
  if (guard) guard(leave)
  else leave()
}

/** Back to where one came from. */
export const goBack = () => window.history.back()

/** While set, leaving asks: it is given what to do if the answer is yes. */
export function setGuard(ask: ((leave: () => void) => void) | undefined) {
  guard = ask
}

const follow = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The place in view. */
export const useSpot = (): Spot => useSyncExternalStore(follow, () => spot)

const kept = new Map<string, unknown>()

/**
 * State that waits for the user to come back: filters, the current row, where a list was scrolled to. It belongs to one entry of
 * the history, so opening the same place afresh starts afresh.
 */
export function useKept<T>(name: string, initial: T): readonly [T, (value: T) => void] {
  const [key] = useState(() => `${spot.entry} ${name}`)
  // oxlint-disable-next-line typescript/consistent-type-assertions -- what one name kept is what the same name set
  const [value, setValue] = useState<T>(() => (kept.has(key) ? (kept.get(key) as T) : initial))
  const keep = useCallback(
    (next: T) => {
      kept.set(key, next)
      setValue(next)
    },
    [key],
  )
  return [value, keep]
}

/** Where a list was scrolled to, for DataTable's `scroll`. Moves without rendering. */
export function useKeptScroll(name: string): { readonly top: number; keep(top: number): void } {
  const [held] = useState(() => {
    const key = `${spot.entry} scroll ${name}`
    const before = kept.get(key)
    return { top: typeof before === 'number' ? before : 0, keep: (top: number) => void kept.set(key, top) }
  })
  return held
}

/** Writes what the top bar holds into the entry in view, so that a reload finds it. */
export function noteScope(organizationId: string | undefined, year: number) {
  const state: unknown = window.history.state
  if (isEntry(state)) window.history.replaceState({ ...state, organizationId, year }, '')
}

/** What the top bar held when this entry was last in view. */
export function notedScope(): { readonly organizationId?: string | undefined; readonly year?: number | undefined } {
  const state: unknown = window.history.state
  return isEntry(state) ? state : {}
}
