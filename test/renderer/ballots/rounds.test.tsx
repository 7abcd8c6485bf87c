// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { createTestApp } from '../../support/app.ts'
import { idOf } from '../../support/workbook.ts'
import { showWindow } from '../../support/window.tsx'
import { addOrganization, addPerson } from '../people/office.ts'
import { appraised, closeWith } from './office.ts'

test('N starts a round for every branch, with who stands on each list and why not; the list shows how far each is', async () => {
  const app = await createTestApp()
  const { call } = app
  const committee = await addOrganization(call, '临江学院党委', { kind: 'committee' })
  const building = await addOrganization(call, '建筑工程系教工党支部', { parentId: committee })
  await addOrganization(call, '机关第一党支部', { parentId: committee })
  await addPerson(call, '高志远', { idNumber: idOf('1976-09-21', 53), organizationId: building })
  await addPerson(call, '江预备', {
    idNumber: idOf('1998-05-12', 3),
    organizationId: building,
    category: 'probationary',
    joinedOn: '2026-03-01',
    fullMemberOn: null,
  })
  const { user } = showWindow(app, '/ballots')
  await screen.findByText('临江工业职业学院党委 2026 年还没有民主评议、测评和票决。')
  await user.keyboard('n')
  const dialog = await screen.findByRole('dialog', { name: '开始一轮测评' })
  expect(await within(dialog).findByText('参评 1 人，投票不定等次 1 人')).toBeTruthy()
  expect(within(dialog).getByText('江预备（预备党员参加测评，不评定等次）')).toBeTruthy()
  await user.click(within(dialog).getByRole('checkbox', { name: '机关第一党支部' }))
  expect(within(dialog).getByText('党组织 1 / 2')).toBeTruthy()
  await user.keyboard('{Control>}{Enter}{/Control}')
  const list = await screen.findByRole('grid', { name: '测评列表' })
  const row = await within(list).findByRole('row', { name: /建筑工程系教工党支部/ })
  expect(row.textContent).toContain('未计票')
  expect(screen.getByRole('button', { name: /2026 年度民主评议党员测评/, pressed: true }).textContent).toContain('0/ 1 已封票')
  expect((await call('ballot.rounds', { year: 2026 })).map(round => [round.name, round.ballots])).toEqual([['2026 年度民主评议党员测评', 1]])
  await user.click(screen.getByRole('button', { name: '修改轮次的名称和日期' }))
  const editing = await screen.findByRole('dialog', { name: '修改轮次' })
  await user.type(within(editing).getByRole('textbox', { name: /^名称/ }), '（补）')
  await user.keyboard('{Control>}s{/Control}')
  expect(await screen.findByText('已改“2026 年度民主评议党员测评（补）”')).toBeTruthy()
})

test('a single ballot is begun from the list, its rows entered by name, and kept with Ctrl S', async () => {
  const { show, call } = await appraised()
  const { user } = show('/ballots/new?kind=cadreAssessment')
  const dialog = await screen.findByRole('dialog', { name: '新建单次测评或票决' })
  await user.click(within(dialog).getByRole('button', { name: /^新建/ }))
  await screen.findByText('名单还是空的。')
  await user.type(screen.getByRole('combobox', { name: '加一个人' }), 'hyq')
  await user.click(await screen.findByRole('option', { name: /何雨晴/ }))
  await screen.findByText('参评 1 人')
  await user.click(screen.getByRole('button', { name: '加姓名' }))
  const names = await screen.findByRole('dialog', { name: '加姓名' })
  await user.type(within(names).getByRole('textbox', { name: /^姓名/ }), '马文斌')
  await user.keyboard('{Enter}')
  await user.click(within(names).getByRole('button', { name: /^完成/ }))
  await user.keyboard('{Control>}s{/Control}')
  await screen.findByText('已保存名单，参评 2 人')
  const { rows } = await call('ballot.list', { year: 2026, kind: 'cadreAssessment' })
  const { rows: kept, groups } = await call('ballot.get', { ballotId: rows[0]?.id ?? '' })
  expect(kept.map(({ line }) => [line.number, line.name, line.personId === null])).toEqual([
    [1, '何雨晴', false],
    [2, '马文斌', true],
  ])
  expect(groups.map(g => [g.code, g.weight])).toEqual([
    ['leaders', 40],
    ['middle', 30],
    ['others', 30],
  ])
})

test('who does not take part needs a reason, and who has votes is not taken off the list', async () => {
  const { show, call, ballotId, whole } = await appraised()
  const { rows } = await whole()
  const first = rows[0]?.line
  const tally = { groupCode: 'members', row: first?.number ?? 0, item: 'overall', option: 'excellent', votes: 2, points: null }
  await call('ballot.count', { ballotId, tallies: [tally] })
  const { user } = show(`/ballots/${ballotId}/list`)
  const grid = await screen.findByRole('grid', { name: '名单' })
  await user.click(await within(grid).findByRole('button', { name: `从名单去掉${first?.name}` }))
  expect(await screen.findByText(`${first?.name}已经录了得票，先在“计票”里清空再改。`)).toBeTruthy()
  const second = rows[1]?.line
  await user.click(within(grid).getByRole('button', { name: `从名单去掉${second?.name}` }))
  await user.keyboard('{Control>}s{/Control}')
  await waitFor(async () => expect((await whole()).rows.map(({ line }) => line.name)).not.toContain(second?.name))
})

test('a ballot begun by mistake is voided with a reason and leaves the list; a closed one is not offered it', async () => {
  const { show, call, ballotId, otherId, roundId } = await appraised()
  await closeWith(call, otherId, {}, { returned: 2, valid: 2 })
  const { user } = show(`/ballots/${ballotId}/list`)
  await user.click(await screen.findByRole('button', { name: '作废这次测评' }))
  const dialog = await screen.findByRole('dialog', { name: '作废这次测评？' })
  await user.type(within(dialog).getByRole('textbox', { name: /^理由/ }), '重复建立')
  await user.click(within(dialog).getByRole('button', { name: /^作废/ }))
  await screen.findByRole('heading', { name: '评议、测评和票决' })
  await waitFor(async () => expect((await call('ballot.list', { year: 2026, roundId })).rows.map(r => r.id)).toEqual([otherId]))
  await user.click(await screen.findByRole('link', { name: '机关第一党支部' }))
  await user.click(await screen.findByRole('radio', { name: '名单' }))
  expect(await screen.findByText('已封票，名单不再改动。')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '作废这次测评' })).toBeNull()
})

test('the page of a person shows what ballots said over the years', async () => {
  const { show, call, ballotId, whole } = await appraised()
  await closeWith(call, ballotId, { 高志远: [3, 1, 0, 0] })
  const line = (await whole()).rows.find(r => r.line.name === '高志远')?.line
  await call('ballot.decide', { ballotId, decidedOn: '2026-11-22', decisions: [{ row: line?.number ?? 0, grade: 'excellent' }] })
  show(`/people/${line?.personId ?? ''}`)
  const card = await screen.findByRole('region', { name: '评议和测评' })
  expect(card.textContent).toContain('2026民主评议党员测评优秀')
  expect(within(card).getByRole('link', { name: '民主评议党员测评' }).getAttribute('href')).toBe(`#/ballots/${ballotId}/result`)
})
