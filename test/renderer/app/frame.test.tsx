// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { records } from '../../../shared/domain/index.ts'
import type { Call } from '../../../main/app/caller.ts'
import { createTestApp } from '../../support/app.ts'
import { draftOf } from '../../support/sample.ts'
import { openWindow, showWindow } from '../../support/window.tsx'

async function addOrganization(call: Call, name: string, kind: string, parentId: string | null): Promise<string> {
  const { id } = await call('records.create', { type: 'organization', draft: draftOf(records.organization, { name, kind, parentId }) })
  return String(id)
}

/** A committee with two branches and one member. */
async function smallOffice() {
  const prepared = await createTestApp()
  const { call } = prepared
  const committee = await addOrganization(call, '临江学院党委', 'committee', null)
  const building = await addOrganization(call, '建筑工程系教工党支部', 'branch', committee)
  await addOrganization(call, '机关第一党支部', 'branch', committee)
  const person = await call('records.create', {
    type: 'person',
    draft: draftOf(records.person, { name: '高志远', idNumber: '11010519760921053X', organizationId: building, category: 'full' }),
  })
  return { ...prepared, building, personId: String(person.id), ...showWindow(prepared, '/start') }
}

test('an empty office lands on 起步, and its counts follow what is recorded elsewhere', async () => {
  const { call } = await openWindow()
  const step = await screen.findByRole('region', { name: '导入党组织' })
  await waitFor(() => expect(step.textContent).toContain('0 个'))
  await addOrganization(call, '临江学院党委', 'committee', null)
  await waitFor(() => expect(step.textContent).toContain('1 个'))
  expect(step.className).toContain('done')
  expect(screen.getByRole('region', { name: '导入花名册' }).className).toContain('on')
})

test('the top bar counts each branch once, those that stand under nothing too', async () => {
  const { call } = await smallOffice()
  expect(await screen.findByText(/^2 个支部/)).toBeTruthy()
  await addOrganization(call, '离退休党支部', 'branch', null)
  expect(await screen.findByText(/^3 个支部/)).toBeTruthy()
})

test('Ctrl K finds a person by 拼音 initials and Enter opens the page', async () => {
  const { user, personId } = await smallOffice()
  await screen.findByRole('heading', { name: '起步' })
  await user.keyboard('{Control>}k{/Control}')
  await user.keyboard('gzy')
  const hit = await screen.findByRole('option', { name: /高志远/ })
  expect(hit.getAttribute('aria-selected')).toBe('true')
  await user.keyboard('{Enter}')
  await waitFor(() => expect(window.location.hash).toBe(`#/people/${personId}`))
})

test('search also goes to places and does what this screen can do', async () => {
  const { user } = await smallOffice()
  await screen.findByRole('heading', { name: '起步' })
  await user.keyboard('{Control>}k{/Control}')
  await user.keyboard('锁定')
  await user.click(await screen.findByRole('option', { name: /^锁定/ }))
  expect(await screen.findByLabelText('已锁定')).toBeTruthy()
})

test('the organization chosen at the top is found by 拼音, with what stands above it, and stays while one goes elsewhere', async () => {
  const { user } = await smallOffice()
  await screen.findByRole('heading', { name: '起步' })
  await user.keyboard('{Alt>}1{/Alt}')
  const tree = await screen.findByRole('tree', { name: '组织' })
  expect(within(tree).getAllByRole('treeitem')).toHaveLength(4)
  await user.keyboard('jzgc')
  await waitFor(() =>
    expect(
      within(tree)
        .getAllByRole('treeitem')
        .map(item => item.textContent),
    ).toEqual(['临江学院党委1 人', '建筑工程系教工党支部1 人']),
  )
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('button', { name: /^建筑工程系教工党支部/ })).toBeTruthy()
  await user.click(screen.getByRole('link', { name: '参数与设置' }))
  expect(screen.getByRole('button', { name: /^建筑工程系教工党支部.*1 名党员/ })).toBeTruthy()
})

test('the year steps one at a time and not beyond the next', async () => {
  const { user } = await openWindow()
  await screen.findByRole('heading', { name: '起步' })
  await user.click(screen.getByRole('button', { name: '上一年度' }))
  expect(screen.getByRole('button', { name: '2025 年度' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '下一年度' }))
  await user.click(screen.getByRole('button', { name: '下一年度' }))
  expect(screen.getByRole('button', { name: '2027 年度' })).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '下一年度' }).disabled).toBe(true)
})

test('Ctrl Z takes back one’s own last change and says which', async () => {
  const { user, call } = await openWindow()
  await screen.findByRole('heading', { name: '起步' })
  const id = await addOrganization(call, '临江学院党委', 'committee', null)
  await user.keyboard('{Control>}z{/Control}')
  expect(await screen.findByText(/^已撤销：/)).toBeTruthy()
  const { record } = await call('records.get', { type: 'organization', id })
  expect(record['voidedAt']).not.toBeNull()
  await user.keyboard('{Control>}z{/Control}')
  expect(await screen.findByText('没有可以撤销的操作。')).toBeTruthy()
})

test('the keys of the screen are listed by F1, and a dialog takes the keyboard from the screen below', async () => {
  const { user } = await openWindow()
  await screen.findByRole('heading', { name: '起步' })
  await user.keyboard('{F1}')
  const keys = await screen.findByRole('dialog', { name: '键盘操作' })
  expect(within(keys).getByText('切换组织')).toBeTruthy()
  await user.keyboard('{Control>}k{/Control}')
  expect(screen.queryByRole('listbox', { name: '找到的' })).toBeNull()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('a menu item of the window does the same as its key', async () => {
  const { listeners } = await openWindow()
  await screen.findByRole('heading', { name: '起步' })
  for (const listener of listeners) listener({ event: 'menu', command: 'lock' })
  expect(await screen.findByLabelText('已锁定')).toBeTruthy()
})

test('系统管理员 has settings, and neither organization, year nor search', async () => {
  await openWindow({ role: 'admin' })
  const navigation = await screen.findByRole('navigation', { name: '主导航' })
  expect(
    within(navigation)
      .getAllByRole('link')
      .map(link => link.textContent),
  ).toEqual(['参数与设置'])
  await waitFor(() => expect(window.location.hash).toBe('#/settings'))
  expect(screen.queryByRole('group', { name: '年度' })).toBeNull()
  expect(screen.queryByRole('button', { name: /^查找/ })).toBeNull()
})

test('a page of records is told from a broken one to those who have no right to it', async () => {
  await openWindow({ role: 'admin', at: '/people' })
  expect(await screen.findByRole('heading', { name: '打不开这一页' })).toBeTruthy()
  expect(screen.getByText('系统管理员看不到业务记录')).toBeTruthy()
  expect(screen.queryByRole('grid')).toBeNull()
})

test('a long job shows what it does and how far it is, and can be stopped', async () => {
  const { user, listeners } = await openWindow()
  await screen.findByRole('heading', { name: '起步' })
  const tell = (done: number, state: 'running' | 'done') => {
    for (const listener of listeners)
      listener({ event: 'job', job: { id: 'j1', label: '正在打印学习档案', done, total: 386, detail: '机关第一党支部', state } })
  }
  tell(10, 'running')
  expect(await screen.findByText('正在打印学习档案')).toBeTruthy()
  tell(215, 'running')
  expect(await screen.findByText(/215 \/ 386/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '取消' }))
  tell(386, 'done')
  await waitFor(() => expect(screen.queryByText('正在打印学习档案')).toBeNull())
})
