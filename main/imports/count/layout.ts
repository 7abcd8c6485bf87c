import { text } from '../../../shared/records/fields.ts'
import { type Cell, cellText } from '../../../shared/records/cell.ts'
import type { SheetColumn } from '../../../shared/records/sheet.ts'
import { columnLetters } from '../../files/xml.ts'
import type { Workbook } from '../../files/workbook.ts'
import type { DataRow, RecognisedSheet } from '../recognised.ts'

/**
 * 计票表: one sheet for each ballot. Column A, which is hidden, says of every row what it is, so that rows may be sorted or put between:
 * `R members` the papers of a group; `S firstTeller` who counted and when; `T members 3 overall excellent,qualified` a row of the paper with
 * the options of its cells; `W members 0 overall chosen` a name that voters wrote, in the section of that place. `H` rows are headings.
 */
export type RowKey =
  | { readonly kind: 'returns'; readonly groupCode: string }
  | { readonly kind: 'said'; readonly what: Said }
  | { readonly kind: 'tally'; readonly groupCode: string; readonly row: number; readonly item: string; readonly options: readonly string[] }
  | { readonly kind: 'written'; readonly groupCode: string; readonly section: number; readonly item: string; readonly options: readonly string[] }

/** What a count sheet says beside the figures. */
export const saidLabels = {
  heldOn: '投票日期',
  present: '实到人数',
  firstTeller: '计票人',
  secondTeller: '计票人（二）',
  scrutineer: '监票人',
} as const
export type Said = keyof typeof saidLabels

export const returnLabels = { issued: '发出', returned: '收回', valid: '有效', invalid: '无效' } as const
export const returnKeys = ['issued', 'returned', 'valid', 'invalid'] as const

/** Places of the columns, 0 for A. The figures of every row begin at the same place; what is said stands where names stand. */
export const at = { key: 0, group: 1, number: 2, name: 3, item: 4, figures: 5 } as const

export const keyOf = (key: RowKey): string => {
  if (key.kind === 'returns') return `R ${key.groupCode}`
  if (key.kind === 'said') return `S ${key.what}`
  const { groupCode, item, options } = key
  return key.kind === 'tally' ? `T ${groupCode} ${key.row} ${item} ${options.join(',')}` : `W ${groupCode} ${key.section} ${item} ${options.join(',')}`
}

const isSaid = (word: string): word is Said => Object.hasOwn(saidLabels, word)

/** What a row is; undefined for headings and whatever somebody wrote between. */
export function rowKey(cells: readonly Cell[]): RowKey | undefined {
  const [sort, code = '', number = '', item = '', options = ''] = cellText(cells[at.key] ?? null).split(' ')
  if (sort === 'R' && code !== '') return { kind: 'returns', groupCode: code }
  if (sort === 'S' && isSaid(code)) return { kind: 'said', what: code }
  if (!/^\d+$/.test(number) || item === '' || options === '') return
  const rest = { groupCode: code, item, options: options.split(',') }
  if (sort === 'T') return { kind: 'tally', row: Number(number), ...rest }
  return sort === 'W' ? { kind: 'written', section: Number(number), ...rest } : undefined
}

const mark = /编号：计票 ([\w-]+)/

/** The line near the top of each sheet by which one that comes back is known. */
export const markOf = (ballotId: string): string => `编号：计票 ${ballotId}（导入时认这一行，不要改）`

/** The ballot a sheet is of; undefined where it is none of ours. */
export const ballotOn = (rows: readonly (readonly Cell[])[]): string | undefined =>
  rows.slice(0, 6).flatMap(cells => mark.exec(cellText(cells[0] ?? null))?.[1] ?? [])[0]

export const isCountWorkbook = (workbook: Workbook): boolean => workbook.sheets.some(({ rows }) => ballotOn(rows) !== undefined)

const column = (name: string, label: string): SheetColumn => ({ name, field: { ...text({ label }), also: [] }, required: false })

/** How a row is shown in the preview, whatever the kind of ballot asks. */
export const countColumns: readonly SheetColumn[] = [
  column('ballot', '测评'),
  column('group', '填票人'),
  column('name', '对象'),
  column('item', '项目'),
  column('figures', '填写'),
]

/** A sheet of ours with every row that says what it is, in place of what its headings would make of it. */
export function asCountSheet(sheet: RecognisedSheet): RecognisedSheet {
  const { rows } = sheet.sheet
  if (ballotOn(rows) === undefined) return sheet
  const top = rows.findIndex(cells => cellText(cells[at.key] ?? null) === 'H')
  const data = rows.flatMap((cells, i): DataRow[] =>
    i > top && /^[HRSTW]/.test(cellText(cells[at.key] ?? null)) ? [{ number: i + 1, cells, section: null }] : [],
  )
  const columns = (rows[top] ?? []).map((cell, index) => ({
    index,
    letters: columnLetters(index + 1),
    heading: cellText(cell),
    texts: [cellText(cell)],
    field: null,
    sure: true,
  }))
  return {
    ...sheet,
    header: { top, bottom: top },
    columns,
    at: new Map([
      ['group', at.group],
      ['name', at.name],
      ['item', at.item],
      ['figures', at.figures],
    ]),
    data,
    firstRow: top + 2,
    titles: rows.slice(0, top).flatMap(cells => cells.map(cellText).find(Boolean) ?? []),
    skipped: { titles: 0, blanks: 0, totals: 0 },
  }
}
