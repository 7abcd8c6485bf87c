import { sql } from 'kysely'
import { recordPlace } from '../../shared/due/places.ts'
import type { DueFound, RecordDue } from '../../shared/due/source.ts'
import { records } from '../../shared/domain/index.ts'
import type { RecordType } from '../../shared/records/record.ts'
import { raw } from '../db/raw.ts'
import type { Gather } from './asked.ts'

interface Row {
  readonly id: string
  readonly dueOn: string
  readonly about: string | null
  readonly responsible: string | null
  readonly organizationId: string | null
  /** Whom it is about, where the source says so first. */
  readonly person: string | null
}

/** What a matter is shortened to on one line. */
const longest = 40

/** The open records of a register with a deadline. Whatever is about a person belongs to the branch he or she stands in. */
export const recordItems =
  (source: RecordDue): Gather =>
  async ({ db, concerns, lastDay }) => {
    const type: RecordType = records[source.record]
    const due = source.due.length > 1 ? `coalesce(${source.due.map(f => `r.${f}`).join(', ')})` : `r.${source.due[0]}`
    const person = type.fields['personId'] ? 'LEFT JOIN person p ON p.id = r.personId' : ''
    const owner = [type.fields['organizationId'] ? 'r.organizationId' : '', person && 'p.organizationId'].filter(Boolean)
    const organization = owner.length > 1 ? `coalesce(${owner.join(', ')})` : (owner[0] ?? 'NULL')
    const { rows } = await sql<Row>`${sql.raw(
      `SELECT r.id, ${due} AS dueOn, r.${source.about} AS about, ${source.responsible === null ? 'NULL' : `r.${source.responsible}`} AS responsible,
         ${organization} AS organizationId, ${source.named ? 'p.name' : 'NULL'} AS person
       FROM ${type.name} r ${person}
       WHERE r.voidedAt IS NULL AND ${source.done.map(f => `r.${f} IS NULL`).join(' AND ')}`,
    )} AND ${sql.raw(due)} <= ${lastDay(source.ahead)} ORDER BY ${sql.raw(due)}`.execute(raw(db))
    return rows
      .filter(row => concerns(row.organizationId))
      .map((row): DueFound => ({
        key: `${source.name}/${row.id}/${row.dueOn}`,
        source: source.name,
        topic: source.topic,
        title: `${source.label}：${titleOf(row, type)}`,
        asks: `期限内${source.verb}`,
        now: `还没有${source.verb}`,
        dueOn: row.dueOn,
        organizationId: row.organizationId,
        responsible: row.responsible,
        path: recordPlace(type.name, row.id),
        clause: source.clause,
      }))
  }

/** One line, without the full stop of a sentence that now stands in a list. */
function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').replace(/[。；，]$/, '')
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line
}

/** 汪晓天，完成补课: the person where the source names one, then what it is about. */
function titleOf({ person, about }: Row, type: RecordType): string {
  const says = about === null ? (person === null ? type.label : '') : shortened(about)
  return [person ?? '', says].filter(Boolean).join('，')
}
