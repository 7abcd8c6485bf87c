// @vitest-environment jsdom
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { studyOffice } from './office.ts'

const list = () => screen.findByRole('grid', { name: '人员' })
const names = async () =>
  within(await list())
    .getAllByRole('row')
    .slice(1)
    .map(row => within(row).getAllByRole('gridcell')[1]?.textContent)

test('the chips count each state and narrow the list', async () => {
  const { show } = await studyOffice()
  const { user } = show('/study/people')
  await waitFor(async () => expect(await names()).toHaveLength(7))
  for (const chip of ['全部7', '应学6', '达标2', '临期1', '未达标3', '免1']) expect(screen.getByRole('button', { name: chip })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '达标2' }))
  expect((await names()).toSorted()).toEqual(['曹军怡', '邓文涛'])
})

test('someone is found by 拼音 initials, and a search without result says how many there are without it', async () => {
  const { show } = await studyOffice()
  const { user } = show('/study/people?state=met')
  await waitFor(async () => expect(await names()).toHaveLength(2))
  await user.keyboard('/')
  await user.keyboard('gzy')
  expect(await screen.findByText('没有符合条件的人。')).toBeTruthy()
  expect(screen.getByText(/去掉状态“达标”、“gzy”可看到 7 人/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '全部1' }))
  await waitFor(async () => expect(await names()).toEqual(['高志远']))
})

test('a person opened shows the clause of the target, what counts, and what does not and why', async () => {
  const { show, activities, people } = await studyOffice()
  show(`/study/people?person=${people.gao}`)
  const panel = await screen.findByRole('complementary', { name: '学时明细' })
  expect(await within(panel).findByText('差 24 学时，缺课 1 次')).toBeTruthy()
  expect(within(panel).getByText(/书记和班子成员：每年 56 学时，自 2019-05-06 起/)).toBeTruthy()
  expect(within(panel).getByText('待核')).toBeTruthy()
  expect(within(panel).getByText('计入 2 次，32 学时')).toBeTruthy()
  expect(within(panel).getByText('主题党日，缺勤，不计学时')).toBeTruthy()
  expect(within(panel).getByRole('link', { name: '十月主题党日' }).getAttribute('href')).toBe(`#/activities/${activities.meeting}`)
})

test('the keyboard begins in the list: ↓ walks from person to person with the panel following, Enter opens the page, Esc puts the panel away', async () => {
  const { show, people } = await studyOffice()
  const { user } = show('/study/people?state=short')
  const grid = await list()
  await waitFor(async () => expect(await names()).toHaveLength(3))
  expect(document.activeElement).toBe(grid)
  await user.keyboard('{ArrowDown}{ArrowDown}')
  const panel = await screen.findByRole('complementary', { name: '学时明细' })
  expect(await within(panel).findByText('程雅琴')).toBeTruthy()
  await user.keyboard('{ArrowDown}')
  expect(await within(panel).findByText('高志远')).toBeTruthy()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('complementary', { name: '学时明细' })).toBeNull())
  await user.keyboard('{Enter}')
  await waitFor(() => expect(window.location.hash).toBe(`#/people/${people.gao}`))
})

test('archives are printed for those who are ticked, and for nobody else', async () => {
  const { show, tokens, folder, printed } = await studyOffice()
  const { user } = show('/study/people', { 'shell.chooseSave': () => ({ token: tokens.offer(join(folder, '档案.pdf')), name: '档案.pdf' }) })
  const grid = await list()
  await user.click(within(await within(grid).findByRole('row', { name: /程雅琴/ })).getByRole('checkbox'))
  await user.click(within(within(grid).getByRole('row', { name: /高志远/ })).getByRole('checkbox'))
  const bar = (await screen.findByText('已选 2 人')).closest('.selection-bar')
  if (!(bar instanceof HTMLElement)) throw new Error('no bar above the list')
  await user.click(within(bar).getByRole('button', { name: '打印学习档案' }))
  await user.click(await screen.findByRole('menuitem', { name: '存为 PDF' }))
  expect(await screen.findByText(/已存为“档案\.pdf”/)).toBeTruthy()
  const [job] = printed
  expect(job).toMatchObject({
    template: 'studyArchive',
    props: { people: [expect.objectContaining({ name: '高志远' }), expect.objectContaining({ name: '程雅琴' })] },
  })
})

test('the list is saved as a workbook of those it shows', async () => {
  const { show, tokens, folder, failures } = await studyOffice()
  const { user } = show('/study/people?state=met', { 'shell.chooseSave': () => ({ token: tokens.offer(join(folder, '统计.xlsx')), name: '统计.xlsx' }) })
  await waitFor(async () => expect(await names()).toHaveLength(2))
  await user.click(screen.getByRole('button', { name: '导出' }))
  await user.click(await screen.findByRole('menuitem', { name: '存为 Excel' }))
  expect(await screen.findByText('已存为“统计.xlsx”，2 行')).toBeTruthy()
  expect(failures).toEqual([])
})

test('a branch that a link brought along gives way to one chosen at the top', async () => {
  const { show, building } = await studyOffice()
  const { user } = show(`/study/people?organization=${building}&owing=1`)
  await waitFor(async () => expect(await names()).toHaveLength(4))
  await user.keyboard('{Alt>}1{/Alt}')
  await user.click(await screen.findByRole('treeitem', { name: /机关第一党支部/ }))
  await waitFor(async () => expect((await names()).toSorted()).toEqual(['何雨晴', '邓文涛']))
})
