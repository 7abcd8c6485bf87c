import { sql } from 'kysely'
import { lines as lineTypes, type LinesName, type RecordName, records } from '../../shared/domain/index.ts'
import { daysOf, type Measure, meets } from '../../shared/quotas/measure.ts'
import type { Quota } from '../../shared/quotas/quota.ts'
import type { Fields, RecordType } from '../../shared/records/record.ts'
import { firstDayOf, lastDayOf, monthShares, yearOf } from '../../shared/rules/days.ts'
import { type Period, periodLabel, periodsOf } from '../../shared/rules/periods.ts'
import { shown } from '../../shared/rules/quota.ts'
import { raw } from '../db/raw.ts'
import type { ReadScope } from '../app/scopes.ts'
import { daysSql, subjectSql } from '../records/measure-sql.ts'
import { titlesFor } from '../records/find.ts'
import { fromRow } from '../records/rows.ts'

type Db = ReadScope['db']
type Values = Readonly<Record<string, unknown>>

/** A record behind a figure, with what of it counts. */
export interface CountedLine {
  readonly recordType: string
  readonly recordId: string
  readonly title: string
  readonly kind: string
  readonly startsOn: string
  readonly endsOn: string
  readonly organizer: string
  readonly state: string
  readonly amount: number
  readonly counted: number
  readonly why: string | null
}

const columnsOf = (fields: Fields) => Object.keys(fields)
const isRecord = (name: string): name is RecordName => Object.hasOwn(records, name)
const isLines = (name: string): name is LinesName => Object.hasOwn(lineTypes, name)

/** The record type a measure counts; a measure is declared over one that exists. */
export function sourceOf(measure: Measure): RecordType {
  if (!isRecord(measure.of)) throw new Error(`no record type ${measure.of}`)
  return records[measure.of]
}

/** What the year holds for one subject: every record the quota is about, whether it counts or not, and why not. */
export async function linesOf({ db, today }: Pick<ReadScope, 'db' | 'today'>, quota: Quota, year: number, subjectId: string): Promise<CountedLine[]> {
  const { measure } = quota
  const type = sourceOf(measure)
  const periods = periodsOf(quota.period, year)
  const window: Period = { from: periods[0]?.from ?? firstDayOf(year), until: periods.at(-1)?.until ?? lastDayOf(year) }
  const found = await rowsOf(db, measure, type, window, subjectId)
  const titles = await titlesFor({ db }, type, found)
  // What lasts counts as it stands at the end of the year, or today.
  const at = today < lastDayOf(year) ? today : lastDayOf(year)
  return found.filter(row => (measure.only ?? []).every(c => meets(c, row))).map(row => lineOf(quota, type, row, { window, at, titles }))
}

/** Rows of the source, its line's fields under `line.`, that touch the window and name the subject. */
async function rowsOf(db: Db, measure: Measure, type: RecordType, { from, until }: Period, subjectId: string): Promise<Values[]> {
  const { begins, ends } = daysSql(measure)
  const lines = measure.lines !== undefined && isLines(measure.lines) ? lineTypes[measure.lines] : undefined
  const own = lines ? columnsOf(lines.fields).map(column => `l.${column} AS "line.${column}"`) : []
  const source = lines ? `${lines.name} l JOIN ${type.name} r ON r.id = l.${lines.parentColumn}` : `${type.name} r`
  const { rows } = await sql<Record<string, unknown>>`${sql.raw(
    `SELECT r.*${own.map(column => `, ${column}`).join('')} FROM ${source}`,
  )} WHERE ${sql.raw(subjectSql(measure))} = ${subjectId} AND r.voidedAt IS NULL AND ${sql.raw(begins)} <= ${until} AND ${sql.raw(ends)} >= ${from}
    ORDER BY ${sql.raw(begins)}, r.id`.execute(raw(db))
  return rows.map(row => ({ ...row, ...fromRow(type, row) }))
}

interface Around {
  readonly window: Period
  readonly at: string
  readonly titles: Readonly<Record<string, string>>
}

function lineOf({ measure, unit }: Quota, type: RecordType, row: Values, { window, at, titles }: Around): CountedLine {
  const days = daysOf(measure, row)
  const [startsOn, endsOn] = [days?.from ?? '', days?.until ?? '']
  const failed = measure.requires?.find(c => !meets({ ...c, field: c.line ? `line.${c.field}` : c.field }, row))
  const amount = measure.amount === undefined ? 1 : Number(row[measure.lines ? `line.${measure.amount}` : measure.amount] ?? 0)
  const stands = !measure.lasting || (startsOn <= at && endsOn >= at)
  const share = measure.lasting ? 1 : shareIn(window, startsOn, endsOn)
  return {
    recordType: type.name,
    recordId: text(row['id']),
    title: titleOf(type, row, titles),
    kind: wordOf(type.fields, 'kind', row['kind']),
    startsOn,
    endsOn: measure.lasting && measure.until !== undefined ? text(row[measure.until]) : endsOn,
    organizer: titles[text(row['organizationId'])] ?? text(row['organizer']),
    state: measure.lines && isLines(measure.lines) ? wordOf(lineTypes[measure.lines].fields, 'state', row['line.state']) : '',
    amount: shown(amount),
    counted: failed || !stands ? 0 : shown(amount * share),
    why: failed
      ? whyOf(failed.why, measure, row, unit)
      : !stands
        ? notStanding(startsOn, at)
        : share < 1
          ? `跨年，按天数计入 ${yearsText(window)} ${shown(share * 100)}%`
          : null,
  }
}

/** 2025-12-31 时已结束，不计 */
const notStanding = (startsOn: string, at: string): string => `${at} 时${startsOn > at ? '还没有开始' : '已结束'}，不计`

/** 请假 says more than 请假或缺勤. */
function whyOf(why: string, measure: Measure, row: Values, unit: string): string {
  if (!measure.lines || !isLines(measure.lines)) return why
  const state = wordOf(lineTypes[measure.lines].fields, 'state', row['line.state'])
  return why.startsWith('请假') && state ? `${state}，不计${unit === '次' ? '次数' : unit}` : why
}

const shareIn = (window: Period, from: string, until: string): number => {
  const [first, last] = [yearOf(window.from), yearOf(window.until)]
  return monthShares(from, until).reduce((sum, m) => (m.year >= first && m.year <= last ? sum + m.share : sum), 0)
}

/** 2026 年, 2023—2027 年 */
const yearsText = ({ from, until }: Period): string => periodLabel(yearOf(from) === yearOf(until) ? 'year' : 'fiveYears', { from, until })

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function wordOf(fields: Fields, key: string, value: unknown): string {
  return typeof value === 'string' ? (fields[key]?.choices?.[value] ?? '') : ''
}

/** What a record is called in a list of many: by its own name or matter, else by what kind of record it is. */
export function titleOf(type: RecordType, row: Values, titles: Readonly<Record<string, string>>): string {
  for (const key of ['name', 'title', 'topic', 'matter', 'content', 'place', 'counterpart']) {
    const value = row[key]
    if (typeof value === 'string' && value) return value
  }
  const title = row[type.title]
  const named = typeof title === 'string' ? (titles[title] ?? title) : ''
  return type.fields[type.title]?.kind === 'date' ? type.label : named || type.label
}
