import { EventEmitter } from 'node:events'
import { readFile } from 'node:fs/promises'
import type Electron from 'electron'
import type { CDPSession, Page, Route } from 'playwright-core'
import { fromBrowser, toBrowser } from './address.ts'
import { app, HostEvent } from './app.ts'
import { openPage, replacePage } from './browser.ts'
import { type HostFrame, invoke } from './ipc.ts'
import { bindingName, pageSide } from './page-side.ts'
import type { HostSession } from './session.ts'

interface Opened {
  readonly page: Page
  readonly devtools: CDPSession
}

interface Preferences {
  readonly preload: string
  readonly session: HostSession
}

/** One page, with what `main/` asks of Electron's WebContents. */
export class WebContents extends EventEmitter {
  readonly session: HostSession
  readonly mainFrame: HostFrame
  readonly #preload: string
  #opened: Promise<Opened>
  readonly #frames = new Map<number, string>()
  /** Heard, not asked for: a page that is busy with its scripts would answer late. */
  #mainFrameId = ''
  #openHandler: (details: { url: string }) => { action: 'allow' | 'deny' } = () => ({ action: 'allow' })
  #url = ''
  #loading = ''
  #destroyed = false

  constructor({ preload, session }: Preferences) {
    super()
    this.session = session
    const url = () => this.#url
    this.mainFrame = {
      get url() {
        return url()
      },
    }
    this.#preload = preload
    this.#opened = openPage().then(page => this.#open(page))
    // The first who awaits hears of a failure; nobody has to.
    this.#opened.catch(() => undefined)
    app.emit('web-contents-created', new HostEvent(), this)
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  getURL(): string {
    return this.#url
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: 'allow' | 'deny' }): void {
    this.#openHandler = handler
  }

  /** Chromium's own policy keeps a page of ours from it; see the tests. */
  setWebRTCIPHandlingPolicy(_policy: string): void {}

  async loadURL(url: string): Promise<void> {
    const { page } = await this.#opened
    this.#loading = url
    await page.goto(toBrowser(url), { waitUntil: 'load', timeout: 0 })
    this.emit('did-finish-load')
  }

  async executeJavaScript(code: string): Promise<unknown> {
    const { page } = await this.#opened
    return page.evaluate(code)
  }

  async printToPDF(options: { printBackground?: boolean; preferCSSPageSize?: boolean; generateTaggedPDF?: boolean }): Promise<Buffer> {
    const { devtools } = await this.#opened
    const { stream } = await devtools.send('Page.printToPDF', { ...options, transferMode: 'ReturnAsStream' })
    if (stream === undefined) throw new Error('Failed to generate PDF')
    const parts: Buffer[] = []
    for (let eof = false; !eof;) {
      const part = await devtools.send('IO.read', { handle: stream, size: 1 << 20 })
      parts.push(Buffer.from(part.data, part.base64Encoded ? 'base64' : 'utf8'))
      eof = part.eof
    }
    await devtools.send('IO.close', { handle: stream })
    return Buffer.concat(parts)
  }

  /** The system's print dialog belongs to Electron; here there is no printer. */
  print(_options: object, done: (success: boolean, failureReason: string) => void): void {
    setImmediate(() => done(false, ''))
  }

  send(channel: string, value: unknown): void {
    void this.#tell({ push: channel, value })
  }

  destroy(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    void this.#opened.then(({ page }) => page.close()).catch(() => undefined)
    this.emit('destroyed')
  }

  /** A page that hangs or is to be got rid of; what follows is as if it had fallen by itself. */
  forcefullyCrashRenderer(): void {
    void this.#opened.then(({ devtools }) => devtools.send('Page.crash')).catch(() => undefined)
  }

  /** The text that a person types over this page, or null: how the stand-in shows a file dialog. */
  async ask(question: string, suggested: string): Promise<string | null> {
    const { page } = await this.#opened
    return page.evaluate(([text, value]) => window.prompt(text, value), [question, suggested] as const)
  }

