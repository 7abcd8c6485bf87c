import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, onTestFinished, test } from 'vitest'
import { root } from '../../build/root.ts'
import { Engine } from '../../main/engine/client.ts'

const unpacked = join(root, 'release/linux-unpacked')
const archive = join(unpacked, 'resources/app.asar')

test('the package holds the program, one database binary, and nothing else; and the program in it works', async () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'build/package.ts'), '--dir', '--stand-in', '--x64'], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(status, stdout + stderr).toBe(0)

  const files = listPackage(archive, { isPack: false }).map(file => file.replaceAll('\\', '/'))
  for (const file of [
    '/package.json',
    '/dist/main/main.cjs',
    '/dist/main/engine.cjs',
    '/dist/main/preload.cjs',
    '/dist/renderer/index.html',
    '/dist/renderer/print.html',
  ])
    expect(files).toContain(file)
  expect(files.filter(file => /\.(ts|tsx|map)$|chromium-host|playwright|electron-updater/.test(file))).toEqual([])
  expect(new Set(files.flatMap(file => /^\/node_modules\/([^/]+)/.exec(file)?.[1] ?? []))).toEqual(new Set(['better-sqlite3-multiple-ciphers']))
  const outside = readdirSync(`${archive}.unpacked`, { recursive: true, withFileTypes: true }).filter(file => file.isFile())
  expect(outside.map(file => file.name)).toEqual(['linux-x64.node'])

  const fuses = await getCurrentFuseWire(join(unpacked, 'zugong'))
  expect(fuses).toMatchObject({
    [FuseV1Options.RunAsNode]: FuseState.DISABLE,
    [FuseV1Options.EnableCookieEncryption]: FuseState.ENABLE,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FuseState.DISABLE,
    [FuseV1Options.EnableNodeCliInspectArguments]: FuseState.DISABLE,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FuseState.ENABLE,
    [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: FuseState.DISABLE,
  })

  const folder = mkdtempSync(join(tmpdir(), 'zugong-package-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  extractAll(archive, join(folder, 'app'))
  mkdirSync(join(folder, 'user-data'))
  const engine = new Engine(join(folder, 'app/dist/main/engine.cjs'), {
    facts: { machine: '科室电脑', version: '1.0.0', userData: join(folder, 'user-data'), checkReplies: true },
    push: () => undefined,
    print: async () => ({ kind: 'cancelled' }),
    install: async () => ({ kind: 'failed', why: '测试里没有安装程序' }),
    log: { info: () => undefined, error: () => undefined },
  })
  onTestFinished(() => engine.close())
  const input = {
    preset: 'college',
    name: '临江工业职业学院党委',
    admin: { name: '管理员', password: 'Linjiang-2026-guan' },
    clerk: { name: '周敏', password: 'Linjiang-2026-min' },
  }
  expect(await engine.call('lobby.create', { folder: await engine.offerPath(join(folder, 'office')), ...input })).toMatchObject({ ok: true })
  expect(await engine.call('session.current', {})).toMatchObject({ ok: true, value: { user: '周敏' } })
})
