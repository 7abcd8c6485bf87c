import type { OutputOf } from '../../shared/api/endpoint.ts'
import type { lobbyApi } from '../../shared/api/lobby.ts'
import type { Ports } from '../app/ports.ts'
import { isOffice, type KeyFile, readKeyFile } from './key-file.ts'
import { lastOffice } from './last-office.ts'
import { secondsToWait } from './passwords.ts'

export type Status = OutputOf<(typeof lobbyApi)['lobby.status']>

/** The office that was open last on this PC, where it still is. */
export function lastFolder(home: string | null): string | null {
  const last = lastOffice(home)
  return last && isOffice(last.folder) ? last.folder : null
}

interface Where {
  readonly folder: string | null
  readonly home: string | null
  readonly open: boolean
}

/** What the lobby shows of an office before anyone has proved anything. Needs neither the database nor the contract: it is asked while both are still being loaded. */
export function statusOf({ folder, home, open }: Where, { version, clock }: Pick<Ports, 'version' | 'clock'>): Status {
  const keys = folder === null ? undefined : legible(folder)
  return {
    state: open ? 'open' : keys ? 'locked' : 'none',
    version,
    office: keys && folder !== null ? { name: keys.name, folder, lastUsedAt: lastOffice(home)?.at ?? null } : null,
    users: keys?.listed ?? [],
    idleMinutes: keys?.idleMinutes ?? 10,
    waitSeconds: keys ? secondsToWait(keys.attempts, Date.parse(clock.now())) : 0,
  }
}

/** The keys of a folder, as far as they can be read: the lock screen must open over a damaged office too. */
function legible(folder: string): KeyFile | undefined {
  try {
    return readKeyFile(folder)
  } catch {
    return undefined
  }
}
