import {
  AlignmentType,
  BorderStyle,
  FrameAnchorType,
  HeightRule,
  HorizontalPositionAlign,
  type IParagraphOptions,
  LeaderType,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  VerticalPositionAlign,
  WidthType,
} from 'docx'
import {
  type Block,
  type Cover,
  type Imprint,
  type Paragraph as Text,
  pointsOf,
  type Spread,
  type Title,
  type WrittenDocument,
} from '../../../../shared/forms/written.ts'
import { emsOf, isHeld, lineOf, official, redHead } from '../../../../shared/forms/written-look.ts'
import { joined } from './joined.ts'
import { alignments, faces, run, seam, type Setting, spacing, twips, twipsOfPoints } from './look.ts'
import { tableOf } from './table.ts'

/** How a block stands among the others. */
interface Place {
  /** Begins a page. */
  readonly turns: boolean
  /** Is not parted from what follows. */
  readonly keepNext: boolean
  /** Of the type area, in millimetres. */
  readonly width: number
  readonly song: boolean
  /** Set as an official document. */
  readonly asOfficial: boolean
  readonly next: Block | undefined
}

/** What is written, block by block, on a type area of such a width. */
export function blocksOf({ blocks: given, song = false, official: asOfficial = false }: WrittenDocument, width: number): readonly (Paragraph | Table)[] {
  const blocks = joined(given)
  return blocks.flatMap((block, at) => {
    const turns = blocks[at - 1]?.kind === 'pageBreak'
    return made(block, { turns, keepNext: isHeld(blocks, at + 1), width, song, asOfficial, next: blocks[at + 1] })
  })
}

function made(block: Block, place: Place): readonly (Paragraph | Table)[] {
  const { turns, keepNext, width, song, asOfficial, next } = place
  switch (block.kind) {
    case 'title':
      return titleOf(block, turns, asOfficial)
    case 'paragraph':
      return textOf(block, place)
    case 'spread':
      return [spreadOf(block, width, { turns, keepNext: block.keep === true || keepNext || next?.kind === 'grid' })]
    case 'cover':
      return [...(turns ? [seam({ pageBreakBefore: true })] : []), coverOf(block)]
    case 'grid':
      // Two tables without anything between them would be one to Word, and only the first would repeat its head.
      return [
        ...(turns ? [seam({ pageBreakBefore: true })] : []),
        tableOf(block, song, next?.kind === 'grid'),
        ...(next === undefined || next.kind === 'grid' || next.kind === 'pageBreak' || next.kind === 'cover' ? [seam()] : []),
      ]
    case 'gap':
      return [new Paragraph({ pageBreakBefore: turns, keepNext, spacing: spacing({ points: (block.mm * 72) / 25.4, line: 1 }), children: [] })]
    case 'rule':
      return [
        new Paragraph({
          pageBreakBefore: turns,
          border: { bottom: { style: BorderStyle.SINGLE, size: redHead.rule * 8, color: redHead.color, space: 0 } },
          spacing: spacing({ points: 4, line: 1 }),
          children: [],
        }),
      ]
    case 'imprint':
      return [...imprintOf(block, width), seam()]
    case 'pageBreak':
      return []
  }
}

const under: Setting = { face: faces.text, points: pointsOf.body, line: lineOf.spread }

/** A title's lines and what stands under them; 3 mm to what follows, in an official document nothing. */
function titleOf({ text, points = pointsOf.title, under: below, red }: Title, turns: boolean, asOfficial: boolean): readonly Paragraph[] {
  const title: Setting = { face: faces.title, points, line: asOfficial ? official.line / points : lineOf.title }
  const more = { alignment: AlignmentType.CENTER, keepNext: true }
  const after = asOfficial ? 0 : twips(3)
  return [
    new Paragraph({
      ...more,
      pageBreakBefore: turns,
      spacing: spacing(title, 0, below === undefined ? after : 0),
      children: text.split('\n').map((line, i) => run(line, title, { ...(i > 0 && { break: 1 }), ...(red && { color: redHead.color }) })),
    }),
    ...(below === undefined ? [] : [new Paragraph({ ...more, spacing: spacing(under, 0, after), children: [run(below, under)] })]),
  ]
}

/** Signs of a paragraph that is not to be kept whole with what signs it: what is longer than a page would stand by itself. */
const long = 300

