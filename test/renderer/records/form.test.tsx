// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { readMonth } from '../../../renderer/records/inputs.tsx'
import { records } from '../../../shared/domain/index.ts'
import { draftOf } from '../../support/sample.ts'
import { office } from '../people/office.ts'

test.each([
  ['2026.11', '2026-11'],
  ['2026年3月', '2026-03'],
  ['202611', '2026-11'],
  ['２０２６-７', '2026-07'],
  ['十一月', '十一月'],
])('a month typed as %s is kept as %s', (typed, month) => {
  expect(readMonth(typed)).toBe(month)
})

test('closing a form with something in it asks first; what was typed stays until the answer is yes', async () => {
  const { call, show } = await office()
  const { user } = show('/people/new')
  const dialog = await screen.findByRole('dialog', { name: '新增人员' })
  await user.type(within(dialog).getByLabelText(/^姓名/), '罗思雨')
  await user.click(within(dialog).getByRole('button', { name: /^取消/ }))
  const asked = await screen.findByRole('dialog', { name: '放弃填写的内容？' })
  await user.click(within(asked).getByRole('button', { name: /^接着填/ }))
  await waitFor(() => expect(screen.queryByRole('dialog', { name: '放弃填写的内容？' })).toBeNull())
  expect(within(dialog).getByLabelText<HTMLInputElement>(/^姓名/).value).toBe('罗思雨')
  await user.click(within(dialog).getByRole('button', { name: /^取消/ }))
  await user.click(within(await screen.findByRole('dialog', { name: '放弃填写的内容？' })).getByRole('button', { name: /^放弃/ }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect((await call('records.list', { type: 'person', search: '罗思雨' })).total).toBe(0)
})

test('a kept ID number stays masked in the form until someone asks, which leaves an audit line', async () => {
  const { call, show, people } = await office()
  const { user } = show(`/people/${people.gao}?tab=facts`)
  await screen.findByRole('heading', { name: '高志远' })
  await user.keyboard('e')
  expect(await screen.findByRole('button', { name: '查看并修改，记入审计' })).toBeTruthy()
  expect(screen.queryByDisplayValue(/^350525/)).toBeNull()
  await user.click(screen.getByRole('button', { name: '查看并修改，记入审计' }))
  expect(await screen.findByDisplayValue(/^350525/)).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByDisplayValue(/^350525/)))
  const [line] = await call('records.history', { type: 'person', id: people.gao })
  expect(line?.action).toBe('records.reveal')
})

test('a form saved without a look at the ID number keeps it, and birth and sex stand locked as the number gave them', async () => {
  const { call, show, people } = await office()
  const whole = async () => (await call('records.reveal', { type: 'person', id: people.gao, field: 'idNumber' })).value
  const before = await whole()
  const { user } = show(`/people/${people.gao}?tab=facts`)
  await screen.findByRole('heading', { name: '高志远' })
  await user.keyboard('e')
  await screen.findByRole('button', { name: '查看并修改，记入审计' })
  expect(screen.getByText('1976-09-21')).toBeTruthy()
  expect(screen.queryByRole('textbox', { name: /^出生日期/ })).toBeNull()
  const nation = screen.getByLabelText(/^民族/)
  await user.clear(nation)
  await user.type(nation, '畲族')
  await user.keyboard('{Control>}s{/Control}')
  await waitFor(async () => expect((await call('records.get', { type: 'person', id: people.gao })).record['nation']).toBe('畲族'))
  expect(await whole()).toBe(before)
})

test('the panel of a register masks a telephone number, and its eye shows it, which leaves an audit line', async () => {
  const { call, show } = await office()
  const draft = draftOf(records.visitMatter, {
    receivedOn: '2026-11-02',
    visitor: '罗思雨',
    phone: '13812346027',
    way: 'inPerson',
    matter: '咨询组织关系转接',
    firstReceiver: '经办人',
  })
  const { id } = await call('records.create', { type: 'visitMatter', draft })
  const { user } = show('/registers/visitMatter')
  await user.click(await screen.findByText('罗思雨'))
  const panel = within(await waitFor(() => screen.getByText('联系电话', { selector: 'dt' }).closest<HTMLElement>('.record-panel') ?? document.body))
  expect(panel.getByText('138****6027')).toBeTruthy()
  await user.click(panel.getByRole('button', { name: '显示完整内容，记入审计' }))
  expect(await panel.findByText('13812346027')).toBeTruthy()
  expect((await call('records.history', { type: 'visitMatter', id: String(id) }))[0]).toMatchObject({ action: 'records.reveal' })
})

test('保存并继续新增 writes the record and leaves an empty form', async () => {
  const { call, show } = await office()
  const { user } = show('/organizations')
  await screen.findByRole('grid', { name: '党组织' })
  await user.keyboard('n')
  const dialog = await screen.findByRole('dialog', { name: '新增党组织' })
  await user.type(within(dialog).getByLabelText(/^党组织名称/), '离退休党支部')
  await user.click(within(dialog).getByRole('button', { name: '保存并继续新增' }))
  await waitFor(() => expect(within(dialog).getByLabelText<HTMLInputElement>(/^党组织名称/).value).toBe(''))
  await waitFor(() => expect(document.activeElement).toBe(within(dialog).getByLabelText(/^党组织名称/)))
  const { rows, titles } = await call('records.list', { type: 'organization', search: '离退休党支部' })
  expect(rows).toMatchObject([{ name: '离退休党支部', kind: 'branch' }])
  expect(titles[String(rows[0]?.['parentId'])]).toBe('临江学院党委')
})
