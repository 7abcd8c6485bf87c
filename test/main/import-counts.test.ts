import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import { expect, test } from 'vitest'
import { readWorkbook } from '../../main/files/workbook.ts'
import { cellText } from '../../shared/records/cell.ts'
import { appraise } from '../support/appraise.ts'
import { smallOffice } from '../support/office.ts'

/** Two branches that hold 民主评议: four full members in the first, two in the second. */
async function office() {
  const t = await smallOffice()
  for (const name of ['曹军怡', '程雅琴', '邓文涛', '高志远']) await t.member({ name, joinedOn: '2014-01-01', fullMemberOn: '2015-01-01' })
  for (const name of ['赵敏', '钱进']) await t.member({ name, joinedOn: '2014-01-01', fullMemberOn: '2015-01-01', organizationId: t.second })
  const { of } = await appraise(t.call, [t.first, t.second])
  const folder = join(t.folder, '计票')
  mkdirSync(folder)
  const back = { backBy: '2026-12-25', backTo: '组织部 陈科', job: 'h' }
  const handOut = (ballotIds: readonly string[]) => t.call('import.countSheets', { ballotIds: [...ballotIds], folder: t.tokens.offer(folder), ...back })
  const together = (ballotIds: readonly string[], name: string) =>
    t.call('import.countSheets', { ballotIds: [...ballotIds], save: t.tokens.offer(join(folder, name)), ...back })
  const path = (name: string) => join(folder, name)
  const token = (name: string) => t.tokens.offer(path(name))
  const preview = (name: string) => t.call('import.preview', { kind: 'count', file: token(name), job: 'p', show: 'all', limit: 200 })
  const write = (name: string, goodRows = false) => t.call('import.write', { kind: 'count', file: token(name), job: 'w', goodRows })
  return { ...t, one: of(t.first), two: of(t.second), folder, handOut, together, path, preview, write }
}

const first = '第一党支部2026年度民主评议党员测评计票表.xlsx'

/** Writes beside what is known of a row: `{ 党员: [5, 5, 4, 1], 高志远: [3, 1, 0, 0, 0], 计票人: '唐立' }`. */
async function fill(path: string, given: Readonly<Record<string, readonly (number | string | null)[] | string>>, sheet = '计票表'): Promise<void> {
  const workbook = new Workbook()
  await workbook.xlsx.readFile(path)
  const page = workbook.getWorksheet(sheet)
  if (!page) throw new Error(`no sheet ${sheet}`)
  for (const [who, what] of Object.entries(given)) {
    const row = Array.from({ length: page.rowCount }, (_, i) => i + 1).find(
      r => /^[RST] /.test(String(page.getCell(r, 1).value ?? '')) && [2, 4].some(c => String(page.getCell(r, c).value ?? '') === who),
    )
    if (row === undefined) throw new Error(`no row of ${who}`)
    if (typeof what === 'string') page.getCell(row, 4).value = what
    else what.forEach((value, i) => (page.getCell(row, 6 + i).value = value))
  }
  await workbook.xlsx.writeFile(path)
}

const filled = {
  党员: [4, 4, 4, 0],
  计票人: '唐立',
  '计票人（二）': '何雨晴',
  监票人: '许文博',
  曹军怡: [1, 3, 0, 0, 0],
  程雅琴: [2, 2],
  邓文涛: [0, 3, 1],
  高志远: [3, 0, 0, 0, 1],
} as const

test('each ballot gets a workbook with its list, the columns of its paper and sums beside them; headings and names are locked', async () => {
  const { handOut, folder, path, one, two } = await office()
  expect(await handOut([one, two])).toEqual({ files: 2, ballots: 2 })
  expect(readdirSync(folder).toSorted()).toEqual([first, '第二党支部2026年度民主评议党员测评计票表.xlsx'])
  const [, sheet] = (await readWorkbook(path(first))).sheets
  const texts = (sheet?.rows ?? []).map(row => row.map(cellText))
  expect(texts[3]?.slice(1, 11)).toEqual(['填票人', '', '', '应参加', '发出', '收回', '有效', '无效', '未收回', '核对'])
  expect(texts.filter(row => row[0]?.startsWith('T ')).map(row => row.slice(1, 4))).toEqual([
    ['党员', '1', '曹军怡'],
    ['党员', '2', '程雅琴'],
    ['党员', '3', '邓文涛'],
    ['党员', '4', '高志远'],
  ])
  expect(texts.some(row => row.slice(5, 12).join(' ') === '优秀 合格 基本合格 不合格 未评 合计 核对')).toBe(true)
  const workbook = new Workbook()
  await workbook.xlsx.readFile(path(first))
  const page = workbook.getWorksheet('计票表')
  expect(page?.getCell('D4').protection?.locked ?? true).toBe(true)
  expect(page?.getCell('F5').protection?.locked).toBe(false)
})

