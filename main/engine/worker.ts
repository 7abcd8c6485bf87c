import { rm } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import type { App } from '../app/app.ts'
import { FileTokens } from '../files/tokens.ts'
import { lastFolder, statusOf } from '../lobby/status.ts'
import type { EngineFacts, FromEngine, ToEngine } from './messages.ts'
import { InstallRequests } from './installs.ts'
import { FetchRequests } from './fetches.ts'
import { createPorts, fetchFolder, updateFolder } from './ports.ts'
import { PrintRequests } from './prints.ts'

/** The application's own thread: the window never waits behind an import, and files from outside are never parsed beside Electron's rights. */
const port = parentPort
if (!port) throw new Error('the engine runs in a worker thread')
const facts: EngineFacts = workerData
const send = (message: FromEngine) => port.postMessage(message)

const prints = new PrintRequests(send)
const installs = new InstallRequests(send)
const fetches = new FetchRequests(send, fetchFolder(facts))
// Of an update that was begun: installed by now, or broken off.
for (const folder of [updateFolder(facts), fetchFolder(facts)]) void rm(folder, { recursive: true, force: true }).catch(() => undefined)
const tokens = new FileTokens()
const ports = createPorts(facts, send, prints, { installs, fetches })
const home = facts.userData

/** After the first answer the processor belongs to the window until the lobby is painted. */
const paintMilliseconds = 200

let app: Promise<App> | undefined
/** To read the whole application takes most of a start, and the lobby can be shown without it. */
const whole = (): Promise<App> => (app ??= import('../app/app.ts').then(({ App: Whole }) => new Whole(ports, tokens, { home })))

async function answer(name: string, input: unknown): Promise<unknown> {
  if (app || name !== 'lobby.status') return (await whole()).call(name, input)
  setTimeout(whole, paintMilliseconds)
  return { ok: true, value: statusOf({ folder: lastFolder(home), home, open: false }, ports) }
}

const pathOf = (token: string): string | undefined => {
  try {
    return tokens.pathOf(token)
  } catch {
    return undefined
  }
}

port.on('message', async (message: ToEngine) => {
  switch (message.kind) {
    case 'call':
      return send({ kind: 'answer', id: message.id, value: await answer(message.name, message.input) })
    case 'offer':
      return send({ kind: 'answer', id: message.id, value: tokens.offer(message.path) })
    case 'path':
      return send({ kind: 'answer', id: message.id, value: pathOf(message.token) })
    case 'laidOut':
      return prints.laidOut(message.id, message.pages)
    case 'printed':
      return prints.answer(message.id, message.outcome)
    case 'installed':
      return installs.answer(message.id, message.outcome)
    case 'fetching':
      return fetches.heard(message.id, message.done, message.total)
    case 'fetched':
      return fetches.answer(message.id, message.outcome)
    case 'close':
      await (await app)?.close()
      return send({ kind: 'answer', id: message.id, value: null })
  }
})
