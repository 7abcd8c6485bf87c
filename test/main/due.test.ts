import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Call } from '../../main/app/caller.ts'
import { importedNames, records } from '../../shared/domain/index.ts'
import { reminderSheet } from '../../shared/forms/reminder-sheet.ts'
import { recordSources } from '../../shared/due/record-sources.ts'
import { dueSources } from '../../shared/due/sources.ts'
import { smallOffice } from '../support/office.ts'

const list = (call: Call, more: object = {}) => call('due.list', more)
const titles = async (call: Call, organizationId: string, more: object = {}) =>
  (await list(call, { organizationId, ...more })).items.map(item => [item.dueOn, item.state, item.title])

/** One theme day a month, held in every month but those named. */
async function themeDaysBut(add: (type: 'activity', given: Record<string, unknown>) => Promise<string>, organizationId: string, missing: readonly number[]) {
  for (let month = 1; month <= 11; month++) {
    if (missing.includes(month)) continue
    const day = `2026-${String(month).padStart(2, '0')}-10`
    await add('activity', { name: `${month}月主题党日`, kind: 'themeDay', startsOn: day, endsOn: day, hours: 4, counts: true, organizationId })
  }
}

const themeDays = async (call: Call, organizationId: string) => (await list(call, { organizationId })).items.filter(item => item.key.startsWith('theme-day/'))

describe('quotas of organizations', () => {
  test('the running month is coming from its tenth day before the end, a month that is over is overdue, and holding it takes it off the list', async () => {
    const { call, add, first } = await smallOffice()
    await themeDaysBut(add, first, [10, 11])
    expect((await themeDays(call, first)).map(({ dueOn, state, title, now, asks, organization }) => [dueOn, state, title, now, asks, organization])).toEqual([
      ['2026-10-31', 'overdue', '10 月主题党日', '没有记录', '每月 1 次', '第一党支部'],
      ['2026-11-30', 'later', '11 月主题党日', '没有记录', '每月 1 次', '第一党支部'],
    ])
    await add('activity', { name: '补', kind: 'themeDay', startsOn: '2026-10-20', endsOn: '2026-10-20', hours: 4, counts: true, organizationId: first })
    expect((await themeDays(call, first)).map(item => item.title)).toEqual(['11 月主题党日'])
  })

  test('before its warning days a month that runs is not on the list, unless a later day is asked for', async () => {
    const { call, first, add } = await smallOffice({ today: '2026-11-19' })
    await themeDaysBut(add, first, [11])
    expect(await themeDays(call, first)).toEqual([])
    const asked = await list(call, { organizationId: first, until: '2026-11-30' })
    expect(asked.items.map(item => item.title)).toContain('11 月主题党日')
  })

  test('a branch that missed many months has one line for them, and opens an empty meeting of its kind', async () => {
    const { call, first, add } = await smallOffice()
    await themeDaysBut(add, first, [2, 5, 7, 9])
    const [item, ...rest] = await themeDays(call, first)
    expect(rest).toEqual([])
    expect(item).toMatchObject({ dueOn: '2026-09-30', state: 'overdue', title: '主题党日：4 期未完成', now: '2 月、5 月、7 月、9 月' })
    expect(item?.path).toBe(`/meetings/new?kind=themeDay&organizationId=${first}&by=2026-09-30`)
    expect(item?.clause).toMatch(/第十六条/)
  })

  test('what ended with the year before is still there in January', async () => {
    const { call, first, body, add, top } = await smallOffice({ today: '2027-01-05' })
    const late = await body('十二月党支部', 'branch', top, { foundedOn: '2026-11-30' })
    await add('activity', { name: '一月', kind: 'themeDay', startsOn: '2027-01-04', endsOn: '2027-01-04', hours: 4, counts: true, organizationId: late })
    expect((await themeDays(call, late)).map(item => item.title)).toEqual(['12 月主题党日'])
    expect((await themeDays(call, first)).map(item => item.title)).toEqual(['12 月主题党日'])
  })
})

