import { randomBytes } from 'node:crypto'
import type SQLite from 'better-sqlite3-multiple-ciphers'
import type { LinesType } from '../../shared/records/record.ts'

/** Under which key the salt of lines that are not final yet is remembered. */
export const saltKey = (type: { readonly name: string }, parentId: string): string => `salt ${type.name} ${parentId}`

/**
 * Salts of sealed lines. While a stack of papers grows, one digest more says what one paper more says: whoever has the papers and the
 * audit could lay them in the order in which they were counted. With the salt gone nothing can be tried any more.
 */
export class Salts {
  readonly #prepare: (sql: string) => SQLite.Statement

  constructor(prepare: (sql: string) => SQLite.Statement) {
    this.#prepare = prepare
  }

  /** The salt of lines that are not final; a new one where they begin, none of what is not sealed or is final. */
  of(type: LinesType<any>, parentId: string, begins: boolean): string {
    if (!type.sealed) return ''
    const key = saltKey(type, parentId)
    const found = this.#prepare("SELECT value FROM memory WHERE actor = '' AND key = ?").pluck().get(key)
    if (typeof found === 'string') return found
    if (!begins) return ''
    const salt = randomBytes(16).toString('hex')
    this.#prepare("INSERT INTO memory (actor, key, value) VALUES ('', ?, ?)").run(key, salt)
    return salt
  }

  forget(type: LinesType<any>, parentId: string): void {
    this.#prepare("DELETE FROM memory WHERE actor = '' AND key = ?").run(saltKey(type, parentId))
  }
}
