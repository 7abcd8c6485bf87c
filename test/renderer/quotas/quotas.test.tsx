// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ownQuota } from '../../../shared/domain/own-quota.ts'
import { talk } from '../../../shared/domain/talk.ts'
import { createTestApp } from '../../support/app.ts'
import { quarterlyTalks } from '../../support/own-quota.ts'
import { draftOf } from '../../support/sample.ts'
import { idOf } from '../../support/workbook.ts'
import { showWindow } from '../../support/window.tsx'
import { addActivity, addOrganization, addPerson } from '../people/office.ts'

/** A committee with two branches on 2026-11-23: three members, one of them talked with; one branch held its 主题党日 of October, the other none. */
async function office() {
  const app = await createTestApp()
  const { call } = app
  const committee = await addOrganization(call, '临江学院党委', { kind: 'committee' })
  const building = await addOrganization(call, '建筑工程系教工党支部', { parentId: committee, foundedOn: '2026-09-20' })
  const staff = await addOrganization(call, '机关第一党支部', { parentId: committee, foundedOn: '2026-09-20' })
  const gao = await addPerson(call, '高志远', { idNumber: idOf('1976-09-21', 53), organizationId: building, partyPost: '党支部书记' })
  const cheng = await addPerson(call, '程雅琴', { idNumber: idOf('1985-03-07', 2), organizationId: building })
  const deng = await addPerson(call, '邓文涛', { idNumber: idOf('1981-06-28', 1), organizationId: staff })
  await call('records.create', { type: 'talk', draft: draftOf(talk, { personId: gao, talkedOn: '2026-03-05' }) })
  await addActivity(call, '十月主题党日', { kind: 'themeDay', startsOn: '2026-10-22', endsOn: '2026-10-22', hours: 2, organizationId: staff })
  return { ...app, committee, building, staff, people: { gao, cheng, deng }, show: (at: string) => showWindow(app, at) }
}

const rowOf = async (grid: HTMLElement, text: string): Promise<string> => {
  const cell = await within(grid).findByText(text)
  return cell.closest('[role=row]')?.textContent ?? ''
}

test('the overview has every quota in use with its target, its circle and who is behind', async () => {
  const { show } = await office()
  show('/quotas')
  const grid = await screen.findByRole('grid', { name: '指标列表' })
  await waitFor(() => expect(within(grid).getAllByRole('row').length).toBeGreaterThan(5))
  expect(await rowOf(grid, '谈心谈话')).toMatch(/党员每年1 次 国家规定333\.3%—020临期$/)
  expect(await rowOf(grid, '主题党日')).toMatch(/党支部每月1 次 国家规定20\.0%50\.0%110未达标$/)
})

test('quotas without a number in force are folded away, each with the parameter that would begin it', async () => {
  const { show } = await office()
  const { user } = show('/quotas')
  const fold = await screen.findByRole('button', { name: /^未启用 \d+ 项/ })
  expect(screen.queryByText('学习笔记字数')).toBeNull()
  await user.click(fold)
  const line = (await screen.findByText('学习笔记字数')).closest('li')
  const links = within(line ?? fold).getAllByRole('link')
  expect(links.map(link => link.getAttribute('href'))).toContain('#/settings?tab=parameters&parameter=study.notesLeader')
})

test('a row of the overview opens the board by keyboard, and its filter leaves those that are behind', async () => {
  const { show } = await office()
  const { user } = show('/quotas')
  const grid = await screen.findByRole('grid', { name: '指标列表' })
  await within(grid).findByText('主题党日')
  await user.type(screen.getByRole('searchbox', { name: '指标或考核对象' }), '主题')
  await waitFor(() => expect(within(grid).getAllByRole('row')).toHaveLength(2))
  grid.focus()
  await user.keyboard('{ArrowDown}{Enter}')
  expect(await screen.findByRole('heading', { name: '主题党日' })).toBeTruthy()
})

test('for organizations every month is made, missing or not due, by sign and not by colour alone', async () => {
  const { show } = await office()
  const { user } = show('/quotas/theme-day')
  const grid = await screen.findByRole('grid', { name: '党支部 × 周期' })
  expect(await within(grid).findByRole('button', { name: '机关第一党支部 10 月：达标，1 / 1 次' })).toHaveProperty('textContent', '✓')
  expect(within(grid).getByRole('button', { name: '建筑工程系教工党支部 10 月：未达标，0 / 1 次' }).textContent).toBe('✕')
  expect(within(grid).getByRole('button', { name: '机关第一党支部 8 月：不考核' }).textContent).toBe('')
  await user.click(within(grid).getByRole('button', { name: '机关第一党支部 10 月：达标，1 / 1 次' }))
  const dialog = await screen.findByRole('dialog', { name: '机关第一党支部 2026 年 10 月' })
  expect(await within(dialog).findByRole('link', { name: '十月主题党日' })).toBeTruthy()
})

test('a shortage is mended in place: 补登记 opens the register with the person filled in, and comes back', async () => {
  const { show, call, people } = await office()
  const { user } = show('/quotas/talks')
  const grid = await screen.findByRole('grid', { name: '临期' })
  await user.click(await within(grid).findByText('程雅琴'))
  const panel = await screen.findByRole('complementary', { name: '谈心谈话明细' })
  expect(await within(panel).findByText('差 1 次')).toBeTruthy()
  await user.click(within(panel).getByRole('link', { name: '补登记' }))
  const dialog = await screen.findByRole('dialog', { name: '新增谈心谈话' })
  expect(within(dialog).getByDisplayValue('程雅琴')).toBeTruthy()
  await user.type(within(dialog).getByRole('textbox', { name: /谈话日期|日期/ }), '2026-11-20')
  await user.keyboard('{Control>}s{/Control}')
  await waitFor(async () => expect((await call('quota.subject', { quota: 'talks', year: 2026, subjectId: people.cheng })).subject.state).toBe('met'))
  expect(await screen.findByText('正好够数')).toBeTruthy()
})

