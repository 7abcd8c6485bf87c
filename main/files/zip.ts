import { crc32, createInflateRaw } from 'node:zlib'

/** Why a file cannot be read, in Chinese, for the message that the user sees. */
export class Unreadable extends Error {
  readonly why: string

  constructor(why: string) {
    super(why)
    this.name = 'Unreadable'
    this.why = why
  }
}

export interface ZipEntry {
  readonly name: string
  readonly compressed: number
  readonly size: number
  readonly method: number
  readonly crc: number
  readonly offset: number
}

/** No workbook an office keeps comes near these; a file made to exhaust memory does. */
const maxInflated = 400 * 1024 * 1024
const maxEntries = 10_000

const broken = '文件已损坏或没有下载完整'
const tooBig = '展开后大得不正常，可能是恶意文件'

/** The entries by lower-case path. Throws `Unreadable` for what is broken, encrypted or declares an absurd size. */
export function readZip(bytes: Buffer): ReadonlyMap<string, ZipEntry> {
  const end = endOfDirectory(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > maxEntries) throw new Unreadable(tooBig)
  const entries = new Map<string, ZipEntry>()
  let at = bytes.readUInt32LE(end + 16)
  let declared = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw new Unreadable(broken)
    const [nameLength, extraLength, commentLength] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)]
    if (bytes.readUInt16LE(at + 8) & 1) throw new Unreadable('文件加了密，请先去掉密码再导入')
    const name = nameIn(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/')
    const entry = { name, method: bytes.readUInt16LE(at + 10), crc: bytes.readUInt32LE(at + 16), ...sizes(bytes, at, at + 46 + nameLength, extraLength) }
    entries.set(name.toLowerCase(), entry)
    declared += entry.size
    if (declared > maxInflated) throw new Unreadable(tooBig)
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

/** Windows names files in GBK without saying so; what is UTF-8 throughout is UTF-8. */
function nameIn(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function endOfDirectory(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--) {
    if (bytes.readUInt32LE(at) === 0x06054b50) return at
  }
  throw new Unreadable(broken)
}

/** Sizes and offset; some writers put them in the zip64 field even for small files. */
function sizes(bytes: Buffer, at: number, extra: number, length: number) {
  const values = { compressed: bytes.readUInt32LE(at + 20), size: bytes.readUInt32LE(at + 24), offset: bytes.readUInt32LE(at + 42) }
  for (let field = extra; field + 4 <= Math.min(extra + length, bytes.length); field += 4 + bytes.readUInt16LE(field + 2)) {
    if (bytes.readUInt16LE(field) !== 1) continue
    let next = field + 4
    for (const key of ['size', 'compressed', 'offset'] as const) {
      if (values[key] !== 0xffffffff || next + 8 > bytes.length) continue
      values[key] = Number(bytes.readBigUInt64LE(next))
      next += 8
    }
  }
  return values
}

/**
 * Inflates entries of one file piece by piece and counts what really comes out: a directory can lie about sizes, so the
 * limit is on the bytes themselves, over all entries together.
 */
export class Inflater {
  readonly #bytes: Buffer
  #inflated = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  async inflate(entry: ZipEntry, take: (piece: Buffer) => void): Promise<void> {
    const data = this.#dataOf(entry)
    let crc = 0
    const count = (piece: Buffer) => {
      this.#inflated += piece.length
      if (this.#inflated > maxInflated) throw new Unreadable(tooBig)
      crc = crc32(piece, crc)
      take(piece)
    }
    if (entry.method === 0) count(data)
    else await inflateRaw(data, count)
    if (crc !== entry.crc) throw new Unreadable(broken)
  }

  /** All of an entry; of one that comes to more than `mostMb`, whatever the directory says of it, as little as shows that. */
  async bytes(entry: ZipEntry, mostMb = maxInflated / 1024 / 1024): Promise<Buffer> {
    const pieces: Buffer[] = []
    let size = 0
    await this.inflate(entry, piece => {
      size += piece.length
      if (size > mostMb * 1024 * 1024) throw new Unreadable(tooBig)
      pieces.push(piece)
    })
    return Buffer.concat(pieces)
  }

  async text(entry: ZipEntry): Promise<string> {
    return new TextDecoder().decode(await this.bytes(entry))
  }

  #dataOf(entry: ZipEntry): Buffer {
    const { offset, compressed, method } = entry
    if (method !== 0 && method !== 8) throw new Unreadable('压缩方式不认识，请用 Excel 或 WPS 打开后另存一份')
    if (offset + 30 > this.#bytes.length || this.#bytes.readUInt32LE(offset) !== 0x04034b50) throw new Unreadable(broken)
    const start = offset + 30 + this.#bytes.readUInt16LE(offset + 26) + this.#bytes.readUInt16LE(offset + 28)
    if (start + compressed > this.#bytes.length) throw new Unreadable(broken)
    return this.#bytes.subarray(start, start + compressed)
  }
}

async function inflateRaw(data: Buffer, take: (piece: Buffer) => void): Promise<void> {
  const stream = createInflateRaw({ chunkSize: 256 * 1024 })
  stream.end(data)
  try {
    for await (const piece of stream) take(piece)
  } catch (cause) {
    if (cause instanceof Unreadable) throw cause
    throw new Unreadable(broken)
  } finally {
    stream.destroy()
  }
}
