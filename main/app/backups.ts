import type { backupApi } from '../../shared/api/backup.ts'
import type { Contract } from '../../shared/api/contract.ts'
import type { InputOf } from '../../shared/api/endpoint.ts'
import type { Backups } from '../backup/backups.ts'
import type { OpenOffice } from '../lobby/enter.ts'
import type { ActionScope } from './scopes.ts'

export type BackupName = Extract<keyof typeof backupApi, `backup.${string}`>

interface Desk {
  readonly open: OpenOffice
  readonly backups: Backups
  readonly scope: ActionScope
}

/** The calls of 备份与恢复 in an open office. They need its key and its file, which no feature has. */
export async function answerBackups({ open, backups, scope }: Desk, name: BackupName, input: unknown): Promise<unknown> {
  const { jobs, tokens } = scope
  switch (name) {
    case 'backup.state':
      return backups.state(open, scope)
    case 'backup.setFolder':
      await backups.setFolder(open, scope, tokens.pathOf((input as InputOf<Contract['backup.setFolder']>).folder))
      return null
    case 'backup.run':
      return jobs.run((input as InputOf<Contract['backup.run']>).job, '备份', job => backups.run(open, scope, job, false))
    case 'backup.prove': {
      const asked = input as InputOf<Contract['backup.prove']>
      return jobs.run(asked.job, '核对备份', job => backups.prove(open, scope, job, asked.name))
    }
  }
}

export const isBackupName = (name: string): name is BackupName => name.startsWith('backup.')