function textOf(
  { text, align = 'left', indent, hang, inset, bold = false, size = 'body', keep = false }: Text,
  { turns, keepNext, asOfficial }: Place,
): readonly Paragraph[] {
  const face = bold ? faces.label : size === 'title' ? faces.title : faces.text
  const points = pointsOf[size]
  const setting: Setting =
    asOfficial && size === 'heading' ? { face, points, line: official.line / points, wider: official.spacing } : { face, points, line: lineOf.text }
  return text.split('\n').map(
    (line, i, lines) =>
      new Paragraph({
        alignment: alignments[align],
        pageBreakBefore: turns && i === 0,
        keepNext: keep || bold || (keepNext && line.length < long && i === lines.length - 1),
        widowControl: !asOfficial,
        ...(hang !== undefined && { indent: { left: twipsOfPoints(hang * points), hanging: twipsOfPoints(hang * points) } }),
        ...(inset !== undefined && { indent: { right: twipsOfPoints(inset * setting.points) } }),
        ...(indent && { indent: { firstLine: twipsOfPoints(2 * setting.points), firstLineChars: 200 } }),
        spacing: spacing(setting),
        children: [run(line, setting)],
      }),
  )
}

/** The parts of a line at even distances, with tabs. */
function spreadOf({ parts, size = 'cell' }: Spread, width: number, more: { readonly turns: boolean; readonly keepNext: boolean }): Paragraph {
  const setting: Setting = { face: faces.text, points: pointsOf[size], line: lineOf.spread }
  const last = parts.length - 1
  return new Paragraph({
    keepNext: more.keepNext,
    pageBreakBefore: more.turns,
    spacing: spacing(setting, twips(0.5), twips(1)),
    tabStops: parts.slice(1).map((_, i) => ({
      type: i + 1 === last ? TabStopType.RIGHT : TabStopType.CENTER,
      position: twips((width * (i + 1)) / last),
    })),
    children: parts.flatMap((part, i) => (i === 0 ? [run(part, setting)] : [new TextRun({ children: [new Tab()] }), run(part, setting)])),
  })
}

const none = { style: BorderStyle.NONE, size: 0 } as const

/**
 * 版记: paragraphs in a frame at the foot of the type area, ruled above and below. The rule between two is a leader: other programs than Word lose a frame
 * whose paragraphs have rules of their own.
 */
function imprintOf({ lines }: Imprint, width: number): readonly Paragraph[] {
  const setting: Setting = { face: faces.text, points: pointsOf.body, line: 1.7 }
  const edge = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 0 }
  const framed = (line: IParagraphOptions) =>
    new Paragraph({
      frame: {
        type: 'alignment',
        width: twips(width),
        anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
        alignment: { x: HorizontalPositionAlign.CENTER, y: VerticalPositionAlign.BOTTOM },
      },
      border: { top: edge, bottom: edge },
      ...line,
    })
  const tab = new TextRun({ children: [new Tab()], size: 16 })
  const between = framed({
    spacing: spacing({ points: 4, line: 1 }),
    tabStops: [{ type: TabStopType.RIGHT, position: twips(width), leader: LeaderType.UNDERSCORE }],
    children: [tab],
  })
  return lines.flatMap(([left, right], i) => [
    ...(i === 0 ? [] : [between]),
    framed({
      spacing: spacing(setting),
      tabStops: [{ type: TabStopType.RIGHT, position: twips(width) - twipsOfPoints(setting.points) }],
      children: [run('　', setting), run(left, setting), ...(right === undefined ? [] : [tab, run(right, setting)])],
    }),
  ])
}

const coverGap = { row: 8, column: 4, value: 80 } as const

/** Labels set to one width beside what is filled in on a rule. */
function coverOf({ lines }: Cover): Table {
  const setting: Setting = { face: faces.text, points: pointsOf.heading, line: 1.4 }
  const label = (Math.max(...lines.map(line => emsOf(line.label))) * setting.points * 25.4) / 72 + 1
  const widths = [label, coverGap.column, coverGap.value].map(twips)
  const box = (text: string, width: number, alignment: (typeof AlignmentType)[keyof typeof AlignmentType], ruled: boolean) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      verticalAlign: VerticalAlign.BOTTOM,
      margins: { left: 0, right: 0, top: 0, bottom: 0 },
      borders: { top: none, left: none, right: none, bottom: ruled ? { style: BorderStyle.SINGLE, size: 4, color: '000000' } : none },
      children: [new Paragraph({ alignment, spacing: spacing(setting), children: [run(text, setting)] })],
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: none, left: none, right: none, bottom: none, insideHorizontal: none, insideVertical: none },
    rows: lines.map(
      line =>
        new TableRow({
          cantSplit: true,
          height: { value: twipsOfPoints(setting.points * setting.line) + twips(coverGap.row), rule: HeightRule.ATLEAST },
          children: [
            box(line.label, widths[0] ?? 0, AlignmentType.DISTRIBUTE, false),
            box('', widths[1] ?? 0, AlignmentType.LEFT, false),
            box(line.value, widths[2] ?? 0, AlignmentType.CENTER, true),
          ],
        }),
    ),
  })
}
