import { expect, test } from 'vitest'
import { activity } from '../../shared/domain/activity.ts'
import { appointment, exemption } from '../../shared/domain/changes.ts'
import { organization } from '../../shared/domain/organization.ts'
import { parameter } from '../../shared/domain/parameter.ts'
import { person } from '../../shared/domain/person.ts'
import type { Call } from '../../main/app/caller.ts'
import { createTestApp } from '../support/app.ts'
import { draftOf } from '../support/sample.ts'

const quota = 'study-hours'
const numbers = ['11010519491231002X', '110105194912310038', '110105194912310046', '110105194912310054']

async function office() {
  const t = await createTestApp()
  const create = async (type: 'organization' | 'person' | 'activity' | 'appointment' | 'exemption' | 'parameter', draft: Record<string, unknown>) =>
    String((await t.call('records.create', { type, draft })).id)
  const first = await create('organization', draftOf(organization, { name: '第一党支部', kind: 'branch' }))
  const second = await create('organization', draftOf(organization, { name: '第二党支部', kind: 'branch' }))
  let n = 0
  const member = (given: Record<string, unknown> = {}) =>
    create('person', draftOf(person, { name: `党员${n}`, idNumber: numbers[n++], category: 'full', organizationId: first, ...given }))
  return { ...t, create, first, second, member }
}

async function attend(
  call: Call,
  create: (type: 'activity', draft: Record<string, unknown>) => Promise<string>,
  given: Record<string, unknown>,
  lines: readonly { personId: string; state: 'present' | 'makeup' | 'leave' | 'absent'; hours: number }[],
) {
  const id = await create(
    'activity',
    draftOf(activity, { name: '集中培训', kind: 'training', startsOn: '2025-04-08', endsOn: '2025-04-10', hours: 24, counts: true, ...given }),
  )
  await call('attendance.save', { activityId: id, version: 1, lines: [...lines] })
  return id
}

const standing = async (call: Call, year: number, personId: string) => (await call('quota.people', { quota, year })).people.find(p => p.personId === personId)

test('attendance and make-up give hours; leave and absence give none', async () => {
  const { call, create, member } = await office()
  const [a, b, c, d] = [await member(), await member(), await member(), await member()]
  await attend(call, create, {}, [
    { personId: a, state: 'present', hours: 24 },
    { personId: b, state: 'makeup', hours: 20 },
    { personId: c, state: 'leave', hours: 24 },
    { personId: d, state: 'absent', hours: 24 },
  ])
  const done = (await call('quota.people', { quota, year: 2025 })).people.map(p => [p.personId, p.done])
  expect(new Map(done as [string, number][])).toEqual(
    new Map([
      [a, 24],
      [b, 20],
      [c, 0],
      [d, 0],
    ]),
  )
})

test('an activity outside the yearly task gives no hours, and the opened figure says why', async () => {
  const { call, create, member } = await office()
  const a = await member()
  await attend(call, create, { counts: false }, [{ personId: a, state: 'present', hours: 24 }])
  const opened = await call('quota.subject', { quota, year: 2025, subjectId: a })
  expect(opened).toMatchObject({
    subject: { done: 0 },
    lines: [{ amount: 24, counted: 0, why: '活动不计入年度学习任务' }],
    clause: { value: 32, clause: expect.stringContaining('第二十条') },
  })
})

test('a class over the new year is shared between the years by its days', async () => {
  const { call, create, member } = await office()
  const a = await member()
  await attend(call, create, { startsOn: '2025-12-31', endsOn: '2026-01-02', hours: 24 }, [{ personId: a, state: 'present', hours: 24 }])
  expect(await standing(call, 2025, a)).toMatchObject({ done: 8 })
  expect(await standing(call, 2026, a)).toMatchObject({ done: 16 })
  const opened = await call('quota.subject', { quota, year: 2025, subjectId: a })
  expect(opened.lines[0]).toMatchObject({ counted: 8, why: '跨年，按天数计入 2025 年 33.33%' })
})

