import { expect, test } from 'vitest'
import { codesOf, importer } from '../support/importing.ts'
import type { Row } from '../support/workbook.ts'

async function office() {
  const t = await importer()
  const sheet = (...rows: Row[]) => t.file([{ name: '党组织', rows: [['党组织名称', '上级党组织', '组织类别'], ...rows] }])
  const tree = async () => Object.fromEntries((await t.call('organization.tree', {})).map(n => [n.name, n.depth]))
  return { ...t, sheet, tree }
}

test('the college’s organizations go in whole; the same file again changes nothing', async () => {
  const { write, fixture, tree, records } = await office()
  expect(await write('organizations', fixture('organizations.xlsx'))).toMatchObject({ read: 9, created: 9, written: true, faults: [] })
  expect(await write('organizations', fixture('organizations.xlsx'))).toMatchObject({ unchanged: 9, created: 0, updated: 0, written: true })
  expect(await tree()).toMatchObject({ 中共江南职业技术学院委员会: 0, 机电工程系党总支: 1, 机电工程系教工党支部: 2, 离退休党支部: 1 })
  expect((await records('organization')).find(o => o['name'] === '机电工程系教工党支部')).toMatchObject({
    kind: 'branch',
    electedOn: '2024-06-15',
    termYears: 3,
  })
})

test('superiors may stand anywhere in the file', async () => {
  const { write, sheet, tree } = await office()
  expect((await write('organizations', await sheet(['一支部', '甲总支'], ['甲总支', '县委员会'], ['二支部', '甲总支'], ['县委员会', '']))).faults).toEqual([])
  expect(await tree()).toEqual({ 县委员会: 0, 甲总支: 1, 一支部: 2, 二支部: 2 })
})

test('a superior that is nowhere is waited for, and takes its children when it comes', async () => {
  const { write, preview, sheet, records, tree } = await office()
  const children = await sheet(['一支部', '甲乡党委'], ['二支部', ' 甲乡党委'])
  expect((await preview('organizations', children)).rows[0]?.notes).toEqual([expect.stringContaining('甲乡党委')])
  expect(await write('organizations', children)).toMatchObject({ created: 2, faults: [] })
  expect((await records('organization')).map(o => [o['parentId'], o['parentName']])).toEqual([
    [null, '甲乡党委'],
    [null, '甲乡党委'],
  ])
  expect(await write('organizations', children)).toMatchObject({ unchanged: 2 })
  expect(await write('organizations', await sheet(['甲乡党委', '县委员会']))).toMatchObject({ created: 1 })
  expect((await records('organization')).filter(o => o['name'] !== '甲乡党委').every(o => o['parentName'] === null)).toBe(true)
  await write('organizations', await sheet(['县委员会', '']))
  expect(await tree()).toEqual({ 县委员会: 0, 甲乡党委: 1, 一支部: 2, 二支部: 2 })
})

test('kind is taken from the name where no one says it, and asked for where the name does not tell', async () => {
  const { write, file, records } = await office()
  const names = ['某县委员会', '甲乡党委', '开发区党工委', '机关党总支', '一中党总支部委员会', '教工支部', '张村党支部委员会', '第一党小组']
  const token = await file([{ name: '党组织', rows: [['支部名称'], ...names.map(n => [n]), ['机关']] }])
  expect(codesOf((await write('organizations', token)).faults)).toEqual(['10 missing'])
  await write('organizations', token, { goodRows: true })
  const kinds = new Map((await records('organization')).map(o => [o['name'], o['kind']]))
  expect(names.map(n => kinds.get(n))).toEqual(['committee', 'committee', 'workCommittee', 'generalBranch', 'generalBranch', 'branch', 'branch', 'group'])
})

test('superiors in a ring are told on every row of the ring', async () => {
  const { write, sheet } = await office()
  const outcome = await write(
    'organizations',
    await sheet(['甲总支', '乙总支'], ['乙总支', '丙总支'], ['丙总支', '甲总支'], ['一支部', '甲总支'], ['丁支部', '丁支部']),
  )
  expect(codesOf(outcome.faults)).toEqual(['2 loop', '3 loop', '4 loop', '6 loop'])
})

