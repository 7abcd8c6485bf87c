import { isDay } from '../rules/days.ts'
import { broken, type Cell, type CellOptions, cellText, empty, fault, isBlankWord, isError, plainNumber, type Reading, value } from './cell.ts'

export interface DateReading {
  readonly day: string
  /** Only year and month were given; `day` is the first. */
  readonly monthOnly: boolean
}

const badDate = (text: string, why = '') => fault('badDate', `“${text.slice(0, 20)}”不是一个日期${why}`)

/** A date in any of the ways offices write one. An impossible day (2021-02-30) or a bare year is `badDate`. */
export function readDate(cell: Cell, options: CellOptions = {}): Reading<DateReading> {
  if (cell === null) return empty
  if (typeof cell === 'boolean') return badDate(cellText(cell))
  if (isError(cell)) return broken(cell)
  if (typeof cell === 'number') return dateOfNumber(cell, options)
  const exact = /^(\d{4})-(\d\d)-(\d\d)$/.exec(cell)
  if (exact) return dayReading(cell, exact[1], exact[2], exact[3])
  const text = cellText(cell).normalize('NFKC')
  if (!text || isBlankWord(text)) return empty
  const bare = withFigures(text)
    .replace(/(?:(?<=\d|日)[T\s]|(?<=日))\s*(?:上午|下午|中午|晚上?)?\s*\d{1,2}[:时点]\d{1,2}.*$/i, '')
    .replace(/\s*[（(]?(?:星期|周)[一二三四五六日天][）)]?$/, '')
    .replaceAll(' ', '')
    .replace(/(?<=\d|日|月)[.,;。，；]$/, '')
  if (/^\d{5}$/.test(bare)) return dateOfNumber(Number(bare), options)
  const day = /^(\d{4})[-/.。年_—–](\d{1,2})[-/.。月_—–](\d{1,2})[日号]?$/.exec(bare) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(bare)
  if (day) return dayReading(text, day[1], day[2], day[3])
  const month = /^(\d{4})[-/.。年_—–](\d{1,2})(?:月份?)?$/.exec(bare) ?? /^(\d{4})(\d\d)$/.exec(bare)
  if (month) return dayReading(text, month[1], month[2], undefined)
  return badDate(text, /^(19|20)\d\d年?$/.test(bare) ? '，缺月份' : '')
}

const figures = '〇一二三四五六七八九'

/** 二〇二五年十二月三十一日 and 2025年元月5日 in Arabic figures; other text as it is. */
function withFigures(text: string): string {
  const parts = /^([〇零○一二三四五六七八九\d]{4})年([一二三四五六七八九十元\d]{1,2})月(?:([一二三四五六七八九十\d]{1,3})[日号]?)?$/.exec(
    text.replaceAll(' ', ''),
  )
  if (!parts) return text
  const [, year = '', month = '', day] = parts
  return `${year.replaceAll(/[零○]/g, '〇').replaceAll(/[〇一二三四五六七八九]/g, c => String(figures.indexOf(c)))}年${small(month)}月${day === undefined ? '' : `${small(day)}日`}`
}

/** 二十一 → 21, 元 → 1; figures stay. */
function small(text: string): string {
  if (/^\d+$/.test(text)) return text
  if (text === '元') return '1'
  const [tens, ones] = text.includes('十') ? text.split('十') : ['〇', text]
  return String((tens === '' ? 1 : figures.indexOf(tens ?? '')) * 10 + (ones ? figures.indexOf(ones) : 0))
}

function dayReading(text: string, year = '', month = '', date: string | undefined): Reading<DateReading> {
  const day = `${year}-${month.padStart(2, '0')}-${(date ?? '01').padStart(2, '0')}`
  if (year < '1900' || year > '2100') return badDate(text, '，请核对年份')
  return isDay(day) ? value({ day, monthOnly: date === undefined }) : badDate(text, date === undefined ? '' : '，没有这一天')
}

/** 20250105, 201206, 1990.8 and serial numbers (45662). A lone 1990.1 may be January or October: Excel drops the zero. */
function dateOfNumber(n: number, { date1904 = false }: CellOptions): Reading<DateReading> {
  const text = plainNumber(n)
  if (Number.isInteger(n) && n >= 19_000_101 && n <= 21_001_231) return dayReading(text, text.slice(0, 4), text.slice(4, 6), text.slice(6))
  if (Number.isInteger(n) && n >= 190_001 && n <= 210_012) return dayReading(text, text.slice(0, 4), text.slice(4), undefined)
  if (n >= 1900 && n < 2101) {
    const [year, month] = text.split('.')
    if (month === undefined) return badDate(text, '，缺月份')
    if (month === '1') return badDate(text, '：分不清 1 月还是 10 月，请改成 1990-10 这样的文本')
    return dayReading(text, year, month, undefined)
  }
  const serial = Math.floor(n + 1e-6) + (date1904 ? 1462 : 0)
  if (!(serial >= 3653 && serial <= 73_415)) return badDate(text)
  return value({ day: new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10), monthOnly: false })
}
