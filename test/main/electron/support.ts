import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { BrowserWindow, session as sessions, type Session, type WebContents } from 'electron'
import { build } from 'vite'
import { bundles } from '../../../build/bundle.config.ts'
import { stopBrowsers } from '../../../build/chromium-host/browser.ts'
import { root } from '../../../build/root.ts'
import { guardContents, guardSession } from '../../../main/electron/guard.ts'
import { serve } from '../../../main/electron/ipc.ts'
import { registerScheme, serveFolder } from '../../../main/electron/scheme.ts'

export const pages = join(root, 'test/fixtures/pages')

interface Shell {
  readonly session: Session
  /** Who called what, as the window process heard it. */
  readonly heard: { readonly name: string; readonly input: unknown }[]
  stop(): Promise<void>
}

/** The window process without its engine: the test answers the calls itself. */
export async function startShell(answer: (name: string, sender: WebContents) => unknown = name => ({ ok: true, value: name })): Promise<Shell> {
  await ensurePreload()
  registerScheme()
  guardContents()
  const session = sessions.fromPartition('zugong')
  serveFolder(session, pages)
  guardSession(session)
  const heard: Shell['heard'] = []
  serve(async (name, input, sender) => {
    heard.push({ name, input })
    return answer(name, sender)
  })
  return {
    session,
    heard,
    async stop() {
      for (const window of BrowserWindow.getAllWindows()) window.destroy()
      await stopBrowsers()
    },
  }
}

async function ensurePreload(): Promise<void> {
  if (existsSync(join(root, 'dist/main/preload.cjs'))) return
  const config = bundles('production').find(b => JSON.stringify(b.build?.rolldownOptions).includes('preload.ts'))
  if (config) await build(config)
}
