import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../shared/errors.ts'

const slot = z.object({ who: z.string(), salt: z.string(), cost: z.int().positive(), iv: z.string(), wrapped: z.string(), tag: z.string() })

const keyFile = z.object({
  format: z.literal(1),
  officeId: z.string(),
  /** For the lock screen. The name of an office is no secret. */
  name: z.string(),
  idleMinutes: z.number(),
  /** Names for the lock screen, where the office has chosen to list them. */
  listed: z.array(z.object({ name: z.string(), role: z.string() })),
  slots: z.array(slot),
})
export type KeyFile = z.infer<typeof keyFile>

const attempts = z.object({ failures: z.int(), lastAt: z.number() })
export type Attempts = z.infer<typeof attempts>

/** The files of an office's folder. */
export const officeFiles = (folder: string) => ({
  database: join(folder, 'office.db'),
  keys: join(folder, 'keys.json'),
  keysCopy: join(folder, 'keys.copy.json'),
  attempts: join(folder, 'attempts.json'),
  lock: join(folder, 'office.lock'),
})

export const isOffice = (folder: string): boolean => existsSync(officeFiles(folder).database) && (existsSync(officeFiles(folder).keys) || existsSync(officeFiles(folder).keysCopy))

/** Reads the key slots, from the second copy where the first is damaged. */
export function readKeyFile(folder: string): KeyFile {
  const files = officeFiles(folder)
  for (const path of [files.keys, files.keysCopy]) {
    const read = parsed(path, keyFile)
    if (read) return read
  }
  throw new AppError(isOffice(folder) ? 'office.damaged' : 'office.missing', isOffice(folder) ? { what: '钥匙文件' } : { folder })
}

export function writeKeyFile(folder: string, content: KeyFile): void {
  const text = JSON.stringify(content, null, 1)
  writeWhole(officeFiles(folder).keys, text)
  writeWhole(officeFiles(folder).keysCopy, text)
}

export const readAttempts = (folder: string): Attempts => parsed(officeFiles(folder).attempts, attempts) ?? { failures: 0, lastAt: 0 }

export const writeAttempts = (folder: string, value: Attempts): void => writeWhole(officeFiles(folder).attempts, JSON.stringify(value))

/** All of the file or, after a crash, all of the old one. */
export function writeWhole(path: string, text: string): void {
  const file = openSync(`${path}.new`, 'w', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(`${path}.new`, path)
}

function parsed<T>(path: string, schema: z.ZodType<T>): T | undefined {
  if (!existsSync(path)) return
  try {
    return schema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data
  } catch {
    return
  }
}
