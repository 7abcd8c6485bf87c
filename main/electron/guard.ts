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
  // What is no request of a page (a call between browsers, a name looked up ahead) would pass the line above; behind a proxy that does not exist it ends.
  void session.setProxy({ proxyRules: '127.0.0.1:9', proxyBypassRules: '<-loopback>' })
  session.setSpellCheckerEnabled(false)
  session.on('will-download', event => event.preventDefault())
}

/** Before anything is made: every page in its sandbox, no crash dumps (they hold what was on the screen), and nobody drives an installed program from outside. */
export function guardProgram(): void {
  app.enableSandbox()
  app.commandLine.appendSwitch('disable-breakpad')
  if (app.isPackaged) for (const door of ['remote-debugging-port', 'remote-debugging-pipe']) app.commandLine.removeSwitch(door)
}

/** Every window stays where it was opened: no navigation, no new windows, no embedded pages. */
export function guardContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', event => event.preventDefault())
    contents.on('will-redirect', event => event.preventDefault())
    contents.on('will-frame-navigate', event => event.preventDefault())
    contents.on('will-attach-webview', event => event.preventDefault())
    // The policy of our pages forbids calls between browsers; should one get by, it finds no way out.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  })
}
