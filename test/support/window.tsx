import { cleanup, configure, render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { onTestFinished } from 'vitest'
import { App } from '../../renderer/app/App.tsx'
import { startRouter } from '../../renderer/app/router.ts'
import type { Bridge } from '../../shared/api/bridge.ts'
import type { ShellName } from '../../shared/api/contract.ts'
import { createTestApp } from './app.ts'

// A real office answers at its own pace, and a busy machine may stand still for seconds; what never comes fails all the same.
configure({ asyncUtilTimeout: 20_000 })

/** What the window's own dialogs answer: the user at the file dialog. */
export type Answers = Partial<Record<ShellName, (input: unknown) => unknown>>

type Options = Parameters<typeof createTestApp>[0] & { readonly at?: string; readonly answers?: Answers }
type TestApp = Awaited<ReturnType<typeof createTestApp>>

/** jsdom lays nothing out: every element is two thirds of the window, so that long lists show rows. */
function layOut(width: number, height: number) {
  const [high, wide] = [(height * 2) / 3, (width * 2) / 3]
  const size = { offsetHeight: high, offsetWidth: wide, clientHeight: high, clientWidth: wide }
  for (const [name, value] of Object.entries(size)) Object.defineProperty(HTMLElement.prototype, name, { configurable: true, value })
  window.innerWidth = width
  window.innerHeight = height
}

/** The bridge as preload would give it, to this application. Values cross as copies. */
export function bridgeTo(test: TestApp, answers: Answers = {}): Bridge {
  const isShell = (name: string): name is ShellName => name.startsWith('shell.')
  return {
    async call(name, input) {
      if (isShell(name)) return { ok: true, value: answers[name]?.(input) ?? null }
      return structuredClone(await test.app.call(name, structuredClone(input)))
    },
    subscribe(listener) {
      test.listeners.add(listener)
      return () => test.listeners.delete(listener)
    },
  }
}

/** The whole window over the real application: what a user sees and does. */
export async function openWindow({ at = '/', answers = {}, ...options }: Options = {}) {
  const test = await createTestApp(options)
  return { ...test, ...showWindow(test, at, answers) }
}

/** The window for an application that is already prepared. */
export function showWindow(test: TestApp, at = '/', answers: Answers = {}) {
  layOut(1440, 900)
  Object.defineProperty(window, 'bridge', { configurable: true, value: bridgeTo(test, answers) })
  window.history.replaceState(null, '', `#${at}`)
  startRouter()
  const view = render(<App />)
  onTestFinished(cleanup)
  return { view, user: userEvent.setup() }
}
