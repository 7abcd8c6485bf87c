import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { root } from '../root.ts'

/** A public key as the program holds it. */
export const publicText = (key: KeyObject): string => createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64')

const trustedKeysFile = join(root, 'main/update/trusted-keys.ts')

/**
 * Makes a pair. The private half goes into a file of its own, sealed with a password, and never into the project; the public one takes
 * the place of the key of that name in the program's source. Returns it.
 */
export function makeKey(name: string, file: string, password: string): string {
  const way = relative(root, resolve(file))
  if (way === '' || !(way.startsWith(`..${sep}`) || way === '..' || /^[A-Za-z]:/.test(way)))
    throw new Error('a private key does not belong into the project’s folder')
  if (password.length < 12) throw new Error('ZUGONG_KEY_PASSWORD seals the private key: at least 12 characters')
  const { privateKey } = generateKeyPairSync('ed25519')
  const publicKey = publicText(privateKey)
  const source = withKey(readFileSync(trustedKeysFile, 'utf8'), name, publicKey)
  writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: password }), { flag: 'wx', mode: 0o600 })
  writeFileSync(trustedKeysFile, source)
  return publicKey
}

/** The source of the trusted keys with another key under this name. */
export function withKey(source: string, name: string, publicKey: string): string {
  const [start, end] = [`{ name: '${name}', publicKey: '`, `' }`]
  const [before, rest] = source.split(start)
  const after = rest?.slice(rest.indexOf(end))
  if (before === undefined || after === undefined) throw new Error(`no key is called ${name}`)
  return before + start + publicKey + after
}

/** The private key of a file. Without the password, or with a wrong one, it throws. */
export function readKey(file: string, password: string | undefined): KeyObject {
  const key = createPrivateKey({ key: readFileSync(file), format: 'pem', ...(password === undefined ? {} : { passphrase: password }) })
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${file} is no Ed25519 key`)
  return key
}
