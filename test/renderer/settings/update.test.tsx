// @vitest-environment jsdom
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { AppError } from '../../../shared/errors.ts'
import { password } from '../../support/app.ts'
import { withFolder } from '../../support/backups.ts'
import { publisher } from '../../support/updates.ts'
import { openWindow, showWindow } from '../../support/window.tsx'

type Installing = Parameters<ReturnType<typeof publisher>['installation']>[0]

/** 系统管理员 at 程序更新; the next file or folder that the dialogs answer with is `give`n. */
async function atUpdate(answer?: Installing) {
  const p = publisher()
  const t = await withFolder({ installation: p.installation(answer) })
  await t.call('lobby.lock', {})
  await t.call('lobby.unlock', { user: '管理员', password })
  let given = p.stick
  const { user } = showWindow(t, '/settings?tab=update', {
    'shell.chooseFile': () => ({ token: t.tokens.offer(given), name: 'x.zgu', size: 1 }),
    'shell.chooseFolder': () => ({ token: t.tokens.offer(given), path: given }),
  })
  await screen.findByText('还没有选更新包')
  const choose = async (path: string) => {
    given = path
    await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: '从文件更新…' }).disabled).toBe(false))
    await user.click(screen.getByRole('button', { name: '从文件更新…' }))
  }
  return { ...t, p, user, choose }
}

test('a package from a stick says what it is; 备份并更新 backs up, installs, and says that the program starts anew', async () => {
  const { p, user, choose, files } = await atUpdate()
  await choose(await p.publish('1.1.0'))
  expect(await screen.findByText('1.1.0，本机现在是 1.0.0')).toBeTruthy()
  expect(screen.getByText('无误，发布密钥甲')).toBeTruthy()
  expect(screen.getByText('修正学时统计')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '备份并更新' }))
  expect(await screen.findByText('1.1.0 已装好，程序正在重新启动。', {}, { timeout: 15_000 })).toBeTruthy()
  expect(screen.getByText(new RegExp(files()[0] ?? '?'))).toBeTruthy()
  expect(p.begun).toEqual([p.sha512])
  expect(screen.queryByRole('button', { name: '备份并更新' })).toBeNull()
  expect(await screen.findByText(/1\.0\.0 → 1\.1\.0$/)).toBeTruthy()
})

test('of a share the newest one for this PC is found', async () => {
  const { p, user } = await atUpdate()
  await p.publish('1.1.0')
  await p.publish('1.2.0')
  await user.click(screen.getByRole('button', { name: '从文件夹找…' }))
  expect(await screen.findByText('1.2.0，本机现在是 1.0.0')).toBeTruthy()
})

test('a half-copied, an old and a foreign package are each refused with what to do, and the next good one is taken', async () => {
  const { p, choose } = await atUpdate()
  const half = join(p.stick, '半截.zgu')
  writeFileSync(half, readFileSync(await p.publish('1.1.0')).subarray(0, 90_000))
  await choose(half)
  expect(within(await screen.findByRole('alert')).getByText(/多半没有拷完/)).toBeTruthy()
  await choose(await p.publish('0.9.0'))
  expect(await screen.findByText(/^更新包是 0\.9\.0，本机已是 1\.0\.0，不能退回旧版/)).toBeTruthy()
  await choose(await p.publish('1.1.0', { name: 'zugong-1.1.0-win-arm64.exe' }))
  expect(await screen.findByText(/是给 Windows arm64 的，本机是 Linux x64 deb，没有安装/)).toBeTruthy()
  await choose(await p.publish('1.1.1'))
  expect(await screen.findByText('1.1.1，本机现在是 1.0.0')).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('an installer that was closed half-way is told afterwards: the program that comes back is still the old one', async () => {
  const t = await atUpdate(async () => 'installer')
  const path = await t.p.publish('1.1.0')
  const { file } = await t.call('update.look', { file: t.tokens.offer(path) })
  await t.call('update.install', { file, job: 'job' })
  cleanup()
  showWindow(t, '/settings?tab=update')
  expect(await screen.findByText(/1\.0\.0 → 1\.1\.0，没有装上$/)).toBeTruthy()
  expect(screen.getByText(/安装没有走完，原来的程序照常用/)).toBeTruthy()
})

test('while the system installs nothing can be cancelled any more', async () => {
  let installed: (value: 'restarts') => void = () => undefined
  const { p, user, choose } = await atUpdate(() => new Promise(resolve => (installed = resolve)))
  await choose(await p.publish('1.1.0'))
  await user.click(await screen.findByRole('button', { name: '备份并更新' }))
  expect(await screen.findByText('交给系统安装', {}, { timeout: 15_000 })).toBeTruthy()
  expect(screen.queryByRole('button', { name: '取消' })).toBeNull()
  installed('restarts')
  expect(await screen.findByText('1.1.0 已装好，程序正在重新启动。')).toBeTruthy()
})

test('when the system does not let it be installed the page says why, and that the program is as it was', async () => {
  const { p, user, choose } = await atUpdate(() => Promise.reject(new AppError('update.installer', { why: '没有得到系统管理员的许可' })))
  await choose(await p.publish('1.1.0'))
  await user.click(await screen.findByRole('button', { name: '备份并更新' }))
  expect((await screen.findByRole('alert', {}, { timeout: 15_000 })).textContent).toContain('没有得到系统管理员的许可')
  expect(await screen.findByText(/1\.0\.0 → 1\.1\.0，没有装上/)).toBeTruthy()
})

test('who is not 系统管理员 has no such page; a program that runs from its sources says so and offers nothing', async () => {
  const { user } = await openWindow({ at: '/settings?tab=update' })
  await screen.findByRole('tab', { name: '备份与恢复' })
  expect(screen.queryByRole('tab', { name: '程序更新' })).toBeNull()
  await user.keyboard('{Control>}l{/Control}')
  const box = await screen.findByRole('textbox', { name: /^使用人/ })
  await user.clear(box)
  await user.type(box, '管理员')
  await user.type(screen.getByLabelText(/^口令/), `${password}{Enter}`)
  await user.click(await screen.findByRole('tab', { name: '程序更新' }))
  expect(await screen.findByText('程序是从源码运行的。')).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '从文件更新…' }).disabled).toBe(true)
})