test('a filled workbook becomes the count of the screen: open, with its tellers, to be closed as it stands', async () => {
  const { handOut, preview, write, path, call, one } = await office()
  await handOut([one])
  await fill(path(first), filled)
  const { counts, rows } = await preview(first)
  expect(counts).toEqual({ read: 8, created: 8, updated: 0, unchanged: 0, faulty: 0 })
  expect(rows.map(row => `${row.values['name']} ${row.values['figures']}`)).toEqual([
    '发收票 发出 4、收回 4、有效 4、无效 0',
    '计票人 唐立',
    '计票人（二） 何雨晴',
    '监票人 许文博',
    '曹军怡 优秀 1、合格 3、基本合格 0、不合格 0、未评 0',
    '程雅琴 优秀 2、合格 2、基本合格 0、不合格 0',
    '邓文涛 优秀 0、合格 3、基本合格 1、不合格 0',
    '高志远 优秀 3、合格 0、基本合格 0、不合格 0、未评 1',
  ])
  expect(await write(first)).toMatchObject({ written: true, created: 8, faults: [] })
  const { count, state } = await call('ballot.get', { ballotId: one })
  expect({ state, way: count?.way, teller: count?.firstTeller }).toEqual({ state: 'counting', way: 'totals', teller: '唐立' })
  await call('ballot.close', { countId: count?.id ?? '', version: count?.version ?? 0, closedOn: '2026-11-21' })
  const result = await call('ballot.result', { ballotId: one })
  expect(result.rows.map(row => row.total.votes['overall']?.['excellent'])).toEqual([1, 2, 0, 3])
  // The same file again changes nothing; after closing no other figure is taken.
  expect((await preview(first)).counts).toMatchObject({ unchanged: 8, faulty: 0 })
  await fill(path(first), { 高志远: [4, 0, 0, 0, 0] })
  const late = await preview(first)
  expect(late.rows.flatMap(row => row.faults.map(f => f.message))).toEqual(['2026-11-21 已经封票，不再改动：有误的在程序里写明原因更正'])
  expect((await write(first)).written).toBe(false)
})

test('what does not agree is told at its row, in the words of the screen; nothing is written unless only the good rows are asked for', async () => {
  const { handOut, preview, write, path, call, one } = await office()
  await handOut([one])
  await fill(path(first), { ...filled, 党员: [5, 4, 4, 1], 程雅琴: [2, 3], 邓文涛: ['若干', 1], 曹军怡: [null, null, null, null, null] })
  const { rows, counts } = await preview(first)
  const faults = Object.fromEntries(rows.filter(row => row.faults.length > 0).map(row => [row.values['name'], row.faults.map(f => f.message).join('；')]))
  expect(faults).toEqual({
    发收票: '有效 4 + 无效 1 = 5，与收回 4 不符，请核对；发出 5 张多于应参加 4 人，请核对应参加人数',
    程雅琴: '第 2 行程雅琴：2 + 3 + 0 + 0 = 5，比有效票多 1，请对票',
    邓文涛: '优秀：“若干”不是数字',
  })
  expect(rows[0]?.notes).toEqual(['还有 1 人没有填'])
  expect(counts.faulty).toBe(3)
  expect(await write(first)).toMatchObject({ written: false, created: 0 })
  expect((await call('ballot.get', { ballotId: one })).state).toBe('planned')
  expect(await write(first, true)).toMatchObject({ written: true, created: 4 })
  expect((await call('ballot.get', { ballotId: one })).tallies.map(t => [t.row, t.votes])).toEqual([
    [4, 0],
    [4, 1],
    [4, 3],
    [4, 0],
    [4, 0],
  ])
})

test('a list that was changed since, and a workbook of somebody else’s, are refused in words', async () => {
  const { handOut, preview, path, call, one, tokens, folder } = await office()
  await handOut([one])
  await fill(path(first), filled)
  const { ballot, rows } = await call('ballot.get', { ballotId: one })
  const lines = rows.map(row => row.line)
  await call('ballot.save', {
    ballotId: one,
    version: Number(ballot['version']),
    rows: lines.filter(line => line.name !== '程雅琴').map((line, i) => ({ ...line, number: i + 1 })),
  })
  const faults = (await preview(first)).rows.flatMap(row => row.faults.map(f => f.message))
  expect(faults).toContain('名单第 2 行是“邓文涛”，表里是“程雅琴”：发出后名单改过，重新发一份计票表再填')
  expect(faults).toContain('“高志远”不在这张票上：发出后名单改过，重新发一份计票表再填')
  await expect(call('import.inspect', { kind: 'people', file: tokens.offer(path(first)) })).rejects.toMatchObject({
    facts: { what: '这是计票表，请在“计票表”里导入' },
  })
  const other = new Workbook()
  other.addWorksheet('花名册').getCell('A1').value = '姓名'
  await other.xlsx.writeFile(join(folder, '别的.xlsx'))
  await expect(preview('别的.xlsx')).rejects.toMatchObject({ facts: { what: '这不是本程序发出的计票表' } })
})

