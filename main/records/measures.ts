import type SQLite from 'better-sqlite3-multiple-ciphers'
import { ownQuota } from '../../shared/domain/own-quota.ts'
import { measures as shipped } from '../../shared/quotas/index.ts'
import type { Measure } from '../../shared/quotas/measure.ts'
import { ownQuotaOf } from '../../shared/quotas/own.ts'
import { fromRow } from './rows.ts'

/** What is counted of each record type: what comes with the program, and what the office has declared itself. */
export class Measures {
  readonly #prepare: (sql: string) => SQLite.Statement
  #byType: ReadonlyMap<string, readonly Measure[]> | undefined

  constructor(prepare: (sql: string) => SQLite.Statement) {
    this.#prepare = prepare
  }

  readonly of = (recordType: string): readonly Measure[] => {
    this.#byType ??= this.#read()
    return this.#byType.get(recordType) ?? []
  }

  /** To be read anew: the office's own quotas have changed, or were changed and taken back. */
  forget(): void {
    this.#byType = undefined
  }

  #read(): ReadonlyMap<string, readonly Measure[]> {
    const own = this.#prepare('SELECT * FROM ownQuota WHERE voidedAt IS NULL').all() as object[]
    // What lasts is counted when it is asked for.
    const kept = [...shipped, ...own.map(row => ownQuotaOf(fromRow(ownQuota, row)).measure)].filter(measure => !measure.lasting)
    return Map.groupBy(kept, measure => measure.of)
  }
}
