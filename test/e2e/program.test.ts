import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startApp } from './support/app.ts'

async function started(userData?: string) {
  const app = await startApp(userData === undefined ? {} : { userData })
  onTestFinished(() => app.stop())
  return app
}

const office = {
  preset: 'college',
  name: '临江工业职业学院党委',
  admin: { name: '管理员', password: 'Linjiang-2026-guan' },
  clerk: { name: '周敏', password: 'Linjiang-2026-min' },
}

test('the program starts to its first screen, and its pages break no rule of their own policy', async () => {
  const { page } = await started()
  const faults: string[] = []
  page.on('console', message => ['error', 'warning'].includes(message.type()) && faults.push(message.text()))
  page.on('pageerror', error => faults.push(error.message))
  await page.reload()
  await page.getByText('新建台账').waitFor()
  expect(await page.title()).toBe('组工台账')
  expect(faults).toEqual([])
})

test('a folder chosen in the dialog becomes an office; the next start remembers it and asks for the password', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'zugong-user-data-'))
  onTestFinished(() => rm(userData, { recursive: true, force: true }))
  const first = await startApp({ userData })
  await first.chooseNextFile(join(userData, 'office'))
  const created = await first.page.evaluate(async input => {
    const bridge: { call(name: string, input: object): Promise<{ ok: boolean; value: { token: string } }> } = Reflect.get(window, 'bridge')
    const { value } = await bridge.call('shell.chooseFolder', { title: '选择存放台账的文件夹' })
    return bridge.call('lobby.create', { folder: value.token, ...input })
  }, office)
  expect(created).toMatchObject({ ok: true, value: { recoveryCode: expect.any(String) } })
  await first.stop()

  const second = await started(userData)
  await second.page.getByText('临江工业职业学院党委').first().waitFor()
  expect(existsSync(join(userData, 'logs/zugong.log'))).toBe(true)
  expect(await readFile(join(userData, 'logs/zugong.log'), 'utf8')).not.toMatch(/临江|周敏|Linjiang/)
})

test('a dialog that is closed chooses nothing', async () => {
  const app = await started()
  await app.cancelNextDialog()
  const reply = await app.page.evaluate(() => Reflect.get(window, 'bridge').call('shell.chooseFile', { kind: 'workbook' }))
  expect(reply).toEqual({ ok: true, value: null })
})

test('a second start with the same data leaves the window to the first', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'zugong-user-data-'))
  onTestFinished(() => rm(userData, { recursive: true, force: true }))
  await started(userData)
  await expect(startApp({ userData })).rejects.toThrow('did not start')
})

test('closing the window ends the program', async () => {
  const app = await started()
  await app.page.close()
  await app.ended
})
