import { type LinesName, lines as ownedLines, type RecordName, recordNames, records } from '../../shared/domain/index.ts'
import type { LinesType, RecordType } from '../../shared/records/record.ts'
import type { ActionScope, ReadScope } from '../app/scopes.ts'
import { raw } from '../db/raw.ts'
import type { Verification } from './audit.ts'
import { toCell } from './rows.ts'
import { saltKey } from './salts.ts'
import { isDigestOf } from './shapes.ts'

type Values = Readonly<Record<string, unknown>>
type Read = ActionScope['read']

/** A record that is not what the audit says it is: the line that says otherwise, where there is one. */
interface Stray {
  readonly seq: number | null
  readonly why: string
}

/** Records in one snapshot, with their lines: few enough that others are not kept waiting, and that V8 makes no room for what lives a moment. */
const stretch = 100

/**
 * Holds every record, and the lines it owns, against what the audit wrote of it last: what was changed, put in or taken out
 * with another program is found, though the chain itself is whole. Null where everything agrees.
 */
export async function findStray(read: Read): Promise<Stray | null> {
  for (const name of recordNames) {
    const stray = await ofType(read, name)
    if (stray) return stray
  }
  return null
}

/** The chain's own result, or what a stray record makes of it. */
export function withStray(chain: Verification, stray: Stray | null): Verification {
  return stray ? { ok: false, lines: chain.lines, brokenAt: stray.seq, why: stray.why } : chain
}

async function ofType(read: Read, name: RecordName): Promise<Stray | null> {
  let last = ''
  for (;;) {
    // Record and audit in the same snapshot: what is being written meanwhile is in both or in neither.
    const found = await read(({ db }) => lookAt(db, name, last))
    if (found.stray) return found.stray
    if (found.last === undefined) break
    last = found.last
  }
  return read(({ db }) => missing(db, name))
}

async function lookAt(db: ReadScope['db'], name: RecordName, after: string): Promise<{ stray?: Stray; last?: string }> {
  const rows = await raw(db).selectFrom(name).selectAll().where('id', '>', after).orderBy('id').limit(stretch).execute()
  const ids = rows.map(row => row.id)
  const last = ids.at(-1)
  if (last === undefined) return {}
  const trace = await db
    .selectFrom('audit')
    .select(['seq', 'recordId', 'after'])
    .where('recordType', '=', name)
    .where('recordId', '>', after)
    .where('recordId', '<=', last)
    .orderBy('seq')
    .execute()
  const told = Map.groupBy(trace, line => line.recordId)
  const owned = await ownedBy(db, name, ids, after, last)
  const salts = await saltsOf(db, name, ids)
  const type: RecordType = records[name]
  for (const row of rows) {
    const stray = differing(type, row, standing(name, told.get(row.id) ?? []), owned.get(row.id), salts)
    if (stray) return { stray }
  }
  return { last }
}

interface Standing {
  values: Values | undefined
  version: number
  seq: number | null
  readonly digests: Map<string, unknown>
}

/** What the lines of the audit say of one record, one after the other. Looks at a masked value and the like say nothing of it. */
function standing(of: RecordName, trace: readonly { seq: number; after: string | null }[]): Standing {
  const state: Standing = { values: undefined, version: 0, seq: null, digests: new Map() }
  for (const { seq, after } of trace) {
    const said: Values = after === null ? {} : (JSON.parse(after) as Values)
    if (typeof said['version'] === 'number' && 'updatedAt' in said) {
      state.values = said
      state.version = said['version']
      state.seq = seq
    }
    for (const [lines, digest] of Object.entries(said)) {
      if (!isLines(of, lines)) continue
      state.digests.set(lines, digest)
      state.version += 1
      state.seq = seq
    }
  }
  return state
}

/** Lines of this very type: a field of another may be called as they are. */
const isLines = (of: RecordName, name: string): name is LinesName =>
  Object.entries<LinesType>(ownedLines).some(([kind, { parent }]) => kind === name && parent === of)

type Owned = ReadonlyMap<LinesName, readonly Values[]>

/** The lines that these records own, by record and kind. */
async function ownedBy(db: ReadScope['db'], name: RecordName, ids: readonly string[], after: string, last: string): Promise<ReadonlyMap<string, Owned>> {
  const found = new Map(ids.map(id => [id, new Map<LinesName, Values[]>()]))
  for (const [kind, type] of Object.entries(ownedLines) as [LinesName, LinesType][]) {
    if (type.parent !== name) continue
    for (const kept of found.values()) kept.set(kind, [])
    const lines: Values[] = await raw(db)
      .selectFrom(kind)
      .selectAll()
      .where(type.parentColumn as never, '>', after as never)
      .where(type.parentColumn as never, '<=', last as never)
      .execute()
    for (const line of lines) found.get(String(line[type.parentColumn]))?.get(kind)?.push(line)
  }
  return found
}

/** The salts of lines of these records that are not final yet, by their key. */
async function saltsOf(db: ReadScope['db'], name: RecordName, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const sealed = Object.values(ownedLines).filter((type: LinesType) => type.parent === name && type.sealed)
  if (sealed.length === 0) return new Map()
  const keys = sealed.flatMap(type => ids.map(id => saltKey(type, id)))
  const found = await db.selectFrom('memory').select(['key', 'value']).where('actor', '=', '').where('key', 'in', keys).execute()
  return new Map(found.map(({ key, value }) => [key, value]))
}

function differing(
  type: RecordType,
  row: Values & { id: string; version: number },
  told: Standing,
  owned: Owned | undefined,
  salts: ReadonlyMap<string, string>,
): Stray | undefined {
  const { values, version, seq } = told
  if (!values) return { seq: null, why: `有一条${type.label}没有留痕，是在程序之外写进去的` }
  const differs = (key: string) => key in values && JSON.stringify(toCell(values[key]) ?? null) !== JSON.stringify(row[key] ?? null)
  const changed = [...Object.keys(type.fields), 'createdAt', 'voidedAt', 'voidReason'].some(differs) || row.version !== version
  if (changed) return { seq, why: `第 ${seq} 行所记的${type.label}，现存内容与留痕不符，是在程序之外改动的` }
  for (const [kind, lines] of owned ?? []) {
    const digest = told.digests.get(kind)
    if (digest === undefined ? lines.length > 0 : !isDigestOf(ownedLines[kind], lines, digest, salts.get(saltKey(ownedLines[kind], row.id))))
      return { seq, why: `第 ${seq} 行所记的${type.label}，现存的${ownedLines[kind].label}与留痕不符，是在程序之外改动的` }
  }
  return
}

/** A record that the audit saw begin and that is not there any more. */
async function missing(db: ReadScope['db'], name: RecordName): Promise<Stray | null> {
  const line = await db
    .selectFrom('audit')
    .select('seq')
    .where('recordType', '=', name)
    .where('before', 'is', null)
    .where('after', 'like', '%"version":1,%')
    .where('recordId', 'not in', raw(db).selectFrom(name).select('id') as never)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  return line ? { seq: line.seq, why: `第 ${line.seq} 行登记的${records[name].label}不在了，是在程序之外删去的` } : null
}
