import { join } from 'node:path'
import { dayOf } from '../app/clock.ts'
import { idMaker } from '../app/ids.ts'
import type { Ports } from '../app/ports.ts'
import type { FetchRequests } from './fetches.ts'
import type { InstallRequests } from './installs.ts'
import type { EngineFacts, FromEngine } from './messages.ts'
import type { PrintRequests } from './prints.ts'

/** Where an installer lies until it has been started. */
export const updateFolder = ({ userData }: EngineFacts): string => join(userData, 'update')

/** Where a package of a web server is put together. */
export const fetchFolder = ({ userData }: EngineFacts): string => join(userData, 'update-fetched')

interface Updates {
  readonly installs: InstallRequests
  readonly fetches: FetchRequests
}

/** The outside world as the engine sees it: the clock of this PC, and messages to the window process for the rest. */
export function createPorts(facts: EngineFacts, send: (message: FromEngine) => void, prints: PrintRequests, updates: Updates): Ports {
  const { installed } = facts
  return {
    clock: { now: () => new Date().toISOString(), today: () => dayOf(new Date()) },
    newId: idMaker(Date.now),
    printer: prints.printer,
    machine: facts.machine,
    version: facts.version,
    installation: installed && { ...installed, folder: updateFolder(facts), install: updates.installs.install, fetch: updates.fetches.fetch },
    push: push => send({ kind: 'push', push }),
    log: {
      info: message => send({ kind: 'log', level: 'info', message }),
      error: (message, cause) => send({ kind: 'log', level: 'error', message, cause: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) }),
    },
    checkReplies: facts.checkReplies,
  }
}
