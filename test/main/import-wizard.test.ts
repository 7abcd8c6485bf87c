import { join } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import { expect, test } from 'vitest'
import { readWorkbook } from '../../main/files/workbook.ts'
import { codesOf, importer } from '../support/importing.ts'
import { idOf, type Row } from '../support/workbook.ts'

async function college() {
  const t = await importer()
  await t.write('organizations', t.fixture('organizations.xlsx'))
  const save = (name: string) => ({ token: t.tokens.offer(join(t.folder, name)), path: join(t.folder, name) })
  return { ...t, save }
}

test('the preview shows what would happen, page by page, with numbers masked, and writes nothing', async () => {
  const { call, fixture, write, records } = await college()
  await write('people', fixture('roster.xlsx'))
  const file = fixture('roster-with-faults.xlsx')
  const lines = (await call('audit.verify', {})).lines
  const page = await call('import.preview', { kind: 'people', file, job: 'p', show: 'all', offset: 3, limit: 2 })
  expect(page).toMatchObject({
    counts: { read: 151, created: 0, updated: 0, unchanged: 144, faulty: 7 },
    total: 151,
    rows: [
      { row: 7, status: 'faulty' },
      { row: 8, status: 'unchanged' },
    ],
  })
  expect(page.rows[0]).toMatchObject({
    values: { name: '郑辉', idNumber: '1101**********7421', organizationId: '机电工程系教工党支部', phone: '139****2806', category: '正式党员' },
    faults: [{ field: 'idNumber', code: 'checksum' }],
  })
  const faulty = await call('import.preview', { kind: 'people', file, job: 'p', show: 'faulty' })
  expect(faulty.rows.map(r => r.row)).toEqual([7, 9, 11, 13, 16, 18, 163])
  expect(faulty.rows.find(r => r.row === 13)?.values['organizationId']).toBe('不存在的党支部')
  expect(faulty.rows.find(r => r.row === 18)?.values['joinedOn']).toBe('2021-02-30')
  expect(JSON.stringify(faulty)).not.toMatch(/\d{17}/)
  expect((await call('audit.verify', {})).lines).toBe(lines)
  expect(await records('person')).toHaveLength(150)
})

test('a change in the office between two looks shows in the second', async () => {
  const { call, file, preview, branches } = await college()
  const token = await file([
    {
      name: '表',
      rows: [
        ['姓名', '身份证号', '支部'],
        ['王强', idOf('1980-01-01', 1), '新成立的党支部'],
      ],
    },
  ])
  expect((await preview('people', token)).counts).toMatchObject({ faulty: 1 })
  await branches('新成立的党支部')
  expect((await preview('people', token)).counts).toMatchObject({ created: 1, faulty: 0 })
  expect((await call('import.inspect', { kind: 'people', file: token })).sheets[0]?.rows).toBe(1)
})

test('nothing that is shown for checking the columns gives an ID number or a phone away', async () => {
  const { inspect, fixture, file } = await college()
  expect(JSON.stringify(await inspect('people', fixture('roster.xlsx')))).not.toMatch(/\d{11}/)
  const strange = await file([
    {
      name: '表',
      rows: [
        ['甲', '乙', '丙'],
        ['王强', idOf('1980-01-01', 1), 13812346027],
      ],
    },
  ])
  expect(JSON.stringify(await inspect('people', strange))).not.toMatch(/\d{11}/)
})

test('the faulty rows come as a workbook with the reasons, and go in once they are mended', async () => {
  const { call, fixture, save, write } = await college()
  const { token, path } = save('有误.xlsx')
  await write('people', fixture('roster-with-faults.xlsx'), { goodRows: true })
  expect(await call('import.faults', { kind: 'people', file: fixture('roster-with-faults.xlsx'), save: token })).toEqual({ rows: 7 })
  const [sheet] = (await readWorkbook(path)).sheets
  const headings = sheet?.rows.findIndex(row => row.includes('公民身份号码')) ?? 0
  expect(sheet?.rows[headings]?.slice(-2)).toEqual(['有误之处', '原行号'])
  expect(sheet?.rows.slice(headings + 1).map(row => [row.at(-1), row.at(-2)])).toMatchObject([
    [7, '公民身份号码：校验位应为 5，请核对第 18 位'],
    [9, expect.stringContaining('性别')],
    [11, expect.any(String)],
    [13, expect.any(String)],
    [16, expect.any(String)],
    [18, expect.any(String)],
    [163, expect.any(String)],
  ])

  const mended = await new Workbook().xlsx.readFile(path)
  const page = mended.worksheets[0]
  if (!page) throw new Error('no sheet')
  expect(page.getCell(headings + 2, 3).fill).toMatchObject({ type: 'pattern' })
  const at = (row: number, column: number) => page.getCell(headings + 1 + row, column)
  at(1, 3).value = '110105198903147425'
  at(2, 4).value = '男'
  at(3, 10).value = '2002-02-19'
  at(4, 8).value = '离退休党支部'
  at(5, 2).value = '魏华竹'
  at(6, 10).value = '2014-10-04'
  at(7, 3).value = idOf('1993-01-26', 7)
  at(7, 4).value = '男'
  await mended.xlsx.writeFile(path)
  expect(await write('people', token)).toMatchObject({ read: 7, created: 7, faults: [] })
})

