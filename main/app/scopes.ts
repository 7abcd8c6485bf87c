import { type FileHandle, open } from 'node:fs/promises'
import type SQLite from 'better-sqlite3-multiple-ciphers'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { Extent } from '../../shared/domain/ownership.ts'
import type { Role } from '../../shared/domain/roles.ts'
import { AppError } from '../../shared/errors.ts'
import type { Narrowed } from '../db/narrowed.ts'
import type { Connections } from '../db/open.ts'
import { Bounds } from '../records/bounds.ts'
import type { Database } from '../db/schema.ts'
import type { FileTokens } from '../files/tokens.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { Changes } from '../records/changes.ts'
import { Measures } from '../records/measures.ts'
import { RecordStore } from '../records/store.ts'
import { Mutex } from './mutex.ts'
import type { Ports } from './ports.ts'
import { PeopleIndex } from '../search/people-index.ts'

export interface Who {
  readonly actor: string
  readonly role: Role
  /** What the user works in; without it all there is but 监督资料. */
  readonly extent?: Extent
  /** Works on the file itself, whatever part of it the user may see: backups, the audit's chain, what a newer program brings. */
  readonly whole?: boolean
  readonly office: { readonly name: string; readonly preset: string }
}

/** A query sees the data as of one instant; it cannot change it. */
export interface ReadScope extends Who {
  readonly db: ReadonlyKysely<Database>
  readonly today: string
  readonly index: PeopleIndex
}

/** A command changes records only through `store`, so every change is audited. */
export interface WriteScope extends ReadScope {
  readonly store: RecordStore
}

/** An action does slow work between transactions: files, printing, imports. */
export interface ActionScope extends Who {
  readonly ports: Ports
  readonly tokens: FileTokens
  readonly jobs: Jobs
  readonly today: string
  read<T>(work: (scope: ReadScope) => Promise<T>): Promise<T>
  write<T>(work: (scope: WriteScope) => Promise<T>): Promise<T>
  /** For reads that go through everything once: what they pass is not kept in memory, nor does it push out what boards ask for again. */
  walking<T>(work: () => Promise<T>): Promise<T>
}

/** What of an open file one user sees: made of its connections, anew where these are. */
export type Part = { readonly whole: boolean; of(connections: Connections): Narrowed }

/** The open database with its two doors: many readers one after the other, one writer at a time. */
export class Office {
  connections: Connections
  index: PeopleIndex
  readonly #ports: Ports
  readonly #reading = new Mutex()
  readonly #writing = new Mutex()
  readonly #statements = new Map<string, SQLite.Statement>()
  #bytes: FileHandle | undefined
  readonly #part: Part | undefined
  #narrowed: Narrowed | undefined
  readonly #measures = new Measures(sql => this.prepare(sql))

  /** Without a part, all of the file. */
  constructor(connections: Connections, ports: Ports, part?: Part) {
    this.connections = connections
    this.#ports = ports
    this.#part = part
    this.#narrowed = part?.of(connections)
    this.index = new PeopleIndex((this.#narrowed ?? connections).reader)
  }

  /** Runs `work` on one snapshot of the file. */
  read<T>(who: Who, work: (scope: ReadScope) => Promise<T>): Promise<T> {
    return this.#reading.run(async () => {
      const { reader, reads } = (!who.whole && this.#narrowed) || this.connections
      // What is kept between calls is kept by what read it. Of a part nothing is: a record may have left it without a trace in it.
      const db = this.#part?.whole === false ? reads.withoutPlugins() : reads
      reader.exec('BEGIN')
      try {
        return await work({ ...who, db: db as never, today: this.#ports.clock.today(), index: this.index })
      } finally {
        // A disk that fails has ended it already.
        if (reader.inTransaction) reader.exec('COMMIT')
      }
    })
  }

  /** Runs `work` in one transaction: all of it, with its audit lines, or nothing. */
  write<T>(who: Who, action: string, work: (scope: WriteScope) => Promise<T>, done: (changes: Changes) => void): Promise<T> {
    return this.#writing.run(async () => {
      const { writer } = this.connections
      const narrowed = who.whole ? undefined : this.#narrowed
      const bounds = narrowed && new Bounds(narrowed.sees, this.#part?.whole === false)
      writer.exec('BEGIN IMMEDIATE')
      try {
        const { clock, newId, machine } = this.#ports
        const around = { now: () => clock.now(), newId, measures: this.#measures, bounds }
        const store = new RecordStore(this.prepare, around, { actor: who.actor, action, machine })
        const db = (narrowed ?? this.connections).writes
        const result = await work({ ...who, db: db as never, today: clock.today(), index: this.index, store })
        writer.exec('COMMIT')
        done(store.changes)
        return result
      } catch (cause) {
        if (writer.inTransaction) writer.exec('ROLLBACK')
        this.#measures.forget()
        throw cause
      }
    })
  }

  /** Runs `work` while nobody reads or writes and all that was committed lies in the one file: for milliseconds only. */
  still<T>(work: () => Promise<T>): Promise<T> {
    return this.#writing.run(() =>
      this.#reading.run(async () => {
        this.#emptyLog()
        return work()
      }),
    )
  }

  /** Runs `work` with a small cache for reading: what is read once is not read again. */
  async walking<T>(work: () => Promise<T>): Promise<T> {
    const { reader } = this.connections
    reader.pragma('cache_size = -8192')
    try {
      return await work()
    } finally {
      // Closed meanwhile, it has none.
      if (reader.open) reader.pragma('cache_size = -131072')
    }
  }

  /** Runs `work` while nobody writes. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#writing.run(work)
  }

  /**
   * Puts another file in the place of this one. Nobody writes while `prepare` makes it of what lies there, and all of that lies in the one file;
   * nobody reads either while `swap` puts it there, with no connection open. `reopened` opens what lies there then, whatever became of the swap.
   */
  exchange(prepare: () => Promise<void>, swap: () => void, reopened: () => Connections): Promise<void> {
    return this.#writing.run(async () => {
      await this.#reading.run(async () => this.#emptyLog())
      await prepare()
      await this.#reading.run(async () => {
        await this.#narrowed?.close()
        await this.connections.close()
        await this.#bytes?.close()
        this.#bytes = undefined
        this.#statements.clear()
        try {
          swap()
        } finally {
          this.connections = reopened()
          this.#narrowed = this.#part?.of(this.connections)
          this.index = new PeopleIndex((this.#narrowed ?? this.connections).reader)
        }
      })
    })
  }

  /**
   * The file itself, as bytes. Opened once and closed after the connections: on Linux the first handle of a process
   * that is closed takes SQLite's own locks on the file with it.
   */
  async bytes(path: string): Promise<FileHandle> {
    this.#bytes ??= await open(path, 'r')
    return this.#bytes
  }

  /** Statements of the writer, prepared once. */
  readonly prepare = (sql: string): SQLite.Statement => {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.connections.writer.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }

  #emptyLog(): void {
    const [state] = this.connections.writer.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }]
    if (state.busy !== 0) throw new AppError('database.busy', {})
  }

  /** Waits for work in hand, then closes the file. */
  async close(): Promise<void> {
    try {
      await this.#writing.run(() =>
        this.#reading.run(async () => {
          await this.#narrowed?.close()
          await this.connections.close()
        }),
      )
    } finally {
      await this.#bytes?.close()
    }
  }
}
