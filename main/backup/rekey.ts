import { randomBytes } from 'node:crypto'
import { renameSync, rmSync, statSync } from 'node:fs'
import { open as openFile } from 'node:fs/promises'
import { AppError } from '../../shared/errors.ts'
import { Office, type ActionScope } from '../app/scopes.ts'
import { keyFits } from '../db/fits.ts'
import { openDatabase } from '../db/open.ts'
import type { JobControl } from '../jobs/jobs.ts'
import { type OpenOffice, settleKeyFile } from '../lobby/enter.ts'
import { officeFiles, readKeyFile, syncFolder, writeKeyFile } from '../lobby/key-file.ts'
import { type KeySlot, whoIs } from '../lobby/keys.ts'
import { slotsWithNext } from '../lobby/slots.ts'
import { keepFormerKey } from './former-keys.ts'
import { difference } from './inventory.ts'
import { chunk } from './pack.ts'
import { checkCopy, rekeyCopy } from './threads.ts'

interface Change {
  readonly open: OpenOffice
  readonly scope: ActionScope
  /** Enabled users. */
  readonly names: readonly string[]
  /** The recovery code's new slot, made for the key that is given. */
  readonly code: ((key: Uint8Array) => Promise<KeySlot>) | undefined
  readonly progress: (share: number, detail: string) => Promise<void>
  readonly signal: JobControl['signal']
}

/**
 * 更换数据库密钥. A copy under the new key is made and proved beside the database, then takes its name: until that
 * instant the old key opens, from it on the new one. Before it, the new key is sealed into the slots beside the old one, and only after it the
 * old one goes: whoever pulls the plug in between enters with the same password, and `enter` ends what was begun. Gives the names
 * for whom nothing could be sealed.
 */
export async function changeKey({ open, scope, names, code, progress, signal }: Change): Promise<readonly string[]> {
  const { folder, office } = open
  const { database, rekeyed } = officeFiles(folder)
  const next = randomBytes(32)
  const loses: string[] = []
  try {
    await office.exchange(
      async () => {
        removeAll(rekeyed)
        const keys = readKeyFile(folder)
        const { slots, sealedFor } = slotsWithNext(keys, names, { key: next, secret: open.secret })
        loses.push(...names.filter(name => !sealedFor.has(whoIs(keys.officeId, name))))
        const added = code && (await code(next))
        const others = added ? slots.map(slot => (slot.who === added.who ? { ...slot, next: undefined } : slot)) : slots
        writeKeyFile(folder, { ...keys, slots: added ? [...others, added] : others })
        await copyOf(await office.bytes(database), rekeyed, progress)
        await progress(0.4, '换密钥')
        const before = await rekeyCopy({ path: rekeyed, key: open.key, next }, signal)
        await progress(0.65, '核对每一页')
        const { wrong, inventory } = await checkCopy({ path: rekeyed, key: next, thorough: false }, signal, async () => undefined)
        const other = wrong || difference(before, inventory)
        if (other) throw new AppError('office.damaged', { what: `数据文件（${other}）` })
        await progress(0.9, '记入审计')
        await note(rekeyed, next, { open, scope, loses, newCode: code !== undefined })
        await syncFile(rekeyed)
        // The last chance to turn back.
        await progress(0.95, '换上')
      },
      () => {
        // What is left of the log is empty, but under the former key.
        for (const end of ['-wal', '-shm']) {
          if ((statSync(database + end, { throwIfNoEntry: false })?.size ?? 0) > 0 && end === '-wal') throw new AppError('database.busy', {})
          rmSync(database + end, { force: true })
        }
        syncFolder(folder)
        renameSync(rekeyed, database)
        syncFolder(folder)
      },
      () => {
        if (keyFits(database, next)) open.key.set(next)
        return openDatabase(database, open.key, { create: false })
      },
    )
  } finally {
    tidy(folder, next)
  }
  return loses
}

/** What cannot be tidied now, on a full disk, is at the next entry. */
function tidy(folder: string, next: Uint8Array): void {
  const { database, rekeyed } = officeFiles(folder)
  try {
    // First: on a full disk this is what makes room for the other.
    removeAll(rekeyed)
    settleKeyFile(folder, keyFits(database, next) ? 'next' : 'now')
  } catch {
    // Told by nothing but a second slot: both open.
  }
  next.fill(0)
}

const removeAll = (path: string): void => ['', '-wal', '-shm', '-journal'].forEach(end => rmSync(path + end, { force: true }))

async function copyOf(from: Awaited<ReturnType<Office['bytes']>>, to: string, progress: Change['progress']): Promise<void> {
  const { size } = await from.stat()
  const target = await openFile(to, 'w', 0o600)
  try {
    const bytes = Buffer.alloc(chunk)
    for (let at = 0; at < size;) {
      const { bytesRead } = await from.read(bytes, 0, Math.min(chunk, size - at), at)
      if (bytesRead === 0) throw new AppError('office.damaged', { what: '数据文件' })
      await target.appendFile(bytes.subarray(0, bytesRead))
      at += bytesRead
      await progress((0.4 * at) / size, '另写一份')
    }
  } finally {
    await target.close()
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await openFile(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Into the copy: the line is there if and only if the key has changed. */
async function note(
  path: string,
  key: Uint8Array,
  { open, scope, loses, newCode }: Pick<Change, 'open' | 'scope'> & { loses: readonly string[]; newCode: boolean },
) {
  const connections = openDatabase(path, key, { create: false })
  try {
    const { actor, role, office } = scope
    const detail = { key: 'changed', ...(newCode && { code: 'new' }), ...(loses.length > 0 && { loses: loses.join('、') }) }
    await new Office(connections, scope.ports).write(
      { actor, role, office },
      'keys.change',
      async ({ db, store }) => {
        await keepFormerKey(db, store, open.key)
        store.note({ recordType: 'office', recordId: '1', detail })
      },
      () => undefined,
    )
  } finally {
    await connections.close()
  }
}
