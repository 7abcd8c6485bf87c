import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { freePort } from './free-port.ts'
import { root } from './root.ts'
import { ensureRuntime, packedRuntime } from './runtime.ts'

export interface RunningApp {
  readonly page: Page
  /** A folder of this run alone, wiped by `stop`: for files to save and offices to make. */
  readonly folder: string
  /** Answers the next file or folder dialog. */
  chooseNextFile(path: string): Promise<void>
  /** Answers the next "save as" dialog. */
  chooseNextSave(path: string): Promise<void>
  /** Closes the next dialog without an answer. */
  cancelNextDialog(): Promise<void>
  /** A picture of the window under dist/screenshots, and its path. */
  screenshot(name: string, size?: { width: number; height: number }): Promise<string>
  /** The window anew, after its page is gone: the old one answers nothing any more. */
  reopened(): Promise<Page>
  /** What the program has written to its log. */
  log(): Promise<string>
  /** What the program has printed on its own output. */
  output(): string
  /** Resolves when the program has ended by itself or by `stop`. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

export interface Options {
  /** Keeps the program's own memory (which office it opened last) between two starts. */
  readonly userData?: string
  /** More of the program's environment; hears this run's folder. */
  /** A packed program that was taken out of its archive; it runs as packaged. Without it the one that was built. */
  readonly packed?: string
  readonly env?: (folder: string) => Readonly<Record<string, string>>
}

/** Starts the built program on whatever runtime this machine has and attaches to its window. */
export async function startApp(options: Options = {}): Promise<RunningApp> {
  const { packed } = options
  const runtime = packed === undefined ? await ensureRuntime() : packedRuntime(packed)
  const folder = await mkdtemp(join(tmpdir(), 'zugong-e2e-'))
  const userData = options.userData ?? join(folder, 'user-data')
  const dialogs = join(folder, 'dialogs')
  await mkdir(dialogs)
  const port = await freePort()
  const program = spawn(runtime.command, [...runtime.args, `--remote-debugging-port=${port}`, `--user-data-dir=${userData}`], {
    env: { ...process.env, ...options.env?.(folder), ZUGONG_DIALOG_DIR: dialogs },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [program.stdout, program.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise<void>(resolve => program.once('exit', () => resolve()))

  const prepare = (path: string | null) => writeFile(join(dialogs, 'answer.json'), JSON.stringify({ path }))
  const stop = async (browser?: Browser) => {
    await browser?.close().catch(() => undefined)
    program.kill('SIGTERM')
    const late = setTimeout(() => program.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(late)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }

  try {
    const browser = await attach(program, port)
    const page = await mainPage(browser)
    const answer = packed === undefined ? prepare : async (path: string | null) => answerPrompt(page, path)
    return {
      page,
      folder,
      chooseNextFile: answer,
      chooseNextSave: answer,
      cancelNextDialog: () => answer(null),
      async screenshot(name, size = { width: 1366, height: 768 }) {
        const path = join(root, 'dist/screenshots', `${name}-${size.width}x${size.height}.png`)
        await page.setViewportSize(size)
        await page.screenshot({ path })
        return path
      },
      reopened: async () => mainPage(browser, page),
      log: () => readFile(join(userData, 'logs/zugong.log'), 'utf8'),
      output: () => said,
      ended,
      stop: () => stop(browser),
    }
  } catch (error) {
    await stop()
    throw new Error(`The program did not start.\n${said}`, { cause: error })
  }
}

/** A packaged program takes no prepared answers: its dialog is answered as a person would. */
function answerPrompt(page: Page, path: string | null): void {
  page.once('dialog', dialog => void (path === null ? dialog.dismiss() : dialog.accept(path)))
}

async function attach(program: ChildProcess, port: number): Promise<Browser> {
  for (const end = Date.now() + 30_000; ;) {
    try {
      return await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    } catch (error) {
      if (Date.now() > end || program.exitCode !== null) throw error
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
}

/** The window that shows index.html; the hidden print window may be there too. */
async function mainPage(browser: Browser, gone?: Page): Promise<Page> {
  for (const end = Date.now() + 30_000; Date.now() < end; await new Promise(resolve => setTimeout(resolve, 50))) {
    const page = browser
      .contexts()
      .flatMap(c => c.pages())
      .find(p => p !== gone && p.url().includes('/index.html'))
    if (!page) continue
    await page.waitForLoadState('load')
    return page
  }
  throw new Error('no window opened')
}
