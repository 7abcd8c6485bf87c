import { type Cell, cellText, compact } from '../../shared/records/cells.ts'
import { exactMatch, type HeadingIndex, headingTexts, matchHeadings } from '../../shared/records/sheet.ts'
import type { Sheet } from '../files/workbook.ts'
import { columnLetters } from '../files/xml.ts'

export interface SheetHeading {
  /** 0 for column A. */
  readonly index: number
  readonly letters: string
  readonly heading: string
  readonly field: string | null
  readonly sure: boolean
}

export interface DataRow {
  /** As Excel numbers it. */
  readonly number: number
  readonly cells: readonly Cell[]
  /** The line above this block of rows, where a sheet lists several branches one below the other. */
  readonly section: string | null
}

export interface RecognisedSheet {
  readonly sheet: Sheet
  readonly date1904: boolean
  /** Positions in `sheet.rows`; null where no headings were found. */
  readonly header: Pick<Header, 'top' | 'bottom'> | null
  readonly columns: readonly SheetHeading[]
  readonly at: ReadonlyMap<string, number>
  readonly data: readonly DataRow[]
  readonly titles: readonly string[]
  readonly skipped: { readonly titles: number; readonly blanks: number; readonly totals: number }
}

/** Headings stand near the top; below that a row that looks like headings is data. */
const searchDepth = 40

/** The user's own choice: the field of each column by its letters. */
export type SheetMapping = Readonly<Record<string, string | null>>

interface Recognisable {
  readonly index: HeadingIndex
  /** A row may hold nothing but the name of a branch: the sheet is a list of them. Elsewhere such a line opens a block of rows. */
  readonly listsNames: boolean
}

/** Finds the headings of a sheet, says what each column is, and sorts the rows below into data, titles, blanks and totals. */
export function recognise(sheet: Sheet, date1904: boolean, { index, listsNames }: Recognisable, mapping?: SheetMapping): RecognisedSheet {
  const header = findHeader(sheet.rows, index)
  if (!header)
    return {
      sheet,
      date1904,
      header: null,
      columns: [],
      at: new Map(),
      data: [],
      titles: titlesOf(sheet.rows.slice(0, 10)),
      skipped: { titles: 0, blanks: 0, totals: 0 },
    }
  const all = columnsOf(sheet.rows, header, index)
  const block = blocksOf(all)
  const columns = mapped(all.slice(0, block.width ?? all.length), mapping)
  const above = sheet.rows.slice(0, header.top)
  const body = sortRows(unfolded(sheet.rows, header.bottom + 1, block), columns, listsNames)
  const blanksAbove = above.filter(isBlank).length
  return {
    sheet,
    date1904,
    header,
    columns,
    at: new Map(columns.flatMap(c => (c.field ? [[c.field, c.index]] : []))),
    data: body.data,
    titles: titlesOf(above),
    skipped: { titles: above.length - blanksAbove + body.titles, blanks: blanksAbove + body.blanks, totals: body.totals },
  }
}

type Rows = Sheet['rows']
interface Header {
  readonly top: number
  readonly bottom: number
  /** False where no row says what its columns are: the first that could be headings, for the user to say. */
  readonly found: boolean
}

/** The same row whatever the user says of its columns: what was asked about is what is read. */
function findHeader(rows: Rows, index: HeadingIndex): Header | null {
  let best: { top: number; bottom: number; score: number } | null = null
  let fallback: Header | null = null
  for (let r = 0; r < Math.min(rows.length, searchDepth); r++) {
    const upper = rows[r] ?? []
    const lower = rows[r + 1]
    const texts = new Set(upper.map(cellText).filter(Boolean))
    if (!fallback && texts.size >= 2 && !looksLikeData(upper) && ![...texts].every(t => /[:：]/.test(t))) fallback = { top: r, bottom: r, found: false }
    const single = score([upper], index)
    if (single >= 1 && (!best || single > best.score)) best = { top: r, bottom: r, score: single }
    if (!lower || single === 0 || looksLikeData(lower)) continue
    const both = score([upper, lower], index)
    const rest = heldDown(upper, lower, index)
    if (both > (best?.score ?? 0) || (rest && best?.top === r)) best = { top: r, bottom: r + 1, score: Math.max(both, single) }
  }
  const enough = rows.every((row, r) => r >= searchDepth || new Set(row.map(cellText).filter(Boolean)).size <= 1) ? 1 : 1.5
  return best ? { top: best.top, bottom: best.bottom, found: best.score >= enough } : fallback
}

