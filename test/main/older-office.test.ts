import { join } from 'node:path'
import { expect, test } from 'vitest'
import { measures, type QuotaName } from '../../shared/quotas/index.ts'
import { createTestApp, password } from '../support/app.ts'
import { behind } from '../support/behind.ts'

/** An office that the program kept before there were quotas, meetings and registers: five members, five activities, one of them voided. */
const from = join(import.meta.dirname, '../fixtures/office-2026-11')

const opened = () => createTestApp({ from, today: '2026-11-24' })

test('an office of an older program opens with everything it had, and its log holds', async () => {
  const { call } = await opened()
  expect(await call('audit.verify', {})).toMatchObject({ ok: true, brokenAt: null, why: null })
  const totals: Record<string, number> = {}
  for (const type of ['organization', 'person', 'activity', 'studyNote', 'transfer'] as const)
    totals[type] = (await call('records.list', { type, limit: 1 })).total
  expect(totals).toEqual({ organization: 3, person: 5, activity: 4, studyNote: 1, transfer: 1 })
  const meetings = (await call('records.list', { type: 'activity', search: '主题党日' })).rows
  expect(meetings).toMatchObject([{ name: '六月主题党日', kind: 'themeDay', lecturerId: null, chair: null, minutes: null }])
})

test('what its log said of attendance before there were reasons still says so, and a reason put in by another program is found', async () => {
  const t = await opened()
  await behind(t, "UPDATE attendance SET reason = '病假' WHERE state = 'leave'")
  await t.call('lobby.unlock', { user: '经办人', password })
  expect(await t.call('audit.verify', {})).toMatchObject({ ok: false, why: expect.stringContaining('现存的参训与留痕不符') })
})

test('what it never counted is counted from the records it has had all along', async () => {
  const { call } = await opened()
  const done = async (quota: QuotaName, year: number) => {
    const { subjects } = await call('quota.subjects', { quota, year })
    return Object.fromEntries(subjects.filter(s => s.done > 0).map(s => [s.name, s.done]))
  }
  expect(await done('study-hours', 2025)).toEqual({ 王强: 34, 李芳: 30, 单雄信: 24, 秦岭: 26, 曾志明: 11 })
  expect(await done('study-hours', 2026)).toEqual({ 王强: 8, 李芳: 4, 曾志明: 8 })
  expect(await done('committee-training', 2025)).toEqual({ 王强: 2 })
  expect(await done('dual-life', 2025)).toEqual({ 王强: 1 })
  expect(await done('theme-day', 2025)).toEqual({ 机电系党支部: 1 })
  const { subject, lines } = await call('quota.subject', {
    quota: 'theme-day',
    year: 2025,
    subjectId: String((await call('records.list', { type: 'organization', search: '机电系' })).rows[0]?.['id']),
  })
  expect(subject).toMatchObject({ state: 'short', kept: 1, due: 12 })
  expect(lines).toMatchObject([{ title: '六月主题党日', counted: 1 }])
})

test('it takes what ships with the program once: numbers, days, documents and counts of everything', async () => {
  const t = await opened()
  expect((await t.call('policies.list', {})).length).toBeGreaterThan(5)
  expect((await t.call('records.list', { type: 'calendarDay', limit: 1 })).total).toBeGreaterThan(80)
  const overview = await t.call('quota.overview', { year: 2025 })
  expect(overview.find(q => q.name === 'theme-day')).toMatchObject({ enabled: true, required: 2 })
  const taken = (await behind(t, 'SELECT name FROM shipment')).map(row => row['name'])
  for (const { tally, lasting } of measures) if (!lasting) expect(taken).toContain(`tally ${tally}`)
  await t.call('lobby.unlock', { user: '经办人', password })
  const { lines } = await t.call('audit.verify', {})
  await t.call('lobby.lock', {})
  await t.call('lobby.unlock', { user: '经办人', password })
  // The one line that says who came in.
  expect((await t.call('audit.verify', {})).lines).toBe(lines + 1)
})

test('and goes on as any office: a meeting is registered, counted, undone', async () => {
  const { call } = await opened()
  const organizationId = String((await call('records.list', { type: 'organization', search: '机电系' })).rows[0]?.['id'])
  const themeDays = async () => (await call('quota.subject', { quota: 'theme-day', year: 2025, subjectId: organizationId })).subject.done
  const { record } = await call('records.get', {
    type: 'activity',
    id: String((await call('records.list', { type: 'activity', search: '主题党日' })).rows[0]?.['id']),
  })
  await call('records.void', { type: 'activity', id: String(record['id']), version: Number(record['version']), reason: '登记重复' })
  expect(await themeDays()).toBe(0)
  await call('undo.last', {})
  expect(await themeDays()).toBe(1)
  expect((await call('audit.verify', {})).ok).toBe(true)
})
