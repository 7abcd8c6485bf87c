import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import { expect, test } from 'vitest'
import { importedNames, type RecordName, recordNames, records } from '../../shared/domain/index.ts'
import type { RecordType } from '../../shared/records/record.ts'
import { maskIdNumber } from '../../shared/rules/id-number.ts'
import { codesOf, importer } from '../support/importing.ts'
import { sample } from '../support/sample.ts'
import { idOf, type Row } from '../support/workbook.ts'

const [wang, li, otherLi] = [idOf('1979-05-23', 307), idOf('1993-01-26', 478), idOf('1988-02-02', 9)]

/** An office with 王强 in one branch and a 李芳 in each of two. */
async function office() {
  const t = await importer()
  await t.branches('机电党支部', '建工党支部')
  const roster: Row[] = [
    ['姓名', '身份证号', '支部'],
    ['王强', wang, '机电党支部'],
    ['李芳', li, '机电党支部'],
    ['李芳', otherLi, '建工党支部'],
  ]
  await t.write('people', await t.file([{ name: '花名册', rows: roster }]))
  const people = new Map((await t.records('person')).map(p => [p['idNumber'], p['id']]))
  const sheet = (rows: readonly Row[], name = '笔记') => t.file([{ name, rows }])
  const notes = async () => (await t.records('studyNote')).toSorted((a, b) => String(a['checkedOn']).localeCompare(String(b['checkedOn'])))
  return { ...t, sheet, notes, idOfPerson: (idNumber: string) => people.get(idNumber) }
}

/** 监督资料 are let out by the office alone. */
const letOut = { key: 'security.exportSecret', value: 1, startsOn: '2000-01-02', clause: null, basis: 'policy', remark: null }
const secretOf = (name: RecordName) => (records[name] as RecordType).secret

const keysTo = ({ fields }: RecordType, target: RecordName) => Object.keys(fields).filter(key => fields[key]?.target === target)

/** Three records of a type with every field filled, and whatever they refer to. */
async function filled({ call, tokens, folder }: Awaited<ReturnType<typeof importer>>, name: RecordName): Promise<void> {
  const photo = join(folder, '照片.jpg')
  await writeFile(photo, 'not really')
  const made = new Map<string, string>()
  const make = async (of: RecordName, change: object = {}, nth = 0): Promise<string> => {
    const type: RecordType = records[of]
    const draft: Record<string, unknown> = { ...sample(type), ...change }
    for (const [key, field] of Object.entries(type.fields)) {
      const target = recordNames.find(n => n === field.target)
      if (target && draft[key] !== null) draft[key] = target === of ? null : await other(target, field.unique ? nth : keysTo(type, target).indexOf(key))
      // What no two records may share is another in each.
      if (field.unique && field.kind === 'text') draft[key] = `${String(draft[key])}${nth}`
      if (field.kind === 'attachment') draft[key] = (await call('attachment.add', { file: tokens.offer(photo) })).id
    }
    return String((await call('records.create', { type: of, draft }))['id'])
  }
  /** What the nth field to a type refers to: nobody is two people of one record. */
  const other = async (target: RecordName, nth: number): Promise<string> => {
    const known = made.get(`${target} ${nth}`)
    if (known !== undefined) return known
    const id = await make(target, nth === 0 ? {} : { name: `第${nth + 1}个`, ...(target === 'person' && { idNumber: idOf('1949-12-31', 500 + nth * 2) }) })
    made.set(`${target} ${nth}`, id)
    return id
  }
  const days = Object.entries(records[name].fields).flatMap(([key, field]) => (field.kind === 'date' ? [key] : []))
  for (const [nth, month] of ['03', '06', '09'].entries()) await make(name, Object.fromEntries(days.map(day => [day, `2025-${month}-11`])), nth)
}

