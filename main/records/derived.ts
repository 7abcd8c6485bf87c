import { pinyin } from 'pinyin-pro'

/** How a name sounds: whole syllables and their initials, lower case, surname readings first (单于 → chanyu). */
export interface Reading {
  readonly pinyin: string
  readonly initials: string
}

const kept = new Map<string, Reading>()

export function readingOf(name: string, surname: boolean): Reading {
  const known = kept.get(name)
  if (known) return known
  const syllables = pinyin(name, { toneType: 'none', type: 'array', ...(surname && { surname: 'head' as const }) })
  const reading = {
    pinyin: syllables.join('').toLowerCase().replaceAll('ü', 'v').replaceAll(/[^a-z0-9]/g, ''),
    initials: syllables.map(s => s[0] ?? '').join('').toLowerCase().replaceAll('ü', 'v').replaceAll(/[^a-z0-9]/g, ''),
  }
  if (kept.size < 100_000) kept.set(name, reading)
  return reading
}

/** Columns kept beside the fields of a record, computed when it is written. */
export function derivedColumns(type: string, draft: Readonly<Record<string, unknown>>): object {
  if (type !== 'person' && type !== 'organization') return {}
  return readingOf(String(draft['name'] ?? ''), type === 'person')
}
