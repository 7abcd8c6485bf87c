import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { RunningApp } from '../support/app.ts'
import { startAtCollege } from '../support/user.ts'

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