test('a ring through what is already kept is told as well', async () => {
  const { write, sheet } = await office()
  await write('organizations', await sheet(['甲总支', ''], ['一支部', '甲总支']))
  expect(codesOf((await write('organizations', await sheet(['甲总支', '一支部']))).faults)).toEqual(['2 loop'])
})

test('the same name twice is told on the later row; under two superiors it is two organizations', async () => {
  const { write, sheet, call } = await office()
  expect(codesOf((await write('organizations', await sheet(['甲总支', ''], ['甲总支 ', '']))).faults)).toEqual(['3 duplicateName'])
  const two = await sheet(['甲乡党委', ''], ['乙乡党委', ''], ['机关党支部', '甲乡党委'], ['机关党支部', '乙乡党委'])
  expect(await write('organizations', two)).toMatchObject({ created: 4, faults: [] })
  expect(await write('organizations', two)).toMatchObject({ unchanged: 4 })
  expect((await call('organization.tree', {})).filter(n => n.name === '机关党支部').map(n => n.depth)).toEqual([1, 1])
})

test('a known organization is changed where the file says so, and moved under another superior', async () => {
  const { write, file, preview, sheet } = await office()
  await write('organizations', await sheet(['甲总支', ''], ['乙总支', ''], ['一支部', '甲总支']))
  const changed = await file([
    {
      name: '表',
      rows: [
        ['党组织名称', '隶属党组织', '本届换届时间', '任期（年）'],
        ['一支部', '乙总支', '2024.6', '3年'],
      ],
    },
  ])
  expect((await preview('organizations', changed)).rows).toMatchObject([
    {
      status: 'updated',
      changes: [
        { label: '上级党组织', before: '甲总支', after: '乙总支' },
        { field: 'electedOn', after: '2024-06-01' },
        { field: 'termYears', after: '3' },
      ],
    },
  ])
  expect(await write('organizations', changed)).toMatchObject({ updated: 1 })
})

test('with the good rows only, a child of a faulty superior keeps its name and waits', async () => {
  const { write, file, records } = await office()
  const token = await file([
    {
      name: '表',
      rows: [
        ['党组织名称', '上级党组织', '任期'],
        ['甲总支', '', '三十'],
        ['一支部', '甲总支', '3'],
      ],
    },
  ])
  expect(await write('organizations', token, { goodRows: true })).toMatchObject({ created: 1, faults: [{ row: 2, code: 'badNumber' }] })
  expect(await records('organization')).toMatchObject([{ name: '一支部', parentId: null, parentName: '甲总支' }])
})

test('kinds in the words of the statutes, units in everyday words; 所在单位情况 is about something else', async () => {
  const { write, file, records } = await office()
  const rows = [
    ['党组织名称', '上级党组织', '组织类别', '单位性质', '所在单位情况'],
    ['某县委', '', '党的基层委员会', '党政机关', '与上级党组织相同'],
    ['甲总支', '某县委', '党的总支部委员会', '参公事业单位', '法人单位'],
    ['一支部', '甲总支', '党的支部委员会', '民营企业', '法人单位'],
    ['二支部', '甲总支', '基层党支部', '居委会', '联合党支部'],
  ]
  expect(await write('organizations', await file([{ name: '表', rows }]))).toMatchObject({ created: 4, faults: [] })
  expect(new Map((await records('organization')).map(o => [o['name'], [o['kind'], o['unitKind']]]))).toEqual(
    new Map([
      ['某县委', ['committee', 'agency']],
      ['甲总支', ['generalBranch', 'institution']],
      ['一支部', ['branch', 'enterprise']],
      ['二支部', ['branch', 'community']],
    ]),
  )
})

test('a superior that comes later under its full name is the one that was waited for', async () => {
  const { write, sheet, records } = await office()
  await write('organizations', await sheet(['机关第一党支部', '江南学院党委', '党支部']))
  await write('organizations', await sheet(['中共江南学院委员会', '', '党委']))
  const [first, second] = await records('organization')
  const [branch, committee] = first?.['kind'] === 'branch' ? [first, second] : [second, first]
  expect(branch).toMatchObject({ parentId: committee?.['id'], parentName: null })
})
