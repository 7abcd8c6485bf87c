/** 简历 of a 任免审批表: read from the text that stands in it, and written as the official editor lays it out. */

/** One period of a résumé. */
export interface WrittenPeriod {
  /** `2004-09`, or `2004` where no month is written. */
  readonly from: string
  /** The same; null while it goes on. */
  readonly to: string | null
  readonly text: string
  /** 其间: what lies within it, a line each, with its brackets. */
  readonly within: readonly string[]
}

export interface ReadResume {
  readonly periods: readonly WrittenPeriod[]
  /** Lines before the first period. */
  readonly unread: readonly string[]
}

interface Head {
  readonly from: string
  readonly to: string | null
  /** How many characters it takes. */
  readonly length: number
}

const dash = String.raw`\s*[-\u2010-\u2015\u2212\u2500\u2501~～〜至到]+[-\u2010-\u2015\u2500~～至到]*`
const month = String.raw`(\d{4})(?:[./。年]\s?(\d{1,2})(?!\d)月?|-(\d\d)(?!\d)(?=\s*[-\u2010-\u2015\u2500~～至到])|(\d\d)(?!\d))?年?`
const start = new RegExp(`^\\s*${month}${dash}`)
const end = new RegExp(`^\\s{0,3}(?:${month.replace(/\(\?=.*?\]\)/, '')}(?=\\D|$)月?|(今|现在|目前))`)

