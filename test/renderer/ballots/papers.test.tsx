// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { draftOf } from '../../support/sample.ts'
import { ballot } from '../../../shared/domain/ballot.ts'
import { appraised } from './office.ts'

const saved = () => waitFor(() => expect(screen.getByText('录入的都已写下')).toBeTruthy())
const head = (number: number) => screen.findByText(`第 ${number} 张`, { selector: '.paper-head b' })

test('papers are entered one after the other by digits alone; X makes one invalid, PageUp goes back, and the totals follow', async () => {
  const { show, call, ballotId, whole, figures } = await appraised()
  await call('ballot.count', { ballotId, way: 'papers', returns: [{ groupCode: 'members', issued: 3, returned: 3, valid: null, invalid: null }] })
  const { user } = show(`/ballots/${ballotId}`)
  await head(1)
  await user.keyboard('1122{Enter}')
  await head(2)
  await user.keyboard('123{Enter}')
  expect((await screen.findByRole('alert')).textContent).toBe('还有 1 行没有录。接着录，或再按 Enter 都按“未评”记。')
  await user.keyboard('{Backspace}20{Enter}')
  await head(3)
  await user.keyboard('x')
  expect(screen.getByText('无效票')).toBeTruthy()
  await user.keyboard('{PageUp}')
  await head(2)
  await user.keyboard('2')
  await saved()
  const { returns } = await whole()
  expect(returns).toMatchObject([{ issued: 3, returned: 3, valid: 2, invalid: 1 }])
  expect((await figures()).map(row => row.slice(1))).toEqual([
    [1, 1, 0, 0],
    [1, 1, 0, 0],
    [0, 2, 0, 0],
    [0, 1, 0, 0],
  ])
})

test('two entries of the same stack are laid beside each other; each difference is settled by a key, and only then can it be closed', async () => {
  const { show, call, ballotId, whole } = await appraised()
  await call('ballot.count', { ballotId, way: 'twice', returns: [{ groupCode: 'members', issued: 2, returned: 2, valid: null, invalid: null }] })
  const { user } = show(`/ballots/${ballotId}`)
  await head(1)
  await user.keyboard('1122{Enter}2222{Enter}')
  expect(await screen.findByText('已录 0 / 2 张')).toBeTruthy()
  await user.keyboard('1112{Enter}x{Enter}')
  expect(await screen.findByText('2 张不同，2 处')).toBeTruthy()
  const [, first, second] = within(screen.getByRole('table', { name: '不同之处' })).getAllByRole('row')
  expect(first?.textContent).toMatch(/^第 1 张第 3 行\S+合格1优秀2/)
  expect(second?.textContent).toMatch(/^第 2 张整张有效票1无效票2/)
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByText('两遍录入有 2 张不同，在“对照”里逐张解决')).toBeTruthy()
  await user.keyboard('{Escape}')
  screen.getByRole('application', { name: '两遍对照' }).focus()
  await user.keyboard('2')
  expect(await screen.findByText('1 张不同，1 处')).toBeTruthy()
  await user.keyboard('1')
  expect(await screen.findByText('两遍相同')).toBeTruthy()
  await waitFor(async () => {
    const { count } = await whole()
    const papers = await call('ballot.papers', { countId: count?.id ?? '', groupCode: 'members' })
    expect(papers.map(p => [p.entry, p.number, p.marks, p.invalid])).toEqual([
      [1, 1, '1;1;1;2', false],
      [1, 2, '2;2;2;2', false],
      [2, 1, '1;1;1;2', false],
      [2, 2, '2;2;2;2', false],
    ])
  })
  const { tallies } = await whole()
  expect(tallies.filter(t => t.option === 'excellent').map(t => t.votes)).toEqual([1, 1, 1, 0])
})

