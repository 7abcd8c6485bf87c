import { expect, test } from 'vitest'
import { effectLedger } from '../../shared/forms/supervision/effect-ledger.ts'
import { smallOffice } from '../support/office.ts'

const granted = ['sanction', 'admonition'] as const

/** Three people of two branches with what the register has of them; the office's day is 2026-11-23. */
async function office() {
  const t = await smallOffice({ granted })
  const { member, second } = t
  const people = {
    gao: await member({ name: '高志远' }),
    cheng: await member({ name: '程雅琴', organizationId: second }),
    deng: await member({ name: '邓文涛' }),
  }
  const list = (input: object = {}) => t.call('supervision.effects', { offset: 0, limit: 100, ...input })
  const due = async () => {
    const { items } = await t.call('due.list', {})
    return items.filter(({ source }) => source === 'effectEnd').map(({ title, dueOn, state, asks }) => `${dueOn} ${state} ${title}：${asks}`)
  }
  return { ...t, ...people, list, due }
}

test('the table: computed days and state of each, what runs first by its end, what has no end after it, then what is over; by organization and by name', async () => {
  const { add, list, gao, cheng, deng, second } = await office()
  await add('sanction', { personId: gao, kind: 'partySevereWarning', approvedOn: '2026-03-10', document: '纪〔2026〕3 号', formerPost: '科长' })
  await add('sanction', { personId: cheng, kind: 'partyProbation', approvedOn: '2025-06-01', probationYears: 2 })
  await add('sanction', { personId: deng, kind: 'partyWarning', approvedOn: '2024-03-10' })
  await add('admonition', { personId: deng, kind: 'admonish', category: 'duty', problem: '履职不力', executedOn: '2026-09-01', postThen: '主任' })
  const { rows, ...counts } = await list()
  expect(counts).toEqual({ total: 3, running: 3, all: 4 })
  expect(rows.map(({ name, label, from, until, promotableFrom, state }) => [name, label, from, until, promotableFrom, state])).toEqual([
    ['邓文涛', '诫勉', '2026-09-01', '2027-02-28', '2027-03-01', 'running'],
    ['高志远', '党内严重警告', '2026-03-10', '2027-09-09', '2027-09-10', 'running'],
    ['程雅琴', '留党察看', '2025-06-01', null, null, 'unrestored'],
  ])
  expect(rows[1]).toMatchObject({ post: '科长', document: '纪〔2026〕3 号', barred: '提拔职务、进一步使用、被推荐担任高于原任职务的党外职务', remarks: [] })
  expect(rows[0]?.remarks).toEqual(['期限是各地做法，以本单位规定为准'])
  expect((await list({ running: false })).rows.at(-1)).toMatchObject({ name: '邓文涛', label: '党内警告', state: 'over', until: '2025-03-09', barred: '' })
  expect((await list({ organizationId: second })).rows.map(({ name }) => name)).toEqual(['程雅琴'])
  expect((await list({ search: '严重' })).rows.map(({ name }) => name)).toEqual(['高志远'])
})

test('several run together: 可提拔日期 of each row is that of the last to end, and says so', async () => {
  const { add, list, gao } = await office()
  await add('sanction', { personId: gao, kind: 'partyWarning', approvedOn: '2026-03-10' })
  await add('sanction', { personId: gao, kind: 'majorDemerit', approvedOn: '2026-03-10' })
  const { rows } = await list()
  expect(rows.map(({ label, until, promotableFrom }) => [label, until, promotableFrom])).toEqual([
    ['党内警告', '2027-03-09', '2027-09-10'],
    ['记大过', '2027-09-09', '2027-09-10'],
  ])
  expect(rows[0]?.remarks).toEqual(['几项并行，可提拔日期以最后期满的为准'])
})

test('who was not granted a class sees none of its rows, nor their number', async () => {
  const { add, list, due, gao, deng, regrant } = await office()
  await add('sanction', { personId: gao, kind: 'partyWarning', approvedOn: '2025-12-10' })
  await add('stepDown', {
    personId: deng,
    formerPost: '科长',
    kind: 'moved',
    cause: 'performance',
    reason: '不胜任',
    decidedOn: '2026-01-10',
    until: '2027-01-10',
  })
  expect((await list()).total).toBe(2)
  expect(await due()).toHaveLength(1)
  await regrant([])
  expect(await list()).toMatchObject({ total: 1, running: 1, all: 1, rows: [{ name: '邓文涛', label: '能下（调整职务）' }] })
  expect(await due()).toEqual([])
})

test.each([
  ['2026-11-23', []],
  ['2026-11-24', ['2026-12-24 later 影响期将满：高志远，党内警告：2026-12-25 起可提拔']],
  ['2026-12-24', ['2026-12-24 today 影响期将满：高志远，党内警告：2026-12-25 起可提拔']],
  ['2026-12-25', ['2027-01-24 later 影响期已满：高志远，党内警告：告知本人和所在党组织']],
  ['2027-01-24', ['2027-01-24 today 影响期已满：高志远，党内警告：告知本人和所在党组织']],
  ['2027-01-25', []],
])('今日待办 on %s: an end is announced thirty days before, and that it is reached is shown for thirty days', async (today, expected) => {
  const { call, add, member } = await smallOffice({ today, granted })
  const personId = await member({ name: '高志远' })
  await add('sanction', { personId, kind: 'partyWarning', approvedOn: '2025-12-25' })
  const { items } = await call('due.list', {})
  expect(items.filter(({ source }) => source === 'effectEnd').map(({ title, dueOn, state, asks }) => `${dueOn} ${state} ${title}：${asks}`)).toEqual(expected)
})

test('留党察看 whose term is over asks for the rights to be restored, until they are', async () => {
  const { add, call, due, cheng } = await office()
  const id = await add('sanction', { personId: cheng, kind: 'partyProbation', approvedOn: '2025-11-01', probationYears: 1 })
  expect(await due()).toEqual(['2026-10-31 overdue 察看期满：程雅琴，留党察看：研究恢复党员权利，登记恢复权利日期'])
  const { record } = await call('records.get', { type: 'sanction', id })
  const { version, id: _, createdAt: _c, updatedAt: _u, voidedAt: _v, voidReason: _r, ...draft } = record
  await call('records.update', { type: 'sanction', id, version: Number(version), draft: { ...draft, restoredOn: '2026-11-10' } })
  expect(await due()).toEqual([])
})

test('影响期台账 prints the same rows, what runs first, for who was granted', async () => {
  const { add, call, gao, deng, regrant } = await office()
  await add('sanction', { personId: deng, kind: 'partyWarning', approvedOn: '2024-03-10' })
  await add('sanction', { personId: gao, kind: 'partySevereWarning', approvedOn: '2026-03-10', document: '纪〔2026〕3 号' })
  const props = effectLedger.props.parse((await call('forms.preview', { form: 'effectLedger', params: {} })).props)
  expect(props).toMatchObject({
    running: 1,
    all: 2,
    rows: [
      { name: '高志远', until: '2027-09-09', promotableFrom: '2027-09-10', state: '在影响期' },
      { name: '邓文涛', state: '已满' },
    ],
  })
  expect(effectLedger.sheet?.(props).rows.map(row => row.slice(0, 4))).toEqual([
    [1, '高志远', '第一党支部', '党内严重警告'],
    [2, '邓文涛', '第一党支部', '党内警告'],
  ])
  await regrant(['admonition'])
  await expect(call('forms.preview', { form: 'effectLedger', params: {} })).rejects.toMatchObject({ code: 'session.forbidden' })
})
