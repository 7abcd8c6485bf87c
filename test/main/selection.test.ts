import { expect, test } from 'vitest'
import { dossierOffice } from '../support/dossier.ts'

/** The dossier with 干部信息 of both candidates. */
async function opened() {
  const office = await dossierOffice()
  const { call, add, wen, deng, caseId } = office
  const cadres = {
    wen: await add('cadre', { personId: wen, currentPost: '测绘教研室主任、支部纪检委员', postSince: '2020-07-01' }),
    deng: await add('cadre', { personId: deng, currentPost: '党政办公室秘书科科长', postSince: '2022-09-01' }),
  }
  const record = (step: string, draft: Record<string, unknown>) => call('case.record', { caseIds: [caseId], step, draft })
  const step = async (key: string) => (await call('case.get', { caseId })).steps.find(found => found.key === key)
  return { ...office, cadres, record, step }
}

test('a dossier opens with its matter and its candidates, each with what the office knows of him, and stands first in 动议', async () => {
  const { call, whole, caseId } = await opened()
  const { candidates, compared, selection } = await whole()
  expect(selection).toMatchObject({ caseId, kind: 'ordinary', places: 1, probation: true })
  expect(candidates.map(({ name, record }) => [name, record['stage'], record['currentPost']])).toEqual([
    ['温启明', 'recommended', '测绘教研室主任'],
    ['邓文涛', 'recommended', '党政办公室秘书科科长'],
  ])
  expect(compared.find(({ key }) => key === 'tenure')).toEqual({ key: 'tenure', label: '现职年限', values: ['6 年 4 个月', '4 年 2 个月'], asked: '满 2 年' })
  const { rows } = await call('selection.list', {})
  expect(rows).toMatchObject([{ id: caseId, name: '教务处副处长选拔', phase: '动议', step: '综合分析研判', state: 'open' }])
  expect((await call('case.list', { procedure: 'membership' })).total).toBe(0)
})

test('from the candidates those chosen go on; the others stay on the list with the reason, and without a reason nothing changes', async () => {
  const { call, caseId, ids, whole } = await opened()
  const [wen = '', deng = ''] = await ids()
  await expect(call('selection.advance', { caseId, stage: 'assessed', candidateIds: [wen], otherwise: null, on: null })).rejects.toMatchObject({
    facts: { issues: [{ message: '写明其余 1 人未列入的原因' }] },
  })
  expect((await whole()).candidates.map(({ record }) => record['stage'])).toEqual(['recommended', 'recommended'])
  expect(await call('selection.advance', { caseId, stage: 'assessed', candidateIds: [wen, deng], otherwise: null, on: null })).toEqual({ advanced: 2, out: 0 })
  expect(await call('selection.advance', { caseId, stage: 'proposed', candidateIds: [deng], otherwise: '综合比选', on: null })).toEqual({ advanced: 1, out: 1 })
  expect((await whole()).candidates.map(({ record }) => [record['stage'], record['outcome']])).toEqual([
    ['out', '综合比选'],
    ['proposed', null],
  ])
})

test('考察材料 and the papers of 凡提四必 are asked for of each candidate by name', async () => {
  const { call, caseId, ids, record, step } = await opened()
  const [wen = '', deng = ''] = await ids()
  await record('report', { doneOn: '2026-11-20' })
  expect((await step('report'))?.missing).toEqual([])
  await call('selection.advance', { caseId, stage: 'assessed', candidateIds: [wen, deng], otherwise: null, on: null })
  expect((await step('report'))?.missing).toEqual(['考察材料（温启明、邓文涛）', '干部任免审批表（温启明、邓文涛）'])
  const file = (candidateId: string, material: string) =>
    call('records.create', {
      type: 'caseMaterial',
      draft: { caseId, step: 'report', material, name: '考察材料', madeOn: null, pages: 3, file: null, remark: null, candidateId },
    })
  await file(wen, 'report')
  expect((await step('report'))?.missing).toEqual(['考察材料（邓文涛）', '干部任免审批表（温启明、邓文涛）'])
  await file(deng, 'report')
  expect((await step('report'))?.missing).toEqual(['干部任免审批表（温启明、邓文涛）'])
})

