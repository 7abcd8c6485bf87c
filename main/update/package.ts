import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { targetWords, type UpdateTarget } from '../../shared/api/update.ts'
import { AppError } from '../../shared/errors.ts'
import { compareVersions } from '../../shared/rules/versions.ts'
import { readExactly, withGivenFile } from '../files/given-file.ts'
import { reasonOf } from '../files/whole-file.ts'
import { decodeHead, type Head, headLength, headStart, type Manifest } from './format.ts'
import type { TrustedKey } from './trusted-keys.ts'

/** A package whose head is sound and signed. Of the installer in it nothing is known yet. */
export interface UpdatePackage extends Head {
  readonly path: string
  readonly name: string
  readonly file: FileHandle
}

/** Opens a package for `work`; says in words where it is none, is cut short, was changed, or was signed by nobody trusted. */
export function withUpdate<T>(path: string, trusted: readonly TrustedKey[], work: (update: UpdatePackage) => Promise<T>): Promise<T> {
  return withGivenFile(path, async file => {
    const name = basename(path)
    const facts = await file.stat()
    if (!facts.isFile()) throw new AppError('update.notPackage', { name })
    const head = await readHead(file, name, facts.size, trusted)
    return work({ ...head, path, name, file })
  })
}

async function readHead(file: FileHandle, name: string, size: number, trusted: readonly TrustedKey[]): Promise<Head> {
  const damaged = (what: string) => new AppError('update.damaged', { name, what })
  const start = await readExactly(file, name, 0, Math.min(size, headStart))
  const length = start && headLength(start)
  if (length === undefined) throw new AppError('update.notPackage', { name })
  const bytes = size < length ? undefined : await readExactly(file, name, 0, length)
  if (!bytes) throw damaged('后面缺了一截，多半没有拷完')
  const head = decodeHead(bytes, trusted)
  if (head === 'unsigned') throw new AppError('update.unsigned', { name })
  if (head === 'damaged') throw damaged('开头的说明被改动过')
  const whole = length + head.manifest.size
  if (size < whole) throw damaged('后面缺了一截，多半没有拷完')
  if (size > whole) throw damaged('后面多出了内容')
  return head
}

/** Refuses what is not for this PC, and what is not newer than the program that asks. */
export function mustFit({ name, manifest }: { readonly name: string; readonly manifest: Manifest }, here: UpdateTarget, current: string): void {
  const { version, platform, arch, kind } = manifest
  if (platform !== here.platform || arch !== here.arch || kind !== here.kind)
    throw new AppError('update.wrongTarget', { name, built: targetWords(manifest), here: targetWords(here) })
  const newer = compareVersions(version, current)
  if (newer === 0) throw new AppError('update.sameVersion', { version })
  if (newer < 0) throw new AppError('update.older', { version, current })
}

/** Bytes read and written at once. */
const chunk = 1024 * 1024

/**
 * Copies the installer out of the package into a folder of the program's own, proving its digest on the way. It has its
 * name only when it is whole; what fails leaves nothing. Returns where it lies.
 */
export async function takeOut(update: UpdatePackage, folder: string, step: (done: number, total: number) => Promise<void>): Promise<string> {
  const { manifest, name, length, file } = update
  const path = join(folder, manifest.name)
  const part = `${path}.part`
  try {
    await onDisk(async () => {
      await rm(folder, { recursive: true, force: true })
      await mkdir(folder, { recursive: true, mode: 0o700 })
    })
    const target = await onDisk(() => open(part, 'wx', 0o600))
    try {
      const sum = createHash('sha512')
      for (let at = 0; at < manifest.size;) {
        const bytes = await readExactly(file, name, length + at, Math.min(chunk, manifest.size - at))
        if (!bytes) throw new AppError('update.damaged', { name, what: '后面缺了一截，多半没有拷完' })
        sum.update(bytes)
        await onDisk(() => target.appendFile(bytes))
        at += bytes.length
        await step(at, manifest.size)
      }
      if (sum.digest('hex') !== manifest.sha512) throw new AppError('update.damaged', { name, what: '里面的安装程序被改动过' })
      await onDisk(() => target.sync())
    } finally {
      await target.close()
    }
    await onDisk(() => rename(part, path))
    return path
  } catch (cause) {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined)
    throw cause
  }
}

async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw new AppError('update.unwritable', { why: reasonOf(cause) })
  }
}
