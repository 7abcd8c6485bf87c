import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FuseState } from '@electron/fuses'
import electronPackage from 'electron/package.json' with { type: 'json' }
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'
import { root } from './root.ts'

/** The mark and the wire by which @electron/fuses finds the switches in a real executable: version 1, nine fuses, each in its own default. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const { ENABLE, DISABLE } = FuseState
const wire = Buffer.from([1, 9, ENABLE, DISABLE, ENABLE, ENABLE, DISABLE, DISABLE, DISABLE, ENABLE, ENABLE])
const script = '#!/bin/sh\necho "This is a stand-in for Electron: it packs, it does not run." >&2\nexit 1\n'

/**
 * A folder shaped like Electron's own distribution, for trying the packaging where Electron can't be had: an executable with fuses, a version, languages.
 * On Linux it is a script, on Windows an empty program with resources. What comes out of it is not for delivery.
 */
export async function standInDistribution(system: '--linux' | '--win'): Promise<string> {
  const folder = join(root, 'dist', `electron-stand-in${system.slice(1)}`)
  await rm(folder, { recursive: true, force: true })
  await mkdir(join(folder, 'resources'), { recursive: true })
  await mkdir(join(folder, 'locales'))
  const executable = join(folder, system === '--win' ? 'electron.exe' : 'electron')
  await writeFile(executable, Buffer.concat([system === '--win' ? emptyProgram() : Buffer.from(script), Buffer.from(sentinel), wire]))
  await chmod(executable, 0o755)
  await writeFile(join(folder, 'version'), electronPackage.version)
  await writeFile(join(folder, 'LICENSE'), electronPackage.license)
  for (const language of ['zh-CN', 'en-US', 'de']) await writeFile(join(folder, `locales/${language}.pak`), '')
  return folder
}

/** Windows' resources are where the digest of the archive goes. */
function emptyProgram(): Buffer {
  const program = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(program, true)
  const english = { lang: 1033, codepage: 1200 }
  Resource.VersionInfo.create(english.lang, {}, [{ ...english, values: { ProductName: 'Electron', FileDescription: 'Electron' } }]).outputToResourceEntries(
    resources.entries,
  )
  resources.outputResource(program)
  return Buffer.from(program.generate())
}