test('a faulty matrix comes back with its days and hours', async () => {
  const { call, file, save, write, branches } = await college()
  await branches('甲党支部')
  await write(
    'people',
    await file([
      {
        name: '表',
        rows: [
          ['姓名', '身份证号', '支部'],
          ['王强', idOf('1980-01-01', 1), '甲党支部'],
        ],
      },
    ]),
  )
  const matrix = await file([
    {
      name: '签到',
      rows: [
        ['姓名', '身份证号', '党课', '主题党日'],
        ['日期', null, '2025-03-10', '2025-04-10'],
        ['王强', idOf('1980-01-01', 1), '√', '？'],
      ],
    },
  ])
  const { token } = save('有误.xlsx')
  expect(await call('import.faults', { kind: 'study', file: matrix, save: token })).toEqual({ rows: 1 })
  expect(codesOf((await write('study', token)).faults)).toEqual(['3 badChoice'])
})

test('an import can be cancelled while it runs, and leaves nothing', async () => {
  const { call, ports, file, pushes, records } = await college()
  const rows: Row[] = Array.from({ length: 3000 }, (_, i) => [
    '王强',
    idOf(`19${60 + (i % 30)}-0${(i % 9) + 1}-1${i % 10}`, Math.floor(i / 30) + 1),
    '离退休党支部',
  ])
  const token = await file([{ name: '表', rows: [['姓名', '身份证号', '支部'], ...rows] }])
  const push = ports.push.bind(ports)
  Object.assign(ports, {
    push: (event: Parameters<typeof push>[0]) => {
      push(event)
      if (event.event === 'job' && event.job.id === 'long' && event.job.total > 0 && event.job.done >= 400 && event.job.state === 'running')
        void call('jobs.cancel', { id: 'long' })
    },
  })
  await expect(call('import.write', { kind: 'people', file: token, job: 'long' })).rejects.toMatchObject({ code: 'import.cancelled' })
  expect(pushes.flatMap(p => (p.event === 'job' && p.job.id === 'long' ? [p.job.state] : [])).at(-1)).toBe('cancelled')
  expect(await records('person')).toEqual([])
  expect(await call('audit.verify', {})).toMatchObject({ ok: true })
})

test.each(['people', 'organizations', 'study'] as const)('the template for %s is recognised by its own program, and empty', async kind => {
  const { call, save, inspect, preview } = await college()
  const { token, path } = save('模板.xlsx')
  await call('import.template', { kind, save: token })
  const [sheet] = (await inspect(kind, token)).sheets
  expect(sheet?.columns.every(c => c.field !== null && c.sure)).toBe(true)
  expect(sheet?.rows).toBe(0)
  expect((await preview(kind, token)).counts.read).toBe(0)
  const page = (await new Workbook().xlsx.readFile(path)).worksheets[0]
  expect(page?.getCell(2, 1).protection?.locked).not.toBe(false)
  expect(page?.getCell(3, 1).protection?.locked).toBe(false)
})

test('a filled template goes in; its drop-downs hold the office’s branches, its ID column is text', async () => {
  const { call, save, write, records } = await college()
  const { token, path } = save('花名册模板.xlsx')
  await call('import.template', { kind: 'people', save: token })
  const book = await new Workbook().xlsx.readFile(path)
  const [page, lists] = [book.getWorksheet('党员花名册'), book.getWorksheet('选项')]
  if (!page || !lists) throw new Error('no sheet')
  expect(lists.state).toBe('hidden')
  const headings = (page.getRow(2).values as unknown[]).slice(1)
  const column = (heading: string) => headings.indexOf(heading) + 1
  expect(page.getCell(3, column('公民身份号码')).numFmt).toBe('@')
  expect(page.getCell(502, column('公民身份号码')).numFmt).toBe('@')
  const offered = [1, 2, 3, 4, 5, 6, 7, 8].flatMap(i => [...lists.getColumn(i).values])
  expect(offered).toEqual(expect.arrayContaining(['机电工程系教工党支部', '正式党员']))
  expect(offered).not.toContain('中共江南职业技术学院委员会')
  page.getCell(3, column('姓名')).value = '王强'
  page.getCell(3, column('公民身份号码')).value = idOf('1980-01-01', 1)
  page.getCell(3, column('所在党支部')).value = '离退休党支部'
  page.getCell(3, column('加入党组织日期')).value = new Date(Date.UTC(2003, 8, 14))
  await book.xlsx.writeFile(path)
  expect(await write('people', token)).toMatchObject({ read: 1, created: 1, faults: [] })
  expect(await records('person')).toMatchObject([{ name: '王强', joinedOn: '2003-09-14' }])
})

test('only those who may write may import', async () => {
  const { call, fixture } = await importer({ role: 'admin' })
  await expect(call('import.write', { kind: 'people', file: fixture('roster.xlsx'), job: 'j' })).rejects.toMatchObject({ code: 'session.forbidden' })
})
