import type SQLite from 'better-sqlite3-multiple-ciphers'
import { type OwnQuota, ownQuota } from '../../shared/domain/own-quota.ts'
import { AppError } from '../../shared/errors.ts'
import type { Measure } from '../../shared/quotas/measure.ts'
import { ownQuotaName, ownQuotaOf } from '../../shared/quotas/own.ts'
import type { Draft, Fields, LinesType, RecordType, Stored } from '../../shared/records/record.ts'
import { AuditWriter, type Origin } from './audit.ts'
import type { Bounds } from './bounds.ts'
import { Changes } from './changes.ts'
import { derivedColumns } from './derived.ts'
import { KeptFiles, type NewFile } from './kept-files.ts'
import { fromRow, lineColumns, lineFromRow, toCell } from './rows.ts'
import type { Measures } from './measures.ts'
import { rebuildTally } from './recount.ts'
import { Salts } from './salts.ts'
import { digestOf, insertionOf, referencesOf } from './shapes.ts'
import { Tallies } from './tallies.ts'

interface Surroundings {
  readonly now: () => string
  readonly newId: () => string
  readonly measures: Measures
  /** What the one who writes may change; none where that is all. */
  readonly bounds?: Bounds | undefined
}

type Prepare = (sql: string) => SQLite.Statement
type Values = Readonly<Record<string, unknown>>

/**
 * The only writer of records and their lines. Every change writes its audit line in the same transaction; nothing
 * is ever deleted. Synchronous, because SQLite is: no other work can come between a change and its trace.
 */
export class RecordStore {
  readonly changes = new Changes()
  readonly #prepare: Prepare
  readonly #around: Surroundings
  readonly #origin: Origin
  readonly #audit: AuditWriter
  readonly #tallies: Tallies
  readonly #salts: Salts
  readonly #files: KeptFiles

  constructor(prepare: Prepare, around: Surroundings, origin: Origin) {
    this.#prepare = prepare
    this.#around = around
    this.#origin = origin
    this.#audit = new AuditWriter(prepare)
    this.#tallies = new Tallies(prepare, around.measures.of)
    this.#salts = new Salts(prepare)
    this.#files = new KeptFiles(prepare)
  }

