// @vitest-environment jsdom
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openWindow } from '../../support/window.tsx'
import { studyOffice } from './office.ts'

const names = (grid: HTMLElement) =>
  within(grid)
    .getAllByRole('row')
    .slice(1)
    .map(row => within(row).getAllByRole('gridcell')[1]?.textContent)

test('the figures add up, and 未达标 opens exactly the people who make it', async () => {
  const { show } = await studyOffice()
  const { user } = show('/study')
  expect((await screen.findByRole('link', { name: /^达标率/ })).textContent).toContain('33.3%2 / 6 人应学')
  expect(screen.getByRole('link', { name: /^临期/ }).textContent).toContain('1人差 8 学时以内')
  expect(screen.getByRole('link', { name: /^书记和班子成员/ }).textContent).toContain('0/ 1 人达标指标 56 学时')
  expect(screen.getByRole('link', { name: /^免学/ }).textContent).toContain('1人')
  await user.click(screen.getByRole('link', { name: /^未达标/ }))
  const grid = await screen.findByRole('grid', { name: '人员' })
  await waitFor(() => expect(names(grid).toSorted()).toEqual(['曹军怡', '程雅琴', '高志远']))
  expect(screen.getByRole('button', { name: '未达标3' }).getAttribute('aria-pressed')).toBe('true')
})

test('where nobody is exempt the figure claims no reasons on file', async () => {
  const { show, call, people } = await studyOffice()
  await call('person.setMany', { ids: [people.ye], field: 'exemptReason', value: null })
  show('/study')
  const exempt = await screen.findByRole('link', { name: /^免学/ })
  await waitFor(() => expect(exempt.textContent).toBe('免学0人'))
})

test('a figure of the committee opens those who hold office, the exempt among nobody', async () => {
  const { show } = await studyOffice()
  const { user } = show('/study')
  await user.click(await screen.findByRole('link', { name: /^书记和班子成员/ }))
  const grid = await screen.findByRole('grid', { name: '人员' })
  await waitFor(() => expect(names(grid)).toEqual(['高志远']))
})

test('the branches are ranked by 达标率, and a row opens its people', async () => {
  const { show } = await studyOffice()
  const { user } = show('/study')
  const matrix = await screen.findByRole('grid', { name: '月份 × 支部' })
  const rows = within(matrix).getAllByRole('row').slice(1)
  expect(rows.map(row => row.textContent)).toEqual([
    expect.stringMatching(/^1机关第一党支部.*50\.0%1\/2$/),
    expect.stringMatching(/^2建筑工程系教工党支部.*25\.0%1\/4$/),
  ])
  await user.click(within(matrix).getByRole('link', { name: '1/4' }))
  const grid = await screen.findByRole('grid', { name: '人员' })
  await waitFor(() => expect(names(grid)).toHaveLength(4))
  expect(screen.getByText('党支部', { selector: '.chip-main' }).textContent).toContain('建筑工程系教工党支部')
})

test('a cell of the heat map opens the activities of that branch and month, by mouse and by keyboard', async () => {
  const { show, activities } = await studyOffice()
  const { user } = show('/study')
  const matrix = await screen.findByRole('grid', { name: '月份 × 支部' })
  await user.click(within(matrix).getByRole('button', { name: '建筑工程系教工党支部 6 月 6 学时' }))
  const dialog = await screen.findByRole('dialog', { name: '2026 年 6 月的活动' })
  expect(await within(dialog).findByText(/建筑工程系教工党支部，1 次，计 24 学时/)).toBeTruthy()
  expect(within(dialog).getByRole('link', { name: '形势报告会' }).getAttribute('href')).toBe(`#/activities/${activities.lecture}`)
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  matrix.focus()
  await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{Enter}')
  expect(await screen.findByRole('dialog', { name: /2026 年 \d+ 月的活动/ })).toBeTruthy()
})

test('T shows the table behind the chart, with this year and the time of year month by month', async () => {
  const { show } = await studyOffice()
  const { user } = show('/study')
  await screen.findByRole('button', { name: /^3 月：当月人均 16，累计 16 学时/ })
  await user.keyboard('t')
  const sums = (await screen.findByText('2026 累计')).closest('tr')
  expect([...(sums?.cells ?? [])].map(cell => cell.textContent)).toEqual([
    '2026 累计',
    '0',
    '0',
    '16',
    '16',
    '16',
    '21.3',
    '21.3',
    '21.3',
    '21.3',
    '22',
    '22',
    '',
  ])
  await user.click(screen.getByRole('radio', { name: '分布' }))
  await user.click(await screen.findByRole('link', { name: /^不到四分之一/ }))
  const grid = await screen.findByRole('grid', { name: '人员' })
  await waitFor(() => expect(names(grid)).toEqual(['曹军怡']))
})

