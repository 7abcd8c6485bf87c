import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { bundles, type Mode } from './bundle.config.ts'
import { root } from './root.ts'

const stamp = join(root, 'dist/.built')
const sources = ['main', 'renderer', 'shared', 'build/bundle.config.ts', 'package.json']

/** Bundles the program into dist/main and dist/renderer. */
export async function bundle(mode: Mode = 'production'): Promise<void> {
  for (const folder of ['dist/main', 'dist/renderer']) await rm(join(root, folder), { recursive: true, force: true })
  for (const config of bundles(mode)) await build(config)
  await mkdir(join(root, 'dist'), { recursive: true })
  await writeFile(stamp, '')
  await utimes(stamp, new Date(), new Date())
}

/** Builds unless the last build is newer than every source file. */
export async function bundleIfStale(): Promise<void> {
  const builtAt = await stat(stamp).then(
    s => s.mtimeMs,
    () => 0,
  )
  const newest = Math.max(...(await Promise.all(sources.map(s => newestIn(join(root, s))))))
  if (newest < builtAt) return
  console.log('Building the program …')
  await bundle()
}

async function newestIn(path: string): Promise<number> {
  const found = await stat(path)
  if (!found.isDirectory()) return found.mtimeMs
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const times = await Promise.all(entries.map(async e => (e.isFile() ? (await stat(join(e.parentPath, e.name))).mtimeMs : 0)))
  return Math.max(0, ...times)
}
