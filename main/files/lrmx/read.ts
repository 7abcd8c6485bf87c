import type { AppointmentSheet } from '../../../shared/domain/appointment-sheet.ts'
import { Unreadable } from '../zip.ts'
import { readLrm } from './lrm.ts'
import { readLrmx } from './lrmx.ts'
import { readWordSheets } from './word.ts'

/** A photo is a few hundred thousand bytes; this is more than any camera gives. */
export const largestMb = 10

/** Throws `Unreadable` before such a file is read. */
export function refuseLarge(size: number): void {
  if (size > largestMb * 1024 * 1024) throw new Unreadable(`文件超过 ${largestMb} MB，任免表连照片也没有这么大`)
}

/**
 * Reads a 任免表文件 by how it begins, not by its name: an old `.lrm` with the photo that belongs to it, or a `.lrmx`. Throws `Unreadable` with
 * the reason; one that is refused has cost less than a second.
 */
export function readSheet(bytes: Uint8Array, photo?: Uint8Array): AppointmentSheet {
  refuseLarge(bytes.length)
  if (bytes.length === 0) throw new Unreadable('文件是空的')
  const first = bytes.find(byte => byte > 0x20 && byte < 0x80)
  return first === 0x22 ? readLrm(bytes, photo) : readLrmx(bytes)
}

/** The same, and the 任免审批表 of a Word document, which may hold those of several people. */
export async function readSheets(bytes: Uint8Array, photo?: Uint8Array): Promise<readonly AppointmentSheet[]> {
  refuseLarge(bytes.length)
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b
  return zipped ? readWordSheets(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)) : [readSheet(bytes, photo)]
}
