import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { RunningApp } from '../../../build/running-app.ts'
import { expected } from '../support/college.ts'
import { chooseYear, goTo, startAtCollege } from '../support/user.ts'

/** What the page would ask, past its screens. */
const ask = (app: RunningApp, name: string, input: object): Promise<unknown> =>
  app.page.evaluate(([asked, given]) => Reflect.get(window, 'bridge').call(asked, given), [name, input] as const)

test('the built program makes one backup after another, each proved, and proves one again', async () => {
  const app = await startAtCollege()
  const stick = join(app.folder, 'U盘')
  mkdirSync(stick)
  await app.chooseNextFile(stick)
  const folder = await ask(app, 'shell.chooseFolder', { title: '备份文件夹' })
  expect(folder).toMatchObject({ ok: true, value: { path: stick } })
  const { value } = folder as { value: { token: string } }
  expect(await ask(app, 'backup.setFolder', { folder: value.token })).toMatchObject({ ok: true })
  for (const job of ['first', 'second']) expect(await ask(app, 'backup.run', { job })).toMatchObject({ ok: true })
  const [name] = readdirSync(stick)
  expect(name).toMatch(/\.zgb$/)
  expect(await ask(app, 'backup.prove', { name, job: 'third' })).toMatchObject({ ok: true, value: { name } })
})

test('a window that falls says so with a number that is in the log, and is open again at the same place, still unlocked', async () => {
  const app = await startAtCollege()
  await chooseYear(app.page, expected.year)
  await goTo(app.page, '活动与签到')
  await app.page.getByRole('link', { name: '2025-09 党课20' }).click()
  await app.page.getByRole('grid', { name: '到会名单' }).waitFor()
  const devtools = await app.page.context().newCDPSession(app.page)
  void devtools.send('Page.crash').catch(() => undefined)
  const page = await app.reopened()
  await page.getByRole('grid', { name: '到会名单' }).waitFor()
  const told = page.getByText(/^窗口刚才出错，已在原处重新打开。/)
  const incident = /编号 ([0-9A-F]{8})/.exec(await told.locator('..').innerText())?.[1]
  expect(await app.log()).toContain(`the page is gone, incident ${incident}`)
  await page.screenshot({ path: 'dist/screenshots/fallen.png' })
  await page.getByRole('button', { name: '知道了' }).click()
  await told.waitFor({ state: 'hidden' })
  expect(page.url()).not.toContain('fallen')
  // It is the program's window as before: its calls are answered.
  await goTo(page, '组织与人员')
  await page.getByRole('row').nth(1).waitFor()
})
