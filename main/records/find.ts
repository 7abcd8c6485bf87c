import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { InputOf } from '../../shared/api/endpoint.ts'
import type { Filter, recordsApi } from '../../shared/api/records.ts'
import { type RecordName, records } from '../../shared/domain/index.ts'
import { refuse } from '../../shared/errors.ts'
import type { RecordType } from '../../shared/records/record.ts'
import type { ReadScope } from '../app/scopes.ts'
import { among } from '../db/among.ts'
import { fromRow } from './rows.ts'
import { subtreeIds } from './subtree.ts'

/** Tables are chosen at run time here, so columns are checked by the record type, not by Kysely. */
type AnyTables = Record<string, Record<string, unknown>>
type AnyDb = ReadonlyKysely<AnyTables>
type Where = Omit<InputOf<(typeof recordsApi)['records.list']>, 'offset' | 'limit'>

export const anyDb = (db: ReadScope['db']): AnyDb => db as unknown as AnyDb

/** Ids in list order. Sorting reads ids only: carrying every column through the sorter is what makes a wide list slow. */
export async function findIds({ db }: Pick<ReadScope, 'db'>, where: Where, window?: { offset: number; limit: number }): Promise<string[]> {
  const type: RecordType = records[where.type]
  let found = (await matching(anyDb(db), type, where)).select('id')
  for (const order of orderOf(type, where.sort)) found = found.orderBy(order, where.sort?.descending ? 'desc' : 'asc')
  found = found.orderBy('id')
  if (window) found = found.limit(window.limit).offset(window.offset)
  return (await found.execute()).map(row => String(row.id))
}

