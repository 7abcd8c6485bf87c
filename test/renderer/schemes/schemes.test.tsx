// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { alike, scoredOffice } from '../../support/scored.ts'
import { openWindow, showWindow } from '../../support/window.tsx'

const groups = [
  { code: 'leaders', label: '领导考评', weight: 40, points: alike(3, 0.9, 0.8, 0.7) },
  { code: 'members', label: '党员互评', weight: 60, points: alike(4, 0.95, 0.8, 0.7) },
]
const card = (name: string) => screen.findByRole('region', { name })

test('from a sample with the keyboard: N, the sample, Ctrl S; nothing is kept before', async () => {
  const { user, call } = await openWindow({ at: '/schemes' })
  await screen.findByText('2026 年还没有考核方案。')
  await user.keyboard('n')
  await user.click(await screen.findByRole('button', { name: /^党员量化考核方案/ }))
  await screen.findByText('样例：')
  expect(await call('scheme.list', { year: 2026 })).toEqual([])
  expect(await within(await card('核对')).findByText('党员互评和同学考评合计 60%，过半')).toBeTruthy()
  await user.keyboard('{Control>}s{/Control}')
  await waitFor(async () => expect(await call('scheme.list', { year: 2026 })).toMatchObject([{ name: '党员量化考核方案', items: 11, full: 100, short: 0 }]))
  await screen.findByText(/已保存考核方案“党员量化考核方案”，11 项指标/)
})

test('what falls short is said while one types, Ctrl Z takes the edit back, and Enter begins the next item', async () => {
  const { user } = await openWindow({ at: '/schemes/new?template=performance' })
  const weight = await screen.findByRole('textbox', { name: '同学考评权重' })
  await user.clear(weight)
  await user.type(weight, '5')
  const checks = await card('核对')
  await within(checks).findByText('党员互评和同学考评合计 35%，没有过半')
  await within(checks).findByText('权重合计 75%，差 25%')
  await user.keyboard('{Control>}z{/Control}')
  await within(checks).findByText('权重合计 100%')
  await user.click(screen.getByRole('textbox', { name: '第 11 项指标' }))
  await user.keyboard('{Enter}')
  const fresh = await screen.findByRole('textbox', { name: '第 12 项指标' })
  await waitFor(() => expect(document.activeElement).toBe(fresh))
  await user.type(fresh, '廉洁承诺')
  await user.keyboard('{Control>}s{/Control}')
  await screen.findByText(/还不能保存：“廉洁承诺”的分值应大于 0/)
})

test('撤销 after a save brings the scheme back on the page it was changed on', async () => {
  const office = await scoredOffice()
  const id = await office.scheme(2026, groups)
  const { user } = showWindow(office, `/schemes/${id}`)
  const name = await screen.findByRole('textbox', { name: '第 2 项指标' })
  await user.clear(name)
  await user.type(name, '年度工作实绩')
  await user.keyboard('{Control>}s{/Control}')
  await screen.findByText(/已保存考核方案/)
  await user.click(await screen.findByRole('button', { name: '撤销' }))
  await waitFor(() => expect(screen.getByRole('textbox', { name: '第 2 项指标' })).toHaveProperty('value', '本职工作实绩'))
  expect(screen.getByRole('button', { name: /^保存/ })).toHaveProperty('disabled', true)
})

test('a scheme by which papers were counted shows no box to type in, and offers the copy', async () => {
  const office = await scoredOffice()
  await office.held(2026, groups)
  const [kept] = await office.call('scheme.list', { year: 2026 })
  const { user } = showWindow(office, `/schemes/${kept?.id ?? ''}`)
  await screen.findByText(/已按这个方案计票，指标、权重和分数线不再改动/)
  expect(screen.queryByRole('textbox', { name: '第 1 项指标' })).toBeNull()
  await user.click(screen.getByRole('button', { name: '复制一份再改' }))
  await user.click(await screen.findByRole('button', { name: /^复制 ?Ctrl|^复制$/ }))
  await waitFor(async () => expect(await office.call('scheme.list', { year: 2027 })).toMatchObject([{ name: '党员量化考核方案', counted: false }]))
})

test('the results stand in order of rank, and what people decide against the proposal wants a reason', async () => {
  const office = await scoredOffice({ excellentFrom: 80, qualifiedFrom: 60, basicFrom: 50 })
  const ballotId = await office.held(2026, groups)
  const { user } = showWindow(office, `/schemes/results/${ballotId}`)
  const link = await screen.findByRole('link', { name: '邓文涛' })
  const row = link.closest('tr')
  expect(row?.textContent).toContain('优秀，名额外')
  if (row) await user.click(within(row).getByText('80.00', { selector: 'b' }))
  await screen.findByText('优秀名额 1 名，按名次排在名额之外')
  await user.click(screen.getByRole('combobox', { name: '考核等次' }))
  await user.click(await screen.findByRole('option', { name: '合格' }))
  const save = screen.getByRole('button', { name: '记下评定' })
  expect(save).toHaveProperty('disabled', true)
  await user.type(screen.getByRole('textbox', { name: /^理由/ }), '优秀名额有限，按名次确定')
  await user.click(save)
  await waitFor(async () => {
    const { rows } = await office.call('scheme.results', { ballotId })
    expect(rows[1]?.decision).toMatchObject({ grade: 'qualified', reason: '优秀名额有限，按名次确定' })
  })
})

test('the report of one says what each item came to and goes on to the next with Alt ↓', async () => {
  const office = await scoredOffice()
  const ballotId = await office.held(2026, groups)
  const { user } = showWindow(office, `/schemes/results/${ballotId}/1`)
  const items = await card('逐项得分')
  expect(within(items).getByText('55.80')).toBeTruthy()
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await waitFor(() => expect(window.location.hash).toBe(`#/schemes/results/${ballotId}/2`))
})
