import { type Cell, cellText, compact } from '../../shared/records/cell.ts'
import { exactMatch, type HeadingIndex, headingTexts, matchHeadings } from '../../shared/records/sheet.ts'
import type { Sheet } from '../files/workbook.ts'

type Rows = Sheet['rows']
export interface Header {
  readonly top: number
  readonly bottom: number
  /** False where no row says what its columns are: the first that could be headings, for the user to say. */
  readonly found: boolean
}

/** Headings stand near the top; below that a row that looks like headings is data. */
const searchDepth = 40

/** The same row whatever the user says of its columns: what was asked about is what is read. */
export function findHeader(rows: Rows, index: HeadingIndex, listsNames: boolean): Header | null {
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
  // A list of names may have no other heading that is known: 姓名 beside the activities of a matrix. A list of bodies may not, unless it is nothing else.
  const enough = !listsNames || rows.every((row, r) => r >= searchDepth || new Set(row.map(cellText).filter(Boolean)).size <= 1) ? 1 : 1.5
  return best ? { top: best.top, bottom: best.bottom, found: score(rows.slice(best.top, best.bottom + 1), index, 1) >= enough } : fallback
}

/** Headings of columns that hold nothing to import; they too say that a row is one of headings. */
const besides = /^(?:序号|编号|签名|签字|备注|签到)$/

/** Who or what the rows are about: a row of headings has it, a row of data that happens to hold 出勤 and 集中培训 does not. */
const subject = ['name', 'idNumber']

/** How many columns are recognised word for word, those of the subject twice; a guess counts little. */
function score(rows: Rows, index: HeadingIndex, ofSubject = 2): number {
  const width = Math.max(...rows.map(row => row.length), 0)
  const headings = Array.from({ length: width }, (_, i) => headingTexts(rows, i))
  if (!headings.some(texts => texts.some(text => text.length <= 30 && exactMatch(text, index.all)))) return 0
  return matchHeadings(headings, index).reduce(
    (sum, match, i) =>
      sum + (match ? (match.sure ? (subject.includes(match.name) ? ofSubject : 1) : 0.2) : headings[i]?.some(text => besides.test(compact(text))) ? 0.5 : 0),
    0,
  )
}

/** True where the recognised headings are merged downwards into the next row, which is then a heading row too. */
function heldDown(upper: readonly Cell[], lower: readonly Cell[], index: HeadingIndex): boolean {
  const texts = upper.map(cellText)
  const known = upper
    .map((cell, i) => [cellText(cell), cellText(lower[i] ?? null)] as const)
    .filter(([text]) => text && texts.indexOf(text) === texts.lastIndexOf(text) && exactMatch(text, index.all))
  return known.length >= 2 && known.every(([above, below]) => above === below) && upper.some((cell, i) => cellText(cell) !== cellText(lower[i] ?? null))
}

/** An ID number, a date or a long number never stands in a heading row. */
const looksLikeData = (row: readonly Cell[]): boolean =>
  row.some(cell =>
    typeof cell === 'number' ? cell > 9999 : typeof cell === 'string' && /\d{6,}|^\d{4}[-./年]\d{1,2}([-./月]|$)/.test(cell.replaceAll(/\s/g, '')),
  )
