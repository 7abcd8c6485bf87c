import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { getRawHeader } from '@electron/asar'
import { archiveOf, executableOf, type Unpacked } from './unpacked.ts'

/**
 * Windows' executable carries the digest of the archive's header, and the header the digest of every file; Electron compares both.
 * Linux has no such thing in Electron: there the files belong to root, and an AppImage is one read-only file.
 */
export function integrityFaults(packed: Unpacked): readonly string[] {
  if (packed.platform !== 'win32') return []
  const { headerString } = getRawHeader(archiveOf(packed))
  const expected = JSON.stringify([{ file: 'resources\\app.asar', alg: 'SHA256', value: hash('sha256', headerString) }])
  return readFileSync(executableOf(packed)).includes(expected) ? [] : ['the executable does not carry the digest of this archive']
}
