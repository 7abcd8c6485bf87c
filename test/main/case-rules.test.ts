import { expect, test } from 'vitest'
import { caseRecord } from '../../shared/forms/case-record.ts'
import { membership } from '../../shared/procedures/membership.ts'
import { smallOffice } from '../support/office.ts'

type Options = Parameters<typeof smallOffice>[0]

/** Cases by the door, with short words for what is done with them. */
async function office(options: Options = {}) {
  const t = await smallOffice(options)
  const { call, add } = t
  const open = async (name: string, openedOn = '2026-06-01', procedure: 'membership' | 'disposal' = 'membership', person: Record<string, unknown> = {}) =>
    t.openCase(name, { procedure, openedOn, person })
  const record = (caseId: string, step: string, draft: Record<string, unknown>) => call('case.record', { caseIds: [caseId], step, draft })
  const whole = (caseId: string) => call('case.get', { caseId })
  const step = async (caseId: string, key: string) => (await whole(caseId)).steps.find(found => found.key === key)
  const kept = async (caseId: string, key: string) => {
    const found = (await whole(caseId)).records.find(row => row['step'] === key && row['voidedAt'] === null)
    if (!found) throw new Error(key)
    return { id: String(found['id']), version: Number(found['version']) }
  }
  const moveOn = (value: number, startsOn: string) =>
    add('parameter', { key: 'procedure.openCasesMoveOn', value, startsOn, clause: '本单位会议纪要', basis: 'local' })
  const lines = async (caseId: string) => {
    const { props } = await call('forms.preview', { form: 'caseRecord', params: { caseIds: [caseId] } })
    return caseRecord.props.parse(props).cases[0]?.phases.flatMap(({ lines: own }) => own) ?? []
  }
  return { ...t, open, record, whole, step, kept, moveOn, lines }
}

test('a case begun under the rules of 2014 goes on under them, and says so; where the office has open cases move on, it goes on under those of 2026', async () => {
  const { open, whole, moveOn } = await office()
  const { caseId } = await open('沈听澜', '2026-05-10')
  expect((await whole(caseId)).rules).toMatchObject({ startsOn: '2014-05-28', newer: true })
  expect((await whole(caseId)).steps.some(({ key }) => key === 'candidateNotice')).toBe(false)
  await moveOn(1, '2026-11-01')
  expect((await whole(caseId)).rules).toMatchObject({ startsOn: '2026-05-11', newer: false })
  expect((await whole(caseId)).steps.some(({ key }) => key === 'candidateNotice')).toBe(true)
})

test('a case that ended before new rules keeps its own, whatever open cases do', async () => {
  const { call, open, whole, moveOn } = await office()
  const { caseId } = await open('沈听澜', '2025-03-03')
  await call('case.end', { caseId, version: 1, closedOn: '2026-05-10', outcome: '本人撤回' })
  await moveOn(1, '2026-11-01')
  expect((await whole(caseId)).rules.startsOn).toBe('2014-05-28')
})

test('what was recorded under rules that no longer hold for a case stays in it, on its page and in the 纪实表, and can be corrected', async () => {
  const { call, open, record, whole, step, kept, moveOn, lines } = await office()
  const { caseId } = await open('沈听澜', '2026-05-10')
  await moveOn(1, '2026-11-01')
  await record(caseId, 'candidateNotice', { startedOn: '2026-11-02', doneOn: '2026-11-09', result: 'clear', place: '教学楼公告栏' })
  await moveOn(0, '2026-11-02')
  expect((await whole(caseId)).rules.startsOn).toBe('2014-05-28')
  expect(await step(caseId, 'candidateNotice')).toMatchObject({ state: 'done', on: '2026-11-09' })
  expect((await lines(caseId)).find(({ step: label }) => label === '拟列发展对象公示')?.said).toContain('教学楼公告栏')
  await call('case.change', { stepId: (await kept(caseId, 'candidateNotice')).id, version: 1, draft: { doneOn: '2026-11-10' } })
  expect(await step(caseId, 'candidateNotice')).toMatchObject({ on: '2026-11-10' })
})

