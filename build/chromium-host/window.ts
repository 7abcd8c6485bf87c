import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { app } from './app.ts'
import { WebContents } from './contents.ts'
import type { HostSession } from './session.ts'

interface Options {
  readonly webPreferences: {
    readonly preload: string
    readonly session: HostSession
    readonly sandbox: boolean
    readonly contextIsolation: boolean
    readonly nodeIntegration: boolean
    readonly webSecurity: boolean
    readonly webviewTag: boolean
  }
}

const windows = new Set<BrowserWindow>()

/** One page is one window. Size, place and menu are Chromium's own. */
export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents

  constructor({ webPreferences }: Options) {
    super()
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = webPreferences
    if (!sandbox || !contextIsolation || nodeIntegration || !webSecurity || webviewTag) throw new Error('chromium-host opens sandboxed, isolated windows only')
    this.webContents = new WebContents(webPreferences)
    windows.add(this)
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'))
    this.webContents.once('destroyed', () => {
      windows.delete(this)
      this.emit('closed')
      if (windows.size === 0) app.emit('window-all-closed')
    })
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...windows].find(w => w.webContents === contents) ?? null
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows]
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  destroy(): void {
    this.webContents.destroy()
  }

  isDestroyed(): boolean {
    return this.webContents.isDestroyed()
  }

  isMinimized(): boolean {
    return false
  }

  show(): void {}
  focus(): void {}
  restore(): void {}
}

type Provided = 'loadURL' | 'destroy' | 'isDestroyed' | 'isMinimized' | 'show' | 'focus' | 'restore'
void ((window: BrowserWindow) => window satisfies Pick<Electron.BrowserWindow, Provided>)