test.each(importedNames)('every %s that is exported comes back as it is', async name => {
  const t = await importer()
  const shipped = (await t.records(name)).length
  await filled(t, name)
  if (secretOf(name)) await t.call('records.create', { type: 'parameter', draft: { ...letOut } })
  const path = join(t.folder, '导出.xlsx')
  const fields = Object.keys(records[name].fields)
  expect(await t.call('records.export', { type: name, fields, file: t.tokens.offer(path) })).toEqual({ rows: shipped + 3 })
  const before = await t.records(name)
  expect(await t.write(name, t.tokens.offer(path))).toMatchObject({
    read: shipped + 3,
    created: 0,
    updated: 0,
    unchanged: shipped + 3,
    faults: [],
    written: true,
  })
  expect(await t.records(name)).toEqual(before)
})

test('a branch’s own table of study notes goes in: its headings, two ways to write a day, people by name or number', async () => {
  const { sheet, write, notes, idOfPerson } = await office()
  const file = await sheet([
    ['2025年上半年学习笔记检查情况表'],
    ['序号', '党员姓名', '身份证号码', '检查时间', '笔记字数', '等次（优/良/中/差）', '检查人', '备注'],
    [1, '王　强', '', '2025/6/3', '8,200', '优秀', '赵敏', ''],
    [2, '李芳', otherLi, new Date(Date.UTC(2025, 5, 4)), 6000, '良', '赵敏', '字迹\n工整'],
    [3, '', li, '2025年6月5日', 3100, '合格', '', '无'],
    ['合计', '', '', '', 17300],
  ])
  expect(await write('studyNote', file)).toMatchObject({ read: 3, created: 3, faults: [], written: true })
  expect(await notes()).toMatchObject([
    { personId: idOfPerson(wang), checkedOn: '2025-06-03', characters: 8200, grade: 'excellent', checkedBy: '赵敏', remark: null },
    { personId: idOfPerson(otherLi), checkedOn: '2025-06-04', characters: 6000, grade: 'good', remark: '字迹\n工整' },
    { personId: idOfPerson(li), checkedOn: '2025-06-05', characters: 3100, grade: 'fair', checkedBy: null },
  ])
  expect(await write('studyNote', file)).toMatchObject({ created: 0, updated: 0, unchanged: 3, written: true })
})

const headings = ['姓名', '身份证号', '检查日期', '字数', '等次']

test('one changed grade is one change; empty cells and absent columns leave what is kept', async () => {
  const { sheet, write, preview, notes, call } = await office()
  await write('studyNote', await sheet([headings, ['王强', wang, '2025-06-03', 8200, '优'], ['李芳', li, '2025-06-03', 3100, '良']]))
  const changed = await sheet([
    ['姓名', '身份证号', '检查日期', '等次'],
    ['王强', '', '20250603', '中'],
    ['李芳', li, '2025.6.3', ''],
  ])
  expect((await preview('studyNote', changed)).rows).toMatchObject([
    {
      status: 'updated',
      values: { personId: '王强', 'personId.idNumber': maskIdNumber(wang), characters: '8200' },
      changes: [{ field: 'grade', label: '等次', before: '优', after: '中' }],
    },
    { status: 'unchanged', changes: [] },
  ])
  expect(await write('studyNote', changed)).toMatchObject({ created: 0, updated: 1, unchanged: 1 })
  const [first] = await notes()
  expect(first).toMatchObject({ characters: 8200, grade: 'fair', version: 2 })
  expect(await call('records.history', { type: 'studyNote', id: String(first?.['id']) })).toMatchObject([
    { action: 'import.write' },
    { action: 'import.write' },
  ])
})

