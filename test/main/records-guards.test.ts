import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../main/db/open.ts'
import { activity } from '../../shared/domain/activity.ts'
import { records } from '../../shared/domain/index.ts'
import { callerOf, createTestApp, password } from '../support/app.ts'
import { behind } from '../support/behind.ts'
import { smallOffice } from '../support/office.ts'
import { draftOf } from '../support/sample.ts'

/** What the form would send: the record's fields, with these changed. */
async function edit({ call, read }: Pick<Awaited<ReturnType<typeof smallOffice>>, 'call' | 'read'>, type: keyof typeof records, id: string, change: object) {
  const record = await read(type, id)
  const draft = Object.fromEntries(Object.keys(records[type].fields).map(key => [key, record[key]]))
  return call('records.update', { type, id, version: Number(record['version']), draft: { ...draft, ...change } })
}

test('users are no records of the clerk: nobody gives himself another role by a form', async () => {
  const { call } = await createTestApp()
  const type = 'user' as never
  await expect(call('records.list', { type })).rejects.toMatchObject({ code: 'input.invalid' })
  await expect(call('records.create', { type, draft: { name: '冒名', role: 'admin', disabled: false } })).rejects.toMatchObject({ code: 'input.invalid' })
})

test('who may not reveal a masked value gets the mask only', async () => {
  const t = await smallOffice()
  const p = await t.member({ phone: '13812346027' })
  await behind(t, `UPDATE user SET role = 'reader' WHERE name = '经办人'`)
  await t.call('lobby.unlock', { user: '经办人', password })
  expect(await t.read('person', p)).toMatchObject({ idNumber: '1101**********0007', phone: '138****6027' })
  await expect(t.call('records.reveal', { type: 'person', id: p, field: 'idNumber' })).rejects.toMatchObject({ code: 'session.forbidden' })
})

test('only a masked value is revealed; asking for another leaves no line in the audit', async () => {
  const { call, member } = await smallOffice()
  const p = await member()
  const { lines } = await call('audit.verify', {})
  await expect(call('records.reveal', { type: 'person', id: p, field: 'remark' })).rejects.toMatchObject({ code: 'input.invalid' })
  expect(await call('audit.verify', {})).toMatchObject({ lines })
})

test.each(['13812346027', '87654321', '6543210', '12345'])('the telephone number %s is not shown whole in a list', async phone => {
  const { call, member } = await smallOffice()
  await member({ phone })
  const { rows } = await call('records.list', { type: 'person' })
  expect(rows[0]?.['phone']).toContain('*')
})

test('what was voided is referred to no more; what referred to it before can still be edited', async () => {
  const t = await smallOffice()
  const { call, add, body, top, member, first } = t
  const gone = await body('误设党支部', 'branch', top)
  const held = await add('activity', {
    name: '主题党日',
    kind: 'themeDay',
    organizationId: gone,
    startsOn: '2025-04-08',
    endsOn: '2025-04-08',
    hours: 2,
    counts: true,
  })
  const leaver = await member({ organizationId: gone })
  await call('records.void', { type: 'person', id: leaver, version: 1, reason: '重复录入' })
  await call('records.void', { type: 'organization', id: gone, version: 1, reason: '误设' })
  const p = await member()
  const refused = { code: 'record.badReference' }
  await expect(edit(t, 'person', p, { organizationId: gone })).rejects.toMatchObject({ ...refused, facts: { field: '所在党支部' } })
  await expect(call('person.transfer', { ids: [p], organizationId: gone, movedOn: '2025-01-01' })).rejects.toMatchObject(refused)
  await expect(call('organization.move', { id: first, version: 1, parentId: gone, reason: '调整' })).rejects.toMatchObject(refused)
  await expect(add('appointment', { personId: leaver, post: '组织委员', startsOn: '2025-01-01' })).rejects.toMatchObject({
    ...refused,
    facts: { field: '人员' },
  })
  await expect(call('records.restore', { type: 'person', id: leaver, version: 2, reason: '误作废' })).rejects.toMatchObject(refused)
  expect(await edit(t, 'activity', held, { place: '会议室' })).toMatchObject({ place: '会议室', organizationId: gone })
})

test('no form puts an organization below itself', async () => {
  const t = await smallOffice()
  await expect(edit(t, 'organization', t.top, { parentId: t.first })).rejects.toMatchObject({ code: 'organization.loop' })
  await expect(edit(t, 'organization', t.top, { parentId: t.top })).rejects.toMatchObject({ code: 'organization.loop' })
})

