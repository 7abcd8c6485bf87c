import { createCipheriv, createDecipheriv, createHmac, randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { AppError } from '../../shared/errors.ts'
import { userName } from './passwords.ts'
import { isOurs, newPair, openSealed, type Pair, type Sealed, sealFor, secretOf } from './sealed.ts'

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt)

/**
 * What one password (or the recovery code) opens: the private half of a pair for which the database key is sealed, so that
 * another key can be sealed for it without the password. Slots of older programs hold the key itself.
 */
export interface KeySlot {
  /** Whose slot: a keyed digest of the name, so that the file lists nobody. */
  readonly who: string
  readonly salt: string
  readonly cost: number
  readonly iv: string
  /** Under the password: private half and the office's secret; in slots of older programs the database key. */
  readonly wrapped: string
  readonly tag: string
  /** Sealed for somebody by 系统管理员: the password must be changed at the next entry. */
  readonly initial?: true | undefined
  readonly pair?: Pair | undefined
  readonly now?: Sealed | undefined
  /** The key that the database is about to get: while it is being changed, and where that was broken off. */
  readonly next?: Sealed | undefined
}

/** What a slot is made of. */
export interface Holding {
  readonly key: Uint8Array
  /** See `secretOf`. */
  readonly secret: Uint8Array
}

/** What a slot has given. At least one of the keys opens the database. */
export interface Opened {
  readonly now: Uint8Array | undefined
  readonly next: Uint8Array | undefined
  readonly secret: Uint8Array
  /** The same slot as this program writes it, where an older one has written it. */
  readonly renewed: KeySlot | undefined
}

/** Work factor of scrypt: 2^16 × 8 × 128 bytes = 64 MB and about a fifth of a second. */
export const standardCost = 2 ** 16

export const whoIs = (officeId: string, name: string): string => createHmac('sha256', officeId).update(userName(name)).digest('hex')

/** The name under which the recovery code's slot is kept: longer than a user's may be. */
export const recoveryName = 'recovery code'.padEnd(50, '-')

export async function sealKey(holding: Holding, who: string, password: string, cost: number, initial?: true): Promise<KeySlot> {
  const salt = randomBytes(16)
  const wrapping = await wrappingKey(password, salt, cost)
  const slot = slotUnder(wrapping, { who, salt: hex(salt), cost, initial }, holding)
  wrapping.fill(0)
  return slot
}

/** What a slot holds, or `undefined` when the password is wrong. A missing slot costs the same time as a wrong password. */
export async function openSlot(slot: KeySlot | undefined, password: string, cost: number): Promise<Opened | undefined> {
  const salt = slot ? Buffer.from(slot.salt, 'hex') : randomBytes(16)
  const wrapping = await wrappingKey(password, salt, slot?.cost ?? cost)
  if (!slot) return
  try {
    const held = unwrap(wrapping, slot)
    if (!held) return
    if (slot.pair) return heldBy(slot, slot.pair, held)
    const secret = secretOf(held)
    return { now: held, next: undefined, secret, renewed: slotUnder(wrapping, slot, { key: held, secret }) }
  } finally {
    wrapping.fill(0)
  }
}

/** The same slot with another key beside the one that it holds; undefined where nothing can be sealed for it. */
export function withNext(slot: KeySlot, { key, secret }: Holding): KeySlot | undefined {
  if (!slot.pair || !isOurs(secret, slot.pair, about(slot))) return
  return { ...slot, next: sealFor(slot.pair, secret, key) }
}

type Identity = Pick<KeySlot, 'who' | 'salt' | 'cost' | 'initial'>

function slotUnder(wrapping: Uint8Array, { who, salt, cost, initial }: Identity, { key, secret }: Holding): KeySlot {
  const { pair, privateKey } = newPair(secret, about({ who, initial }))
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', wrapping, iv)
  cipher.setAAD(bound({ who, initial, pair }))
  const wrapped = Buffer.concat([cipher.update(secret), cipher.update(privateKey), cipher.final()])
  privateKey.fill(0)
  const tag = hex(cipher.getAuthTag())
  return { who, salt, cost, iv: hex(iv), wrapped: hex(wrapped), tag, ...(initial && { initial }), pair, now: sealFor(pair, secret, key) }
}

function unwrap(wrapping: Uint8Array, slot: KeySlot): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', wrapping, Buffer.from(slot.iv, 'hex'))
  decipher.setAAD(bound(slot))
  decipher.setAuthTag(Buffer.from(slot.tag, 'hex'))
  try {
    return Buffer.concat([decipher.update(Buffer.from(slot.wrapped, 'hex')), decipher.final()])
  } catch {
    return
  }
}

function heldBy(slot: KeySlot, pair: Pair, held: Buffer): Opened {
  const [secret, privateKey] = [Uint8Array.from(held.subarray(0, 32)), held.subarray(32)]
  const open = (sealed: Sealed | undefined) => sealed && openSealed(sealed, pair, secret, privateKey)
  const opened = { now: open(slot.now), next: open(slot.next), secret, renewed: undefined }
  held.fill(0)
  if (!opened.now && !opened.next) throw new AppError('office.damaged', { what: '钥匙文件' })
  return opened
}

const about = ({ who, initial }: Pick<KeySlot, 'who' | 'initial'>) => (initial ? `${who} initial` : who)

/** What a slot says about itself cannot be altered beside the program: the slot would not open any more. */
const bound = (slot: Pick<KeySlot, 'who' | 'initial' | 'pair'>) => Buffer.from(slot.pair ? `${about(slot)} ${slot.pair.public}` : about(slot))

/** Small secrets must cost as much to try on any machine: full-width and half-width typing are the same secret. */
const wrappingKey = (secret: string, salt: Buffer, cost: number) => derive(secret.normalize('NFKC'), salt, 32, { N: cost, r: 8, p: 1, maxmem: 256 * cost * 8 })

const hex = (bytes: Buffer) => bytes.toString('hex')

const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** 30 letters without look-alikes in six groups: 150 bits, to be printed and sealed. */
export function newRecoveryCode(): string {
  const code = [...randomBytes(30)].map(byte => letters[byte % 32]).join('')
  return code.match(/.{5}/g)?.join('-') ?? code
}

/** As people type it back: any case, any grouping. */
export const normalizeRecoveryCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
