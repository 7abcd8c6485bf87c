import { ballots } from '../ballots/index.ts'
import { type BallotKind, overall } from '../ballots/kind.ts'
import { layoutOf } from '../ballots/layout.ts'
import type { BallotKindName } from '../domain/ballot-words.ts'
import { halfWidth, itemsOf, paperColumns, placesOf, scoresOne } from './ballot-paper-columns.ts'
import type { BallotPaperSheet, PaperRow } from './ballot-paper-sheet.ts'
import { bandsOf } from './election-bands.ts'
import { spacedName } from './text.ts'
import { type Block, filled, type Grid, type GridRow, label, type WrittenDocument } from './written.ts'
import { noteBlocks, tableGrid } from './written-table.ts'

/** So many rows go on one half of a sheet; with more, pages are numbered. */
const onePage = 12

/** A paper in data, once: whoever has it as a Word document copies it himself. */
export function writtenPaper(name: BallotKindName, sheet: BallotPaperSheet): WrittenDocument {
  const kind = ballots[name]
  const blocks: readonly Block[] = [
    { kind: 'title', text: sheet.title, points: 18 },
    ...(sheet.under === '' ? [] : [{ kind: 'paragraph' as const, text: sheet.under, align: 'center' as const, size: 'note' as const }]),
    { kind: 'spread', parts: [sheet.left, sheet.right], size: 'note' },
    tableOf(kind, sheet),
    ...(layoutOf(kind) === 'person' ? [{ kind: 'gap' as const, mm: 3 }, askedGrid(kind)] : []),
    ...noteBlocks('说明', sheet.notes, 'small'),
    ...(sheet.foot === ''
      ? []
      : [
          { kind: 'gap' as const, mm: 3 },
          { kind: 'paragraph' as const, text: sheet.foot, align: 'right' as const, size: 'note' as const },
        ]),
  ]
  return { blocks, numbers: sheet.rows.length > onePage ? 'pages' : 'none' }
}

function tableOf(kind: BallotKind, sheet: BallotPaperSheet): Grid {
  const columns = paperColumns(kind.name, sheet)
  switch (layoutOf(kind)) {
    case 'person':
      return personGrid(kind)
    case 'signs':
      return electionGrid(sheet)
    case 'names':
      return tableGrid(
        columns.map(column => (column.key === 'section' ? { ...column, merged: 'section' } : column)),
        placesOf(sheet.rows).flatMap(({ section, places, names }) =>
          Array.from({ length: names.length + places }, (_, i) => [
            `${section}\n（${places}名）`,
            String(i + 1),
            spacedName(names[i]?.name ?? ''),
            names[i]?.post ?? '',
            '',
          ]),
        ),
        { head: 12, row: 12 },
      )
    case 'scores':
      if (scoresOne(sheet.rows)) return scoredGrid(kind, sheet)
      break
    case 'items':
    case 'marks':
      break
  }
  const rows = sheet.rows.map(row => columns.map(({ key }) => entryOf(row, key)))
  return tableGrid(columns, rows, { head: 12, row: rowHeight(kind, sheet.rows.length) })
}

/** Numbers, names and posts are printed; every other box is the voter's. */
const entryOf = ({ number, name, post }: PaperRow, key: string): string =>
  key === 'number' ? String(number) : key === 'name' ? spacedName(name) : key === 'post' ? post : ''

function rowHeight(kind: BallotKind, rows: number): number {
  if (layoutOf(kind) === 'items') return 9.5
  if (kind.paper.blankColumn) return rows > 5 ? 9 : 12
  return rows > onePage ? 7.2 : 8.5
}

/** What is scored of one person or body, with its sum. */
function scoredGrid(kind: BallotKind, sheet: BallotPaperSheet): Grid {
  const columns = paperColumns(kind.name, sheet).map(column => (column.key === 'area' ? { ...column, merged: 'area' } : column))
  const grid = tableGrid(
    columns,
    sheet.scored.map(({ area, label: text, rule, points }) => [area, text, rule, String(points), '']),
    { head: 9, row: 9 },
  )
  const sum = sheet.scored.reduce((total, { points }) => total + Math.round(points * 100), 0) / 100
  return { ...grid, rows: [...grid.rows, { height: 9, cells: [label('合　计', { span: 3 }), filled(String(sum)), filled('')] }] }
}

/** One cadre: what is judged with what is meant by it, then the whole. */
function personGrid(kind: BallotKind): Grid {
  const { options } = kind.paper
  const boxes = options.map(() => filled(''))
  return {
    kind: 'grid',
    columns: [20, 104.1 - 15 * options.length, ...options.map(() => 15)],
    head: 2,
    rows: [
      { height: 7.5, cells: [label('测评内容', { span: 2, down: 2 }), label('测　评　意　见', { span: options.length })] },
      { height: 10, cells: options.map(option => label(option.label)) },
      ...itemsOf(kind)
        .filter(item => item.options === undefined)
        .map((item): GridRow => ({
          height: 11.5,
          cells: [
            ...(item.key === overall
              ? [label(item.label, { span: 2 })]
              : [filled(item.label, { align: 'center' }), filled(item.hint, { align: 'left', size: 'note' })]),
            ...boxes,
          ],
        })),
    ],
  }
}

/** What has answers of its own, and room for 主要不足. */
const askedGrid = (kind: BallotKind): Grid => ({
  kind: 'grid',
  columns: [26, halfWidth - 26],
  rows: [
    ...itemsOf(kind)
      .filter(item => item.options !== undefined)
      .map((item): GridRow => ({
        height: 12,
        cells: [
          label(`${item.label.slice(0, 4)}\n${item.label.slice(4)}`),
          filled((item.options ?? []).map(option => `□ ${option.label}`).join('　　'), { align: 'center' }),
        ],
      })),
    { height: 16, cells: [label('主要不足'), filled('')] },
  ],
})

/** The width of the paper beside the labels, in millimetres. */
const room = 108

/** 选票: a box for ○ or × above each name, and names from top to bottom. */
function electionGrid({ rows, places }: BallotPaperSheet): Grid {
  const { bands, across } = bandsOf(rows, places)
  return {
    kind: 'grid',
    columns: [16.1, ...Array.from({ length: across }, () => room / across)],
    rows: bands.flatMap((band): readonly GridRow[] => {
      const rest = across - band.names.length
      const none = rest > 0 ? [filled('', { span: rest })] : []
      return [
        { height: 13, keep: true, cells: [label('符　号'), ...band.names.map(() => filled('')), ...none] },
        {
          height: 31,
          cells: [label(band.label, { vertical: true, size: 'note' }), ...band.names.map(name => filled(name, { vertical: true, size: 'body' })), ...none],
        },
      ]
    }),
  }
}
