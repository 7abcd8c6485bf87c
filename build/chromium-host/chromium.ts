import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge']
const windowsFolders = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']]
const windowsPaths = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe', 'Chromium/Application/chrome.exe']
const macPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The installed Chromium, Chrome or Edge, or undefined. ZUGONG_CHROMIUM names another. */
export function installedChromium(): string | undefined {
  return candidates().find(path => existsSync(path))
}

function candidates(): readonly string[] {
  const chosen = process.env['ZUGONG_CHROMIUM']
  if (chosen) return [chosen]
  if (process.platform === 'win32') return windowsFolders.flatMap(folder => (folder ? windowsPaths.map(p => join(folder, p)) : []))
  if (process.platform === 'darwin') return macPaths
  return names.flatMap(name => (process.env['PATH'] ?? '').split(delimiter).map(folder => join(folder, name)))
}
