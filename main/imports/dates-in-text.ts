import { isDay } from '../../shared/rules/days.ts'

export interface Span {
  readonly from: string
  readonly until: string
  /** Only a month was named: the span is its first day. */
  readonly monthOnly: boolean
}

const year = '(?:(\\d{4})\\s*[-./年]\\s*)?'
const until = '(?:\\s*(?:至|到|-|—|–|~|～)\\s*(?:(?:(\\d{4})\\s*[-./年]\\s*)?(\\d{1,2})\\s*[-./月]\\s*)?(\\d{1,2})\\s*[日号]?(?!\\d|\\s*[-./月年]))?'
const days = new RegExp(`(?<!\\d)${year}(\\d{1,2})\\s*[-./月]\\s*(\\d{1,2})\\s*[日号]?(?![\\d])${until}`)
const packed = /(?<!\d)(20\d\d)(\d\d)(\d\d)(?:\s*[-—–~～至到]\s*(?:(20\d\d)?(\d\d))?(\d\d))?(?!\d)/
const months = /(?<!\d)(?:(\d{4})\s*[-./年]\s*)?(\d{1,2})\s*(?:月份?)(?!\d)|(?<!\d)(\d{4})[-./](\d{1,2})(?![\d.])/

/** A day, or a stretch of days, named within a text, and the text without it. Days without a year take the one given. */
export function spanIn(text: string, yearGiven: string | undefined): { span: Span; rest: string } | undefined {
  const bare = text.normalize('NFKC')
  const solid = packed.exec(bare)
  if (solid) {
    const [, y, m, d, y2 = y, m2 = m, d2] = solid
    return made(bare, solid, day(y, m, d), d2 === undefined ? undefined : day(y2, m2, d2), false)
  }
  const found = days.exec(bare)
  if (found) {
    const [, y = yearGiven, m, d, y2 = y, m2 = m, d2] = found
    return made(bare, found, day(y, m, d), d2 === undefined ? undefined : day(y2, m2, d2), false)
  }
  const month = months.exec(bare)
  if (!month) return
  return made(bare, month, day(month[1] ?? month[3] ?? yearGiven, month[2] ?? month[4], '1'), undefined, true)
}

function made(text: string, found: RegExpExecArray, from: string | undefined, last: string | undefined, monthOnly: boolean) {
  if (from === undefined) return
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`
  return { span: { from, until: last ?? from, monthOnly }, rest }
}

function day(y: string | undefined, m = '', d = ''): string | undefined {
  const iso = `${y ?? ''}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  return isDay(iso) ? iso : undefined
}