test('a local step that was recorded and is then no longer asked for stays in the case and in the 纪实表', async () => {
  const { call, add, open, record, step, lines, read } = await office()
  const { caseId } = await open('沈听澜')
  const id = await add('localRequirement', {
    procedure: 'membership',
    kind: 'step',
    label: '民主测评',
    afterStep: 'consultation',
    clause: '测评制',
    startsOn: '2026-01-01',
  })
  await record(caseId, `local:${id}`, { doneOn: '2026-11-02', opinion: '好 19 票' })
  const { version } = await read('localRequirement', id)
  await call('records.void', { type: 'localRequirement', id, version: Number(version), reason: '不再要求' })
  expect(await step(caseId, `local:${id}`)).toMatchObject({ label: '民主测评', state: 'done', on: '2026-11-02', remarks: [] })
  expect((await lines(caseId)).find(({ step: label }) => label === '民主测评')?.said).toBe('意见和情况：好 19 票')
})

test('a batch over cases of both rules records a step that both have, each case under its own', async () => {
  const { call, open, whole } = await office()
  const [older, newer] = [await open('霍景和', '2026-05-10'), await open('沈听澜', '2026-05-11')]
  const caseIds = [older.caseId, newer.caseId]
  expect(await call('case.record', { caseIds, step: 'application', draft: { doneOn: '2026-05-12' } })).toMatchObject({ recorded: 2 })
  const sources = await Promise.all(caseIds.map(async caseId => (await whole(caseId)).steps.find(({ key }) => key === 'talk')?.why))
  expect(sources).toEqual([
    '收到入党申请书后一个月内（《中国共产党发展党员工作细则》（2014），条号待核）',
    '收到入党申请书后一个月内（《中国共产党发展党员工作细则》（2026）第七条）',
  ])
})

test('a case that a step ended by mistake is open again once the step is corrected; one that a person ended stays ended', async () => {
  const { call, open, record, whole, kept } = await office()
  const { caseId } = await open('沈听澜')
  await record(caseId, 'review', { doneOn: '2026-11-02', result: 'failed' })
  const { id } = await kept(caseId, 'review')
  await call('case.change', { stepId: id, version: 1, draft: { doneOn: '2026-11-03' } })
  expect((await whole(caseId)).record).toMatchObject({ closedOn: '2026-11-03', outcome: '政治审查不合格' })
  await call('case.change', { stepId: id, version: 2, draft: { result: 'passed' } })
  expect((await whole(caseId)).record).toMatchObject({ closedOn: null, outcome: null })
  await call('case.end', { caseId, version: Number((await whole(caseId)).record['version']), closedOn: '2026-11-20', outcome: '本人撤回' })
  await call('case.change', { stepId: id, version: 3, draft: { doneOn: '2026-11-04' } })
  expect((await whole(caseId)).record).toMatchObject({ closedOn: '2026-11-20', outcome: '本人撤回' })
})

test('a case that was reopened on purpose is not closed again by a word that is added to its last step', async () => {
  const { call, open, record, whole, kept } = await office()
  const { caseId } = await open('沈听澜')
  await record(caseId, 'review', { doneOn: '2026-11-02', result: 'failed' })
  await call('case.end', { caseId, version: Number((await whole(caseId)).record['version']), closedOn: null, outcome: null })
  await call('case.change', { stepId: (await kept(caseId, 'review')).id, version: 1, draft: { opinion: '复核' } })
  expect((await whole(caseId)).record['closedOn']).toBe(null)
})

test('a case opened after its last step had been taken ends on the day it was opened, and can be opened again', async () => {
  const { call, open, record, whole } = await office()
  const { caseId } = await open('沈听澜', '2026-11-20')
  await record(caseId, 'review', { doneOn: '2026-11-02', result: 'failed' })
  const { record: now } = await whole(caseId)
  expect(now).toMatchObject({ closedOn: '2026-11-20' })
  await call('case.end', { caseId, version: Number(now['version']), closedOn: null, outcome: null })
})

