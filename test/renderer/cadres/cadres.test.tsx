// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Call } from '../../../main/app/caller.ts'
import { type RecordName, records } from '../../../shared/domain/index.ts'
import { createTestApp } from '../../support/app.ts'
import { draftOf } from '../../support/sample.ts'
import { showWindow } from '../../support/window.tsx'
import { idOf } from '../../support/workbook.ts'

const add = async (call: Call, type: Exclude<RecordName, 'user'>, given: Record<string, unknown>): Promise<string> =>
  String((await call('records.create', { type, draft: draftOf(records[type], given) }))['id'])

/** Two cadres of one unit, one of them with a résumé that has a gap. */
async function office() {
  const app = await createTestApp()
  const { call } = app
  const organizationId = await add(call, 'organization', { name: '机关党支部', kind: 'branch' })
  const member = (name: string, bornOn: string, n: number) =>
    add(call, 'person', { name, idNumber: idOf(bornOn, n), category: 'full', joinedOn: '2016-07-01', fullMemberOn: '2017-07-01', organizationId })
  const fang = await member('方知行', '1985-03-07', 53)
  const shen = await member('沈书禾', '1993-11-02', 52)
  const fangSheet = await add(call, 'cadre', {
    personId: fang,
    unit: '县档案馆',
    currentPost: '县档案馆副馆长',
    level: 'sectionDeputy',
    number: 2,
    startedWork: '2008-07',
  })
  const shenSheet = await add(call, 'cadre', {
    personId: shen,
    unit: '县水务局',
    currentPost: '县水务局科员',
    level: 'staff',
    number: 1,
    startedWork: '2015-07',
  })
  await call('cadre.save', {
    cadreId: fangSheet,
    version: 1,
    lines: {
      resume: [
        { number: 1, since: '2004-09', until: '2008-07', content: '某大学行政管理专业学习' },
        { number: 2, since: '2008-11', until: null, content: '县档案馆副馆长' },
      ],
    },
  })
  return { ...app, fang, shen, fangSheet, shenSheet, organizationId, show: (at: string) => showWindow(app, at) }
}

test('cadres are listed in the order of the office, narrowed by age, and Enter opens one', async () => {
  const { show } = await office()
  const { user } = show('/cadres')
  const names = async () => (await screen.findAllByRole('row')).slice(1).map(row => within(row).queryAllByRole('gridcell')[1]?.textContent ?? row.textContent)
  await screen.findByText('方知行')
  await waitFor(async () => expect((await names()).map(text => text?.slice(0, 3))).toEqual(['沈书禾', '方知行']))
  await screen.findByText('1985.03')
  await user.click(screen.getByRole('button', { name: /^年龄/ }))
  await user.click(await screen.findByRole('checkbox', { name: '41 至 45 岁' }))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByText('沈书禾')).toBeNull())
  await user.click(screen.getByText('方知行'))
  await user.keyboard('{Enter}')
  await screen.findByRole('heading', { name: /方知行/ })
})

test('a gap in the résumé is told beside it and among the hints, and goes when the line is mended from the keyboard', async () => {
  const { show, call, fangSheet } = await office()
  const { user } = show(`/cadres/${fangSheet}`)
  expect(await screen.findAllByText(/2008.07 到 2008.11 之间空断 3 个月/)).toHaveLength(2)
  const resume = screen.getByRole('region', { name: '简历' })
  await user.click(within(resume).getByRole('button', { name: '修改' }))
  const dialog = await screen.findByRole('dialog', { name: '方知行的简历' })
  const second = within(dialog).getByRole('group', { name: '第 2 行' })
  const since = within(second).getByRole('textbox', { name: '起' })
  await user.clear(since)
  await user.type(since, '2008.07')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText('已改方知行的简历，2 段')
  await waitFor(() => expect(screen.queryByText(/之间空断/)).toBeNull())
  expect((await call('cadre.get', { cadreId: fangSheet })).resume[1]).toMatchObject({ since: '2008-07', until: null })
})

test('a month that is none is refused in the dialog, and nothing is written', async () => {
  const { show, call, fangSheet } = await office()
  const { user } = show(`/cadres/${fangSheet}?tab=family`)
  await user.click((await screen.findAllByRole('button', { name: '登记' }))[0] ?? document.body)
  const dialog = await screen.findByRole('dialog', { name: '方知行的家庭成员' })
  const first = within(within(dialog).getByRole('group', { name: '第 1 行' }))
  const [relation, name, born] = [first.getByLabelText(/^称谓/), first.getByLabelText(/^姓名/), first.getByLabelText('出生年月')]
  await user.type(relation, '妻子')
  await user.type(name, '叶素问')
  await user.type(born, '属牛')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await within(dialog).findByText(/^月份应写作/)
  await waitFor(() => expect(document.activeElement).toBe(born))
  expect((await call('cadre.get', { cadreId: fangSheet })).family).toEqual([])
  await user.clear(born)
  await user.type(born, '198611')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText('已改方知行的家庭成员，1 人')
  expect((await call('cadre.get', { cadreId: fangSheet })).family).toEqual([
    { number: 1, relation: '妻子', name: '叶素问', born: '1986-11', politics: null, work: null },
  ])
})

test('someone without a sheet is offered one, and posts open down to who holds them', async () => {
  const { show, call, fang, organizationId } = await office()
  const plain = await add(call, 'person', { name: '林牧野', idNumber: idOf('1990-01-02', 51), category: 'full', organizationId })
  const { user } = show(`/cadres/of/${plain}`)
  await screen.findByText('林牧野还没有干部信息')
  const postId = await add(call, 'post', { unit: '县档案馆', title: '县档案馆副馆长', kind: 'team', headcount: 2, organizationId })
  await add(call, 'postHolding', { personId: fang, title: '县档案馆副馆长', postId, startsOn: '2021-08-01' })
  window.location.hash = '#/cadres/posts'
  window.dispatchEvent(new PopStateEvent('popstate'))
  const row = (await screen.findAllByRole('row')).find(found => within(found).queryByTitle('县档案馆副馆长') !== null)
  if (!row) throw new Error('no row')
  expect(row.textContent).toContain('空缺 1')
  await user.click(within(row).getByRole('link', { name: /方知行/ }))
  await screen.findByRole('heading', { name: /方知行/ })
  expect(screen.getByRole('tab', { name: /任免/ }).getAttribute('aria-selected')).toBe('true')
})

test('a résumé pasted whole fills the rows, whatever its dashes, and 其间 stays with its period', async () => {
  const { show, call, shenSheet } = await office()
  const { user } = show(`/cadres/${shenSheet}`)
  await user.click((await screen.findAllByRole('button', { name: '登记简历' }))[0] ?? document.body)
  await user.click(await screen.findByRole('button', { name: '粘贴整段简历' }))
  await user.click(screen.getByRole('textbox', { name: '粘贴简历' }))
  await user.paste('2011.09—2015.07  某大学学习\n201507-  县水务局科员\n（其间：2018.03--2018.07某党校学习）')
  await screen.findByText('读出 2 段')
  await user.click(screen.getByRole('button', { name: '读入各行' }))
  await waitFor(() => expect(document.activeElement).toHaveProperty('value', '2011-09'))
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText('已改沈书禾的简历，2 段')
  expect((await call('cadre.get', { cadreId: shenSheet })).resume).toEqual([
    { number: 1, since: '2011-09', until: '2015-07', content: '某大学学习' },
    { number: 2, since: '2015-07', until: null, content: '县水务局科员\n（其间：2018.03--2018.07某党校学习）' },
  ])
})