test('for one branch the map is of its people, and a cell says what counted', async () => {
  const { show } = await studyOffice()
  const { user } = show('/study')
  await screen.findByRole('grid', { name: '月份 × 支部' })
  await user.keyboard('{Alt>}1{/Alt}')
  await user.click(await screen.findByRole('treeitem', { name: /建筑工程系教工党支部/ }))
  const matrix = await screen.findByRole('grid', { name: '月份 × 党员' })
  await waitFor(() => expect(within(matrix).getAllByRole('row')).toHaveLength(6))
  await user.click(within(matrix).getByRole('button', { name: '程雅琴 3 月 0 学时' }))
  const dialog = await screen.findByRole('dialog', { name: '程雅琴 2026 年 3 月' })
  expect(await within(dialog).findByText('请假，不计学时')).toBeTruthy()
})

test('a year without records says what to do, and a year that is over has nobody 临期', async () => {
  const { show } = await studyOffice()
  const { user } = show('/study')
  await screen.findByRole('grid', { name: '月份 × 支部' })
  await user.click(screen.getByRole('button', { name: '上一年度' }))
  expect(await screen.findByText('还没有 2025 年的参训记录。')).toBeTruthy()
  expect(screen.getByText('从支部交来的签到表导入，或登记活动。')).toBeTruthy()
  expect(screen.getByRole('link', { name: /^临期/ }).textContent).toContain('0人年度已结束')
})

test('a year that has not begun calls nobody 未达标: it says what will be due', async () => {
  const { show } = await studyOffice({ today: '2026-11-23' })
  const { user } = show('/study')
  await screen.findByRole('link', { name: /^未达标/ })
  await user.click(screen.getByRole('button', { name: '下一年度' }))
  expect(await screen.findByText('2027 年度还没有开始。')).toBeTruthy()
  expect(screen.getByText(/^到时应学 6 人/)).toBeTruthy()
  expect(screen.getByText('达标率').closest('.figure')?.textContent).toContain('—0 / 6 人应学')
  for (const name of ['临期', '未达标']) {
    expect(screen.getByText(name).closest('.figure')?.textContent).toContain('0人年度还没有开始')
    expect(screen.queryByRole('link', { name: new RegExp(`^${name}`) })).toBeNull()
  }
  expect(screen.queryByRole('grid', { name: '未达标' })).toBeNull()
})

test('an office without people is told to import its roster', async () => {
  await openWindow({ at: '/study' })
  expect(await screen.findByText(/还没有 2026 年的党员。/)).toBeTruthy()
  expect(screen.getByRole('link', { name: '导入花名册' }).getAttribute('href')).toBe('#/import/people')
})

test('参数与口径 names each number with its clause and where it comes from', async () => {
  const { show } = await studyOffice()
  const { user } = show('/study')
  await user.click(await screen.findByRole('button', { name: '参数与口径' }))
  const dialog = await screen.findByRole('dialog', { name: '参数与口径' })
  const row = within(dialog).getByText('党员年度学时').closest('tr')
  expect(row?.textContent).toContain('32 学时')
  expect(row?.textContent).toContain('国家规定')
  expect(row?.textContent).toContain('第二十条')
})

test('the list of those who are short goes to a file branch by branch', async () => {
  const { show, tokens, folder, printed } = await studyOffice()
  const { user } = show('/study', { 'shell.chooseSave': () => ({ token: tokens.offer(join(folder, '名单.pdf')), name: '名单.pdf' }) })
  await user.click(await screen.findByRole('button', { name: '按支部打印' }))
  await user.click(await screen.findByRole('menuitem', { name: '存为 PDF' }))
  expect(await screen.findByText(/已存为“名单\.pdf”/)).toBeTruthy()
  expect(printed).toMatchObject([{ template: 'studyShort', props: { year: 2026, branches: [{ branch: '建筑工程系教工党支部' }] } }])
})

test('the panel orders those who are short by what they miss or by missed activities', async () => {
  const { show } = await studyOffice()
  const { user } = show('/study')
  const panel = await screen.findByRole('grid', { name: '未达标' })
  const first = () => within(panel).getAllByRole('row')[1]?.textContent ?? ''
  await waitFor(() => expect(first()).toContain('曹军怡'))
  expect(first()).toContain('0/ 32')
  await user.click(within(panel).getByRole('button', { name: '缺课' }))
  await user.click(within(panel).getByRole('button', { name: '缺课' }))
  await waitFor(() => expect(first()).toMatch(/(高志远|程雅琴).*1 次/))
})