test('an organization is closed when nobody and nothing stands in it, by the verb or by the form', async () => {
  const t = await smallOffice()
  const { call, top, first, second, member } = t
  const close = (id: string, closedOn = '2026-01-01') => call('organization.close', { id, version: 1, closedOn, reason: '合并' })
  await expect(close(top)).rejects.toMatchObject({ code: 'record.inUse', facts: { by: expect.stringContaining('2 个下级组织') } })
  await member()
  await expect(edit(t, 'organization', first, { closedOn: '2026-01-01' })).rejects.toMatchObject({ code: 'record.inUse' })
  await edit(t, 'organization', second, { foundedOn: '2025-01-01' })
  await expect(call('organization.close', { id: second, version: 2, closedOn: '2024-01-01', reason: '合并' })).rejects.toMatchObject({
    code: 'input.invalid',
    facts: { issues: [{ path: 'closedOn', code: 'dateOrder' }] },
  })
  await call('organization.close', { id: second, version: 2, closedOn: '2026-01-01', reason: '合并' })
})

test('two bodies of one name have different superiors', async () => {
  const { body, top } = await smallOffice()
  await expect(body('中共临江委员会', 'committee')).rejects.toMatchObject({ code: 'record.duplicate', facts: { label: '党组织', field: '党组织名称' } })
  await expect(body('第一党支部', 'branch', top)).rejects.toMatchObject({ code: 'record.duplicate' })
  expect(await body('第一党支部', 'branch', null, { parentName: '未登记的党总支' })).toBeTruthy()
  expect(await body('第一党支部', 'branch', null, { parentName: '另一个党总支' })).toBeTruthy()
})

test('a record is voided once, and only a voided one is restored', async () => {
  const { call, member } = await smallOffice()
  const p = { type: 'person', id: await member() } as const
  await expect(call('records.restore', { ...p, version: 1, reason: '误作废' })).rejects.toMatchObject({ code: 'record.changedByOther' })
  await call('records.void', { ...p, version: 1, reason: '重复录入' })
  await expect(call('records.void', { ...p, version: 2, reason: '又一个理由' })).rejects.toMatchObject({ code: 'record.voided' })
  await call('records.restore', { ...p, version: 2, reason: '误作废' })
  const [restored, voided] = await call('records.history', p)
  expect(voided?.changes).toMatchObject([{ label: '作废', before: '', after: '重复录入' }])
  expect(restored?.changes).toMatchObject([{ label: '恢复', before: '', after: '误作废' }])
})

test('attendance of nobody on file is refused in the words of the form', async () => {
  const { call, activity: held, failures } = await smallOffice()
  const id = await held({}, {})
  const lines = [{ personId: 'nobody', state: 'present', hours: 8 } as const]
  await expect(call('attendance.save', { activityId: id, version: 2, lines })).rejects.toMatchObject({
    code: 'record.badReference',
    facts: { label: '参训', field: '人员' },
  })
  expect(failures).toEqual([])
})

test('the same attendance in another order is the same in the audit', async () => {
  const { call, add, member } = await smallOffice()
  const id = await add('activity', { name: '集中培训', kind: 'training', startsOn: '2025-04-08', endsOn: '2025-04-10', hours: 24, counts: true })
  const lines = [await member(), await member(), await member()].map(personId => ({ personId, state: 'present' as const, hours: 24 }))
  await call('attendance.save', { activityId: id, version: 1, lines })
  await call('attendance.save', { activityId: id, version: 2, lines: lines.toReversed() })
  const [again, first] = await call('records.history', { type: 'activity', id })
  expect([first?.changes.map(c => c.after), again?.changes]).toEqual([['3 人'], []])
  await call('attendance.save', { activityId: id, version: 3, lines: lines.map((line, i) => (i > 0 ? line : { ...line, state: 'absent' as const })) })
  const [latest] = await call('records.history', { type: 'activity', id })
  expect(latest?.changes.map(c => [c.before, c.after])).toEqual([['3 人', '3 人，名单或出勤有改动']])
})

test('nobody learns more hours than the days have', async () => {
  const { call, add, member } = await smallOffice()
  const id = await add('activity', { name: '专题党课', kind: 'partyLecture', startsOn: '2025-04-08', endsOn: '2025-04-08', hours: 8, counts: true })
  const save = async (hours: number) => call('attendance.save', { activityId: id, version: 1, lines: [{ personId: await member(), state: 'present', hours }] })
  await expect(save(80)).rejects.toMatchObject({ code: 'input.invalid', facts: { issues: [{ path: 'lines.0.hours', code: 'badHours' }] } })
  await expect(save(7.333)).rejects.toMatchObject({ code: 'input.invalid', facts: { issues: [{ path: 'lines.0.hours' }] } })
  expect(await save(7.33)).toMatchObject({ present: 1 })
})

test.each(['9999-12-31', '0001-01-01', '1899-12-31'])('the day %s is a slip of the pen', async day => {
  const { call, failures } = await smallOffice()
  const draft = draftOf(activity, { name: '集中培训', kind: 'training', startsOn: day, endsOn: day, hours: 8, counts: true })
  await expect(call('records.create', { type: 'activity', draft })).rejects.toMatchObject({ code: 'input.invalid' })
  expect(failures).toEqual([])
})

