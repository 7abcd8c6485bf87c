import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { idMaker } from '../main/app/ids.ts'
import type { Ports } from '../main/app/ports.ts'
import { runConsole } from '../main/console/console.ts'
import { root } from './root.ts'

/** Prints need a browser; nothing else does, so it is found and started only then. */
const printer: Ports['printer'] = {
  async pdf(job, signal) {
    const { chromiumPrinter } = await import('./chromium-host/printer.ts')
    const chromium = await chromiumPrinter()
    try {
      return await chromium.pdf(job, signal)
    } finally {
      await chromium.close()
    }
  },
  paper: () => Promise.reject(new Error('the console prints to files only')),
}

const ports: Ports = {
  clock: { now: () => new Date().toISOString(), today: () => localDay(new Date()) },
  newId: idMaker(Date.now),
  printer,
  machine: hostname(),
  version: String(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version),
  push: () => undefined,
  log: { info: () => undefined, error: (message, cause) => process.stderr.write(`${message}\n${cause instanceof Error ? cause.stack : String(cause)}\n`) },
  checkReplies: true,
}

function localDay(at: Date): string {
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`
}

async function password(): Promise<string> {
  const given = process.env['ZUGONG_PASSWORD']
  if (given !== undefined) return given
  for await (const line of createInterface({ input: process.stdin })) return line
  return ''
}

process.exitCode = await runConsole(process.argv.slice(2), {
  ports,
  password,
  out: text => process.stdout.write(`${text}\n`),
  error: text => process.stderr.write(`${text}\n`),
})
