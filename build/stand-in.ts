import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'
import { FuseState } from '@electron/fuses'
import electronPackage from 'electron/package.json' with { type: 'json' }
import { root } from './root.ts'

/** The mark and the wire by which @electron/fuses finds the switches in a real executable: version 1, nine fuses, each in its own default. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const { ENABLE, DISABLE } = FuseState
const wire = Buffer.from([1, 9, ENABLE, DISABLE, ENABLE, ENABLE, DISABLE, DISABLE, DISABLE, ENABLE, ENABLE])
const script = '#!/bin/sh\necho "This is a stand-in for Electron: it packs, it does not run." >&2\nexit 1\n'

/**
 * A folder shaped like Electron's own distribution, for trying the packaging where Electron can't be had: a script with fuses, a version, an empty default app.
 * What comes out of it is not for delivery.
 */
export async function standInDistribution(): Promise<string> {
  const folder = join(root, 'dist/electron-stand-in')
  await rm(folder, { recursive: true, force: true })
  await mkdir(join(folder, 'resources'), { recursive: true })
  await mkdir(join(folder, 'locales'))
  const executable = join(folder, 'electron')
  await writeFile(executable, Buffer.concat([Buffer.from(script), Buffer.from(sentinel), wire]))
  await chmod(executable, 0o755)
  await writeFile(join(folder, 'version'), electronPackage.version)
  await writeFile(join(folder, 'LICENSE'), electronPackage.license)
  for (const language of ['zh-CN', 'en-US', 'de']) await writeFile(join(folder, `locales/${language}.pak`), '')
  const empty = await mkdtemp(join(tmpdir(), 'zugong-asar-'))
  await writeFile(join(empty, 'package.json'), '{"name":"default-app","main":"main.js"}')
  await writeFile(join(empty, 'main.js'), '')
  await createPackage(empty, join(folder, 'resources/default_app.asar'))
  await rm(empty, { recursive: true })
  return folder
}
