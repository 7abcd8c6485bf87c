import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../../shared/errors.ts'

/** Opens a file that someone gave for `work`; `file.unreadable` where it cannot be had. */
export async function withGivenFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await opened(path)
  try {
    return await work(file)
  } finally {
    await file.close()
  }
}

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r')
  } catch {
    throw new AppError('file.unreadable', { name: basename(path), why: '文件不在，或没有读取的权限' })
  }
}

/** Exactly so many bytes; undefined where the file ends before, `file.unreadable` where the medium gives no more. */
export async function readExactly(file: FileHandle, name: string, position: number, length: number): Promise<Buffer | undefined> {
  const bytes = Buffer.alloc(length)
  for (let at = 0; at < length;) {
    const { bytesRead } = await file.read(bytes, at, length - at, position + at).catch(() => {
      throw new AppError('file.unreadable', { name, why: '读到一半读不下去了，磁盘或 U 盘可能已断开或损坏' })
    })
    if (bytesRead === 0) return
    at += bytesRead
  }
  return bytes
}
