import { createPublicKey, hash, verify } from 'node:crypto'
import { z } from 'zod'
import { versionPattern } from '../../shared/rules/versions.ts'
import type { TrustedKey } from './trusted-keys.ts'

/**
 * An update package (`.zgu`), version 1, one file:
 *
 *     8 bytes   ZUGONGU1
 *     4 bytes   length of the manifest, big endian
 *     manifest  JSON: which version for which PC, the size and the SHA-512 of the installer
 *     64 bytes  SHA-512 of all before
 *     64 bytes  Ed25519 signature of all before, under one of the two keys that the program trusts
 *     installer as electron-builder made it
 *
 * The digest tells damage from forgery; the signature says who made it. An office with a web server has the head alone
 * (`.zgs`) beside the installer.
 */
export const magic = Buffer.from('ZUGONGU1')
const sumLength = 64
const signatureLength = 64
/** What changed in a release fits in a tenth of this. */
const longestManifest = 64 * 1024
const largestInstaller = 2 ** 31

export const manifest = z
  .strictObject({
    format: z.literal(1),
    product: z.literal('cn.zugong.ledger'),
    version: z.string().regex(versionPattern),
    kind: z.enum(['nsis', 'deb', 'AppImage']),
    platform: z.enum(['win32', 'linux']),
    arch: z.enum(['x64', 'arm64']),
    /** A plain name: it becomes a file beside no other. */
    name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.(?:exe|deb|AppImage)$/),
    size: z.int().positive().max(largestInstaller),
    sha512: z.string().regex(/^[0-9a-f]{128}$/),
    builtAt: z.iso.datetime(),
    /** What is new, a line each, in Chinese. */
    notes: z.array(z.string().min(1).max(200)).max(50),
  })
  .refine(({ kind, platform }) => (kind === 'nsis') === (platform === 'win32'))
export type Manifest = z.infer<typeof manifest>

/** What a package says of itself, signed by somebody trusted. */
export interface Head {
  readonly manifest: Manifest
  /** Where the installer begins. */
  readonly length: number
  /** The name of the key it was signed with. */
  readonly signedBy: string
}

/** Bytes that must be there to know how long the head is. */
export const headStart = magic.length + 4

/** The length of the whole head, from its first bytes; undefined where these begin no package. */
export function headLength(start: Uint8Array): number | undefined {
  const bytes = Buffer.from(start)
  if (bytes.length < headStart || !bytes.subarray(0, magic.length).equals(magic)) return
  const length = bytes.readUInt32BE(magic.length)
  return length <= longestManifest ? headStart + length + sumLength + signatureLength : undefined
}

/** The head that these bytes are. `damaged`: not what was written; `unsigned`: nobody trusted wrote it. Nothing of it is believed before. */
export function decodeHead(bytes: Buffer, trusted: readonly TrustedKey[]): Head | 'damaged' | 'unsigned' {
  if (bytes.length === 0 || headLength(bytes) !== bytes.length) return 'damaged'
  const summed = bytes.subarray(0, bytes.length - signatureLength)
  const body = summed.subarray(0, summed.length - sumLength)
  if (!hash('sha512', body, 'buffer').equals(summed.subarray(body.length))) return 'damaged'
  const signature = bytes.subarray(summed.length)
  const key = trusted.find(({ publicKey }) =>
    verify(null, summed, createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' }), signature),
  )
  if (!key) return 'unsigned'
  const said = manifest.safeParse(jsonOf(body.subarray(headStart)))
  return said.success ? { manifest: said.data, length: bytes.length, signedBy: key.name } : 'damaged'
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return
  }
}
