import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generateKeyPairSync } from 'node:crypto'
import { publicText } from '../../build/update/keys.ts'
import { manifestOf, writePackage } from '../../build/update/sign.ts'
import { look, start, startUpdating } from './support/user.ts'

test('系统管理员 updates from a stick: a backup is made, the one file of the program is replaced whole, and the new program starts', async () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const app = await start({ env: folder => ({ ZUGONG_UPDATE_KEY: publicText(privateKey), APPIMAGE: join(folder, '组工台账.AppImage') }) })
  const { page, folder } = app
  const [program, mark] = [join(folder, '组工台账.AppImage'), join(folder, 'started')]
  writeFileSync(program, 'the old program')
  const newProgram = join(folder, `zugong-9.0.1-linux-${process.arch === 'arm64' ? 'arm64' : 'x86_64'}.AppImage`)
  writeFileSync(newProgram, `#!/bin/sh\necho new > '${mark}'\n`)
  chmodSync(newProgram, 0o644)
  const stick = join(folder, 'U盘')
  mkdirSync(stick)
  const manifest = await manifestOf(newProgram, { builtAt: '2026-11-20T08:00:00.000Z', notes: ['表决票可以预先排版', '修正双周学时的跨年分摊'] })
  const whole = await writePackage(newProgram, stick, manifest, privateKey)

  await startUpdating(app, stick)
  await page.getByText('还没有选更新包').waitFor()
  const half = join(stick, '半截.zgu')
  writeFileSync(half, readFileSync(whole).subarray(0, -3))
  await app.chooseNextFile(half)
  await page.getByRole('button', { name: '从文件更新…' }).click()
  await page.getByText(/多半没有拷完/).waitFor()
  await look(app, 'update-refused')
  await app.chooseNextFile(stick)
  await page.getByRole('button', { name: '从文件夹找…' }).click()
  await page.getByText(/^9\.0\.1，本机现在是/).waitFor()
  await look(app, 'update-package')
  await page.getByRole('button', { name: '备份并更新' }).click()
  await page.getByText('9.0.1 已装好，程序正在重新启动。').waitFor()
  await look(app, 'update-done')
  await app.ended
  expect(readFileSync(program).equals(readFileSync(newProgram))).toBe(true)
  expect(statSync(program).mode & 0o111).toBe(0o111)
  await expect.poll(() => readFileSync(mark, 'utf8')).toBe('new\n')
})
