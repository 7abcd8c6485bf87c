import type { Manifest } from '../../main/update/format.ts'

/** The list of versions that electron-updater reads on a web server, by the name it asks for. */
export function listsOf(manifests: readonly Manifest[]): ReadonlyMap<string, string> {
  const lists = new Map<string, Manifest[]>()
  for (const manifest of manifests) lists.set(listName(manifest), [...(lists.get(listName(manifest)) ?? []), manifest])
  return new Map([...lists].map(([name, those]) => [name, textOf(those)]))
}

const listName = ({ platform, arch }: Manifest): string =>
  platform === 'win32' ? 'latest.yml' : arch === 'x64' ? 'latest-linux.yml' : `latest-linux-${arch}.yml`

function textOf(manifests: readonly Manifest[]): string {
  const [first] = manifests
  if (!first || manifests.some(({ version }) => version !== first.version)) throw new Error('one list, one version')
  const files = manifests.map(({ name, sha512, size }) => `  - url: ${name}\n    sha512: ${base64(sha512)}\n    size: ${size}\n`)
  return `version: ${first.version}\nfiles:\n${files.join('')}path: ${first.name}\nsha512: ${base64(first.sha512)}\nreleaseDate: '${first.builtAt}'\n`
}

const base64 = (hex: string): string => Buffer.from(hex, 'hex').toString('base64')
