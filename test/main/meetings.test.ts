import { expect, test } from 'vitest'
import { activity, type AttendanceState } from '../../shared/domain/activity.ts'
import { smallOffice } from '../support/office.ts'
import { draftOf } from '../support/sample.ts'

type Office = Awaited<ReturnType<typeof smallOffice>>

const meeting = (organizationId: string, given: Record<string, unknown> = {}) =>
  draftOf(activity, {
    name: '四季度党员大会',
    kind: 'memberMeeting',
    organizationId,
    startsOn: '2026-11-12',
    endsOn: '2026-11-12',
    hours: 2,
    counts: true,
    chair: '高志远',
    ...given,
  })

const decision = {
  number: 1,
  item: '预备党员转正',
  decision: '同意按期转正',
  method: 'secret',
  voters: 3,
  present: 2,
  agree: 2,
  against: 0,
  abstain: 0,
  conclusion: 'passed',
}

const line = (personId: string, state: AttendanceState, reason: string | null = null) => ({ personId, state, hours: 2, reason })

/** A branch of five: two 正式, one who became 正式 later, one 预备 and one abroad whose 党籍 is stopped. */
async function branch() {
  const office = await smallOffice({ today: '2026-11-23' })
  const { member, first, second } = office
  const secretary = await member({ name: '高志远', partyPost: '党支部书记' })
  const full = await member({ name: '程雅琴', mobility: 'floating', mobilityOn: '2026-09-01' })
  const later = await member({ name: '邓文涛', joinedOn: '2025-11-20', fullMemberOn: '2026-11-20' })
  const probationary = await member({ name: '何雨晴', category: 'probationary', joinedOn: '2026-06-01' })
  const stopped = await member({ name: '曹军怡', membershipState: 'suspended' })
  await member({ name: '谭建国', organizationId: second })
  return { ...office, branch: first, secretary, full, later, probationary, stopped }
}

const expectedOf = (
  office: Office,
  kind: 'memberMeeting' | 'committeeMeeting' | 'democraticLife' | 'jointMeeting' | 'groupMeeting',
  organizationId: string,
  day: string,
) => office.call('meeting.expected', { kind, organizationId, day })

test('应到 of a 党员大会 is the roster on the day; a ground for not counting is proposed, and nobody is left out', async () => {
  const office = await branch()
  const { people, voters, proposed, secretary } = await expectedOf(office, 'memberMeeting', office.branch, '2026-11-12')
  const by = Object.fromEntries(people.map(p => [p.name, [p.voter, p.proposal]]))
  expect(by).toEqual({
    高志远: [true, null],
    程雅琴: [true, '流动党员，本人申请'],
    邓文涛: [false, null],
    何雨晴: [false, null],
    曹军怡: [false, '停止党籍'],
  })
  expect([voters, proposed, secretary]).toEqual([2, 2, '高志远'])
})

test('the day decides: who joined later is not expected, who became 正式 by then votes, who was away only later is counted', async () => {
  const office = await branch()
  const before = await expectedOf(office, 'memberMeeting', office.branch, '2026-05-08')
  expect(before.people.map(p => p.name)).not.toContain('何雨晴')
  expect(before.people.find(p => p.name === '程雅琴')?.proposal).toBeNull()
  const after = await expectedOf(office, 'memberMeeting', office.branch, '2026-11-20')
  expect(after.people.find(p => p.name === '邓文涛')?.voter).toBe(true)
})

test('who was still a member on the day is expected, though he has left since; 党籍 stopped later still had a vote', async () => {
  const office = await branch()
  await office.member({ name: '钟永康', membershipState: 'transferred', membershipOn: '2026-11-15' })
  await office.member({ name: '温秀兰', membershipState: 'suspended', membershipOn: '2026-11-15' })
  const found = async (name: string, day: string) => (await expectedOf(office, 'memberMeeting', office.branch, day)).people.find(p => p.name === name)
  expect(await found('钟永康', '2026-11-14')).toMatchObject({ voter: true, proposal: null })
  expect(await found('钟永康', '2026-11-15')).toBeUndefined()
  expect(await found('温秀兰', '2026-11-14')).toMatchObject({ voter: true, proposal: null })
  expect(await found('温秀兰', '2026-11-15')).toMatchObject({ voter: false, proposal: '停止党籍' })
})

