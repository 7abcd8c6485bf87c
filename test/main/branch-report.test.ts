import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import { expect, test } from 'vitest'
import { markIn } from '../../main/imports/report/attendance.ts'
import { decisionsIn } from '../../main/imports/report/decisions.ts'
import { readWorkbook } from '../../main/files/workbook.ts'
import { smallOffice } from '../support/office.ts'

/** Two branches; the first with a group, a secretary and three members of whom two have one name. */
async function office() {
  const t = await smallOffice({ today: '2026-11-23' })
  const group = await t.body('第一党小组', 'group', t.first)
  const people = {
    王: await t.member({ name: '王强', partyPost: '党支部书记' }),
    李: await t.member({ name: '李娜' }),
    李二: await t.member({ name: '李娜', organizationId: group }),
  }
  await t.member({ name: '赵敏', organizationId: t.second })
  const folder = join(t.folder, '上报')
  mkdirSync(folder)
  const handOut = (given: object = {}) =>
    t.call('import.handOut', {
      year: 2026,
      quarter: 4,
      backBy: '2026-12-25',
      backTo: '组织部 陈科',
      folder: t.tokens.offer(folder),
      job: 'h',
      organizationId: t.top,
      ...given,
    })
  const path = (name: string) => join(folder, `${name} 2026年第四季度上报表.xlsx`)
  return { ...t, group, people, folder, handOut, path }
}

/** Opens a workbook, writes into it by sheet and cell, saves it. */
async function fill(path: string, cells: Readonly<Record<string, Readonly<Record<string, string | number>>>>): Promise<string> {
  const workbook = new Workbook()
  await workbook.xlsx.readFile(path)
  for (const [sheet, values] of Object.entries(cells))
    for (const [at, value] of Object.entries(values)) {
      const page = workbook.getWorksheet(sheet)
      if (!page) throw new Error(`no sheet ${sheet}`)
      page.getCell(at).value = value
    }
  await workbook.xlsx.writeFile(path)
  return path
}

const filled = {
  会议活动: {
    F5: '2026-10-15',
    E5: '第四季度党员大会',
    G5: '二楼会议室',
    H5: '王强',
    P5: '发展党员：同意接收孙立为预备党员\n2. 通过明年计划',
    F6: '2026-10-20',
  },
  参会情况: { D7: '√', D8: '请假：出差', D9: '不计入：长期卧床，生活不能自理', E7: '√' },
  学习笔记: { C5: '2026-11-01', D5: 3200 },
}

test('each branch gets a workbook with what it owes, who belongs to it, and by when it is wanted back', async () => {
  const { handOut, folder, path, call } = await office()
  const before = (await call('audit.verify', {})).lines
  expect(await handOut()).toEqual({ files: 2 })
  expect(readdirSync(folder).toSorted()).toEqual(['第一党支部 2026年第四季度上报表.xlsx', '第二党支部 2026年第四季度上报表.xlsx'])
  const book = await readWorkbook(path('第一党支部'))
  expect(book.sheets.map(s => s.name)).toEqual(['填写说明', '会议活动', '参会情况', '学习笔记', '谈心谈话', '选项'])
  const sheet = (name: string) => book.sheets.find(s => s.name === name)?.rows ?? []
  expect(JSON.stringify(sheet('填写说明'))).toContain('2026-12-25 前填好，原样报组织部 陈科')
  const owed = sheet('会议活动')
    .slice(4)
    .filter(row => row[3])
  // 每季度一次党员大会和党课，每月一次主题党日，党小组会也是每月；组织生活会和民主评议到年底。
  const due = owed.map(row => `${String(row[1])} ${String(row[3])} ${String(row[2] ?? '')}`.trim())
  expect(due).toContain('第四季度 党员大会')
  expect(due.filter(text => text.endsWith('党小组会 第一党小组'))).toHaveLength(3)
  expect(due.some(text => text.includes('组织生活会'))).toBe(true)
  const members = sheet('参会情况')
    .slice(6)
    .filter(row => row[1])
  expect(members.map(row => row[1])).toEqual(['王强', '李娜', '李娜'])
  expect(JSON.stringify(members)).not.toMatch(/\d{17}/)
  expect((await call('audit.verify', {})).lines).toBe(before + 1)
})

test('a folder that has one of the files already is left as it is', async () => {
  const { handOut } = await office()
  await handOut()
  await expect(handOut()).rejects.toMatchObject({ code: 'file.unwritable' })
})

test('cancelling leaves no file', async () => {
  const { handOut, folder, listeners, app } = await office()
  listeners.add(push => {
    if (push.event === 'job' && push.job.done === 1) void app.call('jobs.cancel', { id: 'h' })
  })
  await expect(handOut()).rejects.toMatchObject({ code: 'job.cancelled' })
  expect(readdirSync(folder)).toEqual([])
})

