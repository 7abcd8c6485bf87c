import { attributeOf, tagsOf } from './xml.ts'

/** What a number in a cell is, going by its look. `hundredths` shows two decimals: `1990.10` is October, not January. */
export type NumberStyle = 'plain' | 'day' | 'month' | 'hundredths'

/** Formats that Excel and WPS keep by number alone, as they stand in Chinese editions. */
const builtIn: Readonly<Record<number, NumberStyle>> = {
  2: 'hundredths',
  ...Object.fromEntries([14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58].map(id => [id, 'day'])),
  ...Object.fromEntries([17, 27, 36, 50, 52, 57].map(id => [id, 'month'])),
}

/** The style of each cell format (`s` of a cell) in styles.xml. */
export function numberStyles(xml: string): NumberStyle[] {
  const custom = new Map(tagsOf(xml, 'numFmt').map(tag => [Number(attributeOf(tag, 'numFmtId')), styleOf(attributeOf(tag, 'formatCode') ?? '')]))
  const formats = /<(?:\w+:)?cellXfs\b[^]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? ''
  return tagsOf(formats, 'xf').map(tag => {
    const id = Number(attributeOf(tag, 'numFmtId') ?? 0)
    return custom.get(id) ?? builtIn[id] ?? 'plain'
  })
}

/** Reads a format code such as `yyyy"年"m"月"`: years or days make a date, a year and month without a day make a month. */
export function styleOf(code: string): NumberStyle {
  const first = code.split(';')[0] ?? ''
  const bare = first.replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|[_*].|AM\/PM|A\/P|上午\/下午/gi, '').toLowerCase()
  if (/^0\.00\s*$/.test(bare)) return 'hundredths'
  if (/[#0?@]|general/.test(bare)) return 'plain'
  if (/d/.test(bare) && /m|y/.test(bare)) return 'day'
  if (/y|e/.test(bare)) return /m/.test(bare) && !/h|s/.test(bare) ? 'month' : 'day'
  return 'plain'
}
