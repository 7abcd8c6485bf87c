import { expect, test } from 'vitest'
import { appointment } from '../../shared/domain/changes.ts'
import { organization } from '../../shared/domain/organization.ts'
import { person } from '../../shared/domain/person.ts'
import { studyNote } from '../../shared/domain/study-note.ts'
import { createTestApp, password } from '../support/app.ts'
import { draftOf } from '../support/sample.ts'

async function office() {
  const t = await createTestApp()
  const body = async (name: string, kind: string, parentId: string | null, more = {}) =>
    String((await t.call('records.create', { type: 'organization', draft: draftOf(organization, { name, kind, parentId, ...more }) })).id)
  const top = await body('临江工业职业学院委员会', 'committee', null)
  const branch = await body('机电工程系教工党支部', 'branch', top, { electedOn: '2023-06-15', termYears: 3 })
  const gao = String(
    (
      await t.call('records.create', {
        type: 'person',
        draft: draftOf(person, { name: '高志远', idNumber: '11010519491231002X', category: 'full', organizationId: branch, partyPost: '党支部书记' }),
      })
    ).id,
  )
  return { ...t, body, top, branch, gao }
}

test.each(['高志远', '志远', 'gzy', 'gaozhiyuan', 'gaozhi', '002x', '110105194912', '机电工程系教工'])('search finds 高志远 by %s', async text => {
  const { call, gao } = await office()
  expect((await call('search.all', { text })).map(hit => hit.id)).toContain(gao)
})

test('a surname with a reading of its own is found by that reading', async () => {
  const { call, branch } = await office()
  await call('records.create', {
    type: 'person',
    draft: draftOf(person, { name: '单雄信', idNumber: '110105194912310038', category: 'full', organizationId: branch }),
  })
  for (const text of ['sxx', 'shanxiong']) expect(await call('search.all', { text })).toMatchObject([{ title: '单雄信' }])
})

test('search follows a change of name at once, and forgets the voided', async () => {
  const { call, gao } = await office()
  await call('search.all', { text: 'gzy' })
  const { record } = await call('records.get', { type: 'person', id: gao })
  const { id: _i, version: _v, createdAt: _c, updatedAt: _u, voidedAt: _a, voidReason: _r, ...draft } = record as Record<string, unknown>
  await call('records.update', { type: 'person', id: gao, version: 1, draft: { ...draft, name: '高致远方' } })
  expect(await call('search.all', { text: 'gzyf' })).toMatchObject([{ id: gao }])
  await call('records.void', { type: 'person', id: gao, version: 2, reason: '重复录入' })
  expect(await call('search.all', { text: 'gzyf' })).toEqual([])
})

test('the tree counts members below, names the secretary and knows when the term ends', async () => {
  const { call, top, branch } = await office()
  const tree = await call('organization.tree', {})
  expect(tree.find(n => n.id === top)).toMatchObject({ depth: 0, members: 0, membersBelow: 1, branchesBelow: 1 })
  expect(tree.find(n => n.id === branch)).toMatchObject({ depth: 1, secretary: '高志远', termEndsOn: '2026-06-14' })
})

test('an organization is not moved below itself', async () => {
  const { call, top, branch } = await office()
  await expect(call('organization.move', { id: top, version: 1, parentId: branch, reason: '调整' })).rejects.toMatchObject({ code: 'organization.loop' })
  await call('organization.move', { id: branch, version: 1, parentId: null, reason: '直属' })
  expect((await call('organization.page', { id: branch })).path).toEqual([])
})

test('an organization with members is closed only when they have left; its history says who and why', async () => {
  const { call, body, top, branch, gao } = await office()
  const close = { id: branch, version: 1, closedOn: '2026-11-01', reason: '系部合并' }
  await expect(call('organization.close', close)).rejects.toMatchObject({ code: 'record.inUse' })
  const other = await body('机电信息党支部', 'branch', top)
  await call('person.transfer', { ids: [gao], organizationId: other, movedOn: '2026-10-31' })
  await call('organization.close', close)
  expect((await call('organization.tree', {})).map(n => n.id)).not.toContain(branch)
  expect((await call('organization.tree', { closed: true })).find(n => n.id === branch)).toMatchObject({ closedOn: '2026-11-01' })
})

test('a transfer that lies ahead leaves the roster as it is until its day', async () => {
  const { call, body, top, branch, gao } = await office()
  const other = await body('机电信息党支部', 'branch', top)
  await call('person.transfer', { ids: [gao], organizationId: other, movedOn: '2027-01-01' })
  expect((await call('records.get', { type: 'person', id: gao })).record).toMatchObject({ organizationId: branch })
})

test('many people are changed in one step and brought back by one undo', async () => {
  const { call, branch, gao } = await office()
  const second = String(
    (
      await call('records.create', {
        type: 'person',
        draft: draftOf(person, { name: '李四', idNumber: '110105194912310038', category: 'probationary', organizationId: branch }),
      })
    ).id,
  )
  expect(await call('person.setMany', { ids: [gao, second], field: 'category', value: 'full' })).toEqual({ changed: 1 })
  await call('person.setMany', { ids: [gao, second], field: 'exemptReason', value: '行动不便' })
  await call('undo.last', {})
  expect((await call('records.list', { type: 'person', filters: [{ field: 'exemptReason', op: 'filled' }] })).total).toBe(0)
})

