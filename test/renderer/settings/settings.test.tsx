// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { yearChanges } from '../../../renderer/features/settings/parameters.ts'
import { records } from '../../../shared/domain/index.ts'
import type { ParameterValue } from '../../../shared/rules/parameters.ts'
import { password } from '../../support/app.ts'
import { draftOf } from '../../support/sample.ts'
import { openWindow } from '../../support/window.tsx'

type Window = Awaited<ReturnType<typeof openWindow>>

/** One member, so that the year's target can be asked. */
async function withMember() {
  const opened = await openWindow({ at: '/settings' })
  const { call } = opened
  const { id: branch } = await call('records.create', {
    type: 'organization',
    draft: draftOf(records.organization, { name: '机关第一党支部', kind: 'branch' }),
  })
  await call('records.create', {
    type: 'person',
    draft: draftOf(records.person, { name: '高志远', idNumber: '11010519760921053X', organizationId: branch, category: 'full' }),
  })
  await screen.findByRole('row', { name: /^党员年度学时/ })
  return opened
}

const targetOf = async ({ call }: Window, year: number) => (await call('quota.people', { quota: 'study-hours', year })).people[0]?.target
const panel = () => within(screen.getByRole('complementary', { name: '党员年度学时' }))

test('a parameter changed from 2027 leaves 2026 as it was, and the dialog says which years move before it is kept', async () => {
  const opened = await withMember()
  const { user } = opened
  expect(panel().getAllByText(/《中国共产党党员教育管理工作条例》/).length).toBeGreaterThan(0)
  await user.keyboard('n')
  const dialog = within(await screen.findByRole('dialog', { name: '党员年度学时：从某日起改为' }))
  expect(dialog.getByLabelText<HTMLInputElement>(/^自何日起/).value).toBe('2027-01-01')
  await user.type(dialog.getByLabelText(/^数值/), '40')
  await user.type(dialog.getByLabelText(/^依据条款/), '院党发〔2026〕12号')
  expect(await dialog.findByText(/2027 年起：32 学时 → 40 学时/)).toBeTruthy()
  expect(dialog.getByText(/2026 年及以前不变/)).toBeTruthy()
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText('已登记：党员年度学时自 2027-01-01 起 40 学时')
  expect([await targetOf(opened, 2026), await targetOf(opened, 2027)]).toEqual([32, 40])
  const row = screen.getByRole('row', { name: /^党员年度学时/ })
  expect(row.textContent).toContain('32 学时')
  expect(within(row).getByText('将改')).toBeTruthy()
  expect(panel().getByText('未到')).toBeTruthy()
})

test('a value out of range and a second value for the same day are refused below the field', async () => {
  const { user } = await withMember()
  await user.click(screen.getByRole('button', { name: /^从某日起改为/ }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByLabelText(/^数值/), '5000')
  await user.tab()
  expect(await dialog.findByText('应在 0 到 1000 之间')).toBeTruthy()
  await user.clear(dialog.getByLabelText(/^数值/))
  await user.type(dialog.getByLabelText(/^数值/), '40')
  await user.clear(dialog.getByLabelText(/^自何日起/))
  await user.type(dialog.getByLabelText(/^自何日起/), '2019.5.6')
  await user.tab()
  expect(await dialog.findByText('这一天已经有一个值，请改那一个')).toBeTruthy()
})

test('voiding a value says in figures what becomes of the years, keeps it with the reason, and can be taken back', async () => {
  const opened = await withMember()
  const { user } = opened
  await user.click(panel().getByRole('button', { name: '作废' }))
  const dialog = within(await screen.findByRole('dialog', { name: '作废这条参数？' }))
  expect(dialog.getByText('2019 年起：32 学时 → 未设')).toBeTruthy()
  await user.type(dialog.getByLabelText(/^理由/), '录错了起用日')
  await user.click(dialog.getByRole('button', { name: /^作废/ }))
  await waitFor(() => expect(panel().getByText('已作废')).toBeTruthy())
  expect(panel().getByText('作废理由：录错了起用日')).toBeTruthy()
  expect(await targetOf(opened, 2026)).toBe(0)
  await user.click(await screen.findByRole('button', { name: '撤销' }))
  await waitFor(async () => expect(await targetOf(opened, 2026)).toBe(32))
})

test('a mistake is corrected in place, with the years it moves in sight', async () => {
  const opened = await withMember()
  const { user } = opened
  await user.click(panel().getByRole('button', { name: '改错' }))
  const dialog = within(await screen.findByRole('dialog', { name: '改正党员年度学时' }))
  await user.clear(dialog.getByLabelText(/^数值/))
  await user.type(dialog.getByLabelText(/^数值/), '36')
  expect(await dialog.findByText(/2019 年起：32 学时 → 36 学时/)).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: /^改正/ }))
  await waitFor(async () => expect(await targetOf(opened, 2026)).toBe(36))
})

test('an unverified number says so beside its value', async () => {
  await withMember()
  expect(within(screen.getByRole('row', { name: /^书记和班子成员年度学时/ })).getByText('待核')).toBeTruthy()
  expect(within(screen.getByRole('row', { name: /^一天折合/ })).getByText('各地做法')).toBeTruthy()
})

