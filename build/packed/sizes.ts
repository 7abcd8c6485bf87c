import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { archiveOf, type Unpacked } from './unpacked.ts'

const megabyte = 1024 * 1024

/** What a package may weigh: our own part, and all of it with Electron. More is a decision, taken here. */
export const budget = { own: 14 * megabyte, all: 340 * megabyte } as const

const weight = (path: string): number => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return 0
  if (!found.isDirectory()) return found.size
  return readdirSync(path).reduce((sum, name) => sum + weight(join(path, name)), 0)
}

export interface Sizes {
  readonly archive: number
  readonly binary: number
  readonly all: number
}

export function sizesOf(packed: Unpacked): Sizes {
  const archive = archiveOf(packed)
  return { archive: weight(archive), binary: weight(`${archive}.unpacked`), all: weight(packed.folder) }
}

export const inMegabytes = (bytes: number): string => `${(bytes / megabyte).toFixed(1)} MB`

export function sizeFaults({ archive, binary, all }: Sizes, { own, all: whole }: { readonly own: number; readonly all: number } = budget): readonly string[] {
  return [
    ...(archive + binary > own ? [`our own part weighs ${inMegabytes(archive + binary)}, the budget is ${inMegabytes(own)}`] : []),
    ...(all > whole ? [`the whole weighs ${inMegabytes(all)}, the budget is ${inMegabytes(whole)}`] : []),
  ]
}
