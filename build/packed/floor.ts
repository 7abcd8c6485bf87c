import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isElf, type Needs, needsOf } from './elf.ts'
import type { Unpacked } from './unpacked.ts'

/**
 * The oldest libraries that a PC may have: those of Debian 12 and later, UOS and 麒麟 on the same ground. `deb.depends` says the same, so that
 * dpkg refuses an older system before anything is installed. docs/manual/older-linux.md: what to do there.
 */
export const floor = { GLIBC: '2.34', GLIBCXX: '3.4.29', CXXABI: '1.3.13' } as const

const isFamily = (name: string): name is keyof typeof floor => Object.hasOwn(floor, name)

export const newest = (versions: readonly string[]): string => versions.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1) ?? ''

/** What a binary asks for beyond the floor. */
export function aboveFloor({ versions }: Needs, limits: Readonly<Record<keyof typeof floor, string>> = floor): readonly string[] {
  return [...versions].flatMap(([family, asked]) => {
    if (!isFamily(family)) return []
    const most = newest(asked)
    return newest([most, limits[family]]) === limits[family] ? [] : [`${family}_${most}, the floor is ${limits[family]}`]
  })
}

/** `GLIBC 2.34, GLIBCXX 3.4.29`. */
export const needWords = ({ versions }: Needs): string =>
  [...versions]
    .filter(([family]) => isFamily(family))
    .map(([family, asked]) => `${family} ${newest(asked)}`)
    .join(', ')

/** Every Linux binary of the package: what it needs, and what of that is too new or for another processor. */
export function nativeParts({ folder, arch }: Unpacked): { readonly said: readonly string[]; readonly faults: readonly string[] } {
  const said: string[] = []
  const faults: string[] = []
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const bytes = readFileSync(join(entry.parentPath, entry.name))
    if (!isElf(bytes)) continue
    const needs = needsOf(bytes)
    said.push(`${entry.name}: ${needWords(needs)}`)
    if (needs.arch !== arch) faults.push(`${entry.name} is for ${needs.arch}, the package for ${arch}`)
    faults.push(...aboveFloor(needs).map(what => `${entry.name} needs ${what}`))
  }
  return { said, faults }
}
