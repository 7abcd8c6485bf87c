import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startApp } from '../../build/running-app.ts'

async function started(userData?: string) {
  const app = await startApp(userData === undefined ? {} : { userData })
  onTestFinished(() => app.stop())
  return app
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