test('people who are short are one line for each branch, the one furthest behind first', async () => {
  const { call, member, activity, first, second } = await smallOffice()
  const [a, b] = [await member({ name: '甲' }), await member({ name: '乙' })]
  await member({ name: '丙', organizationId: second })
  await activity({ startsOn: '2026-03-01', endsOn: '2026-03-03' }, { [a]: 20, [b]: 8 })
  const hours = (await list(call)).items.filter(item => item.key.startsWith('study-hours/'))
  expect(hours.map(({ organizationId, title, now, state }) => [organizationId, title, now, state])).toEqual([
    [first, '2026 年学时：2 人未完成', '乙、甲', 'later'],
    [second, '2026 年学时：1 人未完成', '丙', 'later'],
  ])
  expect(hours[0]?.path).toBe(`/study/people?organization=${first}&owing=1`)
})

describe('registers with a deadline', () => {
  const given = { raisedOn: '2026-09-01', source: 'lifeMeeting', problem: '谈话记录不全' }

  test('a rectification is listed from the days before its deadline until it is done, for whoever the record names', async () => {
    const { call, add, first } = await smallOffice()
    const id = await add('rectification', { ...given, organizationId: first, dueOn: '2026-11-20', responsible: '周敏' })
    await add('rectification', { ...given, problem: '到期还早', organizationId: first, dueOn: '2026-12-31' })
    const open = (await list(call)).items.filter(item => item.source === 'rectification')
    expect(open.map(({ title, state, responsible, path }) => [title, state, responsible, path])).toEqual([
      ['整改到期：谈话记录不全', 'overdue', '周敏', `/registers/rectification?record=${id}`],
    ])
    const { record } = await call('records.get', { type: 'rectification', id })
    const draft = Object.fromEntries(Object.keys(records.rectification.fields).map(key => [key, record[key]]))
    await call('records.update', { type: 'rectification', id, version: 1, draft: { ...draft, doneOn: '2026-11-22' } })
    expect((await list(call)).items.some(item => item.source === 'rectification')).toBe(false)
  })

  test('a visit’s longer deadline counts once it has been extended', async () => {
    const { call, add } = await smallOffice()
    const visit = { visitor: '群众', receivedOn: '2026-10-01', way: 'call', matter: '停车', firstReceiver: '李明', dueOn: '2026-11-01' }
    await add('visitMatter', { ...visit, extendedTo: '2026-11-25' })
    await add('visitMatter', { ...visit, visitor: '乙' })
    const open = (await list(call)).items.filter(item => item.source === 'visitMatter')
    expect(open.map(item => [item.dueOn, item.state])).toEqual([
      ['2026-11-01', 'overdue'],
      ['2026-11-25', 'week'],
    ])
  })

  test('an assessment of a person belongs to the branch he or she stands in', async () => {
    const { call, add, member, second } = await smallOffice()
    const personId = await member({ organizationId: second })
    await add('excellenceReview', { personId, reviewedOn: '2026-10-01', standard: 'member', class: 'weak', problems: '不参加活动', rectifyBy: '2026-11-23' })
    const [item] = (await list(call, { organizationId: second })).items.filter(i => i.source === 'excellenceReview')
    expect(item).toMatchObject({ state: 'today', organization: '第二党支部' })
  })

  test('what follows an appraisal falls due by the name of whom it is about, and so does looking at him again, until that is done', async () => {
    const { call, add, member, first } = await smallOffice()
    const personId = await member({ name: '汪晓天' })
    const open = {
      personId,
      grade: 'unqualified',
      kind: 'deadline',
      startsOn: '2026-06-01',
      dueOn: '2026-11-30',
      recheckOn: '2026-12-05',
      content: '按时参加组织生活',
    }
    await add('appraisalFollowUp', open)
    await add('appraisalFollowUp', { ...open, kind: 'talk', startsOn: '2026-06-02', dueOn: null, content: null, result: 'improved' })
    const own = (await titles(call, first)).filter(([, , title]) => String(title).startsWith('评议'))
    expect(own).toEqual([
      ['2026-11-30', 'later', '评议后续措施：汪晓天，按时参加组织生活'],
      ['2026-12-05', 'later', '评议复评：汪晓天，按时参加组织生活'],
    ])
  })

  test.each(recordSources.map(source => [source.name, source] as const))('%s names fields that its record type has', (_, source) => {
    const fields = Object.keys(records[source.record].fields)
    for (const field of [...source.due, ...source.done, source.about, ...(source.responsible === null ? [] : [source.responsible])])
      expect(fields).toContain(field)
    expect(importedNames).toContain(source.record)
  })
})

