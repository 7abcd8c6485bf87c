import { join } from 'node:path'
import { App } from '../../main/app/app.ts'
import { type Call, callerOf } from '../../main/app/caller.ts'
import type { Connections } from '../../main/db/open.ts'
import { openDatabase } from '../../main/db/open.ts'
import { FileTokens } from '../../main/files/tokens.ts'
import { officeFiles } from '../../main/lobby/key-file.ts'
import { portsAt, users } from '../demo/office.ts'
import type { Tip } from './messages.ts'

export const firstPassword = 'Zugong-Torture-1'
/** Cheap key slots: what is tried here is not how long scrypt takes. */
export const cost = 2 ** 10

export interface Program {
  readonly app: App
  readonly call: Call
  readonly tokens: FileTokens
}

const localDay = (at: Date) => `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`

/** The real application, turned to this office and not yet in it. */
export async function programAt(folder: string): Promise<Program> {
  const tokens = new FileTokens()
  const ports = portsAt({ now: () => new Date().toISOString(), today: () => localDay(new Date()) })
  const app = new App(ports, tokens, { home: null, cost })
  const call = callerOf(app)
  await call('lobby.open', { folder: tokens.offer(folder) })
  return { app, call, tokens }
}

/** The database key, for looking at the file beside the program. */
export async function keyOf(folder: string, password: string): Promise<string> {
  const { app, call } = await programAt(folder)
  await call('lobby.unlock', { user: users.admin, password })
  const { key } = await app.rawKey()
  await app.close()
  return key
}

/** The file itself, with nothing of the application around it. */
export const fileOf = (folder: string, key: string, create = false): Connections =>
  openDatabase(officeFiles(folder).database, Buffer.from(key, 'hex'), { create })

export const walOf = (folder: string): string => join(folder, 'office.db-wal')

/** The newest line of the audit as it is committed now; null before there is one. */
export function tipOf(sqlite: Connections['reader']): Tip | null {
  const [line] = sqlite.prepare('SELECT seq, chain FROM audit ORDER BY seq DESC LIMIT 1').raw().all()
  return Array.isArray(line) ? { seq: Number(line[0]), chain: String(line[1]) } : null
}
