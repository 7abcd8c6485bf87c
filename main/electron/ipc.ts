import { ipcMain, type WebContents } from 'electron'
import type { Push } from '../../shared/api/bridge.ts'
import { origin } from './scheme.ts'

type MayCall = (name: string) => boolean

const trusted = new WeakMap<WebContents, MayCall>()

/** Windows of our own, and which endpoints each may call. */
export function trust(contents: WebContents, mayCall: MayCall): void {
  trusted.set(contents, mayCall)
}

/** The only channel in. A message from a frame, a page or a window that is not ours is refused before anything reads it. */
export function serve(call: (name: string, input: unknown, sender: WebContents) => Promise<unknown>): void {
  ipcMain.handle('call', (event, name: unknown, input: unknown) => {
    const frame = event.senderFrame
    const mayCall = trusted.get(event.sender)
    if (!mayCall || !frame || frame !== event.sender.mainFrame || !frame.url.startsWith(`${origin}/`)) throw new Error('untrusted sender')
    if (typeof name !== 'string' || !mayCall(name)) throw new Error('untrusted call')
    return call(name, input, event.sender)
  })
}

/** The only channel out. */
export const push = (contents: WebContents, message: Push): void => {
  if (!contents.isDestroyed()) contents.send('push', message)
}