export async function countRecords({ db }: Pick<ReadScope, 'db'>, where: Where): Promise<number> {
  const { total } = await (await matching(anyDb(db), records[where.type], where)).select(e => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return Number(total)
}

/** Records by id, in the order asked for. */
export async function recordsByIds({ db }: Pick<ReadScope, 'db'>, type: RecordType, ids: readonly string[]): Promise<Record<string, unknown>[]> {
  const rows = await anyDb(db).selectFrom(type.name).selectAll().where(among('id', ids)).execute()
  const byId = new Map(rows.map(row => [row['id'], fromRow(type, row) as Record<string, unknown>]))
  return ids.map(id => byId.get(id)).filter(record => record !== undefined)
}

/** Titles of what these rows refer to, by id. */
export async function titlesFor({ db }: Pick<ReadScope, 'db'>, type: RecordType, rows: readonly Record<string, unknown>[]): Promise<Record<string, string>> {
  const titles: Record<string, string> = {}
  const wanted = new Map<string, Set<string>>()
  for (const [key, field] of Object.entries(type.fields)) {
    if (!field.target) continue
    const ids = wanted.get(field.target) ?? new Set()
    for (const row of rows) if (typeof row[key] === 'string') ids.add(row[key])
    wanted.set(field.target, ids)
  }
  for (const [target, ids] of wanted) {
    if (ids.size === 0) continue
    const title = records[target as RecordName].title
    const found = await anyDb(db).selectFrom(target).select(['id', title]).where(among('id', ids)).execute()
    for (const row of found) titles[String(row['id'])] = String(row[title])
  }
  return titles
}

async function matching(db: AnyDb, type: RecordType, where: Where) {
  let found = db.selectFrom(type.name).where('voidedAt', where.voided ? 'is not' : 'is', null)
  if (where.search?.trim()) found = found.where(e => searched(e, type, where.search?.trim() ?? ''))
  // By id too: a screen may narrow a list to those it found another way, e.g. by quota state.
  for (const filter of where.filters) found = found.where(condition(filter.field === 'id' ? 'id' : known(type, filter.field), filter))
  return where.organizationId ? found.where(within(type, await subtreeIds(db as never, where.organizationId))) : found
}

/** Records of an organization and those below it: what names one of them; where it names none, where the person stands that it is about. */
function within(type: RecordType, ids: readonly string[]): RawBuilder<boolean> {
  if (type.name === 'organization') return among('id', ids)
  const bodies = fieldsTo(type, 'organization')
  const about = fieldsTo(type, 'person')[0]
  const ways = bodies.map(body => among(body, ids))
  if (about !== undefined) {
    const nameless = bodies.map(body => sql<boolean>`${sql.ref(body)} IS NULL`)
    const standing = sql<boolean>`${sql.ref(about)} IN (SELECT id FROM person WHERE ${among('organizationId', ids)})`
    ways.push(sql<boolean>`(${sql.join([...nameless, standing], sql` AND `)})`)
  }
  return ways.length === 0 ? sql<boolean>`TRUE` : sql<boolean>`(${sql.join(ways, sql` OR `)})`
}

/** A field of the type by its name; another is refused, so that no list is longer, or otherwise sorted, than what was asked for. */
function known(type: RecordType, name: string): string {
  if (Object.hasOwn(type.fields, name)) return name
  throw refuse(name, 'unknownField', `${type.label}没有“${name}”这一项`)
}

const fieldsTo = (type: RecordType, target: string): string[] => Object.entries(type.fields).flatMap(([key, field]) => (field.target === target ? [key] : []))

/** For LIKE … ESCAPE '\\': what was typed, anywhere; a percent sign is only a percent sign. */
export const like = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`

function searched(e: ExpressionBuilder<AnyTables, string>, type: RecordType, text: string) {
  const compact = text.toLowerCase().replaceAll(/\s+/g, '')
  const any: RawBuilder<boolean>[] = [sql<boolean>`${sql.ref(type.title)} LIKE ${like(text)} ESCAPE '\\'`]
  if (type.name === 'person' || type.name === 'organization')
    any.push(sql<boolean>`initials LIKE ${like(compact)} ESCAPE '\\'`, sql<boolean>`pinyin LIKE ${like(compact)} ESCAPE '\\'`)
  if (type.name === 'person' && compact.length >= 4) any.push(sql<boolean>`idNumber LIKE ${like(compact)} ESCAPE '\\'`)
  for (const target of ['person', 'organization'] as const) {
    // An organization names the rows of a register; an activity is found by its own name alone.
    const about = target === 'person' || type.topic !== undefined ? fieldsTo(type, target)[0] : undefined
    if (about === undefined) continue
    any.push(
      sql<boolean>`${sql.ref(about)} IN (SELECT id FROM ${sql.table(target)} WHERE name LIKE ${like(text)} ESCAPE '\\' OR initials LIKE ${like(compact)} ESCAPE '\\' OR pinyin LIKE ${like(compact)} ESCAPE '\\')`,
    )
  }
  if (type.name === 'person' && compact.length >= 2)
    any.push(sql<boolean>`organizationId IN (SELECT id FROM organization WHERE name LIKE ${like(text)} ESCAPE '\\')`)
  return e.or(any)
}

function condition(field: string, { op, value }: Filter): RawBuilder<boolean> {
  const column = sql.ref(field)
  const cell = typeof value === 'boolean' ? Number(value) : value
  switch (op) {
    case 'is':
      return sql<boolean>`${column} = ${cell}`
    case 'in':
      return among(field, Array.isArray(value) ? value : [])
    case 'contains':
      return sql<boolean>`${column} LIKE ${like(String(value ?? ''))} ESCAPE '\\'`
    case 'from':
      return sql<boolean>`${column} >= ${cell}`
    case 'until':
      return sql<boolean>`${column} <= ${cell}`
    case 'empty':
      return sql<boolean>`${column} IS NULL`
    case 'filled':
      return sql<boolean>`${column} IS NOT NULL`
  }
}

/** Names sort as they sound; a reference sorts by what it points to; choices sort in the order they were declared. */
function orderOf(type: RecordType, sort: Where['sort']): RawBuilder<unknown>[] {
  if (!sort) return type.name === 'person' || type.name === 'organization' ? [sql`nameOrder`] : [sql`createdAt`]
  if (sort.field === 'createdAt' || sort.field === 'updatedAt') return [sql.ref(sort.field)]
  const field = type.fields[known(type, sort.field)]
  if (sort.field === 'name' && (type.name === 'person' || type.name === 'organization')) return [sql`nameOrder`]
  if (field?.target) {
    const target: RecordType = records[field.target as RecordName]
    const by = field.target === 'person' || field.target === 'organization' ? 'nameOrder' : target.title
    return [sql`(SELECT t.${sql.ref(by)} FROM ${sql.table(field.target)} t WHERE t.id = ${sql.ref(`${type.name}.${sort.field}`)})`]
  }
  if (field?.choices)
    return [
      sql`CASE ${sql.ref(sort.field)} ${sql.join(
        Object.keys(field.choices).map((key, i) => sql`WHEN ${key} THEN ${sql.lit(i)}`),
        sql` `,
      )} ELSE 99 END`,
    ]
  return [sql.ref(sort.field)]
}
