// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { App } from '../../../main/app/app.ts'
import { createTestApp, password } from '../../support/app.ts'
import { openWindow, showWindow } from '../../support/window.tsx'

/** A program that has never opened an office, and a user who chooses an empty folder. */
async function firstStart() {
  const prepared = await createTestApp()
  mkdirSync(join(prepared.folder, 'never'))
  const app = new App(prepared.ports, prepared.tokens, { home: join(prepared.folder, 'never'), cost: 2 ** 10 })
  onTestFinished(() => app.close())
  const folder = () => ({ token: prepared.tokens.offer(join(prepared.folder, 'new')), path: 'D:\\组工台账' })
  return { ...prepared, app, ...showWindow({ ...prepared, app }, '/', { 'shell.chooseFolder': folder }) }
}

const next = async (user: Awaited<ReturnType<typeof firstStart>>['user'], button = '下一步') => user.click(screen.getByRole('button', { name: button }))

async function fillPerson(user: Awaited<ReturnType<typeof firstStart>>['user'], name: string) {
  await user.type(screen.getByLabelText(/^姓名/), name)
  await user.type(screen.getByLabelText(/^口令/), password)
  await user.type(screen.getByLabelText(/^再输一次/), password)
  await screen.findByText(/^符合要求/)
}

test('a first start makes an office, shows the recovery code once and asks that it is sealed; the code opens the office later', async () => {
  const { user, app } = await firstStart()
  await user.click(await screen.findByRole('button', { name: /新建台账/ }))
  await user.click(screen.getByRole('radio', { name: /^县/ }))
  await next(user)
  await user.type(screen.getByLabelText(/^台账名称/), '临江县委组织部')
  await next(user)
  expect(screen.getByText('请选一个文件夹')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '选文件夹' }))
  expect(await screen.findByText('D:\\组工台账')).toBeTruthy()
  await next(user)
  await fillPerson(user, '方静')
  await next(user)
  await fillPerson(user, '周敏')
  await next(user, '建立台账')

  const code = [...(await screen.findByRole('group', { name: '恢复码' })).children].map(group => group.textContent).join('-')
  expect(code).toMatch(/^([A-Z2-9]{5}-){5}[A-Z2-9]{5}$/)
  const enter = screen.getByRole<HTMLButtonElement>('button', { name: '进入台账' })
  expect(enter.disabled).toBe(true)
  await user.click(screen.getByRole('checkbox', { name: '已抄写或打印，并封存' }))
  await user.click(enter)
  expect(await screen.findByRole('heading', { name: '起步' })).toBeTruthy()
  expect(screen.queryByText(code)).toBeNull()

  await app.call('lobby.lock', {})
  await user.click(await screen.findByRole('button', { name: /用恢复码打开/ }))
  await user.type(screen.getByLabelText(/^恢复码/), code.toLowerCase().replaceAll('-', ' '))
  expect(screen.getByLabelText<HTMLInputElement>(/^恢复码/).value).toBe(code)
  await user.type(screen.getByLabelText(/^新口令/), 'Another-2026')
  await user.type(screen.getByLabelText(/^再输一次/), 'Another-2026')
  await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: '打开并改口令' }).disabled).toBe(false))
  await user.click(screen.getByRole('button', { name: '打开并改口令' }))
  await waitFor(() => expect(screen.queryByRole('heading', { name: '用恢复码打开' })).toBeNull())
  expect(await screen.findByRole('heading', { name: '起步' })).toBeTruthy()
})

test('going on with something missing says what, and the keyboard stands there', async () => {
  const { user } = await firstStart()
  await user.click(await screen.findByRole('button', { name: /新建台账/ }))
  await next(user)
  await user.type(screen.getByLabelText(/^台账名称/), '临江县委组织部')
  await user.click(screen.getByRole('button', { name: '选文件夹' }))
  await screen.findByText('D:\\组工台账')
  await next(user)
  await next(user)
  expect(document.activeElement).toBe(screen.getByLabelText(/^姓名/))
  await user.type(screen.getByLabelText(/^姓名/), '方静')
  await next(user)
  expect(screen.getByText('请设口令')).toBeTruthy()
  expect(screen.getByText('请再输一次')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText(/^口令/))
})

test('administrator and clerk cannot be the same person, and a weak password says what it lacks', async () => {
  const { user } = await firstStart()
  await user.click(await screen.findByRole('button', { name: /新建台账/ }))
  await next(user)
  await user.type(screen.getByLabelText(/^台账名称/), '临江')
  await user.click(screen.getByRole('button', { name: '选文件夹' }))
  await screen.findByText('D:\\组工台账')
  await next(user)
  await user.type(screen.getByLabelText(/^姓名/), 'fang')
  await user.type(screen.getByLabelText(/^口令/), 'Fang-26')
  expect(await screen.findByText(/至少 10 位，不能含有姓名/)).toBeTruthy()
  await next(user)
  expect(screen.getByRole('heading', { name: '系统管理员' })).toBeTruthy()
  await user.clear(screen.getByLabelText(/^口令/))
  await user.type(screen.getByLabelText(/^口令/), password)
  await user.type(screen.getByLabelText(/^再输一次/), `${password}x`)
  await user.tab()
  expect(await screen.findByText('两次输入不一样')).toBeTruthy()
  await user.type(screen.getByLabelText(/^再输一次/), '{Backspace}')
  await screen.findByText(/^符合要求/)
  await next(user)
  await user.type(await screen.findByLabelText(/^姓名/), 'fang')
  expect(await screen.findByText('管理员和经办人应是两个人')).toBeTruthy()
})