test('who has moved to another branch by the day is expected there', async () => {
  const office = await branch()
  await office.call('person.transfer', { ids: [office.full], organizationId: office.second, movedOn: '2026-10-10' })
  const names = async (organizationId: string, day: string) => (await expectedOf(office, 'memberMeeting', organizationId, day)).people.map(p => p.name)
  expect(await names(office.branch, '2026-10-09')).toContain('程雅琴')
  expect(await names(office.branch, '2026-10-10')).not.toContain('程雅琴')
  expect(await names(office.second, '2026-10-10')).toContain('程雅琴')
})

test('a 支委会 asks the committee of the day, a 党小组会 its group, a 联席会议 nobody in particular', async () => {
  const office = await branch()
  const group = await office.body('第一党小组', 'group', office.branch)
  const inGroup = await office.member({ name: '卢思源', organizationId: group })
  await office.add('appointment', { personId: inGroup, organizationId: office.branch, post: '组织委员', startsOn: '2026-08-01', endsOn: null })
  const names = async (...asked: [Parameters<typeof expectedOf>[1], string, string]) => (await expectedOf(office, ...asked)).people.map(p => p.name).toSorted()
  expect(await names('committeeMeeting', office.branch, '2026-07-31')).toEqual(['高志远'])
  expect(await names('committeeMeeting', office.branch, '2026-08-01')).toEqual(['卢思源', '高志远'].toSorted())
  expect(await names('groupMeeting', group, '2026-11-12')).toEqual(['卢思源'])
  expect(await names('memberMeeting', office.branch, '2026-11-12')).toContain('卢思源')
  const joint = await expectedOf(office, 'jointMeeting', office.branch, '2026-11-12')
  expect([joint.people.length, joint.basis]).toEqual([0, '联席会议没有固定的应到名单，按通知逐个加人'])
})

test('a meeting is written with who was there and what was decided; its figures follow, and one undo takes all of it back', async () => {
  const office = await branch()
  const { call, secretary, full, later, probationary, stopped } = office
  const lines = [
    line(secretary, 'present'),
    line(full, 'leave', '因公出差'),
    line(later, 'present'),
    line(probationary, 'makeup'),
    line(stopped, 'excused', '停止党籍'),
  ]
  const { id, counts } = await call('meeting.save', { draft: meeting(office.branch), lines, resolutions: [decision] })
  const figures = { expected: 4, excused: 1, attended: 2, makeup: 1, leave: 1, absent: 0, voters: 2, votersPresent: 1 }
  expect(counts).toEqual(figures)
  const kept = await call('meeting.get', { activityId: id })
  expect(kept).toMatchObject({ activity: { chair: '高志远' }, organizer: '第一党支部', counts: figures, resolutions: [decision] })
  expect(kept.lines.find(l => l.personId === full)).toMatchObject({ state: 'leave', reason: '因公出差', voter: true })
  const { rows } = await call('meeting.list', { year: 2026 })
  expect(rows).toMatchObject([{ id, expected: 4, attended: 2, resolutions: 1, attachments: 0, chair: '高志远' }])
  expect(await call('undo.last', {})).toEqual({ label: '登记“四季度党员大会”' })
  expect((await call('meeting.list', { year: 2026 })).total).toBe(0)
})

test('the same record gives study hours: 出勤 and 补学 count, 不计入应到 and 请假 do not, and it is missed by nobody who was not expected', async () => {
  const office = await branch()
  const { call, secretary, full, probationary } = office
  const lines = [line(secretary, 'present'), line(full, 'excused', '流动党员，本人申请'), line(probationary, 'leave')]
  await call('meeting.save', { draft: meeting(office.branch), lines })
  const done = async (id: string) => (await call('quota.people', { quota: 'study-hours', year: 2026, ids: [id] })).people[0]?.done
  expect([await done(secretary), await done(full), await done(probationary)]).toEqual([2, 0, 0])
  expect(await call('quota.missed', { quota: 'study-hours', year: 2026, ids: [full, probationary] })).toEqual({ [full]: 0, [probationary]: 1 })
  expect(await call('activity.totals', { year: 2026 })).toMatchObject({ expected: 2, attended: 1 })
})

