import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readWorkbook } from '../../main/files/workbook.ts'
import type { Repairs } from '../../shared/api/import.ts'
import { codesOf, importer } from '../support/importing.ts'
import { idOf, type Row } from '../support/workbook.ts'

const headings = ['姓名', '公民身份号码', '所在党支部']
const [wang, li, zhao, sun] = [idOf('1979-05-23', 307), idOf('1993-01-26', 478), idOf('1990-08-15', 11), idOf('1988-02-14', 21)]

/** An office with three branches, a roster of one sheet, and the door with the user's word about it. */
async function office(rows: readonly Row[], branches = ['机关第一党支部', '机关第二党支部', '离退休党支部']) {
  const t = await importer()
  await t.branches(...branches)
  const file = await t.file([{ name: '花名册', rows: [['党员花名册'], headings, ...rows] }])
  const preview = (repairs?: Partial<Repairs>) =>
    t.call('import.preview', { kind: 'people', file, job: 'job', show: 'all', limit: 500, ...(repairs && { repairs }) })
  const write = (repairs: Partial<Repairs>, goodRows = false) => t.call('import.write', { kind: 'people', file, job: 'job', repairs, goodRows })
  return { ...t, file, preview, write }
}

const slip = [
  ['王海', wang, '离退修党支部'],
  ['李静', li, '离退修党支部'],
  ['赵磊', zhao, '机关第一党支部'],
] satisfies Row[]

test('a slip of the pen in a branch’s name offers the only one it can be, and one word mends every row that has it', async () => {
  const { preview, write, records, call } = await office(slip)
  const { rows, counts } = await preview()
  expect(counts).toMatchObject({ read: 3, created: 1, faulty: 2 })
  expect(rows[0]?.faults).toMatchObject([{ code: 'unknownBranch', repair: { from: '离退修党支部', to: '离退休党支部' } }])
  const repairs = { meant: { organizationId: { 离退修党支部: '离退休党支部' } } }
  expect((await preview(repairs)).counts).toMatchObject({ created: 3, faulty: 0 })
  expect(await write(repairs)).toMatchObject({ read: 3, created: 3, written: true, faults: [] })
  const branch = (await call('records.list', { type: 'organization', search: '离退休' })).rows[0]
  expect((await records('person')).filter(p => p['organizationId'] === branch?.['id'])).toHaveLength(2)
})

test.each([
  ['two are as close', '机关第三党支部', ['机关第一党支部', '机关第二党支部']],
  ['the only one has another number', '机关第三党支部', ['机关第一党支部']],
  ['only the ending is common', '不存在的党支部', ['机关第一党支部']],
  ['another kind of body is meant', '离退修党总支', ['离退休党支部']],
])('nothing is offered where it is not certain: %s', async (_, name, branches) => {
  const { preview } = await office([['王海', wang, name]], branches)
  const { rows } = await preview()
  expect(rows[0]?.faults).toHaveLength(1)
  expect(rows[0]?.faults[0]?.repair).toBeUndefined()
})

test('a row that was left out is not read; the others are all written, or none', async () => {
  const { preview, write, records } = await office([...slip, ['孙丽', sun.slice(0, 17), '机关第二党支部']])
  expect((await preview({ skipped: { 花名册: [6] } })).counts).toMatchObject({ read: 3, faulty: 2 })
  expect(await write({ skipped: { 花名册: [6] } })).toMatchObject({ read: 3, created: 0, written: false })
  expect(await write({ skipped: { 花名册: [3, 4, 6] } })).toMatchObject({ read: 1, created: 1, written: true })
  expect((await records('person')).map(p => p['name'])).toEqual(['赵磊'])
})

test('of two rows with one ID number the one left out is no longer in the way', async () => {
  const { preview } = await office([
    ['王海', wang, '机关第一党支部'],
    ['王海', wang, '机关第二党支部'],
  ])
  expect(codesOf((await preview()).rows.flatMap(({ row, faults }) => faults.map(f => ({ row, code: f.code }))))).toEqual(['4 duplicateId'])
  expect((await preview({ skipped: { 花名册: [3] } })).counts).toMatchObject({ read: 1, created: 1, faulty: 0 })
})

test('the workbook of faulty rows leaves out what was left out, and keeps its headings', async () => {
  const { call, tokens, folder, file } = await office([['孙丽', sun.slice(0, 17), '机关第二党支部'], ...slip])
  const path = join(folder, '有误.xlsx')
  expect(await call('import.faults', { kind: 'people', file, repairs: { skipped: { 花名册: [3] } }, save: tokens.offer(path) })).toEqual({ rows: 2 })
  const [sheet] = (await readWorkbook(path)).sheets
  expect(sheet?.rows.map(cells => cells.slice(0, 2))).toEqual(
    [['党员花名册'], headings.slice(0, 2), ['王海', wang], ['李静', li]].map(row => expect.arrayContaining(row)),
  )
})
