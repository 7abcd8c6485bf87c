// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { type RecordName, records } from '../../../shared/domain/index.ts'
import { createTestApp } from '../../support/app.ts'
import { draftOf } from '../../support/sample.ts'
import { showWindow } from '../../support/window.tsx'

/** An office of 2026 with one branch, a record about it, and the page of its register. */
async function pageOf(type: RecordName, given: Record<string, unknown>) {
  const app = await createTestApp({ today: '2026-01-20' })
  const create = (of: RecordName, values: Record<string, unknown>) => app.call('records.create', { type: of, draft: draftOf(records[of], values) })
  const { id: organizationId } = await create('organization', { name: '机电党支部', kind: 'branch' })
  await create(type, { organizationId, ...given })
  return showWindow(app, `/registers/${type}`)
}

test('a report of December stands in its year, though it was handed in after', async () => {
  const { user } = await pageOf('monthlyReport', { month: '2025-12', kind: 'development', reportedOn: '2026-01-05' })
  await screen.findByText(/^其他年度有 1 条，最近的是 2025-12。/)
  await user.click(screen.getByRole('button', { name: '看 2025 年' }))
  expect(await screen.findByText('2025-12')).toBeTruthy()
})

test('a report of a year stands in that year; the page is searched by organization', async () => {
  const { user } = await pageOf('writtenReport', { year: 2025, kind: 'duty', reportedOn: '2026-01-08' })
  await user.click(await screen.findByRole('button', { name: '看 2025 年' }))
  expect(await screen.findByText('述职报告')).toBeTruthy()
  await user.type(screen.getByLabelText('党组织名称、拼音首字母'), 'hq')
  expect(await screen.findByText(/没有/)).toBeTruthy()
})

test('a new report begins with the year in view and the organization chosen, both open to change', async () => {
  const { user } = await pageOf('writtenReport', { year: 2026, kind: 'plenary', reportedOn: '2026-01-08' })
  await screen.findByText('全委会报告')
  await user.keyboard('{Alt>}1{/Alt}')
  await user.type(await screen.findByRole('textbox', { name: '找组织' }), '机电{Enter}')
  await user.keyboard('n')
  const form = within(await screen.findByRole('dialog', { name: '新增书面报告' }))
  expect(form.getByRole<HTMLInputElement>('textbox', { name: /^年度/ }).value).toBe('2026')
  expect(form.getByRole<HTMLInputElement>('combobox', { name: /^报告党组织/ }).value).toBe('机电党支部')
})

test('a problem that was found last year and is not mended is on the page this year', async () => {
  await pageOf('rectification', { source: 'appraisal', raisedOn: '2025-11-20', problem: '联系班级次数少' })
  expect(await screen.findByText('联系班级次数少')).toBeTruthy()
})
