import { join } from 'node:path'
import { expect, test } from 'vitest'
import { organization } from '../../shared/domain/organization.ts'
import { ownQuota } from '../../shared/domain/own-quota.ts'
import { person } from '../../shared/domain/person.ts'
import { talk } from '../../shared/domain/talk.ts'
import { quotaList } from '../../shared/forms/quota-list.ts'
import { quotaOverview } from '../../shared/forms/quota-overview.ts'
import { createTestApp } from '../support/app.ts'
import { quarterlyTalks } from '../support/own-quota.ts'
import { draftOf } from '../support/sample.ts'
import { idOf } from '../support/workbook.ts'

/** A branch of two on 2026-11-23, one of whom was talked with in February and August. */
async function office() {
  const t = await createTestApp()
  const branch = await t.call('records.create', {
    type: 'organization',
    draft: draftOf(organization, { name: '机电系党支部', kind: 'branch', foundedOn: null }),
  })
  const add = async (name: string, idNumber: string) => {
    const draft = draftOf(person, { name, idNumber, category: 'full', organizationId: String(branch['id']) })
    return String((await t.call('records.create', { type: 'person', draft }))['id'])
  }
  const people = { shan: await add('单雄信', idOf('1976-09-21', 53)), cheng: await add('程咬金', idOf('1985-03-07', 2)) }
  for (const talkedOn of ['2026-02-10', '2026-08-12'])
    await t.call('records.create', { type: 'talk', draft: draftOf(talk, { personId: people.shan, talkedOn, occasion: 'yearly' }) })
  return { ...t, branch: String(branch['id']), people }
}

test('a drafted quota is tried on the records there are, and comes out as it does once it is kept', async () => {
  const { call } = await office()
  const draft = draftOf(ownQuota, quarterlyTalks)
  const tried = await call('quota.preview', { draft, year: 2026 })
  expect(tried).toMatchObject({ required: 2, met: 0, short: 2, due: 6, kept: 2, amount: 2, records: 2 })
  expect(tried.examples.map(e => [e.name, e.done, e.missing])).toEqual([
    ['程咬金', 0, 4],
    ['单雄信', 2, 2],
  ])
  expect((await call('quota.overview', { year: 2026 })).some(q => q.own)).toBe(false)
  const quota = `own:${String((await call('records.create', { type: 'ownQuota', draft }))['id'])}` as const
  const { total } = await call('quota.board', { quota, year: 2026 })
  expect(total).toMatchObject({ required: tried.required, met: tried.met, short: tried.short, due: tried.due, kept: tried.kept, amount: tried.amount })
})

test('over five years the records of every year count together, also when only tried', async () => {
  const { call } = await office()
  const { examples } = await call('quota.preview', {
    draft: draftOf(ownQuota, { ...quarterlyTalks, period: 'fiveYears', startsOn: '2023-01-01', target: 5 }),
    year: 2027,
  })
  expect(examples.find(e => e.name === '单雄信')).toMatchObject({ done: 2, missing: 3, state: 'open' })
  const now = await call('quota.preview', {
    draft: draftOf(ownQuota, { ...quarterlyTalks, period: 'fiveYears', startsOn: '2023-01-01', target: 2 }),
    year: 2026,
  })
  expect(now.examples.find(e => e.name === '单雄信')).toMatchObject({ done: 2, state: 'met' })
})

test('only the records with the chosen values are tried', async () => {
  const { call } = await office()
  const only = (conditionValues: string) =>
    call('quota.preview', { draft: draftOf(ownQuota, { ...quarterlyTalks, period: 'year', conditionField: 'occasion', conditionValues }), year: 2026 })
  expect(await only('yearly')).toMatchObject({ records: 2, met: 1 })
  expect(await only('setback、difficulty')).toMatchObject({ records: 0, met: 0 })
})

test('a draft that names no field of the register is refused before anything is asked of the records', async () => {
  const { call } = await office()
  const draft = draftOf(ownQuota, { ...quarterlyTalks, dateField: "talkedOn' OR 1=1 --" })
  await expect(call('quota.preview', { draft, year: 2026 })).rejects.toMatchObject({ code: 'input.invalid' })
})

test('one person’s quotas are those that are laid upon a member, each with its state and clause', async () => {
  const { call, people, branch } = await office()
  const all = await call('quota.ofSubject', { subjectId: people.shan, year: 2026 })
  expect(all.find(q => q.quota.name === 'talks')).toMatchObject({ subject: { state: 'met', done: 2 }, clause: { parameter: 'life.talk' } })
  expect(all.every(q => q.quota.subjects === 'people')).toBe(true)
  const bodies = await call('quota.ofSubject', { subjectId: branch, year: 2026 })
  expect(bodies.find(q => q.quota.name === 'theme-day')?.subject).toMatchObject({ kind: 'organization', state: 'short' })
})

test('the overview of one register has only the quotas that count it', async () => {
  const { call } = await office()
  expect((await call('quota.overview', { year: 2026, source: 'talk' })).map(q => q.name)).toEqual(['talks'])
})

test('a list of subjects has each period of the year where it is asked for', async () => {
  const { call, branch } = await office()
  const { subjects } = await call('quota.subjects', { quota: 'member-meeting', year: 2026, periods: true })
  expect(subjects.find(s => s.subjectId === branch)?.periods?.map(p => [p.from, p.state])).toEqual([
    ['2026-01-01', 'short'],
    ['2026-04-01', 'short'],
    ['2026-07-01', 'short'],
    ['2026-10-01', 'open'],
  ])
})

test('the summary of all quotas and the list of one go to paper and Excel', async () => {
  const { call, tokens, folder, people } = await office()
  const overview = quotaOverview.props.parse((await call('forms.preview', { form: 'quotaOverview', params: { year: 2026 } })).props)
  expect(overview.rows.find(r => r.label === '谈心谈话')).toMatchObject({ topic: '组织生活', target: '1 次', required: 2, met: 1, kept: null })
  const params = { year: 2026, quota: 'talks', personIds: [people.cheng, people.shan] }
  const list = quotaList.props.parse((await call('forms.preview', { form: 'quotaList', params })).props)
  expect(list.rows.map(r => [r.number, r.name, r.done, r.state])).toEqual([
    [1, '程咬金', 0, '临期'],
    [2, '单雄信', 2, '达标'],
  ])
  const file = (name: string) => tokens.offer(join(folder, name))
  expect(await call('forms.xlsx', { form: 'quotaList', params, file: file('名单.xlsx') })).toEqual({ rows: 2 })
  expect((await call('forms.xlsx', { form: 'quotaOverview', params: { year: 2026 }, file: file('汇总.xlsx') })).rows).toBe(overview.rows.length)
  await expect(call('forms.preview', { form: 'quotaList', params: { year: 2026 } })).rejects.toMatchObject({ code: 'input.invalid' })
})