/** The window of an office that is locked before anyone looks. */
async function lockedWindow() {
  const prepared = await createTestApp()
  await prepared.call('lobby.lock', {})
  return { ...prepared, ...showWindow(prepared) }
}

test('the lock screen says whose office it is and where it lies, and opens with name and password', async () => {
  const { user, office } = await lockedWindow()
  expect(await screen.findByRole('heading', { name: '临江工业职业学院党委' })).toBeTruthy()
  expect(screen.getByText(office)).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText('使用人'))
  await user.keyboard('经办人')
  await user.tab()
  await user.keyboard(`${password}{Enter}`)
  expect(await screen.findByRole('heading', { name: '起步' })).toBeTruthy()
})

test('an empty name or password is said below the field, not asked of the office', async () => {
  const { user } = await lockedWindow()
  await user.click(await screen.findByRole('button', { name: '解锁' }))
  expect(screen.getByText('请填使用人')).toBeTruthy()
  await user.type(screen.getByLabelText('使用人'), '经办人')
  expect(screen.getByText('请输入口令')).toBeTruthy()
})

test('after three wrong passwords the button waits, with the seconds on it', async () => {
  const { user } = await lockedWindow()
  await user.type(await screen.findByLabelText('使用人'), '经办人')
  for (let i = 0; i < 3; i++) {
    await user.type(screen.getByLabelText('口令'), 'wrong{Enter}')
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('口令').value).toBe(''))
  }
  expect(await screen.findByText(/连错 3 次，请等 12 秒再试/)).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /^解锁/ }).disabled).toBe(true)
  expect(screen.getByRole('button', { name: /^解锁/ }).textContent).toMatch(/1[0-2] 秒后可用/)
})

test('what was being typed is out of sight while locked, and still there when the same user unlocks', async () => {
  const { user, call } = await openWindow()
  await user.click(await screen.findByRole('button', { name: /经办人/ }))
  await user.click(await screen.findByRole('menuitem', { name: '改口令' }))
  await user.type(await screen.findByLabelText(/^新口令/), 'Half-typed')
  await call('lobby.lock', {})
  const lock = await screen.findByLabelText('已锁定')
  await waitFor(() => expect(document.activeElement).toBe(within(lock).getByLabelText('口令')))
  expect(screen.queryByRole('dialog', { name: '改口令' })).toBeNull()
  await user.keyboard(`${password}{Enter}`)
  await waitFor(() => expect(screen.queryByLabelText('已锁定')).toBeNull())
  expect(within(await screen.findByRole('dialog', { name: '改口令' })).getByLabelText<HTMLInputElement>(/^新口令/).value).toBe('Half-typed')
})

test('another user who unlocks starts afresh, with the places of that role', async () => {
  const { user, call } = await openWindow()
  await screen.findByRole('heading', { name: '起步' })
  await call('lobby.lock', {})
  const lock = await screen.findByLabelText('已锁定')
  await user.clear(within(lock).getByLabelText('使用人'))
  await user.type(within(lock).getByLabelText('使用人'), '管理员')
  await user.type(within(lock).getByLabelText('口令'), `${password}{Enter}`)
  await waitFor(() => expect(screen.queryByLabelText('已锁定')).toBeNull())
  expect(
    within(await screen.findByRole('navigation', { name: '主导航' }))
      .getAllByRole('link')
      .map(link => link.textContent),
  ).toEqual(['参数与设置'])
  expect(screen.queryByRole('heading', { name: '起步' })).toBeNull()
})

test('one changes one’s own password with the current one', async () => {
  const { user, call } = await openWindow()
  await user.click(await screen.findByRole('button', { name: /经办人/ }))
  await user.click(await screen.findByRole('menuitem', { name: '改口令' }))
  await user.type(await screen.findByLabelText(/^当前口令/), password)
  await user.type(screen.getByLabelText(/^新口令/), 'Another-2026')
  await user.type(screen.getByLabelText(/^再输一次/), 'Another-2026')
  await screen.findByText(/^符合要求/)
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByText('口令已改，下次解锁用新口令')).toBeTruthy()
  await call('lobby.lock', {})
  await expect(call('lobby.unlock', { user: '经办人', password })).rejects.toMatchObject({ code: 'session.wrongPassword' })
  await call('lobby.unlock', { user: '经办人', password: 'Another-2026' })
})