  /** The record, or `record.notFound`. */
  get<F extends Fields>(type: RecordType<F>, id: string): Stored<F> {
    const row = this.#prepare(`SELECT * FROM ${type.name} WHERE id = ?`).get(id)
    if (!row || this.#around.bounds?.sees(type.name, id) === false) throw new AppError('record.notFound', { label: type.label })
    return fromRow(type, row)
  }

  /** The record as the user last saw it, or a refusal if someone has changed or voided it since. */
  getUnchanged<F extends Fields>(type: RecordType<F>, id: string, version: number): Stored<F> {
    const record = this.get(type, id)
    if (record.version !== version) throw new AppError('record.changedByOther', { label: type.label })
    return record
  }

  create<F extends Fields>(type: RecordType<F>, draft: Draft<F>): Stored<F> {
    const now = this.#around.now()
    const life = { id: this.#around.newId(), version: 1, createdAt: now, updatedAt: now, voidedAt: null, voidReason: null }
    const after: Stored<F> = { ...draft, ...life }
    const row: Values = { ...after, ...derivedColumns(type.name, draft) }
    const { columns, sql } = insertionOf(type, row)
    this.#checkReferences(type, undefined, after)
    this.#prepare(sql).run(...columns.map(c => toCell(row[c] ?? null)))
    this.#around.bounds?.check(type, after.id)
    if (this.#tallies.counts(type.name)) this.#tallies.putIn(type.name, after)
    this.#ownQuotaChanged(type.name, after)
    this.#trace(type, after.id, null, after, now)
    return after
  }

  update<F extends Fields>(type: RecordType<F>, before: Stored<F>, patch: Partial<Draft<F>>): Stored<F> {
    if (before.voidedAt) throw new AppError('record.voided', { label: type.label })
    return this.#change(type, before, patch)
  }

  /** Nothing is deleted: a voided record stays, with the reason, and leaves the lists. */
  void<F extends Fields>(type: RecordType<F>, before: Stored<F>, reason: string): Stored<F> {
    if (before.voidedAt) throw new AppError('record.voided', { label: type.label })
    return this.#change(type, before, { voidedAt: this.#around.now(), voidReason: reason })
  }

  restore<F extends Fields>(type: RecordType<F>, before: Stored<F>, reason: string): Stored<F> {
    if (!before.voidedAt) throw new AppError('record.changedByOther', { label: type.label })
    return this.#change(type, before, { voidedAt: null, voidReason: reason })
  }

  /** Puts back earlier values, the voiding included. Only undo needs it. */
  revert<F extends Fields>(type: RecordType<F>, before: Stored<F>, values: object): Stored<F> {
    return this.#change(type, before, values)
  }

  #change<F extends Fields>(type: RecordType<F>, before: Stored<F>, given: object): Stored<F> {
    const { bounds } = this.#around
    bounds?.check(type, before.id)
    const patch = bounds ? bounds.keepHidden(type, before, given) : given
    const after = { ...before, ...patch, version: before.version + 1, updatedAt: this.#around.now() }
    const row: Values = { ...patch, version: after.version, updatedAt: after.updatedAt, ...derivedColumns(type.name, after) }
    const columns = Object.keys(row)
    // What is voided may point anywhere; what comes back must point to what is kept.
    if (!after.voidedAt) this.#checkReferences(type, before.voidedAt ? undefined : before, after)
    this.#retally(type.name, before, after, () => {
      this.#prepare(`UPDATE ${type.name} SET ${columns.map(c => `"${c}" = ?`).join(', ')} WHERE id = ?`).run(...columns.map(c => toCell(row[c])), before.id)
    })
    bounds?.check(type, before.id)
    this.#ownQuotaChanged(type.name, after)
    this.#trace(type, before.id, before, after, after.updatedAt)
    return after
  }

  /** A change of an activity's days or of whether it counts moves the hours of everyone who attended. */
  #retally(type: string, before: Values, after: Values, write: () => void): void {
    if (!this.#tallies.counts(type)) return write()
    this.#tallies.takeOut(type, before)
    write()
    this.#tallies.putIn(type, after)
  }

  /** A quota of the office's own has been declared, changed or voided: what it counts is counted anew. */
  #ownQuotaChanged(type: string, after: object): void {
    if (type !== ownQuota.name) return
    this.#around.measures.forget()
    const { id, voidedAt } = after as OwnQuota
    if (voidedAt) this.#prepare('DELETE FROM tally WHERE tally = ?').run(ownQuotaName(id))
    else this.countAnew(ownQuotaOf(after as OwnQuota).measure)
  }