test('only what has changed leaves a trace: one audit line for each of fields, attendance and resolutions', async () => {
  const office = await branch()
  const { call, secretary } = office
  const { id, version } = await call('meeting.save', { draft: meeting(office.branch), lines: [line(secretary, 'present')], resolutions: [decision] })
  const lines = async () => (await call('audit.verify', {})).lines
  const before = await lines()
  const same = await call('meeting.save', { activityId: id, version, draft: { chair: '高志远' }, lines: [line(secretary, 'present')], resolutions: [decision] })
  expect([same.version, await lines()]).toEqual([version, before])
  const next = await call('meeting.save', { activityId: id, version, draft: { agenda: '一、预备党员转正' }, lines: [line(secretary, 'absent', '病假')] })
  expect(await lines()).toBe(before + 2)
  expect(next.version).toBe(version + 2)
  const [latest, earlier] = await call('records.history', { type: 'activity', id })
  expect([latest?.changes, earlier?.changes]).toMatchObject([
    [{ label: '参训', before: '1 人', after: '1 人，名单或出勤有改动' }],
    [{ label: '议题', before: '', after: '一、预备党员转正' }],
  ])
  await call('undo.last', {})
  expect(await call('meeting.get', { activityId: id })).toMatchObject({
    activity: { agenda: null },
    lines: [{ state: 'present', reason: null }],
    resolutions: [decision],
  })
})

test('a meeting that was changed elsewhere is not overwritten', async () => {
  const office = await branch()
  const { id, version } = await office.call('meeting.save', { draft: meeting(office.branch) })
  await office.call('meeting.save', { activityId: id, version, draft: { recorder: '程雅琴' } })
  await expect(office.call('meeting.save', { activityId: id, version, draft: { recorder: '邓文涛' } })).rejects.toMatchObject({ code: 'record.changedByOther' })
})

test.each([
  ['不计入应到 without a reason', { lines: [{ personId: 'secretary', state: 'excused', hours: 2 }] }, 'lines.0.reason'],
  ['more votes than people', { resolutions: [{ ...decision, agree: 2, abstain: 1 }] }, 'resolutions.0.agree'],
  ['two resolutions of one number', { resolutions: [decision, decision] }, 'resolutions.1.number'],
  ['a kind that is no meeting', { draft: { kind: 'training' } }, 'kind'],
])('%s is refused by its field, and nothing is written', async (_, given, path) => {
  const office = await branch()
  const lines = 'lines' in given ? given.lines.map(l => ({ ...l, personId: office.secretary })) : undefined
  const draft = meeting(office.branch, 'draft' in given ? given.draft : {})
  const attempt = office.call('meeting.save', { draft, ...(lines && { lines }), ...('resolutions' in given && { resolutions: given.resolutions }) })
  await expect(attempt).rejects.toMatchObject({ code: 'input.invalid', facts: { issues: [{ path }] } })
  expect((await office.call('meeting.list', { year: 2026 })).total).toBe(0)
})

test('the list obeys organization and kind, and counts each kind', async () => {
  const office = await branch()
  const { call, top, first, second } = office
  await call('meeting.save', { draft: meeting(first) })
  await call('meeting.save', { draft: meeting(second, { kind: 'themeDay', name: '十一月主题党日' }) })
  await office.add('activity', {
    name: '读书班',
    kind: 'training',
    organizationId: first,
    startsOn: '2026-11-12',
    endsOn: '2026-11-12',
    hours: 8,
    counts: true,
  })
  const names = async (where: object) => (await call('meeting.list', { year: 2026, ...where })).rows.map(r => r.name)
  expect(await names({ organizationId: first })).toEqual(['四季度党员大会'])
  expect(await names({ organizationId: top, kind: 'themeDay' })).toEqual(['十一月主题党日'])
  expect(await names({ search: '党日' })).toEqual(['十一月主题党日'])
  expect(await call('meeting.totals', { year: 2026, kind: 'themeDay' })).toEqual({ meetings: 2, byKind: { memberMeeting: 1, themeDay: 1 } })
  expect(await names({ year: 2025 })).toEqual([])
})
