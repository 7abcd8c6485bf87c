import { createHmac, hash, hkdfSync, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/**
 * A backup (`.zgb`), version 1, one file:
 *
 *     8 bytes   ZUGONGB1
 *     4 bytes   length of the header, big endian
 *     header    JSON: what is in it, the length and the SHA-256 of each part
 *     32 bytes  SHA-256 of all before
 *     32 bytes  HMAC-SHA256 of all before, under a key made of the database key
 *     keys      the key slots, as in keys.json
 *     database  the database, encrypted as it lies in the office
 *
 * The digests show damage to anyone; the HMAC shows, to who has the key, that nobody made it up.
 */
const magic = Buffer.from('ZUGONGB1')
const sumLength = 32
/** A header that names more tables than any office has is still a tenth of this. */
const longestHeader = 256 * 1024

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const part = z.strictObject({ size: z.int().nonnegative(), sha256: digest })

const header = z.strictObject({
  format: z.literal(1),
  officeId: z.string().min(1).max(100),
  office: z.string().min(1).max(200),
  /** The instant of which it is a copy, ISO in UTC. */
  madeAt: z.iso.datetime(),
  machine: z.string().max(300),
  program: z.string().max(50),
  /** Migrations that the database has seen. */
  migration: z.int().nonnegative(),
  /** Rows by table. */
  counts: z.record(z.string(), z.int().nonnegative()),
  /** How long the audit was, and its last digest: lines taken off the end show too. */
  audit: z.strictObject({ lines: z.int().nonnegative(), chain: z.string() }),
  keys: part,
  database: part,
})
export type Header = z.infer<typeof header>

/** What a backup says of itself before anything of it has been opened. */
export interface Head {
  readonly header: Header
  /** Where the first part begins. */
  readonly length: number
  /** True where it was written by who had this database key. */
  isBy(key: Uint8Array): boolean
}

/** Stands for a digest that is known once the part is written: as long as the real one. */
export const unknownDigest = '0'.repeat(64)

/** The head of a backup: as long for the same header whatever its digests. */
export function encodeHead(content: Header, key: Uint8Array): Buffer {
  const json = Buffer.from(JSON.stringify(content))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(json.length)
  const body = Buffer.concat([magic, length, json])
  const summed = Buffer.concat([body, hash('sha256', body, 'buffer')])
  return Buffer.concat([summed, seal(key, summed)])
}

/** Bytes that must be there to know how long the head is. */
export const headStart = magic.length + 4

/** The length of the whole head, from its first bytes; undefined where these begin no backup. */
export function headLength(start: Uint8Array): number | undefined {
  const bytes = Buffer.from(start)
  if (bytes.length < headStart || !bytes.subarray(0, magic.length).equals(magic)) return
  const json = bytes.readUInt32BE(magic.length)
  return json <= longestHeader ? headStart + json + 2 * sumLength : undefined
}

/** The head that these bytes are; undefined where one of them is not what was written. */
export function decodeHead(bytes: Buffer): Head | undefined {
  if (bytes.length === 0 || headLength(bytes) !== bytes.length) return
  const summed = bytes.subarray(0, bytes.length - sumLength)
  const body = summed.subarray(0, summed.length - sumLength)
  if (!hash('sha256', body, 'buffer').equals(summed.subarray(body.length))) return
  const content = header.safeParse(jsonOf(body.subarray(headStart)))
  if (!content.success) return
  return { header: content.data, length: bytes.length, isBy: key => timingSafeEqual(seal(key, summed), bytes.subarray(summed.length)) }
}

function seal(key: Uint8Array, bytes: Uint8Array): Buffer {
  const own = new Uint8Array(hkdfSync('sha256', key, '', 'zugong backup header', 32))
  return createHmac('sha256', own).update(bytes).digest()
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return
  }
}
