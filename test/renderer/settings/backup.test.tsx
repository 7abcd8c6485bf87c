// @vitest-environment jsdom
import { mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { createTestApp, password } from '../../support/app.ts'
import { job, withFolder } from '../../support/backups.ts'
import { showWindow } from '../../support/window.tsx'

test('choosing a folder makes the first backup, says that it was proved, and lists it as sound', async () => {
  const t = await createTestApp()
  const stick = join(t.folder, 'U盘')
  mkdirSync(stick)
  const { user } = showWindow(t, '/settings?tab=backup', { 'shell.chooseFolder': () => ({ token: t.tokens.offer(stick), path: stick }) })
  expect(await screen.findByText('还没有选备份文件夹')).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '立即备份' }).disabled).toBe(true)
  await user.click(screen.getByRole('button', { name: '选文件夹' }))
  await screen.findByText(/^已备份并核对：/, {}, { timeout: 15_000 })
  const [name = ''] = readdirSync(stick)
  const row = await screen.findByTitle(name)
  expect(within(row).getByText('完好')).toBeTruthy()
  expect(screen.getByText(stick)).toBeTruthy()
})

test('while the folder is away the page says so, and still names the last backup', async () => {
  const t = await withFolder()
  const { name } = await t.call('backup.run', { job })
  renameSync(t.stick, join(t.folder, '拔下'))
  showWindow(t, '/settings?tab=backup')
  expect(await screen.findByText(/现在用不了：文件夹不在了/)).toBeTruthy()
  expect(screen.getByText(name)).toBeTruthy()
})

test('the first page says since when there is no backup, why, and leads to where it is made', async () => {
  let today = '2026-11-18'
  const t = await withFolder({ now: () => `${today}T02:00:00.000Z` })
  await t.call('backup.run', { job })
  today = '2026-11-23'
  renameSync(t.stick, join(t.folder, '拔下'))
  showWindow(t, '/today')
  expect(await screen.findByText(/^已有 5 天没有备份/)).toBeTruthy()
  expect(screen.getByText(/文件夹不在了。插上 U 盘或接通共享，会自动补做/)).toBeTruthy()
  expect(screen.getByRole('link', { name: '去备份' }).getAttribute('href')).toBe('#/settings?tab=backup')
})

test('at the lock screen a backup is looked into, restored over the office that was there, and opens', async () => {
  const t = await withFolder()
  const { name } = await t.call('backup.run', { job })
  await t.call('lobby.lock', {})
  const file = () => ({ token: t.tokens.offer(join(t.stick, name)), name, size: 1 })
  const folder = () => ({ token: t.tokens.offer(t.office), path: 'D:\\组工台账' })
  const { user } = showWindow(t, '/', { 'shell.chooseFile': file, 'shell.chooseFolder': folder })
  await user.click(await screen.findByRole('button', { name: /^从备份恢复/ }))
  await user.click(screen.getByRole('button', { name: '选备份' }))
  expect(await screen.findByText(/人员 1 人/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '选文件夹' }))
  await screen.findByText('D:\\组工台账')
  await user.type(screen.getByLabelText(/^使用人/), '经办人')
  await user.type(screen.getByLabelText(/^口令/), 'Falsch-2026')
  await user.click(screen.getByRole('button', { name: '核对并恢复' }))
  expect(await screen.findByText(/^使用人或口令不对/, {}, { timeout: 10_000 })).toBeTruthy()
  await user.clear(screen.getByLabelText(/^口令/))
  await user.type(screen.getByLabelText(/^口令/), password)
  await user.click(screen.getByRole('button', { name: '核对并恢复' }))
  await screen.findByText('已恢复，核对无误', {}, { timeout: 15_000 })
  expect(screen.getByText(/-恢复前-/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '去解锁' }))
  await user.type(await screen.findByLabelText(/^使用人/), '经办人')
  await user.type(screen.getByLabelText(/^口令/), `${password}{Enter}`)
  await waitFor(async () => expect(await t.call('records.list', { type: 'person', limit: 1 })).toMatchObject({ total: 1 }), { timeout: 10_000 })
})