test('one workbook may hold a sheet for each ballot of the round; the faulty rows go back as a workbook that is taken in again', async () => {
  const { together, preview, write, path, call, tokens, folder, one, two } = await office()
  expect(await together([one, two], '全部.xlsx')).toEqual({ files: 1, ballots: 2 })
  await fill(path('全部.xlsx'), { ...filled, 程雅琴: [2, 3] }, '第一党支部')
  await fill(path('全部.xlsx'), { 党员: [2, 2, 2, 0], 赵敏: [0, 2], 钱进: [1, 1] }, '第二党支部')
  expect((await preview('全部.xlsx')).counts).toMatchObject({ read: 11, created: 10, faulty: 1 })
  const { sheets } = await call('import.inspect', { kind: 'count', file: tokens.offer(path('全部.xlsx')) })
  expect(sheets.filter(s => s.rows > 0).map(s => [s.sheet, s.sheetBranch])).toEqual([
    ['第二党支部', '第二党支部'],
    ['第一党支部', '第一党支部'],
  ])
  await write('全部.xlsx', true)
  expect(await call('import.faults', { kind: 'count', file: tokens.offer(path('全部.xlsx')), save: tokens.offer(join(folder, '有误.xlsx')) })).toEqual({
    rows: 1,
  })
  await fill(path('有误.xlsx'), { 程雅琴: [2, 2] }, '第一党支部')
  expect((await preview('有误.xlsx')).counts).toMatchObject({ created: 1, faulty: 0 })
  expect(await write('有误.xlsx')).toMatchObject({ written: true, created: 1 })
  expect((await call('ballot.get', { ballotId: one })).tallies).toHaveLength(18)
})

test('a scored ballot takes how many scored and the sum of points; an election takes names that voters wrote', async () => {
  const { handOut, preview, write, path, call, first: branch, member } = await office()
  const person = await member({ name: '孙立', joinedOn: '2014-01-01', fullMemberOn: '2015-01-01' })
  const row = (number: number, name: string) => ({
    number,
    personId: null,
    organizationId: null,
    name,
    post: null,
    section: '支部委员会委员',
    places: 1,
    part: 'graded' as const,
    reason: null,
    written: false,
  })
  const { id } = await call('ballot.create', {
    draft: { name: '换届选举', kind: 'election', organizationId: branch, year: 2026, heldOn: '2026-11-20', eligible: 5, places: 1 },
    rows: [row(1, '曹军怡'), row(2, '程雅琴')],
  })
  await handOut([id])
  const name = '换届选举计票表.xlsx'
  const workbook = new Workbook()
  await workbook.xlsx.readFile(path(name))
  const page = workbook.getWorksheet('计票表')
  const rows = Array.from({ length: page?.rowCount ?? 0 }, (_, i) => i + 1)
  const at = (key: RegExp) => rows.find(r => key.test(String(page?.getCell(r, 1).value ?? ''))) ?? 0
  const put = (r: number, values: Readonly<Record<number, string | number>>) => {
    for (const [c, value] of Object.entries(values)) if (page) page.getCell(r, Number(c)).value = value
  }
  put(at(/^R /), { 6: 5, 7: 5, 8: 5, 9: 0 })
  put(at(/^T all 1 /), { 6: 3, 7: 1, 8: 1 })
  put(at(/^T all 2 /), { 6: 1, 7: 4, 8: 0 })
  put(at(/^W all 0 /), { 4: '孙立', 6: 1, 7: 0, 8: 4 })
  await workbook.xlsx.writeFile(path(name))
  expect((await preview(name)).counts).toMatchObject({ created: 4, faulty: 0 })
  await write(name)
  const { rows: listed, tallies } = await call('ballot.get', { ballotId: id })
  expect(listed[2]?.line).toMatchObject({ number: 3, name: '孙立', personId: person, written: true, places: 1 })
  expect(tallies.filter(t => t.option === 'agree').map(t => [t.row, t.votes])).toEqual([
    [1, 3],
    [2, 1],
    [3, 1],
  ])
  expect(await preview(name)).toMatchObject({ counts: { read: 4, unchanged: 4 } })
})
