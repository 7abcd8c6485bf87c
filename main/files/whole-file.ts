import { open, rename, unlink } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../../shared/errors.ts'

/** A file that is written, beside its place, and not there yet. */
export interface StagedFile {
  readonly path: string
  /** Puts it in its place, over what was there. */
  put(): Promise<void>
  drop(): Promise<void>
}

/** Writes the whole file beside its place. */
export async function stageFile(path: string, bytes: Uint8Array): Promise<StagedFile> {
  const beside = `${path}.part`
  const drop = () => unlink(beside).catch(() => undefined)
  const guarded = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (cause) {
      await drop()
      throw new AppError('file.unwritable', { name: basename(path), why: reasonOf(cause) })
    }
  }
  await guarded(async () => {
    const file = await open(beside, 'w')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
  })
  return { path, put: () => guarded(() => rename(beside, path)), drop }
}

/** Writes the whole file or leaves what was there. */
export async function writeFileWhole(path: string, bytes: Uint8Array): Promise<void> {
  await (await stageFile(path, bytes)).put()
}

/** Why the system would not write, in words. */
export function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') return '磁盘已满'
  if (code === 'EFBIG') return '文件大小超过磁盘或系统允许的上限'
  if (code === 'EIO' || code === 'ENODEV' || code === 'ENXIO') return '磁盘或 U 盘已断开'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return '没有写入的权限'
  if (code === 'EBUSY') return '文件正被别的程序打开'
  if (code === 'ENOENT' || code === 'ENOTDIR') return '文件夹不在了'
  return '系统拒绝写入'
}
