// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { appraised, closeWith } from './office.ts'

const grid = () => screen.findByRole('grid', { name: '组织评定' })
const row = async (name: string) => within(await grid()).findByRole('row', { name: new RegExp(name) })
/** The cell of 组织评定 in a row: the one after 未评. */
const gradeCell = async (name: string) => {
  const heads = within(await grid())
    .getAllByRole('columnheader')
    .map(head => head.textContent)
  const cell = within(await row(name)).getAllByRole('gridcell')[heads.indexOf('组织评定')]
  if (!cell) throw new Error(`no grade of ${name}`)
  return cell
}

test('the result explains itself, grades are given by digit, and each is on file at once', async () => {
  const { show, call, ballotId, whole } = await appraised()
  await closeWith(call, ballotId, { 高志远: [3, 1, 0, 0], 程雅琴: [1, 3, 0, 0] })
  const { user } = show(`/ballots/${ballotId}/result`)
  const high = await row('高志远')
  expect(high.textContent).toContain('375.0%')
  expect(screen.getByText('百分比：得票除以有效票，保留一位小数。')).toBeTruthy()
  expect(screen.getByText(/应到人数 5，至少 5，现有 5，够/)).toBeTruthy()
  fireEvent.mouseDown(await gradeCell('高志远'))
  await user.keyboard('1')
  await waitFor(async () => expect((await whole()).rows.find(r => r.line.name === '高志远')?.decision).toMatchObject({ grade: 'excellent', reason: null }))
  fireEvent.mouseDown(await gradeCell('程雅琴'))
  await user.keyboard('2')
  await waitFor(async () => expect((await whole()).rows.find(r => r.line.name === '程雅琴')?.decision?.grade).toBe('qualified'))
  expect(screen.getByText('2 / 4 已评定')).toBeTruthy()
})

test('a grade over the cap, or against the figures, is given only with its reason', async () => {
  const { show, call, ballotId, whole } = await appraised()
  await closeWith(call, ballotId, { 高志远: [4, 0, 0, 0], 程雅琴: [3, 1, 0, 0] })
  const { user } = show(`/ballots/${ballotId}/result`)
  fireEvent.mouseDown(await gradeCell('高志远'))
  await user.keyboard('1')
  await screen.findByText('已满')
  fireEvent.mouseDown(await gradeCell('程雅琴'))
  await user.keyboard('1')
  const over = await screen.findByRole('dialog', { name: '程雅琴评为优秀' })
  expect(within(over).getByText('优秀名额 1 名已满。改评一人，或写明超出的理由。')).toBeTruthy()
  await user.type(within(over).getByRole('textbox', { name: /^理由/ }), '抗洪抢险表现突出')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(async () =>
    expect((await whole()).rows.find(r => r.line.name === '程雅琴')?.decision).toMatchObject({ grade: 'excellent', reason: '抗洪抢险表现突出' }),
  )
  fireEvent.mouseDown(await gradeCell('叶国栋'))
  await user.keyboard('3')
  const against = await screen.findByRole('dialog', { name: '叶国栋评为基本合格' })
  expect(within(against).getByText('按得票是“合格”，评定可以不同，写明理由。')).toBeTruthy()
  await user.keyboard('{Escape}')
  expect((await whole()).rows.find(r => r.line.name === '叶国栋')?.decision).toBeNull()
})

test('Ctrl Enter decides what over half of the papers say, within the cap; ties and what is not clear are left to people', async () => {
  const { show, call, ballotId, whole } = await appraised()
  await closeWith(call, ballotId, { 高志远: [3, 1, 0, 0], 程雅琴: [3, 1, 0, 0], 邓文涛: [2, 2, 0, 0], 叶国栋: [0, 1, 3, 0] })
  const { user } = show(`/ballots/${ballotId}/result`)
  await grid()
  await user.keyboard('{Control>}{Enter}{/Control}')
  const dialog = await screen.findByRole('dialog', { name: '一并评定其余各行' })
  expect(within(dialog).getByText('基本合格 1 人')).toBeTruthy()
  expect(within(dialog).getByText(/高志远|程雅琴/).textContent).toMatch(/没有明确的意见，或受名额限制，逐个评定$/)
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(async () => expect((await whole()).rows.flatMap(r => (r.decision ? [[r.line.name, r.decision.grade]] : []))).toEqual([['叶国栋', 'basic']]))
})

test('基本合格 asks for what follows: the register opens with whom, by which ballot and a talk, and the page says that it is on file', async () => {
  const { show, call, ballotId, whole } = await appraised()
  await closeWith(call, ballotId, { 叶国栋: [0, 1, 3, 0] })
  const place = (await whole()).rows.find(r => r.line.name === '叶国栋')?.line
  await call('ballot.decide', { ballotId, decidedOn: '2026-11-22', decisions: [{ row: place?.number ?? 0, grade: 'basic' }] })
  const { user } = show(`/ballots/${ballotId}/result`)
  fireEvent.mouseDown(await gradeCell('叶国栋'))
  expect(await screen.findByText('还没有登记后续措施')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '登记后续措施' }))
  const dialog = await screen.findByRole('dialog', { name: '登记叶国栋的后续措施' })
  await user.click(within(dialog).getByRole('button', { name: /^保存/ }))
  expect(await screen.findByText('已登记后续措施 1 项')).toBeTruthy()
  const { rows } = await call('records.list', { type: 'appraisalFollowUp' })
  expect(rows).toMatchObject([{ personId: place?.personId, ballotId, grade: 'basic', kind: 'talk', startsOn: '2026-11-23', recheckOn: '2027-05-23' }])
})

test('what goes with a grade is kept beside it: what he said of himself, what the others said, and the advice', async () => {
  const { show, call, ballotId, whole } = await appraised()
  await closeWith(call, ballotId, { 高志远: [3, 1, 0, 0] })
  const line = (await whole()).rows.find(r => r.line.name === '高志远')?.line
  await call('ballot.decide', { ballotId, decidedOn: '2026-11-22', decisions: [{ row: line?.number ?? 0, grade: 'excellent' }] })
  const { user } = show(`/ballots/${ballotId}/result`)
  fireEvent.mouseDown(await gradeCell('高志远'))
  await user.keyboard('{Alt>}e{/Alt}')
  const dialog = await screen.findByRole('dialog', { name: '高志远：优秀' })
  await user.type(within(dialog).getByRole('textbox', { name: '个人自评' }), '能按时参加组织生活')
  await user.type(within(dialog).getByRole('combobox', { name: '奖惩建议' }), '通报表扬')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(async () =>
    expect((await whole()).rows.find(r => r.line.name === '高志远')?.decision).toMatchObject({
      selfNote: '能按时参加组织生活',
      advice: '通报表扬',
      grade: 'excellent',
    }),
  )
})
