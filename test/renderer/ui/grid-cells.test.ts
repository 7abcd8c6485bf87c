import { expect, test } from 'vitest'
import { cellsOf, type GridColumn, pasted, valueOf } from '../../../renderer/ui/grid-cells.ts'

interface Line {
  readonly name: string
}

const shown = (): string => ''
const columns: readonly GridColumn<Line>[] = [
  { key: 'name', head: '姓名', width: 80, cell: shown },
  {
    key: 'state',
    head: '出勤',
    width: 80,
    cell: shown,
    edit: {
      kind: 'choice',
      options: [
        { value: 'present', label: '出勤' },
        { value: 'leave', label: '请假' },
      ],
    },
  },
  { key: 'hours', head: '学时', width: 80, cell: shown, edit: { kind: 'number' } },
]

test('a block from Excel is cut by lines and tabs, with the line end that Excel adds left out', () => {
  expect(cellsOf('出勤\t3\r\n请假\t0\r\n')).toEqual([
    ['出勤', '3'],
    ['请假', '0'],
  ])
})

test('a quoted cell may hold tabs, line breaks and doubled quotes', () => {
  expect(cellsOf('"甲\t乙"\t"第一行\n第二行"\n"他说""好"""\t1')).toEqual([
    ['甲\t乙', '第一行\n第二行'],
    ['他说"好"', '1'],
  ])
})

test('an empty cell in a block stays a cell', () => {
  expect(cellsOf('出勤\t\n\t3')).toEqual([
    ['出勤', ''],
    ['', '3'],
  ])
})

test.each([
  ['３．５', '3.5'],
  [' 1,024 ', '1024'],
  ['abc', 'abc'],
])('a number typed as %j is taken as %j', (typed, value) => {
  expect(valueOf({ kind: 'number' }, typed)).toBe(value)
})

test('a pasted choice is known by its label', () => {
  expect(
    pasted(
      columns,
      [
        ['请假', '0'],
        ['出勤', '3'],
      ],
      4,
      1,
      100,
    ),
  ).toEqual([
    { index: 4, key: 'state', value: 'leave' },
    { index: 4, key: 'hours', value: '0' },
    { index: 5, key: 'state', value: 'present' },
    { index: 5, key: 'hours', value: '3' },
  ])
})

test('what a pasted block has beyond the last row and the last column is left out', () => {
  expect(pasted(columns, [['1', '2'], ['3']], 9, 2, 10)).toEqual([{ index: 9, key: 'hours', value: '1' }])
})

test('a column that is only shown cannot be pasted into', () => {
  expect(pasted(columns, [['高志远', '出勤']], 0, 0, 1)).toEqual([{ index: 0, key: 'state', value: 'present' }])
})
