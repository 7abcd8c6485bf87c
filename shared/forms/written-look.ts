import { type Block, type Cell, type Grid, pointsOf } from './written.ts'

/** What print and Word alike must know of how a written form looks, so that they look the same. */

export const millimetresPerPoint = 25.4 / 72

/** The room left and right of what stands in a box, and above and below it. */
export const paddingMm = { label: 0.5, filled: 1.5, above: 0.6 } as const

/** How wide a text is in characters of its type: signs of the keyboard take half of one. */
export const emsOf = (text: string): number => [...text].reduce((sum, sign) => sum + (/[\u0020-\u00ff]/.test(sign) ? 0.5 : 1), 0)

/** How many lines a text takes in so many characters' width, its further lines standing in by `hang`. */
const linesOf = (text: string, ems: number, hang: number): number =>
  text.split('\n').reduce((sum, line) => {
    // A tab goes to where further lines begin: a line that begins with one stands in altogether.
    const rest = emsOf(line) + (line.startsWith('\t') ? hang - 1 : 0) - ems
    return sum + 1 + (rest > 0 ? Math.ceil(rest / Math.max(1, ems - hang)) : 0)
  }, 0)

/** 四号 and smaller, in points: the steps by which a text is made smaller. */
const steps = [22, 18, 16, 14, 12, 10.5, 9, 8]

/** The heights of lines in their type. */
export const lineOf = { title: 1.35, text: 1.6, spread: 1.5, cell: 1.3, sign: 1.6 } as const

/** How high a line of a box is in its type, and the room above and below what stands in it. */
export const densityOf = ({ close }: Pick<Cell, 'close'>): { readonly line: number; readonly above: number } =>
  close ? { line: 1.22, above: 0 } : { line: lineOf.cell, above: paddingMm.above }

/** Of an official document: the height of a line in points, and what is added to the width of a character to have 28 of them in 156 mm. */
export const official = { line: ((224.5 / 22) * 72) / 25.4, spacing: ((156 / 28) * 72) / 25.4 - 16 } as const

/** How many characters of such a size go into the width of a box. */
const emsIn = (mm: number, points: number): number => Math.floor((mm - 2 * paddingMm.filled) / (points * millimetresPerPoint))

/** By how many characters the further lines of a box's paragraphs stand in: half of its width at most. */
export const hangOf = ({ hang }: Cell, mm: number, points: number): number | undefined =>
  hang === undefined ? undefined : Math.min(hang, Math.floor(emsIn(mm, points) / 2))

/** How many lines a box's words take when they are set in so many points. */
export const linesIn = (cell: Cell, mm: number, points: number): number =>
  cell.text === '' ? 0 : linesOf(cell.text, emsIn(mm, points), hangOf(cell, mm, points) ?? 0)

/** In how many points a text that shrinks is set, so that it goes into its row; undefined where it keeps its own size. */
export function fittedPoints(cell: Cell, mm: number, height: number | undefined): number | undefined {
  if (!cell.shrinks || height === undefined) return undefined
  const wanted = pointsOf[cell.size ?? 'cell']
  const { line, above } = densityOf(cell)
  const fits = (points: number) => linesIn(cell, mm, points) * points * millimetresPerPoint * line <= height - 2 * above
  const points = steps.filter(step => step <= wanted).find(fits) ?? 8
  return points === wanted ? undefined : points
}

/** 红头: how thick the rule below it is, in points, and its colour. */
export const redHead = { color: 'E60012', rule: 2 } as const

/** How wide the box is that begins in this column. */
export const widthOf = ({ columns }: Pick<Grid, 'columns'>, from: number, { span = 1 }: Cell): number =>
  columns.slice(from, from + span).reduce((sum, mm) => sum + mm, 0)

/** Labels and short entries stand in the middle of their box; what is read as text, or takes more than a line, from the left. */
export function alignOf(cell: Cell, mm: number): 'left' | 'center' | 'right' {
  if (cell.align) return cell.align
  if (cell.label || cell.image || cell.vertical) return 'center'
  if (cell.top || cell.sign || cell.text.includes('\n')) return 'left'
  return emsOf(cell.text) * pointsOf[cell.size ?? 'cell'] * millimetresPerPoint <= mm - 2 * paddingMm.filled ? 'center' : 'left'
}

/** A box of a grid and the column it begins in, where boxes above reach down beside it. */
export interface Placed {
  readonly cell: Cell
  readonly column: number
}

/** The boxes of every row with their columns. */
export function placesOf({ rows }: Pick<Grid, 'rows'>): readonly (readonly Placed[])[] {
  /** By column: the first row that is free again. */
  const free: number[] = []
  return rows.map(({ cells }, r) => {
    let column = 0
    return cells.map(cell => {
      while ((free[column] ?? 0) > r) column += 1
      const at = column
      for (let i = 0; i < (cell.span ?? 1); i += 1) free[at + i] = r + (cell.down ?? 1)
      column += cell.span ?? 1
      return { cell, column: at }
    })
  })
}

/** Whether a block goes with the end of the one before it: who signs below a text or a grid, the day, the room above them. */
export function isHeld(blocks: readonly Block[], at: number): boolean {
  const before = blocks[at - 1]
  if (!blocks[at] || !before || before.kind === 'pageBreak') return false
  let next = at
  while (blocks[next]?.kind === 'gap') next += 1
  return isSigning(blocks, next)
}

function isSigning(blocks: readonly Block[], at: number): boolean {
  const block = blocks[at]
  if (block?.kind === 'imprint') return true
  if (block?.kind === 'paragraph') return block.align === 'right'
  if (block?.kind !== 'spread') return false
  const above = blocks.slice(0, at).findLast(({ kind }) => kind !== 'gap' && kind !== 'spread')
  return above?.kind === 'grid' || (above?.kind === 'paragraph' && above.align === 'right')
}
