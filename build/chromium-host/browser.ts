import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { argument } from './args.ts'
import { installedChromium } from './chromium.ts'

/** Is there a screen to show a window on? */
export const hasDisplay = process.platform === 'win32' || process.platform === 'darwin' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])

/** Nothing listens there. */
export const deadProxy = '127.0.0.1:9'

/** No address but our own exists, and the browser does nothing on its own account. */
const quiet = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  // What main asks of each page and of the session.
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  `--proxy-server=${deadProxy}`,
  '--proxy-bypass-list=<-loopback>',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-breakpad',
  '--no-first-run',
  '--test-type',
  '--no-pings',
  '--disable-features=Translate,OptimizationHints,MediaRouter,SpellcheckService',
]
const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
const debuggingPort = argument('remote-debugging-port')

interface Running {
  readonly context: BrowserContext
  readonly folder: string
}

const running: Running[] = []
let visible: Promise<BrowserContext> | undefined
let hidden: Promise<BrowserContext> | undefined
let windows = 0

/** Shows pages: on the screen where there is one, headless elsewhere. */
const visibleBrowser = () =>
  (visible ??= launch(!hasDisplay, ['--app=data:text/html,', ...(debuggingPort ? [`--remote-debugging-port=${debuggingPort}`] : [])]))
/** For windows that are never shown. On a screen that takes a second, headless browser. */
const hiddenBrowser = () => (hidden ??= hasDisplay ? launch(true, []) : visibleBrowser())

/** Every window of this process stays hidden: it only prints. */
export function hideAll(): void {
  windows = 1
}

/** A blank page for one window: the first is the program's own, later ones stay hidden. */
export async function openPage(): Promise<Page> {
  if (windows++ > 0) return (await hiddenBrowser()).newPage()
  const context = await visibleBrowser()
  return context.pages()[0] ?? context.newPage()
}

/** A blank page in the place of one that is gone. */
export async function replacePage(gone: Page): Promise<Page> {
  const page = await gone.context().newPage()
  await gone.close().catch(() => undefined)
  return page
}

const clipboardOrigin = 'https://clipboard.host.invalid'
let forClipboard: Promise<Page> | undefined

/** A page of the host's own that may read the clipboard, which no page of the program may. */
export function clipboardPage(): Promise<Page> {
  return (forClipboard ??= (async () => {
    const context = await visibleBrowser()
    const page = await context.newPage()
    await page.route('**/*', route => route.fulfill({ contentType: 'text/html', body: '' }))
    await page.goto(clipboardOrigin)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: clipboardOrigin })
    return page
  })())
}

/** Starts the browser, so that a missing one is known before a window is made. */
export async function startBrowser(): Promise<void> {
  await visibleBrowser()
}

async function launch(headless: boolean, args: readonly string[]): Promise<BrowserContext> {
  const executablePath = installedChromium()
  if (!executablePath) throw new Error('No Chromium, Chrome or Edge is installed.')
  const folder = await mkdtemp(join(tmpdir(), 'zugong-chromium-'))
  await mkdir(join(folder, 'Default'))
  await writeFile(join(folder, 'Default/Preferences'), JSON.stringify({ translate: { enabled: false } }))
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    headless,
    viewport: null,
    locale: 'zh-CN',
    env: { ...process.env, LANGUAGE: 'zh_CN' },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ignoreDefaultArgs: ['--enable-automation', 'about:blank'],
    args: [...quiet, ...asRoot, ...args, '--window-size=1366,768'],
  })
  running.push({ context, folder })
  // For a program that ends without stopBrowsers; Playwright ends the browser itself.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return context
}

/** Ends every browser of this program and wipes what it kept. */
export async function stopBrowsers(): Promise<void> {
  visible = undefined
  hidden = undefined
  forClipboard = undefined
  for (const { context, folder } of running.splice(0)) {
    await context.close().catch(() => undefined)
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
