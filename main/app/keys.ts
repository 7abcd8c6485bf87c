import type { Contract } from '../../shared/api/contract.ts'
import type { InputOf, OutputOf } from '../../shared/api/endpoint.ts'
import type { keysApi } from '../../shared/api/keys.ts'
import type { Backups } from '../backup/backups.ts'
import { changeKey } from '../backup/rekey.ts'
import type { JobControl } from '../jobs/jobs.ts'
import type { OpenOffice } from '../lobby/enter.ts'
import { readKeyFile } from '../lobby/key-file.ts'
import { recoveryName, whoIs } from '../lobby/keys.ts'
import type { Lobby } from '../lobby/lobby.ts'
import { slotsWithNext } from '../lobby/slots.ts'
import type { ActionScope } from './scopes.ts'

export type KeysName = keyof typeof keysApi

interface Desk {
  readonly open: OpenOffice
  readonly lobby: Lobby
  readonly backups: Backups
  readonly scope: ActionScope
}

/** The calls of 更换数据库密钥. */
export async function answerKeys(desk: Desk, name: KeysName, input: unknown): Promise<unknown> {
  switch (name) {
    case 'keys.state':
      return state(desk)
    case 'keys.newCode':
      return { recoveryCode: desk.lobby.prepareCode(desk.open) }
    case 'keys.change': {
      const { job, newCode } = input as InputOf<Contract['keys.change']>
      return desk.scope.jobs.run(job, '更换数据库密钥', control => change(desk, control, newCode))
    }
  }
}

export const isKeysName = (name: string): name is KeysName => name.startsWith('keys.')

async function state({ open, scope, backups }: Desk): Promise<OutputOf<Contract['keys.state']>> {
  const { folder } = await backups.state(open, scope)
  const names = await namesIn(scope)
  const keys = readKeyFile(open.folder)
  // Tried with the key in force, which gives nobody anything new; nothing of it is kept.
  const { sealedFor } = slotsWithNext(keys, names, open)
  const keeps = (name: string) => sealedFor.has(whoIs(keys.officeId, name))
  return {
    ...(await since(scope)),
    keeps: names.filter(keeps),
    loses: names.filter(name => !keeps(name)),
    codeKeeps: keeps(recoveryName),
    backupFolder: folder,
  }
}

async function change(desk: Desk, job: JobControl, newCode: boolean): Promise<OutputOf<Contract['keys.change']>> {
  const { open, lobby, backups, scope } = desk
  const code = lobby.codeToSeal(open, newCode)
  const part = (from: number, to: number) => (share: number, detail: string) => job.step(Math.floor(from + (to - from) * share), 100, detail)
  const backup = await backups.run(open, scope, { ...job, step: (done, total, detail) => part(0, 50)(done / total, detail ?? '备份') }, false)
  const names = await namesIn(scope)
  const loses = await backups.alone(() => changeKey({ open, scope, names, code, progress: part(50, 100), signal: job.signal }))
  lobby.forgetCode()
  await job.step(100, 100, '已换')
  return { backup: backup.name, loses: [...loses] }
}

const namesIn = (scope: ActionScope): Promise<string[]> =>
  scope.read(async ({ db }) => {
    const users = await db
      .selectFrom('user')
      .select('name')
      .where('voidedAt', 'is', null)
      .where('disabled', '=', 0)
      .orderBy('createdAt')
      .orderBy('id')
      .execute()
    return users.map(user => user.name)
  })

/** When the key was changed last, and who was disabled since, as the audit says. */
const since = (scope: ActionScope): Promise<{ changedAt: string | null; disabledSince: string[] }> =>
  scope.read(async ({ db }) => {
    const changed = await db
      .selectFrom('audit')
      .select(['seq', 'at'])
      .where('recordType', '=', 'office')
      .where('action', '=', 'keys.change')
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    const lines = await db
      .selectFrom('audit')
      .select('recordId')
      .distinct()
      .where('recordType', '=', 'user')
      .where('action', '=', 'users.disable')
      .where('seq', '>', changed?.seq ?? 0)
      .execute()
    const users = await db
      .selectFrom('user')
      .select('name')
      .where(
        'id',
        'in',
        lines.map(line => line.recordId),
      )
      .orderBy('name')
      .execute()
    return { changedAt: changed?.at ?? null, disabledSince: users.map(user => user.name) }
  })
