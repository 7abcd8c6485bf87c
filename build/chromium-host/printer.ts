import './register.ts'
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { PrintJob } from '../../main/app/ports.ts'
import type { Printing } from '../../main/electron/printing.ts'
import { bundleIfStale } from '../bundle.ts'
import { root } from '../root.ts'
import { ensureRuntime } from '../runtime.ts'
import { hideAll, stopBrowsers } from './browser.ts'

export interface ChromiumPrinter {
  /** The finished pages, laid out by the program's own print window in a headless browser. */
  pdf(job: PrintJob, signal: AbortSignal, laidOut?: (pages: number) => void): Promise<Uint8Array>
  close(): Promise<void>
}

let shared: Promise<Printing> | undefined

/** The program's printer without the program: for the console, measurements and tests. */
export async function chromiumPrinter(): Promise<ChromiumPrinter> {
  const printing = await (shared ??= prepare())
  return {
    async pdf(job, signal, laidOut) {
      const outcome = await printing.print('pdf', job, signal, laidOut)
      if (outcome.kind === 'pdf') return outcome.bytes
      if (outcome.kind === 'cancelled') throw new AppError('job.cancelled', {})
      throw new AppError('printer.unavailable', { why: outcome.kind === 'failed' ? outcome.why : outcome.kind })
    },
    async close() {
      printing.close()
      await stopBrowsers()
    },
  }
}

async function prepare(): Promise<Printing> {
  await ensureRuntime()
  await bundleIfStale()
  hideAll()
  // Only after register.ts does `electron` mean the stand-in.
  const [electron, { guardSession }, { serve }, { Printing }, { registerScheme, serveFolder }] = await Promise.all([
    import('electron'),
    import('../../main/electron/guard.ts'),
    import('../../main/electron/ipc.ts'),
    import('../../main/electron/printing.ts'),
    import('../../main/electron/scheme.ts'),
  ])
  registerScheme()
  const session = electron.session.fromPartition('zugong')
  serveFolder(session, join(root, 'dist/renderer'))
  guardSession(session)
  const printing = new Printing(session)
  serve(async (_name, _input, sender) => ({ ok: true, value: printing.jobOf(sender) }))
  return printing
}
