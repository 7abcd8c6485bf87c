// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { records } from '../../../shared/domain/index.ts'
import { password } from '../../support/app.ts'
import { idNumberOf } from '../../support/office.ts'
import { draftOf } from '../../support/sample.ts'
import { openWindow } from '../../support/window.tsx'

const initial = 'Chushi-2026'
type Window = Awaited<ReturnType<typeof openWindow>>

const row = async (name: string) => within(await screen.findByRole('row', { name: new RegExp(`^${name}`) }))

async function typeTwice({ user }: Window, within_: ReturnType<typeof within>, label: RegExp, typed: string) {
  await user.type(within_.getByLabelText(label), typed)
  await user.type(within_.getByLabelText(/^再输一次/), typed)
}

async function unlockAs({ user }: Window, name: string, typed: string) {
  await user.keyboard('{Control>}l{/Control}')
  const box = await screen.findByRole('textbox', { name: /^使用人/ })
  await user.clear(box)
  await user.type(box, name)
  await user.type(screen.getByLabelText(/^口令/), typed)
  await user.click(screen.getByRole('button', { name: /^解锁/ }))
}

async function changeFirst(opened: Window, to: string) {
  await screen.findByRole('heading', { name: '先改口令' })
  await opened.user.type(screen.getByLabelText(/^当前口令/), initial)
  await typeTwice(opened, within(document.body), /^新口令/, to)
  await opened.user.click(await screen.findByRole('button', { name: '改口令并进入' }))
}

test('from the first security officer to a working clerk: created by one, granted by the other, changed by himself', async () => {
  const opened = await openWindow({ role: 'admin' })
  const { user, call } = opened
  expect(await screen.findByText(/还没有安全保密管理员和安全审计员/)).toBeTruthy()
  await user.keyboard('n')
  const creating = within(await screen.findByRole('dialog', { name: '新增使用人' }))
  await user.type(creating.getByLabelText(/^姓名/), '周保密')
  await user.click(creating.getByRole('combobox', { name: /身份/ }))
  await user.click(await screen.findByRole('option', { name: '安全保密管理员' }))
  await typeTwice(opened, creating, /^初始口令/, initial)
  await creating.findByText(/符合要求/)
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect((await row('周保密')).getByText('初始，进入时须改')).toBeTruthy()
  await call('users.create', { name: '吴新', password: initial })
  expect((await row('管理员')).getByText('本人的由别人办')).toBeTruthy()

  await unlockAs(opened, '周保密', initial)
  await changeFirst(opened, 'Baomi-2026-x')
  expect(screen.queryByRole('button', { name: /新增使用人/ })).toBeNull()
  await user.click((await row('吴新')).getByRole('button', { name: '授权' }))
  const dialog = within(await screen.findByRole('dialog', { name: '授权：吴新' }))
  await user.click(dialog.getByRole('combobox', { name: /身份/ }))
  await user.click(await screen.findByRole('option', { name: '经办人' }))
  expect(within(dialog.getByRole('list', { name: '经办人能做什么' })).getByText('导入表格')).toBeTruthy()
  await user.type(dialog.getByLabelText(/^理由/), '新到组织科')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText('已授予吴新：经办人')

  await unlockAs(opened, '吴新', initial)
  await changeFirst(opened, 'Banli-2026-xy')
  await screen.findByRole('button', { name: /吴新 经办人/ })
  expect(await call('session.current', {})).toMatchObject({ user: '吴新', role: 'clerk', mustChangePassword: false })
})

test('the administrator disables with a reason; the user is gone from the lock screen and comes back only with a new password and a new grant', async () => {
  const opened = await openWindow({ role: 'admin' })
  const { user, call } = opened
  await user.click((await row('经办人')).getByRole('button', { name: '停用' }))
  const dialog = within(await screen.findByRole('dialog', { name: '停用经办人？' }))
  expect(dialog.getByText('钥匙槽立即从台账里去掉，原口令再也打不开')).toBeTruthy()
  await user.type(dialog.getByLabelText(/^理由/), '退休')
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect((await row('经办人')).getByText('停用')).toBeTruthy()
  expect((await row('经办人')).getByText('没有')).toBeTruthy()
  await user.click((await row('经办人')).getByRole('button', { name: '启用' }))
  await typeTwice(opened, within(await screen.findByRole('dialog')), /^初始口令/, initial)
  await screen.findByText(/符合要求/)
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(await (await row('经办人')).findByText('待授权')).toBeTruthy()
  await call('lobby.lock', {})
  await expect(call('lobby.unlock', { user: '经办人', password })).rejects.toMatchObject({ code: 'session.wrongPassword' })
})

test('the table of rights marks the role in hand, and says who may what as the door does', async () => {
  await openWindow({ role: 'admin' })
  const table = within(await screen.findByRole('table', { name: '权限一览' }))
  const cells = (what: string) =>
    within(table.getByRole('row', { name: new RegExp(`^${what}`) }))
      .getAllByRole('cell')
      .slice(1, 8)
      .map(cell => (within(cell).queryByRole('img', { name: '可以' }) ? 1 : 0))
  expect(cells('新增、停用、启用使用人')).toEqual([0, 0, 0, 1, 0, 0, 0])
  expect(cells('授予、收回身份')).toEqual([0, 0, 0, 0, 1, 0, 0])
  expect(cells('看台账')).toEqual([1, 1, 1, 0, 0, 0, 0])
})

test('安全保密管理员 grants a part: organization, modules and classes of 监督资料, and who must be avoided; the list says so', async () => {
  const opened = await openWindow({ role: 'admin' })
  const { user, call } = opened
  await call('users.create', { name: '周保密', password: initial, first: 'security' })
  await call('lobby.lock', {})
  await call('lobby.unlock', { user: '经办人', password })
  const draft = draftOf(records.organization, { name: '第一党支部', kind: 'branch' })
  await call('records.create', { type: 'organization', draft })
  await unlockAs(opened, '周保密', initial)
  await changeFirst(opened, 'Baomi-2026-x')
  await user.click((await row('经办人')).getByRole('button', { name: '改授权' }))
  const granting = within(await screen.findByRole('dialog', { name: '授权：经办人' }))
  await user.click(granting.getByRole('combobox', { name: /经办范围/ }))
  await user.click(await screen.findByRole('option', { name: '第一党支部' }))
  const modules = within(granting.getByRole('group', { name: '经办模块' }))
  await user.click(modules.getByRole('checkbox', { name: '全选' }))
  await user.click(modules.getByRole('checkbox', { name: '干部选拔任用' }))
  await user.click(within(granting.getByRole('group', { name: '监督资料' })).getByRole('checkbox', { name: '信访举报' }))
  await user.type(granting.getByLabelText(/^理由/), '分片经办')
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(await (await row('经办人')).findByText('第一党支部；干部选拔任用；监督资料：信访举报')).toBeTruthy()

  await user.click((await row('经办人')).getByRole('button', { name: '回避' }))
  const tying = within(await screen.findByRole('dialog', { name: '回避：经办人' }))
  await user.type(tying.getByLabelText(/^姓名/), '经办人')
  await user.type(tying.getByLabelText(/^身份号码/), idNumberOf(1))
  await user.type(tying.getByLabelText(/^理由/), '本人申报')
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(await (await row('经办人')).findByRole('button', { name: '回避 1' })).toBeTruthy()
})
