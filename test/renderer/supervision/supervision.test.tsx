// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { secretClassNames } from '../../../shared/records/secrecy.ts'
import { smallOffice } from '../../support/office.ts'
import { signedLetter } from '../../support/petition.ts'
import { showWindow } from '../../support/window.tsx'

/** A leading cadre who was asked in writing and has not answered, and a letter about him. The office's day is 2026-11-23. */
async function office() {
  const t = await smallOffice({ granted: secretClassNames })
  const person = await t.member({ name: '乔修远', leader: true })
  const inquiry = await t.add('admonition', {
    personId: person,
    kind: 'inquiry',
    way: 'letter',
    category: 'centralism',
    problem: '工程变更没有集体研究',
    executedOn: '2026-10-12',
  })
  await t.add('petition', signedLetter(person, '2026-10-08', { noticeOn: '2026-10-09' }))
  return { ...t, person, inquiry }
}

const list = (name: string) => screen.findByRole('grid', { name })

test('the board opens on what is owed and late; a line leads to its record', async () => {
  const t = await office()
  showWindow(t, '/supervision')
  const row = await within(await list('逾期未办')).findByRole('row', { name: /乔修远/ })
  expect(row.textContent).toContain('函询回复')
  expect(within(row).getByRole('link').getAttribute('href')).toBe(`#/registers/admonition?record=${t.inquiry}`)
})

test('a figure, a month and a level each list the records that make them', async () => {
  const { user } = showWindow(await office(), '/supervision')
  await user.click(await screen.findByRole('button', { name: /^信访举报.*去年同期/ }))
  expect((await within(await list('信访举报')).findByRole('row', { name: /信〔2026〕001/ })).textContent).toContain('廉洁自律')
  await user.click(screen.getByRole('button', { name: '函询 10 月 1 件' }))
  await within(await list('函询，10 月')).findByRole('row', { name: /乔修远/ })
  await user.click(within(screen.getByRole('region', { name: '级别 × 处理方式' })).getByRole('button', { name: '1' }))
  await within(await list('没有登记，函询')).findByRole('row', { name: /乔修远/ })
  await user.click(screen.getByRole('button', { name: /^没有谈话/ }))
  const untalked = await within(await list('当年没有谈话的领导干部')).findByRole('row', { name: /乔修远/ })
  expect(within(untalked).getByRole('link').getAttribute('href')).toContain('/registers/talk?new=1&personId=')
})

test('who was granted nothing is told so, and sees no kind of 监督资料', async () => {
  showWindow(await smallOffice(), '/supervision')
  await screen.findByText('这一页不在授权范围内')
  expect(screen.queryByText('种类 × 月份')).toBeNull()
  expect(screen.queryByRole('button', { name: /信访举报/ })).toBeNull()
})

test('beside a record stand the papers of its kind, to paper and PDF only', async () => {
  const t = await office()
  const { user } = showWindow(t, `/registers/admonition?record=${t.inquiry}`)
  await user.click(await screen.findByRole('button', { name: '函询通知书（附回执）' }))
  expect((await screen.findAllByRole('menuitem')).map(item => item.textContent)).toEqual(['打印', '存为 PDF'])
  expect(screen.queryByRole('button', { name: '诫勉书' })).toBeNull()
})

test('whose 年度报告 on personal matters is not in stands behind its figure; a line enters it', async () => {
  const t = await office()
  await t.add('cadre', { personId: t.person, level: 'divisionDeputy' })
  const { user } = showWindow(t, '/supervision')
  await user.click(await screen.findByRole('button', { name: /^个人事项未交.*2025 年度/ }))
  const row = await within(await list('没有交个人有关事项报告')).findByRole('row', { name: /乔修远/ })
  expect(within(row).getByRole('link').getAttribute('href')).toBe(`#/registers/personalReport?new=1&personId=${t.person}&kind=annual&year=2025`)
})
