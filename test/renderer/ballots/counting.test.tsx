// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { password } from '../../support/app.ts'
import { appraised, closeWith } from './office.ts'

const grid = () => screen.findByRole('grid', { name: '按人计票' })
const box = (label: string) => screen.getByRole<HTMLInputElement>('textbox', { name: label })
const saved = () => waitFor(() => expect(screen.getByText('录入的都已写下')).toBeTruthy())

test('a whole ballot is counted, signed and closed from the keyboard, and [ opens the body before', async () => {
  const { show, whole, figures, ballotId } = await appraised()
  const { user } = show(`/ballots/${ballotId}`)
  await screen.findByRole('heading', { name: '民主评议党员测评计票' })
  expect(screen.getByText('参评 4 人，1 人投票、不定等次')).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(box('发出')))
  await user.keyboard('5{Enter}5{Enter}4{Enter}1{Enter}')
  expect(screen.getByText('收回 5 = 有效 4 + 无效 1')).toBeTruthy()
  await user.keyboard('3{Enter}1{Enter}0{Enter}0{Enter}')
  await user.keyboard('2{Enter}2{Enter}0{Enter}0{Enter}')
  await user.keyboard('0{Enter}4{Enter}0{Enter}0{Enter}')
  await user.keyboard('1{Enter}1{Enter}1{Enter}1{Enter}')
  await waitFor(() => expect(screen.getByText('4 / 4 行相符')).toBeTruthy())
  await saved()
  expect((await figures()).map(row => row.slice(1))).toEqual([
    [3, 1, 0, 0],
    [2, 2, 0, 0],
    [0, 4, 0, 0],
    [1, 1, 1, 1],
  ])
  await user.keyboard('{Control>}{Enter}{/Control}')
  const dialog = await screen.findByRole('dialog', { name: '封票并签名' })
  await user.keyboard('唐立{Tab}何晴{Tab}许文博')
  expect(within(dialog).getByText('计票人 唐立、何晴，监票人 许文博')).toBeTruthy()
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByText('2026-11-20 封票。')).toBeTruthy()
  expect(await whole()).toMatchObject({ state: 'closed', count: { firstTeller: '唐立', secondTeller: '何晴', scrutineer: '许文博', closedOn: '2026-11-20' } })
  expect(box('发出').disabled).toBe(true)
  await user.keyboard('{[}')
  expect(await screen.findByText(/机关第一党支部 · 2026 年度 · 第 1 \/ 2 个支部/)).toBeTruthy()
})

test('a row that does not add up is marked and said; 封票 is refused with what does not agree, and nothing typed is lost', async () => {
  const { show, figures, ballotId, whole } = await appraised()
  const { user } = show(`/ballots/${ballotId}`)
  await grid()
  await waitFor(() => expect(document.activeElement).toBe(box('发出')))
  await user.keyboard('5{Enter}5{Enter}4{Enter}2{Enter}2{Enter}1{Enter}0{Enter}0{Enter}')
  expect(screen.getByText('收回 5 ≠ 有效 4 + 无效 2')).toBeTruthy()
  expect((await screen.findByRole('alert')).textContent).toMatch(/^第 1 行\S+：2 \+ 1 \+ 0 \+ 0 = 3，比有效票少 1，请对票$/)
  await user.keyboard('{Control>}{Enter}{/Control}')
  const dialog = await screen.findByRole('dialog', { name: '还不能封票' })
  expect(within(dialog).getByText('有效 4 + 无效 2 = 6，与收回 5 不符，请核对')).toBeTruthy()
  expect(within(dialog).getByText(/^第 1 行\S+：2 \+ 1 \+ 0 \+ 0 = 3，比有效票少 1，请对票$/)).toBeTruthy()
  expect(within(dialog).getByText('全部录完：已录 0 / 4')).toBeTruthy()
  expect(within(dialog).queryByRole('button', { name: /^封票/ })).toBeNull()
  await user.keyboard('{Escape}')
  await waitFor(async () => expect((await figures())[0]?.slice(1)).toEqual([2, 1, 0, 0]))
  expect((await whole()).state).toBe('counting')
})

test('Ctrl Z takes back the last cell, also after it was written', async () => {
  const { show, figures, ballotId } = await appraised()
  const { user } = show(`/ballots/${ballotId}`)
  const table = await grid()
  await waitFor(() => expect(document.activeElement).toBe(box('发出')))
  await user.keyboard('{Enter}{Enter}{Enter}{Enter}3{Enter}1{Enter}')
  await saved()
  expect((await figures())[0]?.slice(1, 3)).toEqual([3, 1])
  expect(within(table).getAllByText('3')).toBeTruthy()
  await user.keyboard('{Control>}z{/Control}')
  await waitFor(async () => expect((await figures())[0]?.slice(1, 3)).toEqual([3, null]))
})

test('a block from Excel goes in from the cell on; one with names and heads finds its rows and columns by itself', async () => {
  const { show, figures, ballotId } = await appraised()
  const { user } = show(`/ballots/${ballotId}`)
  await grid()
  await waitFor(() => expect(document.activeElement).toBe(box('发出')))
  await user.keyboard('{Enter}{Enter}{Enter}{Enter}')
  const at = document.activeElement ?? document.body
  fireEvent.paste(at, { clipboardData: { getData: () => '3\t1\r\n2\t2\r\n' } })
  await saved()
  expect((await figures()).slice(0, 2).map(row => row.slice(1, 3))).toEqual([
    [3, 1],
    [2, 2],
  ])
  fireEvent.paste(document.body, {
    clipboardData: { getData: () => '序\t姓名\t合格\t优秀\t合计\n1\t叶国栋\t4\t0\t4\n2\t王小明\t4\t0\t4\n3\t高志远\t0\t4\t4\n' },
  })
  expect(await screen.findByText('贴入 2 行；票面上没有 王小明，没有贴')).toBeTruthy()
  await waitFor(async () => {
    const now = new Map((await figures()).map(([name, ...votes]) => [name, votes.slice(0, 2)]))
    expect([now.get('叶国栋'), now.get('高志远')]).toEqual([
      [0, 4],
      [4, 0],
    ])
  })
})

