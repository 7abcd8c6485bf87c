import { expect, test } from 'vitest'
import { smallOffice } from '../support/office.ts'

/** Members of one branch whose 组织关系 is to go elsewhere; the office's day is 2026-11-23. */
async function moving() {
  const office = await smallOffice()
  const { call, member } = office
  const open = async (procedure: 'relationTransfer' | 'disposal' | 'membership', personIds: string[], openedOn = '2026-06-01') =>
    (await call('case.open', { procedure, openedOn, owner: '周敏', personIds })).caseIds
  const record = (caseIds: readonly string[], step: string, draft: Record<string, unknown>) => call('case.record', { caseIds: [...caseIds], step, draft })
  const board = (more: object = {}) => call('case.list', { procedure: 'relationTransfer', ...more })
  const letter = async (name: string, doneOn: string, extendedTo: string | null = null) => {
    const ids = await open('relationTransfer', [await member({ name })])
    await record(ids, 'request', { doneOn: '2026-06-02', result: 'out' })
    await record(ids, 'letter', { doneOn, number: '2026-018', place: '中共江北区委组织部', extendedTo })
    return ids
  }
  return { ...office, open, record, board, letter }
}

test.each([
  ['2026-11-22', '挂空'],
  ['2026-11-23', null],
  ['2026-11-24', null],
])('组织关系转接: a letter valid until %s without its receipt on 2026-11-23: %s', async (until, alarm) => {
  const { letter, board } = await moving()
  await letter('沈听澜', '2026-08-30', until)
  expect((await board()).rows).toMatchObject([{ name: '沈听澜', step: '收到回执', dueOn: until, alarm }])
})

test('who hangs is counted, listed by itself and said in 今日待办; the receipt takes all of it away', async () => {
  const { letter, board, record, call } = await moving()
  const late = await letter('沈听澜', '2026-08-01')
  await letter('霍景和', '2026-11-20')
  expect(await board()).toMatchObject({ total: 2, alarms: 1 })
  expect((await board({ alarm: true })).rows).toMatchObject([{ name: '沈听澜', dueOn: '2026-10-30' }])
  const due = async () => (await call('due.list', {})).items.filter(({ source }) => source === 'case')
  expect(await due()).toMatchObject([
    { title: '组织关系转接：沈听澜 · 收到回执', now: '挂空，已过 24 天；还要材料：介绍信回执', path: `/relation-transfers/${late[0] ?? ''}?step=receipt` },
  ])
  await record(late, 'receipt', { doneOn: '2026-11-21', result: 'received' })
  expect(await board()).toMatchObject({ total: 1, alarms: 0 })
  expect(await due()).toEqual([])
  expect((await board({ ended: true })).rows).toMatchObject([{ name: '沈听澜', outcome: '已转出', alarm: null }])
})

test('a letter that came back or ran out is written anew, and the days of the new one count', async () => {
  const { letter, board, record } = await moving()
  const ids = await letter('沈听澜', '2026-08-01')
  await record(ids, 'receipt', { doneOn: '2026-11-02', result: 'returned' })
  expect((await board()).rows).toMatchObject([{ step: '开具组织关系介绍信', alarm: null }])
  await record(ids, 'letter', { doneOn: '2026-11-03', extendedTo: '2026-12-31' })
  expect((await board()).rows).toMatchObject([{ step: '收到回执', dueOn: '2026-12-31', alarm: null }])
})

test('before it is known which way a case goes its later steps wait for that; afterwards those of the other way do not apply', async () => {
  const { open, record, member, call } = await moving()
  const ids = await open('relationTransfer', [await member({ name: '沈听澜' })])
  const states = async () => Object.fromEntries((await call('case.get', { caseId: ids[0] ?? '' })).steps.map(({ key, state }) => [key, state]))
  expect(await states()).toEqual({ request: 'open', letter: 'blocked', receipt: 'blocked', check: 'blocked', assign: 'blocked', answer: 'blocked' })
  await record(ids, 'request', { doneOn: '2026-11-02', result: 'in' })
  expect(await states()).toMatchObject({ letter: 'off', receipt: 'off', check: 'open', assign: 'blocked' })
})

test('whom a case may be about differs by procedure: members are put out of the Party or transferred, others are on the way to it', async () => {
  const { member, call, open } = await moving()
  await member({ name: '沈听澜', category: 'applicant', joinedOn: null, fullMemberOn: null })
  await member({ name: '霍景和', category: 'probationary', fullMemberOn: null })
  const full = await member({ name: '陆知行' })
  await member({ name: '温如玉', membershipState: 'transferred' })
  const names = async (procedure: 'relationTransfer' | 'disposal' | 'membership') => (await call('case.candidates', { procedure })).rows.map(({ name }) => name)
  expect(await names('membership')).toEqual(['霍景和', '沈听澜'])
  expect(await names('disposal')).toEqual(['陆知行'])
  expect(await names('relationTransfer')).toEqual(['陆知行', '霍景和'])
  await open('disposal', [full])
  expect(await names('disposal')).toEqual([])
  expect(await names('relationTransfer')).toContain('陆知行')
})

test('a batch is offered the steps that all the chosen have by the rules each goes by, and told of the others', async () => {
  const { open, member, call } = await moving()
  const way = (name: string) => member({ name, category: 'activist', joinedOn: null, fullMemberOn: null })
  const [old = ''] = await open('membership', [await way('霍景和')], '2025-03-03')
  const [now = ''] = await open('membership', [await way('沈听澜')])
  const keys = async (...caseIds: string[]) => (await call('case.stepsOf', { caseIds })).steps.map(({ key }) => key)
  expect(await keys(now)).toContain('candidateNotice')
  expect(await keys(now, old)).not.toContain('candidateNotice')
  expect((await call('case.stepsOf', { caseIds: [now, old] })).partly).toEqual(['拟列发展对象公示'])
  expect((await call('case.stepsOf', { caseIds: [now, old] })).steps.find(({ key }) => key === 'application')).toMatchObject({ open: 2 })
})
