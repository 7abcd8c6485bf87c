import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type DirectoryRecord, extractFile, getRawHeader, uncache } from '@electron/asar'
import { root } from '../root.ts'
import { archiveOf, type Unpacked } from './unpacked.ts'

const database = 'node_modules/better-sqlite3-multiple-ciphers'

/** Everything that may lie in the archive. */
const allowed = ({ platform, arch }: Unpacked): readonly RegExp[] => [
  /^package\.json$/,
  /^dist\/main\/[\w-]+\.cjs$/,
  /^dist\/renderer\/(?:index|print)\.html$/,
  /^dist\/renderer\/assets\/[\w.-]+\.(?:js|css)$/,
  /^dist\/renderer\/pdf\/(?:cmaps\/[\w-]+\.bcmap|standard_fonts\/[\w-]+\.(?:pfb|ttf)|wasm\/\w+\.js)$/,
  new RegExp(`^${database}/(?:package\\.json|LICENSE|lib/[\\w/-]+\\.js|prebuilds/${platform === 'win32' ? 'win32' : 'linux'}-${arch}\\.node)$`),
]

/** What must lie in it for the program to run. */
const needed = [
  'package.json',
  ...['main', 'engine', 'backup', 'merge', 'preload'].map(name => `dist/main/${name}.cjs`),
  'dist/renderer/index.html',
  'dist/renderer/print.html',
]

type Entry = DirectoryRecord['files'][string]

/** Files of an archive as it lies there now, with forward slashes. */
export function filesIn(archive: string): readonly string[] {
  // The reader remembers what an archive of this name once held.
  uncache(archive)
  const under = (entries: Readonly<Record<string, Entry>>, path: string): readonly string[] =>
    Object.entries(entries).flatMap(([name, entry]) => ('files' in entry ? under(entry.files, `${path}${name}/`) : [`${path}${name}`]))
  return under(getRawHeader(archive).header.files, '')
}

/** Only what runs inside, all of it, one binary beside it, and no trace of the machine it was made on. */
export function fileFaults(packed: Unpacked): readonly string[] {
  const archive = archiveOf(packed)
  const files = filesIn(archive)
  const patterns = allowed(packed)
  const binary = `${database}/prebuilds/${packed.platform === 'win32' ? 'win32' : 'linux'}-${packed.arch}.node`
  const strange = files.filter(name => !patterns.some(pattern => pattern.test(name)))
  const missing = [...needed, binary].filter(name => !files.includes(name))
  const unpacked = `${archive}.unpacked`
  const beside = (existsSync(unpacked) ? readdirSync(unpacked, { recursive: true, withFileTypes: true }) : [])
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(unpacked.length + 1)
        .replaceAll('\\', '/'),
    )
  const resources = readdirSync(join(packed.folder, 'resources')).filter(
    name => !['app.asar', 'app.asar.unpacked', 'elevate.exe', 'package-type'].includes(name),
  )
  const telling = files.filter(name => /\.(?:cjs|js|html|css)$/.test(name) && name.startsWith('dist/') && extractFile(archive, name).includes(root))
  return [
    ...strange.map(name => `${name} does not run inside`),
    ...missing.map(name => `${name} is missing`),
    ...beside.filter(name => name !== binary).map(name => `${name} lies outside the archive`),
    ...resources.map(name => `resources/${name} is not ours`),
    ...telling.map(name => `${name} names a folder of the machine it was built on`),
  ]
}