describe('terms, 预备期 and 政治生日', () => {
  test('a branch is reminded six months before its term ends, not a day earlier; without years on file three are taken', async () => {
    const { call, body, top } = await smallOffice()
    const near = await body('将届满', 'branch', top, { electedOn: '2024-05-23' })
    const far = await body('未到', 'branch', top, { electedOn: '2024-05-24' })
    const long = await body('五年一届', 'branch', top, { electedOn: '2022-05-23', termYears: 5 })
    const own = async (id: string) => (await list(call, { organizationId: id })).items.filter(item => item.source === 'term')
    expect(await own(near)).toMatchObject([{ dueOn: '2027-05-23', state: 'later', asks: '任期 3 年', path: `/organizations/${near}` }])
    expect((await own(near))[0]?.now).toContain('未登记')
    expect(await own(far)).toEqual([])
    expect(await own(long)).toMatchObject([{ dueOn: '2027-05-23', asks: '任期 5 年' }])
  })

  test('a probationary member whose year is over is overdue; one whose year ends in 31 days is not listed', async () => {
    const { call, member, first } = await smallOffice()
    const id = await member({ name: '预备甲', category: 'probationary', joinedOn: '2025-11-20' })
    await member({ name: '预备乙', category: 'probationary', joinedOn: '2025-12-24' })
    const found = (await list(call, { organizationId: first })).items.filter(item => item.source === 'probation')
    expect(found).toMatchObject([{ title: '预备期满：预备甲', dueOn: '2026-11-20', state: 'overdue', path: `/people/${id}` }])
  })

  test('政治生日 of the month are one line for each branch, the longest in the Party first', async () => {
    const { call, member, first } = await smallOffice()
    await member({ name: '甲', joinedOn: '2006-11-05' })
    await member({ name: '乙', joinedOn: '1998-11-30' })
    await member({ name: '丙', joinedOn: '2006-12-01' })
    const found = (await list(call, { organizationId: first })).items.filter(item => item.source === 'birthday')
    expect(found).toMatchObject([{ title: '11 月政治生日：2 人', now: '乙 28 年、甲 20 年', dueOn: '2026-11-30' }])
  })
})

test('who answers for a line is the branch’s secretary, else 经办人; another branch’s lines are not among one’s own', async () => {
  const { call, member, first, second } = await smallOffice()
  await member({ name: '宋书记', partyPost: '党支部书记' })
  await member({ name: '委员', partyPost: '组织委员' })
  const own = (await list(call, { organizationId: first })).items
  expect(new Set(own.map(item => item.responsible))).toEqual(new Set(['宋书记']))
  expect(new Set(own.map(item => item.organizationId))).toEqual(new Set([first]))
  expect(new Set((await list(call, { organizationId: second })).items.map(item => item.responsible))).toEqual(new Set(['经办人']))
})

test('the calendar of the next year is asked for from November on until it is on file', async () => {
  const before = await smallOffice({ today: '2026-10-30' })
  expect((await list(before.call)).items.some(item => item.source === 'calendar')).toBe(false)
  const { call } = await smallOffice()
  expect((await list(call)).items.find(item => item.source === 'calendar')).toMatchObject({ title: '2027 年放假安排还没有登记', path: '/workdays' })
  await call('calendar.mark', { days: ['2027-01-01', '2027-05-01', '2027-10-01'], kind: 'holiday', name: '节日', source: null })
  expect((await list(call)).items.some(item => item.source === 'calendar')).toBe(false)
})

