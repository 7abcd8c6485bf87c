import { rm, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import type { Contract } from '../../shared/api/contract.ts'
import type { InputOf, OutputOf } from '../../shared/api/endpoint.ts'
import { handedOver, type UpdateFacts, type updateApi } from '../../shared/api/update.ts'
import { AppError, messageOf } from '../../shared/errors.ts'
import type { Backups } from '../backup/backups.ts'
import type { JobControl } from '../jobs/jobs.ts'
import type { OpenOffice } from '../lobby/enter.ts'
import { newestIn } from '../update/folder.ts'
import { mustFit, takeOut, type UpdatePackage, withUpdate } from '../update/package.ts'
import type { Installation } from './ports.ts'
import type { ActionScope, ReadScope, WriteScope } from './scopes.ts'

export type UpdateName = keyof typeof updateApi

interface Desk {
  readonly open: OpenOffice
  readonly backups: Backups
  readonly scope: ActionScope
}

/** The calls of 程序更新. They back up before anything else begins, and a backup needs the office's key. */
export async function answerUpdates(desk: Desk, name: UpdateName, input: unknown): Promise<unknown> {
  const { jobs, tokens, ports } = desk.scope
  switch (name) {
    case 'update.state':
      return { version: ports.version, target: ports.installation?.target ?? null, server: await serverOf(desk.scope), last: await lastUpdate(desk.scope) }
    case 'update.look': {
      const path = tokens.pathOf((input as InputOf<Contract['update.look']>).file)
      return look(desk.scope, installed(desk.scope), path)
    }
    case 'update.setServer':
      await setServer(desk.scope, (input as InputOf<Contract['update.setServer']>).address)
      return null
    case 'update.fetch': {
      const here = installed(desk.scope)
      return jobs.run((input as InputOf<Contract['update.fetch']>).job, '从服务器取更新包', control => fromServer(desk.scope, here, control))
    }
    case 'update.install': {
      const { file, job } = input as InputOf<Contract['update.install']>
      const [here, path] = [installed(desk.scope), tokens.pathOf(file)]
      return jobs.run(job, '更新程序', control => install(desk, here, path, control))
    }
  }
}

export const isUpdateName = (name: string): name is UpdateName => name.startsWith('update.')

function installed({ ports: { installation } }: ActionScope): Installation {
  if (!installation) throw new AppError('update.notInstalled', {})
  return installation
}

async function look({ tokens, ports }: ActionScope, here: Installation, chosen: string): Promise<OutputOf<Contract['update.look']>> {
  const isFolder = await stat(chosen).then(
    found => found.isDirectory(),
    () => false,
  )
  const path = isFolder ? await newestIn(chosen, here.trusted, here.target, ports.version) : chosen
  return withUpdate(path, here.trusted, async update => {
    mustFit(update, here.target, ports.version)
    return { ...factsOf(update), file: tokens.offer(path) }
  })
}

function factsOf({ name, signedBy, manifest: { version, kind, platform, arch, size, builtAt, notes } }: UpdatePackage): UpdateFacts {
  return { name, version, kind, platform, arch, size, builtAt, notes, signedBy }
}

async function fromServer(scope: ActionScope, here: Installation, job: JobControl): Promise<OutputOf<Contract['update.look']>> {
  const address = await serverOf(scope)
  if (address === null) throw new AppError('update.noServer', {})
  await job.step(0, 100, '问服务器有没有新版')
  // A cancelled step is heard by the signal; the last piece still comes.
  const progress = (done: number, total: number) => void job.step(Math.floor((done / Math.max(1, total)) * 99), 100, '取更新包').catch(() => undefined)
  const path = await here.fetch(address, job.signal, progress)
  if (path === undefined) throw new AppError('update.upToDate', { version: scope.ports.version })
  return look(scope, here, path)
}

/** Everything that can fail by itself comes before the backup, and the backup before anything that changes the program. */
async function install(desk: Desk, here: Installation, path: string, job: JobControl): Promise<OutputOf<Contract['update.install']>> {
  const { open, backups, scope } = desk
  const { ports } = scope
  const part = (from: number, to: number) => (done: number, total: number, detail?: string) =>
    job.step(Math.floor(from + ((to - from) * done) / Math.max(1, total)), 100, detail)
  try {
    return await withUpdate(path, here.trusted, async update => {
      const { version, sha512 } = update.manifest
      mustFit(update, here.target, ports.version)
      await job.step(0, 100, '核对更新包')
      const copying = part(0, 40)
      const installer = await takeOut(update, here.folder, (done, total) => copying(done, total, '核对更新包'))
      const backup = await backups.run(open, scope, { signal: job.signal, step: part(40, handedOver) }, false)
      await job.step(handedOver, 100, '交给系统安装')
      const versions = { from: ports.version, to: version }
      const note = (more: object) => scope.write(async ({ store }) => store.note({ recordType: 'update', recordId: version, detail: { ...versions, ...more } }))
      await note({ backup: backup.name, file: basename(path), signedBy: update.signedBy, sha512 })
      try {
        return { version, backup: backup.name, next: await here.install(installer, sha512) }
      } catch (cause) {
        await note({ failed: cause instanceof AppError ? messageOf(cause) : '程序出错，没有装上' })
        throw cause
      }
    })
  } catch (cause) {
    await rm(here.folder, { recursive: true, force: true }).catch(() => undefined)
    throw cause
  }
}

const noted = z.object({ from: z.string(), to: z.string(), failed: z.string().optional() })

async function lastUpdate(scope: ActionScope): Promise<OutputOf<Contract['update.state']>['last']> {
  const line = await scope.read(({ db }) =>
    db
      .selectFrom('audit')
      .select(['at', 'after'])
      .where('recordType', '=', 'update')
      .where('action', '=', 'update.install')
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst(),
  )
  const said = noted.safeParse(JSON.parse(line?.after ?? 'null')).data
  return line && said ? { at: line.at, from: said.from, to: said.to, failed: said.failed ?? null } : null
}

const serverKey = 'updateServer'

const remembered = async ({ db }: Pick<ReadScope, 'db'>, key: string): Promise<string | undefined> => {
  const row = await db.selectFrom('memory').select('value').where('actor', '=', '').where('key', '=', key).limit(1).executeTakeFirst()
  return z.string().safeParse(JSON.parse(row?.value ?? 'null')).data
}

const serverOf = async (scope: ActionScope): Promise<string | null> => (await scope.read(reading => remembered(reading, serverKey))) ?? null

async function setServer(scope: ActionScope, address: string | null): Promise<void> {
  await scope.write(async writing => {
    const before = (await remembered(writing, serverKey)) ?? null
    if (before === address) return
    writing.store.rememberForOffice(serverKey, address)
    writing.store.note({ recordType: 'update', recordId: 'server', detail: { before, after: address } })
  })
}

const programKey = 'program'

/** Leaves an audit line when an office is opened with another program than the last time. */
export async function noteProgram(writing: WriteScope, version: string): Promise<void> {
  const { store } = writing
  const before = await remembered(writing, programKey)
  if (before === version) return
  store.rememberForOffice(programKey, version)
  if (before !== undefined) store.note({ recordType: 'update', recordId: version, detail: { from: before, to: version, opened: true } })
}
