// @vitest-environment jsdom
import { join } from 'node:path'
import { mkdirSync } from 'node:fs'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openWindow } from '../../support/window.tsx'

async function disabledOne() {
  const opened = await openWindow({ role: 'admin' })
  const { call, tokens, folder } = opened
  const stick = join(folder, 'U盘')
  mkdirSync(stick)
  await call('backup.setFolder', { folder: tokens.offer(stick) })
  const clerk = (await call('users.list', {})).users.find(u => u.name === '经办人')
  if (!clerk) throw new Error('no clerk')
  await call('users.disable', { id: clerk.id, version: clerk.version, reason: '调离' })
  return opened
}

/** The first of two: beside the warning. */
async function openDialog(user: Awaited<ReturnType<typeof disabledOne>>['user']) {
  const [first] = await screen.findAllByRole('button', { name: '更换密钥' })
  if (first) await user.click(first)
}

test('who was disabled is named until the key has been changed; the former recovery code stays good unless another is asked for', async () => {
  const { user, call } = await disabledOne()
  expect(await screen.findByText(/经办人停用以后还没有更换数据库密钥。/)).toBeTruthy()
  await openDialog(user)
  const dialog = within(await screen.findByRole('dialog', { name: '更换数据库密钥' }))
  expect(dialog.getByText('原来那张照用')).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: /^更换/ }))
  expect(await screen.findByText(/^已更换密钥，先备份在 .*\.zgb$/, undefined, { timeout: 10_000 })).toBeTruthy()
  await waitFor(() => expect(screen.queryByText(/停用以后还没有更换/)).toBeNull())
  expect((await call('keys.state', {})).disabledSince).toEqual([])
})

test('another recovery code is shown, and sealed, before the key is changed', async () => {
  const { user, call } = await disabledOne()
  await openDialog(user)
  const dialog = within(await screen.findByRole('dialog', { name: '更换数据库密钥' }))
  await user.click(dialog.getByRole('checkbox', { name: '同时换恢复码' }))
  await user.click(dialog.getByRole('button', { name: /^取新恢复码/ }))
  const code = (await dialog.findByRole('group', { name: '恢复码' })).textContent
  expect(dialog.getByRole('button', { name: /^更换/ })).toHaveProperty('disabled', true)
  await user.click(dialog.getByRole('checkbox', { name: '已抄写或打印，并封存' }))
  await user.click(dialog.getByRole('button', { name: /^更换/ }))
  await screen.findByText(/^已更换密钥/, undefined, { timeout: 10_000 })
  await call('lobby.lock', {})
  expect(await call('lobby.recover', { user: '管理员', code, newPassword: 'Huifu-2026-x' })).toMatchObject({ user: '管理员' })
})
