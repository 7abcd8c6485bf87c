// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { termOn, termWords } from '../../../renderer/features/organizations/term.ts'
import { rowsOf } from '../../../renderer/features/organizations/tree.ts'
import type { OrganizationNode } from '../../../shared/api/people.ts'
import { addOrganization, addPerson, office } from '../people/office.ts'
import { idOf } from '../../support/workbook.ts'

test.each([
  ['2026-11-22', '已过 1 天'],
  ['2026-11-23', '今天届满'],
  ['2027-05-22', '剩 180 天'],
  ['2027-05-23', ''],
])('a term that ends on %s says “%s” on 2026-11-23', (termEndsOn, words) => {
  expect(termWords(termOn(termEndsOn, '2026-11-23'))).toBe(words)
})

const node = (id: string, parentId: string | null, name = id): OrganizationNode => ({
  id,
  version: 1,
  parentId,
  name,
  kind: 'branch',
  depth: 0,
  members: 0,
  membersBelow: 0,
  branchesBelow: 0,
  officers: 0,
  secretary: null,
  electedOn: null,
  termEndsOn: null,
  closedOn: null,
})

test('a folded parent hides everything below it; a search shows what was found and what stands above', () => {
  const tree = [node('党委', null), node('总支', '党委'), node('一支部', '总支'), node('二支部', '党委')]
  const names = (closed: string[], found?: string[]) => rowsOf(tree, new Set(closed), found && new Set(found)).map(row => row.node.name)
  expect(names(['总支'])).toEqual(['党委', '总支', '二支部'])
  expect(names(['党委'])).toEqual(['党委'])
  expect(names(['党委'], ['一支部'])).toEqual(['党委', '总支', '一支部'])
})

test('organizations of the same name are told apart by the body above them', () => {
  const tree = [node('党委', null), node('甲系', '党委'), node('1', '甲系', '教工党支部'), node('乙系', '党委'), node('2', '乙系', '教工党支部')]
  expect(rowsOf(tree, new Set(), undefined).map(row => row.under)).toEqual([null, null, '甲系', null, '乙系'])
})

const grid = () => screen.findByRole('grid', { name: '党组织' })

test('the tree shows who leads a branch, how many it has, and folds with ←', async () => {
  const { show } = await office()
  const { user } = show('/organizations')
  const line = await within(await grid()).findByRole('row', { name: /建筑工程系教工党支部/ })
  expect(within(line).getByText('高志远')).toBeTruthy()
  expect(within(line).getByText('2')).toBeTruthy()
  ;(await grid()).focus()
  await user.keyboard('{Home}{ArrowLeft}')
  await waitFor(async () => expect(within(await grid()).queryByText('建筑工程系教工党支部')).toBeNull())
  await user.keyboard('{ArrowRight}')
  expect(await within(await grid()).findByText('建筑工程系教工党支部')).toBeTruthy()
})

test('the number of members opens those people, with the organization chosen for every screen', async () => {
  const { show, building } = await office()
  const { user } = show(`/organizations/${building}`)
  await user.click(await screen.findByRole('button', { name: '看人员' }))
  const people = await screen.findByRole('grid', { name: '人员列表' })
  expect(await within(people).findByText('程雅琴')).toBeTruthy()
  expect(within(people).queryByText('邓文涛')).toBeNull()
  expect(screen.getByRole('button', { name: /建筑工程系教工党支部/ })).toBeTruthy()
})

