import { expect, test } from 'vitest'
import { smallOffice } from '../support/office.ts'

const quota = 'study-hours'

test('a cell of the heat map opens down to what it was made of, for those who stood in the branch that year', async () => {
  const { call, first, second, member, activity } = await smallOffice()
  const [stays, moved, exempt] = [await member(), await member(), await member({ exemptReason: '失能' })]
  await call('person.transfer', { ids: [moved], organizationId: second, movedOn: '2026-03-01' })
  await activity({}, { [stays]: 24, [moved]: 12, [exempt]: 24 })
  const board = await call('quota.board', { quota, year: 2025 })
  const cell = board.organizations.find(o => o.id === first)
  const month = await call('quota.month', { quota, year: 2025, month: 4, organizationId: first })
  expect(month).toMatchObject([{ subjects: 2, amount: 36 }])
  expect(cell?.months[3]).toBe(36 / (cell?.required ?? 0))
  expect(await call('quota.month', { quota, year: 2025, month: 4, organizationId: second })).toEqual([])
  expect(await call('quota.month', { quota, year: 2025, month: 4 })).toMatchObject([{ subjects: 2, amount: 36 }])
})

test('voiding a class over the new year says who falls short in either year, each of them once', async () => {
  const { call, member, activity } = await smallOffice()
  const [both, later, neither] = [await member(), await member(), await member()]
  const crossing = await activity({ name: '跨年班', startsOn: '2025-12-31', endsOn: '2026-01-01', hours: 16 }, { [both]: 16, [later]: 16, [neither]: 16 })
  await activity({ name: '甲', hours: 24 }, { [both]: 24, [later]: 32, [neither]: 32 })
  await activity({ name: '乙', startsOn: '2026-04-08', endsOn: '2026-04-10' }, { [both]: 24, [later]: 24, [neither]: 32 })
  expect(await call('activity.consequences', { activityId: crossing })).toMatchObject({ attended: 3, fallsShort: 2 })
})

test('a branch closed before the year is not on its board, one that had members then is, though voided since', async () => {
  const { call, body, top, first, second, member, read } = await smallOffice()
  const closed = await body('已撤销党支部', 'branch', top)
  await call('organization.close', { id: closed, version: 1, closedOn: '2023-06-30', reason: '合并' })
  const mistaken = await body('误设党支部', 'branch', top)
  const p = await member({ organizationId: mistaken })
  await call('person.transfer', { ids: [p], organizationId: first, movedOn: '2025-03-01' })
  await call('records.void', { type: 'organization', id: mistaken, version: Number((await read('organization', mistaken))['version']), reason: '误设' })
  const names = async (year: number) => (await call('quota.board', { quota, year })).organizations.map(o => [o.name, o.members]).toSorted()
  expect(await names(2022)).toEqual(
    [
      ['已撤销党支部', 0],
      ['第一党支部', 0],
      ['第二党支部', 0],
      ['误设党支部', 1],
    ].toSorted(),
  )
  expect(await names(2024)).toEqual(
    [
      ['第一党支部', 0],
      ['第二党支部', 0],
      ['误设党支部', 1],
    ].toSorted(),
  )
  expect(await names(2025)).toEqual(
    [
      ['第一党支部', 1],
      ['第二党支部', 0],
    ].toSorted(),
  )
  expect(second).toBeTruthy()
})

test('a year typed wrongly and mended is no longer offered', async () => {
  const { call, member, activity } = await smallOffice()
  const id = await activity({ startsOn: '2052-04-08', endsOn: '2052-04-10' }, { [await member()]: 24 })
  expect(await call('quota.years', { quota })).toEqual([2052, 2026])
  await call('records.void', { type: 'activity', id, version: 2, reason: '年份写错' })
  expect(await call('quota.years', { quota })).toEqual([2026])
})

test('a move dated back stands before a later one: the roster keeps the later branch', async () => {
  const { call, body, top, first, second, member, read } = await smallOffice()
  const third = await body('第三党支部', 'branch', top)
  const p = await member()
  await call('person.transfer', { ids: [p], organizationId: second, movedOn: '2025-07-01' })
  await call('person.transfer', { ids: [p], organizationId: third, movedOn: '2023-03-01' })
  expect(await read('person', p)).toMatchObject({ organizationId: second })
  const places = []
  for (const year of [2022, 2023, 2024, 2025, 2026]) places.push((await call('quota.people', { quota, year })).people[0]?.organizationId)
  expect(places).toEqual([first, third, third, second, second])
})

test('a move dated back to where someone is now is on file all the same', async () => {
  const { call, first, second, member } = await smallOffice()
  const p = await member()
  await call('person.transfer', { ids: [p], organizationId: second, movedOn: '2025-07-01' })
  expect(await call('person.transfer', { ids: [p], organizationId: first, movedOn: '2024-02-01' })).toEqual({ moved: 0 })
  expect(await call('person.transfer', { ids: [p], organizationId: second, movedOn: '2024-02-01' })).toEqual({ moved: 1 })
  const places = []
  for (const year of [2023, 2024]) places.push((await call('quota.people', { quota, year })).people[0]?.organizationId)
  expect(places).toEqual([first, second])
})

test('a roster put right by hand is not moved again by an old transfer when the office is next opened', async () => {
  const { call, first, second, member, read } = await smallOffice()
  const p = await member()
  await call('person.transfer', { ids: [p], organizationId: second, movedOn: '2025-07-01' })
  const { id, version, createdAt, updatedAt, voidedAt, voidReason, ...draft } = await read('person', p)
  await call('records.update', { type: 'person', id: p, version: Number(version), draft: { ...draft, organizationId: first } })
  await call('lobby.lock', {})
  await call('lobby.unlock', { user: '经办人', password: 'Linjiang-2026' })
  expect(await read('person', p)).toMatchObject({ organizationId: first })
  expect([id, createdAt, updatedAt, voidedAt, voidReason]).toHaveLength(5)
})

test('nobody is moved into a branch that is closed by then', async () => {
  const { call, body, top, member, first } = await smallOffice()
  const closed = await body('已撤销党支部', 'branch', top)
  await call('organization.close', { id: closed, version: 1, closedOn: '2025-06-30', reason: '合并' })
  const p = await member({ organizationId: first })
  await expect(call('person.transfer', { ids: [p], organizationId: closed, movedOn: '2025-06-30' })).rejects.toMatchObject({
    code: 'organization.closed',
    facts: { name: '已撤销党支部' },
  })
  expect(await call('person.transfer', { ids: [p], organizationId: closed, movedOn: '2025-06-29' })).toEqual({ moved: 1 })
})

test('a percent sign in a search of activities is only a percent sign', async () => {
  const { call, member, activity } = await smallOffice()
  await activity({ name: '达标 100% 专题党课' }, { [await member()]: 8 })
  const found = async (search: string) => (await call('activity.list', { year: 2025, search })).total
  expect([await found('100%'), await found('%课'), await found('_')]).toEqual([1, 0, 0])
})
