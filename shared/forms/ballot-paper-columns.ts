import { ballots } from '../ballots/index.ts'
import { type BallotKind, type Item, type Option, overall } from '../ballots/kind.ts'
import { layoutOf } from '../ballots/layout.ts'
import type { BallotKindName } from '../domain/ballot-words.ts'
import type { BallotPaperSheet, PaperRow, ScoredItem } from './ballot-paper-sheet.ts'
import type { FormColumn, Paper } from './form.ts'

/** A5, two to an A4 sheet. Below the rows there is room for the seal, and for 第 x 页 where there are several. */
export const halves: Paper = { size: 'A4', landscape: true, twoUp: true, margins: { top: 13, right: 12, bottom: 16, left: 12 } }
const whole: Paper = { size: 'A4', landscape: true, margins: { top: 15, right: 18, bottom: 18, left: 18 } }
/** Type area of the two, less a point. */
export const [halfWidth, wholeWidth] = [124.1, 260.6]

/** So many boxes to tick are too narrow for half a sheet. */
const boxesOnHalf = 10

export const itemsOf = ({ paper: { items } }: BallotKind): readonly Item[] => (items === 'scheme' ? [] : items)
const optionsOf = ({ paper: { options, blank, blankColumn } }: BallotKind): readonly Option[] => (blankColumn ? [...options, blank] : options)

interface Box {
  readonly item: Item
  readonly option: Option | null
}

/** The boxes of a paper with several items for each row: letters need one for each, ticks one for each option. */
const boxesOf = (kind: BallotKind): readonly Box[] =>
  itemsOf(kind).flatMap((item): Box[] => {
    if (kind.paper.writes === 'letters' && item.key !== overall) return [{ item, option: null }]
    return (item.options ?? optionsOf(kind)).map(option => ({ item, option }))
  })

/** Points, and boxes that half a sheet is too narrow for, are printed on whole sheets. */
export function paperOf(name: BallotKindName): Paper {
  const kind = ballots[name]
  const layout = layoutOf(kind)
  return layout === 'scores' || (layout === 'items' && boxesOf(kind).length > boxesOnHalf) ? whole : halves
}

/** 优 秀: a short word is spread over its box. */
const spread = (word: string, gap = '　'): string => (word.length === 2 ? [...word].join(gap) : word)
/** 测　评　等　次 */
const spaced = (word: string): string => [...word].join('　')
/** 基本称职 in two lines, where the box is narrow; 优秀 one above the other. */
const folded = (word: string): string => {
  const half = Math.ceil(word.length / 2)
  return word.length > 1 ? `${word.slice(0, half)}\n${word.slice(half)}` : word
}

const shares = (columns: readonly Omit<FormColumn, 'mm'>[], room: number): FormColumn[] => columns.map(column => ({ ...column, mm: room / columns.length }))

/** The columns of a paper that is a table of rows: numbers and names, then boxes that are left empty. */
export function paperColumns(name: BallotKindName, { rows, scored: points }: Pick<BallotPaperSheet, 'rows' | 'scored'>): readonly FormColumn[] {
  const kind = ballots[name]
  switch (layoutOf(kind)) {
    case 'marks':
      return marksColumns(kind, rows)
    case 'items':
      return itemsColumns(kind)
    case 'names':
      return placeColumns(rows)
    case 'scores':
      return scoresColumns(kind, rows, points)
    case 'person':
    case 'signs':
      return []
  }
}

/** Names that are printed need a box to tick; where all are written, the columns share its room. */
function placeColumns(rows: readonly PaperRow[]): FormColumn[] {
  const printed = placesOf(rows).some(({ names }) => names.length > 0)
  return [
    { key: 'section', label: '推荐职位（名额）', mm: printed ? 37.6 : 45.6, left: true },
    { key: 'number', label: '序号', mm: 11 },
    { key: 'name', label: '推荐人选\n姓名', mm: printed ? 25 : 30 },
    { key: 'post', label: '现任职务', mm: printed ? 32.5 : 37.5, left: true },
    ...(printed ? [{ key: 'tick', label: '推荐\n打“√”', mm: 18 }] : []),
  ]
}

