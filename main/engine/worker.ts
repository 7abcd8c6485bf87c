import { rm } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { App } from '../app/app.ts'
import { FileTokens } from '../files/tokens.ts'
import type { EngineFacts, FromEngine, ToEngine } from './messages.ts'
import { InstallRequests } from './installs.ts'
import { createPorts, updateFolder } from './ports.ts'
import { PrintRequests } from './prints.ts'

/** The application's own thread: the window never waits behind an import, and files from outside are never parsed beside Electron's rights. */
const port = parentPort
if (!port) throw new Error('the engine runs in a worker thread')
const facts: EngineFacts = workerData
const send = (message: FromEngine) => port.postMessage(message)

const prints = new PrintRequests(send)
const installs = new InstallRequests(send)
// Of an update that was begun: installed by now, or broken off.
void rm(updateFolder(facts), { recursive: true, force: true }).catch(() => undefined)
const tokens = new FileTokens()
const app = new App(createPorts(facts, send, prints, installs), tokens, { home: facts.userData })

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
      return send({ kind: 'answer', id: message.id, value: await app.call(message.name, message.input) })
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
    case 'close':
      await app.close()
      return send({ kind: 'answer', id: message.id, value: null })
  }
})
