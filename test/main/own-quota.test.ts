import { expect, test } from 'vitest'
import { organization } from '../../shared/domain/organization.ts'
import { ownQuota } from '../../shared/domain/own-quota.ts'
import { person } from '../../shared/domain/person.ts'
import { talk } from '../../shared/domain/talk.ts'
import { createTestApp } from '../support/app.ts'
import { quarterlyTalks } from '../support/own-quota.ts'
import { draftOf } from '../support/sample.ts'

async function office() {
  const t = await createTestApp()
  const branch = await t.call('records.create', { type: 'organization', draft: draftOf(organization, { name: '机电系党支部', kind: 'branch' }) })
  const member = await t.call('records.create', {
    type: 'person',
    draft: draftOf(person, { name: '单雄信', idNumber: '11010519491231002X', category: 'full', organizationId: String(branch['id']) }),
  })
  const personId = String(member['id'])
  const talked = (talkedOn: string) => t.call('records.create', { type: 'talk', draft: draftOf(talk, { personId, talkedOn }) })
  const declare = (changes: object = {}) => t.call('records.create', { type: 'ownQuota', draft: draftOf(ownQuota, { ...quarterlyTalks, ...changes }) })
  return { ...t, personId, talked, declare }
}

test('a quota the office declares counts the records it already has, and those that come', async () => {
  const { call, talked, declare } = await office()
  await talked('2026-02-10')
  const quota = `own:${String((await declare())['id'])}` as const
  expect((await call('quota.subjects', { quota, year: 2026 })).subjects[0]).toMatchObject({ done: 1, due: 3, kept: 1, state: 'short' })
  const second = await talked('2026-05-06')
  expect((await call('quota.subjects', { quota, year: 2026 })).subjects[0]).toMatchObject({ done: 2, due: 3, kept: 2 })
  await call('records.void', { type: 'talk', id: String(second['id']), version: 1, reason: '登记重复' })
  expect((await call('quota.subjects', { quota, year: 2026 })).subjects[0]).toMatchObject({ done: 1, kept: 1 })
})

test('its figure opens down to its quarters, the records and the clause the office wrote', async () => {
  const { call, personId, talked, declare } = await office()
  await talked('2026-08-12')
  const quota = `own:${String((await declare())['id'])}` as const
  const opened = await call('quota.subject', { quota, year: 2026, subjectId: personId })
  expect(opened.periods.map(p => [p.label, p.done, p.state])).toEqual([
    ['第一季度', 0, 'short'],
    ['第二季度', 0, 'short'],
    ['第三季度', 1, 'met'],
    ['第四季度', 0, 'open'],
  ])
  expect(opened.lines).toMatchObject([{ recordType: 'talk', startsOn: '2026-08-12', counted: 1, why: null }])
  expect(opened.clause).toMatchObject({ clause: quarterlyTalks.clause, amount: 1 })
})

test('voiding it takes it from the boards, and undoing the voiding brings its counts back', async () => {
  const { call, talked, declare } = await office()
  await talked('2026-02-10')
  const id = String((await declare())['id'])
  await call('records.void', { type: 'ownQuota', id, version: 1, reason: '不再考核' })
  await expect(call('quota.board', { quota: `own:${id}`, year: 2026 })).rejects.toMatchObject({ code: 'record.notFound' })
  await talked('2026-11-02')
  await call('undo.last', {})
  await call('records.restore', { type: 'ownQuota', id, version: 2, reason: '继续考核' })
  expect((await call('quota.board', { quota: `own:${id}`, year: 2026 })).total).toMatchObject({ members: 1, amount: 1 })
})

test.each([
  ['a register that is not there', { source: 'nowhere' }, 'source'],
  ['a column that names no person', { subjectField: 'talkerName' }, 'subjectField'],
  ['a column that is no date', { dateField: 'place' }, 'dateField'],
  ['a column that is no number', { amountField: 'content' }, 'amountField'],
  ['a value that the column cannot have', { conditionField: 'occasion', conditionValues: '没有的' }, 'conditionValues'],
  ['organizations where the register names people', { subjects: 'branches' }, 'subjectField'],
])('it is refused over %s, and nothing is kept', async (_, changes, field) => {
  const { call, declare } = await office()
  await expect(declare(changes)).rejects.toMatchObject({ code: 'input.invalid', facts: { issues: [{ path: field }] } })
  expect((await call('records.list', { type: 'ownQuota' })).total).toBe(0)
})