test('thirds of a day never leave someone an invisible fraction short', async () => {
  const { call, create, member } = await office()
  const a = await member()
  for (const name of ['一', '二', '三', '四', '五', '六'])
    await attend(call, create, { name, startsOn: '2025-12-30', endsOn: '2026-01-01', hours: 8 }, [{ personId: a, state: 'present', hours: 8 }])
  expect(await standing(call, 2025, a)).toMatchObject({ done: 32, met: true, state: 'met' })
})

test('a change of days or of counting moves the hours; voiding takes them away, restoring gives them back', async () => {
  const { call, create, member } = await office()
  const a = await member()
  const id = await attend(call, create, {}, [{ personId: a, state: 'present', hours: 24 }])
  const draft = draftOf(activity, { name: '集中培训', kind: 'training', startsOn: '2026-01-05', endsOn: '2026-01-07', hours: 24, counts: true })
  await call('records.update', { type: 'activity', id, version: 2, draft })
  expect([(await standing(call, 2025, a))?.done, (await standing(call, 2026, a))?.done]).toEqual([0, 24])
  await call('records.void', { type: 'activity', id, version: 3, reason: '没有举办' })
  expect((await standing(call, 2026, a))?.done).toBe(0)
  await call('records.restore', { type: 'activity', id, version: 4, reason: '误作废' })
  expect((await standing(call, 2026, a))?.done).toBe(24)
})

test('secretaries and committee members owe 56 hours, a member 32, the exempt nothing', async () => {
  const { call, member } = await office()
  const secretary = await member({ partyPost: '党支部书记' })
  const committee = await member({ partyPost: '宣传委员' })
  const plain = await member()
  const exempt = await member({ exemptReason: '年老体弱' })
  const { people } = await call('quota.people', { quota, year: 2025 })
  const target = (id: string) => people.find(p => p.personId === id)
  expect(target(secretary)).toMatchObject({ target: 56, targetLabel: '书记和班子成员' })
  expect(target(committee)).toMatchObject({ target: 56 })
  expect(target(plain)).toMatchObject({ target: 32, met: false, state: 'short' })
  expect(target(exempt)).toMatchObject({ target: 0, met: true, exempt: true, exemptReason: '年老体弱' })
  const board = await call('quota.board', { quota, year: 2025 })
  expect(board.total).toMatchObject({ members: 4, required: 3, met: 0, exempt: 1, meanTarget: 48, committee: { required: 2, met: 0 } })
})

test('what the roster says without a date holds for every year shown', async () => {
  const { call, first, member } = await office()
  const secretary = await member({ partyPost: '党支部书记' })
  for (const year of [2021, 2024, 2026]) expect(await standing(call, year, secretary)).toMatchObject({ target: 56, organizationId: first })
})

test('a dated appointment says more than the roster: 56 hours only in the years of office', async () => {
  const { call, create, member } = await office()
  const a = await member({ partyPost: '党支部书记' })
  await create('appointment', draftOf(appointment, { personId: a, post: '党支部书记', startsOn: '2023-03-01', endsOn: '2024-06-30' }))
  const targets = []
  for (const year of [2022, 2023, 2024, 2025]) targets.push((await standing(call, year, a))?.target)
  expect(targets).toEqual([32, 56, 56, 32])
})

test('a dated exemption frees only the years it touches', async () => {
  const { call, create, member } = await office()
  const a = await member()
  await create('exemption', draftOf(exemption, { personId: a, quota, reason: '长期患病', startsOn: '2024-05-01', endsOn: '2025-02-28' }))
  const states = []
  for (const year of [2023, 2024, 2025, 2026]) states.push((await standing(call, year, a))?.exempt)
  expect(states).toEqual([false, true, true, false])
})

