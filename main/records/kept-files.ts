import { hash } from 'node:crypto'
import type SQLite from 'better-sqlite3-multiple-ciphers'
import { attachmentFields, type RecordType } from '../../shared/records/record.ts'
import type { SecretClass } from '../../shared/records/secrecy.ts'

export interface NewFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** The class of 监督资料 that it is for. */
  readonly secret?: SecretClass | undefined
}

/** Files kept with records. Only the store writes through it. */
export class KeptFiles {
  readonly #prepare: (sql: string) => SQLite.Statement

  constructor(prepare: (sql: string) => SQLite.Statement) {
    this.#prepare = prepare
  }

  /** Keeps the bytes, and gives what the audit says of them. */
  keep(id: string, { name, bytes, secret }: NewFile, now: string) {
    const sha256 = hash('sha256', bytes)
    const sql = 'INSERT INTO attachmentFile (id, name, size, sha256, bytes, createdAt, secret) VALUES (?, ?, ?, ?, ?, ?, ?)'
    this.#prepare(sql).run(id, name, bytes.length, sha256, bytes, now, secret ?? null)
    return { name, size: bytes.length, sha256 }
  }

  /** A file that a record of 监督资料 holds, or held, is one of them. */
  belongTo(type: RecordType<any>, record: object): void {
    if (!type.secret) return
    const values = record as Readonly<Record<string, unknown>>
    for (const key of attachmentFields(type)) if (values[key]) this.#prepare('UPDATE attachmentFile SET secret = ? WHERE id = ?').run(type.secret, values[key])
  }
}
