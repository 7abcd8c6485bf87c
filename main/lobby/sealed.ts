import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
} from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/** A database key that anyone in the office could seal for somebody, and that only he can open. */
export interface Sealed {
  /** Public half of a pair that was made for this sealing and thrown away. */
  readonly once: string
  readonly iv: string
  readonly wrapped: string
  readonly tag: string
}

/** Whose pair it is, and that it is of this office. */
export interface Pair {
  readonly public: string
  readonly mark: string
}

/**
 * What all slots of an office have in common beside its key, and keep when that changes. Without it nobody can seal a key
 * of his own for others, or put his pair among theirs; it is in no file but under the seals.
 */
export const secretOf = (key: Uint8Array): Uint8Array => derived(key, Buffer.alloc(0), 'slots')

export function newPair(secret: Uint8Array, about: string): { readonly pair: Pair; readonly privateKey: Uint8Array } {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  const shown = hex(publicKey.export({ type: 'spki', format: 'der' }))
  return { pair: { public: shown, mark: markOf(secret, shown, about) }, privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }) }
}

/** Whether the pair was made with the office's secret, for this slot. */
export const isOurs = (secret: Uint8Array, pair: Pair, about: string): boolean => markOf(secret, pair.public, about) === pair.mark

export function sealFor(pair: Pair, secret: Uint8Array, key: Uint8Array): Sealed {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  const once = hex(publicKey.export({ type: 'spki', format: 'der' }))
  const wrapping = wrappingOf(privateKey, publicOf(pair.public), secret, once)
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', wrapping, iv)
  wrapping.fill(0)
  cipher.setAAD(Buffer.from(`${pair.public} ${once}`))
  const wrapped = Buffer.concat([cipher.update(key), cipher.final()])
  return { once, iv: hex(iv), wrapped: hex(wrapped), tag: hex(cipher.getAuthTag()) }
}

/** The key; undefined where it was sealed for another pair, without the office's secret, or was changed. */
export function openSealed(sealed: Sealed, pair: Pair, secret: Uint8Array, privateKey: Uint8Array): Uint8Array | undefined {
  try {
    const own = createPrivateKey({ key: Buffer.from(privateKey), type: 'pkcs8', format: 'der' })
    const wrapping = wrappingOf(own, publicOf(sealed.once), secret, sealed.once)
    const decipher = createDecipheriv('aes-256-gcm', wrapping, Buffer.from(sealed.iv, 'hex'))
    wrapping.fill(0)
    decipher.setAAD(Buffer.from(`${pair.public} ${sealed.once}`))
    decipher.setAuthTag(Buffer.from(sealed.tag, 'hex'))
    return Buffer.concat([decipher.update(Buffer.from(sealed.wrapped, 'hex')), decipher.final()])
  } catch {
    return
  }
}

const publicOf = (shown: string): KeyObject => createPublicKey({ key: Buffer.from(shown, 'hex'), type: 'spki', format: 'der' })

function wrappingOf(privateKey: KeyObject, publicKey: KeyObject, secret: Uint8Array, once: string): Uint8Array {
  const shared = diffieHellman({ privateKey, publicKey })
  const wrapping = derived(shared, secret, `sealed ${once}`)
  shared.fill(0)
  return wrapping
}

const derived = (from: Uint8Array, salt: Uint8Array, info: string): Uint8Array => new Uint8Array(hkdfSync('sha256', from, salt, `zugong ${info}`, 32))
const markOf = (secret: Uint8Array, shown: string, about: string): string => createHmac('sha256', secret).update(`${about} ${shown}`).digest('hex')
const hex = (bytes: Buffer) => bytes.toString('hex')