/** Headings of columns that hold nothing to import; they too say that a row is one of headings. */
const besides = /^(?:序号|编号|签名|签字|备注|签到)$/

/** How many columns are recognised word for word; a guess counts little. */
function score(rows: Rows, index: HeadingIndex): number {
  const width = Math.max(...rows.map(row => row.length), 0)
  const headings = Array.from({ length: width }, (_, i) => headingTexts(rows, i))
  if (!headings.some(texts => texts.some(text => text.length <= 30 && exactMatch(text, index.all)))) return 0
  return matchHeadings(headings, index).reduce(
    (sum, match, i) => sum + (match ? (match.sure ? 1 : 0.2) : headings[i]?.some(text => besides.test(compact(text))) ? 0.5 : 0),
    0,
  )
}

/** True where the recognised headings are merged downwards into the next row, which is then a heading row too. */
function heldDown(upper: readonly Cell[], lower: readonly Cell[], index: HeadingIndex): boolean {
  const known = upper.map((cell, i) => [cellText(cell), cellText(lower[i] ?? null)] as const).filter(([text]) => text && exactMatch(text, index.all))
  return known.length >= 2 && known.every(([above, below]) => above === below) && upper.some((cell, i) => cellText(cell) !== cellText(lower[i] ?? null))
}

/** An ID number, a date or a long number never stands in a heading row. */
const looksLikeData = (row: readonly Cell[]): boolean =>
  row.some(cell =>
    typeof cell === 'number' ? cell > 9999 : typeof cell === 'string' && /\d{6,}|^\d{4}[-./年]\d{1,2}([-./月]|$)/.test(cell.replaceAll(/\s/g, '')),
  )

function columnsOf(rows: Rows, header: Header, index: HeadingIndex): SheetHeading[] {
  const heading = rows.slice(header.top, header.bottom + 1)
  const width = Math.max(...heading.map(row => row.length))
  const texts = Array.from({ length: width }, (_, i) => headingTexts(heading, i))
  const matches = matchHeadings(texts, index)
  return texts.flatMap((text, i) => {
    if (text.length === 0) return []
    const match = matches[i]
    return [
      { index: i, letters: columnLetters(i + 1), heading: text[1] ?? text[0] ?? '', field: (header.found && match?.name) || null, sure: match?.sure ?? true },
    ]
  })
}

/** The user's word goes before ours; a field that the user gave to one column is taken from the others. */
function mapped(columns: readonly SheetHeading[], mapping: SheetMapping | undefined): SheetHeading[] {
  if (!mapping) return [...columns]
  const given = new Set(Object.values(mapping))
  return columns.map(column => {
    const choice = mapping[column.letters]
    if (choice !== undefined) return { ...column, field: choice, sure: true }
    return column.field !== null && given.has(column.field) ? { ...column, field: null } : column
  })
}

