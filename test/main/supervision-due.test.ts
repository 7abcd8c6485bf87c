import { secretClassNames } from '../../shared/records/secrecy.ts'
import { expect, test } from 'vitest'
import { smallOffice } from '../support/office.ts'
import { signedLetter } from '../support/petition.ts'

/** 今日待办 of what only supervision asks for. */
async function office(today = '2026-11-24') {
  const t = await smallOffice({ today, granted: secretClassNames })
  const person = await t.member({ name: '乔修远' })
  const due = async () => {
    const { items } = await t.call('due.list', {})
    return items.filter(({ source }) => ['admonition', 'personalReport', 'petition'].includes(source)).map(({ dueOn, state, title }) => [dueOn, state, title])
  }
  const inquiry = (given: object = {}) =>
    t.add('admonition', {
      personId: person,
      kind: 'inquiry',
      category: 'centralism',
      problem: '三次工程变更没有经集体研究',
      executedOn: '2026-11-02',
      deliveredOn: '2026-11-03',
      ...given,
    })
  return { ...t, person, due, inquiry }
}

test('a letter of inquiry stands in 今日待办 from fifteen working days after it was received until the reply is on file', async () => {
  const { call, due, inquiry, read } = await office()
  const id = await inquiry()
  expect(await due()).toEqual([['2026-11-24', 'today', '函询回复：乔修远，函询 2026-11-02']])
  const { version } = await read('admonition', id)
  await call('records.update', { type: 'admonition', id, version: Number(version), draft: { repliedOn: '2026-11-24', replyState: 'clear' } })
  expect(await due()).toEqual([])
})

test('whoever was admonished owes a written self-criticism and, half a year later, a report', async () => {
  const { due, inquiry } = await office('2026-11-24')
  await inquiry({ kind: 'admonish', way: 'talk', deliveredOn: null, executedOn: '2026-05-20' })
  expect(await due()).toEqual([
    ['2026-05-27', 'overdue', '书面检查：乔修远，诫勉 2026-05-20'],
    ['2026-11-20', 'overdue', '整改报告：乔修远，诫勉 2026-05-20'],
  ])
})

test('a report on personal matters is waited for until the end of January, then it is overdue', async () => {
  const { due, add, person } = await office('2027-02-01')
  await add('personalReport', { personId: person, kind: 'annual', year: 2026, formTakenOn: '2027-01-06' })
  expect(await due()).toEqual([['2027-01-31', 'overdue', '年度报告：乔修远，2026 年度']])
})

test('a letter to the office is named by its number, and never by whom it is about', async () => {
  const { due, add, person } = await office()
  await add('petition', signedLetter(person, '2026-11-02'))
  expect(await due()).toEqual([['2026-11-23', 'overdue', '受理告知：信〔2026〕001']])
})

test('what supervision found is due on its day, with whoever answers for it', async () => {
  const { call, add, first } = await office()
  await add('oversightMatter', {
    organizationId: first,
    method: 'audit',
    foundOn: '2026-08-20',
    category: 'integrity',
    problem: '公务接待三笔没有附公函',
    responsible: '李支书',
    dueOn: '2026-11-20',
  })
  const { items } = await call('due.list', {})
  expect(items.find(({ source }) => source === 'oversightMatter')).toMatchObject({ dueOn: '2026-11-20', state: 'overdue', responsible: '李支书' })
})

test('a method says by itself on which side, by whom and from where it supervises, unless the record says otherwise', async () => {
  const { add, read, first } = await office()
  const found = { organizationId: first, foundOn: '2026-08-20', category: 'duty', problem: '质询提出的问题' }
  expect(await read('oversightMatter', await add('oversightMatter', { ...found, method: 'audit' }))).toMatchObject({
    side: 'outer',
    body: 'special',
    direction: 'above',
  })
  expect(await read('oversightMatter', await add('oversightMatter', { ...found, method: 'inquiry', side: 'outer' }))).toMatchObject({
    side: 'outer',
    body: 'masses',
    direction: 'below',
  })
})

test.each([
  [{ kind: 'inquiry', way: 'talk' }, '函询用书面方式'],
  [{ kind: 'remind', way: 'talk', barUntil: '2027-01-01' }, '只有诫勉有影响期'],
  [{ kind: 'remind', earlierId: 'x' }, '只有再次函询'],
  [{ kind: 'inquiry', replyState: 'unclear' }, '要有回复日期'],
  [{ kind: 'inquiry', deliveredOn: null, repliedOn: '2026-11-01' }, '回复日期早于执行日期'],
])('an admonition of %j is refused: %s', async (given, why) => {
  const { inquiry } = await office()
  await expect(inquiry(given)).rejects.toMatchObject({ facts: { issues: [expect.objectContaining({ message: expect.stringContaining(why) })] } })
})