test('细则第二十条: a vote short of the half is told when it is recorded, on the page and on the board', async () => {
  const { call, open, record, step } = await office()
  const { caseId } = await open('沈听澜')
  const draft = { doneOn: '2026-11-02', result: 'passed', eligible: 24, present: 20, agree: 12, against: 8, abstain: 0 }
  const { remarks } = await record(caseId, 'meeting', draft)
  const told = '支部党员大会讨论：12 人，至少 13 人（赞成人数须超过应到会有表决权人数的半数）'
  expect(remarks.map(({ message }) => message)).toContain(told)
  const shown = await step(caseId, 'meeting')
  expect(shown?.remarks.map(({ message }) => message)).toContain(told)
  expect((await call('case.list', { procedure: 'membership' })).rows[0]?.remarks).toBe(shown?.remarks.length)
})

test('细则第九条: who is named 培养联系人 is held against the roster, and the board follows it when the roster changes', async () => {
  const { call, open, record, step, member, read, add } = await office()
  const tang = await member({ name: '唐立', category: 'probationary', fullMemberOn: null })
  const { caseId } = await open('沈听澜')
  await record(caseId, 'contacts', { doneOn: '2026-11-02', people: '唐立' })
  const remarked = async () => {
    const own = (await step(caseId, 'contacts'))?.remarks.map(({ message }) => message).filter(message => message.includes('唐立')) ?? []
    const all = (await call('case.get', { caseId })).steps.reduce((sum, { remarks }) => sum + remarks.length, 0)
    expect((await call('case.list', { procedure: 'membership' })).rows[0]?.remarks).toBe(all)
    return own
  }
  const change = async (draft: Record<string, unknown>) =>
    call('records.update', { type: 'person', id: tang, version: Number((await read('person', tang))['version']), draft })
  expect(await remarked()).toEqual(['指定培养联系人：唐立在花名册里不是正式党员，应为正式党员'])
  await change({ category: 'full' })
  expect(await remarked()).toEqual([])
  await change({ mobility: 'lost', mobilityOn: '2026-10-01' })
  expect(await remarked()).toEqual(['指定培养联系人：唐立自 2026-10-01 失联，应为正式党员'])
  await change({ name: '唐砺' })
  expect(await remarked()).toEqual([])
  await add('person', { name: '唐立', idNumber: '11010519491231002X', category: 'activist' })
  expect(await remarked()).toEqual(['指定培养联系人：唐立在花名册里不是正式党员，应为正式党员'])
})

const stepsToApproval = (result: string, on: string) =>
  [
    ['meeting', { doneOn: on, result, eligible: 24, present: 22, agree: 20, against: 2, abstain: 0 }],
    ['approval', { doneOn: on, result: 'approved' }],
  ] as const

test.each([
  ['2026-11-21', 1],
  ['2026-11-22', 0],
])('处置办法: 除名 approved on 2021-11-22, nobody applies again within 5 years: an application of %s has %i remarks', async (applied, expected) => {
  const { call, open, record, step, first } = await office()
  const before = await open('沈听澜', '2021-11-01', 'disposal', { category: 'full', joinedOn: '2015-07-01', fullMemberOn: '2016-07-01' })
  const [caseId = ''] = (await call('case.open', { procedure: 'membership', openedOn: applied, owner: null, personIds: [before.personId] })).caseIds
  await record(caseId, 'application', { doneOn: applied })
  expect((await call('case.list', { procedure: 'membership', organizationId: first })).rows[0]?.remarks).toBe(0)
  for (const [key, draft] of stepsToApproval('remove', '2021-11-22')) await record(before.caseId, key, draft)
  const { remarks = [] } = (await step(caseId, 'application')) ?? {}
  expect(remarks).toHaveLength(expected)
  for (const { message } of remarks) expect(message).toContain('劝其退党或者除名后 5 年内不得重新入党')
  expect((await call('case.list', { procedure: 'membership' })).rows[0]?.remarks).toBe(expected)
})

