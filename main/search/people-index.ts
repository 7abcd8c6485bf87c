import type SQLite from 'better-sqlite3-multiple-ciphers'

/** What can be found by a few letters. Held in memory: a search must answer between two key strokes at 20,000 people. */
interface Entry {
  readonly kind: 'person' | 'organization' | 'activity'
  readonly id: string
  readonly title: string
  readonly pinyin: string
  readonly initials: string
  readonly idNumber: string
  readonly organizationId: string | null
  readonly detail: string
}

export interface Hit {
  readonly kind: Entry['kind']
  readonly id: string
  readonly title: string
  readonly detail: string
}

interface PersonRow { id: string; name: string; pinyin: string; initials: string; idNumber: string; organizationId: string | null; partyPost: string | null; organization: string | null }
interface OrganizationRow { id: string; name: string; pinyin: string; initials: string; parent: string | null }
interface ActivityRow { id: string; name: string; startsOn: string; organizer: string | null }

const personSql = `SELECT p.id, p.name, p.pinyin, p.initials, p.idNumber, p.organizationId, p.partyPost, o.name AS organization
  FROM person p LEFT JOIN organization o ON o.id = p.organizationId WHERE p.voidedAt IS NULL`
const organizationSql = 'SELECT o.id, o.name, o.pinyin, o.initials, u.name AS parent FROM organization o LEFT JOIN organization u ON u.id = o.parentId WHERE o.voidedAt IS NULL'

/** Finds people and organizations by name, 拼音, initials, ID number tail or branch; activities by name. */
export class PeopleIndex {
  readonly #reader: SQLite.Database
  #people: Map<string, Entry> | undefined
  #organizations: readonly Entry[] | undefined

  constructor(reader: SQLite.Database) {
    this.#reader = reader
  }

  /** Best first: exact name, name begins, initials, 拼音, ID number tail, then the branch's people. */
  search(text: string, limit: number, kinds: readonly Entry['kind'][] = ['person', 'organization', 'activity']): readonly Hit[] {
    const wanted = text.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, '')
    if (!wanted) return []
    const best: { entry: Entry; score: number }[] = []
    const consider = (entry: Entry) => {
      const score = scoreOf(entry, wanted)
      if (score > 0) best.push({ entry, score })
    }
    if (kinds.includes('organization')) this.#allOrganizations().forEach(consider)
    if (kinds.includes('person')) this.#allPeople().forEach(consider)
    const hits = best.sort((a, b) => b.score - a.score || (a.entry.title < b.entry.title ? -1 : 1)).slice(0, limit).map(b => b.entry)
    if (kinds.includes('activity') && hits.length < limit) hits.push(...this.#activities(text.trim(), limit - hits.length))
    return hits.map(({ kind, id, title, detail }) => ({ kind, id, title, detail }))
  }

  /** Forgets what changed, so that the next search reads it again. */
  forget(changed: ReadonlyMap<string, ReadonlySet<string>>): void {
    if (changed.has('organization')) {
      this.#organizations = undefined
      this.#people = undefined
    }
    const ids = changed.get('person')
    if (!ids || !this.#people) return
    if (ids.size > 200) this.#people = undefined
    else for (const id of ids) this.#reread(id)
  }

  #reread(id: string): void {
    const row = this.#reader.prepare(`${personSql} AND p.id = ?`).get(id) as PersonRow | undefined
    if (row) this.#people?.set(id, personEntry(row))
    else this.#people?.delete(id)
  }

  #allPeople(): Map<string, Entry> {
    this.#people ??= new Map((this.#reader.prepare(personSql).all() as PersonRow[]).map(row => [row.id, personEntry(row)]))
    return this.#people
  }

  #allOrganizations(): readonly Entry[] {
    this.#organizations ??= (this.#reader.prepare(organizationSql).all() as OrganizationRow[]).map(row => ({
      kind: 'organization', id: row.id, title: row.name, pinyin: row.pinyin, initials: row.initials, idNumber: '', organizationId: row.id, detail: row.parent ?? '',
    }))
    return this.#organizations
  }

  #activities(text: string, limit: number): Entry[] {
    const rows = this.#reader.prepare(
      `SELECT a.id, a.name, a.startsOn, coalesce(o.name, a.organizer) AS organizer FROM activity a LEFT JOIN organization o ON o.id = a.organizationId
       WHERE a.voidedAt IS NULL AND a.name LIKE ? ESCAPE '\\' ORDER BY a.startsOn DESC LIMIT ?`,
    ).all(`%${text.replaceAll(/[\\%_]/g, '\\$&')}%`, limit) as ActivityRow[]
    return rows.map(row => ({ kind: 'activity', id: row.id, title: row.name, pinyin: '', initials: '', idNumber: '', organizationId: null, detail: `${row.startsOn}${row.organizer ? ` ${row.organizer}` : ''}` }))
  }
}

const personEntry = (row: PersonRow): Entry => ({
  kind: 'person', id: row.id, title: row.name, pinyin: row.pinyin, initials: row.initials, idNumber: row.idNumber.toLowerCase(), organizationId: row.organizationId,
  detail: [row.organization, row.partyPost].filter(Boolean).join(' '),
})

function scoreOf(entry: Entry, wanted: string): number {
  const person = entry.kind === 'person' ? 1 : 0
  if (entry.title === wanted) return 100 + person
  if (entry.title.startsWith(wanted)) return 90 + person
  if (entry.initials === wanted) return 80 + person
  if (entry.pinyin === wanted) return 78 + person
  if (entry.initials.startsWith(wanted)) return 70 + person
  if (entry.pinyin.startsWith(wanted)) return 68 + person
  if (entry.title.includes(wanted)) return 60 + person
  if (wanted.length >= 4 && entry.idNumber.endsWith(wanted)) return 55
  if (wanted.length >= 2 && entry.initials.includes(wanted)) return 40
  if (wanted.length >= 3 && entry.pinyin.includes(wanted)) return 35
  if (wanted.length >= 6 && entry.idNumber.includes(wanted)) return 30
  if (wanted.length >= 2 && entry.kind === 'person' && entry.detail.includes(wanted)) return 20
  return 0
}
