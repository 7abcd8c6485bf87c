import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test, vi } from 'vitest'
import { root } from '../../build/root.ts'
import { install } from '../../main/electron/installing.ts'
import { takeOut, withUpdate } from '../../main/update/package.ts'
import { Engine } from '../../main/engine/client.ts'
import { password } from '../support/app.ts'
import { job, withFolder } from '../support/backups.ts'
import { smallDisk } from '../support/disk.ts'
import { publisher } from '../support/updates.ts'

const old = Buffer.alloc(3_000_000, 'the old program ')

test(
  'killed at any moment of an update: the program is the old one or the new one whole, and the office opens with all it had',
  { timeout: 120_000 },
  async () => {
    const p = publisher()
    const t = await withFolder()
    await t.call('lobby.lock', {})
    const program = join(p.folder, '组工台账.AppImage')
    const update = await p.publish('1.1.0', { name: 'zugong-1.1.0-linux-x86_64.AppImage' })
    const waiting = join(p.folder, 'user-data/update')

    /** Begins an update in a process of its own and ends it after so many milliseconds. Returns how long it lived. */
    async function killedAfter(milliseconds: number): Promise<{ done: boolean; lived: number }> {
      writeFileSync(program, old)
      const args = [join(root, 'test/support/updating.ts'), t.office, update, waiting, p.first.trusted.publicKey, password]
      const child = spawn(process.execPath, ['--import', pathToFileURL(join(root, 'build/chromium-host/register.ts')).href, ...args], {
        env: { ...process.env, APPIMAGE: program },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      let said = ''
      child.stdout.on('data', (text: Buffer) => (said += text.toString()))
      await once(child.stdout, 'data')
      const begun = performance.now()
      const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
      await once(child, 'exit')
      clearTimeout(timer)
      return { done: said.includes('done'), lived: performance.now() - begun }
    }

    const whole = await killedAfter(60_000)
    expect([whole.done, readFileSync(program).equals(p.bytes)]).toEqual([true, true])
    let notDone = 0
    for (const share of [0.1, 0.4, 0.7, 0.95]) {
      const { done } = await killedAfter(whole.lived * share)
      if (!done) notDone++
      const now = readFileSync(program)
      expect(now.equals(old) || now.equals(p.bytes), `at ${share}`).toBe(true)
      await t.call('lobby.unlock', { user: '经办人', password })
      expect(await t.call('audit.verify', {})).toMatchObject({ ok: true })
      expect(await t.call('records.list', { type: 'person', limit: 1 })).toMatchObject({ total: 1 })
      await t.call('backup.run', { job })
      expect(t.files().filter(name => !name.endsWith('.zgb'))).toEqual([])
      await t.call('lobby.lock', {})
    }
    expect(notDone).toBeGreaterThan(1)

    // What a killed update left behind is gone when the program starts again.
    mkdirSync(waiting, { recursive: true })
    writeFileSync(join(waiting, 'zugong-1.1.0-linux-x86_64.AppImage.part'), 'half')
    const log = { info: () => undefined, error: () => undefined }
    const engine = new Engine(join(root, 'main/engine/worker.ts'), {
      facts: { machine: '科室电脑', version: '1.0.0', userData: dirname(waiting), checkReplies: true },
      push: () => undefined,
      print: async () => ({ kind: 'cancelled' }),
      install: async () => ({ kind: 'failed', why: '' }),
      fetchUpdate: async () => ({ kind: 'none' }),
      log,
    })
    await engine.call('lobby.status', {})
    await expect.poll(() => existsSync(waiting)).toBe(false)
    await engine.close()
  },
)

test('a disk that is full keeps nothing of the package, and the old program where it was', async ({ skip }) => {
  const disk = smallDisk(4)
  if (!disk) return skip('no disk can be mounted here')
  const p = publisher()
  disk.fill(1_000_000)
  const update = await p.publish('1.1.0')
  const waiting = join(disk.folder, 'update')
  await expect(withUpdate(update, p.trusted, u => takeOut(u, waiting, async () => undefined))).rejects.toMatchObject({
    code: 'update.unwritable',
    facts: { why: '磁盘已满' },
  })
  expect(existsSync(waiting)).toBe(false)

  disk.free()
  disk.fill(100_000)
  const program = join(disk.folder, '组工台账.AppImage')
  writeFileSync(program, 'the old program')
  vi.stubEnv('APPIMAGE', program)
  const installer = join(p.folder, 'zugong-1.1.0-linux-amd64.deb')
  expect(await install('AppImage', installer, p.sha512)).toEqual({ kind: 'failed', why: '放程序的地方磁盘已满' })
  expect([readFileSync(program, 'utf8'), readdirSync(disk.folder).filter(name => name.endsWith('.part'))]).toEqual(['the old program', []])
  vi.unstubAllEnvs()
})

test('an installer that was changed after it had been proved is not begun', async () => {
  const p = publisher()
  const program = join(p.folder, '组工台账.AppImage')
  writeFileSync(program, 'the old program')
  vi.stubEnv('APPIMAGE', program)
  const installer = await withUpdate(await p.publish('1.1.0'), p.trusted, u => takeOut(u, join(p.folder, 'waiting'), async () => undefined))
  const changed = readFileSync(installer)
  changed[5] = (changed[5] ?? 0) ^ 1
  writeFileSync(installer, changed)
  expect(await install('AppImage', installer, p.sha512)).toEqual({ kind: 'failed', why: '安装程序在核对以后又变了' })
  expect([readFileSync(program, 'utf8'), statSync(program).mode & 0o111]).toEqual(['the old program', 0])
  vi.unstubAllEnvs()
})
