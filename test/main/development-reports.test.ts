import { join } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import { describe, expect, test } from 'vitest'
import { planBulletin } from '../../shared/forms/development/plan-bulletin.ts'
import { planMonthly } from '../../shared/forms/development/plan-monthly.ts'
import { smallOffice } from '../support/office.ts'

/** Two branches with a number each; in October one member was received in the second. The office's day is 2026-11-23 unless it says otherwise. */
async function office(options: Parameters<typeof smallOffice>[0] = {}) {
  const t = await smallOffice(options)
  const { first, second, member, call } = t
  await call('development.set', {
    year: 2026,
    lines: [
      { organizationId: first, planned: 4 },
      { organizationId: second, planned: 1 },
    ],
  })
  await member({ joinedOn: '2026-10-20', fullMemberOn: null, category: 'probationary', organizationId: second })
  await member({ category: 'activist', joinedOn: null, fullMemberOn: null })
  const form = async (name: 'planMonthly' | 'planBulletin', params: object = {}) =>
    call('forms.preview', { form: name, params: { year: 2026, month: 10, ...params } })
  const monthly = async (params: object = {}) => planMonthly.props.parse((await form('planMonthly', params)).props)
  const bulletin = async (params: object = {}) => planBulletin.props.parse((await form('planBulletin', params)).props)
  return { ...t, monthly, bulletin }
}

describe('月报表', () => {
  test('has for each unit the plan, the month, the year so far, who is on the way at its end, and adds up', async () => {
    const { monthly } = await office()
    const october = await monthly()
    expect(october).toMatchObject({ year: 2026, month: 10, until: '2026-10-31', unit: '中共临江委员会' })
    expect(october.rows.map(({ name, planned, happened, received, stages, lags }) => [name, planned, happened, received, stages, lags])).toEqual([
      ['第一党支部', 4, [0, 0, 0, 0, 0, 0], 0, [0, 1, 0, 0], true],
      ['第二党支部', 1, [0, 0, 0, 1, 0, 0], 1, [0, 0, 0, 1], false],
    ])
    expect(october.total).toMatchObject({ planned: 5, happened: [0, 0, 0, 1, 0, 0], received: 1, overdue: null })
    expect((await monthly({ month: 9 })).total).toMatchObject({ happened: [0, 0, 0, 0, 0, 0], received: 0, stages: [0, 1, 0, 0] })
    expect((await monthly({ month: 11 })).total).toMatchObject({ received: 1, overdue: 0 })
  })

  test('without a month is of the one that runs; one that has not begun is refused', async () => {
    const { monthly } = await office()
    expect(await monthly({ month: undefined })).toMatchObject({ month: 11, until: '2026-11-23' })
    await expect(monthly({ month: 12 })).rejects.toMatchObject({ code: 'form.empty' })
  })

  test('is saved for Excel with its sums as formulas', async () => {
    const { call, tokens, folder } = await office()
    const path = join(folder, '月报表.xlsx')
    expect(await call('forms.xlsx', { form: 'planMonthly', params: { year: 2026, month: 10 }, file: tokens.offer(path) })).toEqual({ rows: 2 })
    const book = new Workbook()
    await book.xlsx.readFile(path)
    const sheet = book.worksheets[0]
    expect(sheet?.name).toBe('2026年10月')
    expect(sheet?.getRow(7).getCell(7).value).toMatchObject({ formula: 'SUM(G5:G6)', result: 1 })
    // A head may have a number of its own, which is not the sum of those below it.
    expect(sheet?.getRow(7).getCell(3).value).toBe(5)
  })
})