test('an organization cannot be hung under itself; moving it elsewhere asks a reason', async () => {
  const { call, show, committee } = await office()
  const general = await addOrganization(call, '建筑系党总支', { kind: 'generalBranch', parentId: committee })
  const branch = await addOrganization(call, '学生党支部', { parentId: general })
  const { user } = show(`/organizations/${general}`)
  await user.click(await screen.findByRole('button', { name: '更多' }))
  await user.click(await screen.findByRole('menuitem', { name: '调整上级…' }))
  const dialog = await screen.findByRole('dialog', { name: '调整建筑系党总支的上级' })
  const box = within(dialog).getByLabelText('新的上级')
  await user.clear(box)
  await user.type(box, 'xsdzb')
  await user.click(await screen.findByRole('option', { name: /学生党支部/ }))
  await user.click(within(dialog).getByRole('button', { name: /^调整/ }))
  expect(within(dialog).getByText('请写明事由，至少 2 字')).toBeTruthy()
  await user.type(within(dialog).getByLabelText(/^事由/), '院系调整')
  await user.click(within(dialog).getByRole('button', { name: /^调整/ }))
  expect((await within(dialog).findByRole('alert')).textContent).toContain('在它自己的下级之中')
  expect((await call('records.get', { type: 'organization', id: branch })).record['parentId']).toBe(general)
})

test('a branch with members can be neither closed nor voided; an empty one is closed from a day and leaves the tree', async () => {
  const { call, show, building, committee } = await office()
  const empty = await addOrganization(call, '临时党支部', { parentId: committee })
  const first = show(`/organizations/${building}`)
  await first.user.click(await screen.findByRole('button', { name: '更多' }))
  await first.user.click(await screen.findByRole('menuitem', { name: '撤销组织…' }))
  const refused = await screen.findByRole('dialog', { name: '撤销建筑工程系教工党支部？' })
  expect(within(refused).getByText('还有 2 名党员，要先调整到别的支部')).toBeTruthy()
  await first.user.type(within(refused).getByLabelText(/^事由/), '机构撤并')
  await first.user.click(within(refused).getByRole('button', { name: /^撤销/ }))
  expect((await within(refused).findByRole('alert')).textContent).toContain('2 名人员')
  first.view.unmount()

  const { user } = show(`/organizations/${empty}`)
  await user.click(await screen.findByRole('button', { name: '更多' }))
  await user.click(await screen.findByRole('menuitem', { name: '撤销组织…' }))
  const dialog = await screen.findByRole('dialog', { name: '撤销临时党支部？' })
  await user.type(within(dialog).getByLabelText(/^事由/), '任务完成')
  await user.click(within(dialog).getByRole('button', { name: /^撤销/ }))
  expect(await screen.findByText('已撤销临时党支部')).toBeTruthy()
  expect((await call('records.get', { type: 'organization', id: empty })).record['closedOn']).toBe('2026-11-23')
  expect((await call('organization.tree', {})).map(n => n.name)).not.toContain('临时党支部')
})

test('a voided organization says why, and comes back with a reason', async () => {
  const { call, show, committee } = await office()
  const wrong = await addOrganization(call, '登错党支部', { parentId: committee })
  const { user } = show(`/organizations/${wrong}`)
  await user.click(await screen.findByRole('button', { name: '更多' }))
  await user.click(await screen.findByRole('menuitem', { name: '作废…' }))
  const dialog = await screen.findByRole('dialog', { name: '作废登错党支部？' })
  await user.type(within(dialog).getByLabelText(/^理由/), '登错')
  await user.click(within(dialog).getByRole('button', { name: /^作废/ }))
  expect(await screen.findByText('已作废登错党支部')).toBeTruthy()
  await waitFor(() => expect(window.location.hash).toBe('#/organizations'))
  expect((await call('records.get', { type: 'organization', id: wrong })).record).toMatchObject({ voidReason: '登错' })
})

test('new people of a branch appear on its page without reloading', async () => {
  const { call, show, staff } = await office()
  show(`/organizations/${staff}`)
  const card = await screen.findByRole('region', { name: '本级人员' })
  expect(await within(card).findByText('邓文涛')).toBeTruthy()
  await addPerson(call, '罗思雨', { idNumber: idOf('1986-02-28', 2), organizationId: staff })
  expect(await within(card).findByText('罗思雨')).toBeTruthy()
})
