import { hash } from 'node:crypto'
import type { Fields, LinesType, RecordType } from '../../shared/records/record.ts'
import { toCell } from './rows.ts'

type Values = Readonly<Record<string, unknown>>

/** How many lines, and a digest of what they say: the same lines have the same, in whatever order they were typed. */
export function digestOf(type: LinesType<any>, lines: readonly Values[], { without = [], salt = '' }: { without?: readonly string[]; salt?: string } = {}) {
  const fields = Object.keys(type.fields).filter(field => !without.includes(field))
  const keys = type.key.map(key => fields.indexOf(key))
  const sorted = lines
    .map(line => fields.map(f => toCell(line[f])))
    .sort((a, b) => {
      const differing = keys.find(k => a[k] !== b[k])
      return differing === undefined ? 0 : String(a[differing]) < String(b[differing]) ? -1 : 1
    })
  return { count: lines.length, sha256: hash('sha256', salt + JSON.stringify(sorted)) }
}

/** Whether a digest was made of these lines, be it by an older program that did not know their later fields. */
export function isDigestOf(type: LinesType<any>, lines: readonly Values[], digest: unknown, salt = ''): boolean {
  const [wanted, later] = [JSON.stringify(digest), type.later ?? []]
  for (let known = later.length; known >= 0; known--) {
    const unknown = later.slice(known)
    if (lines.some(line => unknown.some(field => (line[field] ?? null) !== null))) return false
    if (JSON.stringify(digestOf(type, lines, { without: unknown, salt })) === wanted) return true
  }
  return false
}

type References = readonly (readonly [key: string, { readonly target: string; readonly label: string }])[]

const references = new WeakMap<object, References>()

/** The fields that point to other records. */
export function referencesOf(type: { readonly fields: Fields }): References {
  const known = references.get(type)
  if (known) return known
  const found = Object.entries(type.fields).flatMap(([key, { target, label }]) => (target === undefined ? [] : [[key, { target, label }] as const]))
  references.set(type, found)
  return found
}

interface Insertion {
  readonly columns: readonly string[]
  readonly sql: string
}

const insertions = new WeakMap<RecordType<any>, Insertion>()

/** The same statement for every record of a type: an import writes twenty thousand of them. */
export function insertionOf(type: RecordType<any>, row: Values): Insertion {
  const known = insertions.get(type)
  if (known) return known
  const columns = [...new Set([...Object.keys(type.fields), ...Object.keys(row)])]
  const made = { columns, sql: `INSERT INTO ${type.name} (${columns.map(c => `"${c}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})` }
  insertions.set(type, made)
  return made
}
