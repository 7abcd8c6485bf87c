import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { publicText } from '../../build/update/keys.ts'
import { listsOf } from '../../build/update/list.ts'
import { manifestOf, signHead } from '../../build/update/sign.ts'
import { look, start, startUpdating } from './support/user.ts'

const arch = process.arch === 'arm64' ? 'arm64' : 'x86_64'

/** A web server of an office: a folder, and nothing else. */
async function webServer(folder: string) {
  const asked: string[] = []
  let slow = false
  const server = createServer((request, response) => {
    const name = basename(new URL(request.url ?? '', 'http://x').pathname)
    asked.push(name)
    try {
      const bytes = readFileSync(join(folder, name))
      if (slow && bytes.length > 100_000) drip(response, bytes)
      else response.end(bytes)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/zugong`, asked, slow: (is: boolean) => void (slow = is) }
}

/** A wire on which a file takes a minute. */
function drip(response: ServerResponse, bytes: Buffer): void {
  response.writeHead(200, { 'content-length': bytes.length })
  let at = 0
  const timer = setInterval(() => {
    response.write(bytes.subarray(at, (at += Math.ceil(bytes.length / 60))))
    if (at >= bytes.length) response.end()
  }, 1000)
  response.on('close', () => clearInterval(timer))
}

test('from the office’s web server: found, fetched, proved by our own signature and installed; what is not signed or not whole is refused', async () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const stranger = generateKeyPairSync('ed25519').privateKey
  const app = await start({ env: folder => ({ ZUGONG_UPDATE_KEY: publicText(privateKey), APPIMAGE: join(folder, '组工台账.AppImage') }) })
  const { page, folder } = app
  const [program, mark, site, stick] = ['组工台账.AppImage', 'started', 'site', 'U盘'].map(name => join(folder, name)) as [string, string, string, string]
  for (const made of [site, stick]) mkdirSync(made)
  writeFileSync(program, 'the old program')
  const server = await webServer(site)

  /** Puts a release on the server, as `npm run sign-update` leaves it. */
  async function publish(version: string, key: KeyObject = privateKey): Promise<string> {
    const installer = join(site, `zugong-${version}-linux-${arch}.AppImage`)
    writeFileSync(installer, `#!/bin/sh\necho ${version} > '${mark}'\n${'# padding\n'.repeat(100_000)}`)
    const manifest = await manifestOf(installer, { builtAt: '2026-11-20T08:00:00.000Z', notes: ['统计表可以按季度'] })
    writeFileSync(`${installer}.zgs`, signHead(manifest, key))
    for (const [name, text] of listsOf([manifest])) writeFileSync(join(site, name), text)
    return installer
  }

  await startUpdating(app, stick)
  await page.getByRole('button', { name: '设地址' }).click()
  await page.getByLabel(/^服务器地址/).fill('ftp://10.0.0.1/')
  await page.getByRole('button', { name: /^保存/ }).click()
  await page.getByText('请填以 http:// 或 https:// 开头的地址').waitFor()
  await page.getByLabel(/^服务器地址/).fill(server.address)
  await page.getByRole('button', { name: /^保存/ }).click()
  await page.getByText(server.address).waitFor()

  const ask = () => page.getByRole('button', { name: '检查更新' }).click()
  await ask()
  await page.getByText(/没有更新清单/).waitFor()
  await publish('1.0.0')
  await ask()
  await page.getByText(/服务器上没有比 1\.0\.0 新的版本/).waitFor()
  await publish('9.0.0', stranger)
  await ask()
  await page.getByText(/不是本程序的发布者签发的/).waitFor()
  expect(server.asked).not.toContain(`zugong-9.0.0-linux-${arch}.AppImage`)
  const cut = await publish('9.1.0')
  writeFileSync(cut, readFileSync(cut).subarray(0, -1))
  await ask()
  await page.getByText(/与清单不符，多半没有传完/).waitFor()
  const unsigned = await publish('9.2.0')
  rmSync(`${unsigned}.zgs`)
  await ask()
  await page.getByText(/没有安装程序的签名/).waitFor()
  await look(app, 'update-server-refused')
  await publish('9.2.1')
  server.slow(true)
  await ask()
  const progress = page.getByRole('status').filter({ hasText: '从服务器取更新包' })
  await progress.getByText(/^[1-9]\d? \/ 100/).waitFor()
  await look(app, 'update-server-fetching')
  await progress.getByRole('button', { name: '取消' }).click()
  await page.getByText(/已取消，没有留下半截结果/).waitFor()
  expect(existsSync(join(folder, 'user-data/update-fetched'))).toBe(false)
  server.slow(false)
  const longer = await publish('9.2.2')
  writeFileSync(longer, Buffer.alloc(30_000_000, 'x'))
  await ask()
  await page.getByText(/比签名说的长/).waitFor()
  const good = await publish('9.3.0')
  await ask()
  await page.getByText('9.3.0，本机现在是 1.0.0').waitFor()
  await look(app, 'update-server-found')
  await page.getByRole('button', { name: '备份并更新' }).click()
  await page.getByText('9.3.0 已装好，程序正在重新启动。').waitFor()
  await app.ended
  expect(readFileSync(program).equals(readFileSync(good))).toBe(true)
  await expect.poll(() => readFileSync(mark, 'utf8')).toBe('9.3.0\n')
})
