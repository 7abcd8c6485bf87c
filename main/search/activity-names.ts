import type SQLite from 'better-sqlite3-multiple-ciphers'
import { Shelf } from './shelf.ts'
import { searchable } from './searchable.ts'

export interface FoundActivity {
  readonly id: string
  readonly name: string
  readonly startsOn: string
  readonly organizer: string | null
}

interface NameRow {
  name: string
  last: string
}

/**
 * The names activities bear, each once: an office holds a hundred thousand activities, and few names. Latest first, so
 * that the newest activities of a search are among those of the first names found.
 */
export class ActivityNames {
  readonly #reader: SQLite.Database
  #names: readonly string[] = []
  #shelf: Shelf | undefined
  readonly #changed = new Set<string>()
  readonly #added = new Set<string>()

  constructor(reader: SQLite.Database) {
    this.#reader = reader
  }

  /** Newest first. */
  search(text: string, limit: number): FoundActivity[] {
    const shelf = (this.#shelf ??= this.#read())
    this.#readChanged()
    const names = new Set([...this.#added].filter(name => searchable(name).includes(text)))
    shelf.find(text, 'inside', index => {
      names.add(this.#names[index] ?? '')
      return names.size < limit + this.#added.size
    })
    const ofName = this.#reader.prepare<unknown[], FoundActivity>(
      `SELECT a.id, a.name, a.startsOn, coalesce(o.name, a.organizer) AS organizer FROM activity a LEFT JOIN organization o ON o.id = a.organizationId
       WHERE a.voidedAt IS NULL AND a.name = ? ORDER BY a.startsOn DESC LIMIT ?`,
    )
    return [...names]
      .flatMap(name => ofName.all(name, limit))
      .sort((a, b) => (a.startsOn < b.startsOn ? 1 : a.startsOn > b.startsOn ? -1 : 0))
      .slice(0, limit)
  }

  /** Names are never taken away: one that nothing bears any more finds nothing. */
  forget(ids: ReadonlySet<string>): void {
    if (!this.#shelf) return
    for (const id of ids) this.#changed.add(id)
    if (this.#changed.size > 500) this.#shelf = undefined
  }

  #read(): Shelf {
    this.#changed.clear()
    this.#added.clear()
    const rows = this.#reader.prepare<unknown[], NameRow>('SELECT name, max(startsOn) AS last FROM activity WHERE voidedAt IS NULL GROUP BY name').all()
    this.#names = rows.sort((a, b) => (a.last < b.last ? 1 : a.last > b.last ? -1 : 0)).map(row => row.name)
    return new Shelf(this.#names.map(searchable))
  }

  #readChanged(): void {
    if (this.#changed.size === 0) return
    const nameOf = this.#reader.prepare<unknown[], string>('SELECT name FROM activity WHERE id = ?').pluck()
    for (const id of this.#changed) {
      const name = nameOf.get(id)
      if (name !== undefined) this.#added.add(name)
    }
    this.#changed.clear()
  }
}
