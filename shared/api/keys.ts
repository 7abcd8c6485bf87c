import { z } from 'zod'
import type { Role } from '../domain/roles.ts'
import { action } from './endpoint.ts'

const administrator: readonly Role[] = ['admin']

/** 更换数据库密钥: what a key would still open that somebody took away is closed for all that is written from then on. */
export const keysApi = {
  'keys.state': action(
    z.strictObject({}),
    z.object({
      /** When it was changed last, and who was disabled since: they may have kept the key, or a copy of a slot. */
      changedAt: z.string().nullable(),
      disabledSince: z.array(z.string()),
      /** Who goes on with his own password, and who needs an initial one afterwards since he has not entered since the program was renewed. */
      keeps: z.array(z.string()),
      loses: z.array(z.string()),
      /** Whether the recovery code that was printed goes on opening; otherwise a new one must be printed first. */
      codeKeeps: z.boolean(),
      backupFolder: z.string().nullable(),
    }),
    administrator,
  ),
  /** A recovery code to be printed before `keys.change` seals the key for it. Nothing is written; the next one takes its place. */
  'keys.newCode': action(z.strictObject({}), z.object({ recoveryCode: z.string() }), administrator),
  /** Backs up, then gives the database a new random key. `newCode`: the printed code opens from then on, and the former one does not. */
  'keys.change': action(
    z.strictObject({ job: z.string().max(60), newCode: z.boolean() }),
    z.object({ backup: z.string(), loses: z.array(z.string()) }),
    administrator,
  ),
}