/** Full-width digits and spaces as plain ones, character by character. */
const plain = (line: string): string => line.replaceAll(/[０-９．／－]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ')

function monthOf(year: string | undefined, written: string | undefined): string | undefined {
  if (year === undefined || year < '1900' || year > '2200') return undefined
  if (written === undefined) return year
  const number = Number(written)
  return number >= 1 && number <= 12 ? `${year}-${written.padStart(2, '0')}` : undefined
}

/** `2004.09--2008.07`, `2015.03--`, `2015年3月至今` and their kind at the beginning of a line. */
function headOf(line: string): Head | undefined {
  const text = plain(line)
  const begun = start.exec(text)
  if (!begun) return undefined
  const from = monthOf(begun[1], begun[2] ?? begun[3] ?? begun[4])
  if (from === undefined) return undefined
  const rest = text.slice(begun[0].length)
  const ended = end.exec(rest)
  if (!ended) return { from, to: null, length: begun[0].length }
  const [whole, year, a, b, c, now] = ended
  if (now !== undefined) return { from, to: null, length: begun[0].length + whole.length }
  const to = monthOf(year, a ?? b ?? c)
  // A year alone is an end only where nothing is written on to it: 2012级 begins the text.
  const alone = to?.length === 4 && !/^[\s年]|^$/.test(rest.slice(whole.length)) && !whole.endsWith('年')
  if (to === undefined || alone) return { from, to: null, length: begun[0].length }
  return { from, to, length: begun[0].length + whole.length }
}

const count = (text: string, which: RegExp): number => text.match(which)?.length ?? 0
const isOpen = (text: string): boolean => count(text, /[（(]/g) > count(text, /[）)]/g)

/** Reads a résumé line by line, with every dash there is. A line without a period of its own goes on with the one before: 其间 as a line of it. */
export function readResume(written: string | null): ReadResume {
  const periods: { from: string; to: string | null; text: string; within: string[] }[] = []
  const unread: string[] = []
  for (const line of (written ?? '').replaceAll(/<br\s*\/?>/gi, '\n').split(/\r\n?|\n/)) {
    const text = line.trim()
    if (text === '') continue
    const last = periods.at(-1)
    const unit = last && (last.within.at(-1) ?? last.text)
    const goesOn = unit !== undefined && isOpen(unit)
    const head = goesOn && /^\s{6}/.test(line) ? undefined : headOf(line)
    if (head)
      periods.push({
        from: head.from,
        to: head.to,
        text: line
          .slice(head.length)
          .replace(/^[\s：:]+/, '')
          .trim(),
        within: [],
      })
    else if (!last) unread.push(text)
    else if (goesOn && last.within.length > 0) last.within.push(`${last.within.pop() ?? ''}${text}`)
    else if (!goesOn && (/^[（(]?(?:其间|期间|[（(])/.test(text) || last.within.length > 0)) last.within.push(text)
    else last.text += text
  }
  return { periods, unread }
}

const dotted = (at: string): string => at.replace('-', '.')
/** Where the text of every line begins. */
const indent = 18

/** In the official layout: `2004.09--2008.07`, two spaces, the text; an open end as spaces; 其间 under the text. */
export function writeResume(periods: readonly WrittenPeriod[]): string {
  return periods
    .flatMap(({ from, to, text, within }) => [
      `${`${dotted(from)}--${to === null ? '' : dotted(to)}`.padEnd(indent)}${text}`.trimEnd(),
      ...within.map(line => `${' '.repeat(indent)}${line}`),
    ])
    .join('\n')
}

export interface ResumeFinding {
  readonly code: 'noMonth' | 'backwards' | 'gap' | 'overlap' | 'stillOpen' | 'endsEarly' | 'future' | 'withinOutside'
  /** Which period, the first is 0. */
  readonly at: number
  readonly message: string
}

const said = (at: string | null): string => (at === null ? '今' : dotted(at))
const monthNumber = (at: string): number => Number(at.slice(0, 4)) * 12 + Number(at.slice(5, 7)) - 1

/**
 * What is not in order in a résumé that goes on until a month: periods follow each other without a gap and without an overlap. One that begins in
 * the month in which the one before ended, or in the next, follows it. Years without months are told and not reckoned with.
 */
export function resumeFindings(periods: readonly WrittenPeriod[], today: string): readonly ResumeFinding[] {
  const findings: ResumeFinding[] = []
  const find = (code: ResumeFinding['code'], at: number, message: string) => void findings.push({ code, at, message })
  for (const [at, period] of periods.entries()) {
    const { from, to, within } = period
    const name = `第 ${at + 1} 段 ${said(from)}--${to === null ? '' : said(to)}`
    const vague = from.length < 7 || (to !== null && to.length < 7)
    if (vague) find('noMonth', at, `${name} 没有写到月`)
    if (to !== null && to < from && !vague) find('backwards', at, `${name} 止在起之前`)
    if (from > today) find('future', at, `${name} 的起点还没有到`)
    for (const line of within) if (liesOutside(line, period)) find('withinOutside', at, `${name} 的“${line.slice(0, 30)}”不在这一段之内`)
    const next = periods[at + 1]
    if (next === undefined) {
      if (to?.length === 7 && monthNumber(today) - monthNumber(to) > 1) find('endsEarly', at, `${name} 是最后一段，之后没有写`)
    } else if (to === null) find('stillOpen', at, `${name} 没有写止，后面还有第 ${at + 2} 段`)
    else if (to.length === 7 && next.from.length === 7) {
      const apart = monthNumber(next.from) - monthNumber(to)
      if (apart > 1) find('gap', at, `${said(to)} 到 ${said(next.from)} 之间空断 ${apart - 1} 个月`)
      if (apart < 0) find('overlap', at, `第 ${at + 2} 段 ${said(next.from)} 起，与${name} 重叠`)
    }
  }
  return findings
}

/** Whether one of the periods of a 其间 begins before or ends after the period that it stands under. */
function liesOutside(line: string, { from, to }: WrittenPeriod): boolean {
  const inside = line.replace(/^[（(]?(?:其间|期间)?[：:]?/, '').split(/[；;]/)
  return inside.some(part => {
    const head = headOf(part)
    if (!head) return false
    return monthBefore(head.from, from) || (to !== null && head.to !== null && monthBefore(to, head.to))
  })
}

/** By month where both have one, else by year. */
function monthBefore(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length)
  return a.slice(0, length) < b.slice(0, length)
}
