import { type Match, matches, Shelf } from './shelf.ts'

/** What can be found by a few letters, with the values it is found by: lower case, without spaces. */
export interface Entry {
  readonly kind: 'person' | 'organization'
  readonly id: string
  readonly title: string
  readonly detail: string
  readonly keys: Readonly<Record<Key, string>>
}

const keys = ['title', 'initials', 'pinyin', 'idNumber', 'place'] as const
export type Key = (typeof keys)[number]

/** Entries of one kind in the order of their titles, with a shelf for each key; what has changed since lies on top. */
export class Catalogue {
  readonly #entries: readonly Entry[]
  readonly #shelves: Readonly<Record<Key, Shelf>>
  /** Null stands for an entry that is gone. */
  readonly #changed = new Map<string, Entry | null>()

  constructor(entries: readonly Entry[]) {
    this.#entries = [...entries].sort(byTitle)
    const shelf = (key: Key) => new Shelf(this.#entries.map(entry => entry.keys[key]))
    this.#shelves = { title: shelf('title'), initials: shelf('initials'), pinyin: shelf('pinyin'), idNumber: shelf('idNumber'), place: shelf('place') }
  }

  /** How many entries lie on top; a catalogue with many is better made anew. */
  get changes(): number {
    return this.#changed.size
  }

  put(id: string, entry: Entry | null): void {
    this.#changed.set(id, entry)
  }

  /** At most so many entries that match in this way and were not found before, in the order of their titles. */
  find(wanted: string, key: Key, how: Match, limit: number, before: ReadonlySet<string>): Entry[] {
    const found: Entry[] = []
    this.#shelves[key].find(wanted, how, index => {
      const entry = this.#entries[index]
      if (entry && !before.has(entry.id) && !this.#changed.has(entry.id)) found.push(entry)
      return found.length < limit
    })
    if (this.#changed.size === 0) return found
    for (const entry of this.#changed.values()) if (entry && !before.has(entry.id) && matches(entry.keys[key], wanted, how)) found.push(entry)
    return found.sort(byTitle).slice(0, limit)
  }
}

const byTitle = (a: Entry, b: Entry): number => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0)
