import { join } from 'node:path'
import { app, BrowserWindow, type Session, type WebPreferences } from 'electron'
import { trust } from './ipc.ts'
import { pageUrl } from './scheme.ts'

/** What every window of ours is made with: a page without rights, one door out. */
export const webPreferences = (session: Session): WebPreferences => ({
  preload: join(app.getAppPath(), 'dist/main/preload.cjs'),
  session,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: !app.isPackaged,
})

/** The program's one window. Its place and size are kept by Electron under its name. */
export function openMainWindow(session: Session): BrowserWindow {
  const window = new BrowserWindow({
    name: 'main',
    windowStatePersistence: true,
    title: '组工台账',
    width: 1366,
    height: 768,
    minWidth: 1100,
    minHeight: 700,
    backgroundColor: '#F6F4F0',
    show: false,
    webPreferences: webPreferences(session),
  })
  trust(window.webContents, name => name !== 'shell.printJob')
  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', event => event.preventDefault())
  void window.loadURL(pageUrl('index'))
  return window
}
