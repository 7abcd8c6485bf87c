import { hash } from 'node:crypto'
import type SQLite from 'better-sqlite3-multiple-ciphers'
import type { AuditTable } from '../db/schema.ts'

/** Who did it, by which endpoint, at which PC. */
export interface Origin {
  readonly actor: string
  readonly action: string
  readonly machine: string
}

export type AuditLine = Omit<AuditTable, 'chain'>

const columns = ['seq', 'at', 'actor', 'action', 'recordType', 'recordId', 'before', 'after', 'machine'] as const

/** The digest of a line and all before it. One place, so that SHA-256 can be changed for SM3. */
export function chained(previous: string, line: AuditLine): string {
  const { seq, at, actor, action, recordType, recordId, before, after, machine } = line
  return hash('sha256', `${previous}\n${JSON.stringify([seq, at, actor, action, recordType, recordId, before, after, machine])}`)
}

const insertSql = `INSERT INTO audit (${columns.map(c => `"${c}"`).join(', ')}, chain) VALUES (${columns.map(() => '?').join(', ')}, ?)`

/** Adds lines to the chained, append-only audit. Lives as long as one write transaction. */
export class AuditWriter {
  readonly #insert: SQLite.Statement
  #seq: number
  #chain: string

  constructor(prepare: (sql: string) => SQLite.Statement) {
    const last = prepare('SELECT seq, chain FROM audit ORDER BY seq DESC LIMIT 1').get() as { seq: number; chain: string } | undefined
    this.#insert = prepare(insertSql)
    this.#seq = last?.seq ?? 0
    this.#chain = last?.chain ?? ''
  }

  add(line: Omit<AuditLine, 'seq'>): void {
    const numbered = { seq: this.#seq + 1, ...line }
    const chain = chained(this.#chain, numbered)
    const { seq, at, actor, action, recordType, recordId, before, after, machine } = numbered
    this.#insert.run(seq, at, actor, action, recordType, recordId, before, after, machine, chain)
    this.#seq = numbered.seq
    this.#chain = chain
  }
}

export interface Verification {
  readonly ok: boolean
  readonly lines: number
  readonly brokenAt: number | null
  readonly why: string | null
}

/**
 * Walks the whole chain, a stretch at a time: numbering without gaps, each digest made of the line and the one before.
 * Lines taken off the end leave a chain that is whole; only a digest noted elsewhere can show that.
 */
export async function verifyAudit(linesAfter: (seq: number) => Promise<readonly AuditTable[]>): Promise<Verification> {
  let previous = ''
  let count = 0
  for (let lines = await linesAfter(0); lines.length > 0; lines = await linesAfter(count)) {
    for (const { chain, ...line } of lines) {
      count += 1
      if (line.seq !== count) return { ok: false, lines: count, brokenAt: count, why: `第 ${count} 行之后缺行` }
      if (chained(previous, line) !== chain) return { ok: false, lines: count, brokenAt: line.seq, why: `第 ${line.seq} 行被改动过` }
      previous = chain
    }
  }
  return { ok: true, lines: count, brokenAt: null, why: null }
}
