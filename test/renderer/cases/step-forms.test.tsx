// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { noticeProps } from '../../../shared/forms/development/notices.ts'
import { developmentProps } from '../../../shared/forms/development/facts.ts'
import { applicant } from '../../support/development.ts'
import { smallOffice } from '../../support/office.ts'
import { showWindow } from '../../support/window.tsx'

test('a step prints the forms that it is done on, from the case', async () => {
  const office = await smallOffice()
  const caseId = await applicant(office, '沈听澜')
  await office.call('case.record', { caseIds: [caseId], step: 'application', draft: { doneOn: '2026-11-10' } })
  await office.call('case.record', { caseIds: [caseId], step: 'talk', draft: { doneOn: '2026-11-12', people: '周敏', opinion: '谈入党动机。' } })
  const { user } = showWindow(office, `/cases/${caseId}?step=talk`)
  await user.click(await screen.findByRole('button', { name: /^入党申请人谈话记录表/ }))
  await user.click(await screen.findByRole('menuitem', { name: '打印' }))
  expect(await screen.findByText('已送打印机：入党申请人谈话记录表')).toBeTruthy()
  const [job] = office.printed
  expect(job?.template).toBe('talkRecord')
  expect(developmentProps.parse(job?.props).cases[0]).toMatchObject({ name: '沈听澜', steps: { talk: [{ people: '周敏', opinion: '谈入党动机。' }] } })
})

test('a step that is voted on says where its papers come from, until there is a ballot of the person', async () => {
  const office = await smallOffice()
  const caseId = await applicant(office, '沈听澜')
  showWindow(office, `/cases/${caseId}?step=meeting`)
  const own = await screen.findByRole('group', { name: '这一步的表' })
  expect((await within(own).findByRole('link', { name: '票决和测评' })).getAttribute('href')).toBe('#/ballots')
})

test('those near a person are kept with the case, with the letter about them; one voided stays to be seen', async () => {
  const office = await smallOffice()
  const caseId = await applicant(office, '沈听澜')
  const { user } = showWindow(office, `/cases/${caseId}`)
  await user.click(await screen.findByRole('button', { name: /加一人/ }))
  const dialog = await screen.findByRole('dialog', { name: '加家庭成员或社会关系' })
  await user.type(within(dialog).getByLabelText(/^称谓/), '父亲')
  await user.type(within(dialog).getByLabelText(/^姓名/), '沈守拙')
  await user.type(within(dialog).getByLabelText(/^函往党组织/), '中共南屏乡委员会')
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByText('函往中共南屏乡委员会：还没有发函')).toBeTruthy()
  expect((await office.call('case.get', { caseId })).relatives).toMatchObject([{ relation: '父亲', name: '沈守拙', circle: 'family' }])
  await user.click(await screen.findByRole('button', { name: '作废沈守拙' }))
  const reason = await screen.findByRole('dialog', { name: '作废这一人？' })
  await user.type(within(reason).getByLabelText(/理由/), '登记重复')
  await user.click(within(reason).getByRole('button', { name: /^作废/ }))
  expect(await screen.findByText(/已作废：登记重复/)).toBeTruthy()
})

test('the chosen are posted on one sheet, from a day on that is not on file yet', async () => {
  const office = await smallOffice()
  for (const name of ['沈听澜', '霍景和', '闵怀瑾']) await applicant(office, name)
  const { user } = showWindow(office, '/cases')
  await user.click(await screen.findByRole('checkbox', { name: /全选|选中全部/ }))
  await user.click(await screen.findByRole('button', { name: '步骤的表' }))
  const dialog = await screen.findByRole('dialog', { name: '打印 3 人的表' })
  await user.click(within(dialog).getByRole('combobox', { name: /^表/ }))
  await user.click(await screen.findByRole('option', { name: '发展对象公示' }))
  await user.type(within(dialog).getByLabelText('公示开始日期'), '2026-11-24')
  await user.click(within(dialog).getByRole('button', { name: /^打印/ }))
  await waitFor(() => expect(office.printed).toHaveLength(1))
  const { notices } = noticeProps.parse(office.printed[0]?.props)
  expect(notices).toMatchObject([{ startsOn: '2026-11-24', lastOn: '2026-12-01', workingDays: 5 }])
  expect(notices[0]?.cases.map(({ name }) => name).toSorted()).toEqual(['沈听澜', '闵怀瑾', '霍景和'].toSorted())
})
