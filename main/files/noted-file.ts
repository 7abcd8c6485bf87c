import { rm } from 'node:fs/promises'
import { type StagedFile, stageFile } from './whole-file.ts'

/** Writes a file that leaves the office, and the audit line that says so. A file without its line does not stay. */
export async function writeNotedFile(path: string, bytes: Uint8Array, note: () => Promise<void>): Promise<void> {
  await putNoted([await stageFile(path, bytes)], note)
}

/** The same for files that leave together under one audit line: all of them are there with it, or none. */
export async function putNoted(files: readonly StagedFile[], note: () => Promise<void>): Promise<void> {
  const there: string[] = []
  try {
    for (const file of files) {
      await file.put()
      there.push(file.path)
    }
    await note()
  } catch (cause) {
    for (const file of files) await file.drop()
    for (const path of there) await rm(path, { force: true })
    throw cause
  }
}
