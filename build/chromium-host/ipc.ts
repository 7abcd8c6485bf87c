import type Electron from 'electron'
import type { WebContents } from './contents.ts'

/** A frame of a page, as the receiver of a message sees it. */
export interface HostFrame {
  readonly url: string
}

export interface HostInvokeEvent {
  readonly sender: WebContents
  readonly senderFrame: HostFrame
}

type Handler = (event: HostInvokeEvent, ...args: unknown[]) => unknown

const handlers = new Map<string, Handler>()

export const ipcMain = {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
  removeHandler(channel: string): void {
    handlers.delete(channel)
  },
}
ipcMain satisfies { [K in keyof typeof ipcMain]: K extends keyof typeof Electron.ipcMain ? (...args: never[]) => void : never }

/** Runs the handler of a channel for a page's `ipcRenderer.invoke`. */
export async function invoke(event: HostInvokeEvent, channel: string, args: readonly unknown[]): Promise<unknown> {
  const handler = handlers.get(channel)
  if (!handler) throw new Error(`No handler registered for '${channel}'`)
  return handler(event, ...args)
}
