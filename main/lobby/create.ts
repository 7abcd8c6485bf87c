import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import type { InputOf } from '../../shared/api/endpoint.ts'
import type { lobbyApi } from '../../shared/api/lobby.ts'
import { user } from '../../shared/domain/user.ts'
import { AppError } from '../../shared/errors.ts'
import type { Ports } from '../app/ports.ts'
import { Office } from '../app/scopes.ts'
import { migrate } from '../db/migrate.ts'
import { openDatabase } from '../db/open.ts'
import { takeShipments } from '../shipped/shipments.ts'
import { officeFiles, syncFolder, writeKeyFile } from './key-file.ts'
import { type KeySlot, newRecoveryCode, normalizeRecoveryCode, recoveryName, sealKey, whoIs } from './keys.ts'
import { secretOf } from './sealed.ts'

type Input = InputOf<(typeof lobbyApi)['lobby.create']>

interface Making {
  readonly folder: string
  readonly key: Uint8Array
  readonly ports: Ports
  readonly cost: number
}

/** Where the database is made. It takes its name last, so that a pulled plug never leaves half an office. */
const unfinished = (folder: string): string => `${officeFiles(folder).database}.new`

/** Refuses a folder that holds an office, or what is left of one: its keys must not be lost. */
export function refuseExisting(folder: string): void {
  const { database, keys, keysCopy } = officeFiles(folder)
  const begun = existsSync(unfinished(folder))
  if (existsSync(database) || (!begun && (existsSync(keys) || existsSync(keysCopy)))) throw new AppError('office.exists', { folder })
}

/** Makes the files of an empty office with its two first users, and gives its recovery code. */
export async function makeOffice(making: Making, input: Input): Promise<string> {
  const { folder, key } = making
  const recoveryCode = newRecoveryCode()
  const officeId = randomUUID()
  const secrets = [
    [input.admin.name, input.admin.password],
    [input.clerk.name, input.clerk.password],
    [recoveryName, normalizeRecoveryCode(recoveryCode)],
  ] as const
  const slots: KeySlot[] = []
  const holding = { key, secret: secretOf(key) }
  for (const [name, password] of secrets) slots.push(await sealKey(holding, whoIs(officeId, name), password, making.cost))
  remove(unfinished(folder))
  await furnish(making, input)
  writeKeyFile(folder, { format: 3, officeId, name: input.name, idleMinutes: 10, listed: [], attempts: { failures: 0, lastAt: 0 }, slots })
  renameSync(unfinished(folder), officeFiles(folder).database)
  syncFolder(folder)
  return recoveryCode
}

/** The first records: the office's name, its two users, what comes with the program. */
async function furnish({ folder, key, ports }: Making, { admin, clerk, name, preset }: Input): Promise<void> {
  const connections = openDatabase(unfinished(folder), key, { create: true })
  try {
    migrate(connections.writer)
    const who = { actor: admin.name, role: 'admin', office: { name, preset } } as const
    await new Office(connections, ports).write(
      who,
      'lobby.create',
      async scope => {
        const { store } = scope
        connections.writer.prepare('INSERT INTO office (id, name, preset, createdAt) VALUES (1, ?, ?, ?)').run(name, preset, ports.clock.now())
        store.note({ recordType: 'office', recordId: '1', detail: { name, preset } })
        store.create(user, { name: admin.name, role: 'admin', disabled: false, modules: null, scopeId: null, grants: null })
        store.create(user, { name: clerk.name, role: 'clerk', disabled: false, modules: null, scopeId: null, grants: null })
        await takeShipments(scope)
      },
      () => undefined,
    )
  } finally {
    await connections.close()
  }
}

/** Makes the folder; the reply takes back what was made, of the folder and in it, and nothing else. */
export function prepareFolder(folder: string): () => void {
  const topmost = mkdirSync(folder, { recursive: true })
  return () => {
    const { database, keys, keysCopy, lock } = officeFiles(folder)
    for (const file of [database, unfinished(folder), keys, keysCopy, lock]) remove(file)
    if (topmost === undefined) return
    try {
      for (let at = folder; at.length >= topmost.length; at = dirname(at)) rmdirSync(at)
    } catch {
      // Someone else has put something there meanwhile: it stays.
    }
  }
}

const remove = (file: string): void => ['', '-wal', '-shm'].forEach(end => rmSync(`${file}${end}`, { force: true }))