test('处置办法: who is under 限期改正 is not to be named 入党介绍人', async () => {
  const { open, record, step } = await office()
  const tang = await open('唐立', '2026-01-05', 'disposal', { category: 'full', fullMemberOn: '2016-07-01' })
  for (const [key, draft] of stepsToApproval('deadline', '2026-03-02')) await record(tang.caseId, key, draft)
  const { caseId } = await open('沈听澜')
  await record(caseId, 'sponsors', { doneOn: '2026-07-01', people: '唐立、何雨晴' })
  expect((await step(caseId, 'sponsors'))?.remarks.map(({ message }) => message)).toContain('确定入党介绍人：唐立自 2026-03-02 限期改正，应为正式党员')
  await record(tang.caseId, 'recheck', { doneOn: '2026-06-30', result: 'improved' })
  expect((await step(caseId, 'sponsors'))?.remarks.map(({ message }) => message).filter(message => message.includes('唐立'))).toEqual([])
})

test('what an office asks for besides takes away no national step, moves none of its days and holds none up', async () => {
  const { add, open, record, whole } = await office()
  const { caseId } = await open('沈听澜')
  await record(caseId, 'application', { doneOn: '2026-11-01' })
  const before = (await whole(caseId)).steps
  for (const afterStep of membership.rules.at(-1)?.steps.map(({ key }) => key) ?? [])
    for (const kind of ['step', 'material'])
      await add('localRequirement', {
        procedure: 'membership',
        kind,
        label: `另加${kind}`,
        afterStep,
        withinDays: 1,
        workingDays: 20,
        clause: '本单位',
        startsOn: '2020-01-01',
      })
  const after = (await whole(caseId)).steps.filter(({ local }) => !local)
  const judged = (steps: typeof before) => steps.map(({ missing: _missing, materials: _materials, ...rest }) => rest)
  expect(judged(after)).toEqual(judged(before))
  expect(after.map(({ missing }) => missing.length)).toEqual(before.map(({ missing }) => missing.length + 1))
})

test('days that nobody can mean are refused where a local requirement is made', async () => {
  const { add } = await office()
  const given = { procedure: 'membership', kind: 'step', label: '张榜', afterStep: 'application', clause: '本单位', startsOn: '2026-01-01' }
  await expect(add('localRequirement', { ...given, withinDays: 1_000_000_000 })).rejects.toMatchObject({ facts: { issues: [{ message: '至多 3660 天' }] } })
  await expect(add('localRequirement', { ...given, workingDays: 251 })).rejects.toMatchObject({ facts: { issues: [{ message: '至多 250 天' }] } })
})

const voted = { eligible: 24, present: 22, agree: 20, against: 2, abstain: 0 }

/** Someone whose year of probation is over: the conversion is to be discussed. */
async function onProbation() {
  const t = await office({ today: '2028-03-01' })
  const subject = await t.open('沈听澜', '2024-06-01', 'membership', { category: 'probationary', joinedOn: '2026-12-01' })
  await t.record(subject.caseId, 'meeting', { doneOn: '2026-12-01', result: 'passed', ...voted })
  const put = (step: string, draft: Record<string, unknown>) => t.record(subject.caseId, step, draft)
  const stateOf = async (key: string) => (await t.step(subject.caseId, key))?.state
  return { ...t, ...subject, put, stateOf }
}

