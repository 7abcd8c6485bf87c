import { hash } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app, shell } from 'electron'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { install } from '../../../main/electron/installing.ts'
import { installed } from '../../../main/electron/installed.ts'
import { trustedKeys } from '../../../main/update/trusted-keys.ts'

const bytes = Buffer.from('an installer')
const sha512 = hash('sha512', bytes)
const quit = () => vi.spyOn(app, 'quit').mockImplementation(() => undefined)

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }))
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  Reflect.set(app, 'isPackaged', false)
})

/** A folder with an installer, and in place of the system's pkexec a script that notes what it was asked and ends so. */
function pc({ pkexec }: { pkexec?: string } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'zugong-installing-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const [installer, asked] = [join(folder, 'zugong-1.1.0-linux-amd64.deb'), join(folder, 'asked')]
  writeFileSync(installer, bytes)
  if (pkexec !== undefined) {
    writeFileSync(join(folder, 'pkexec'), `#!/bin/sh\nprintf '%s\\n' "$@" > '${asked}'\n${pkexec}\n`)
    chmodSync(join(folder, 'pkexec'), 0o755)
  }
  vi.stubEnv('PATH', folder)
  return { installer, asked: () => readFileSync(asked, 'utf8').trim().split('\n') }
}

test('a deb package is handed to dpkg by way of pkexec; the program starts anew a moment after', async () => {
  const { installer, asked } = pc({ pkexec: 'exit 0' })
  const [ended, relaunched] = [quit(), vi.spyOn(app, 'relaunch').mockImplementation(() => undefined)]
  expect(await install('deb', installer, sha512)).toEqual({ kind: 'restarts' })
  expect(asked()).toEqual(['dpkg', '--install', installer])
  expect(relaunched).toHaveBeenCalledOnce()
  expect(ended).not.toHaveBeenCalled()
  vi.advanceTimersByTime(2000)
  expect(ended).toHaveBeenCalledOnce()
})

test.each([
  ['exit 126', '没有得到系统管理员的许可'],
  ['exit 127', '没有得到系统管理员的许可'],
  ["echo 'dpkg: dependency problems: libc6 (>= 2.34)' >&2; exit 1", 'dpkg 没有装成（dpkg: dependency problems: libc6 (>= 2.34)）'],
  [undefined, '系统没有 pkexec。请维护人员在终端用 sudo dpkg --install 安装同一版本的 deb 包'],
])('where the system answers %s the program goes on and says why', async (pkexec, why) => {
  const { installer } = pc(pkexec === undefined ? {} : { pkexec })
  const ended = quit()
  expect(await install('deb', installer, sha512)).toEqual({ kind: 'failed', why })
  vi.advanceTimersByTime(5000)
  expect(ended).not.toHaveBeenCalled()
})

test('Windows opens its installer, which asks for the administrator itself; the program ends, and stays where it is refused', async () => {
  const { installer } = pc()
  const ended = quit()
  const opened = vi.spyOn(shell, 'openPath').mockResolvedValueOnce('').mockResolvedValueOnce('The operation was canceled')
  expect(await install('nsis', installer, sha512)).toEqual({ kind: 'installer' })
  vi.advanceTimersByTime(2000)
  expect([opened.mock.calls, ended.mock.calls.length]).toEqual([[[installer]], 1])
  expect(await install('nsis', installer, sha512)).toEqual({ kind: 'failed', why: 'Windows 没有打开安装程序（The operation was canceled）' })
  vi.advanceTimersByTime(2000)
  expect(ended).toHaveBeenCalledOnce()
})

test('an installer that is gone or changed is not begun', async () => {
  const { installer } = pc({ pkexec: 'exit 0' })
  writeFileSync(installer, 'another installer')
  expect(await install('deb', installer, sha512)).toEqual({ kind: 'failed', why: '安装程序在核对以后又变了' })
  rmSync(installer)
  expect(await install('deb', installer, sha512)).toMatchObject({ kind: 'failed' })
})

test('how it was installed: from its sources nothing is to be replaced; an AppImage is told by its own starter; installed it trusts its own two keys only', () => {
  vi.stubEnv('APPIMAGE', '')
  vi.stubEnv('ZUGONG_UPDATE_KEY', 'another key')
  expect(installed()).toBeUndefined()
  vi.stubEnv('APPIMAGE', '/opt/zugong.AppImage')
  expect(installed()).toMatchObject({ target: { kind: 'AppImage', platform: 'linux', arch: process.arch }, trusted: [{ publicKey: 'another key' }] })
  Reflect.set(app, 'isPackaged', true)
  expect(installed()).toMatchObject({ target: { kind: 'AppImage' }, trusted: trustedKeys })
  vi.stubEnv('APPIMAGE', '')
  expect(installed()).toEqual({ target: { kind: 'deb', platform: 'linux', arch: process.arch }, trusted: trustedKeys })
})