test('whoever is not there, not alone of the name or not of that name is a fault, and nothing is written', async () => {
  const { sheet, write, notes } = await office()
  const file = await sheet([
    headings,
    ['王强', wang, '2025-06-03', 8200, '优'],
    ['李芳', '', '2025-06-03', 3100, '良'],
    ['周一', '', '2025-06-03', 3100, '良'],
    ['', idOf('1999-09-09', 9), '2025-06-03', 3100, '良'],
    ['王勇', wang, '2025-06-04', 3100, '良'],
    ['王强', '', '2025-06-03', 9000, '良'],
    ['王强', wang, '', 1, '上'],
    ['', '', '2025-06-07', 5, ''],
  ])
  const outcome = await write('studyNote', file)
  expect(codesOf(outcome.faults)).toEqual([
    '3 ambiguousName',
    '4 unknownPerson',
    '5 unknownPerson',
    '6 nameMismatch',
    '7 duplicate',
    '8 badChoice',
    '8 missing',
    '9 missing',
  ])
  expect(outcome.faults.map(f => f.message)).toEqual(
    expect.arrayContaining(['有 2 位“李芳”，请填身份号码', '花名册里没有“周一”', '与第 2 行重复：姓名、检查日期相同', '没有填检查日期', '没有填姓名']),
  )
  expect(outcome).toMatchObject({ created: 0, written: false })
  expect(await notes()).toEqual([])
  expect(await write('studyNote', file, { goodRows: true })).toMatchObject({ created: 1, written: true })
  expect(await notes()).toMatchObject([{ characters: 8200 }])
})

test.each([
  ['in a title', '党支部：建工党支部', '笔记', []],
  ['by the sheet', '学习笔记检查', '建工党支部', []],
  ['in a column', '学习笔记检查', '笔记', ['所在支部']],
])('of two people of one name the one of the branch named %s is meant', async (_where, title, name, column) => {
  const { sheet, write, notes, idOfPerson, inspect } = await office()
  const file = await sheet([[title], ['姓名', '检查日期', '字数', ...column], ['李芳', '2025-06-03', 4000, ...column.map(() => '建工党支部')]], name)
  expect(await write('studyNote', file)).toMatchObject({ created: 1, faults: [] })
  expect(await notes()).toMatchObject([{ personId: idOfPerson(otherLi) }])
  expect((await inspect('studyNote', file)).sheets[0]?.sheetBranch).toBe(column.length ? null : '建工党支部')
})

test('a month is the first day of it for a new record, and the row says so', async () => {
  const { sheet, preview } = await office()
  const file = await sheet([headings, ['王强', wang, '2025年6月', 8200, '优']])
  expect((await preview('studyNote', file)).rows).toMatchObject([
    { status: 'created', values: { checkedOn: '2025-06-01' }, notes: ['“检查日期”只有年月，按当月 1 日登记'] },
  ])
})

test('two records of one person and day: what is equal is left alone, what differs is not guessed', async () => {
  const { call, sheet, preview, idOfPerson } = await office()
  const draft = { personId: idOfPerson(wang), checkedOn: '2025-06-03', grade: null, checkedBy: null, scan: null, remark: null }
  for (const characters of [100, 200]) await call('records.create', { type: 'studyNote', draft: { ...draft, characters } })
  const statuses = async (...characters: number[]) =>
    (await preview('studyNote', await sheet([headings, ...characters.map(n => ['王强', wang, '2025-06-03', n, ''])]))).rows.map(r => [
      r.status,
      r.faults[0]?.code,
    ])
  expect(await statuses(200, 100)).toEqual([
    ['unchanged', undefined],
    ['unchanged', undefined],
  ])
  expect(await statuses(300)).toEqual([['faulty', 'ambiguous']])
  expect(await statuses(100, 100)).toEqual([
    ['unchanged', undefined],
    ['faulty', 'duplicate'],
  ])
  expect(await statuses(100, 300)).toEqual([
    ['unchanged', undefined],
    ['faulty', 'duplicate'],
  ])
})

test('a voided record is not brought back: the row makes a new one', async () => {
  const { call, sheet, write, notes } = await office()
  const file = await sheet([headings, ['王强', wang, '2025-06-03', 8200, '优']])
  await write('studyNote', file)
  const [{ id, version } = {}] = await notes()
  await call('records.void', { type: 'studyNote', id: String(id), version: Number(version), reason: '登记错了' })
  expect(await write('studyNote', file)).toMatchObject({ created: 1, unchanged: 0 })
  expect(await notes()).toMatchObject([{ characters: 8200, version: 1 }])
})

