import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, Menu, session as sessions, type Session } from 'electron'
import { afterEach, assert, expect, test, vi } from 'vitest'
import { root } from '../../../build/root.ts'
import { guardProgram, guardSession } from '../../../main/electron/guard.ts'
import { installMenu } from '../../../main/electron/menu.ts'
import { policy, registerScheme, serveFolder } from '../../../main/electron/scheme.ts'
import { webPreferences } from '../../../main/electron/window.ts'

/**
 * Electron's own security checklist, item by item, on what a window is made with and what a session answers. What a page can and
 * cannot do behind it is tried in window.test.ts, the switches of the executable in test/e2e/package.test.ts.
 */
afterEach(() => {
  vi.restoreAllMocks()
  Reflect.set(app, 'isPackaged', false)
})
const packaged = () => Reflect.set(app, 'isPackaged', true)
const fresh = (): Session => sessions.fromPartition(`checklist-${Math.random()}`)

const sources = readdirSync(join(root, 'main'), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => ({ file: file.replaceAll('\\', '/'), text: readFileSync(join(root, 'main', file), 'utf8') }))
const naming = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file)

test('2, 3, 4, 6, 8 to 12: every preference of every window, in an installed program', () => {
  packaged()
  const session = fresh()
  expect(webPreferences(session)).toEqual({
    preload: join(root, 'dist/main/preload.cjs'),
    session,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
  })
})

