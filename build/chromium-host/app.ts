import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type Electron from 'electron'
import { root } from '../root.ts'
import { argument } from './args.ts'
import { hasDisplay, startBrowser, stopBrowsers } from './browser.ts'

/** A packed program, taken out of its archive, instead of the one that was built here. */
const packed = argument('packed')
const appPath = packed ?? root
const manifest: { productName: string; version: string } = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8'))
const userData = argument('user-data-dir') ?? join(homedir(), '.config', manifest.productName)
const paths: Partial<Record<string, string>> = { userData, documents: homedir(), home: homedir() }
const lockFile = join(userData, 'chromium-host.lock')

/** Can an event's default still be kept from happening? */
export class HostEvent {
  defaultPrevented = false
  preventDefault(): void {
    this.defaultPrevented = true
  }
}

const switches = new Set(process.argv.flatMap(a => /^--([\w-]+)/.exec(a)?.[1] ?? []))

class HostApp extends EventEmitter {
  readonly isPackaged = packed !== undefined
  /** What is asked of it is remembered; Chromium's own switches are chosen in browser.ts. */
  readonly commandLine = {
    appendSwitch: (name: string, _value?: string): void => void switches.add(name),
    removeSwitch: (name: string): void => void switches.delete(name),
    hasSwitch: (name: string): boolean => switches.has(name),
  }
  #ready: Promise<void> | undefined
  #ending = false

  getName(): string {
    return manifest.productName
  }

  getVersion(): string {
    return manifest.version
  }

  getAppPath(): string {
    return appPath
  }

  getPath(name: string): string {
    const path = paths[name]
    if (path === undefined) throw new Error(`chromium-host has no path "${name}"`)
    return path
  }

  /** Every page is sandboxed here anyway. */
  enableSandbox(): void {}

  whenReady(): Promise<void> {
    return (this.#ready ??= startBrowser().then(announce, fail))
  }

  requestSingleInstanceLock(): boolean {
    mkdirSync(userData, { recursive: true })
    if (holderLives()) return false
    writeFileSync(lockFile, String(process.pid))
    process.once('exit', () => rmSync(lockFile, { force: true }))
    return true
  }

  /** The next program begins when this one has ended. */
  relaunch({ execPath = process.execPath, args = [...process.execArgv, ...process.argv.slice(1)] }: { execPath?: string; args?: string[] } = {}): void {
    process.once('exit', () => spawn(execPath, args, { stdio: 'ignore', detached: true }).unref())
  }

  quit(): void {
    if (this.#ending) return
    this.#ending = true
    const event = new HostEvent()
    this.emit('will-quit', event)
    if (!event.defaultPrevented) this.exit()
  }

  exit(code = 0): void {
    void stopBrowsers().finally(() => process.exit(code))
  }
}

function holderLives(): boolean {
  try {
    process.kill(Number(readFileSync(lockFile, 'utf8')), 0)
    return true
  } catch {
    return false
  }
}

function announce(): void {
  const port = argument('remote-debugging-port')
  if (!hasDisplay)
    console.log(
      port
        ? `No display: running headless. Attach to http://127.0.0.1:${port} (chrome://inspect, or Playwright's connectOverCDP).`
        : 'No display: running headless.',
    )
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

export const app = new HostApp()
app satisfies Pick<
  typeof Electron.app,
  'isPackaged' | 'getName' | 'getVersion' | 'getAppPath' | 'enableSandbox' | 'whenReady' | 'requestSingleInstanceLock' | 'relaunch' | 'quit' | 'exit'
>

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