test('a workbook that lacks what tells its records apart is refused with what is missing', async () => {
  const { sheet, write } = await office()
  await expect(
    write(
      'studyNote',
      await sheet([
        ['姓名', '字数', '等次'],
        ['王强', 8200, '优'],
      ]),
    ),
  ).rejects.toMatchObject({
    code: 'import.unrecognised',
    facts: { what: '没有“检查日期”这一列' },
  })
  await expect(
    write(
      'studyNote',
      await sheet([
        ['检查日期', '字数', '等次'],
        ['2025-06-03', 8200, '优'],
      ]),
    ),
  ).rejects.toMatchObject({
    facts: { what: '没有“姓名或公民身份号码”这一列' },
  })
})

test('the faulty rows come back with the reasons, and go in once they are mended', async () => {
  const { sheet, call, tokens, folder, write } = await office()
  const file = await sheet([headings, ['王强', wang, '2025-06-03', 8200, '优'], ['李芳', '', '2025-06-03', 3100, '良']])
  const path = join(folder, '有误.xlsx')
  expect(await call('import.faults', { kind: 'studyNote', file, save: tokens.offer(path) })).toEqual({ rows: 1 })
  const book = await new Workbook().xlsx.readFile(path)
  const page = book.worksheets[0]
  if (!page) throw new Error('no sheet')
  expect(page.getRow(2).values).toEqual(expect.arrayContaining(['李芳', '姓名：有 2 位“李芳”，请填身份号码']))
  page.getCell(2, 2).value = li
  await book.xlsx.writeFile(path)
  expect(await write('studyNote', tokens.offer(path))).toMatchObject({ read: 1, created: 1, faults: [] })
})

test.each(importedNames)('the template for %s is recognised by its own program, and empty', async name => {
  const t = await importer()
  const path = join(t.folder, '模板.xlsx')
  await t.call('import.template', { kind: name, save: t.tokens.offer(path) })
  const [sheet] = (await t.inspect(name, t.tokens.offer(path))).sheets
  expect(sheet?.columns.every(c => c.field !== null && c.sure)).toBe(true)
  expect(sheet?.rows).toBe(0)
})

test('the template for study notes has the number beside the name, as text, and the grades to choose from', async () => {
  const t = await office()
  const path = join(t.folder, '模板.xlsx')
  await t.call('import.template', { kind: 'studyNote', save: t.tokens.offer(path) })
  const book = await new Workbook().xlsx.readFile(path)
  const [page, lists, help] = [book.getWorksheet('学习笔记检查'), book.getWorksheet('选项'), book.getWorksheet('填写说明')]
  if (!page || !lists || !help) throw new Error('no sheet')
  expect(page.getRow(2).values).toEqual([undefined, '姓名', '公民身份号码', '检查日期', '实际字数', '等次', '检查人', '备注'])
  expect(page.getCell(3, 2).numFmt).toBe('@')
  expect(lists.getColumn(1).values).toEqual(expect.arrayContaining(['优', '良', '中', '差']))
  expect(JSON.stringify(help.getColumn(1).values)).toContain('笔记照片或扫描件不在表里交')
  page.getRow(3).values = ['王强', wang, new Date(Date.UTC(2025, 5, 3)), 8200, '优']
  await book.xlsx.writeFile(path)
  expect(await t.write('studyNote', t.tokens.offer(path))).toMatchObject({ read: 1, created: 1, faults: [] })
})

test('an import of a register can be cancelled, and leaves nothing', async () => {
  const { call, ports, sheet, notes } = await office()
  const rows = Array.from({ length: 900 }, (_, i): Row => [
    '王强',
    wang,
    `20${10 + Math.floor(i / 300)}-${String((i % 12) + 1).padStart(2, '0')}-${String((Math.floor(i / 12) % 25) + 1).padStart(2, '0')}`,
    i,
    '',
  ])
  const push = ports.push.bind(ports)
  Object.assign(ports, {
    push: (event: Parameters<typeof push>[0]) => {
      push(event)
      if (event.event === 'job' && event.job.done >= 400 && event.job.state === 'running') void call('jobs.cancel', { id: 'long' })
    },
  })
  await expect(call('import.write', { kind: 'studyNote', file: await sheet([headings, ...rows]), job: 'long' })).rejects.toMatchObject({
    code: 'import.cancelled',
  })
  expect(await notes()).toEqual([])
})