test('党章第七条: 取消预备党员资格 waits for the upper committee: until it has approved, the case is open and the person 预备党员', async () => {
  const { call, personId, caseId, put, step, stateOf, read, whole, lines } = await onProbation()
  expect(await step(caseId, 'cancellationApproval')).toBe(undefined)
  expect((await lines(caseId)).some(({ step: label }) => label.includes('审批取消'))).toBe(false)
  expect((await step(caseId, 'conversionMeeting'))?.results.map(({ carries }) => carries)).toEqual([[], ['上级党委审批延长预备期'], ['上级党委审批取消资格']])
  await put('conversionMeeting', { ...voted, doneOn: '2027-12-10', result: 'cancelled' })
  expect((await whole(caseId)).record).toMatchObject({ closedOn: null, outcome: null })
  expect(await read('person', personId)).toMatchObject({ category: 'probationary' })
  expect(await step(caseId, 'cancellationApproval')).toMatchObject({
    state: 'open',
    until: '2028-03-10',
    clause: '《中国共产党章程》第七条',
    why: '三个月内审批（《中国共产党章程》第七条；期限比照转正审批，待核）',
  })
  expect([await stateOf('conversionApproval'), await stateOf('archive')]).toEqual(['off', 'off'])
  const due = (await call('due.list', {})).items.filter(({ source }) => source === 'case')
  expect(due.map(({ title }) => title)).toContain('发展党员：沈听澜 · 上级党委审批取消资格')
  await put('cancellationApproval', { doneOn: '2028-01-05', result: 'approved', number: '院委〔2028〕1号' })
  expect(await read('person', personId)).toMatchObject({ category: 'outside' })
  expect((await whole(caseId)).record).toMatchObject({ closedOn: '2028-01-05', outcome: '取消预备党员资格' })
  expect((await step(caseId, 'cancellationApproval'))?.missing).toEqual(['上级党委关于取消预备党员资格的批复'])
  expect((await lines(caseId)).find(({ step: label }) => label.includes('审批取消'))?.said).toContain('院委〔2028〕1号')
  await call('undo.last', {})
  expect(await read('person', personId)).toMatchObject({ category: 'probationary' })
  expect((await whole(caseId)).record).toMatchObject({ closedOn: null })
})

test('党章第七条: a cancellation that was not approved goes back to the branch, and what was done of it stays in sight', async () => {
  const { caseId, put, step, stateOf, read, personId } = await onProbation()
  await put('conversionMeeting', { ...voted, doneOn: '2027-12-10', result: 'cancelled' })
  await put('cancellationApproval', { doneOn: '2027-12-20', result: 'refused' })
  expect(await step(caseId, 'cancellationApproval')).toMatchObject({ state: 'done', on: '2027-12-20', result: '不予批准，退回重新讨论' })
  expect(await stateOf('conversionApproval')).toBe('blocked')
  await put('conversionMeeting', { ...voted, doneOn: '2027-12-28', result: 'cancelled' })
  expect(await step(caseId, 'cancellationApproval')).toMatchObject({ state: 'open', until: '2028-03-28' })
  await put('cancellationApproval', { doneOn: '2028-01-05', result: 'refused' })
  await put('conversionMeeting', { ...voted, doneOn: '2028-01-06', result: 'passed' })
  expect([await stateOf('cancellationApproval'), await stateOf('conversionApproval')]).toEqual(['done', 'open'])
  expect(await read('person', personId)).toMatchObject({ category: 'probationary' })
})

test('党章第七条: 延长预备期 is approved by the upper committee as well; until then that stands among what is due', async () => {
  const { caseId, put, step, stateOf } = await onProbation()
  await put('conversionMeeting', { ...voted, doneOn: '2027-12-10', result: 'extended', extendedTo: '2028-06-01' })
  expect(await step(caseId, 'extensionApproval')).toMatchObject({ state: 'open', until: '2028-03-10', clause: '《中国共产党章程》第七条' })
  const { remarks } = await put('extensionApproval', { doneOn: '2027-12-01', result: 'approved' })
  expect(remarks.map(({ message }) => message)).toEqual(['上级党委审批延长预备期 2027-12-01 早于支部党员大会讨论转正 2027-12-10'])
  expect(await stateOf('extensionApproval')).toBe('done')
  expect(await step(caseId, 'conversionApplication')).toMatchObject({ state: 'blocked', from: '2028-06-01' })
})

