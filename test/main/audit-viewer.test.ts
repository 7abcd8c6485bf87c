import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Call } from '../../main/app/caller.ts'
import { type AuditEntry, auditKinds, type AuditKind, type AuditQuestion } from '../../shared/api/audit.ts'
import { person } from '../../shared/domain/person.ts'
import { createTestApp, password } from '../support/app.ts'
import { draftOf } from '../support/sample.ts'

const initial = 'Chushi-2026'
const own = 'Shenji-2026-ok'

/** An office with some history; 审计员 is signed in. */
async function audited() {
  const t = await createTestApp()
  const { call, tokens, folder } = t
  const zhang = await call('records.create', { type: 'person', draft: draftOf(person, { name: '张三丰', idNumber: '11010519491231002X', category: 'full' }) })
  const id = String(zhang['id'])
  await call('records.update', { type: 'person', id, version: 1, draft: { name: '张君宝' } })
  await call('records.reveal', { type: 'person', id, field: 'idNumber' })
  await call('records.export', { type: 'person', file: tokens.offer(join(folder, '人员.xlsx')) })
  await call('lobby.lock', {})
  await call('lobby.unlock', { user: '管理员', password })
  await call('users.create', { name: '审计员', password: initial, first: 'auditor' })
  await call('lobby.lock', {})
  await call('lobby.unlock', { user: '审计员', password: initial })
  await call('session.changePassword', { current: initial, next: own })
  return { ...t, id }
}

/** Every line that a question finds, page after page. */
async function everyLine(call: Call, question: AuditQuestion, limit = 500): Promise<AuditEntry[]> {
  const found: AuditEntry[] = []
  for (let before: number | undefined; ;) {
    const { lines, next } = await call('audit.list', { ...question, limit, ...(before && { before }) })
    found.push(...lines)
    if (next === null) return found
    before = next
  }
}

test('the auditor reads in words who did what, and of a business record only which one and which of its fields', async () => {
  const { call, id } = await audited()
  const lines = await everyLine(call, {})
  const { total } = await call('audit.list', {})
  expect(lines).toHaveLength(total)
  expect(lines.map(l => l.seq)).toEqual([...lines.keys()].map(i => total - i))
  const said = lines.map(({ actor, did, what, detail }) => [actor, did, what, detail])
  expect(said).toContainEqual(['经办人', '登记', '人员', `编号 ${id}`])
  expect(said).toContainEqual(['经办人', '改', '人员', `编号 ${id}，姓名`])
  expect(said).toContainEqual(['经办人', '查看全文', '人员', `编号 ${id}，公民身份号码`])
  expect(said).toContainEqual(['管理员', '新增使用人', '使用人', '审计员，设初始口令'])
  expect(said).toContainEqual(['经办人', '导出', '清单', '人员清单，Excel，1 行'])
  for (const secret of ['张三丰', '张君宝', '11010519491231002X']) expect(JSON.stringify(lines)).not.toContain(secret)
})

test('a search finds users and kinds of record, and cannot be used to ask what business records say', async () => {
  const { call } = await audited()
  expect((await call('audit.list', { search: '张三丰' })).lines).toEqual([])
  expect((await call('audit.list', { search: '11010519491231002X' })).lines).toEqual([])
  const found = (await call('audit.list', { search: '审计员' })).lines
  expect(found.some(l => l.did === '新增使用人')).toBe(true)
  expect((await call('audit.list', { search: '人员', kind: 'record' })).lines.every(l => l.what === '人员')).toBe(true)
})

test('the kinds divide the audit: every line is found under its own kind and no other', async () => {
  const { call } = await audited()
  const all = await everyLine(call, {})
  for (const kind of Object.keys(auditKinds) as AuditKind[]) {
    const found = await everyLine(call, { kind })
    expect(found, kind).toEqual(all.filter(line => line.kind === kind))
  }
})

test('days are days of this PC, and users, kinds and records narrow together', async () => {
  const { call } = await audited()
  const { total } = await call('audit.list', {})
  expect(await everyLine(call, { from: '2026-11-23', until: '2026-11-23' })).toHaveLength(total)
  expect((await call('audit.list', { from: '2026-11-24' })).lines).toEqual([])
  expect((await call('audit.list', { until: '2026-11-22' })).lines).toEqual([])
  const mine = (await call('audit.list', { actor: '经办人', recordType: 'person' })).lines
  expect(mine.map(l => l.did)).toContain('登记')
  expect(mine.every(l => l.actor === '经办人' && l.what === '人员')).toBe(true)
})

test('read on by number, the pages hold every line once', async () => {
  const { call } = await audited()
  const { total } = await call('audit.list', {})
  const paged = (await everyLine(call, {}, 7)).map(l => l.seq)
  expect(paged).toEqual(Array.from({ length: total }, (_, i) => total - i))
})

test('an export holds what the filter finds and is itself in the audit', async () => {
  const { call, tokens, folder } = await audited()
  const path = join(folder, '审计.xlsx')
  const { total } = await call('audit.list', { kind: 'user' })
  const { rows } = await call('audit.export', { kind: 'user', file: tokens.offer(path), job: 'j1' })
  expect(existsSync(path)).toBe(true)
  expect(readFileSync(path).length).toBeGreaterThan(1000)
  expect(rows).toBe((await everyLine(call, { kind: 'user' })).length)
  const [newest] = (await call('audit.list', {})).lines
  expect(newest).toMatchObject({ seq: total + 1, actor: '审计员', did: '导出', detail: `审计记录，Excel，${rows} 行` })
})

test('verifying says how far it is and can be stopped', async () => {
  const { call, pushes } = await audited()
  expect(await call('audit.verify', { job: 'walk' })).toMatchObject({ ok: true })
  const steps = pushes.filter(p => p.event === 'job' && p.job.id === 'walk')
  expect(steps.at(-1)).toMatchObject({ job: { state: 'done' } })
  expect(steps.some(p => p.event === 'job' && p.job.total > 0)).toBe(true)
})

test.each(['管理员', '经办人'])('%s does not read the audit', async user => {
  const { call } = await audited()
  await call('lobby.lock', {})
  await call('lobby.unlock', { user, password })
  await expect(call('audit.list', {})).rejects.toMatchObject({ code: 'session.forbidden' })
})
