import { createCipheriv, createDecipheriv, createHmac, randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { userName } from './passwords.ts'

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt)

/** A wrapped copy of the database key that one password (or the recovery code) opens. */
export interface KeySlot {
  /** Whose slot: a keyed digest of the name, so that the file lists nobody. */
  readonly who: string
  readonly salt: string
  readonly cost: number
  readonly iv: string
  readonly wrapped: string
  readonly tag: string
  /** Sealed for somebody by 系统管理员: the password must be changed at the next entry. */
  readonly initial?: true | undefined
}

/** Work factor of scrypt: 2^16 × 8 × 128 bytes = 64 MB and about a fifth of a second. */
export const standardCost = 2 ** 16

export const whoIs = (officeId: string, name: string): string => createHmac('sha256', officeId).update(userName(name)).digest('hex')

/** The name under which the recovery code's slot is kept: longer than a user's may be. */
export const recoveryName = 'recovery code'.padEnd(50, '-')

export async function sealKey(key: Uint8Array, who: string, secret: string, cost: number, initial?: true): Promise<KeySlot> {
  const [salt, iv] = [randomBytes(16), randomBytes(12)]
  const wrapping = await wrappingKey(secret, salt, cost)
  const cipher = createCipheriv('aes-256-gcm', wrapping, iv)
  wrapping.fill(0)
  cipher.setAAD(bound({ who, initial }))
  const wrapped = Buffer.concat([cipher.update(key), cipher.final()])
  return { who, salt: hex(salt), cost, iv: hex(iv), wrapped: hex(wrapped), tag: hex(cipher.getAuthTag()), ...(initial && { initial }) }
}

/** The database key, or `undefined` when the secret is wrong. A missing slot costs the same time as a wrong secret. */
export async function openSlot(slot: KeySlot | undefined, secret: string, cost: number): Promise<Uint8Array | undefined> {
  const salt = slot ? Buffer.from(slot.salt, 'hex') : randomBytes(16)
  const wrapping = await wrappingKey(secret, salt, slot?.cost ?? cost)
  if (!slot) return
  const decipher = createDecipheriv('aes-256-gcm', wrapping, Buffer.from(slot.iv, 'hex'))
  wrapping.fill(0)
  decipher.setAAD(bound(slot))
  decipher.setAuthTag(Buffer.from(slot.tag, 'hex'))
  try {
    return Buffer.concat([decipher.update(Buffer.from(slot.wrapped, 'hex')), decipher.final()])
  } catch {
    return
  }
}

/** What a slot says about itself cannot be altered beside the program: the slot would not open any more. */
const bound = ({ who, initial }: Pick<KeySlot, 'who' | 'initial'>) => Buffer.from(initial ? `${who} initial` : who)

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
