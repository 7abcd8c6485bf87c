import { generateKeyPairSync, hash, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { publicText } from '../../build/update/keys.ts'
import { manifestOf, writePackage } from '../../build/update/sign.ts'
import type { Installation } from '../../main/app/ports.ts'
import type { Manifest } from '../../main/update/format.ts'
import type { TrustedKey } from '../../main/update/trusted-keys.ts'

export const here = { kind: 'deb', platform: 'linux', arch: 'x64' } as const

interface Signer {
  readonly privateKey: KeyObject
  readonly trusted: TrustedKey
}

function signer(name: string): Signer {
  const { privateKey } = generateKeyPairSync('ed25519')
  return { privateKey, trusted: { name, publicKey: publicText(privateKey) } }
}

/** A publisher with its two keys, a stranger with one, and a stick to put packages on. */
export function publisher() {
  const folder = mkdtempSync(join(tmpdir(), 'zugong-update-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const [first, second, stranger] = [signer('甲'), signer('乙'), signer('丙')]
  const stick = join(folder, 'U盘')
  mkdirSync(stick)
  const bytes = Buffer.alloc(2_500_000, 'the new program ')

  /** A package as the build makes it; `change` says what else its manifest is to claim. */
  async function publish(version: string, { key = first, change = {}, name = `zugong-${version}-linux-amd64.deb` }: Partial<Publishing> = {}): Promise<string> {
    const installer = join(folder, name)
    writeFileSync(installer, bytes)
    const manifest = { ...(await manifestOf(installer, { builtAt: '2026-11-20T08:00:00.000Z', notes: ['修正学时统计'] })), ...change }
    return writePackage(installer, stick, manifest, key.privateKey)
  }

  /** What the system was asked to install, and how it answers. */
  const begun: string[] = []
  const installation = (answer: Installation['install'] = async () => 'restarts', fetch: Installation['fetch'] = async () => undefined): Installation => ({
    target: here,
    trusted: [first.trusted, second.trusted],
    folder: join(folder, 'waiting'),
    fetch,
    async install(installer, sha512) {
      if (existsSync(installer)) begun.push(sha512)
      return answer(installer, sha512)
    },
  })
  return {
    folder,
    stick,
    bytes,
    sha512: hash('sha512', bytes),
    first,
    second,
    stranger,
    trusted: [first.trusted, second.trusted],
    publish,
    installation,
    begun,
  }
}

interface Publishing {
  readonly key: Signer
  readonly change: Partial<Manifest>
  readonly name: string
}
