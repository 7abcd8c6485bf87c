import { expect, test } from 'vitest'
import { person } from '../../shared/domain/person.ts'
import { organization } from '../../shared/domain/organization.ts'
import { createTestApp } from '../support/app.ts'
import { draftOf } from '../support/sample.ts'

const zhang = draftOf(person, { name: '张三丰', idNumber: '11010519491231002X', category: 'full' })
const branch = (name: string, parentId: string | null = null) => draftOf(organization, { name, kind: 'branch', parentId })
const auditLines = async (call: Awaited<ReturnType<typeof createTestApp>>['call']) => (await call('audit.verify', {})).lines

test('birth and sex come from the ID number, however it was typed', async () => {
  const { call } = await createTestApp()
  const created = await call('records.create', { type: 'person', draft: { ...zhang, idNumber: ' 110105 19491231 002x' } })
  expect(created).toMatchObject({ sex: 'female', bornOn: '1949-12-31' })
  expect(await call('records.reveal', { type: 'person', id: String(created.id), field: 'idNumber' })).toEqual({ value: '11010519491231002X' })
})

test('a record that breaks its rules is refused with place and code, and nothing is written', async () => {
  const { call } = await createTestApp()
  const before = await auditLines(call)
  const attempt = call('records.create', { type: 'person', draft: { ...zhang, sex: 'male', joinedOn: '1960-01-01' } })
  await expect(attempt).rejects.toMatchObject({
    code: 'input.invalid',
    facts: {
      issues: [
        { path: 'sex', code: 'sexMismatch' },
        { path: 'joinedOn', code: 'joinedUnder18' },
      ],
    },
  })
  expect(await auditLines(call)).toBe(before)
  expect((await call('records.list', { type: 'person' })).total).toBe(0)
})

test('the same ID number twice is refused in the words of the form', async () => {
  const { call, failures } = await createTestApp()
  await call('records.create', { type: 'person', draft: zhang })
  await expect(call('records.create', { type: 'person', draft: zhang })).rejects.toMatchObject({
    code: 'record.duplicate',
    facts: { label: '人员', field: '公民身份号码' },
  })
  expect(failures).toEqual([])
})

test('the number of a voided person may be used again', async () => {
  const { call } = await createTestApp()
  const { id } = await call('records.create', { type: 'person', draft: zhang })
  await call('records.void', { type: 'person', id: String(id), version: 1, reason: '重复录入' })
  expect(await call('records.create', { type: 'person', draft: zhang })).toMatchObject({ name: '张三丰' })
})

test('a reference to nothing is named, and leaves no audit line', async () => {
  const { call } = await createTestApp()
  const before = await auditLines(call)
  await expect(call('records.create', { type: 'person', draft: { ...zhang, organizationId: 'nowhere' } })).rejects.toMatchObject({
    code: 'record.badReference',
    facts: { field: '所在党支部' },
  })
  expect(await auditLines(call)).toBe(before)
})

test('a record changed since it was read is neither updated nor voided', async () => {
  const { call } = await createTestApp()
  const { id } = await call('records.create', { type: 'person', draft: zhang })
  const edit = { type: 'person', id: String(id), version: 1 } as const
  await call('records.update', { ...edit, draft: { ...zhang, name: '张君宝' } })
  await expect(call('records.update', { ...edit, draft: zhang })).rejects.toMatchObject({ code: 'record.changedByOther' })
  await expect(call('records.void', { ...edit, reason: '重复录入' })).rejects.toMatchObject({ code: 'record.changedByOther' })
  expect((await call('records.get', { type: 'person', id: edit.id })).record).toMatchObject({ name: '张君宝', version: 2 })
})

test('a voided record leaves the lists, keeps its reason, and can be restored', async () => {
  const { call } = await createTestApp()
  const { id } = await call('records.create', { type: 'person', draft: zhang })
  await call('records.void', { type: 'person', id: String(id), version: 1, reason: '重复录入' })
  expect((await call('records.list', { type: 'person' })).total).toBe(0)
  expect((await call('records.list', { type: 'person', voided: true })).rows).toMatchObject([{ voidReason: '重复录入' }])
  await expect(call('records.update', { type: 'person', id: String(id), version: 2, draft: zhang })).rejects.toMatchObject({ code: 'record.voided' })
  await call('records.restore', { type: 'person', id: String(id), version: 2, reason: '误作废' })
  expect((await call('records.list', { type: 'person' })).total).toBe(1)
})

test('a branch with members is not voided', async () => {
  const { call } = await createTestApp()
  const { id } = await call('records.create', { type: 'organization', draft: branch('第一党支部') })
  await call('records.create', { type: 'person', draft: { ...zhang, organizationId: id } })
  await expect(call('records.void', { type: 'organization', id: String(id), version: 1, reason: '撤销' })).rejects.toMatchObject({ code: 'record.inUse' })
})

