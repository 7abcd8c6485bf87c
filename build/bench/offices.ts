import { hash } from 'node:crypto'
import { constants, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3-multiple-ciphers'
import { App } from '../../main/app/app.ts'
import type { Ports } from '../../main/app/ports.ts'
import { FileTokens } from '../../main/files/tokens.ts'
import { officeFiles } from '../../main/lobby/key-file.ts'
import type { Contract, EndpointName } from '../../shared/api/contract.ts'
import type { CallOf, OutputOf } from '../../shared/api/endpoint.ts'
import { messageOf } from '../../shared/errors.ts'
import { makeDemo, type DemoRequest } from '../demo/make.ts'
import { portsAt, users } from '../demo/office.ts'
import { root } from '../root.ts'

/** Every office of the bench has this day as its last, so that a run in spring measures the same as one in autumn. */
export const today = '2026-11-23'
export const year = 2026
export const password = 'Zugong-Bench-2026'

type Shape = Pick<DemoRequest, 'scale' | 'years'>

export const county: Shape = { scale: 'county', years: 5 }
export const youngCounty: Shape = { scale: 'county', years: 1 }

const store = join(tmpdir(), 'zugong-bench')
/** What an office's content depends on; a change here makes new ones. */
const sources = ['build/demo', 'main/db/migrations']

/** Where something made from these sources is kept. */
export function folderOf(name: string): string {
  const files = sources
    .flatMap(folder => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter(f => f.isFile()))
    .map(f => join(f.parentPath, f.name))
  const key = hash('sha256', JSON.stringify(files.toSorted().map(f => hash('sha256', readFileSync(f)))))
  return join(store, `${name}-${key.slice(0, 16)}`)
}

/** Half a gigabyte each: what was made from older sources goes. */
export function makeRoom(beginning: string): void {
  mkdirSync(store, { recursive: true })
  for (const name of readdirSync(store)) if (name.startsWith(beginning)) rmSync(join(store, name), { recursive: true, force: true })
}

const copies = new Map<string, string>()

/**
 * The folder of a made-up office. It is made once and kept in the system's temporary folder; each run works on a copy
 * of its own, so that two at a time are no trouble.
 */
export async function officeOf(shape: Shape, say: (line: string) => void): Promise<string> {
  const kept = folderOf(`${shape.scale}-${shape.years}`)
  const known = copies.get(kept)
  if (known) return known
  if (!existsSync(kept)) await make(shape, kept, say)
  const { folder, remove } = copyOf(kept)
  copies.set(kept, folder)
  process.once('exit', remove)
  return folder
}

async function make(shape: Shape, folder: string, say: (line: string) => void): Promise<void> {
  say(`making an office: ${shape.scale}, ${shape.years} years, kept in ${folder}`)
  makeRoom(`${shape.scale}-${shape.years}-`)
  const making = mkdtempSync(join(store, 'making-'))
  await makeDemo({ ...shape, seed: 'bench', folder: making, password, today })
  renameSync(making, folder)
}

/** A copy to write to, and how to be rid of it. */
export function copyOf(folder: string): { folder: string; remove(): void } {
  const copy = mkdtempSync(join(store, 'copy-'))
  cpSync(folder, copy, { recursive: true, mode: constants.COPYFILE_FICLONE })
  return { folder: copy, remove: () => rmSync(copy, { recursive: true, force: true }) }
}

export interface OpenOffice {
  readonly app: App
  readonly tokens: FileTokens
  /** Through the door, as the window calls; failures are thrown. */
  call<N extends EndpointName>(name: N, input: CallOf<Contract[N]>): Promise<OutputOf<Contract[N]>>
  /** As an SQLCipher client takes it. */
  readonly key: string
  /** Another connection to the same file, set as the program sets its own: what floors are measured on. */
  bare(): SQLite.Database
  close(): Promise<void>
}

export const ports: Ports = portsAt({ now: () => new Date().toISOString(), today: () => today })

/** Opens an office as 经办人. Replies are not checked against the contract, as in production. */
export async function openOffice(folder: string, own: Partial<Ports> = {}): Promise<OpenOffice> {
  const tokens = new FileTokens()
  const app = new App({ ...ports, ...own }, tokens)
  const call: OpenOffice['call'] = async (name, input) => answer(await app.call(name, input))
  await call('lobby.open', { folder: tokens.offer(folder) })
  await call('lobby.unlock', { user: users.admin, password })
  const { key } = await app.rawKey()
  await call('lobby.unlock', { user: users.clerk, password })
  return { app, tokens, call, key, bare: () => bareConnection(folder, key), close: () => app.close() }
}

function answer<T>(reply: Awaited<ReturnType<App['call']>>): T
function answer(reply: Awaited<ReturnType<App['call']>>): unknown {
  if (reply.ok) return reply.value
  throw new Error(messageOf(reply.error))
}

/** SQLite with nothing of ours around it: the same file format, cache and durability as main/db/open.ts. */
export function bareConnection(folder: string, key: string): SQLite.Database {
  const sqlite = new SQLite(officeFiles(folder).database, { fileMustExist: true })
  for (const pragma of [
    "cipher = 'sqlcipher'",
    'legacy = 4',
    `key = "x'${key}'"`,
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    'cache_size = -131072',
    'temp_store = MEMORY',
    'busy_timeout = 4000',
  ])
    sqlite.pragma(pragma)
  return sqlite
}
