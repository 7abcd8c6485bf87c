// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { smallOffice } from '../../support/office.ts'
import { showWindow } from '../../support/window.tsx'

/** Two branches, an activist and a probationary member of this year; the office's day is 2026-11-23. */
async function office() {
  const t = await smallOffice()
  await t.member({ name: '陆知行', category: 'activist', joinedOn: null, fullMemberOn: null })
  await t.member({ name: '霍景和', category: 'probationary', joinedOn: '2026-06-30', fullMemberOn: null, organizationId: t.second })
  const planned = async () => (await t.call('development.board', { year: 2026 })).rows.map(row => row.planned)
  return { ...t, planned, show: () => showWindow(t, '/development') }
}

const grid = () => screen.findByRole('grid', { name: '发展计划与进度' })
const rowOf = async (name: RegExp) => within(await grid()).findByRole('row', { name })

test('numbers are typed in place from cell to cell and taken back; what is no number waits beside its row', async () => {
  const { show, planned } = await office()
  const { user } = show()
  const first = await rowOf(/^第一党支部/)
  await user.click(within(first).getAllByRole('gridcell')[1] ?? first)
  await user.keyboard('3{ArrowDown}')
  await waitFor(async () => expect(await planned()).toEqual([3, null]))
  await user.keyboard('2{Enter}')
  await waitFor(async () => expect(await planned()).toEqual([3, 2]))
  expect((await rowOf(/^第二党支部/)).textContent).toContain('50.0%')
  await user.click(within(await rowOf(/^第一党支部/)).getAllByRole('gridcell')[1] ?? first)
  await user.keyboard('三{ArrowDown}')
  expect((await screen.findByRole('alert')).textContent).toContain('第一党支部：“三”不是人数')
  expect(await planned()).toEqual([3, 2])
  await user.keyboard('{Control>}z{/Control}')
  await waitFor(async () => expect(await planned()).toEqual([3, null]))
})

test('a figure opens the people behind it, with the day and the way to their file; Esc closes them', async () => {
  const { show } = await office()
  const { user } = show()
  await user.click(await screen.findByRole('button', { name: '第二党支部，接收预备党员 1 人' }))
  const panel = await screen.findByRole('complementary', { name: '名单' })
  expect((await within(panel).findByRole('link', { name: '霍景和' })).getAttribute('href')).toMatch(/^#\/people\//)
  expect(panel.textContent).toContain('06-30')
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('complementary', { name: '名单' })).toBeNull())
})

test('a total is shared out in proportion; what comes of it is seen, then written in one go and taken back in one', async () => {
  const { show, planned, member, first } = await office()
  await member({ organizationId: first })
  await member({ organizationId: first })
  const { user } = show()
  await grid()
  await user.keyboard('n')
  const dialog = await screen.findByRole('dialog', { name: '分配计划数' })
  await user.type(within(dialog).getByRole('textbox', { name: '总数' }), '9')
  const row = await within(dialog).findByRole('row', { name: /^第一党支部/ })
  await waitFor(() =>
    expect(
      within(row)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual(['第一党支部', '2', '—', '6']),
  )
  expect(await planned()).toEqual([null, null])
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText('已写入 2 个计划数')
  expect(await planned()).toEqual([6, 3])
  await user.click(screen.getByRole('button', { name: '撤销' }))
  await waitFor(async () => expect(await planned()).toEqual([null, null]))
})

test('last year is copied where there was a number, and nobody else is touched', async () => {
  const { show, planned, call, first, second } = await office()
  await call('development.set', { year: 2025, lines: [{ organizationId: first, planned: 4, pool: 9 }] })
  await call('development.set', { year: 2026, lines: [{ organizationId: second, planned: 1 }] })
  const { user } = show()
  await grid()
  await user.keyboard('n')
  const dialog = await screen.findByRole('dialog', { name: '分配计划数' })
  await user.click(within(dialog).getByRole('combobox', { name: '办法' }))
  await user.click(await screen.findByRole('option', { name: '照抄上期计划' }))
  await user.click(await within(dialog).findByRole('button', { name: /^写入 1 个/ }))
  await screen.findByText('已写入 1 个计划数')
  expect(await planned()).toEqual([4, 1])
  expect((await call('development.board', { year: 2026 })).rows[0]?.own).toMatchObject({ pool: 9 })
})

test('a unit that lags says why, and its 重点管理 begins with that', async () => {
  const { show, call, first } = await office()
  await call('development.set', { year: 2026, lines: [{ organizationId: first, planned: 5 }] })
  const { user } = show()
  await user.click(await screen.findByRole('button', { name: '第一党支部，入党积极分子 1 人' }))
  const panel = await screen.findByRole('complementary', { name: '名单' })
  expect(panel.textContent).toContain('计划 5 人，已接收 0 人，完成 0%，时间进度 89.6%，落后 89.6 个百分点')
  await user.click(within(panel).getByRole('link', { name: '登记重点管理' }))
  const dialog = await screen.findByRole('dialog', { name: /滞后单位重点管理/ })
  expect(within(dialog).getByRole<HTMLTextAreaElement>('textbox', { name: '滞后情况' }).value).toMatch(/^计划 5 人/)
})