describe('暂缓提醒', () => {
  test('a snoozed line is folded with its reason until its day; it can be shown again, and snoozing taken back', async () => {
    const { call, add, first } = await smallOffice()
    await themeDaysBut(add, first, [10])
    const [item] = await themeDays(call, first)
    const key = item?.key ?? ''
    const before = (await list(call, { organizationId: first })).counts
    await call('due.snooze', { keys: [key], until: '2026-11-27', reason: '已约定 26 日补开' })
    const [folded] = await themeDays(call, first)
    expect(folded?.snoozed).toMatchObject({ until: '2026-11-27', reason: '已约定 26 日补开' })
    expect((await list(call, { organizationId: first })).counts).toEqual({ ...before, overdue: before.overdue - 1, snoozed: 1 })
    await call('undo.last', {})
    expect((await themeDays(call, first))[0]?.snoozed).toBeNull()
    await call('due.snooze', { keys: [key], until: '2026-11-27', reason: '已约定 26 日补开' })
    await call('due.wake', { keys: [key] })
    expect((await themeDays(call, first))[0]?.snoozed).toBeNull()
  })

  test('until today or earlier, without a reason or of what is not due, it is refused', async () => {
    const { call, add, first } = await smallOffice()
    await themeDaysBut(add, first, [10])
    const keys = [(await themeDays(call, first))[0]?.key ?? '']
    await expect(call('due.snooze', { keys, until: '2026-11-23', reason: '等' })).rejects.toThrow()
    await expect(call('due.snooze', { keys, until: '2026-11-24', reason: '  ' })).rejects.toThrow()
    await expect(call('due.snooze', { keys: ['theme-day/nobody/2026-10-31'], until: '2026-11-24', reason: '等' })).rejects.toThrow()
    expect((await themeDays(call, first))[0]?.snoozed).toBeNull()
  })
})

test('a month shows each day with what falls due on it, and no other month’s', async () => {
  const { call, add, first } = await smallOffice()
  await themeDaysBut(add, first, [10])
  await add('rectification', { raisedOn: '2026-09-01', source: 'other', problem: '台账不全', organizationId: first, dueOn: '2026-10-15' })
  const october = await call('due.month', { year: 2026, month: 10, organizationId: first })
  expect(october.days.map(day => day.date)).toEqual(['2026-10-15', '2026-10-31'])
  expect(october.items.every(item => item.dueOn.startsWith('2026-10'))).toBe(true)
  const december = await call('due.month', { year: 2026, month: 12, organizationId: first })
  expect(december.days.map(day => day.date)).toEqual(['2026-12-31'])
  expect(december.days[0]?.due).toBe(december.items.length)
})

test('every source has its own name', () => {
  expect(new Set(dueSources.map(source => source.name)).size).toBe(dueSources.length)
})

test('the list is in order of days, and its counts are its lines', async () => {
  const { call, first } = await smallOffice()
  const { items, counts } = await list(call, { organizationId: first })
  expect(items.map(item => item.dueOn)).toEqual(items.map(item => item.dueOn).toSorted())
  expect(counts.overdue + counts.today + counts.week + counts.later + counts.snoozed).toBe(items.length)
  expect((await titles(call, first)).length).toBe(items.length)
})

