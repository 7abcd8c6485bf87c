import fc from 'fast-check'
import type { Block, Cell, Grid, GridRow, WrittenDocument } from '../../shared/forms/written.ts'

const signs = [...'入党积极分子培养教育考察登记表任免审批干部姓名单位职务年月日意见同志工作认真，。、；（）ABcd0123456789.-—<&>"\'　 ']
/** What somebody may have typed: Chinese, digits, what XML has a meaning for. */
const word = (most: number) => fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: most }).map(found => found.join(''))
const line = fc.oneof({ weight: 6, arbitrary: word(12) }, { weight: 2, arbitrary: word(60) }, { weight: 1, arbitrary: fc.constant('') })
const lines = fc.array(line, { minLength: 1, maxLength: 4 }).map(found => found.join('\n'))
const align = fc.constantFrom('left' as const, 'center' as const, 'right' as const)
const size = fc.constantFrom('body' as const, 'cell' as const, 'note' as const, 'small' as const)

const filledCell: fc.Arbitrary<Cell> = fc.record(
  { text: lines, align, size, top: fc.boolean(), hang: fc.constantFrom(2, 4), sign: fc.array(word(8), { minLength: 1, maxLength: 2 }) },
  { requiredKeys: ['text'] },
)
const labelCell: fc.Arbitrary<Cell> = fc.record({ text: word(6), label: fc.constant(true), size }, { requiredKeys: ['text', 'label'] })

/** Rows whose boxes fill the columns; some under a label that reaches down over them. */
function rowsOf(columns: number): fc.Arbitrary<readonly GridRow[]> {
  const cellsOver = (width: number): fc.Arbitrary<readonly Cell[]> =>
    fc.array(fc.tuple(fc.integer({ min: 1, max: Math.max(1, width) }), fc.oneof(filledCell, labelCell)), { minLength: width, maxLength: width }).map(drawn => {
      const cells: Cell[] = []
      let left = width
      for (const [wanted, cell] of drawn) {
        if (left === 0) break
        const span = Math.min(wanted, left)
        cells.push({ ...cell, span })
        left -= span
      }
      return cells
    })
  const row = (width: number): fc.Arbitrary<GridRow> =>
    fc.record({ cells: cellsOver(width), height: fc.integer({ min: 5, max: 60 }), flows: fc.boolean() }, { requiredKeys: ['cells'] })
  const single = row(columns).map(found => [found])
  const tied = fc
    .tuple(word(6), fc.boolean(), fc.array(row(columns - 1), { minLength: 2, maxLength: 6 }))
    .map(([text, vertical, found]) =>
      found.map((one, i): GridRow => ({ ...one, cells: i === 0 ? [{ text, label: true, vertical, down: found.length }, ...one.cells] : one.cells })),
    )
  return fc.array(columns > 1 ? fc.oneof(single, tied) : single, { minLength: 1, maxLength: 8 }).map(found => found.flat())
}

const grid: fc.Arbitrary<Block> = fc.array(fc.integer({ min: 12, max: 60 }), { minLength: 1, maxLength: 6 }).chain(widths => {
  const sum = widths.reduce((total, mm) => total + mm, 0)
  const columns = widths.map(mm => (mm * 170) / sum)
  return fc.tuple(rowsOf(columns.length), fc.boolean(), fc.boolean()).map(([rows, framed, headed]): Grid => {
    const head = headed && rows[0]?.cells.every(cell => (cell.down ?? 1) === 1) && rows.length > 1 ? 1 : 0
    return { kind: 'grid', columns, rows: rows.map((row, r) => (r < head ? { ...row, height: 9, cells: row.cells.map(headCell) } : row)), framed, head }
  })
})
/** A head is repeated, so it is short. */
const headCell = ({ text, span }: Cell): Cell => ({ text: text.replaceAll('\n', '').slice(0, 6), label: true, span })

const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('title' as const), text: word(20), under: word(10) }, { requiredKeys: ['kind', 'text'] }) },
  {
    weight: 4,
    arbitrary: fc.record(
      { kind: fc.constant('paragraph' as const), text: fc.oneof(lines, word(900)), align, indent: fc.boolean(), bold: fc.boolean(), size, keep: fc.boolean() },
      { requiredKeys: ['kind', 'text'] },
    ),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('spread' as const), parts: fc.array(word(10), { minLength: 1, maxLength: 4 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('cover' as const),
      lines: fc.uniqueArray(fc.record({ label: word(6), value: word(14) }), { minLength: 1, maxLength: 4, selector: ({ label }) => label }),
    }),
  },
  { weight: 4, arbitrary: grid },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('gap' as const), mm: fc.integer({ min: 1, max: 60 }) }) },
  { weight: 1, arbitrary: fc.constant<Block>({ kind: 'pageBreak' }) },
  { weight: 1, arbitrary: fc.constant<Block>({ kind: 'rule' }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.oneof(fc.tuple(word(12)), fc.tuple(word(12), word(10))), { minLength: 1, maxLength: 3 })
      .map((found): Block => ({ kind: 'imprint', lines: found })),
  },
)

export const writtenDocument: fc.Arbitrary<WrittenDocument> = fc.record(
  {
    blocks: fc.array(block, { minLength: 1, maxLength: 8 }),
    numbers: fc.constantFrom('pages' as const, 'dashes' as const, 'none' as const),
    song: fc.boolean(),
  },
  { requiredKeys: ['blocks'] },
)

/** Every text of a document in the order it is read, paragraph by paragraph; empty ones are left out. */
export const textsOf = ({ blocks }: WrittenDocument): readonly string[] =>
  blocks
    .flatMap((found): readonly string[] => {
      switch (found.kind) {
        case 'title':
          return [...found.text.split('\n'), ...(found.under === undefined ? [] : [found.under])]
        case 'paragraph':
          return found.text.split('\n')
        case 'spread':
          return found.parts
        case 'cover':
          return found.lines.flatMap(({ label, value }) => [label, value])
        case 'imprint':
          return found.lines.flatMap(([left, right]) => (right === undefined ? [left] : [left, right]))
        case 'grid':
          return found.rows.flatMap(({ cells }) => cells.flatMap(({ text, sign = [] }) => [...text.split('\n'), ...sign]))
        default:
          return []
      }
    })
    .filter(text => text.trim() !== '')
