import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { dirname } from 'node:path'
import type Electron from 'electron'
import { hasDisplay } from './browser.ts'

/** Chromium shows no application menu, and the page's own keys work without one: items are kept, and clicked by tests only. */
class HostMenu {
  readonly items: readonly HostMenuItem[]

  constructor(items: readonly HostMenuItem[]) {
    this.items = items
  }

  getMenuItemById(id: string): HostMenuItem | null {
    return this.items.flatMap(item => [item, ...(item.submenu?.items ?? [])]).find(item => item.id === id) ?? null
  }
}

interface HostMenuItem {
  readonly id: string
  readonly label: string
  enabled: boolean
  readonly submenu?: HostMenu
  readonly click: () => void
}

let applicationMenu: HostMenu | null = null

function buildMenu(template: readonly Electron.MenuItemConstructorOptions[]): HostMenu {
  return new HostMenu(
    template.map(({ id = '', label = '', enabled = true, submenu, click }) => ({
      id,
      label,
      enabled,
      ...(Array.isArray(submenu) ? { submenu: buildMenu(submenu) } : {}),
      click: () => Reflect.apply(click ?? (() => undefined), undefined, []),
    })),
  )
}

export const Menu = {
  buildFromTemplate: buildMenu,
  setApplicationMenu(menu: HostMenu | null): void {
    applicationMenu = menu
  },
  getApplicationMenu: (): HostMenu | null => applicationMenu,
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
