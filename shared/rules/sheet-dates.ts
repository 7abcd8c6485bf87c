import { ageOn, isDay } from './days.ts'

/** A point in time as a 任免审批表 writes it; what is not written is null. */
export interface SheetDate {
  readonly year: number
  /** `1985-03` */
  readonly month: string | null
  /** `1985-03-07` */
  readonly day: string | null
}

/** `198503`, `19850307`, `1985.03`, `1985.3.7`, `1985年3月`, `1985`. Null for anything else, and for a month or day that does not exist. */
export function readSheetDate(written: string | null): SheetDate | null {
  const text = (written ?? '')
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/[日号]$/, '')
  const parts = /^(\d{4})(?:(\d\d)(\d\d)?)?$/.exec(text) ?? /^(\d{4})(?:[-./。年](?:(\d{1,2})(?:[-./。月](\d{1,2})?)?)?)?$/.exec(text)
  if (!parts) return null
  const [, year = '', m, d] = parts
  if (year < '1900' || year > '2200') return null
  if (m === undefined) return { year: Number(year), month: null, day: null }
  const month = `${year}-${m.padStart(2, '0')}`
  if (!isDay(`${month}-01`)) return null
  const day = d === undefined ? null : `${month}-${d.padStart(2, '0')}`
  return day !== null && !isDay(day) ? null : { year: Number(year), month, day }
}

/** The month alone, `1985-03`. */
export const readSheetMonth = (written: string | null): string | null => readSheetDate(written)?.month ?? null

/** `1985-03` or `1985-03-07` as the sheet writes it: `198503`, `19850307`. */
export const sheetDate = (isoDate: string | null): string | null => isoDate?.replaceAll('-', '') ?? null

/** The first six digits: `1985-03-07` as `198503`. */
export const sheetMonth = (isoDate: string | null): string | null => sheetDate(isoDate)?.slice(0, 6) ?? null

/** 入党时间: when somebody joined the Party, and what else stands there (民建, 民盟, 无党派). */
export interface SheetJoining {
  /** The Party, `2001-08`; null where no date stands. */
  readonly month: string | null
  /** Other parties, or 无党派, in the order in which they stand. */
  readonly parties: readonly string[]
}

/** `200108`, `民建`, `民建；民盟`, `200108；民建`, 无党派. */
export function readJoining(written: string | null): SheetJoining {
  const pieces = (written ?? '')
    .split(/[；;、，,]/)
    .map(piece => piece.trim())
    .filter(piece => piece !== '')
  const dated = pieces.find(piece => readSheetMonth(piece) !== null)
  return { month: readSheetMonth(dated ?? null), parties: pieces.filter(piece => piece !== dated) }
}

/** The same as the sheet writes it; null where neither is known. */
export function writeJoining({ month, parties }: SheetJoining): string | null {
  return [...(month === null ? [] : [sheetMonth(month)]), ...parties].join('；') || null
}

/** Full years on a day; by the month where only months are known, as the sheet reckons. Null where the birth is not written as a month. */
export function sheetAge(born: string | null, on: string | null): number | null {
  const [birth, day] = [readSheetDate(born), readSheetDate(on)]
  if (!birth?.month || !day?.month) return null
  const byDay = birth.day !== null && day.day !== null
  const age = byDay ? ageOn(birth.day, day.day) : ageOn(`${birth.month}-01`, `${day.month}-01`)
  return age < 0 ? null : age
}
