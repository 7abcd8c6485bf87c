import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type IBorderOptions,
  ImageRun,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import { type Cell, type Grid, pointsOf } from '../../../../shared/forms/written.ts'
import {
  alignOf,
  densityOf,
  fittedPoints,
  hangOf,
  lineOf,
  linesIn,
  millimetresPerPoint,
  paddingMm,
  type Placed,
  placesOf,
  widthOf,
} from '../../../../shared/forms/written-look.ts'
import { alignments, type Face, faces, run, type Setting, spacing, twips, twipsOfPoints } from './look.ts'

/** Eighths of a point: half a point inside, one and a half around a framed grid. */
const rule = (eighths: number): IBorderOptions => ({ style: BorderStyle.SINGLE, size: eighths, color: '000000' })
const none: IBorderOptions = { style: BorderStyle.NONE, size: 0 }

/** A grid as a table of fixed widths. `open`: another table follows, whose upper rule ends this one. */
export function tableOf(grid: Grid, song: boolean, open: boolean): Table {
  const outer = rule(grid.framed ? 12 : 4)
  const tied = tiedRows(grid)
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: twips(grid.columns.reduce((sum, mm) => sum + mm, 0)), type: WidthType.DXA },
    columnWidths: grid.columns.map(twips),
    borders: { top: outer, left: outer, right: outer, bottom: open ? none : outer, insideHorizontal: rule(4), insideVertical: rule(4) },
    rows: placesOf(grid).map((places, r) => {
      const { height, flows = false, keep = false } = grid.rows[r] ?? {}
      return new TableRow({
        cantSplit: !flows,
        tableHeader: r < (grid.head ?? 0),
        keepNext: keep || tied.has(r) || (grid.rows[r + 1]?.held === true && isShort(places)),
        height: { value: twips(height ?? rowMm), rule: HeightRule.ATLEAST },
        children: places.map(({ cell, column }) => boxOf(cell, widthOf(grid, column, cell), heightUnder(grid, r, cell), song)),
      })
    }),
  })
}

/** What is longer than a page cannot be kept with who signs it. */
const isShort = (places: readonly Placed[]): boolean => places.every(({ cell }) => cell.text.length < 300)

/** A row whose height is not said. */
const rowMm = 9

/** Rows that a box joins to the one after them. */
function tiedRows({ rows }: Grid): ReadonlySet<number> {
  const tied = new Set<number>()
  for (const [r, { cells }] of rows.entries()) {
    const down = Math.max(1, ...cells.map(cell => cell.down ?? 1))
    for (let i = r; i < r + down - 1; i += 1) tied.add(i)
  }
  return tied
}

/** How high a box is at least; undefined where a row of it does not say. */
function heightUnder({ rows }: Grid, from: number, { down = 1 }: Cell): number | undefined {
  const heights = rows.slice(from, from + down).map(({ height }) => height)
  return heights.every(height => height !== undefined) ? heights.reduce((sum, height) => sum + height, 0) : undefined
}

function boxOf(cell: Cell, mm: number, height: number | undefined, song: boolean): TableCell {
  const face: Face = song ? faces.song : cell.label ? faces.label : faces.text
  const density = densityOf(cell)
  const setting: Setting = { face, points: fittedPoints(cell, mm, height) ?? pointsOf[cell.size ?? 'cell'], line: density.line }
  const side = twips(cell.label ? paddingMm.label : cell.image ? 0 : paddingMm.filled)
  const above = twips(cell.top || cell.sign ? 1.5 : density.above)
  const content = [...pictureOf(cell), ...wordsOf(cell, mm, setting), ...signOf(cell, mm, height, setting)]
  return new TableCell({
    width: { size: twips(mm), type: WidthType.DXA },
    ...((cell.span ?? 1) > 1 && { columnSpan: cell.span }),
    ...((cell.down ?? 1) > 1 && { rowSpan: cell.down }),
    verticalAlign: cell.top || cell.sign ? VerticalAlign.TOP : VerticalAlign.CENTER,
    margins: { top: cell.image ? 0 : above, bottom: cell.image ? 0 : twips(density.above), left: side, right: side },
    children: content.length > 0 ? content : [new Paragraph({ spacing: spacing(setting), children: [run('', setting)] })],
  })
}

function wordsOf(cell: Cell, mm: number, setting: Setting): readonly Paragraph[] {
  if (cell.text === '') return []
  const alignment = alignments[alignOf(cell, mm)]
  const em = twipsOfPoints(setting.points)
  const hang = hangOf(cell, mm, setting.points)
  const indent = hang === undefined ? undefined : { left: hang * em, hanging: hang * em }
  const lines = cell.text.split('\n')
  if (!cell.vertical) return lines.map(line => new Paragraph({ alignment, indent, spacing: spacing(setting), children: [run(line, setting)] }))
  return [new Paragraph({ alignment, spacing: spacing(setting), children: downwards(lines).map((line, i) => run(line, setting, i > 0 ? { break: 1 } : {})) })]
}

/** Columns of characters as lines: a box of Word does not grow with text that is turned. */
function downwards(columns: readonly string[]): readonly string[] {
  const signs = columns.map(column => [...column])
  const long = Math.max(...signs.map(column => column.length))
  return Array.from({ length: long }, (_, i) => signs.map(column => column[i] ?? '　').join(''))
}

/** Who signs, at the foot of the box: the room above is what the words leave of its height. */
function signOf({ sign = [], ...cell }: Cell, mm: number, height: number | undefined, setting: Setting): readonly Paragraph[] {
  const own: Setting = { ...setting, line: lineOf.sign }
  const taken = (linesIn(cell, mm, setting.points) * setting.line + sign.length * own.line) * setting.points * millimetresPerPoint
  const left = height === undefined ? 2 : Math.max(2, height - taken - 1.5 - 2 * paddingMm.above)
  return sign.map((line, i) => new Paragraph({ alignment: AlignmentType.RIGHT, spacing: spacing(own, i === 0 ? twips(left) : 0), children: [run(line, own)] }))
}

const pixels = (mm: number) => Math.round((mm * 96) / 25.4)

const pictureOf = ({ image }: Cell): readonly Paragraph[] =>
  image
    ? [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          // A line as high as the picture: one of a fixed height would show a strip of it.
          spacing: { line: 240, lineRule: LineRuleType.AUTO },
          children: [
            new ImageRun({
              type: image.type,
              data: Buffer.from(image.data, 'base64'),
              transformation: { width: pixels(image.width), height: pixels(image.height) },
            }),
          ],
        }),
      ]
    : []
