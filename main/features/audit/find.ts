import { type RawBuilder, sql } from 'kysely'
import type { AuditEntry, AuditQuestion } from '../../../shared/api/audit.ts'
import { records } from '../../../shared/domain/index.ts'
import { like } from '../../records/find.ts'
import { endOf, startOf } from '../../app/clock.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { among } from '../../db/among.ts'
import { entryOf, officeActions, openTypes, otherTypes } from './words.ts'

/** Lines looked through at once: with a filter that finds little a county's audit is walked a stretch at a time. */
const stretch = 50_000
/** Stretches behind one answer, about a second's work. */
const stretches = 4

interface Found {
  readonly lines: readonly AuditEntry[]
  /** Everything from here up has been looked through; null at the first line. */
  readonly next: number | null
}

export async function lastLine({ db }: Pick<ReadScope, 'db'>): Promise<number> {
  const { last } = await db
    .selectFrom('audit')
    .select(e => e.fn.max('seq').as('last'))
    .executeTakeFirstOrThrow()
  return Number(last ?? 0)
}

/** At most so many lines below `before` that fit, newest first, walked by number and never by counting rows. */
export async function findLines({ db }: Pick<ReadScope, 'db'>, question: AuditQuestion, before: number, limit: number): Promise<Found> {
  const conditions = conditionsOf(question)
  const found: AuditEntry[] = []
  let below = before
  for (let i = 0; i < stretches && below > 1 && found.length < limit; i++) {
    const from = Math.max(1, below - stretch)
    let lines = db.selectFrom('audit').selectAll().where('seq', '<', below).where('seq', '>=', from)
    for (const condition of conditions) lines = lines.where(condition)
    const some = await lines
      .orderBy('seq', 'desc')
      .limit(limit - found.length)
      .execute()
    found.push(...some.map(entryOf))
    below = found.length < limit ? from : (some.at(-1)?.seq ?? from)
  }
  return { lines: found, next: below > 1 ? below : null }
}

function conditionsOf({ from, until, actor, kind, recordType, search }: AuditQuestion): readonly RawBuilder<boolean>[] {
  return [
    from === undefined ? undefined : sql<boolean>`at >= ${startOf(from)}`,
    until === undefined ? undefined : sql<boolean>`at < ${endOf(until)}`,
    actor ? sql<boolean>`actor = ${actor}` : undefined,
    recordType ? sql<boolean>`recordType = ${recordType}` : undefined,
    kind === undefined ? undefined : kinds[kind],
    search ? containing(search) : undefined,
  ].filter(condition => condition !== undefined)
}

const imports = sql<boolean>`(action LIKE 'import.%' OR action = 'cadre.importFiles')`
const issue = sql<boolean>`(recordType IN ('export', 'form') OR action = 'attachment.save')`
const office = among('action', officeActions)
/** As `words.ts` tells them apart. */
const kinds: Readonly<Record<NonNullable<AuditQuestion['kind']>, RawBuilder<boolean>>> = {
  entry: sql<boolean>`recordType = 'session'`,
  user: sql<boolean>`recordType = 'user'`,
  reveal: sql<boolean>`action IN ('records.reveal', 'attachment.open')`,
  issue,
  backup: sql<boolean>`recordType = 'backup'`,
  import: sql<boolean>`(${imports} AND recordType NOT IN ('export', 'form'))`,
  office: sql<boolean>`(${office} AND recordType NOT IN ('session', 'user', 'backup'))`,
  record: sql<boolean>`NOT (recordType IN ('session', 'user', 'backup') OR action IN ('records.reveal', 'attachment.open') OR ${issue} OR ${imports} OR ${office})`,
}

/** Names of users and of kinds of record, numbers of records, and what the lines say that are about none. */
function containing(search: string): RawBuilder<boolean> {
  const labels: readonly (readonly [string, string])[] = [
    ...Object.values(records).map(({ name, label }) => [name, label] as const),
    ...Object.entries(otherTypes),
  ]
  const types = labels.filter(([, label]) => label.includes(search)).map(([name]) => name)
  const pattern = like(search)
  return sql<boolean>`(actor LIKE ${pattern} ESCAPE '\\' OR machine LIKE ${pattern} ESCAPE '\\' OR recordId = ${search} OR ${among('recordType', types)}
    OR (${among('recordType', openTypes)} AND (recordId LIKE ${pattern} ESCAPE '\\' OR "after" LIKE ${pattern} ESCAPE '\\')))`
}
