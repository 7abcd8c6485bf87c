import { rm } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { z } from 'zod'
import type { BackupFacts, BackupState } from '../../shared/api/backup.ts'
import { AppError, messageOf } from '../../shared/errors.ts'
import { daysBetween } from '../../shared/rules/days.ts'
import { keptBackups, type Rotation } from '../../shared/rules/rotation.ts'
import { dayOf } from '../app/clock.ts'
import { Mutex } from '../app/mutex.ts'
import type { ActionScope, ReadScope } from '../app/scopes.ts'
import type { JobControl } from '../jobs/jobs.ts'
import type { OpenOffice } from '../lobby/enter.ts'
import { readKeyFile } from '../lobby/key-file.ts'
import { parametersOn } from '../records/parameters.ts'
import { factsOf } from './facts.ts'
import { formerKeys } from './former-keys.ts'
import { backupsIn, type Lying, mustBeThere, refuseInside } from './folder.ts'
import { type Made, makeBackup, proofFolder } from './make.ts'
import { drill } from './prove.ts'
import { withBackup } from './unpack.ts'

const last = z.object({ at: z.string(), name: z.string(), folder: z.string(), size: z.number() })
const failure = z.object({ at: z.string(), message: z.string() })
/** What the office remembers of its backups. It survives the folder. */
const remembered = z.object({
  folder: z.string().nullable(),
  last: last.nullable(),
  failure: failure.nullable(),
  proved: z.record(z.string(), z.object({ at: z.string(), wrong: z.string().nullable() })),
})
type Remembered = z.infer<typeof remembered>
const nothing: Remembered = { folder: null, last: null, failure: null, proved: {} }
const memoryKey = 'backup'

/** Where backups go, how many stay, and when the last one was made. One at a time. */
export class Backups {
  readonly #working = new Mutex()

  async state(open: OpenOffice, scope: ActionScope): Promise<BackupState> {
    const { memory, keep, warnDays, since } = await scope.read(recall)
    const { found, away } = await this.#lying(open, memory.folder)
    const from = memory.last ? dayOf(new Date(memory.last.at)) : since
    return {
      folder: memory.folder,
      away,
      last: memory.last,
      failure: memory.failure,
      backups: found.map(({ name, size, header, wrong }) => ({
        name,
        size,
        facts: header && factsOf(name, size, header),
        provedAt: memory.proved[name]?.at ?? null,
        wrong: wrong ?? memory.proved[name]?.wrong ?? null,
      })),
      keep,
      days: Math.max(0, daysBetween(from, scope.today)),
      warnDays,
    }
  }

  async setFolder(open: OpenOffice, scope: ActionScope, chosen: string): Promise<void> {
    const folder = resolve(chosen)
    refuseInside(resolve(open.folder), folder)
    await mustBeThere(folder)
    await scope.write(async ({ db, store }) => {
      const { memory } = await recall({ ...scope, db })
      store.rememberForOffice(memoryKey, { ...memory, folder, failure: null })
      store.note({ recordType: 'backup', recordId: 'folder', detail: { before: memory.folder, after: folder } })
    })
  }

  /** True where a folder is chosen and nothing of today lies there yet. */
  async isDue(scope: ActionScope): Promise<boolean> {
    const { memory } = await scope.read(recall)
    return memory.folder !== null && (memory.last === null || dayOf(new Date(memory.last.at)) < scope.today)
  }