describe('月通报', () => {
  const texts = async ({ bulletin }: Awaited<ReturnType<typeof office>>) =>
    planBulletin.written?.(await bulletin())[0]?.blocks.flatMap(block => (block.kind === 'paragraph' || block.kind === 'title' ? [block.text] : []))

  test('says how all stand, by whom and to whom, and which units lag by the rule of the office', async () => {
    const t = await office()
    const said = await texts(t)
    expect(said?.[0]).toBe('关于2026年10月\n发展党员工作情况的通报')
    expect(said?.[1]).toBe('各党支部：')
    expect(said?.[4]).toBe(
      '2026年计划发展党员5人。10月接收预备党员1人。本年累计接收预备党员1人，完成年度计划的20.0%，时间进度83.3%。目前在办的有：入党申请人0人，入党积极分子1人，发展对象0人，预备党员1人。',
    )
    expect(said).toContain('接收进度落后时序超过20个百分点，或者有步骤逾期的达到5人的，列为滞后单位。滞后的有1个：')
    expect(said?.find(text => text.startsWith('第一党支部：'))).toMatch(
      /^第一党支部：计划4人，已接收0人，完成0%，时间进度83.3%，落后83.3个百分点。重点管理措施：＿+；/,
    )
    expect(said?.at(-2)).toBe('中共临江委员会　　')
  })

  test('has the 重点管理 on file, until it was lifted', async () => {
    const t = await office()
    await t.add('keyManagement', {
      organizationId: t.first,
      month: '2026-09',
      reason: '进度落后',
      measures: '组织员到点指导',
      responsible: '沈国梁',
      dueOn: '2026-12-10',
    })
    expect((await texts(t))?.find(text => text.startsWith('第一党支部：'))).toContain('重点管理措施：组织员到点指导；责任人：沈国梁；限期：2026年12月10日。')
    const { rows } = await t.call('records.list', { type: 'keyManagement' })
    await t.call('records.update', { type: 'keyManagement', id: String(rows[0]?.['id']), version: 1, draft: { liftedOn: '2026-10-15' } })
    expect((await texts(t))?.find(text => text.startsWith('第一党支部：'))).toMatch(/重点管理措施：＿+/)
  })
})

describe('今日待办', () => {
  const titles = async ({ call }: Awaited<ReturnType<typeof office>>, more: object = {}) =>
    (await call('due.list', more)).items.filter(item => item.source.startsWith('plan')).map(item => [item.dueOn, item.state, item.title])

  test('a unit that lags is listed before the month ends, until it is under 重点管理, whose own day follows', async () => {
    const t = await office()
    expect(await titles(t)).toEqual([['2026-11-30', 'later', '发展计划滞后：第一党支部']])
    expect(await titles(t, { organizationId: t.second })).toEqual([])
    await t.add('keyManagement', { organizationId: t.first, month: '2026-11', reason: '进度落后', dueOn: '2026-12-01' })
    expect(await titles(t)).toEqual([])
    expect((await t.call('due.list', {})).items.find(item => item.source === 'keyManagement')).toMatchObject({
      dueOn: '2026-12-01',
      title: '重点管理：进度落后',
    })
  })

  test('月报表 and 月通报 are owed by the day of the following month, and done when they have been printed or saved', async () => {
    const t = await office({ preset: 'county', today: '2026-11-04' })
    const owed = async () => (await titles(t)).filter(([, , title]) => title?.startsWith('10 月'))
    expect(await owed()).toEqual([
      ['2026-11-05', 'week', '10 月发展党员月报表'],
      ['2026-11-05', 'week', '10 月发展党员月通报'],
    ])
    await t.call('forms.print', { form: 'planMonthly', params: { year: 2026, month: 10 }, job: 'job' })
    expect(await owed()).toEqual([['2026-11-05', 'week', '10 月发展党员月通报']])
  })

  test('an office whose documents ask for none, or that plans none, owes no report', async () => {
    expect(await titles(await office({ today: '2026-11-06' }))).toEqual([])
    const { call } = await smallOffice({ preset: 'county', today: '2026-11-06' })
    expect((await call('due.list', {})).items.filter(item => item.source === 'planReport')).toEqual([])
  })
})

test('a case that comes to 接收 in a year whose number is used up says so at its step, by whom and from which plan', async () => {
  const t = await office()
  const personId = await t.member({ name: '沈听澜', category: 'candidate', joinedOn: null, fullMemberOn: null, organizationId: t.second })
  const { caseIds } = await t.call('case.open', { procedure: 'membership', openedOn: '2026-06-01', owner: null, personIds: [personId] })
  const [caseId = ''] = caseIds
  const remarks = async () =>
    (await t.call('case.get', { caseId })).steps.flatMap(step => step.remarks.filter(({ code }) => code === 'plan').map(({ message }) => [step.key, message]))
  const record = (step: string, result: string | null = null) =>
    t.call('case.record', { caseIds: [caseId], step, draft: { doneOn: '2026-11-02', result, people: '周敏、唐立', hours: 24, opinion: '合格' } })
  for (const step of ['candidate', 'sponsors', 'course']) await record(step)
  await record('review', 'passed')
  expect(await remarks()).toEqual([])
  await record('committeeReview')
  expect(await remarks()).toEqual([['preview', '第二党支部 2026 年计划发展 1 人，已接收 1 人，再接收本人就超过计划']])
  await t.call('development.set', { year: 2026, lines: [{ organizationId: t.second, planned: 2 }] })
  expect(await remarks()).toEqual([])
})