test('what stands elsewhere in the office speaks in the dossier: 影响期, last year’s grade, relatives at the meeting; each names its clause and its record', async () => {
  const { call, add, caseId, ids, whole, record, wen, cadres } = await opened()
  const [first = '', second = ''] = await ids()
  await call('cadre.save', {
    cadreId: cadres.wen,
    version: 1,
    lines: {
      family: [{ number: 1, relation: '妻子', name: '钱二', born: '1982-03', politics: null, work: null }],
      grades: [{ year: 2025, grade: 'basic', remark: null }],
    },
  })
  const stepDown = await add('stepDown', {
    personId: wen,
    formerPost: '测绘教研室副主任',
    kind: 'removed',
    cause: 'performance',
    reason: '不胜任',
    decidedOn: '2026-01-10',
    until: '2027-01-10',
  })
  await call('selection.advance', { caseId, stage: 'assessed', candidateIds: [first, second], otherwise: null, on: null })
  await record('committeeMeeting', {
    doneOn: '2026-11-20',
    result: 'passed',
    people: '何书记',
    attended: '何书记、钱二、赵六',
    eligible: 9,
    present: 7,
    agree: 6,
    against: 1,
    abstain: 0,
  })
  const { findings, quorum } = await whole()
  expect(findings.find(({ code }) => code === 'bar')).toMatchObject({
    clause: expect.stringContaining('第二十四条第六项'),
    evidence: { type: 'stepDown', id: stepDown },
  })
  const meeting = (await call('case.get', { caseId })).records.find(kept => kept['step'] === 'committeeMeeting')?.['id']
  expect(findings).toContainEqual(
    expect.objectContaining({
      message: '党委（党组）会议到会人员有钱二，与温启明的妻子同名，请核对回避',
      clause: expect.stringContaining('第五十三条'),
      evidence: { type: 'caseStep', id: meeting },
    }),
  )
  expect(findings).toContainEqual(
    expect.objectContaining({ message: '温启明 2025 年年度考核为基本称职，不得列为考察对象', evidence: { type: 'cadre', id: cadres.wen } }),
  )
  expect(findings.every(({ clause }) => clause.length > 0)).toBe(true)
  expect(quorum).toEqual({ eligible: 9, present: 6, agree: 5 })
})

test('a vote of too few, or with less than half of all members for it, is recorded and said with the clause', async () => {
  const { record } = await opened()
  const { remarks } = await record('committeeMeeting', {
    doneOn: '2026-11-20',
    result: 'passed',
    people: '何书记',
    eligible: 9,
    present: 5,
    agree: 4,
    against: 1,
    abstain: 0,
  })
  expect(remarks.map(({ message }) => message)).toEqual(
    expect.arrayContaining([expect.stringContaining('部务会议研究'), expect.stringContaining('征求分管领导意见')]),
  )
})

test('公示 of four working days is too short, over the October holiday it ends on the day the calendar says', async () => {
  const { record, step } = await opened()
  await record('publicNotice', { startedOn: '2026-09-18', doneOn: '2026-09-23', result: 'clear' })
  expect((await step('publicNotice'))?.remarks.map(({ message }) => message)).toContain(
    '任职前公示时间不够：2026-09-18 至 2026-09-23，至少到 2026-09-24（公示期不少于五个工作日）',
  )
})

test('考察材料 begins with what is on file, and leaves to people what people have to judge', async () => {
  const { call, ids } = await opened()
  const [, deng = ''] = await ids()
  const { text } = await call('selection.draft', { candidateId: deng })
  expect(text).toContain('邓文涛同志考察材料')
  expect(text).toContain('1979年12月生（46岁）')
  expect(text).toContain('现任党政办公室秘书科科长')
  expect(text).toContain('（还没有封票的推荐、测评结果。）')
})

test('a dossier that has ended takes no more candidates until it is opened again', async () => {
  const { call, caseId, member } = await opened()
  const { record } = await call('case.get', { caseId })
  await call('case.end', { caseId, version: Number(record['version']), closedOn: '2026-11-23', outcome: '职位不再设置' })
  const late = await member({ name: '后来人' })
  await expect(call('selection.consider', { caseId, personIds: [late], proposedPost: '教务处副处长' })).rejects.toMatchObject({
    facts: { issues: [{ message: '教务处副处长选拔的卷宗已结束，先重新打开' }] },
  })
  expect(await call('selection.ofPerson', { personId: late })).toEqual([])
})

test('班子结构 shows the body as it is, and as the candidates would make it: who comes, who leaves, everybody in one band', async () => {
  const { call, add, member, ids, wen } = await opened()
  const post = await add('post', {
    unit: '教务处',
    title: '教务处副处长',
    kind: 'middle',
    level: 'middleDeputy',
    headcount: 2,
    number: 1,
    abolishedOn: null,
    termYears: null,
  })
  const old = await member({ name: '鲁望' })
  await add('postHolding', {
    personId: old,
    postId: post,
    title: '教务处副处长',
    unit: '教务处',
    startsOn: '2016-01-01',
    endsOn: null,
    probationUntil: null,
    confirmedOn: null,
    termUntil: null,
    noticeOn: null,
  })
  const now = await call('team.structure', { unit: '教务处' })
  expect(now).toMatchObject({
    units: ['教务处'],
    unit: '教务处',
    members: [{ name: '鲁望', posts: ['教务处副处长'], change: null }],
    before: { count: 1 },
    after: null,
  })
  const [first = ''] = await ids()
  const then = await call('team.structure', { unit: '教务处', candidateIds: [first] })
  expect(then.members.map(({ name, change }) => [name, change])).toEqual([
    ['鲁望', null],
    ['温启明', 'in'],
  ])
  expect(then.after?.count).toBe(2)
  expect(then.after?.sides.find(({ key }) => key === 'tenure')?.bands.find(({ label }) => label === '不满 3 年')?.personIds).toEqual([wen])
})
