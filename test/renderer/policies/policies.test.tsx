// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fitting } from '../../../renderer/features/policies/columns.tsx'
import { serverPath } from '../../../renderer/features/policies/servers.ts'
import { servers } from '../../../shared/serving.ts'
import { readWorkbook } from '../../../main/files/workbook.ts'
import { openWindow, showWindow } from '../../support/window.tsx'
import { smallOffice } from '../../support/office.ts'

const documents = () => screen.findByRole('region', { name: '文件' })
const document = async (name: string) => within(await documents()).findByRole('button', { name: new RegExp(name) })
const clauses = () => screen.findByRole('grid', { name: '条款' })
const row = async (words: string | RegExp) => {
  const found = (await within(await clauses()).findByText(words)).closest<HTMLElement>('[role=row]')
  if (!found) throw new Error('no row')
  return found
}

test('the page shows every document with its clauses, and how many mechanisms stand how', async () => {
  const t = await openWindow({ at: '/policies' })
  const { totals } = await t.call('policies.coverage', {})
  expect((await screen.findByRole('button', { name: /五个文件的机制/ })).textContent).toContain('178')
  expect(screen.getAllByRole('button', { name: /^尚无/ })[0]?.textContent).toContain(String(totals.尚无))
  expect((await document('长效机制文件意见')).textContent).toContain('48')
  expect((await document('党政领导干部选拔任用工作条例')).textContent).toContain('14')
  expect((await row(/^党员学习教育机制：/)).textContent).toContain('未启用')
})

test('a clause shows the words of the document, what serves it, and opens it by Enter', async () => {
  const { user } = await openWindow({ at: '/policies' })
  await user.click(await document('长效机制文件意见'))
  await user.click(await within(await clauses()).findByText(/^学习笔记：/))
  const panel = await screen.findByRole('complementary', { name: '条款' })
  expect(within(panel).getByLabelText('原文').textContent).toContain('党员领导干部学习笔记每年至少3万字以上,其他党员学习笔记不少于1.5万字。')
  expect(panel.textContent).toContain('已核')
  expect(within(panel).getByRole('link', { name: /学习笔记检查/ }).textContent).toContain('还没有记录')
  ;(await clauses()).focus()
  await user.keyboard('{Enter}')
  await screen.findByRole('heading', { name: '学习笔记检查', level: 1 })
})

test('a state keeps only its clauses, and what is unserved says so', async () => {
  const { user } = await openWindow({ at: '/policies' })
  await user.click(await document('五个好党员实施意见'))
  await user.click(within(await screen.findByRole('region', { name: '条款' })).getByRole('button', { name: /^尚无/ }))
  const rows = within(await clauses())
    .getAllByRole('row')
    .slice(1)
    .map(r => r.textContent)
  expect(rows.length).toBeGreaterThan(0)
  for (const text of rows) expect(text).toMatch(/没有台账、指标或表.*尚无/)
})

test('an office enters its own document, a clause, and what keeps it', async () => {
  const t = await openWindow({ at: '/policies' })
  const { user } = t
  await user.click(await screen.findByRole('button', { name: /录入本单位文件/ }))
  await user.type(await screen.findByRole('textbox', { name: /文件名称/ }), '临江学院谈心谈话办法')
  await user.click(screen.getByRole('button', { name: /^保存/ }))
  await screen.findByText('已录入“临江学院谈心谈话办法”')
  await screen.findByText('这个文件还没有条款')
  await user.click(within(screen.getByRole('grid', { name: '条款' })).getByRole('button', { name: '新增条款' }))
  await user.type(await screen.findByRole('textbox', { name: /^编号/ }), '第三条')
  await user.type(screen.getByRole('textbox', { name: /^机制/ }), '每季度谈心一次')
  await user.type(screen.getByRole('textbox', { name: /^条文/ }), '支部书记每季度同每名党员谈心一次。')
  await user.click(screen.getByRole('button', { name: '保存' }))
  const panel = await screen.findByRole('complementary', { name: '条款' })
  expect(panel.textContent).toContain('尚无')
  await user.click(within(panel).getByRole('button', { name: /指定承接/ }))
  await user.type(await screen.findByRole('textbox', { name: '找台账、指标、表' }), '笔记')
  await user.click(await screen.findByRole('checkbox', { name: /学习笔记检查/ }))
  await user.click(screen.getByRole('button', { name: /^保存/ }))
  await waitFor(() => expect(panel.textContent).toContain('未启用'))
  expect(
    within(panel)
      .getByRole('link', { name: /学习笔记检查/ })
      .getAttribute('href'),
  ).toBe('#/registers/studyNote')
  await user.click(within(panel).getByRole('button', { name: '历史' }))
  expect(await screen.findByText('台账：学习笔记检查')).toBeTruthy()
})

test('a voided clause is listed with its reason and comes back', async () => {
  const t = await openWindow({ at: '/policies' })
  const { user } = t
  const [own] = await t.call('policies.list', {})
  const [first] = await t.call('policies.clauses', { policyId: own?.id })
  await t.call('records.void', { type: 'clause', id: first?.id ?? '', version: 1, reason: '与第二条重复' })
  await user.click(await screen.findByRole('button', { name: '看已作废的' }))
  const table = await screen.findByRole('table', { name: '已作废的文件和条款' })
  expect(table.textContent).toContain('与第二条重复')
  await user.click(within(table).getByRole('button', { name: '恢复' }))
  await user.type(await screen.findByRole('textbox', { name: /理由/ }), '误作废')
  await user.click(screen.getAllByRole('button', { name: /^恢复/ }).at(-1) ?? table)
  await waitFor(async () => expect((await t.call('policies.clauses', { policyId: own?.id }))[0]?.code).toBe('M001'))
})

test('the table in view is written to Excel', async () => {
  const t = await smallOffice()
  const path = join(t.folder, '对照表.xlsx')
  const { user } = showWindow(t, '/policies?state=尚无', { 'shell.chooseSave': () => ({ token: t.tokens.offer(path), name: '对照表.xlsx' }) })
  await user.click(await document('长效机制文件意见'))
  await screen.findByRole('heading', { name: '长效机制文件意见' })
  await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: '打印对照表' }).disabled).toBe(false))
  await user.click(screen.getByRole('button', { name: '打印对照表' }))
  await user.click(await screen.findByRole('menuitem', { name: '存为 Excel' }))
  await screen.findByText(/对照表\.xlsx/)
  const [sheet] = (await readWorkbook(path)).sheets
  const states = sheet?.rows.filter(cells => cells[0] === '长效机制文件意见').map(cells => cells[6]) ?? []
  expect(states.length).toBeGreaterThan(0)
  expect(new Set(states)).toEqual(new Set(['尚无']))
})

test.each([
  [['学习活动', '会议（培训）签到表'], 2],
  [['学习活动', '党员年度培训学习情况统计表', '未达标党员名单', '学习档案'], 2],
  [['谈心谈话'], 1],
])('%j shows %i where two lines of 19 characters hold no more', (labels, count) => {
  expect(
    fitting(
      labels.map(label => ({ label })),
      19,
    ),
  ).toHaveLength(count)
})

test.each(servers.filter(server => server.kind !== 'quota'))('$kind $label opens a page of the program', server => {
  expect(serverPath(server)).toBeTruthy()
})