  async #open(page: Page): Promise<Opened> {
    const devtools = await page.context().newCDPSession(page)
    devtools.on('Runtime.executionContextCreated', ({ context }) => this.#frames.set(context.id, String(context.auxData?.['frameId'])))
    devtools.on('Runtime.executionContextDestroyed', ({ executionContextId }) => this.#frames.delete(executionContextId))
    devtools.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) this.#mainFrameId = frame.id
    })
    devtools.on('Runtime.bindingCalled', call => {
      if (call.name === bindingName) void this.#called(call.executionContextId, call.payload)
    })
    await devtools.send('Page.enable')
    await devtools.send('Runtime.enable')
    await devtools.send('Runtime.addBinding', { name: bindingName })
    await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: pageSide(await readFile(this.#preload, 'utf8')) })
    // Without a listener Playwright would dismiss a question that a person is to answer.
    page.on('dialog', () => undefined)
    page.on('popup', popup => {
      if (this.#openHandler({ url: fromBrowser(popup.url()) }).action === 'deny') void popup.close()
    })
    page.on('framenavigated', frame => {
      if (frame === page.mainFrame()) this.#url = fromBrowser(frame.url())
    })
    let gone = false
    page.on('crash', () => {
      gone = true
      // A tab of Chromium whose process is gone can't be loaded again as Electron's can: another takes its place.
      this.#opened = replacePage(page).then(next => this.#open(next))
      this.#opened.catch(() => undefined)
      this.emit('render-process-gone', new HostEvent(), { reason: 'crashed', exitCode: 0 })
    })
    page.on('close', () => {
      if (gone) return
      this.#destroyed = true
      this.emit('destroyed')
    })
    await page.route('**/*', route => this.#requested(page, route))
    await this.session.denyUngranted(devtools, this)
    return { page, devtools }
  }

  /** A request of the page: a navigation that nobody here asked for is put to the guards first. */
  async #requested(page: Page, route: Route): Promise<void> {
    const request = route.request()
    const url = fromBrowser(request.url())
    if (request.isNavigationRequest()) {
      const main = request.frame() === page.mainFrame()
      const asked = main && [this.#loading, this.#url].some(known => url === withoutHash(known))
      const event = new HostEvent()
      if (!asked) this.emit(main ? 'will-navigate' : 'will-frame-navigate', event, url)
      if (event.defaultPrevented) return route.abort('aborted')
    }
    const answer = await this.session.answer(url, request.method(), request.headers(), request.resourceType())
    if (!answer) return route.abort('blockedbyclient')
    await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body: Buffer.from(await answer.arrayBuffer()) })
  }

  async #called(contextId: number, payload: string): Promise<void> {
    const { page } = await this.#opened
    const { id, channel, args }: { id: number; channel: string; args: unknown[] } = JSON.parse(payload)
    const senderFrame = this.#frames.get(contextId) === this.#mainFrameId ? this.mainFrame : { url: fromBrowser(page.url()) }
    try {
      await this.#tell({ id, value: await invoke({ sender: this, senderFrame }, channel, args) }, contextId)
    } catch (error) {
      await this.#tell({ id, error: String(error) }, contextId)
    }
  }

  /** A page that is gone, or still loading, hears nothing, as in Electron. */
  async #tell(message: object, contextId?: number): Promise<void> {
    const { devtools } = await this.#opened
    const expression = `globalThis.${bindingName}?.(JSON.parse(${JSON.stringify(JSON.stringify(message))}))`
    await devtools.send('Runtime.evaluate', { expression, ...(contextId === undefined ? {} : { contextId }) }).catch(() => undefined)
  }
}

/** What follows # is for the page, and no part of a request. */
const withoutHash = (url: string): string => url.replace(/#.*$/s, '')

type Provided = 'setWebRTCIPHandlingPolicy' | 'isDestroyed' | 'getURL' | 'forcefullyCrashRenderer' | 'executeJavaScript' | 'printToPDF' | 'send'
void ((contents: WebContents) => contents satisfies Pick<Electron.WebContents, Provided>)
