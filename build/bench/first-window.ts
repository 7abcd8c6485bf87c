import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { bundleIfStale } from '../bundle.ts'
import { freePort } from '../free-port.ts'
import { root } from '../root.ts'
import { ensureRuntime, type Runtime } from '../runtime.ts'
import { type Figure, times } from './figure.ts'
import { compare } from './measure.ts'

/** The least program that shows a window: same runtime, same protections, one word on the page. */
const emptyMain = (preload: string) => `
const { app, BrowserWindow, protocol, session } = require('electron')
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
app.enableSandbox()
app.whenReady().then(() => {
  const own = session.fromPartition('empty')
  own.protocol.handle('app', () => new Response('<!doctype html><title>empty</title><p>empty</p>', { headers: { 'content-type': 'text/html' } }))
  const window = new BrowserWindow({ show: false, width: 1366, height: 768, webPreferences: { preload: ${JSON.stringify(preload)}, session: own, sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false } })
  window.once('ready-to-show', () => window.show())
  void window.loadURL('app://zugong/index.html')
})
app.on('window-all-closed', () => app.quit())
`

/** From the start of the program until the whole first screen is painted, the lobby with what can be chosen in it. Floor: an empty window on the same runtime. */
export const firstWindow: Figure = {
  name: 'window.first',
  async measure({ rounds }) {
    const runtime = await ensureRuntime()
    await bundleIfStale()
    const folder = await mkdtemp(join(tmpdir(), 'zugong-window-'))
    await writeFile(join(folder, 'preload.cjs'), '')
    await writeFile(join(folder, 'main.cjs'), emptyMain(join(folder, 'preload.cjs')))
    await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'empty', main: 'main.cjs' }))
    const own = new Map([
      [root, folder],
      [join(root, 'dist/main/main.cjs'), join(folder, 'main.cjs')],
    ])
    const empty = { ...runtime, args: runtime.args.map(arg => own.get(arg) ?? arg) }
    const measured = await compare(
      Math.min(rounds, 7),
      () => firstPaint(runtime),
      () => firstPaint(empty),
    )
    await rm(folder, { recursive: true })
    return [times('window.first', measured, 1.3)]
  },
}

/** Milliseconds until the largest thing of the first screen stands in the window, by the clock of the page itself. A frame that is filled later does not count as painted. */
async function firstPaint(runtime: Runtime): Promise<number> {
  const userData = await mkdtemp(join(tmpdir(), 'zugong-window-data-'))
  const port = await freePort()
  const started = Date.now()
  const program = spawn(runtime.command, [...runtime.args, `--remote-debugging-port=${port}`, `--user-data-dir=${userData}`], { stdio: 'ignore' })
  const ended = new Promise(resolve => program.once('exit', resolve))
  try {
    return (await paintedAt(port)) - started
  } finally {
    program.kill('SIGTERM')
    await ended
    await rm(userData, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function paintedAt(port: number): Promise<number> {
  const give = Date.now() + 30_000
  // Looking is itself work: not before something can have happened.
  for (let browser: Browser | undefined; Date.now() < give; await new Promise(resolve => setTimeout(resolve, 250))) {
    browser ??= await chromium.connectOverCDP(`http://127.0.0.1:${port}`).catch(() => undefined)
    const page = browser
      ?.contexts()
      .flatMap(c => c.pages())
      .find(p => p.url().includes('/index.html'))
    const at = await page?.evaluate(
      () =>
        new Promise<number | undefined>(tell => {
          new PerformanceObserver(list => tell(performance.timeOrigin + Math.max(...list.getEntries().map(paint => paint.startTime)))).observe({
            type: 'largest-contentful-paint',
            buffered: true,
          })
          setTimeout(() => tell(undefined), 100)
        }),
    )
    if (at === undefined) continue
    await browser?.close()
    return at
  }
  throw new Error('nothing was painted within 30 seconds')
}
