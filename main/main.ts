import { hostname } from 'node:os'
import { join } from 'node:path'
import { app, powerMonitor, session as sessions } from 'electron'
import { forgetAtOnce } from './electron/clipboard.ts'
import { askWhenHung, reopenWhenGone } from './electron/fall.ts'
import { guardContents, guardProgram, guardSession } from './electron/guard.ts'
import { installed } from './electron/installed.ts'
import { push, serve } from './electron/ipc.ts'
import { createLog } from './electron/log.ts'
import { installMenu } from './electron/menu.ts'
import { Printing } from './electron/printing.ts'
import { registerScheme, serveFolder } from './electron/scheme.ts'
import type { ShellCalls } from './electron/shell.ts'
import { openMainWindow } from './electron/window.ts'
import { Engine, type EngineHost } from './engine/client.ts'

const dist = join(app.getAppPath(), 'dist')

type Outlets = { -readonly [K in 'print' | 'push']: EngineHost[K] }
type Begun = ReturnType<typeof begin>

/**
 * The engine begins while the runtime still opens its window: each takes a moment, and neither needs the other. Nobody has
 * asked it anything before the window is there, so what it might say until then goes nowhere.
 */
function begin() {
  const userData = app.getPath('userData')
  const logs = join(userData, 'logs')
  const log = createLog(logs)
  const outlets: Outlets = { print: () => Promise.reject(new Error('no window yet')), push: () => undefined }
  const here = installed()
  const engine = new Engine(join(dist, 'main/engine.cjs'), {
    facts: { machine: hostname(), version: app.getVersion(), userData, checkReplies: !app.isPackaged, installed: here },
    print: (to, job, signal, laidOut) => outlets.print(to, job, signal, laidOut),
    // What updates need is read when there is one.
    async install(installer, sha512) {
      if (!here) return { kind: 'failed', why: '程序是从源码运行的' }
      const { install } = await import('./electron/installing.ts')
      return install(here.target.kind, installer, sha512)
    },
    async fetchUpdate(address, folder, signal, progress) {
      if (!here) return { kind: 'failed', why: '程序是从源码运行的' }
      const { fetchUpdate } = await import('./electron/update-server.ts')
      return fetchUpdate({ address, folder, signal, progress, ...here })
    },
    log,
    push: message => outlets.push(message),
  })
  return { engine, log, logs, outlets }
}

/** The composition root: who is made, and what is connected to what. */
function start({ engine, log, logs, outlets }: Begun): void {
  // Without `persist:` the session lives in memory: no cache, no cookie, no storage on disk.
  const session = sessions.fromPartition('zugong')
  serveFolder(session, join(dist, 'renderer'))
  guardSession(session)
  // No window of ours is in it; whatever else would use it finds it closed too.
  guardSession(sessions.defaultSession)

  const window = openMainWindow(session)
  const page = window.webContents
  const enableCommands = installMenu(command => push(page, { event: 'menu', command }), logs)
  const printing = new Printing(session)
  outlets.print = (to, job, signal, laidOut) => printing.print(to, job, signal, laidOut)
  outlets.push = message => {
    if (message.event === 'session') enableCommands(message.state === 'open')
    push(page, message)
  }
  // Dialogs and prints are asked for by hand: the window need not wait for what judges such questions.
  let shell: Promise<ShellCalls> | undefined
  const askShell: ShellCalls = async (name, input, sender) => {
    shell ??= import('./electron/shell.ts').then(({ shellCalls }) => shellCalls(engine, printing, log))
    return (await shell)(name, input, sender)
  }
  serve(async (name, input, sender) => (name.startsWith('shell.') ? await askShell(name, input, sender) : undefined) ?? engine.call(name, input))

  const lock = () => void engine.call('lobby.lock', {})
  powerMonitor.on('lock-screen', lock)
  powerMonitor.on('suspend', lock)

  for (const event of ['uncaughtException', 'unhandledRejection'] as const) process.on(event, (cause: unknown) => log.error(event, cause))
  reopenWhenGone(window, log, lock)
  askWhenHung(window)
  window.on('closed', () => printing.close())
  app.on('second-instance', () => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', event => {
    event.preventDefault()
    void Promise.allSettled([engine.close(), forgetAtOnce()]).then(() => app.exit())
  })
  log.info(`started ${app.getVersion()} on ${process.platform} ${process.arch}`)
}

registerScheme()
guardProgram()
guardContents()
if (app.requestSingleInstanceLock()) {
  const begun = begin()
  void app.whenReady().then(() => start(begun))
} else app.quit()
