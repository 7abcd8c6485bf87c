import { expect, test } from 'vitest'
import { secretClassNames } from '../../shared/records/secrecy.ts'
import { smallOffice } from '../support/office.ts'
import { signedLetter } from '../support/petition.ts'

async function office(today = '2026-11-24') {
  const t = await smallOffice({ today, granted: secretClassNames })
  const person = await t.member({ name: '乔修远' })
  const get = (type: 'admonition' | 'petition' | 'sanction' | 'personalReport' | 'oversightMatter', id: string) => t.call('records.get', { type, id })
  const admonish = (executedOn: string, given: object = {}) =>
    t.add('admonition', { personId: person, kind: 'admonish', way: 'talk', category: 'duty', problem: '履职不力', executedOn, ...given })
  const sanction = (approvedOn: string, given: object = {}) => t.add('sanction', { personId: person, kind: 'admonished', approvedOn, ...given })
  return { ...t, person, get, admonish, sanction }
}

test('a record says itself what is owed on it until when, whether it was done, how late it is and by which clause', async () => {
  const { admonish, get } = await office()
  const { deadlines } = await get('admonition', await admonish('2026-05-20', { selfCriticismOn: '2026-05-29' }))
  expect(deadlines).toMatchObject([
    { duty: '书面检查', dueOn: '2026-05-27', doneOn: '2026-05-29', state: 'late', late: 2 },
    { duty: '整改报告', dueOn: '2026-11-20', doneOn: null, state: 'overdue', late: 4, clause: expect.stringContaining('整改情况报告') },
  ])
})

test('reports, letters and what the record sets itself are told in the same way; a voided record owes nothing', async () => {
  const { call, add, get, person, read } = await office()
  const report = await add('personalReport', { personId: person, kind: 'annual', year: 2026 })
  expect((await get('personalReport', report)).deadlines).toMatchObject([{ duty: '年度报告', dueOn: '2027-01-31', state: 'running', late: 0 }])
  const letter = await add('petition', signedLetter(person, '2026-11-02', { noticeOn: '2026-11-10' }))
  expect((await get('petition', letter)).deadlines).toMatchObject([{ duty: '受理告知', doneOn: '2026-11-10', state: 'kept' }])
  const matter = await add('oversightMatter', {
    personId: person,
    method: 'audit',
    category: 'integrity',
    problem: '没有公函',
    foundOn: '2026-08-01',
    dueOn: '2026-11-04',
  })
  expect((await get('oversightMatter', matter)).deadlines).toMatchObject([{ duty: '整改', dueOn: '2026-11-04', state: 'overdue', late: 20 }])
  const { version } = await read('oversightMatter', matter)
  await call('records.void', { type: 'oversightMatter', id: matter, version: Number(version), reason: '登记错误' })
  expect((await get('oversightMatter', matter)).deadlines).toEqual([])
})

test('a request put off by more than thirty days is told on the record and in 今日待办, with its clause; thirty days are not', async () => {
  const { call, add, get, person } = await office('2026-12-01')
  const request = (number: string, extendedTo: string) =>
    add('petition', signedLetter(person, '2026-09-07', { number, nature: 'request', noticeOn: '2026-09-10', acceptedOn: '2026-09-10', extendedTo }))
  const [most, more] = [await request('信〔2026〕001', '2026-12-09'), await request('信〔2026〕002', '2026-12-10')]
  expect((await get('petition', most)).cautions).toEqual([])
  const [caution] = (await get('petition', more)).cautions
  expect(caution).toEqual({ message: '延期至 2026-12-10，超过最长期限 2026-12-09，请核对', clause: expect.stringContaining('第三十四条'), evidence: null })
  const { items } = await call('due.list', {})
  expect(items.filter(({ source }) => source === 'petition').map(({ now }) => now)).toEqual(['还没有登记', `还没有登记；${caution?.message}`])
})

test('a 诫勉 kept in both registers within 31 days is told on either record, in the form and on the table of 影响期', async () => {
  const { call, admonish, sanction, get, person } = await office()
  const [talk, decision] = [await admonish('2026-09-01'), await sanction('2026-10-02')]
  const said = (register: string, on: string) => `${register}里有 ${on} 的诫勉，可能是同一次，核对后只留一条，影响期不重复计算`
  expect((await get('admonition', talk)).cautions).toEqual([
    { message: said('处分和组织处理', '2026-10-02'), clause: '', evidence: { type: 'sanction', id: decision } },
  ])
  expect((await get('sanction', decision)).cautions).toMatchObject([{ message: said('提醒函询诫勉', '2026-09-01'), evidence: { id: talk } }])
  expect(await call('supervision.sameAdmonition', { type: 'sanction', personId: person, on: '2026-08-01' })).toMatchObject([{ evidence: { id: talk } }])
  const { rows } = await call('supervision.effects', { offset: 0, limit: 100 })
  expect(rows.map(({ type, remarks }) => [type, remarks.find(remark => remark.includes('可能是同一次'))])).toEqual([
    ['admonition', said('处分和组织处理', '2026-10-02')],
    ['sanction', said('提醒函询诫勉', '2026-09-01')],
  ])
})

test('32 days apart, of another kind, or in a register that was not granted, nothing is said', async () => {
  const { call, admonish, sanction, get, regrant, person } = await office()
  const talk = await admonish('2026-09-01')
  await sanction('2026-10-03')
  await sanction('2026-09-02', { kind: 'partyWarning' })
  expect((await get('admonition', talk)).cautions).toEqual([])
  await sanction('2026-09-01')
  expect((await get('admonition', talk)).cautions).toHaveLength(1)
  await regrant(secretClassNames.filter(name => name !== 'sanction'))
  expect((await get('admonition', talk)).cautions).toEqual([])
  expect(await call('supervision.sameAdmonition', { type: 'admonition', personId: person, on: '2026-09-01' })).toEqual([])
})