test('no window, view or page is made but with those preferences', () => {
  expect(naming(/new BrowserWindow\(/)).toEqual(['electron/printing.ts', 'electron/window.ts'])
  for (const { text } of sources)
    for (const [, options] of text.matchAll(/new BrowserWindow\(\{([\s\S]*?)\n? {0,2}\}\)/g))
      expect(options).toMatch(/webPreferences: (?:webPreferences\(session\)|\{ \.\.\.webPreferences\(this\.#session\), backgroundThrottling: false \})/)
  expect(naming(/\b(?:BrowserView|WebContentsView|BaseWindow|webContents\.create)\b/)).toEqual([])
})

test('1, 18: windows load pages of our own scheme only, never a file or an address', () => {
  expect(naming(/\.loadFile\(/)).toEqual([])
  for (const { text } of sources) for (const [, what] of text.matchAll(/\.loadURL\((.*?)\)+/g)) expect(what).toMatch(/^(?:`\$\{)?pageUrl\('(?:index|print)'/)
})

/** Every permission that this Electron knows, by its own declaration. */
const permissions = [
  ...(
    /setPermissionRequestHandler\(handler: \(\(webContents: WebContents, permission: ([^,]+),/.exec(
      readFileSync(join(root, 'node_modules/electron/electron.d.ts'), 'utf8'),
    )?.[1] ?? ''
  ).matchAll(/'([\w-]+)'/g),
].map(([, name = '']) => name)

test('5: every permission is refused, asked for or looked up, but to put text on the clipboard; every device too', () => {
  expect(permissions.length).toBeGreaterThan(30)
  const session = fresh()
  const [request, check, device] = (['setPermissionRequestHandler', 'setPermissionCheckHandler', 'setDevicePermissionHandler'] as const).map(name =>
    vi.spyOn(session, name),
  )
  guardSession(session)
  const asked = request?.mock.calls[0]?.[0] as (contents: unknown, permission: string, answer: (granted: boolean) => void) => void
  const looked = check?.mock.calls[0]?.[0] as (contents: unknown, permission: string) => boolean
  const granted = permissions.filter(permission => {
    let is = false
    asked(null, permission, answer => (is = answer))
    return is || looked(null, permission)
  })
  expect(granted).toEqual(['clipboard-sanitized-write'])
  const mayUse = device?.mock.calls[0]?.[0] as () => boolean
  expect(mayUse()).toBe(false)
})

test('no request leaves: every address but our own pages is cancelled, whatever asks, and the way out is a proxy that does not exist', () => {
  const session = fresh()
  const before = vi.spyOn(session.webRequest, 'onBeforeRequest')
  const proxy = vi.spyOn(session, 'setProxy')
  packaged()
  guardSession(session)
  const listener = before.mock.lastCall?.[0]
  const through = [
    'app://zugong/index.html',
    'data:image/png;base64,AA==',
    'blob:app://zugong/1',
    'app://other/x',
    'https://example.com/',
    'http://127.0.0.1/',
    'ws://localhost/',
    'file:///etc/passwd',
    'devtools://devtools/x',
    'chrome://gpu',
    'app://zugong.evil/x',
  ].filter(url => {
    let cancelled: boolean | undefined
    listener?.({ id: 1, url, method: 'GET', resourceType: 'other', referrer: '', timestamp: 0, uploadData: [] }, verdict => (cancelled = verdict.cancel))
    return cancelled === false
  })
  expect(through).toEqual(['app://zugong/index.html', 'data:image/png;base64,AA==', 'blob:app://zugong/1'])
  expect(proxy).toHaveBeenCalledWith({ proxyRules: '127.0.0.1:9', proxyBypassRules: '<-loopback>' })
})

test('the session that nobody uses is guarded like ours', () => {
  expect(sources.find(({ file }) => file === 'main.ts')?.text).toContain('guardSession(sessions.defaultSession)')
})

test('nothing is downloaded past the program', () => {
  const session = fresh()
  guardSession(session)
  const event = { preventDefault: vi.fn<() => void>() }
  session.emit('will-download', event)
  expect(event.preventDefault).toHaveBeenCalledOnce()
})

test('7: the policy, whole, and it stands on every answer, refusals included', async () => {
  expect(policy('abc').split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self' 'nonce-abc'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ])
  registerScheme()
  const session = fresh()
  const handle = vi.spyOn(session.protocol, 'handle')
  serveFolder(session, join(root, 'test/fixtures/pages'))
  const [, answer] = handle.mock.lastCall ?? []
  assert(answer)
  const nonces = new Set<string>()
  for (const [method, path, status] of [
    ['GET', 'index.html', 200],
    ['GET', 'index.js', 200],
    ['GET', 'none.html', 404],
    ['GET', '../main/main.cjs', 404],
    ['POST', 'index.html', 405],
  ] as const) {
    const { headers, status: was } = await answer(new Request(`app://zugong/${path}`, { method }))
    const csp = headers.get('content-security-policy') ?? ''
    nonces.add(/'nonce-([^']+)'/.exec(csp)?.[1] ?? '')
    expect(
      [was, csp.startsWith("default-src 'none'; script-src 'self'"), headers.get('x-content-type-options'), headers.get('x-dns-prefetch-control')],
      path,
    ).toEqual([status, true, 'nosniff', 'off'])
  }
  expect(nonces.size).toBe(5)
})

test('our own pages need no exception: no script, style or handler stands in their text', () => {
  for (const page of ['index', 'print']) {
    const html = readFileSync(join(root, `renderer/${page}.html`), 'utf8')
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\son\w+=|\sstyle=|https?:/i)
  }
})

test('15: nothing is handed to the system’s browser; the system opens the log folder and a proved installer, no more', () => {
  expect(naming(/openExternal/)).toEqual([])
  expect(naming(/shell\.openPath\(/)).toEqual(['electron/installing.ts', 'electron/menu.ts'])
})

test('17: one channel in, one out, and each message is judged by its sender', () => {
  expect(naming(/ipcMain\.(?:handle|on|handleOnce|once)\(/)).toEqual(['electron/ipc.ts'])
  expect(naming(/exposeInMainWorld\(/)).toEqual(['preload.ts'])
  expect(naming(/ipcRenderer\.(?:sendSync|postMessage|sendToHost)\b/)).toEqual([])
})

test('16: Electron is pinned to one version, which is packed', () => {
  const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'))
  const pinned: unknown = read('package.json').devDependencies.electron
  expect(pinned).toMatch(/^\d+\.\d+\.\d+$/)
  expect(read('node_modules/electron/package.json')).toMatchObject({ version: pinned })
})

test('an installed program: sandbox for all, no crash dumps, no door for a debugger', () => {
  packaged()
  const sandbox = vi.spyOn(app, 'enableSandbox')
  for (const door of ['remote-debugging-port', 'remote-debugging-pipe']) app.commandLine.appendSwitch(door, '9222')
  guardProgram()
  expect(sandbox).toHaveBeenCalledOnce()
  expect(['disable-breakpad', 'remote-debugging-port', 'remote-debugging-pipe'].map(name => app.commandLine.hasSwitch(name))).toEqual([true, false, false])
  expect(naming(/crashReporter/)).toEqual([])
  const main = sources.find(({ file }) => file === 'main.ts')?.text ?? ''
  expect(main.indexOf('\nguardProgram()')).toBeGreaterThan(0)
  expect(main.indexOf('\nguardProgram()')).toBeLessThan(main.indexOf('app.whenReady()'))
})

test('an installed program has no developer tools in its menu', () => {
  const labels = () =>
    Menu.getApplicationMenu()
      ?.items.flatMap(menu => menu.submenu?.items ?? [])
      .map(item => item.label)
  installMenu(() => undefined, '/logs')
  expect(labels()).toContain('开发者工具')
  packaged()
  installMenu(() => undefined, '/logs')
  expect(labels()).not.toContain('开发者工具')
})

test('the session keeps nothing on disk', () => {
  expect(naming(/persist:/).filter(file => file !== 'main.ts')).toEqual([])
  expect(naming(/fromPartition\('zugong'\)/)).toEqual(['main.ts'])
})
