import { firstDayOf, lastDate, lastDayOf, monthOf, yearOf } from '../rules/days.ts'

/** What a condition asks of a field of a record or of its owned line. Data, so that SQL, drill-down and an office's own quotas are made from it. */
export interface Condition {
  readonly field: string
  /** A field of the owned line, not of the record. */
  readonly line?: true
  /** The values it may have; `null` where it may be left empty. */
  readonly among: readonly (string | boolean | null)[]
}

/** A condition that a record may fail and still be shown, with the reason why it does not count. */
export interface Requirement extends Condition {
  readonly why: string
}

/**
 * 计量: what is counted for whom. Totals of it are kept by subject, year and month under `tally`, so that a board never
 * looks at the records.
 */
export interface Measure {
  readonly tally: string
  /** The record type that is counted. */
  readonly of: string
  /** The owned lines that name the subjects, where the record does not. */
  readonly lines?: string
  /** The field, of the lines where there are any, that names the subject; `office` where a record is the office's as a whole. */
  readonly subject: string
  /** The field that says when: a date, or what `dated` says. */
  readonly from: string
  /** Where `from` is no date but the month or the year that a record is about, whenever it was written. */
  readonly dated?: 'month' | 'year'
  /** The last day of what lasts; an amount is shared by days over the months between. */
  readonly until?: string
  /** A field to add up, of the lines where there are any; left out, each record counts one. */
  readonly amount?: string
  /**
   * Counts what is in force, not what happened: a pairing, a post. Such measures have no kept totals; the number is
   * that of the last day of the period, or of today while it runs.
   */
  readonly lasting?: true
  /** What it is about: anything else is not shown when the figure is opened. */
  readonly only?: readonly Condition[]
  readonly requires?: readonly Requirement[]
}

/** The office as a whole, where a quota is its own and no organization's of the tree. */
export const officeSubject = 'office'

/** True where a record's own fields meet every condition; conditions on lines are left to whoever has the lines. */
export function recordCounts(measure: Measure, record: Readonly<Record<string, unknown>>): boolean {
  return [...(measure.only ?? []), ...(measure.requires ?? [])].every(c => c.line === true || meets(c, record))
}

/** The days a record covers; none where it is not dated yet. What lasts and has no end goes on. */
export function daysOf(measure: Measure, record: Readonly<Record<string, unknown>>): { readonly from: string; readonly until: string } | undefined {
  const from = record[measure.from]
  if (measure.dated === 'year') return typeof from === 'number' ? { from: firstDayOf(from), until: lastDayOf(from) } : undefined
  if (typeof from !== 'string') return undefined
  if (measure.dated === 'month') return { from: `${from}-01`, until: `${from}-${lastDate(yearOf(from), monthOf(from))}` }
  const until = measure.until === undefined ? from : record[measure.until]
  return { from, until: typeof until === 'string' ? until : measure.lasting ? '9999-12-31' : from }
}

export const meets = ({ field, among }: Condition, values: Readonly<Record<string, unknown>>): boolean =>
  among.some(value => value === (values[field] ?? null) || (typeof value === 'boolean' && Number(value) === values[field]))