test('a filter that says nothing is refused, so that no list is longer than what was asked for', async () => {
  const { call, failures, first } = await smallOffice()
  const list = (filter: object, more: object = {}) => call('records.list', { type: 'person', filters: [filter as never], ...more })
  for (const filter of [
    { field: 'nothing', op: 'filled' },
    { field: 'toString', op: 'filled' },
    { field: 'name', op: 'is' },
    { field: 'name', op: 'is', value: ['张三丰'] },
    { field: 'name', op: 'in', value: '张三丰' },
    { field: 'joinedOn', op: 'from' },
  ])
    await expect(list(filter), JSON.stringify(filter)).rejects.toMatchObject({ code: 'input.invalid' })
  await expect(call('records.list', { type: 'person', sort: { field: 'toString' } })).rejects.toMatchObject({ code: 'input.invalid' })
  expect(await list({ field: 'organizationId', op: 'in', value: [first] })).toMatchObject({ total: 0 })
  expect(failures).toEqual([])
})

test('moves are found under either branch, an office without a body under that of its holder', async () => {
  const { call, add, first, second, top, member } = await smallOffice()
  const p = await member()
  await call('person.transfer', { ids: [p], organizationId: second, movedOn: '2025-07-01' })
  await add('appointment', { personId: p, post: '组织委员', startsOn: '2025-07-01' })
  const count = async (type: 'transfer' | 'appointment', organizationId: string) => (await call('records.list', { type, organizationId })).total
  expect([await count('transfer', first), await count('transfer', second), await count('transfer', top)]).toEqual([1, 1, 1])
  expect([await count('appointment', first), await count('appointment', second)]).toEqual([0, 1])
})

test('a timeline tells an entry from a change, and says nothing of who looked', async () => {
  const t = await smallOffice()
  const p = await t.member()
  await edit(t, 'person', p, { phone: '13812346027' })
  await t.call('records.reveal', { type: 'person', id: p, field: 'phone' })
  const timeline = await t.call('person.timeline', { id: p })
  expect(timeline.filter(i => i.topic === 'record').map(i => i.title)).toEqual(['改动手机号码', '登记'])
})

test('an attachment that cannot be read or written is said to be so', async () => {
  const { call, tokens, folder, failures } = await createTestApp()
  const file = join(folder, '笔记.jpg')
  await expect(call('attachment.add', { file: tokens.offer(file) })).rejects.toMatchObject({ code: 'file.unreadable', facts: { name: '笔记.jpg' } })
  writeFileSync(file, 'jpg')
  const { id } = await call('attachment.add', { file: tokens.offer(file) })
  mkdirSync(join(folder, '已有'))
  await expect(call('attachment.save', { id, file: tokens.offer(join(folder, '没有的文件夹', '笔记.jpg')) })).rejects.toMatchObject({ code: 'file.unwritable' })
  await expect(call('attachment.save', { id, file: tokens.offer(join(folder, '已有')) })).rejects.toMatchObject({ code: 'file.unwritable' })
  expect(failures).toEqual([])
})

test('what a screen remembers is small', async () => {
  const { call } = await createTestApp()
  await call('memory.put', { key: 'columns', value: { shown: ['name'] } })
  expect(await call('memory.get', { key: 'columns' })).toEqual({ shown: ['name'] })
  await expect(call('memory.put', { key: 'columns', value: 'x'.repeat(200_000) })).rejects.toMatchObject({ code: 'input.invalid' })
})

test('another program that holds the file is named as the reason', async () => {
  const t = await createTestApp({ role: 'admin' })
  const { key } = await t.app.rawKey()
  await t.call('lobby.unlock', { user: '经办人', password })
  const other = openDatabase(join(t.office, 'office.db'), Buffer.from(key, 'hex'), { create: false })
  other.writer.exec('BEGIN IMMEDIATE')
  await expect(t.call('memory.put', { key: 'columns', value: 1 })).rejects.toMatchObject({ code: 'database.busy' })
  other.writer.exec('ROLLBACK')
  await other.close()
  await t.call('memory.put', { key: 'columns', value: 1 })
  expect(t.failures).toEqual([])
})

test('what goes wrong inside is logged without what a record holds', async () => {
  const t = await createTestApp()
  const logged: string[] = []
  const leaky = () => {
    throw new TypeError('cannot read 张三丰 of 11010519491231002X, 13812346027')
  }
  const { App } = await import('../../main/app/app.ts')
  const app = new App(
    {
      ...t.ports,
      newId: () => '0000000000001',
      clock: { ...t.ports.clock, today: leaky },
      log: { info: () => undefined, error: (message, cause) => logged.push(`${message} ${cause instanceof Error ? cause.stack : ''}`) },
    },
    t.tokens,
    { cost: 2 ** 10 },
  )
  await t.call('lobby.lock', {})
  await callerOf(app)('lobby.open', { folder: t.tokens.offer(t.office) })
  await expect(callerOf(app)('lobby.unlock', { user: '经办人', password })).rejects.toMatchObject({ code: 'internal' })
  expect(logged.join('')).toContain('TypeError: cannot read')
  expect(logged.join('')).not.toMatch(/张三丰|11010519491231002X|13812346027/)
  await app.close()
})