test('before it is kept a change says how many would meet the target; the list is searched and narrowed by what a number rests on', async () => {
  const { user } = await withMember()
  await user.keyboard('n')
  const dialog = within(await screen.findByRole('dialog', { name: '党员年度学时：从某日起改为' }))
  await user.clear(dialog.getByLabelText(/^自何日起/))
  await user.type(dialog.getByLabelText(/^自何日起/), '2026-01-01')
  await user.type(dialog.getByLabelText(/^数值/), '0')
  const impact = within(await dialog.findByRole('region', { name: '保存后的变化' }))
  await waitFor(() => expect(impact.getAllByText('1 →').length).toBeGreaterThan(0))
  expect(impact.getByText(/本单位不考核这一项/)).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: /^取消/ }))
  await user.type(screen.getByRole('searchbox', { name: '参数、类别或依据' }), '折合')
  await waitFor(() => expect(screen.queryByRole('row', { name: /^党员年度学时/ })).toBeNull())
  expect(screen.getByRole('row', { name: /^一天折合/ })).toBeTruthy()
})

test('a number that is not the preset one says which that was, and begins from it', async () => {
  const { user, call } = await withMember()
  const record = (await call('records.list', { type: 'parameter', limit: 500 })).rows.find(r => r['key'] === 'study.member')
  await call('records.update', { type: 'parameter', id: String(record?.['id']), version: 1, draft: { value: 40 } })
  await user.click(await screen.findByRole('button', { name: '恢复预置…' }))
  const dialog = within(await screen.findByRole('dialog', { name: '党员年度学时：从某日起改为' }))
  expect(dialog.getByLabelText<HTMLInputElement>(/^数值/).value).toBe('32')
  expect(dialog.getByLabelText<HTMLInputElement>(/^依据条款/).value).toContain('第二十条')
})

async function changePassword({ user }: Window, current: string, next: string) {
  await user.type(await screen.findByLabelText(/^当前口令/), current)
  await user.type(screen.getByLabelText(/^新口令/), next)
  await user.type(screen.getByLabelText(/^再输一次/), next)
  await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: '改口令' }).disabled).toBe(false))
  await user.click(screen.getByRole('button', { name: '改口令' }))
}

test('a wrong current password is explained below its field, and the old one still opens', async () => {
  const opened = await openWindow({ at: '/settings?tab=password' })
  await changePassword(opened, 'Wrong-2026', 'Another-2026')
  expect((await screen.findByText(/^当前口令不对，口令没有改。/)).getAttribute('role')).toBe('alert')
  await opened.call('lobby.lock', {})
  await expect(opened.call('lobby.unlock', { user: '经办人', password })).resolves.toMatchObject({ user: '经办人' })
})

test('a weak password says what it lacks as one types; a good one opens the office from then on', async () => {
  const opened = await openWindow({ at: '/settings?tab=password' })
  const { user, call } = opened
  await user.type(await screen.findByLabelText(/^新口令/), 'short')
  expect(await screen.findByText(/至少 10 位/)).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '改口令' }).disabled).toBe(true)
  await user.clear(screen.getByLabelText(/^新口令/))
  await changePassword(opened, password, 'Another-2026')
  await screen.findByText('口令已改，下次解锁用新口令')
  await call('lobby.lock', {})
  await expect(call('lobby.unlock', { user: '经办人', password: 'Another-2026' })).resolves.toMatchObject({ user: '经办人' })
})

test('系统管理员 has 使用人, 备份, 程序更新, 审计, 口令 and 关于 only, and finds the chain whole', async () => {
  const { user } = await openWindow({
    role: 'admin',
    at: '/settings',
    answers: { 'shell.info': () => ({ version: '1.0.0', runtime: 'Electron 45', machine: '测试机' }) },
  })
  const tabs = await screen.findAllByRole('tab')
  expect(tabs.map(tab => tab.textContent)).toEqual(['使用人与权限', '备份与恢复', '程序更新', '审计', '口令与锁定', '关于'])
  await user.click(screen.getByRole('tab', { name: '审计' }))
  await user.click(await screen.findByRole('button', { name: '核对审计链' }))
  expect(await screen.findByText(/^共 \d+ 行，链完整。$/)).toBeTruthy()
  await user.click(screen.getByRole('tab', { name: '关于' }))
  expect(await screen.findByText('Electron 45')).toBeTruthy()
  expect(screen.getByText('高校')).toBeTruthy()
})

const value = (startsOn: string, of: number): ParameterValue => ({ key: 'study.member', value: of, startsOn, clause: null, basis: 'policy' })

test.each([
  ['from the first day of a year', [value('2027-01-01', 40)], [{ from: 2027, until: null, before: 32, after: 40 }]],
  ['within a year, which then counts whole', [value('2026-07-01', 40)], [{ from: 2026, until: null, before: 32, after: 40 }]],
  ['before a later value, which stands', [value('2027-01-01', 40), value('2029-01-01', 32)], [{ from: 2027, until: 2028, before: 32, after: 40 }]],
  ['to the same number, which moves no year', [value('2027-01-01', 32)], []],
])('a change %s', (_, added, expected) => {
  const before = [value('2019-05-06', 32)]
  expect(yearChanges(before, [...before, ...added], 'study.member')).toEqual(expected)
})
