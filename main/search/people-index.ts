import type SQLite from 'better-sqlite3-multiple-ciphers'
import { ActivityNames, type FoundActivity } from './activity-names.ts'
import { Catalogue, type Entry, type Key } from './catalogue.ts'
import { searchable } from './searchable.ts'
import type { Match } from './shelf.ts'

export interface Hit {
  readonly kind: 'person' | 'organization' | 'activity'
  readonly id: string
  readonly title: string
  readonly detail: string
}

interface PersonRow {
  id: string
  name: string
  pinyin: string
  initials: string
  idNumber: string
  partyPost: string | null
  organization: string | null
}
interface OrganizationRow {
  id: string
  name: string
  pinyin: string
  initials: string
  parent: string | null
}

const personSql = `SELECT p.id, p.name, p.pinyin, p.initials, p.idNumber, p.partyPost, o.name AS organization
  FROM person p LEFT JOIN organization o ON o.id = p.organizationId WHERE p.voidedAt IS NULL`
const organizationSql =
  'SELECT o.id, o.name, o.pinyin, o.initials, u.name AS parent FROM organization o LEFT JOIN organization u ON u.id = o.parentId WHERE o.voidedAt IS NULL'

/** The ways of matching, best first, each from a length on at which it says something. */
const ways: readonly (readonly [key: Key, how: Match, length: number])[] = [
  ['title', 'exact', 1],
  ['title', 'start', 1],
  ['initials', 'exact', 1],
  ['pinyin', 'exact', 1],
  ['initials', 'start', 1],
  ['pinyin', 'start', 1],
  ['title', 'inside', 1],
  ['idNumber', 'end', 4],
  ['initials', 'inside', 2],
  ['pinyin', 'inside', 3],
  ['idNumber', 'inside', 6],
  ['place', 'inside', 2],
]

/** Beyond this the catalogue is read again. */
const manyChanges = 200

/**
 * Finds people and organizations by name, 拼音, initials, ID number tail or branch; activities by name. Held in memory:
 * a search must answer between two key strokes at 20,000 people. It reads only while it searches, inside the
 * search's own snapshot; a change merely marks what is to be read again.
 */
export class PeopleIndex {
  readonly #reader: SQLite.Database
  readonly #activities: ActivityNames
  readonly #changedPeople = new Set<string>()
  #people: Catalogue | undefined
  #organizations: Catalogue | undefined

  constructor(reader: SQLite.Database) {
    this.#reader = reader
    this.#activities = new ActivityNames(reader)
  }

  /** Best first: exact name, name begins, initials, 拼音, ID number tail, then the branch's people; at last activities. */
  search(text: string, limit: number, kinds: readonly Hit['kind'][] = ['person', 'organization', 'activity']): readonly Hit[] {
    const wanted = searchable(text)
    if (!wanted) return []
    const catalogues = [...(kinds.includes('person') ? [this.#currentPeople()] : []), ...(kinds.includes('organization') ? [this.#currentOrganizations()] : [])]
    const hits: Entry[] = []
    const known = new Set<string>()
    for (const [key, how, length] of ways) {
      if (wanted.length < length) continue
      for (const catalogue of catalogues) {
        if (hits.length >= limit) break
        for (const entry of catalogue.find(wanted, key, how, limit - hits.length, known)) {
          known.add(entry.id)
          hits.push(entry)
        }
      }
    }
    const activities = kinds.includes('activity') && hits.length < limit ? this.#activities.search(wanted, limit - hits.length) : []
    return [...hits.map(({ kind, id, title, detail }) => ({ kind, id, title, detail })), ...activities.map(activityHit)]
  }

  /** Marks what changed, so that the next search reads it again. */
  forget(changed: ReadonlyMap<string, ReadonlySet<string>>): void {
    if (changed.has('organization')) {
      this.#organizations = undefined
      this.#people = undefined
    }
    for (const id of changed.get('person') ?? []) this.#changedPeople.add(id)
    const activities = changed.get('activity')
    if (activities) this.#activities.forget(activities)
  }

  #currentPeople(): Catalogue {
    const marked = [...this.#changedPeople]
    this.#changedPeople.clear()
    if (!this.#people || marked.length + this.#people.changes > manyChanges)
      return (this.#people = new Catalogue(this.#reader.prepare<unknown[], PersonRow>(personSql).all().map(personEntry)))
    const one = this.#reader.prepare<unknown[], PersonRow>(`${personSql} AND p.id = ?`)
    for (const id of marked) {
      const row = one.get(id)
      this.#people.put(id, row ? personEntry(row) : null)
    }
    return this.#people
  }

  #currentOrganizations(): Catalogue {
    return (this.#organizations ??= new Catalogue(this.#reader.prepare<unknown[], OrganizationRow>(organizationSql).all().map(organizationEntry)))
  }
}

const personEntry = (row: PersonRow): Entry => ({
  kind: 'person',
  id: row.id,
  title: row.name,
  detail: [row.organization, row.partyPost].filter(Boolean).join(' '),
  keys: {
    title: searchable(row.name),
    initials: row.initials,
    pinyin: row.pinyin,
    idNumber: row.idNumber.toLowerCase(),
    place: searchable(`${row.organization ?? ''}${row.partyPost ?? ''}`),
  },
})

const organizationEntry = (row: OrganizationRow): Entry => ({
  kind: 'organization',
  id: row.id,
  title: row.name,
  detail: row.parent ?? '',
  keys: { title: searchable(row.name), initials: row.initials, pinyin: row.pinyin, idNumber: '', place: '' },
})

const activityHit = ({ id, name, startsOn, organizer }: FoundActivity): Hit => ({
  kind: 'activity',
  id,
  title: name,
  detail: `${startsOn}${organizer ? ` ${organizer}` : ''}`,
})
