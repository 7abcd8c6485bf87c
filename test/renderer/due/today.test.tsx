// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { smallOffice } from '../../support/office.ts'
import { showWindow } from '../../support/window.tsx'

/** Two branches; the first held its theme days of every month but October. */
async function office() {
  const t = await smallOffice()
  for (let month = 1; month <= 11; month++) {
    if (month === 10) continue
    const day = `2026-${String(month).padStart(2, '0')}-10`
    await t.add('activity', { name: `${month} 月主题党日`, kind: 'themeDay', startsOn: day, endsOn: day, hours: 4, counts: true, organizationId: t.first })
  }
  await t.member({ name: '宋书记', partyPost: '党支部书记' })
  return t
}

const list = () => screen.findByRole('grid', { name: '今日待办' })
const rows = async (words: RegExp) =>
  within(await list())
    .getAllByRole('row')
    .filter(row => words.test(row.textContent ?? ''))
const row = async (words: RegExp) => {
  const [found] = await waitFor(async () => {
    const all = await rows(words)
    expect(all).not.toHaveLength(0)
    return all
  })
  if (!found) throw new Error('no row')
  return found
}
const heads = async () =>
  within(await list())
    .getAllByRole('gridcell', { expanded: undefined })
    .filter(cell => cell.hasAttribute('aria-expanded'))
    .map(cell => cell.textContent)

test('an office with records opens with 今日待办: what is overdue on top, whose it is, and by which clause', async () => {
  const t = await office()
  showWindow(t, '/')
  const line = await row(/^逾期 23 天10-3110 月主题党日/)
  expect(line.textContent).toContain('第一党支部宋书记')
  expect(line.textContent).toContain('每月 1 次')
  expect(line.textContent).toContain('第十六条')
  expect((await heads())[0]).toMatch(/^逾期/)
  expect(window.location.hash).toBe('#/today')
})

test('Enter on a line opens an empty meeting of its kind for its branch; registered, the line is gone', async () => {
  const t = await office()
  const { user } = showWindow(t, '/today')
  await user.click(await row(/10 月主题党日.*第一党支部/))
  ;(await list()).focus()
  await user.keyboard('{Enter}')
  const dialog = await screen.findByRole('dialog', { name: '登记会议' })
  expect(within(dialog).getByDisplayValue('10 月主题党日')).toBeTruthy()
  expect(within(dialog).getByDisplayValue('第一党支部')).toBeTruthy()
  const start = within(dialog).getByRole('textbox', { name: /^开始日期/ })
  expect(start).toHaveProperty('value', '')
  await user.type(start, '2026-10-20{Tab}')
  await user.click(within(dialog).getByRole('button', { name: /^登记/ }))
  await waitFor(() => expect(window.location.hash).toMatch(/^#\/meetings\/(?!new)/))
  window.history.back()
  await waitFor(() => expect(window.location.hash).toBe('#/today'))
  await row(/主题党日.*第二党支部/)
  await waitFor(async () => expect(await rows(/10 月主题党日.*第一党支部/)).toHaveLength(0))
})

test('a line is snoozed by S with a reason, folds under 已暂缓, and is reminded of again', async () => {
  const t = await office()
  const { user } = showWindow(t, '/today')
  await user.click(await row(/10 月主题党日.*第一党支部/))
  ;(await list()).focus()
  await user.keyboard('s')
  const dialog = await screen.findByRole('dialog', { name: '暂缓提醒' })
  await user.click(within(dialog).getByRole('button', { name: /^暂缓/ }))
  expect(within(dialog).getByText('请写明原因')).toBeTruthy()
  await user.type(within(dialog).getByRole('combobox', { name: /原因/ }), '已约定 26 日补开')
  await user.click(within(dialog).getByRole('button', { name: /^暂缓/ }))
  await waitFor(async () => expect(await rows(/10 月主题党日.*第一党支部/)).toHaveLength(0))
  await user.click(within(await row(/^已暂缓 1 项/)).getByRole('gridcell'))
  expect((await row(/10 月主题党日.*第一党支部/)).textContent).toContain('暂缓到 11-30：已约定 26 日补开')
  await user.click(await row(/10 月主题党日.*第一党支部/))
  await user.click(screen.getByRole('button', { name: /重新提醒/ }))
  await waitFor(async () => expect(await rows(/已暂缓/)).toHaveLength(0))
  expect((await t.call('due.list', { organizationId: t.first })).counts.snoozed).toBe(0)
})

test('lines are grouped by branch in the order of the tree, by who answers for them, and by week', async () => {
  const t = await office()
  const { user } = showWindow(t, '/today')
  await row(/10 月主题党日/)
  await user.click(screen.getByRole('radio', { name: '按支部' }))
  expect((await heads()).map(head => head?.replace(/\d.*/, ''))).toEqual(['本单位', '中共临江委员会', '第一党支部', '第二党支部'])
  await user.click(screen.getByRole('radio', { name: '按责任人' }))
  expect((await heads()).some(head => head?.startsWith('宋书记'))).toBe(true)
  await user.click(screen.getByRole('radio', { name: '按周' }))
  expect((await heads())[0]).toMatch(/^逾期/)
  await user.click(screen.getByRole('button', { name: /^学习教育 ?\d/ }))
  expect(await rows(/主题党日/)).toHaveLength(0)
})

test('the month shows days off, how much falls due on each day, and the lines of the day chosen', async () => {
  const t = await office()
  const { user } = showWindow(t, '/today')
  await row(/10 月主题党日/)
  await user.click(screen.getByRole('tab', { name: '月历' }))
  const november = await screen.findByRole('group', { name: '2026 年 11 月' })
  await waitFor(() => expect(within(november).getByRole('button', { name: /^11 月 28 日/ }).className).toContain('off'))
  expect(within(november).getByRole('button', { name: '11 月 24 日，没有到期' }).className).not.toContain('off')
  await user.click(screen.getByRole('button', { name: /^上个月/ }))
  const october = await screen.findByRole('group', { name: '2026 年 10 月' })
  const last = await within(october).findByRole('button', { name: /^10 月 31 日，逾期/ })
  await user.click(last)
  const lines = await screen.findByRole('grid', { name: '10 月 31 日起到期' })
  await waitFor(() => expect(lines.textContent).toContain('10 月主题党日'))
})

test('系统管理员 has no 今日待办', async () => {
  const t = await smallOffice()
  await t.call('lobby.lock', {})
  await t.call('lobby.unlock', { user: '管理员', password: 'Linjiang-2026' })
  await expect(t.call('due.list', {})).rejects.toThrow()
})