const totals = /^(?:合计|总计|小计|累计|共计|总人数|合计人数|人数合计|本页小计|本页合计|平均)|^[共计总]+\d+[人名个条项次]/
const signature =
  /^(?:填表人|填报人|制表人?|审核人?|审批人?|复核人?|经办人|负责人|联系人|联系电话|填表日期|填报日期|填报时间|填表时间|填报单位|单位|签字|签章|盖章|(?:党支部|支部|单位|党委|党组织)?(?:书记|负责人|主要负责人)?(?:签字|签名|盖章|签章))\s*(?:[:：(（]|$)|^(?:单位|党组织|支部)?(?:盖章|签章|公章)/
const remark = /^(?:注|备注|说明|填表说明|填写说明|附注|注意)\s*\d*\s*[:：.、]|^[※*★]/
const titleLine =
  /(?:党支部|支部|党总支|总支|党委|委员会|党小组|小组)(?:[（(].*[）)])?$|(?:党支部|支部|党组织)(?:名称)?[:：]|(?:花名册|名册|名单|登记表|统计表|一览表|签到表)$/

/** Lists printed in two or three blocks side by side, the same headings over each. */
interface Blocks {
  /** Headings of one block; undefined where there is only one. */
  readonly width: number | undefined
  readonly starts: readonly number[]
}

function blocksOf(columns: readonly SheetHeading[]): Blocks {
  const headings = columns.map(c => compact(c.heading))
  const width = headings.indexOf(headings[0] ?? '', 1)
  const repeats =
    width >= 2 &&
    headings.length % width === 0 &&
    headings.every((heading, i) => heading === headings[i % width]) &&
    columns.slice(0, width).some(c => c.field !== null)
  if (!repeats) return { width: undefined, starts: [] }
  return { width, starts: columns.filter((_, i) => i % width === 0).map(c => c.index) }
}

interface NumberedRow {
  readonly number: number
  readonly cells: readonly Cell[]
}

/** The rows below the headings; blocks that stand side by side one below the other, each row still with its own number. */
function unfolded(rows: Rows, from: number, { starts }: Blocks): NumberedRow[] {
  const below = rows.slice(from).map((cells, i) => ({ number: from + i + 1, cells }))
  const [first = 0, second] = starts
  if (second === undefined) return below
  const lead = Array.from({ length: first }, () => null)
  return starts.flatMap((start, b) => below.map(({ number, cells }) => ({ number, cells: [...lead, ...cells.slice(start, starts[b + 1])] })))
}

function sortRows(rows: readonly NumberedRow[], columns: readonly SheetHeading[], listsNames: boolean) {
  const fields = columns.filter(c => c.field !== null)
  const data: DataRow[] = []
  const count = { titles: 0, blanks: 0, totals: 0 }
  let section: string | null = null
  for (const { number, cells } of rows) {
    const kind = kindOf(cells, columns, fields, listsNames)
    if (kind === 'data') data.push({ number, cells, section })
    else count[kind] += 1
    if (kind === 'titles') section = sectionOf(cells, section)
  }
  return { data, ...count }
}

function kindOf(
  cells: readonly Cell[],
  columns: readonly SheetHeading[],
  fields: readonly SheetHeading[],
  listsNames: boolean,
): 'data' | 'titles' | 'blanks' | 'totals' {
  const first = cells.find(cell => cell !== null && (typeof cell !== 'string' || cell.trim() !== ''))
  if (first === undefined) return 'blanks'
  const text = cellText(first)
  if (cells.some(hasIdNumber)) return 'data'
  if (totals.test(compact(text)) || signature.test(text) || remark.test(text)) return 'totals'
  if (cells.some(cell => typeof cell === 'string' && totals.test(cell.replaceAll(/\s/g, '')))) return 'totals'
  if (isRepeatedHeading(cells, columns)) return 'titles'
  const texts = new Set(cells.map(cellText).filter(Boolean))
  const filled = cells.filter(cell => cellText(cell) !== '').length
  if (texts.size === 1 && (listsNames ? filled > 2 : filled > 1 || fields.length > 1)) {
    if (titleLine.test(text)) return 'titles'
    if (filled > 2 || text.length > 12) return 'totals'
  }
  // Numbers down the margin and nothing beside them: a form filled only in part.
  return fields.some(c => cellText(cells[c.index] ?? null) !== '') ? 'data' : 'blanks'
}

const hasIdNumber = (cell: Cell): boolean =>
  typeof cell === 'string' && cell.length >= 15 && cell.length < 30 && /^\d{14}[\dXx*]+$/.test(cell.normalize('NFKC').replaceAll(/[\s'’]/g, ''))

function isRepeatedHeading(cells: readonly Cell[], columns: readonly SheetHeading[]): boolean {
  const same = columns.filter(c => typeof cells[c.index] === 'string' && compact(cellText(cells[c.index] ?? null)) === compact(c.heading)).length
  return same >= 2 && same * 2 >= cells.filter(cell => cellText(cell) !== '').length
}

/** A line that names a branch opens its block; repeated headings leave the block as it is. */
function sectionOf(cells: readonly Cell[], current: string | null): string | null {
  const texts = new Set(cells.map(cellText).filter(Boolean))
  return texts.size === 1 ? ([...texts][0] ?? null) : current
}

const isBlank = (row: readonly Cell[]): boolean => row.every(cell => cellText(cell) === '')

const titlesOf = (rows: Rows): string[] => [...new Set(rows.flatMap(row => row.map(cellText)).filter(Boolean))]