test('党章第七条: a prolongation that was refused prolongs nothing, and the next one is not the second', async () => {
  const { caseId, put, step, stateOf } = await onProbation()
  await put('conversionApplication', { doneOn: '2027-12-02' })
  await put('conversionMeeting', { ...voted, doneOn: '2027-12-10', result: 'extended', extendedTo: '2028-06-01' })
  expect(await stateOf('conversionApplication')).toBe('blocked')
  await put('extensionApproval', { doneOn: '2027-12-20', result: 'refused' })
  // What had been done towards the meeting counts again; the meeting itself has to be held.
  expect([await stateOf('conversionApplication'), await stateOf('extensionApproval'), await stateOf('conversionMeeting')]).toEqual(['done', 'done', 'blocked'])
  expect((await step(caseId, 'conversionMeeting'))?.from).toBe('2027-12-01')
  await put('conversionMeeting', { ...voted, doneOn: '2027-12-28', result: 'extended', extendedTo: '2028-06-01' })
  expect((await step(caseId, 'conversionMeeting'))?.remarks.filter(({ code }) => code === 'again')).toEqual([])
  expect(await step(caseId, 'extensionApproval')).toMatchObject({ state: 'open', until: '2028-03-28' })
})

test('细则第十九条: a meeting that was put off in time has met its month: the second is told nothing, on the page and in 今日待办', async () => {
  const { call, open, record, step } = await office()
  const { caseId } = await open('沈听澜')
  await record(caseId, 'preview', { doneOn: '2026-08-03', result: 'passed' })
  await record(caseId, 'form', { doneOn: '2026-08-04', number: '2026-011' })
  const dueNow = async () => (await call('due.list', {})).items.find(({ title }) => title.endsWith('支部党员大会讨论'))?.now
  expect(await dueNow()).toMatch(/^已过 81 天/)
  await record(caseId, 'meeting', { doneOn: '2026-09-02', result: 'again' })
  expect(await dueNow()).toBe(undefined)
  expect(await step(caseId, 'meeting')).toMatchObject({ state: 'open', until: null })
  const { remarks } = await record(caseId, 'meeting', { doneOn: '2026-11-10', result: 'passed', eligible: 24, present: 20, agree: 20 })
  expect(remarks.filter(({ message }) => message.includes('晚了'))).toEqual([])
})

test('a step that breaks two bounds says both, each with its article, before and after it is taken', async () => {
  const { call, open, record, step } = await office()
  const { caseId } = await open('沈听澜')
  const { record: now } = await call('case.get', { caseId })
  await call('records.update', { type: 'procedureCase', id: caseId, version: Number(now['version']), draft: { leavesOn: '2027-01-31' } })
  await record(caseId, 'preview', { doneOn: '2026-08-03', result: 'passed' })
  await record(caseId, 'form', { doneOn: '2026-08-04' })
  const both = ['预审合格后一个月内提交党员大会讨论', '未来三个月内将离开工作、学习单位的，一般不办理接收预备党员的手续']
  expect((await step(caseId, 'meeting'))?.why).toBe(
    `${both[0]}（《中国共产党发展党员工作细则》（2026）第十九条）；${both[1]}（《中国共产党发展党员工作细则》（2014）第十九条；2026 年条文待核）`,
  )
  const due = (await call('due.list', {})).items.find(({ title }) => title.endsWith('支部党员大会讨论'))
  expect(due?.asks).toBe(both.join('；'))
  await record(caseId, 'meeting', { doneOn: '2026-11-10', result: 'passed', eligible: 24, present: 20, agree: 20 })
  const late = (await step(caseId, 'meeting'))?.remarks.filter(({ code }) => code === 'late') ?? []
  expect(late.map(({ message }) => message)).toEqual([
    `支部党员大会讨论晚了 68 天：2026-11-10，不晚于 2026-09-03（${both[0]}）`,
    `支部党员大会讨论晚了 10 天：2026-11-10，不晚于 2026-10-31（${both[1]}）`,
  ])
})
