import { z } from 'zod'
import { action, everyone, lobby } from './endpoint.ts'
import { lobbyStatus } from './lobby.ts'
import { fileToken } from './shell.ts'

const job = z.string().max(60)

/** What a backup says of itself. */
export const backupFacts = z.object({
  name: z.string(),
  size: z.int(),
  office: z.string(),
  madeAt: z.string(),
  machine: z.string(),
  program: z.string(),
  organizations: z.int(),
  people: z.int(),
  activities: z.int(),
  auditLines: z.int(),
})
export type BackupFacts = z.infer<typeof backupFacts>

/** One in the folder. */
const lying = z.object({
  name: z.string(),
  size: z.int(),
  /** Null where its head cannot be read. */
  facts: backupFacts.nullable(),
  /** When it was last proved from end to end; backups get their name only after the first time. */
  provedAt: z.string().nullable(),
  /** What is wrong with it, in words. */
  wrong: z.string().nullable(),
})

export const backupState = z.object({
  folder: z.string().nullable(),
  /** Why the folder cannot be read now: the stick is out, the share is away. */
  away: z.string().nullable(),
  /** The last one that was written and proved, here or in an earlier folder. */
  last: z.object({ at: z.string(), name: z.string(), folder: z.string(), size: z.int() }).nullable(),
  /** Why the last try came to nothing; null after a good one. */
  failure: z.object({ at: z.string(), message: z.string() }).nullable(),
  backups: z.array(lying),
  keep: z.object({ daily: z.number(), weekly: z.number(), monthly: z.number() }),
  /** Days without a backup, and from how many on the first page says so. */
  days: z.int(),
  warnDays: z.number(),
})
export type BackupState = z.infer<typeof backupState>

const secret = z.string().min(1).max(200)
/** Who opens a backup: a user of it with the password of that day, or anyone with the recovery code. */
const opener = { file: fileToken, user: z.string().trim().max(40).nullable(), secret, job }

/** 备份与恢复. What is written is encrypted as the office is, so those who see no business records may do it too. */
export const backupApi = {
  'backup.state': action(z.strictObject({}), backupState, everyone),
  'backup.setFolder': action(z.strictObject({ folder: fileToken }), z.null(), ['clerk', 'head', 'admin']),
  'backup.run': action(z.strictObject({ job }), backupFacts.extend({ removed: z.array(z.string()) }), ['clerk', 'head', 'admin']),
  /** Proves one of the folder again, from end to end. */
  'backup.prove': action(z.strictObject({ name: z.string().max(200), job }), backupFacts, ['clerk', 'head', 'admin']),
  'lobby.lookIntoBackup': lobby(z.strictObject({ file: fileToken }), backupFacts),
  /** Makes an office of a backup. One that lies in the folder already is renamed aside and stays whole. */
  'lobby.restore': lobby(z.strictObject({ ...opener, folder: fileToken }), z.object({ status: lobbyStatus, folder: z.string(), aside: z.string().nullable() })),
  /** 恢复演练: restores to a place of its own, proves it, and removes it. */
  'lobby.drill': lobby(z.strictObject(opener), backupFacts.extend({ seconds: z.number() })),
  'lobby.cancelJob': lobby(z.strictObject({ job }), z.null()),
}