  /** Makes the kept totals of a measure anew from the records. */
  countAnew(measure: Measure): void {
    rebuildTally(this.#prepare, measure)
  }

  /** The owned lines of one parent, in key order. */
  linesOf<F extends Fields>(type: LinesType<F>, parentId: string): Draft<F>[] {
    const columns = Object.keys(type.fields)
    const rows = this.#prepare(`SELECT ${columns.join(', ')} FROM ${type.name} WHERE ${type.parentColumn} = ? ORDER BY ${type.key.join(', ')}`).all(parentId)
    return rows.map(row => lineFromRow(type, row as object))
  }

  /**
   * Replaces the owned lines of one parent, audited as one line for the parent: how many, and their digest. `final` says of sealed lines
   * that they stay as they are now: what was said of them before can no longer be held against anything.
   */
  writeLines<F extends Fields, P extends Fields>(
    type: LinesType<F>,
    parentType: RecordType<P>,
    parent: Stored<P>,
    lines: readonly Draft<F>[],
    { final = false } = {},
  ): Stored<P> {
    if (parent.voidedAt) throw new AppError('record.voided', { label: parentType.label })
    const kept = this.linesOf(type, parent.id)
    const { bounds } = this.#around
    bounds?.check(parentType, parent.id)
    bounds?.checkLines(type, [...kept, ...lines])
    const columns = lineColumns(type)
    const fields = Object.keys(type.fields)
    const insert = this.#prepare(`INSERT INTO ${type.name} (${columns.map(c => `"${c}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
    this.#retally(parentType.name, parent, parent, () => {
      if (kept.length) this.#prepare(`DELETE FROM ${type.name} WHERE ${type.parentColumn} = ?`).run(parent.id)
      for (const line of lines) this.#insertLine(type, insert, line, [parent.id, ...fields.map(f => toCell((line as Values)[f]))])
    })
    const after = { ...parent, version: parent.version + 1, updatedAt: this.#around.now() }
    this.#prepare(`UPDATE ${parentType.name} SET version = ?, updatedAt = ? WHERE id = ?`).run(after.version, after.updatedAt, parent.id)
    const before = { salt: this.#salts.of(type, parent.id, kept.length > 0) }
    if (final) this.#salts.forget(type, parent.id)
    const now = { salt: this.#salts.of(type, parent.id, !final) }
    this.#add(parentType.name, parent.id, { [type.name]: digestOf(type, kept, before) }, { [type.name]: digestOf(type, lines, now) })
    this.changes.lines(type, parentType, parent.id, after.version, kept)
    return after
  }

  /** An audit line for something that changes no record: a print, an export, a look at a masked value. */
  note(line: { recordType: string; recordId: string; detail: object }): void {
    this.#add(line.recordType, line.recordId, null, line.detail)
  }

  /** Keeps what a screen remembers for this user. Not a record, so not audited. */
  remember(key: string, value: unknown): void {
    this.#keep(this.#origin.actor, key, value)
  }

  /** Keeps what the program remembers for the whole office, whoever is in. Not a record, so not audited. */
  rememberForOffice(key: string, value: unknown): void {
    this.#keep('', key, value)
  }

  #keep(actor: string, key: string, value: unknown): void {
    const sql = 'INSERT INTO memory (actor, key, value) VALUES (?, ?, ?) ON CONFLICT (actor, key) DO UPDATE SET value = excluded.value'
    this.#prepare(sql).run(actor, key, JSON.stringify(value))
  }

  /** Records that came with the program are taken once. Not a record, so not audited; what they created is. */
  tookShipment(name: string, version: number): void {
    this.#prepare('INSERT INTO shipment (name, version) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET version = excluded.version').run(name, version)
  }

  /** Keeps a file, encrypted with everything else; its fingerprint goes into the audit. */
  attach(file: NewFile): string {
    const id = this.#around.newId()
    this.#add('attachmentFile', id, null, this.#files.keep(id, file, this.#around.now()))
    return id
  }

  #trace(type: RecordType<any>, id: string, before: object | null, after: { version: number }, at: string): void {
    this.#files.belongTo(type, after)
    this.#add(type.name, id, before, after, at)
    this.changes.record(type, id, before, after.version)
  }

  #add(recordType: string, recordId: string, before: object | null, after: object, at = this.#around.now()): void {
    const { actor, action, machine } = this.#origin
    this.#audit.add({ at, actor, action, recordType, recordId, before: before && JSON.stringify(before), after: JSON.stringify(after), machine })
  }

  /** A reference that is new must be to a record that is kept; one that stood there before may be to what was voided since. */
  #checkReferences<F extends Fields>(type: RecordType<F>, before: Values | undefined, after: Values): void {
    for (const [key, { target, label }] of referencesOf(type)) {
      const id = after[key]
      if (id === null || id === undefined || before?.[key] === id) continue
      if (!this.#prepare(`SELECT 1 FROM ${target} WHERE id = ? AND voidedAt IS NULL`).get(id) || this.#around.bounds?.sees(target, id) === false)
        throw new AppError('record.badReference', { label: type.label, field: label })
    }
  }

  /** Lines come by the thousand: only when SQLite refuses one is it looked at. */
  #insertLine<F extends Fields>(type: LinesType<F>, insert: SQLite.Statement, line: Values, cells: readonly unknown[]): void {
    try {
      insert.run(...cells)
    } catch (cause) {
      if (!(cause instanceof Error) || !('code' in cause) || cause.code !== 'SQLITE_CONSTRAINT_FOREIGNKEY') throw cause
      for (const [key, { target, label }] of referencesOf(type)) {
        if (!this.#prepare(`SELECT 1 FROM ${target} WHERE id = ?`).get(line[key]))
          throw new AppError('record.badReference', { label: type.label, field: label })
      }
      throw cause
    }
  }
}
