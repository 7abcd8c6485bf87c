// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { valuesOf } from '../../../renderer/records/draft.ts'
import { records } from '../../../shared/domain/index.ts'
import type { Call } from '../../../main/app/caller.ts'
import { office } from './office.ts'

/** Someone else at another PC: changes a person behind the window's back. */
async function changeElsewhere(call: Call, id: string, change: Record<string, unknown>) {
  const { record } = await call('records.get', { type: 'person', id })
  await call('records.update', { type: 'person', id, version: Number(record['version']), draft: { ...valuesOf(records.person, record), ...change } })
}

const kept = async (call: Call, id: string) => (await call('records.get', { type: 'person', id })).record

test('facts are changed in place, and the history says who changed what', async () => {
  const { call, show, people } = await office()
  const { user } = show(`/people/${people.gao}?tab=facts`)
  await screen.findByRole('heading', { name: '高志远' })
  await user.keyboard('e')
  const box = await screen.findByLabelText('工作岗位')
  await user.type(box, '系副主任')
  await user.keyboard('{Control>}s{/Control}')
  expect(await screen.findByText('已改高志远的基本信息')).toBeTruthy()
  expect(await kept(call, people.gao)).toMatchObject({ workPost: '系副主任', sex: 'male', bornOn: '1976-09-21' })
  await user.click(screen.getByRole('button', { name: '历史' }))
  const dialog = await screen.findByRole('dialog', { name: '高志远的历史' })
  expect((await within(dialog).findAllByText('系副主任')).length).toBe(1)
  expect(within(dialog).getAllByText('经办人').length).toBeGreaterThan(0)
})

test('a stale edit is refused and explained; reloading keeps what was typed here', async () => {
  const { call, show, people } = await office()
  const { user } = show(`/people/${people.gao}?tab=facts`)
  await screen.findByRole('heading', { name: '高志远' })
  await user.keyboard('e')
  await user.type(await screen.findByLabelText('工作岗位'), '系副主任')
  await changeElsewhere(call, people.gao, { nation: '满族' })
  await user.keyboard('{Control>}s{/Control}')
  const banner = await screen.findByRole('alert')
  expect(banner.textContent).toContain('没有写入：这条人员打开之后被改过')
  expect(banner.textContent).toContain('民族改为“满族”')
  expect(await kept(call, people.gao)).toMatchObject({ workPost: null, nation: '满族' })
  await user.click(within(banner).getByRole('button', { name: '载入最新，保留我改的 1 项' }))
  await user.keyboard('{Control>}s{/Control}')
  expect(await screen.findByText('已改高志远的基本信息')).toBeTruthy()
  expect(await kept(call, people.gao)).toMatchObject({ workPost: '系副主任', nation: '满族' })
})

test('voiding asks a reason and says what changes; the record can be restored', async () => {
  const { call, show, people } = await office()
  const { user } = show(`/people/${people.cheng}`)
  await user.click(await screen.findByRole('button', { name: '更多' }))
  await user.click(await screen.findByRole('menuitem', { name: '作废…' }))
  const dialog = await screen.findByRole('dialog', { name: '作废程雅琴这条记录？' })
  expect(await within(dialog).findByText(/16 学时和 1 条参训不再计入统计/)).toBeTruthy()
  await user.click(within(dialog).getByRole('button', { name: /^作废/ }))
  expect(await within(dialog).findByText(/请写明理由/)).toBeTruthy()
  expect((await kept(call, people.cheng))['voidedAt']).toBeNull()
  await user.type(within(dialog).getByLabelText(/^理由/), '重复登记')
  await user.click(within(dialog).getByRole('button', { name: /^作废/ }))
  expect(await screen.findByText('这条人员已作废。')).toBeTruthy()
  expect(await kept(call, people.cheng)).toMatchObject({ voidReason: '重复登记' })
  await user.click(screen.getByRole('button', { name: '恢复' }))
  const back = await screen.findByRole('dialog', { name: '恢复程雅琴这条记录？' })
  await user.type(within(back).getByLabelText(/^理由/), '查实是两人')
  await user.click(within(back).getByRole('button', { name: /^恢复/ }))
  await waitFor(async () => expect((await kept(call, people.cheng))['voidedAt']).toBeNull())
  await waitFor(() => expect(screen.queryByText('这条人员已作废。')).toBeNull())
})

test('[ and ] walk through the list that was open, in its order', async () => {
  const { show, people } = await office()
  const { user } = show('/people?category=full')
  const grid = await screen.findByRole('grid', { name: '人员列表' })
  await user.dblClick(await within(grid).findByText('程雅琴'))
  expect(await screen.findByText('第 1 / 3 人')).toBeTruthy()
  await user.keyboard(']')
  await waitFor(() => expect(window.location.hash).toContain(people.deng))
  expect(await screen.findByText('第 2 / 3 人')).toBeTruthy()
  await user.keyboard('[[')
  await waitFor(() => expect(window.location.hash).toContain(people.cheng))
})

test('学时 shows every line of the year with what it counts and why not', async () => {
  const { show, people } = await office()
  show(`/people/${people.gao}?tab=study`)
  expect(await screen.findByText('缺勤，不计学时')).toBeTruthy()
  expect(screen.getByRole('link', { name: '党支部书记轮训班' })).toBeTruthy()
  expect(screen.getByText('学时差 56，缺课 1 次')).toBeTruthy()
})

test('an office held from a day on is put on file, changed and voided on the person page', async () => {
  const { call, show, people } = await office()
  const { user } = show(`/people/${people.deng}?tab=changes`)
  await user.click(await screen.findByRole('button', { name: '登记任职' }))
  const dialog = await screen.findByRole('dialog', { name: '登记邓文涛任职' })
  await user.type(within(dialog).getByLabelText(/^党内职务/), '组织委员')
  const from = within(dialog).getByLabelText(/^任职日期/)
  await user.clear(from)
  await user.type(from, '2026-03-01')
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByText('已登记邓文涛任职')).toBeTruthy()
  const target = async () => (await call('quota.subject', { quota: 'study-hours', year: 2026, subjectId: people.deng })).subject.target
  expect(await target()).toBe(56)

  const card = screen.getByRole('region', { name: '党内任职' })
  await user.click(await within(card).findByRole('button', { name: '作废' }))
  const voiding = await screen.findByRole('dialog', { name: '作废这条党内任职？' })
  await user.type(within(voiding).getByLabelText(/^理由/), '未获批准')
  await user.click(within(voiding).getByRole('button', { name: /^作废/ }))
  expect(await screen.findByText('已作废邓文涛的党内任职')).toBeTruthy()
  expect(await target()).toBe(32)
})

test('the learning archive of the year in view goes to the printer', async () => {
  const { show, people, printed } = await office()
  const { user } = show(`/people/${people.cheng}`)
  await user.click(await screen.findByRole('button', { name: '打印' }))
  await user.click(await screen.findByRole('menuitem', { name: '打印 2026 年学习档案' }))
  expect(await screen.findByText('已送打印机：党员个人学习档案')).toBeTruthy()
  expect(printed.map(job => job.template)).toEqual(['studyArchive'])
})
