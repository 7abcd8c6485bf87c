import { BrowserWindow, type Session, type WebContents } from 'electron'
import { Mutex } from '../app/mutex.ts'
import type { PrintJob } from '../app/ports.ts'
import type { PrintOutcome } from '../engine/messages.ts'
import { trust } from './ipc.ts'
import { pageUrl } from './scheme.ts'
import { webPreferences } from './window.ts'

/** A print window that rests longer than this is closed, so that what it printed does not stay in memory. */
const restMilliseconds = 30_000
const startMilliseconds = 60_000

/** Turns one job at a time into a PDF or paper, in a hidden window that fetches the job over the contract. Nothing touches the disk. */
export class Printing {
  readonly #session: Session
  readonly #turn = new Mutex()
  #window: BrowserWindow | undefined
  #job: PrintJob | undefined
  #resting: NodeJS.Timeout | undefined

  constructor(session: Session) {
    this.#session = session
  }

  /** The job of a print window, or null for any other window. */
  jobOf(sender: WebContents): PrintJob | null {
    if (!this.#job || sender !== this.#window?.webContents) return null
    return this.#job
  }

  /** `laidOut` hears how many pages there are as soon as they stand. */
  print(to: 'pdf' | 'paper', job: PrintJob, signal: AbortSignal, laidOut?: (pages: number) => void): Promise<PrintOutcome> {
    return this.#turn.run(async () => {
      if (signal.aborted) return { kind: 'cancelled' }
      clearTimeout(this.#resting)
      const abort = () => this.close()
      signal.addEventListener('abort', abort, { once: true })
      this.#job = job
      try {
        const { contents, pages } = await this.#render()
        laidOut?.(pages)
        return to === 'pdf' ? { kind: 'pdf', bytes: await toPdf(contents) } : await toPaper(contents)
      } catch (error) {
        this.close()
        return signal.aborted ? { kind: 'cancelled' } : { kind: 'failed', why: `排版没有完成（${error instanceof Error ? error.message : String(error)}）` }
      } finally {
        this.#job = undefined
        signal.removeEventListener('abort', abort)
        this.#resting = setTimeout(() => this.close(), restMilliseconds)
        this.#resting.unref()
      }
    })
  }

  /** Closes the print window, and with it whatever it is printing. */
  close(): void {
    this.#window?.destroy()
    this.#window = undefined
  }

  async #render(): Promise<{ readonly contents: WebContents; readonly pages: number }> {
    const window = (this.#window ??= this.#open())
    const { webContents } = window
    await webContents.loadURL(pageUrl('print'))
    const watch = watching(window)
    const ready: unknown = await Promise.race([webContents.executeJavaScript('window.printReady'), watch.lost]).finally(watch.end)
    if (typeof ready !== 'number') throw new Error('print page did not start')
    return { contents: webContents, pages: ready }
  }

  #open(): BrowserWindow {
    const window = new BrowserWindow({ show: false, title: '打印', webPreferences: { ...webPreferences(this.#session), backgroundThrottling: false } })
    trust(window.webContents, name => name === 'shell.printJob')
    return window
  }
}

/** `lost` rejects when the window dies or does not get ready in time; `end` watches no longer, for the window prints again. */
function watching(window: BrowserWindow): { readonly lost: Promise<never>; end(): void } {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('print page took too long')), startMilliseconds)
  timer.unref()
  const closed = () => reject(new Error('print window closed'))
  const gone = (_event: unknown, { reason }: { readonly reason: string }) => reject(new Error(`print page ${reason}`))
  const { webContents } = window
  window.on('closed', closed)
  webContents.on('render-process-gone', gone)
  return {
    lost: promise,
    end: () => {
      clearTimeout(timer)
      window.off('closed', closed)
      webContents.off('render-process-gone', gone)
    },
  }
}

async function toPdf(contents: WebContents): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await contents.printToPDF({ printBackground: true, preferCSSPageSize: true, generateTaggedPDF: false }))
}

const toPaper = (contents: WebContents): Promise<PrintOutcome> =>
  new Promise(resolve => {
    contents.print({ silent: false, printBackground: true }, (printed, reason) => {
      if (printed) resolve({ kind: 'paper', printed: true })
      else if (/cancel/i.test(reason)) resolve({ kind: 'paper', printed: false })
      else resolve({ kind: 'failed', why: reason ? `系统回答 ${reason}` : '没有可用的打印机' })
    })
  })
