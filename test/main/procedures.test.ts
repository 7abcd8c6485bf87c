import { expect, test } from 'vitest'
import { smallOffice } from '../support/office.ts'

/** An applicant with an open case. */
async function applied() {
  const office = await smallOffice()
  const { call } = office
  const { personId, caseId } = await office.openCase('沈听澜', { owner: '周敏' })
  const whole = () => call('case.get', { caseId })
  const step = async (key: string) => (await whole()).steps.find(found => found.key === key)
  const record = (key: string, draft: Record<string, unknown>) => call('case.record', { caseIds: [caseId], step: key, draft })
  return { ...office, personId, caseId, whole, step, record }
}

test('a case shows every step with its article, what is open until when, and what waits for what', async () => {
  const { whole, step, record } = await applied()
  await record('application', { doneOn: '2026-10-30' })
  expect(await step('talk')).toMatchObject({
    no: 2,
    state: 'open',
    until: '2026-11-30',
    why: '收到入党申请书后一个月内（《中国共产党发展党员工作细则》（2026）第七条）',
    missing: ['入党申请人谈话记录'],
  })
  expect(await step('recommendation')).toMatchObject({ state: 'blocked', blockedBy: ['党组织派人谈话'] })
  expect(await whole()).toMatchObject({ phase: '申请入党', rules: { startsOn: '2026-05-11', newer: false }, ended: null })
})

test('who has an open case keeps that one; a step that is not of the procedure, or without its result, is refused and nothing is kept', async () => {
  const { call, personId, record, whole } = await applied()
  expect(await call('case.open', { procedure: 'membership', openedOn: '2026-06-02', owner: null, personIds: [personId] })).toEqual({ opened: 0, caseIds: [] })
  await expect(record('swearing', { doneOn: '2026-06-02' })).rejects.toMatchObject({ facts: { issues: [{ message: '发展党员没有这一步' }] } })
  await expect(record('review', { doneOn: '2026-06-02' })).rejects.toMatchObject({
    facts: { issues: [{ message: '选“政治审查”的结果：合格、政治审查不合格' }] },
  })
  await expect(record('talk', { startedOn: '2026-06-09', doneOn: '2026-06-02' })).rejects.toMatchObject({ code: 'input.invalid' })
  expect((await whole()).records).toEqual([])
})

test('what is out of order is recorded all the same, and said', async () => {
  const { record } = await applied()
  await record('application', { doneOn: '2026-06-01' })
  const { remarks } = await record('recommendation', { doneOn: '2026-06-20' })
  expect(remarks.map(({ message }) => message)).toEqual(['推荐和确定入党积极分子已办，党组织派人谈话没有记录'])
})

test('a step that ends the case closes it with its outcome, and 撤销 opens it again', async () => {
  const { call, record, whole } = await applied()
  await record('review', { doneOn: '2026-11-02', result: 'failed' })
  expect(await whole()).toMatchObject({ ended: '政治审查不合格', record: { closedOn: '2026-11-02', outcome: '政治审查不合格' } })
  await call('undo.last', {})
  expect(await whole()).toMatchObject({ ended: null, record: { closedOn: null, outcome: null } })
})

test('from 确定为积极分子 on the roster says so, and no earlier step recorded afterwards puts anybody back', async () => {
  const { record, read, personId } = await applied()
  await record('candidate', { doneOn: '2026-11-01' })
  expect(await read('person', personId)).toMatchObject({ category: 'candidate' })
  await record('recommendation', { doneOn: '2026-06-20' })
  expect(await read('person', personId)).toMatchObject({ category: 'candidate' })
})

test('a batch is recorded in one go: the same posting for several, and the list follows', async () => {
  const { call, member, caseId, first, top } = await applied()
  const other = await member({ name: '霍景和', category: 'applicant', joinedOn: null, fullMemberOn: null })
  const { caseIds } = await call('case.open', { procedure: 'membership', openedOn: '2026-06-01', owner: null, personIds: [other] })
  const draft = { startedOn: '2026-11-02', doneOn: '2026-11-09', result: 'clear', place: '教学楼公告栏' }
  expect(await call('case.record', { caseIds: [caseId, ...caseIds], step: 'candidateNotice', draft })).toMatchObject({ recorded: 2 })
  const list = await call('case.list', { procedure: 'membership', organizationId: top })
  expect(list).toMatchObject({ total: 2, byPhase: { 申请入党: 2 } })
  expect(list.rows.map(row => row.organizationId)).toEqual([first, first])
})

test('a batch in which some go by older rules without that step is refused, and says whose', async () => {
  const { call, member, caseId, whole } = await applied()
  const other = await member({ name: '霍景和', category: 'activist', joinedOn: null, fullMemberOn: null })
  const { caseIds } = await call('case.open', { procedure: 'membership', openedOn: '2025-03-03', owner: null, personIds: [other] })
  const draft = { startedOn: '2026-11-02', doneOn: '2026-11-09', result: 'clear' }
  await expect(call('case.record', { caseIds: [caseId, ...caseIds], step: 'candidateNotice', draft })).rejects.toMatchObject({
    facts: { issues: [{ message: '霍景和的卷宗按《中国共产党发展党员工作细则》（2014）办，没有这一步。一个也没有登记，去掉这一人再登记' }] },
  })
  expect((await whole()).records).toEqual([])
})

test('an office adds a step and a material of its own, from a day on; the national ones stay', async () => {
  const { add, step, record, whole } = await applied()
  await record('application', { doneOn: '2026-11-01' })
  const national = (await whole()).steps.length
  await add('localRequirement', {
    procedure: 'membership',
    kind: 'step',
    label: '民主测评',
    afterStep: 'application',
    withinDays: 10,
    clause: '五项制度：测评制',
    startsOn: '2026-01-01',
  })
  await add('localRequirement', {
    procedure: 'membership',
    kind: 'material',
    label: '测评汇总表',
    afterStep: 'talk',
    clause: '五项制度：测评制',
    startsOn: '2026-01-01',
  })
  const { steps } = await whole()
  expect(steps).toHaveLength(national + 1)
  expect(steps.find(({ label }) => label === '民主测评')).toMatchObject({ local: true, state: 'overdue', until: '2026-11-11', overdueBy: 12 })
  expect((await step('talk'))?.missing).toEqual(['入党申请人谈话记录', '测评汇总表'])
})

test('今日待办 says what a case has to have done by when, with the article, and leads there', async () => {
  const { call, record, caseId } = await applied()
  await record('application', { doneOn: '2026-10-20' })
  const { items } = await call('due.list', {})
  expect(items.find(({ source }) => source === 'case')).toMatchObject({
    title: '发展党员：沈听澜 · 党组织派人谈话',
    asks: '收到入党申请书后一个月内',
    now: '已过 3 天；还要材料：入党申请人谈话记录',
    dueOn: '2026-11-20',
    state: 'overdue',
    responsible: '周敏',
    path: `/cases/${caseId}?step=talk`,
    clause: '《中国共产党发展党员工作细则》（2026）第七条',
  })
})
