import { app, type Session } from 'electron'
import { origin } from './scheme.ts'

const ours = (url: string) => url.startsWith(`${origin}/`)
/** DevTools exist in an unpackaged run only, and live under their own scheme. */
const devtools = (url: string) => !app.isPackaged && url.startsWith('devtools://')

/** Putting text that the user copies on the clipboard; reading it is not among them. */
const harmless = 'clipboard-sanitized-write'

/** No other permission is ever granted, and no request leaves the program. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === harmless))
  session.setPermissionCheckHandler((_contents, permission) => permission === harmless)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) => {
    const inPage = details.url.startsWith('data:') || details.url.startsWith('blob:')
    answer({ cancel: !(ours(details.url) || inPage || devtools(details.url)) })
  })
  session.setSpellCheckerEnabled(false)
  session.on('will-download', event => event.preventDefault())
}

/** Every window stays where it was opened: no navigation, no new windows, no embedded pages. */
export function guardContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', event => event.preventDefault())
    contents.on('will-redirect', event => event.preventDefault())
    contents.on('will-frame-navigate', event => event.preventDefault())
    contents.on('will-attach-webview', event => event.preventDefault())
  })
}
