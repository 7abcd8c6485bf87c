import type SQLite from 'better-sqlite3-multiple-ciphers'
import {
  type Extent,
  isOwned,
  isWhole,
  linesWithin,
  noteOf,
  opens,
  opensType,
  ownershipOf,
  type Reference,
  secretNames,
  secretOf,
  topicOfProcedure,
} from '../../shared/domain/ownership.ts'
import { type RecordName, recordNames, records } from '../../shared/domain/index.ts'
import { procedureNames } from '../../shared/domain/procedure-case.ts'
import { keysOf } from '../../shared/records/keys.ts'
import { attachmentFields, type RecordType } from '../../shared/records/record.ts'
import { secretClassNames } from '../../shared/records/secrecy.ts'

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
const listed = (texts: readonly string[]) => texts.map(quoted).join(', ')

/**
 * Makes views of what lies within an extent, on this connection alone and gone with it, and says which tables have one. With the empty prefix
 * they stand before the tables themselves, as an unqualified name is looked for among the temporary first: no query need know of them.
 */
export function narrow(sqlite: SQLite.Database, extent: Extent, actor: string, prefix = ''): ReadonlySet<string> {
  const made = new Set<string>()
  const view = (name: string, select: string) => void sqlite.exec(`CREATE TEMP VIEW "${prefix}${name}" AS ${select}`)
  const make = (name: string, select: string) => {
    view(name, select)
    made.add(name)
  }
  const part = !isWhole(extent)
  const narrowed: ReadonlySet<RecordName> = new Set(part ? recordNames : secretNames)
  /** Ids only, and of nothing that is shown: records that point to each other would make views that do. */
  const within = (target: RecordName) => (narrowed.has(target) ? `(SELECT id FROM temp."${prefix}in.${target}")` : `(SELECT id FROM main."${target}")`)
  const columnsOf = (table: string) => sqlite.prepare<[string], string>("SELECT name FROM pragma_table_info(?, 'main')").pluck().all(table)
  const { scopeId } = extent
  if (scopeId !== null)
    view(
      'in.scope',
      `WITH RECURSIVE below (id) AS (SELECT ${quoted(scopeId)} UNION SELECT o.id FROM main.organization o JOIN below b ON o.parentId = b.id) SELECT id FROM below`,
    )

  const conditionsOf = (name: RecordName): readonly string[] => {
    if (!opensType(extent, name)) return ['0']
    const conditions: string[] = secretOf(name) ? othersOnly(name, extent) : []
    if (name === 'procedureCase' && extent.modules) {
      const open = keysOf(procedureNames).filter(procedure => opens(extent, [topicOfProcedure[procedure]]))
      conditions.push(`t.procedure IN (${listed(open)})`)
    }
    if (scopeId === null) return conditions
    if (name === 'organization') return [...conditions, `t.id IN (SELECT id FROM temp."${prefix}in.scope")`]
    const { required, placing } = ownershipOf(name)
    for (const { key, target } of required) conditions.push(`t.${key} IN ${within(target)}`)
    if (!isOwned(name)) return conditions
    for (const { key, target } of placing) conditions.push(`(t.${key} IS NULL OR t.${key} IN ${within(target)})`)
    if (required.length === 0 && placing.length > 0) conditions.push(`(${placing.map(({ key }) => `t.${key} IS NOT NULL`).join(' OR ')})`)
    return conditions
  }

  for (const name of narrowed) {
    const conditions = conditionsOf(name)
    view(`in.${name}`, `SELECT t.id FROM main."${name}" t WHERE ${conditions.length > 0 ? conditions.join(' AND ') : '1'}`)
  }
  for (const name of narrowed) {
    const beside = new Map((part ? ownershipOf(name).beside : []).map(r => [r.key, r] as const))
    const shown = (column: string) => {
      const reference: Reference | undefined = beside.get(column)
      return reference ? `CASE WHEN t."${column}" IN ${within(reference.target)} THEN t."${column}" END AS "${column}"` : `t."${column}"`
    }
    make(name, `SELECT ${columnsOf(name).map(shown).join(', ')} FROM main."${name}" t WHERE t.id IN ${within(name)}`)
  }
  for (const { name, parent, parentColumn, references } of linesWithin) {
    if (!narrowed.has(parent)) continue
    const named = references.filter(r => narrowed.has(r.target)).map(({ key, target }) => ` AND (t.${key} IS NULL OR t.${key} IN ${within(target)})`)
    make(name, `SELECT * FROM main."${name}" t WHERE t.${parentColumn} IN ${within(parent)}${named.join('')}`)
  }
  if (scopeId !== null) make('tally', `SELECT * FROM main.tally t WHERE t.subjectId IN ${within('person')} OR t.subjectId IN ${within('organization')}`)
  make('attachmentFile', `SELECT * FROM main.attachmentFile t WHERE ${fileConditions(extent, actor, within, part)}`)
  make(
    'audit',
    `SELECT * FROM main.audit t WHERE ${auditConditions(extent, actor, within, part)} AND (t.recordType <> 'attachmentFile' OR t.recordId IN (SELECT id FROM temp."${prefix}attachmentFile"))`,
  )
  return made
}