test('a transfer moves a person from its day on; earlier years stay with the old branch', async () => {
  const { call, first, second, member } = await office()
  const a = await member()
  await call('person.transfer', { ids: [a], organizationId: second, movedOn: '2025-07-01' })
  const places = []
  for (const year of [2024, 2025, 2026]) places.push((await standing(call, year, a))?.organizationId)
  expect(places).toEqual([first, second, second])
  const board = await call('quota.board', { quota, year: 2024 })
  expect(board.organizations.map(o => [o.name, o.members])).toEqual([
    ['第二党支部', 0],
    ['第一党支部', 1],
  ])
})

test('nobody is counted in a year before joining the Party', async () => {
  const { call, member } = await office()
  const a = await member({ joinedOn: '2025-03-01' })
  expect(await standing(call, 2024, a)).toBeUndefined()
  expect(await standing(call, 2025, a)).toBeDefined()
})

test('a raised number leaves earlier years as they were', async () => {
  const { call, create, member } = await office()
  const a = await member()
  await create('parameter', draftOf(parameter, { key: 'study.member', value: 40, startsOn: '2026-01-01', basis: 'policy', clause: '本院党发〔2025〕30 号' }))
  expect([(await standing(call, 2025, a))?.target, (await standing(call, 2026, a))?.target]).toEqual([32, 40])
})

test('the board adds up: every branch, the total, the list behind each figure', async () => {
  const { call, create, first, second, member } = await office()
  const a = await member({ partyPost: '党支部书记' })
  const b = await member({ organizationId: second })
  await member({ organizationId: second, exemptReason: '失能' })
  await attend(call, create, { hours: 32 }, [
    { personId: a, state: 'present', hours: 32 },
    { personId: b, state: 'present', hours: 32 },
  ])
  const board = await call('quota.board', { quota, year: 2025 })
  const sum = (key: 'members' | 'required' | 'met' | 'exempt' | 'amount') => board.organizations.reduce((total, o) => total + o[key], 0)
  for (const key of ['members', 'required', 'met', 'exempt', 'amount'] as const) expect(sum(key), key).toBe(board.total[key])
  expect(board.organizations.find(o => o.id === first)?.months[3]).toBe(32)
  const behind = async (states: ('met' | 'near' | 'short' | 'exempt')[]) => (await call('quota.people', { quota, year: 2025, states })).people.length
  expect([await behind(['met']), await behind(['near', 'short']), await behind(['exempt'])]).toEqual([
    board.total.met,
    board.total.near + board.total.short,
    board.total.exempt,
  ])
  const branch = await call('quota.board', { quota, year: 2025, organizationId: second })
  expect(branch.total).toMatchObject({ members: 2, required: 1, met: 1 })
})

test('undoing a save of attendance brings back the lines and the hours before it', async () => {
  const { call, create, member } = await office()
  const a = await member()
  const id = await attend(call, create, {}, [{ personId: a, state: 'present', hours: 24 }])
  await call('attendance.save', { activityId: id, version: 2, lines: [{ personId: a, state: 'absent', hours: 24 }] })
  expect((await standing(call, 2025, a))?.done).toBe(0)
  await call('undo.last', {})
  expect((await standing(call, 2025, a))?.done).toBe(24)
})

test('one person twice in an activity is refused, and so is a save over someone else’s', async () => {
  const { call, create, member } = await office()
  const a = await member()
  const line = { personId: a, state: 'present', hours: 24 } as const
  const id = await attend(call, create, {}, [line])
  await expect(call('attendance.save', { activityId: id, version: 2, lines: [line, line] })).rejects.toMatchObject({ code: 'input.invalid' })
  await expect(call('attendance.save', { activityId: id, version: 1, lines: [] })).rejects.toMatchObject({ code: 'record.changedByOther' })
})

test('voiding an activity says beforehand who falls short', async () => {
  const { call, create, member } = await office()
  const [a, b] = [await member(), await member()]
  const id = await attend(call, create, { hours: 32 }, [
    { personId: a, state: 'present', hours: 32 },
    { personId: b, state: 'present', hours: 10 },
  ])
  expect(await call('activity.consequences', { activityId: id })).toEqual({ attended: 2, hours: 32, fallsShort: 1 })
})