test('groups of voters are counted each by itself, by Ctrl and their number; a group of two is shown only in the total, and the page says so', async () => {
  const { show, call, ballotId } = await appraised()
  const { ballot, groups } = await call('ballot.get', { ballotId })
  await call('ballot.save', {
    ballotId,
    version: Number(ballot['version']),
    groups: [...groups.map(group => ({ ...group, weight: 80 })), { code: 'masses', label: '党外群众', weight: 20, eligible: 2 }],
  })
  const { user } = show(`/ballots/${ballotId}`)
  await grid()
  await waitFor(() => expect(document.activeElement).toBe(box('发出')))
  await user.keyboard('4{Enter}4{Enter}4{Enter}0{Enter}')
  for (let row = 0; row < 4; row++) await user.keyboard('4{Enter}0{Enter}0{Enter}0{Enter}')
  expect(screen.getByText('4 / 4 行相符')).toBeTruthy()
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByText('党外群众：发出 = 收回 + 未收回：没有录')).toBeTruthy()
  await user.keyboard('{Escape}{Control>}2{/Control}')
  await waitFor(() => expect([box('发出').value, document.activeElement]).toEqual(['', box('发出')]))
  await user.keyboard('2{Enter}2{Enter}2{Enter}0{Enter}')
  for (let row = 0; row < 4; row++) await user.keyboard('1{Enter}1{Enter}0{Enter}0{Enter}')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByRole('dialog', { name: '封票并签名' })
  await user.keyboard('唐立{Tab}何晴{Tab}许文博{Control>}{Enter}{/Control}')
  await screen.findByText('2026-11-20 封票。')
  await user.keyboard('{Control>}2{/Control}')
  expect(await screen.findByText('这一类不足 3 张票（或可由其他各类推出），只并入合计，不单独显示。')).toBeTruthy()
  await user.click(screen.getByRole('link', { name: '看结果' }))
  expect(await screen.findByText(/不足 3 张票或可由其他类推出，只并入合计，不单独显示。$/)).toBeTruthy()
})

test('a closed count is corrected with a reason: a second count begins with its figures, and the first can be seen as it was', async () => {
  const { show, call, ballotId, whole } = await appraised()
  await closeWith(call, ballotId, { 高志远: [3, 1, 0, 0] })
  const { user } = show(`/ballots/${ballotId}`)
  await user.click(await screen.findByRole('button', { name: '更正' }))
  const dialog = await screen.findByRole('dialog', { name: '更正这次计票？' })
  await user.type(within(dialog).getByRole('textbox', { name: /^理由/ }), '漏计一张')
  await user.click(within(dialog).getByRole('button', { name: /^开始更正/ }))
  expect(await screen.findByText('第 2 次计票，更正第 1 次。')).toBeTruthy()
  const { count, counts } = await whole()
  expect([count?.number, count?.closedOn, count?.reason, counts.map(c => c.closedOn)]).toEqual([2, null, '漏计一张', ['2026-11-21', null]])
  await waitFor(() => expect(box('发出').disabled).toBe(false))
  await user.clear(box('发出'))
  await user.type(box('发出'), '6')
  await saved()
  await user.click(screen.getByRole('button', { name: '看第 1 次计票' }))
  const earlier = await screen.findByRole('dialog', { name: '第 1 次计票' })
  expect(await within(earlier).findByText('发出 5，收回 5，有效 4，无效 1')).toBeTruthy()
  expect(within(earlier).getByText(/计票人 唐立、何晴，监票人 许文博/)).toBeTruthy()
  expect((await whole()).returns).toMatchObject([{ issued: 6, returned: 5 }])
})

test('where somebody else wrote the count meanwhile, what was typed stays in sight and one chooses whose it is', async () => {
  const { show, call, ballotId, whole, figures } = await appraised()
  const { user } = show(`/ballots/${ballotId}`)
  await grid()
  await waitFor(() => expect(document.activeElement).toBe(box('发出')))
  await user.keyboard('5')
  await call('ballot.count', { ballotId, returns: [{ groupCode: 'members', issued: 9, returned: null, valid: null, invalid: null }] })
  const ours = await screen.findByRole('button', { name: '用这里录入的' })
  expect(box('发出').value).toBe('5')
  await user.click(ours)
  await waitFor(async () => expect((await whole()).returns).toMatchObject([{ issued: 5 }]))
  expect(screen.queryByRole('button', { name: '用这里录入的' })).toBeNull()
  expect(await figures()).toHaveLength(4)
})

test('what could not be written because the office was locked meanwhile is kept and written once it is open again', async () => {
  const { show, call, ballotId, whole } = await appraised()
  const { user } = show(`/ballots/${ballotId}`)
  await grid()
  await waitFor(() => expect(document.activeElement).toBe(box('发出')))
  await user.keyboard('5')
  await call('lobby.lock', {})
  await new Promise(resolve => setTimeout(resolve, 600))
  await call('lobby.unlock', { user: '经办人', password })
  await waitFor(async () => expect((await whole()).returns).toMatchObject([{ issued: 5 }]), { timeout: 9000 })
}, 30_000)