describe('工作提醒单', () => {
  const sheets = async (call: Call, params: object = {}) => reminderSheet.props.parse((await call('forms.preview', { form: 'reminderSheet', params })).props)

  test('each organization has a sheet of its own in the order of the tree, to whoever leads it, to be answered within a week on a working day', async () => {
    const { call, add, member, first, second } = await smallOffice({ today: '2026-11-22' })
    await member({ name: '宋书记', partyPost: '党支部书记' })
    await member({ name: '丙', organizationId: second })
    await add('rectification', {
      raisedOn: '2026-09-01',
      source: 'other',
      problem: '台账不全',
      organizationId: first,
      dueOn: '2026-11-20',
      responsible: '周敏',
    })
    const { bodies, answerBy } = await sheets(call)
    expect(bodies.map(({ body, leader }) => [body, leader])).toEqual([
      ['中共临江委员会', ''],
      ['第一党支部', '宋书记'],
      ['第二党支部', ''],
    ])
    // 2026-11-29 is a Sunday.
    expect(answerBy).toBe('2026-11-30')
    const row = bodies[1]?.rows.find(r => r.title.startsWith('整改到期'))
    expect(row).toMatchObject({ due: '11月20日', left: '逾期 2 天', late: true, now: '还没有整改' })
    expect(bodies[1]?.rows.find(r => r.title.endsWith('组织生活会'))?.clause).toBe('《中国共产党党员教育管理工作条例》（2019）第十七条')
    expect(bodies[1]?.rows.map(r => r.number)).toEqual(bodies[1]?.rows.map((_, i) => i + 1))
  })

  test('what is snoozed is not on it; an organization without anything has none', async () => {
    const { call, first } = await smallOffice()
    const { items } = await list(call, { organizationId: first })
    await call('due.snooze', { keys: items.map(item => item.key), until: '2026-12-01', reason: '等通知' })
    expect((await sheets(call)).bodies.map(({ body }) => body)).not.toContain('第一党支部')
    await expect(sheets(call, { organizationId: first })).rejects.toMatchObject({ code: 'form.empty', facts: { what: '第一党支部没有逾期、到期和临近的事项' } })
  })

  test('all of them go to paper and to a PDF in one job, and into a workbook with one row for each matter; each leaves its line in the register', async () => {
    const { call, tokens, folder, printed } = await smallOffice()
    const { items } = await list(call)
    await call('forms.print', { form: 'reminderSheet', params: {}, job: 'j1' })
    await call('forms.pdf', { form: 'reminderSheet', params: {}, job: 'j2', file: tokens.offer(join(folder, '提醒单.pdf')) })
    expect(printed.map(job => [job.template, reminderSheet.props.parse(job.props).bodies.length])).toEqual([
      ['reminderSheet', 3],
      ['reminderSheet', 3],
    ])
    const { rows } = await call('forms.xlsx', { form: 'reminderSheet', params: {}, file: tokens.offer(join(folder, '提醒单.xlsx')) })
    expect(rows).toBe(items.filter(item => item.organizationId !== null).length)
    const register = await call('forms.register', {})
    expect(register.rows.map(({ what, way }) => [what, way])).toEqual([
      ['工作提醒单', 'xlsx'],
      ['工作提醒单', 'pdf'],
      ['工作提醒单', 'print'],
    ])
  })
})

test('what the office itself owes belongs to no organization: it opens a meeting of no body, and can be snoozed', async () => {
  const { call, first } = await smallOffice({ preset: 'county' })
  const own = (await list(call)).items.filter(item => item.key.startsWith('work-meeting/'))
  expect(own).toMatchObject([
    { organizationId: null, title: '组织工作例会：3 期未完成', responsible: '经办人', path: '/meetings/new?kind=workMeeting&by=2026-09-30' },
  ])
  expect((await list(call, { organizationId: first })).items.some(item => item.key.startsWith('work-meeting/'))).toBe(false)
  await call('due.snooze', { keys: own.map(item => item.key), until: '2026-12-01', reason: '并入十二月例会' })
  expect((await list(call)).items.find(item => item.key === own[0]?.key)?.snoozed?.reason).toBe('并入十二月例会')
})

test('a month to come shows what its periods will ask, one line for each quota, and the list of today does not', async () => {
  const { call } = await smallOffice()
  const planned = (items: readonly { readonly key: string; readonly title: string; readonly now: string; readonly dueOn: string }[]) =>
    items.filter(item => item.key.startsWith('theme-day//')).map(item => [item.dueOn, item.title, item.now])
  const december = await call('due.month', { year: 2026, month: 12 })
  expect(planned(december.items)).toEqual([['2026-12-31', '12 月主题党日', '还没有开始，2 个党支部']])
  expect(planned((await list(call)).items)).toEqual([])
  expect(planned((await call('due.month', { year: 2026, month: 11 })).items)).toEqual([])
})
