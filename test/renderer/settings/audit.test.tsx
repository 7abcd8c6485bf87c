// @vitest-environment jsdom
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { createTestApp } from '../../support/app.ts'
import { showWindow } from '../../support/window.tsx'

const initial = 'Chushi-2026'
const own = 'Shenji-2026-ok'

/** 审计员 at the audit of an office with two more users; `saved` is where exports go. */
async function atTheAudit() {
  const made = await createTestApp({ role: 'admin' })
  const { call, tokens, folder } = made
  await call('users.create', { name: '审计员', password: initial, first: 'auditor' })
  await call('users.create', { name: '吴新', password: initial })
  await call('lobby.lock', {})
  await call('lobby.unlock', { user: '审计员', password: initial })
  await call('session.changePassword', { current: initial, next: own })
  const saved = join(folder, '审计记录.xlsx')
  const answers = { 'shell.chooseSave': () => ({ token: tokens.offer(saved), name: '审计记录.xlsx' }) }
  return { ...made, saved, ...showWindow(made, '/settings?tab=audit', answers) }
}

const rows = () =>
  within(screen.getByRole('table', { name: '审计记录' }))
    .getAllByRole('row')
    .slice(1)
    .map(row =>
      within(row)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    )

test('the auditor finds who did what by kind, by user and by a name, and takes the list along', async () => {
  const { user, call, saved } = await atTheAudit()
  await screen.findByText(/^共 \d+ 行$/)
  await user.click(screen.getByRole('combobox', { name: '种类' }))
  await user.click(await screen.findByRole('option', { name: '使用人与口令' }))
  await waitFor(() => expect(new Set(rows().map(row => row[4]))).toEqual(new Set(['使用人'])))
  await user.type(screen.getByPlaceholderText('找姓名、编号、文件'), '吴新')
  await waitFor(() =>
    expect(rows().map(row => row.slice(2))).toEqual([
      ['管理员', '新增使用人', '使用人', '吴新，设初始口令'],
      ['管理员', '新增使用人', '使用人', '吴新，待授权'],
    ]),
  )
  await user.click(screen.getByRole('button', { name: '导出 Excel' }))
  await screen.findByText('已导出 2 行到“审计记录.xlsx”，导出也记了一行')
  expect(existsSync(saved)).toBe(true)
  expect((await call('audit.list', { kind: 'issue' })).lines[0]).toMatchObject({ actor: '审计员', detail: '审计记录，Excel，2 行' })
  await user.type(screen.getByPlaceholderText('找姓名、编号、文件'), '没有')
  expect(await screen.findByText('没有符合的审计记录')).toBeTruthy()
})

test('beside the lines stand the chain to verify and how long they are kept', async () => {
  const { user } = await atTheAudit()
  await user.click(await screen.findByRole('button', { name: '核对审计链' }))
  expect(await screen.findByText(/^共 \d+ 行，链完整。$/)).toBeTruthy()
  expect(screen.getByText(/审计记录一直保存/)).toBeTruthy()
  expect(screen.queryByRole('tab', { name: '指标与参数' })).toBeNull()
})