test('lists mask ID numbers; looking at one is an audited act', async () => {
  const { call } = await createTestApp()
  const { id } = await call('records.create', { type: 'person', draft: { ...zhang, phone: '13812346027' } })
  const { rows } = await call('records.list', { type: 'person' })
  expect(rows).toMatchObject([{ idNumber: '1101**********002X', phone: '138****6027' }])
  const before = await auditLines(call)
  expect(await call('records.reveal', { type: 'person', id: String(id), field: 'idNumber' })).toEqual({ value: '11010519491231002X' })
  expect(await auditLines(call)).toBe(before + 1)
  expect((await call('records.history', { type: 'person', id: String(id) }))[0]).toMatchObject({
    actor: '经办人',
    changes: [{ label: '查看完整内容', after: '公民身份号码' }],
  })
})

test('history tells each change in the words of the form, with masked numbers masked', async () => {
  const { call } = await createTestApp()
  const first = await call('records.create', { type: 'organization', draft: branch('第一党支部') })
  const second = await call('records.create', { type: 'organization', draft: branch('第二党支部') })
  const { id } = await call('records.create', { type: 'person', draft: { ...zhang, organizationId: first.id } })
  await call('records.update', { type: 'person', id: String(id), version: 1, draft: { ...zhang, organizationId: second.id } })
  const [latest, earliest] = await call('records.history', { type: 'person', id: String(id) })
  expect(latest?.changes).toContainEqual({ field: 'organizationId', label: '所在党支部', before: '第一党支部', after: '第二党支部' })
  expect(JSON.stringify(earliest)).not.toContain('11010519491231002X')
})

test('undo takes back the last own change: a creation, an edit, a voiding', async () => {
  const { call } = await createTestApp()
  const { id } = await call('records.create', { type: 'person', draft: zhang })
  await call('records.update', { type: 'person', id: String(id), version: 1, draft: { ...zhang, name: '张君宝' } })
  expect(await call('undo.last', {})).toEqual({ label: '改“张君宝”' })
  expect((await call('records.get', { type: 'person', id: String(id) })).record).toMatchObject({ name: '张三丰', version: 3 })
  await expect(call('undo.last', {})).rejects.toMatchObject({ code: 'undo.nothing' })
  await call('records.void', { type: 'person', id: String(id), version: 3, reason: '录错了' })
  expect(await call('undo.last', {})).toEqual({ label: '作废“张三丰”' })
  expect((await call('records.list', { type: 'person' })).total).toBe(1)
  const other = await call('records.create', { type: 'organization', draft: branch('第三党支部') })
  expect(await call('undo.last', {})).toEqual({ label: '登记“第三党支部”' })
  expect((await call('records.get', { type: 'organization', id: String(other.id) })).record).toMatchObject({ voidReason: '撤销登记' })
})

test('sorting by a reference sorts by its name as it sounds, and by a choice in its own order', async () => {
  const { call } = await createTestApp()
  const z = await call('records.create', { type: 'organization', draft: branch('自动化党支部') })
  const a = await call('records.create', { type: 'organization', draft: branch('安全党支部') })
  await call('records.create', { type: 'person', draft: { ...zhang, organizationId: z.id } })
  await call('records.create', {
    type: 'person',
    draft: { ...zhang, name: '李四', idNumber: '110105194912310038', organizationId: a.id, category: 'probationary' },
  })
  const names = async (field: string, descending = false) =>
    (await call('records.list', { type: 'person', sort: { field, descending } })).rows.map(r => r['name'])
  expect(await names('organizationId')).toEqual(['李四', '张三丰'])
  expect(await names('organizationId', true)).toEqual(['张三丰', '李四'])
  expect(await names('category')).toEqual(['张三丰', '李四'])
})

test('filters and search narrow the list, a percent sign is only a percent sign', async () => {
  const { call } = await createTestApp()
  await call('records.create', { type: 'person', draft: { ...zhang, partyPost: '组织委员' } })
  const count = async (input: object) => (await call('records.list', { type: 'person', ...input })).total
  expect(await count({ search: 'zsf' })).toBe(1)
  expect(await count({ search: 'zhangsan' })).toBe(1)
  expect(await count({ search: '%' })).toBe(0)
  expect(await count({ filters: [{ field: 'partyPost', op: 'contains', value: '委员' }] })).toBe(1)
  expect(await count({ filters: [{ field: 'category', op: 'in', value: ['probationary'] }] })).toBe(0)
  expect(await count({ filters: [{ field: 'phone', op: 'empty' }] })).toBe(1)
})

test('bad input never reaches a handler', async () => {
  const { call, failures } = await createTestApp()
  await expect(call('records.create', { type: 'person', draft: { ...zhang, bornOn: '1949/12/31', extra: 1 } })).rejects.toMatchObject({ code: 'input.invalid' })
  await expect(call('records.list', { type: 'nothing' } as never)).rejects.toMatchObject({ code: 'input.invalid' })
  expect(failures).toEqual([])
})