test('pasted names are matched by name or number, and one name of two people gives both', async () => {
  const { call, branch, gao } = await office()
  await call('records.create', {
    type: 'person',
    draft: draftOf(person, { name: '高志远', idNumber: '110105194912310038', category: 'full', organizationId: branch }),
  })
  const [byName, byNumber, unknown] = await call('people.match', { texts: ['高 志远', '110105 19491231 002x', '无此人'] })
  expect(byName?.matches).toHaveLength(2)
  expect(byNumber?.matches).toMatchObject([{ id: gao, idNumber: '1101**********002X' }])
  expect(unknown?.matches).toEqual([])
})

test('a page of history is on the timeline, newest first', async () => {
  const { call, branch, body, top, gao } = await office()
  const other = await body('机电信息党支部', 'branch', top)
  await call('person.transfer', { ids: [gao], organizationId: other, movedOn: '2025-07-01', reason: '调动' })
  const timeline = await call('person.timeline', { id: gao })
  expect(timeline.find(i => i.recordType === 'transfer')).toMatchObject({
    on: '2025-07-01',
    title: '转入机电信息党支部',
    detail: '原在机电工程系教工党支部 · 调动',
  })
  expect(timeline.map(i => i.on)).toEqual(
    timeline
      .map(i => i.on)
      .toSorted()
      .reverse(),
  )
  expect(branch).not.toBe(other)
})

test('what a register holds about a person is on the timeline too', async () => {
  const { call, gao } = await office()
  await call('records.create', { type: 'studyNote', draft: draftOf(studyNote, { personId: gao, checkedOn: '2026-06-30', characters: 8000, grade: 'good' }) })
  expect((await call('person.timeline', { id: gao })).find(i => i.recordType === 'studyNote')).toMatchObject({
    on: '2026-06-30',
    topic: 'study',
    title: '学习笔记检查',
    detail: '实际字数 8000 · 等次 良',
  })
})

test('a register is searched by the person it is about, and narrowed to the branch', async () => {
  const { call, body, top, branch, gao } = await office()
  await call('records.create', { type: 'studyNote', draft: draftOf(studyNote, { personId: gao, checkedOn: '2026-06-30', characters: 8000 }) })
  const other = await body('机电信息党支部', 'branch', top)
  const count = async (input: object) => (await call('records.list', { type: 'studyNote', ...input })).total
  expect([
    await count({ search: 'gzy' }),
    await count({ search: '李' }),
    await count({ organizationId: branch }),
    await count({ organizationId: other }),
  ]).toEqual([1, 0, 1, 0])
})

test('a 党总支 shows those who hold its offices, though they stand on a branch’s roster', async () => {
  const { call, body, top } = await office()
  const general = await body('机电工程系党总支', 'generalBranch', top)
  const below = await body('机电第二党支部', 'branch', general)
  await call('records.create', {
    type: 'person',
    draft: draftOf(person, { name: '何雨晴', idNumber: '110105194912310038', category: 'full', organizationId: below, partyPost: '党总支书记、支部组织委员' }),
  })
  expect((await call('organization.page', { id: general })).committee).toMatchObject([{ name: '何雨晴', post: '党总支书记' }])
  expect((await call('organization.page', { id: below })).committee).toMatchObject([{ name: '何雨晴', post: '支部组织委员' }])
  expect((await call('organization.tree', {})).find(n => n.id === general)).toMatchObject({ secretary: '何雨晴', officers: 1 })
})

test('an appointment seats someone where it says, while it lasts', async () => {
  const { call, top, gao } = await office()
  await call('records.create', {
    type: 'appointment',
    draft: draftOf(appointment, { personId: gao, organizationId: top, post: '党委委员', startsOn: '2026-01-01', endsOn: '2026-12-31' }),
  })
  expect((await call('organization.page', { id: top })).committee).toMatchObject([{ name: '高志远', post: '党委委员' }])
})

test('names are in the order of their characters: 李 together, before 刘', async () => {
  const { call, branch } = await office()
  const names = ['刘一', '李军', '黎明', '李新']
  for (const [i, name] of names.entries())
    await call('records.create', {
      type: 'person',
      draft: draftOf(person, {
        name,
        idNumber: ['110105194912310038', '110105194912310046', '110105194912310054', '110105194912310062'][i],
        category: 'full',
        organizationId: branch,
      }),
    })
  const { rows } = await call('records.list', { type: 'person', sort: { field: 'name' } })
  expect(rows.map(r => r['name'])).toEqual(['高志远', '黎明', '李军', '李新', '刘一'])
})

test('a transfer put on file ahead moves the roster when its day has come and the office is opened', async () => {
  let today = '2026-11-23'
  const { call, ports, body, top, gao } = await office()
  const other = await body('机电信息党支部', 'branch', top)
  await call('person.transfer', { ids: [gao], organizationId: other, movedOn: '2027-01-01' })
  const clock = ports.clock as { today(): string }
  clock.today = () => today
  const whereabouts = async () => {
    await call('lobby.unlock', { user: '经办人', password })
    return (await call('records.get', { type: 'person', id: gao })).record['organizationId']
  }
  expect(await whereabouts()).not.toBe(other)
  today = '2027-01-01'
  expect(await whereabouts()).toBe(other)
})
