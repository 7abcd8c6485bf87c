/**
 * The part of Electron's API that `main/` uses, on Node and an installed Chromium, for machines that can't have Electron's own binary (offline build servers, CI).
 * Each part is checked against electron.d.ts. Never packaged.
 */
import { app } from './app.ts'
import { clipboard } from './clipboard.ts'
import { dialog } from './dialog.ts'
import { ipcMain } from './ipc.ts'
import { Menu, powerMonitor, shell } from './desktop.ts'
import { net } from './net.ts'
import { protocol, session } from './session.ts'
import { BrowserWindow } from './window.ts'

export { app, BrowserWindow, clipboard, dialog, ipcMain, Menu, net, powerMonitor, protocol, session, shell }
