// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { smallOffice } from '../../support/office.ts'
import { showWindow } from '../../support/window.tsx'

/** A candidate's case on the screen, as far as its records say. */
async function shown(step: string, records: readonly (readonly [step: string, draft: Record<string, unknown>])[]) {
  const office = await smallOffice()
  const { call, read } = office
  const { personId, caseIds } = await office.openCase('沈听澜')
  for (const [key, draft] of records) await call('case.record', { caseIds, step: key, draft })
  const { user } = showWindow(office, `/cases/${caseIds[0] ?? ''}?step=${step}`)
  const category = async () => (await read('person', personId))['category']
  return { ...office, user, category }
}

const says = async (dialog: HTMLElement, what: string) => (await within(dialog).findByText(what)).parentElement?.textContent

test('a step that ended the case is withdrawn from the closed case itself: the dialog says that it opens again, and what of the roster follows', async () => {
  const { user, category } = await shown('approval', [
    ['candidate', { doneOn: '2026-08-10' }],
    ['approval', { doneOn: '2026-11-02', result: 'failed' }],
  ])
  expect(await screen.findByText('2026-11-02 结束：上级党委不予批准。')).toBeTruthy()
  await user.click(await screen.findByRole('button', { name: '撤回' }))
  const dialog = await screen.findByRole('dialog', { name: '撤回这一次“上级党委审批”？' })
  expect(await says(dialog, '卷宗')).toBe('卷宗重新打开，结束日期和结果清空')
  expect(within(dialog).queryByText('花名册')).toBeNull()
  await user.type(within(dialog).getByLabelText(/^理由/), '批复看错了')
  await user.click(within(dialog).getByRole('button', { name: '撤回' }))
  expect(await screen.findByText('已撤回“上级党委审批”，卷宗重新打开')).toBeTruthy()
  expect(await category()).toBe('candidate')
})

test('what a withdrawn step had made of the person is said before, follows, and comes back with it', async () => {
  const { user, category } = await shown('candidate', [['candidate', { doneOn: '2026-08-10' }]])
  await user.click(await screen.findByRole('button', { name: '撤回' }))
  const dialog = await screen.findByRole('dialog', { name: '撤回这一次“确定为发展对象”？' })
  expect(await says(dialog, '花名册')).toBe('花名册人员类别由发展对象改回入党申请人')
  await user.type(within(dialog).getByLabelText(/^理由/), '登记错了')
  await user.click(within(dialog).getByRole('button', { name: '撤回' }))
  await screen.findByText('已撤回“确定为发展对象”')
  expect(await category()).toBe('applicant')
  await user.click(await screen.findByRole('button', { name: '恢复' }))
  const back = await screen.findByRole('dialog', { name: '恢复这条步骤办理？' })
  expect(await says(back, '花名册')).toBe('花名册人员类别由入党申请人改为发展对象')
  await user.type(within(back).getByLabelText(/^理由/), '没有登记错')
  await user.click(within(back).getByRole('button', { name: '恢复' }))
  await screen.findByText('已恢复“确定为发展对象”')
  expect(await category()).toBe('candidate')
})

test('where the roster has been changed since, it is said that it stays', async () => {
  const { user, call } = await shown('recommendation', [
    ['recommendation', { doneOn: '2026-08-03' }],
    ['candidate', { doneOn: '2026-08-10' }],
  ])
  await user.click(await screen.findByRole('button', { name: '撤回' }))
  const dialog = await screen.findByRole('dialog')
  expect(await says(dialog, '花名册')).toBe('花名册人员类别不变，仍是发展对象；要改在人员里改')
  expect((await call('case.list', { procedure: 'membership' })).total).toBe(1)
})
