import { type Cell, cellText, compact } from '../../shared/records/cell.ts'
import type { Sheet } from '../files/workbook.ts'
import type { DataRow, SheetHeading } from './recognised.ts'

type Rows = Sheet['rows']

/** 合计, 小计2人, 共150人; but not a name such as 总计划部署会. */
const totals = /^(?:合计|总计|小计|累计|共计|总人数|合计人数|人数合计|本页小计|本页合计|平均)(?:$|\d|人|数|共)|^[共计总]+\d+[人名个条项次]/
const signature =
  /^(?:填表人|填报人|制表人?|审核人?|审批人?|复核人?|经办人|负责人|联系人|联系电话|填表日期|填报日期|填报时间|填表时间|填报单位|单位|签字|签章|盖章|(?:党支部|支部|单位|党委|党组织)?(?:书记|负责人|主要负责人)?(?:签字|签名|盖章|签章))\s*(?:[:：(（]|$)|^(?:单位|党组织|支部)?(?:盖章|签章|公章)/
const remark = /^(?:注|备注|说明|填表说明|填写说明|附注|注意)\s*\d*\s*[:：.、]|^[※*★]/
const titleLine =
  /(?:党支部|支部|党总支|总支|党委|委员会|党小组|小组)(?:[（(].*[）)])?$|(?:党支部|支部|党组织)(?:名称)?[:：]|(?:花名册|名册|名单|登记表|统计表|一览表|签到表)$/

/** Lists printed in two or three blocks side by side, the same headings over each. */
export interface Blocks {
  /** Headings of one block; undefined where there is only one. */
  readonly width: number | undefined
  readonly starts: readonly number[]
}

export function blocksOf(columns: readonly SheetHeading[]): Blocks {
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
export function unfolded(rows: Rows, from: number, { starts }: Blocks): NumberedRow[] {
  const below = rows.slice(from).map((cells, i) => ({ number: from + i + 1, cells }))
  const [first = 0, second] = starts
  if (second === undefined) return below
  const lead = Array.from({ length: first }, () => null)
  return starts.flatMap((start, b) => below.map(({ number, cells }) => ({ number, cells: [...lead, ...cells.slice(start, starts[b + 1])] })))
}

export function sortRows(rows: readonly NumberedRow[], columns: readonly SheetHeading[], listsNames: boolean) {
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
  if (cells.some(cell => typeof cell === 'string' && totals.test(compact(cell)))) return 'totals'
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
  const same = columns.filter(c => c.texts.some(text => compact(text) === compact(cellText(cells[c.index] ?? null)))).length
  return same >= 2 && same * 2 >= cells.filter(cell => cellText(cell) !== '').length
}

/** A line that names a branch opens its block; repeated headings leave the block as it is. */
function sectionOf(cells: readonly Cell[], current: string | null): string | null {
  const texts = new Set(cells.map(cellText).filter(Boolean))
  return texts.size === 1 ? ([...texts][0] ?? null) : current
}
