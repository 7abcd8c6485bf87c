import { fileFaults, filesIn } from './files.ts'
import { keysIn } from './keys.ts'
import { nativeParts } from './floor.ts'
import { fusesOf } from './fuses.ts'
import { integrityFaults } from './integrity.ts'
import { budget, inMegabytes, sizeFaults, sizesOf } from './sizes.ts'
import { archiveOf, executableOf, type Unpacked } from './unpacked.ts'

/** Holds a packed folder against what was promised of it; prints what it sees. The faults are to stop the release. */
export async function verifyPacked(packed: Unpacked, say: (line: string) => void): Promise<readonly string[]> {
  const fuses = await fusesOf(executableOf(packed))
  const sizes = sizesOf(packed)
  const native = packed.platform === 'linux' ? nativeParts(packed) : { said: [], faults: [] }
  const integrity = integrityFaults(packed)
  const keys = keysIn(packed)
  say(`\n${packed.platform} ${packed.arch}`)
  say(`  files      ${filesIn(archiveOf(packed)).length} in the archive`)
  say(
    `  size       archive ${inMegabytes(sizes.archive)} + database ${inMegabytes(sizes.binary)} (budget ${inMegabytes(budget.own)}), with Electron ${inMegabytes(sizes.all)} (budget ${inMegabytes(budget.all)})`,
  )
  for (const line of native.said) say(`  needs      ${line}`)
  say(
    `  integrity  ${packed.platform === 'win32' ? (integrity.length === 0 ? 'the executable carries the digest of the archive' : 'missing') : 'by ownership: Electron has none on Linux'}`,
  )
  for (const line of keys.said) say(`  updates    signed with ${line}`)
  for (const line of fuses.said) say(`  fuse       ${line}`)
  const faults = [...fuses.faults, ...fileFaults(packed), ...sizeFaults(sizes), ...native.faults, ...keys.faults, ...integrity]
  for (const fault of faults) say(`  FAULT      ${fault}`)
  return faults
}
