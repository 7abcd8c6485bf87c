import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { build } from 'vite'
import { installedChromium } from '../../build/chromium-host/chromium.ts'
import { root } from '../../build/root.ts'
import type { Written } from '../../shared/forms/form.ts'

/** What stands on a page, as a reader of the paper finds it. */
export interface LaidOut {
  /** Every paragraph, label and heading, in order. */
  readonly texts: readonly string[]
  readonly foot: string
  /** By how many pixels its content is higher than the page has room for. */
  readonly over: number
  /** Cells whose content is wider than they are. */
  readonly wide: readonly string[]
}

export interface WrittenPages {
  /** The pages of each document. */
  layOut(written: Written): Promise<readonly (readonly LaidOut[])[]>
  /** The last that was laid out, as a PDF. */
  pdf(): Promise<Uint8Array>
  close(): Promise<void>
}

/** The program's own template and paginator in a real browser, for documents that no form makes. */
export async function writtenPages(): Promise<WrittenPages> {
  const folder = await mkdtemp(join(tmpdir(), 'zugong-written-'))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      lib: { entry: join(root, 'test/support/pages-entry.tsx'), formats: ['iife'], name: 'pages', fileName: () => 'pages.js' },
    },
  })
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><link rel="stylesheet" href="pages.css"><body><script src="pages.js"></script></body>',
  )
  await copyFile(join(root, 'renderer/print/forms.css'), join(folder, 'pages.css'))
  const browser: Browser = await chromium.launch({ executablePath: installedChromium() ?? '', args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  const open = async () => {
    const fresh = await browser.newPage()
    await fresh.goto(`file://${join(folder, 'index.html')}`)
    return fresh
  }
  let page = await open()
  return {
    async layOut(written) {
      await page.close()
      page = await open()
      return page.evaluate(given => window.layOutWritten(given), written)
    },
    pdf: () => page.pdf({ preferCSSPageSize: true, printBackground: true }),
    async close() {
      await browser.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
