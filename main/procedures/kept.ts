import { procedureCase, type ProcedureCase } from '../../shared/domain/procedure-case.ts'
import type { ReadScope } from '../app/scopes.ts'
import { among } from '../db/among.ts'
import { fromRow } from '../records/rows.ts'
import { changedIds, lastSeq } from './changes-since.ts'
import { disposalsIn } from './members.ts'
import { type CaseGround, caseGround, type CaseStanding, casesIn, standingsOf } from './read.ts'

type Db = ReadScope['db']

/** Where the open cases stood when the audit had come to `seq`. */
interface Kept {
  readonly seq: number
  readonly today: string
  readonly ground: CaseGround
  readonly standings: ReadonlyMap<string, CaseStanding>
}

/** By connection: an office that is opened again is read again. */
const keptBy = new WeakMap<object, Kept>()

/** What every case is reckoned with: a change of it is a change of all. */
const shared = new Set(['parameter', 'calendarDay', 'localRequirement'])

/**
 * Where every open case stands. Kept between calls and brought up to date by what the audit says has changed since, so that fifteen
 * hundred cases cost what has changed of them: no change escapes the audit, so none escapes this.
 */
export async function openStandings(scope: Pick<ReadScope, 'db' | 'today'>): Promise<readonly CaseStanding[]> {
  const { db, today } = scope
  const seq = await lastSeq(db)
  const kept = keptBy.get(db)
  const changed = kept && kept.today === today ? await changedSince(db, kept, seq) : null
  const now = kept && changed ? { ...kept, seq, ...(await renewed(scope, kept, changed)) } : { seq, today, ...(await all(scope)) }
  keptBy.set(db, now)
  return [...now.standings.values()]
}

type Reckoned = Pick<Kept, 'ground' | 'standings'>

async function all(scope: Pick<ReadScope, 'db' | 'today'>): Promise<Reckoned> {
  const ground = await caseGround(scope)
  const found = await standingsOf(scope.db, await casesIn(scope.db, { ended: false }), ground)
  return { ground, standings: new Map(found.map(standing => [standing.record.id, standing])) }
}

interface Changed {
  readonly cases: ReadonlySet<string>
  /** Something of a 组织处置 is among it, which other cases are held against. */
  readonly disposed: boolean
}

/** The cases that may stand differently; null where all may. */
async function changedSince(db: Db, { seq, standings }: Kept, now: number): Promise<Changed | null> {
  if (now === seq) return { cases: new Set(), disposed: false }
  const lines = await changedIds(db, seq)
  if (!lines || [...lines.keys()].some(type => shared.has(type))) return null
  const of = (type: string): Iterable<string> => lines.get(type) ?? []
  const cases = new Set(of('procedureCase'))
  for (const table of ['caseStep', 'caseMaterial', 'candidate'] as const) {
    const rows = await db
      .selectFrom(table)
      .select('caseId')
      .where(among('id', of(table)))
      .execute()
    for (const { caseId } of rows) cases.add(caseId)
  }
  const disposed = await disposedIn(db, cases)
  const people = new Set([...of('person'), ...disposed])
  if (people.size === 0) return { cases, disposed: false }
  const names = await namesEver(db, people, seq)
  for (const { record, named } of standings.values()) if (people.has(record.personId ?? '') || names.some(name => named.has(name))) cases.add(record.id)
  return { cases, disposed: disposed.length > 0 }
}

/** Whoever a changed case of 组织处置 is about: other cases may speak of them. */
async function disposedIn(db: Db, cases: ReadonlySet<string>): Promise<readonly string[]> {
  const rows = await db.selectFrom('procedureCase').select('personId').where(among('id', cases)).where('procedure', '=', 'disposal').execute()
  return rows.flatMap(({ personId }) => personId ?? [])
}

/** What these people are called, and were called before a change since then: a case that names them goes by their name. */
async function namesEver(db: Db, people: ReadonlySet<string>, seq: number): Promise<readonly string[]> {
  const now = await db.selectFrom('person').select('name').where(among('id', people)).execute()
  const lines = await db.selectFrom('audit').select('before').where('seq', '>', seq).where('recordType', '=', 'person').execute()
  const before = lines.flatMap(({ before: line }) => {
    const values: { readonly name?: unknown } = line === null ? {} : JSON.parse(line)
    return typeof values.name === 'string' ? [values.name] : []
  })
  return [...now.map(({ name }) => name), ...before]
}

async function renewed(scope: Pick<ReadScope, 'db' | 'today'>, kept: Kept, { cases, disposed }: Changed): Promise<Reckoned> {
  if (cases.size === 0) return kept
  const { db } = scope
  const ground = disposed ? { ...kept.ground, disposals: await disposalsIn(db) } : kept.ground
  const rows = await db.selectFrom('procedureCase').selectAll().where(among('id', cases)).execute()
  const open = rows.map((row): ProcedureCase => fromRow(procedureCase, row)).filter(({ voidedAt, closedOn }) => voidedAt === null && closedOn === null)
  const standings = new Map(kept.standings)
  for (const id of cases) standings.delete(id)
  for (const standing of await standingsOf(db, open, ground)) standings.set(standing.record.id, standing)
  return { ground, standings }
}
