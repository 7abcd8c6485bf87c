import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readWorkbook } from '../../main/files/workbook.ts'
import { smallOffice } from '../support/office.ts'

/** A branch that held its 主题党日 in January and March of a year that is in April, and nothing else. */
async function office() {
  const t = await smallOffice({ today: '2026-04-10', preset: 'national' })
  const secretary = await t.member({ name: '王强', partyPost: '党支部书记' })
  const hold = (kind: string, startsOn: string, organizationId = t.first) =>
    t.add('activity', { name: '会', kind, startsOn, endsOn: startsOn, hours: 2, counts: false, organizationId })
  await hold('themeDay', '2026-01-15')
  await hold('themeDay', '2026-03-15')
  const plan = async (organizationId = t.first) => (await t.call('plan.year', { organizationId, year: 2026 })).rows
  const row = async (name: string, organizationId?: string) => (await plan(organizationId)).find(r => r.quota.name === name)
  return { ...t, secretary, hold, plan, row }
}

test('the year of a branch says what is done, what is overdue, what runs and what is still to come', async () => {
  const { row } = await office()
  const themeDays = await row('theme-day')
  expect(themeDays?.cells.map(c => c.state)).toEqual(['met', 'overdue', 'met', 'open', ...Array.from({ length: 8 }, () => 'coming')])
  expect(themeDays?.clauses[0]).toMatchObject({ parameter: 'life.themeDay', value: 1 })
  const general = await row('member-meeting')
  expect(general?.cells.map(c => [c.label, c.months, c.state, c.target])).toEqual([
    ['第一季度', [1, 3], 'overdue', 1],
    ['第二季度', [4, 6], 'open', 1],
    ['第三季度', [7, 9], 'coming', 1],
    ['第四季度', [10, 12], 'coming', 1],
  ])
})

test('above several branches each box counts how many of them have done it', async () => {
  const { row, hold, top, second } = await office()
  await hold('memberMeeting', '2026-02-01', second)
  const general = await row('member-meeting', top)
  expect(general?.subjects).toBe(2)
  expect(general?.cells[0]).toMatchObject({ due: 2, met: 1, state: 'overdue' })
})

test('a small branch has no 支委会 in its plan; a quota set to 0 leaves it', async () => {
  const { plan, call } = await office()
  expect((await plan()).some(r => r.quota.name === 'committee-meeting')).toBe(false)
  const kept = (await call('records.list', { type: 'parameter', limit: 500 })).rows.find(r => r['key'] === 'life.themeDay')
  await call('records.update', { type: 'parameter', id: String(kept?.['id']), version: Number(kept?.['version']), draft: { value: 0 } })
  expect((await plan()).some(r => r.quota.name === 'theme-day')).toBe(false)
})

test('what falls due in a month is added up below', async () => {
  const { call, first } = await office()
  const { months } = await call('plan.year', { organizationId: first, year: 2026 })
  expect(months[1]).toMatchObject({ overdue: 1 })
  expect(months[0]?.met).toBe(1)
  expect(months[11]?.due).toBeGreaterThan(3)
})

test('the plan is printed for each branch, in one workbook too', async () => {
  const { call, top, tokens, folder, printed } = await office()
  const params = { year: 2026, organizationId: top }
  const preview = await call('forms.preview', { form: 'branchPlan', params })
  expect(preview).toMatchObject({ template: 'branchPlan', shown: 2, total: 2 })
  await call('forms.print', { form: 'branchPlan', params, job: 'p' })
  expect(JSON.stringify(printed.at(-1)?.props)).toContain('"text":"欠1","late":true')
  const path = join(folder, '计划.xlsx')
  await call('forms.xlsx', { form: 'branchPlan', params, file: tokens.offer(path) })
  const text = JSON.stringify((await readWorkbook(path)).sheets[0]?.rows)
  expect(text).toContain('第一党支部')
  expect(text).toContain('主题党日')
})

test('the table of 组织生活 counts meetings by kind and month, months on time and what of it was done', async () => {
  const { call, top } = await office()
  const { props } = await call('forms.preview', { form: 'lifeSummary', params: { year: 2026, organizationId: top } })
  const { rows, kinds } = props as { rows: { branch: string; held: number[]; months: (number | null)[]; onTime: string; rate: string }[]; kinds: string[] }
  const first = rows.find(r => r.branch === '第一党支部')
  expect(first?.held[kinds.indexOf('主题党日')]).toBe(2)
  expect(first?.months.slice(0, 5)).toEqual([1, 0, 1, 0, null])
  // 一月的主题党日按时；二月的欠；三月的做了，但第一季度的党员大会没有开。
  expect(first?.onTime).toBe('1/3')
  expect(first?.rate).toBe('50.0%')
})

test('who is short of a quota is listed by branch with the periods missed and the clause', async () => {
  const { call, top } = await office()
  const { props, total } = await call('forms.preview', { form: 'quotaShort', params: { year: 2026, organizationId: top, quota: 'theme-day' } })
  expect(total).toBe(1)
  const { bodies, notes } = props as { bodies: { body: string; rows: { name: string; missed: string; missing: number }[] }[]; notes: string[] }
  expect(bodies[0]?.body).toBe('中共临江委员会')
  expect(bodies[0]?.rows.find(r => r.name === '第一党支部')).toMatchObject({ missed: '2月' })
  expect(notes.join('')).toContain('依据')
  await expect(call('forms.preview', { form: 'quotaShort', params: { year: 2026, quota: 'democratic-life' } })).rejects.toMatchObject({ code: 'form.empty' })
})
