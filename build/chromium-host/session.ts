import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import type { CDPSession } from 'playwright-core'
import { toBrowser } from './address.ts'
import { deadProxy } from './browser.ts'
import type { WebContents } from './contents.ts'

type Handler = (request: Request) => Response | Promise<Response>
type Listener = (details: { url: string; method: string; resourceType: string }, callback: (response: { cancel?: boolean }) => void) => void
type PermissionCheck = (contents: WebContents | null, permission: string, origin: string, details: object) => boolean

const schemes = new Set<string>()

/** Before the app is ready: which schemes are pages of our own. */
export const protocol = {
  registerSchemesAsPrivileged(custom: readonly { scheme: string }[]): void {
    for (const { scheme } of custom) schemes.add(scheme)
  },
}
protocol satisfies Pick<typeof Electron.protocol, 'registerSchemesAsPrivileged'>

/** What Chromium calls the only permission a page here may hold. */
const clipboardWrite = { electron: 'clipboard-sanitized-write', devtools: 'clipboardSanitizedWrite' } as const

/** One in-memory session: who answers which scheme, and what is let through. */
export class HostSession extends EventEmitter {
  readonly #handlers = new Map<string, Handler>()
  #beforeRequest: Listener = (_details, callback) => callback({})
  #mayHave: PermissionCheck = () => false

  readonly protocol = {
    handle: (scheme: string, handler: Handler): void => {
      if (!schemes.has(scheme)) throw new Error(`Scheme ${scheme} is not registered`)
      this.#handlers.set(scheme, handler)
    },
  }

  readonly webRequest = {
    onBeforeRequest: (listener: Listener): void => {
      this.#beforeRequest = listener
    },
  }

  setPermissionCheckHandler(handler: PermissionCheck): void {
    this.#mayHave = handler
  }

  /** Chromium is told beforehand what it may grant, so nothing is ever asked. */
  setPermissionRequestHandler(_handler: (contents: WebContents, permission: string, callback: (granted: boolean) => void) => void): void {}

  /** The browser is started without one. */
  setSpellCheckerEnabled(_enable: boolean): void {}

  /** The browser is started with the one proxy that a session of ours may have: none that exists. */
  async setProxy({ proxyRules }: { proxyRules?: string }): Promise<void> {
    if (proxyRules !== deadProxy) throw new Error('chromium-host keeps every session behind a proxy that does not exist')
  }

  setDevicePermissionHandler(_handler: () => boolean): void {}

  /** Every permission is refused but those that the check handler grants to our own pages. */
  async denyUngranted(devtools: CDPSession, contents: WebContents): Promise<void> {
    for (const scheme of this.#handlers.keys()) {
      const url = `${scheme}://zugong/`
      const granted = this.#mayHave(contents, clipboardWrite.electron, url, {})
      await devtools.send('Browser.grantPermissions', { origin: new URL(toBrowser(url)).origin, permissions: granted ? [clipboardWrite.devtools] : [] })
    }
  }

  /** The answer to a request, or undefined where it is blocked: there is no network here. */
  async answer(url: string, method: string, headers: Record<string, string>, resourceType: string): Promise<Response | undefined> {
    const verdict = await new Promise<{ cancel?: boolean }>(resolve => this.#beforeRequest({ url, method, resourceType }, resolve))
    const handler = this.#handlers.get(new URL(url).protocol.slice(0, -1))
    if (verdict.cancel || !handler) return undefined
    return handler(new Request(url, { method, headers }))
  }
}

const partitions = new Map<string, HostSession>()

export const session = {
  /** No page is ever in it. */
  defaultSession: new HostSession(),
  fromPartition(partition: string, _options?: object): HostSession {
    if (partition.startsWith('persist:')) throw new Error('chromium-host keeps sessions in memory only')
    const known = partitions.get(partition) ?? new HostSession()
    partitions.set(partition, known)
    return known
  },
}