test('a workbook that comes back brings meetings, who was there and why not, decisions and notes, in one go', async () => {
  const { handOut, path, call, tokens, people, first } = await office()
  await handOut()
  const file = tokens.offer(await fill(path('第一党支部'), filled))
  const preview = await call('import.preview', { kind: 'branch', file, job: 'p', show: 'all' })
  expect(preview.rows.flatMap(row => row.faults)).toEqual([])
  expect(preview.sheets.map(s => `${s.sheet} ${s.created}/${s.read}`)).toEqual(['会议活动 2/2', '参会情况 4/4', '学习笔记 1/1', '谈心谈话 0/0'])
  expect(await call('import.write', { kind: 'branch', file, job: 'w' })).toMatchObject({ written: true, created: 7, faults: [] })
  const { rows } = await call('meeting.list', { year: 2026, organizationId: first })
  expect(rows).toHaveLength(2)
  const general = rows.find(row => row.name === '第四季度党员大会')
  const meeting = await call('meeting.get', { activityId: general?.id ?? '' })
  expect(meeting.lines.map(l => [l.personId, l.state, l.reason])).toEqual(
    expect.arrayContaining([
      [people.王, 'present', null],
      [people.李, 'leave', '出差'],
      [people.李二, 'excused', '长期卧床，生活不能自理'],
    ]),
  )
  expect(meeting.resolutions.map(r => [r.number, r.item, r.decision])).toEqual([
    [1, '发展党员', '同意接收孙立为预备党员'],
    [2, '通过明年计划', null],
  ])
  expect((await call('records.list', { type: 'studyNote' })).total).toBe(1)
})

test('the same file a second time changes nothing; what was mended in it changes only that', async () => {
  const { handOut, path, call, tokens } = await office()
  await handOut()
  const place = await fill(path('第一党支部'), filled)
  const file = tokens.offer(place)
  await call('import.write', { kind: 'branch', file, job: 'w' })
  const lines = (await call('audit.verify', {})).lines
  expect(await call('import.write', { kind: 'branch', file, job: 'w' })).toMatchObject({ created: 0, updated: 0, unchanged: 7 })
  expect((await call('audit.verify', {})).lines - lines).toBe(1)
  const again = tokens.offer(await fill(place, { 会议活动: { G5: '党员之家' }, 参会情况: { D8: '√' } }))
  expect(await call('import.write', { kind: 'branch', file: again, job: 'w' })).toMatchObject({ created: 0, updated: 2, unchanged: 5 })
})

test('a fault keeps the whole workbook out, unless only the good rows are wanted', async () => {
  const { handOut, path, call, tokens, first } = await office()
  await handOut()
  const file = tokens.offer(await fill(path('第一党支部'), { ...filled, 参会情况: { ...filled.参会情况, D9: '不计入', F7: '√' } }))
  const refused = await call('import.write', { kind: 'branch', file, job: 'w' })
  expect(refused.written).toBe(false)
  expect(refused.faults.map(f => `${f.sheet} ${f.row} ${f.code}`)).toEqual(['参会情况 7 noMeeting', '参会情况 9 missing'])
  expect((await call('meeting.totals', { year: 2026, organizationId: first })).meetings).toBe(0)
  expect(await call('import.write', { kind: 'branch', file, job: 'w', goodRows: true })).toMatchObject({ written: true, created: 6 })
})

test('the faulty rows, mended in a workbook of their own, go in: the meetings they speak of come along', async () => {
  const { handOut, path, call, tokens, folder, people } = await office()
  await handOut()
  const file = tokens.offer(await fill(path('第一党支部'), { ...filled, 参会情况: { ...filled.参会情况, D9: '不计入' } }))
  await call('import.write', { kind: 'branch', file, job: 'w', goodRows: true })
  const wrong = join(folder, '有误.xlsx')
  expect(await call('import.faults', { kind: 'branch', file, save: tokens.offer(wrong) })).toEqual({ rows: 1 })
  const sheet = (await readWorkbook(wrong)).sheets.find(s => s.name === '参会情况')
  const row = (sheet?.rows.findIndex(cells => cells[1] === '李娜') ?? 0) + 1
  const mended = tokens.offer(await fill(wrong, { 参会情况: { [`D${row}`]: '不计入：长期卧床，生活不能自理' } }))
  expect(await call('import.write', { kind: 'branch', file: mended, job: 'w' })).toMatchObject({ written: true, created: 1, updated: 0, faults: [] })
  const [meeting] = (await call('meeting.list', { year: 2026 })).rows.filter(m => m.name === '第四季度党员大会')
  const { lines } = await call('meeting.get', { activityId: meeting?.id ?? '' })
  expect(lines.find(l => l.personId === people.李二)).toMatchObject({ state: 'excused', reason: '长期卧床，生活不能自理' })
})

test('a workbook of branches is not taken for a list of classes, nor one of another office for ours', async () => {
  const { handOut, path, call, tokens } = await office()
  await handOut()
  const file = tokens.offer(path('第一党支部'))
  await expect(call('import.inspect', { kind: 'study', file })).rejects.toMatchObject({
    code: 'import.unrecognised',
    facts: { what: expect.stringContaining('支部上报表') },
  })
  const other = await office()
  await expect(other.call('import.preview', { kind: 'branch', file: other.tokens.offer(path('第一党支部')), job: 'p' })).rejects.toMatchObject({
    code: 'import.unrecognised',
  })
  expect(existsSync(path('第一党支部'))).toBe(true)
})

test('marks with their reasons', () => {
  expect(markIn('√')).toEqual({ state: 'present', reason: null, faults: [] })
  expect(markIn('请假：出差')).toEqual({ state: 'leave', reason: '出差', faults: [] })
  expect(markIn('缺勤（未说明）')).toEqual({ state: 'absent', reason: '未说明', faults: [] })
  expect(markIn('病假')).toEqual({ state: 'leave', reason: '病假', faults: [] })
  expect(markIn('不计入').faults).toHaveLength(1)
  expect(markIn('随便').faults).toHaveLength(1)
})

test('decisions one to a line', () => {
  expect(decisionsIn('1. 发展党员：同意\n（2）年度计划')).toEqual([
    { item: '发展党员', decision: '同意' },
    { item: '年度计划', decision: null },
  ])
})
