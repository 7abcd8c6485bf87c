import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { dirname } from 'node:path'
import type Electron from 'electron'
import { hasDisplay } from './browser.ts'

/** Chromium shows no application menu; the page's own keys work without one. */
export const Menu = {
  buildFromTemplate: (template: readonly Electron.MenuItemConstructorOptions[]) => ({ template }),
  setApplicationMenu: (_menu: object | null): void => undefined,
}

/** This machine's power events don't reach a plain Node program. */
export const powerMonitor = new EventEmitter()

function open(path: string): void {
  if (!hasDisplay || process.platform !== 'linux') return console.log(`Would open ${path}`)
  spawn('xdg-open', [path], { stdio: 'ignore', detached: true })
    .on('error', () => console.log(`Would open ${path}`))
    .unref()
}

export const shell = {
  showItemInFolder: (path: string): void => open(dirname(path)),
  openPath: async (path: string): Promise<string> => {
    open(path)
    return ''
  },
}
shell satisfies Pick<typeof Electron.shell, 'showItemInFolder' | 'openPath'>
