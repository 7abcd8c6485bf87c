import { createHash, hash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { encodeHead, type Header, unknownDigest } from './format.ts'

/** Bytes read and written at once: enough for speed, little to keep. */
export const chunk = 1024 * 1024

/** What is written down of an office, besides its bytes. */
export type About = Omit<Header, 'format' | 'keys' | 'database'>

export interface Contents {
  readonly keys: Buffer
  readonly database: FileHandle
  /** Bytes of the database in the snapshot. */
  readonly size: number
  readonly about: About
}

/** A failure of the medium that is written to; where reading the office failed it is passed on as it is. */
export class MediumError extends Error {}

/** Writes the whole backup to `path`, in one go and never all in memory; the header is written last, and only then is it a backup. */
export async function pack(path: string, contents: Contents, key: Uint8Array, step: (done: number, total: number) => Promise<void>): Promise<Header> {
  const { size, keys, about } = contents
  const target = await onMedium(() => open(path, 'w', 0o600))
  try {
    const draft: Header = {
      format: 1,
      ...about,
      keys: { size: keys.length, sha256: hash('sha256', keys) },
      database: { size, sha256: unknownDigest },
    }
    const { length } = encodeHead(draft, key)
    await onMedium(() => writeAll(target, keys, length))
    const sum = createHash('sha256')
    const bytes = Buffer.alloc(chunk)
    for (let at = 0; at < size;) {
      const { bytesRead } = await contents.database.read(bytes, 0, Math.min(chunk, size - at), at)
      if (bytesRead === 0) throw Object.assign(new Error('the database ended early'), { code: 'EIO' })
      const read = bytes.subarray(0, bytesRead)
      sum.update(read)
      const from = length + keys.length + at
      await onMedium(() => writeAll(target, read, from))
      at += bytesRead
      await step(at, size)
    }
    const written: Header = { ...draft, database: { size, sha256: sum.digest('hex') } }
    await onMedium(() => writeAll(target, encodeHead(written, key), 0))
    await onMedium(() => target.sync())
    return written
  } finally {
    await target.close()
  }
}

/** A disk that is nearly full takes less than it is given before it refuses. */
async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let at = 0; at < bytes.length;) at += (await file.write(bytes, at, bytes.length - at, position + at)).bytesWritten
}

async function onMedium<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw new MediumError('medium', { cause })
  }
}