function marksColumns(kind: BallotKind, rows: readonly PaperRow[]): FormColumn[] {
  const [item] = itemsOf(kind)
  const vote = kind.paper.blankColumn === true
  const posts = vote && rows.some(row => row.post !== '')
  const fixed: FormColumn[] = [
    { key: 'number', label: '序号', mm: vote ? 12 : 11 },
    { key: 'name', label: vote ? `${kind.rowLabel}\n姓　　名` : '姓　名', mm: posts ? 26 : vote ? 34.1 : 27.1 },
    ...(posts ? [{ key: 'post', label: '职　务', mm: 30.1, left: true }] : []),
  ]
  const boxes = optionsOf(kind).map(({ key, label }) => ({ key, label: spread(label, posts ? '' : vote ? '　' : ' '), group: spaced(item?.label ?? '') }))
  return [...fixed, ...shares(boxes, halfWidth - widthOf(fixed))]
}

function itemsColumns(kind: BallotKind): FormColumn[] {
  const boxes = boxesOf(kind)
  const narrow = boxes.length <= boxesOnHalf
  const letters = kind.paper.writes === 'letters'
  const fixed: FormColumn[] = [
    { key: 'number', label: '序\n号', mm: narrow ? 9 : 11 },
    { key: 'name', label: '姓　名', mm: narrow ? 22.1 : 26.6 },
  ]
  const columns = boxes.map(({ item, option }) => ({
    key: `${item.key} ${option?.key ?? ''}`,
    label: folded(option?.label ?? item.label),
    group: option === null ? `分项评价（填 ${lettersOf(kind).join('、')}）` : letters ? `${item.label}（打“√”）` : item.label,
  }))
  return [...fixed, ...shares(columns, (narrow ? halfWidth : wholeWidth) - widthOf(fixed))]
}

/** A, B, C, D: one for each option. */
const lettersOf = (kind: BallotKind): readonly string[] => kind.paper.options.map((_, i) => String.fromCharCode(65 + i))

/** One person or body has the items below each other, with what is asked; several have them side by side. */
export const scoresOne = (rows: readonly PaperRow[]): boolean => rows.length === 1

function scoresColumns(kind: BallotKind, rows: readonly PaperRow[], points: readonly ScoredItem[]): FormColumn[] {
  if (scoresOne(rows))
    return [
      { key: 'area', label: '一级指标', mm: 36 },
      { key: 'label', label: '二级指标', mm: 70, left: true },
      { key: 'rule', label: '计分标准', mm: wholeWidth - 152, left: true },
      { key: 'points', label: '分值', mm: 20, number: '0.##' },
      { key: 'score', label: '得　分', mm: 26 },
    ]
  const fixed: FormColumn[] = [
    { key: 'number', label: '序\n号', mm: 10 },
    { key: 'name', label: kind.subjects === 'people' ? '姓　名' : kind.rowLabel, mm: kind.subjects === 'people' ? 24 : 42 },
  ]
  const total: FormColumn = { key: 'total', label: '合　计', mm: 16 }
  const items = points.map(({ area, label, points: most }, i) => ({ key: String(i), label: `${label}\n${most}分`, group: area }))
  return [...fixed, ...shares(items, wholeWidth - widthOf([...fixed, total])), total]
}

const widthOf = (columns: readonly FormColumn[]): number => columns.reduce((sum, { mm }) => sum + mm, 0)

/** A post on a 推荐票. */
export interface Place {
  readonly section: string
  readonly places: number
  /** Those that are printed; below them there is a line to write on for each place. */
  readonly names: readonly PaperRow[]
}

/** The posts of a paper in their order, with their 名额. A row without a section is itself the post. */
export function placesOf(rows: readonly PaperRow[]): readonly Place[] {
  const posts = Map.groupBy(rows, row => row.section || row.name)
  return [...posts].map(([section, own]) => {
    const printed = own.filter(row => row.section !== '' && row.name !== row.section)
    return { section, places: Math.max(1, ...own.map(row => row.places ?? 0)), names: printed }
  })
}
