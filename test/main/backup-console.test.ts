import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { idMaker } from '../../main/app/ids.ts'
import { runConsole } from '../../main/console/console.ts'
import { password } from '../support/app.ts'

/** One command, as a script would run it. */
async function run(secret: string, ...argv: string[]) {
  const out: string[] = []
  const errors: string[] = []
  const code = await runConsole(argv, {
    ports: {
      clock: { now: () => new Date().toISOString(), today: () => '2026-11-23' },
      newId: idMaker(Date.now),
      printer: { pdf: () => Promise.reject(new Error('no printer')), paper: async () => false },
      machine: '测试机',
      version: '1.0.0',
      push: () => undefined,
      log: { info: () => undefined, error: (_message, cause) => errors.push(String(cause)) },
      checkReplies: true,
    },
    password: async () => secret,
    out: text => out.push(text),
    error: text => errors.push(text),
    cost: 2 ** 10,
  })
  return { code, errors: errors.join('\n'), value: out.length ? JSON.parse(out.join('')) : undefined }
}

test('at the console a backup is made, rehearsed with a password and with the recovery code, and restored to an empty folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zugong-console-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const [office, stick, place] = ['office', 'U盘', '新电脑'].map(name => join(folder, name)) as [string, string, string]
  mkdirSync(stick)
  const made = await run(password, 'create', '--office', office, '--preset', 'college', '--name', '某党委', '--admin', '管理员', '--clerk', '经办人')
  const backup = await run(password, 'backup', '--to', stick, '--office', office, '--user', '经办人')
  expect(backup).toMatchObject({ code: 0, value: { office: '某党委', people: 0, removed: [] } })
  const file = join(stick, backup.value.name)

  expect(await run(password, 'drill', file, '--user', '管理员')).toMatchObject({ code: 0, value: { sound: true, office: '某党委' } })
  expect(await run(made.value.recoveryCode, 'drill', file, '--recovery-code')).toMatchObject({ code: 0, value: { sound: true } })
  expect(await run('Falsch-2026', 'drill', file, '--user', '管理员')).toMatchObject({ code: 2, value: { error: { code: 'session.wrongPassword' } } })
  expect(readdirSync(tmpdir()).filter(name => name.startsWith(`zugong-drill-${process.pid}-`))).toEqual([])

  expect(await run(password, 'restore', file, '--to', place, '--user', '经办人')).toMatchObject({ code: 0, value: { restored: true, aside: null } })
  expect(await run(password, 'call', 'audit.verify', '--office', place, '--user', '经办人')).toMatchObject({ code: 0, value: { ok: true } })

  const bytes = readFileSync(file)
  bytes[bytes.length - 5000] = (bytes.at(-5000) ?? 0) ^ 1
  writeFileSync(file, bytes)
  const spoilt = await run(password, 'restore', file, '--to', join(folder, '第二台'), '--user', '经办人')
  expect(spoilt).toMatchObject({ code: 2, value: { error: { code: 'backup.damaged' } } })
  expect(spoilt.errors).toContain('没有恢复任何内容')
  expect(existsSync(join(folder, '第二台'))).toBe(false)
  expect((await run(password, 'restore', file, '--to', place)).errors).toContain('缺 --user')
})
