// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { smallOffice } from '../../support/office.ts'
import { showWindow } from '../../support/window.tsx'

/** 高志远 with 党内警告 until 2027-03-09, and 程雅琴 whose 诫勉 is over; the office's day is 2026-11-23. */
async function office() {
  const t = await smallOffice({ granted: ['sanction', 'admonition'] })
  const gao = await t.member({ name: '高志远' })
  const cheng = await t.member({ name: '程雅琴' })
  const warning = await t.add('sanction', { personId: gao, kind: 'partyWarning', approvedOn: '2026-03-10', formerPost: '教务科科长' })
  await t.add('admonition', { personId: cheng, kind: 'admonish', category: 'duty', problem: '履职不力', executedOn: '2026-01-10' })
  return { ...t, gao, warning, show: (at: string) => showWindow(t, at) }
}

test('影响期: those that run with their days and what is barred; 全部 shows what is over too; a row opens its record', async () => {
  const { show } = await office()
  const { user } = show('/supervision/effects')
  const row = await screen.findByRole('row', { name: /高志远/ })
  expect(
    within(row)
      .getAllByRole('gridcell')
      .map(cell => cell.textContent),
  ).toEqual([
    '高志远',
    '第一党支部',
    '教务科科长',
    '党内警告',
    '03-10',
    '2027-03-09剩 106 天',
    '2027-03-10',
    '在影响期',
    '提拔职务、进一步使用、被推荐担任高于原任职务的党外职务',
    '—',
  ])
  expect(screen.queryByRole('row', { name: /程雅琴/ })).toBeNull()
  await user.click(screen.getByRole('tab', { name: /^全部/ }))
  expect(within(await screen.findByRole('row', { name: /程雅琴/ })).getByText('已满')).toBeTruthy()
  await user.dblClick(await screen.findByRole('row', { name: /高志远/ }))
  await screen.findByRole('heading', { name: '处分和组织处理', level: 1 })
  expect(window.location.hash).toMatch(/^#\/registers\/sanction/)
})

test('who was granted nothing does not open the page, and is told why', async () => {
  const { show, regrant } = await office()
  await regrant([])
  show('/supervision/effects')
  await screen.findByText('这一页不在授权范围内')
  expect(screen.queryByRole('row', { name: /高志远/ })).toBeNull()
})

test.each([
  ['award', '表彰奖励', '高志远有影响期记录：党内警告，至 2027-03-09，不得评优评先，请核实'],
  ['talentPool', '后备和年轻干部', '高志远有影响期记录：党内警告，至 2027-03-09，不得提拔职务、进一步使用、被推荐担任高于原任职务的党外职务，请核实'],
])('a form of %s warns as soon as the person is chosen, with a way to the record, and saves all the same', async (type, label, message) => {
  const { show, warning } = await office()
  const { user } = show(`/registers/${type}?new=1`)
  const form = await screen.findByRole('dialog', { name: `新增${label}` })
  await user.type(within(form).getByLabelText(/^姓名/), 'gzy')
  await user.click(await screen.findByRole('option', { name: /高志远/ }))
  const link = await within(form).findByRole('link', { name: message })
  expect(link.getAttribute('href')).toBe(`#/registers/sanction?record=${warning}`)
  expect(
    within(form)
      .getByRole('button', { name: /^保存( |$|Ctrl)/ })
      .hasAttribute('disabled'),
  ).toBe(false)
})

test('the day of an award decides the year: one of a year without a 影响期 is not warned of', async () => {
  const { show } = await office()
  const { user } = show('/registers/award?new=1')
  const form = await screen.findByRole('dialog', { name: '新增表彰奖励' })
  await user.type(within(form).getByLabelText(/^姓名/), 'gzy')
  await user.click(await screen.findByRole('option', { name: /高志远/ }))
  await within(form).findByRole('link', { name: /不得评优评先/ })
  await user.type(within(form).getByLabelText(/^表彰日期/), '2025-07-01')
  await user.tab()
  await waitFor(() => expect(within(form).queryByText(/影响期记录/)).toBeNull())
})

test('to who was granted nothing a form says only that there is something, without a way to it', async () => {
  const { show, regrant } = await office()
  await regrant([])
  const { user } = show('/registers/award?new=1')
  const form = await screen.findByRole('dialog', { name: '新增表彰奖励' })
  await user.type(within(form).getByLabelText(/^姓名/), 'gzy')
  await user.click(await screen.findByRole('option', { name: /高志远/ }))
  await within(form).findByText('高志远有影响期记录，请核实')
  expect(within(form).queryByRole('link')).toBeNull()
  expect(form.textContent).not.toContain('警告')
})

test('a cadre: 优秀 of a year with a 影响期 is warned of by year beside the grades, and who is in a pool where the pools stand', async () => {
  const { show, call, add, gao } = await office()
  const cadreId = await add('cadre', { personId: gao, currentPost: '教务科科长' })
  const grades = [2024, 2026].map(year => ({ year, grade: 'excellent' as const, remark: null }))
  await call('cadre.save', { cadreId, version: 1, lines: { grades } })
  const { user } = show(`/cadres/${cadreId}?tab=grades`)
  await screen.findByRole('link', { name: '2026 年：高志远有影响期记录：党内警告，至 2027-03-09，不得评优评先，请核实' })
  expect(screen.queryByText(/^2024 年：/)).toBeNull()
  await user.click(screen.getByRole('tab', { name: /^培养锻炼/ }))
  await screen.findByText(/^还没有后备和年轻干部/)
  expect(screen.queryByText(/影响期记录/)).toBeNull()
  await add('talentPool', { personId: gao, kind: 'reserve', enteredOn: '2025-01-01' })
  await screen.findByRole('link', { name: /^高志远有影响期记录：党内警告，至 2027-03-09，不得提拔职务/ })
})

test('a register of 监督资料 leads to no Excel until the office lets them out', async () => {
  const { show, add } = await office()
  show('/registers/sanction')
  await screen.findByRole('row', { name: /高志远/ })
  const out = () => screen.getByRole<HTMLButtonElement>('button', { name: '导出' })
  await waitFor(() => expect(out().disabled).toBe(true))
  expect(out().title).toContain('监督资料不导出')
  await add('parameter', { key: 'security.exportSecret', value: 1, startsOn: '2026-01-01', clause: '本单位批准', basis: 'policy' })
  await waitFor(() => expect(out().disabled).toBe(false))
})

test('a form of 处分和组织处理 says that the 诫勉 may stand in the other register, with a way to it', async () => {
  const { show, add, gao } = await office()
  const id = await add('admonition', { personId: gao, kind: 'admonish', category: 'duty', problem: '履职不力', executedOn: '2026-11-02' })
  show(`/registers/sanction?new=1&personId=${gao}&kind=admonished&approvedOn=2026-11-10`)
  const link = await screen.findByRole('link', { name: /2026-11-02 的诫勉，可能是同一次/ })
  expect(link.getAttribute('href')).toBe(`#/registers/admonition?record=${id}`)
})

test('the panel of a record shows its deadlines with day, state and clause', async () => {
  const { show, add, gao } = await office()
  const id = await add('admonition', { personId: gao, kind: 'admonish', category: 'duty', problem: '履职不力', executedOn: '2026-11-02' })
  show(`/registers/admonition?record=${id}`)
  const shown = await screen.findByRole('region', { name: '期限' })
  const [first, second] = within(shown).getAllByRole('listitem')
  expect(first?.textContent).toMatch(/书面检查2026-11-09 前.*逾期未办.*超过 14 天.*诫勉后交书面检查/)
  expect(second?.textContent).toMatch(/整改报告2027-05-02 前.*未到期/)
})