test('scored papers take points; more than an item has is said and not kept, and Enter in the last cell opens the next paper', async () => {
  const { show, call, building, ballotId } = await appraised()
  const item = { rule: null, evidence: null }
  const { id: schemeId } = await call('scheme.save', {
    draft: { name: '党员量化考核', year: 2026, target: 'member', trimmed: false },
    items: [
      { ...item, number: 1, area: '学习', name: '理论学习', points: 10 },
      { ...item, number: 2, area: '履职', name: '作用发挥', points: 20 },
    ],
  })
  const { rows } = await call('ballot.get', { ballotId })
  const list = rows.slice(0, 2).map(({ line }) => ({ ...line, part: 'graded' as const, reason: null }))
  const draft = draftOf(ballot, { name: '量化考核', kind: 'performance', organizationId: building, year: 2026, heldOn: '2026-11-20', schemeId })
  const { id } = await call('ballot.create', { draft, rows: list })
  await call('ballot.count', { ballotId: id, way: 'papers', returns: [{ groupCode: 'leaders', issued: 2, returned: 2, valid: null, invalid: null }] })
  const { user } = show(`/ballots/${id}`)
  await head(1)
  await waitFor(() => expect(document.activeElement?.closest('.paper-scores')).toBeTruthy())
  await user.keyboard('9.5{Enter}18{Enter}11{Enter}')
  expect((await screen.findByRole('alert')).textContent).toMatch(/^第 2 行\S+：11 分超过 10 分$/)
  const kept = async () => {
    const { count } = await call('ballot.get', { ballotId: id })
    return (await call('ballot.papers', { countId: count?.id ?? '', groupCode: 'leaders' })).map(p => p.marks)
  }
  await waitFor(async () => expect(await kept()).toEqual(['9.5,18;-,-']))
  await user.keyboard('{Shift>}{Enter}{/Shift}8{Enter}{Enter}')
  await head(2)
  await waitFor(async () => expect(await kept()).toEqual(['9.5,18;8,-']))
  const { tallies } = await call('ballot.get', { ballotId: id })
  expect(tallies.filter(t => t.groupCode === 'leaders').map(t => [t.row, t.item, t.votes, t.points])).toEqual([
    [1, '1', 1, 9.5],
    [1, '2', 1, 18],
    [2, '1', 1, 8],
    [2, '2', 0, 0],
  ])
})

test('a name that voters wrote is added while counting; papers entered before have not chosen it', async () => {
  const { show, call, building } = await appraised()
  const draft = draftOf(ballot, {
    name: '支委会换届选举',
    kind: 'election',
    organizationId: building,
    year: 2026,
    heldOn: '2026-11-20',
    eligible: 5,
    places: 1,
  })
  const line = { personId: null, organizationId: null, post: null, section: null, places: 1, part: 'graded' as const, reason: null, written: false }
  const { id } = await call('ballot.create', { draft, rows: [{ ...line, number: 1, name: '高志远' }] })
  await call('ballot.count', { ballotId: id, way: 'papers', returns: [{ groupCode: 'all', issued: 2, returned: 2, valid: null, invalid: null }] })
  const { user } = show(`/ballots/${id}`)
  await head(1)
  await user.keyboard('1{Enter}')
  await head(2)
  await saved()
  await user.click(screen.getByRole('button', { name: '加另选人' }))
  const dialog = await screen.findByRole('dialog', { name: '加另选人' })
  await user.type(within(dialog).getByRole('textbox', { name: /^姓名/ }), '马文斌')
  await user.keyboard('{Enter}')
  await waitFor(() => expect(within(screen.getByRole('table', { name: '第 2 张票' })).getByText('马文斌')).toBeTruthy())
  screen.getByRole('application').focus()
  await user.keyboard('21{Enter}')
  const closing = await screen.findByRole('dialog', { name: '封票并签名' })
  expect(within(closing).getByText('收回 2 张，有效 2 张，2 行全部相符')).toBeTruthy()
  await user.keyboard('{Escape}')
  await waitFor(async () => {
    const { tallies, rows } = await call('ballot.get', { ballotId: id })
    const written = rows.find(row => row.line.written)?.line
    expect(written?.name).toBe('马文斌')
    expect(tallies.filter(t => t.option === 'agree').map(t => [t.row, t.votes])).toEqual([
      [1, 1],
      [2, 1],
    ])
    expect(tallies.filter(t => t.row === 2 && t.option === 'blank').map(t => t.votes)).toEqual([1])
  })
})
