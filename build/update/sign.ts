import { createHash, hash, type KeyObject, sign } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { magic, type Manifest, manifest } from '../../main/update/format.ts'

/** How electron-builder calls its files (`artifactName`), and what its words for a processor mean. */
const artifact = /^zugong-(?<version>\d+\.\d+\.\d+)-(?<os>win|linux)-(?<arch>x64|amd64|x86_64|arm64|aarch64)\.(?<ext>exe|deb|AppImage)$/
const arches: Readonly<Record<string, Manifest['arch']>> = { x64: 'x64', amd64: 'x64', x86_64: 'x64', arm64: 'arm64', aarch64: 'arm64' }
const kinds: Readonly<Record<string, Manifest['kind']>> = { exe: 'nsis', deb: 'deb', AppImage: 'AppImage' }

interface Told {
  readonly builtAt: string
  readonly notes: readonly string[]
}

/** What is signed about an installer: its name says what it is, its bytes are measured. */
export async function manifestOf(installer: string, { builtAt, notes }: Told): Promise<Manifest> {
  const name = basename(installer)
  const { version, os, arch, ext } = artifact.exec(name)?.groups ?? {}
  const [forArch, kind] = [arches[arch ?? ''], kinds[ext ?? '']]
  if (!version || !forArch || !kind) throw new Error(`${name} is not called as an installer of this program is`)
  const sum = createHash('sha512')
  await pipeline(createReadStream(installer), sum)
  const { size } = await stat(installer)
  return {
    format: 1,
    product: 'cn.zugong.ledger',
    version,
    kind,
    platform: os === 'win' ? 'win32' : 'linux',
    arch: forArch,
    name,
    size,
    sha512: sum.digest('hex'),
    builtAt,
    notes: [...notes],
  }
}

/** The head of a package, signed; throws where the manifest is not one that the program would take. */
export const signHead = (content: Manifest, key: KeyObject): Buffer => sealHead(Buffer.from(JSON.stringify(manifest.parse(content))), key)

/** A head around any JSON: mark, length, digest and signature. */
export function sealHead(json: Uint8Array, key: KeyObject): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(json.length)
  const body = Buffer.concat([magic, length, json])
  const summed = Buffer.concat([body, hash('sha512', body, 'buffer')])
  return Buffer.concat([summed, sign(null, summed, key)])
}

export const packageName = ({ version, platform, arch, kind }: Manifest): string =>
  `zugong-${version}-${platform === 'win32' ? 'win' : 'linux'}-${arch}${kind === 'nsis' ? '' : `-${kind.toLowerCase()}`}.zgu`

/** Writes the package for USB sticks and shares into the folder; it has its name when it is whole. */
export async function writePackage(installer: string, folder: string, content: Manifest, key: KeyObject): Promise<string> {
  const path = join(folder, packageName(content))
  const part = `${path}.part`
  const target = createWriteStream(part)
  target.write(signHead(content, key))
  await pipeline(createReadStream(installer), target)
  await rename(part, path)
  return path
}
