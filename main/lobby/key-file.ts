import { hash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../shared/errors.ts'

const sealed = z.object({ once: z.string(), iv: z.string(), wrapped: z.string(), tag: z.string() })

const slot = z.object({
  who: z.string(),
  salt: z.string(),
  cost: z.int().positive(),
  iv: z.string(),
  wrapped: z.string(),
  tag: z.string(),
  initial: z.literal(true).optional(),
  pair: z.object({ public: z.string(), mark: z.string() }).optional(),
  now: sealed.optional(),
  next: sealed.optional(),
})

const newest = 3

const keyFile = z.strictObject({
  /** From 2 on with a digest, from 3 on with pairs in the slots. */
  format: z.literal([1, 2, 3]),
  officeId: z.string(),
  /** For the lock screen. The name of an office is no secret. */
  name: z.string(),
  idleMinutes: z.number(),
  /** Names for the lock screen, where the office has chosen to list them. */
  listed: z.array(z.object({ name: z.string(), role: z.string() })),
  /** Kept with the slots: whoever deletes the count of wrong passwords deletes what a right one would open. */
  attempts: z.object({ failures: z.int(), lastAt: z.number() }).default({ failures: 0, lastAt: 0 }),
  slots: z.array(slot),
})
export type KeyFile = z.infer<typeof keyFile>

const written = keyFile.extend({ digest: z.string().optional() })

/** As it lies on the disk: with a digest over all of it, so that one changed byte shows and is not taken for a wrong password. */
export const keyFileText = (content: KeyFile): string => textAs(newest, content)

function textAs(format: 2 | 3, content: KeyFile): string {
  // Parsed once more: the digest is over the fields in one order, whoever put them together.
  const current = keyFile.parse({ ...content, format })
  return JSON.stringify({ ...current, digest: hash('sha256', JSON.stringify(current)) }, null, 1)
}

/** What a key file says; undefined where a byte of it is not as it was written. */
export function parseKeyFile(text: string): KeyFile | undefined {
  const read = written.safeParse(jsonOf(text))
  if (!read.success) return
  const { digest, ...content } = read.data
  if (content.format === 1) return digest === undefined ? content : undefined
  return textAs(content.format, content) === text ? content : undefined
}

/** The files of an office's folder. */
export const officeFiles = (folder: string) => ({
  database: join(folder, 'office.db'),
  /** The database under another key, until it takes its place. */
  rekeyed: join(folder, 'office.rekey.db'),
  keys: join(folder, 'keys.json'),
  keysCopy: join(folder, 'keys.copy.json'),
  lock: join(folder, 'office.lock'),
})

export const isOffice = (folder: string): boolean => {
  const { database, keys, keysCopy } = officeFiles(folder)
  return existsSync(database) && (existsSync(keys) || existsSync(keysCopy))
}

/** Reads the key slots, from the second copy where the first is damaged. */
export function readKeyFile(folder: string): KeyFile {
  const { database, keys, keysCopy } = officeFiles(folder)
  const read = parsed(keys) ?? parsed(keysCopy)
  if (read) return read
  if ([keys, keysCopy].some(isNewer)) throw new AppError('database.newer', {})
  // A database whose keys are gone is no empty folder.
  throw existsSync(database) ? new AppError('office.damaged', { what: '钥匙文件' }) : new AppError('office.missing', { folder })
}

/** The copy first: what the first file says holds until all is written. */
export function writeKeyFile(folder: string, content: KeyFile): void {
  const text = keyFileText(content)
  writeWhole(officeFiles(folder).keysCopy, text)
  writeWhole(officeFiles(folder).keys, text)
}

/** All of the file or, after a crash, all of the old one. */
export function writeWhole(path: string, text: string): void {
  const beside = `${path}.new`
  try {
    const file = openSync(beside, 'w', 0o600)
    try {
      writeFileSync(file, text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(beside, path)
    syncFolder(dirname(path))
  } catch (cause) {
    rmSync(beside, { force: true })
    throw cause
  }
}

/** Only then does a new name survive a pulled plug. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

/** Makes both files good again where one of them is damaged or gone; true where that was so. Refuses nothing: it runs once a key has been proved. */
export function mendKeyFiles(folder: string): boolean {
  const { keys, keysCopy } = officeFiles(folder)
  const [first, second] = [parsed(keys), parsed(keysCopy)]
  const whole = first ?? second
  if (!whole || (first && second)) return false
  writeKeyFile(folder, whole)
  return true
}

function parsed(path: string): KeyFile | undefined {
  if (!existsSync(path)) return
  return parseKeyFile(readFileSync(path, 'utf8'))
}

/** Written by a program that knows more than this one. */
function isNewer(path: string): boolean {
  if (!existsSync(path)) return false
  const { success, data } = z.object({ format: z.int() }).safeParse(jsonOf(readFileSync(path, 'utf8')))
  return success && data.format > newest
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return
  }
}