test('the list has all states with their counts, and the chosen one', async () => {
  const { show } = await office()
  show('/quotas/talks/list?state=met')
  const grid = await screen.findByRole('grid', { name: '党员' })
  await waitFor(() => expect(within(grid).getAllByRole('row')).toHaveLength(2))
  expect(within(grid).getByText('高志远')).toBeTruthy()
  expect(screen.getByRole('button', { name: '临期2' })).toBeTruthy()
})

test('a register says which quotas its records feed and how they stand', async () => {
  const { show } = await office()
  show('/registers/talk')
  const line = await screen.findByText('计入：')
  expect(line.parentElement?.textContent).toBe('计入：谈心谈话（临期 2 人）')
  expect(
    within(line.parentElement ?? line)
      .getByRole('link')
      .getAttribute('href'),
  ).toBe('#/quotas/talks')
})

test('a quota that is not there says so', async () => {
  const { show } = await office()
  show('/quotas/nothing')
  expect(await screen.findByText('没有这个指标。')).toBeTruthy()
})

test('an own quota is chosen by the words of the register, tried on its records, and then kept', async () => {
  const { show, call } = await office()
  const { user } = show('/quotas/new')
  const choose = async (label: string, option: string | RegExp) => {
    await user.click(screen.getByRole('combobox', { name: new RegExp(`^${label}`) }))
    await user.click(await screen.findByRole('option', { name: option }))
  }
  await user.type(await screen.findByRole('textbox', { name: /^指标名称/ }), '谈心谈话（本院）')
  await user.type(screen.getByRole('combobox', { name: /^单位/ }), '次')
  await choose('考核对象', '党员')
  await choose('计数的台账', /^谈心谈话/)
  expect(screen.getByRole('combobox', { name: /^日期所在的栏/ }).textContent).toContain('谈话日期')
  await user.type(screen.getByRole('textbox', { name: /^每个周期应完成/ }), '2')
  await user.type(screen.getByRole('textbox', { name: /^依据/ }), '临江院委〔2026〕2 号第三条')
  await choose('对象所在的栏', '谈话对象')
  const tried = await screen.findByRole('table', { name: '试算的例子' })
  expect(within(tried).getByText('高志远').closest('tr')?.textContent).toContain('1 / 2 次')
  expect(screen.getByText(/2026 年有 1 条记录计入/)).toBeTruthy()
  expect(screen.getByText('应考核').closest('.figure')?.textContent).toContain('3人')
  await user.keyboard('{Control>}s{/Control}')
  expect(await screen.findByRole('heading', { name: '谈心谈话（本院）' })).toBeTruthy()
  const kept = (await call('quota.overview', { year: 2026 })).find(q => q.own)
  expect(kept).toMatchObject({ label: '谈心谈话（本院）', required: 3, met: 0, source: 'talk' })
})

test('the page of a person has every quota laid upon that person, and each opens what it is made of', async () => {
  const { show, people } = await office()
  const { user } = show(`/people/${people.gao}`)
  const talks = await screen.findByRole('button', { name: /^谈心谈话1 \/ 1 次达标$/ })
  await user.click(talks)
  const dialog = await screen.findByRole('dialog', { name: '谈心谈话，2026 年' })
  expect(await within(dialog).findByText('03-05')).toBeTruthy()
  expect(within(dialog).getByRole('link', { name: '打开指标' }).getAttribute('href')).toBe('#/quotas/talks')
})

test('the page of an organization has what it owes itself, what is missing first', async () => {
  const { show, building } = await office()
  show(`/organizations/${building}`)
  expect(await screen.findByRole('button', { name: /^主题党日0 \/ 2 次未达标$/ })).toBeTruthy()
})

test('an own quota is voided with a reason, and leaves the overview', async () => {
  const { show, call } = await office()
  const draft = draftOf(ownQuota, { ...quarterlyTalks, label: '走访群众', period: 'year' })
  const { id } = await call('records.create', { type: 'ownQuota', draft })
  const { user } = show(`/quotas/own:${String(id)}/edit`)
  expect(await screen.findByRole('table', { name: '试算的例子' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '作废…' }))
  const dialog = await screen.findByRole('dialog')
  await user.type(within(dialog).getByRole('textbox'), '并入年度谈心')
  await user.click(within(dialog).getByRole('button', { name: /^作废/ }))
  expect(await screen.findByRole('heading', { name: '指标总览' })).toBeTruthy()
  expect((await call('quota.overview', { year: 2026 })).some(q => q.own)).toBe(false)
})

test('an address may say what a new record begins with: whom it is about, which kind, which year', async () => {
  const { show, building } = await office()
  show(`/registers/writtenReport?new=1&organizationId=${building}&year=2026`)
  const dialog = await screen.findByRole('dialog', { name: '新增书面报告' })
  expect(within(dialog).getByDisplayValue('建筑工程系教工党支部')).toBeTruthy()
  expect(within(dialog).getByDisplayValue('2026')).toBeTruthy()
})
