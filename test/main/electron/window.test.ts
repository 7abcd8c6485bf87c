import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { BrowserWindow } from 'electron'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { push } from '../../../main/electron/ipc.ts'
import { pageUrl } from '../../../main/electron/scheme.ts'
import { openMainWindow, webPreferences } from '../../../main/electron/window.ts'
import { startShell } from './support.ts'

let shell: Awaited<ReturnType<typeof startShell>>
let window: BrowserWindow

beforeAll(async () => {
  shell = await startShell()
  window = openMainWindow(shell.session)
  await new Promise<void>(resolve => window.once('ready-to-show', () => resolve()))
})
afterAll(() => shell.stop())

const run = (code: string): Promise<unknown> => window.webContents.executeJavaScript(code)
const settle = () => new Promise(resolve => setTimeout(resolve, 300))

test('every window is made without rights', () => {
  expect(webPreferences(shell.session)).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    session: shell.session,
  })
})

test('the page has no Node; one function and one subscription lead out of it', async () => {
  expect(await run('[typeof require, typeof process, typeof Buffer]')).toEqual(['undefined', 'undefined', 'undefined'])
  expect(await run('Object.keys(bridge)')).toEqual(['call', 'subscribe'])
  expect(await run('Object.isFrozen(bridge)')).toBe(true)
})

test('a call reaches main and its answer comes back', async () => {
  expect(await run('bridge.call("lobby.status", { a: 1 })')).toEqual({ ok: true, value: 'lobby.status' })
  expect(shell.heard).toContainEqual({ name: 'lobby.status', input: { a: 1 } })
})

test('main reaches the page by its one subscription', async () => {
  push(window.webContents, { event: 'menu', command: 'search' })
  await expect.poll(() => run('pushed')).toEqual([{ event: 'menu', command: 'search' }])
})

test('scripts run from our files only, and style elements only with the nonce of this load', async () => {
  expect(await run('[window.ranFromFile === true, window.inlineRan === true]')).toEqual([true, false])
  expect(await run('["styled", "unstyled"].map(id => getComputedStyle(document.getElementById(id)).color)')).toEqual(['rgb(1, 2, 3)', 'rgb(0, 0, 0)'])
  const nonce = () => run('document.querySelector("meta[property=csp-nonce]").nonce')
  const first = await nonce()
  expect(first).toMatch(/^[\w+/]{22}==$/)
  await window.loadURL(pageUrl('index'))
  expect(await nonce()).not.toBe(first)
})

test('a link, a script or a form can not lead the window elsewhere', async () => {
  for (const code of ['location.href = "https://example.com/"', 'location.href = "app://zugong/print.html"', 'location.assign("file:///etc/passwd")']) {
    await run(`void (${code})`).catch(() => undefined)
    await settle()
    expect(await run('document.title')).toBe('页面')
  }
})

test('no second window opens from a page', async () => {
  await run('void window.open("https://example.com/")')
  await run('void window.open("./index.html")')
  await settle()
  expect(BrowserWindow.getAllWindows()).toHaveLength(1)
})

test('nothing of the page reaches a network', async () => {
  expect(await run('fetch("https://example.com/").then(() => "answered", () => "blocked")')).toBe('blocked')
  expect(await run('fetch("http://127.0.0.1:1/").then(() => "answered", () => "blocked")')).toBe('blocked')
  expect(
    await run(
      'new Promise(done => { const i = new Image(); i.onload = () => done("loaded"); i.onerror = () => done("blocked"); i.src = "https://example.com/a.png" })',
    ),
  ).toBe('blocked')
  expect(
    await run(
      'new Promise(done => { try { const s = new WebSocket("wss://example.com/"); s.onopen = () => done("open"); s.onerror = () => done("blocked") } catch { done("blocked") } })',
    ),
  ).toBe('blocked')
})

test('a page can not call another machine past the policy: no address of this PC is gathered, nothing reaches a relay', async () => {
  let reached = 0
  const relay = createServer(socket => (reached++, socket.destroy())).listen(0, '127.0.0.1')
  onTestFinished(() => void relay.close())
  await once(relay, 'listening')
  const { port } = relay.address() as AddressInfo
  const gathered = `new Promise(done => {
    let link
    try { link = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:3478' }, { urls: 'turn:127.0.0.1:${port}?transport=tcp', username: 'a', credential: 'b' }] }) } catch { return done(['refused']) }
    const found = []
    link.onicecandidate = event => event.candidate?.candidate ? found.push(event.candidate.candidate) : done(found)
    link.createDataChannel('x')
    link.createOffer().then(offer => link.setLocalDescription(offer)).catch(() => done(['refused']))
    setTimeout(() => done(found), 3000)
  })`
  expect([[], ['refused']]).toContainEqual(await run(gathered))
  expect(reached).toBe(0)
})

test('a page holds no permission but to put text on the clipboard', async () => {
  const state = (name: string) => run(`navigator.permissions.query({ name: '${name}' }).then(p => p.state)`)
  for (const name of ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read']) expect(await state(name)).toBe('denied')
  expect(await state('clipboard-write')).toBe('granted')
})

test('a message from a frame inside the page is refused', async () => {
  const before = shell.heard.length
  await run('void document.body.append(Object.assign(document.createElement("iframe"), { id: "inner" }))')
  expect(await run('typeof document.getElementById("inner").contentWindow.bridge')).toBe('undefined')
  await run('void document.getElementById("inner").contentWindow.__chromiumHost(JSON.stringify({ id: 1, channel: "call", args: ["lobby.status", {}] }))')
  await settle()
  expect(shell.heard).toHaveLength(before)
})

test('a window that main did not vouch for is refused', async () => {
  const stranger = new BrowserWindow({ show: false, webPreferences: webPreferences(shell.session) })
  await stranger.loadURL(pageUrl('index'))
  const before = shell.heard.length
  await expect(stranger.webContents.executeJavaScript('bridge.call("lobby.status", {})')).rejects.toThrow('untrusted sender')
  expect(shell.heard).toHaveLength(before)
  stranger.destroy()
})

test('the main window can not ask for a print job', async () => {
  await expect(run('bridge.call("shell.printJob", {})')).rejects.toThrow('untrusted call')
})