/** 回避: not about himself nor a relative, in whatever place of the record. */
function othersOnly(name: RecordName, { own }: Extent): string[] {
  if (own.length === 0) return []
  const people = Object.entries((records[name] as RecordType).fields).filter(([, field]) => field.target === 'person')
  return people.map(([key]) => `(t.${key} IS NULL OR t.${key} NOT IN (${listed(own)}))`)
}

type Within = (target: RecordName) => string

/**
 * What belongs to no 监督资料, of a part only where a record of it holds it; of 监督资料 what a record holds that he may open. What he took in himself is
 * his until a record holds it, and where that is no 监督资料, afterwards.
 */
function fileConditions(extent: Extent, actor: string, within: Within, part: boolean): string {
  const heldBy = (names: readonly RecordName[], among: (name: RecordName) => string) =>
    names
      .flatMap(name => attachmentFields(records[name]).map(key => `SELECT "${key}" FROM main."${name}" WHERE "${key}" IS NOT NULL${among(name)}`))
      .join(' UNION ALL ')
  const seen = (name: RecordName) => ` AND id IN ${within(name)}`
  const secret = heldBy(
    secretNames.filter(name => opensType(extent, name)),
    seen,
  )
  const anySecret = heldBy(secretNames, () => '')
  const common = part
    ? heldBy(
        recordNames.filter(name => !secretNames.includes(name)),
        seen,
      )
    : ''
  const taken = `EXISTS (SELECT 1 FROM main.audit a WHERE a.recordType = 'attachmentFile' AND a.recordId = t.id AND a.action = 'attachment.add' AND a.actor = ${quoted(actor)})`
  return [
    part ? common && `t.secret IS NULL AND t.id IN (${common})` : 't.secret IS NULL',
    secret && `t.secret IS NOT NULL AND t.id IN (${secret})`,
    part && `t.secret IS NULL AND ${taken}`,
    anySecret && `t.secret IN (${listed(extent.grants)}) AND t.id NOT IN (${anySecret}) AND ${taken}`,
  ]
    .filter(Boolean)
    .map(condition => `(${condition})`)
    .join(' OR ')
}

/** Lines about records that are not seen are not seen either; of a part neither are those that are about no record and another's. */
function auditConditions(extent: Extent, actor: string, within: Within, part: boolean): string {
  const hidden = [...secretNames.filter(name => !opensType(extent, name)), ...secretClassNames.filter(secret => !extent.grants.includes(secret)).map(noteOf)]
  if (extent.grants.length === 0) hidden.push('supervision')
  const unseen = `t.recordType NOT IN (${listed(hidden)})`
  if (part) {
    const known = recordNames.map(name => `WHEN ${quoted(name)} THEN t.recordId IN ${within(name)} OR t.recordId = ''`)
    return `${unseen} AND CASE t.recordType ${known.join(' ')} WHEN 'attachmentFile' THEN 1 ELSE t.actor = ${quoted(actor)} END`
  }
  const avoided = extent.own.length === 0 ? [] : secretNames.filter(name => opensType(extent, name))
  const apart = avoided.map(name => ` AND (t.recordType <> ${quoted(name)} OR t.recordId = '' OR t.recordId IN ${within(name)})`)
  return unseen + apart.join('')
}
