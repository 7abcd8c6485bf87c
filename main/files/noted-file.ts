import { rm } from 'node:fs/promises'
import { writeFileWhole } from './table-workbook.ts'

/** Writes a file that leaves the office, and the audit line that says so. A file without its line does not stay. */
export async function writeNotedFile(path: string, bytes: Uint8Array, note: () => Promise<void>): Promise<void> {
  await writeFileWhole(path, bytes)
  try {
    await note()
  } catch (cause) {
    await rm(path, { force: true })
    throw cause
  }
}
