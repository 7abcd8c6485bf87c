import { pinyin } from 'pinyin-pro'

/** How a name sounds: whole syllables and their initials, lower case, surname readings first (单于 → chanyu). */
export interface Reading {
  readonly pinyin: string
  readonly initials: string
  /** Sorts as a name list does: syllable by syllable, tones apart, the same characters together (李 before 刘, 黎 beside no 李). */
  readonly nameOrder: string
}

const kept = new Map<string, Reading>()

export function readingOf(name: string, surname: boolean): Reading {
  const known = kept.get(name)
  if (known) return known
  const spoken = pinyin(name, { toneType: 'num', type: 'array', ...(surname && { surname: 'head' as const }) })
  const syllables = spoken.map(syllable => syllable.replace(/\d$/, ''))
  const reading = {
    pinyin: syllables
      .join('')
      .toLowerCase()
      .replaceAll('ü', 'v')
      .replaceAll(/[^a-z0-9]/g, ''),
    nameOrder: [...name]
      .map((character, i) => `${spoken[i] ?? ''}${character}`)
      .join(' ')
      .toLowerCase(),
    initials: syllables
      .map(s => s[0] ?? '')
      .join('')
      .toLowerCase()
      .replaceAll('ü', 'v')
      .replaceAll(/[^a-z0-9]/g, ''),
  }
  if (kept.size < 100_000) kept.set(name, reading)
  return reading
}

/** Columns kept beside the fields of a record, computed when it is written. */
export function derivedColumns(type: string, draft: Readonly<Record<string, unknown>>): object {
  if (type !== 'person' && type !== 'organization') return {}
  return readingOf(String(draft['name'] ?? ''), type === 'person')
}