  run(open: OpenOffice, scope: ActionScope, job: JobControl, automatic: boolean): Promise<BackupFacts & { removed: string[] }> {
    return this.#working.run(async () => {
      try {
        return await this.#run(open, scope, job, automatic)
      } catch (cause) {
        if (cause instanceof AppError && cause.code !== 'job.cancelled' && cause.code !== 'backup.noFolder') await this.#failed(scope, messageOf(cause))
        throw cause
      }
    })
  }

  /** Proves a backup of the folder once more, from end to end. */
  prove(open: OpenOffice, scope: ActionScope, job: JobControl, name: string): Promise<BackupFacts> {
    return this.#working.run(async () => {
      const { memory } = await scope.read(recall)
      const { found } = await this.#lying(open, memory.folder)
      const lying = found.find(backup => backup.name === name)
      if (!lying) throw new AppError('file.unreadable', { name: basename(name), why: '文件不在备份文件夹里了' })
      const progress = (share: number, detail: string) => job.step(Math.floor(share * 100), 100, detail)
      try {
        const facts = await withBackup(lying.path, async backup => {
          const former = await scope.read(({ db }) => formerKeys(db))
          const key = former.find(backup.head.isBy) ?? open.key
          await drill(backup, proofFolder(open.folder), { key, thorough: true, signal: job.signal, progress })
          return factsOf(name, backup.size, backup.header)
        })
        await this.#proved(scope, name, null)
        return facts
      } catch (cause) {
        if (cause instanceof AppError && 'what' in cause.facts) await this.#proved(scope, name, cause.facts.what)
        throw cause
      }
    })
  }

  /** Work on the file that no backup may be in the middle of. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#working.run(work)
  }

  async #run(open: OpenOffice, scope: ActionScope, job: JobControl, automatic: boolean) {
    const { memory, keep } = await scope.read(recall)
    const { folder } = memory
    if (folder === null) throw new AppError('backup.noFolder', {})
    const made = await makeBackup(open, scope.ports, folder, job)
    const gone = rotatedOut((await this.#lying(open, folder)).found, keep)
    const removed = gone.map(backup => backup.name)
    try {
      await this.#written(scope, folder, made, { automatic, removed })
    } catch (cause) {
      await rm(made.path, { force: true }).catch(() => undefined)
      throw cause
    }
    // One that cannot be removed now is found again after the next backup.
    for (const { path } of gone) await rm(path, { force: true }).catch(() => undefined)
    return { ...factsOf(made.name, made.size, made.header), removed }
  }

  async #lying(open: OpenOffice, folder: string | null): Promise<{ found: Lying[]; away: string | null }> {
    if (folder === null) return { found: [], away: null }
    try {
      return { found: await backupsIn(folder, { id: readKeyFile(open.folder).officeId, name: open.name }), away: null }
    } catch (cause) {
      if (cause instanceof AppError && cause.code === 'backup.unwritable' && 'why' in cause.facts) return { found: [], away: cause.facts.why }
      throw cause
    }
  }

  async #written(scope: ActionScope, folder: string, { name, size, header }: Made, about: { automatic: boolean; removed: string[] }): Promise<void> {
    await scope.write(async ({ db, store }) => {
      const { memory } = await recall({ ...scope, db })
      const at = header.madeAt
      const proved = Object.fromEntries(Object.entries(memory.proved).filter(([other]) => !about.removed.includes(other)))
      store.rememberForOffice(memoryKey, { folder, last: { at, name, folder, size }, failure: null, proved: { ...proved, [name]: { at, wrong: null } } })
      store.note({ recordType: 'backup', recordId: name, detail: { size, sha256: header.database.sha256, auditLines: header.audit.lines, ...about } })
    })
  }

  async #proved(scope: ActionScope, name: string, wrong: string | null): Promise<void> {
    await scope.write(async ({ db, store }) => {
      const { memory } = await recall({ ...scope, db })
      store.rememberForOffice(memoryKey, { ...memory, proved: { ...memory.proved, [name]: { at: scope.ports.clock.now(), wrong } } })
      store.note({ recordType: 'backup', recordId: name, detail: { proved: wrong ?? true } })
    })
  }

  async #failed(scope: ActionScope, message: string): Promise<void> {
    await scope
      .write(async ({ db, store }) => {
        const { memory } = await recall({ ...scope, db })
        store.rememberForOffice(memoryKey, { ...memory, failure: { at: scope.ports.clock.now(), message } })
        store.note({ recordType: 'backup', recordId: 'failed', detail: { message } })
      })
      // What went wrong with the backup is what is told, not that it could not be noted.
      .catch(() => undefined)
  }
}

function rotatedOut(lying: readonly Lying[], keep: Rotation): Lying[] {
  const dated = lying.flatMap(backup => (backup.header ? [{ ...backup, day: dayOf(new Date(backup.header.madeAt)) }] : []))
  const kept = keptBackups(dated, keep)
  return dated.filter(backup => !kept.has(backup))
}

async function recall({ db, today }: Pick<ReadScope, 'db' | 'today'>) {
  const row = await db.selectFrom('memory').select('value').where('actor', '=', '').where('key', '=', memoryKey).limit(1).executeTakeFirst()
  const { createdAt } = await db.selectFrom('office').select('createdAt').limit(1).executeTakeFirstOrThrow()
  const inForce = await parametersOn(db, today)
  const valueOf = (key: string, otherwise: number) => inForce(`backup.${key}`) ?? otherwise
  const read = row && remembered.safeParse(JSON.parse(row.value))
  return {
    memory: read?.data ?? nothing,
    keep: { daily: valueOf('daily', 7), weekly: valueOf('weekly', 4), monthly: valueOf('monthly', 12) },
    warnDays: valueOf('warnDays', 3),
    since: dayOf(new Date(createdAt)),
  }
}
