import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { App } from '../../main/app/app.ts'
import { behind } from '../support/behind.ts'
import { draftOf } from '../support/sample.ts'
import { person } from '../../shared/domain/person.ts'
import type { Call } from '../../main/app/caller.ts'
import { callerOf, createTestApp, password } from '../support/app.ts'

const wrong = (call: Call) => call('lobby.unlock', { user: '经办人', password: 'Wrong-12345' })

/** An office at its lock screen, with a clock to turn. */
async function locked() {
  let now = Date.parse('2026-11-23T02:00:00Z')
  const t = await createTestApp({ now: () => new Date(now).toISOString() })
  await t.call('lobby.lock', {})
  return { ...t, turn: (seconds: number) => (now += seconds * 1000) }
}

test('guesses made at the same moment wait like guesses made one after the other', async () => {
  const { call } = await locked()
  const guesses = await Promise.allSettled([1, 2, 3, 4, 5, 6].map(() => wrong(call)))
  const codes = guesses.map(g => (g.status === 'rejected' ? g.reason.code : 'in'))
  expect(codes).toEqual(['session.wrongPassword', 'session.wrongPassword', 'session.wrongPassword', 'session.wait', 'session.wait', 'session.wait'])
})

test('the wait cannot be had away by deleting or spoiling files beside the database', async () => {
  const { call, ports, tokens, office } = await locked()
  for (let i = 0; i < 3; i++) await expect(wrong(call)).rejects.toMatchObject({ code: 'session.wrongPassword' })
  for (const name of readdirSync(office)) if (!/^(office\.db|keys\.copy\.json)/.test(name)) rmSync(join(office, name), { recursive: true })
  writeFileSync(join(office, 'keys.json'), '{')
  const again = new App(ports, tokens, { cost: 2 ** 10 })
  const restarted = callerOf(again)
  await restarted('lobby.open', { folder: tokens.offer(office) })
  await expect(restarted('lobby.unlock', { user: '经办人', password })).rejects.toMatchObject({ code: 'session.wait' })
  await again.close()
})

test('a clock that ran far ahead and was set right costs one wait, not a century', async () => {
  const { call, turn } = await locked()
  const century = 100 * 365 * 86_400
  turn(century)
  for (let i = 0; i < 3; i++) await expect(wrong(call)).rejects.toMatchObject({ code: 'session.wrongPassword' })
  turn(-century)
  expect((await call('lobby.status', {})).waitSeconds).toBe(12)
  await expect(wrong(call)).rejects.toMatchObject({ code: 'session.wait', facts: { waitSeconds: 12 } })
  turn(12)
  expect(await call('lobby.unlock', { user: '经办人', password })).toMatchObject({ user: '经办人' })
})

test.each([
  ['ｊｉｎｇｂａｎ-Ab2026', '不能含有姓名'],
  ['１２３４５６７８90ab', '应含大写、小写、数字、符号中的三种'],
])('%s is judged by what it is, not by the width it was typed in', async (typed, reason) => {
  const { call } = await createTestApp()
  expect(await call('lobby.checkPassword', { user: 'Jingban', password: typed })).toEqual([reason])
})

test('a name pasted with an invisible character or a blank too many is the same name', async () => {
  const { call } = await locked()
  expect(await call('lobby.unlock', { user: ' 经办\u200b人\u3000', password })).toMatchObject({ user: '经办人' })
})

test('the recovery code does not let in someone who was disabled, and says that it is not the code', async () => {
  const { call, tokens, folder, ...t } = await createTestApp()
  const office = join(folder, 'new')
  const two = { admin: { name: '管理员', password }, clerk: { name: '经办人', password } }
  const { recoveryCode } = await call('lobby.create', { folder: tokens.offer(office), preset: 'college', name: '某党委', ...two })
  await behind({ ...t, call, office }, `UPDATE user SET disabled = 1 WHERE name = '经办人'`)
  const recover = (user: string) => call('lobby.recover', { code: recoveryCode, user, newPassword: 'Recovered-2026' })
  await expect(recover('经办人')).rejects.toMatchObject({ code: 'session.noSuchUser', facts: { name: '经办人' } })
  await expect(recover('没有此人')).rejects.toMatchObject({ code: 'session.noSuchUser' })
  await expect(call('lobby.unlock', { user: '经办人', password })).rejects.toMatchObject({ code: 'session.wrongPassword' })
  expect(await recover('管理员')).toMatchObject({ role: 'admin' })
})

test('the audit tells a recovery from a signing in, and how many passwords were tried before it', async () => {
  const { call, tokens, folder, ...t } = await createTestApp()
  const office = join(folder, 'new')
  const two = { admin: { name: '管理员', password }, clerk: { name: '经办人', password } }
  const { recoveryCode } = await call('lobby.create', { folder: tokens.offer(office), preset: 'college', name: '某党委', ...two })
  await call('lobby.lock', {})
  for (let i = 0; i < 2; i++) await expect(wrong(call)).rejects.toMatchObject({ code: 'session.wrongPassword' })
  await call('lobby.recover', { code: recoveryCode, user: '经办人', newPassword: 'Recovered-2026' })
  await call('lobby.lock', {})
  const lines = await behind({ ...t, call, office }, `SELECT action, actor, "after" FROM audit WHERE recordType = 'session' ORDER BY seq`)
  expect(lines.map(line => ({ ...line, after: JSON.parse(String(line['after'])) }))).toMatchObject([
    { action: 'lobby.create', actor: '经办人', after: { signedIn: true } },
    { action: 'lobby.recover', actor: '经办人', after: { signedIn: true, newPassword: true, failedBefore: 2 } },
    { action: 'lobby.unlock', actor: '管理员', after: { signedIn: true } },
    { action: 'console.key', actor: '管理员' },
  ])
})

test('locking waits for an export under way, so that what left the office is in the register', async () => {
  const { call, tokens, folder } = await createTestApp()
  await call('records.create', { type: 'person', draft: draftOf(person, { name: '张三丰', idNumber: '11010519491231002X', category: 'full' }) })
  const exporting = call('records.export', { type: 'person', file: tokens.offer(join(folder, '名单.xlsx')) })
  await Promise.resolve()
  await call('lobby.lock', {})
  expect(await exporting).toEqual({ rows: 1 })
  await call('lobby.unlock', { user: '经办人', password })
  expect(await call('forms.register', {})).toMatchObject({ total: 1, rows: [{ what: '人员清单' }] })
})

test('undo takes back the last change, also one that was still being written when it was asked for', async () => {
  const { call } = await createTestApp()
  const draft = (name: string, idNumber: string) => draftOf(person, { name, idNumber, category: 'full' })
  await call('records.create', { type: 'person', draft: draft('张三丰', '11010519491231002X') })
  await Promise.all([call('records.create', { type: 'person', draft: draft('李四', '110105194912310038') }), call('undo.last', {})])
  expect((await call('records.list', { type: 'person' })).rows.map(r => r['name'])).toEqual(['张三丰'])
})

test('an office nobody works in locks after ten minutes; a call is work, a clock set back is no rest', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance', 'Date'] })
  onTestFinished(() => void vi.useRealTimers())
  const { call } = await createTestApp()
  const state = async () => (await call('lobby.status', {})).state
  vi.advanceTimersByTime(9 * 60_000)
  await call('session.touch', {})
  vi.advanceTimersByTime(9 * 60_000)
  expect(await state()).toBe('open')
  vi.setSystemTime(0)
  vi.advanceTimersByTime(2 * 60_000)
  expect(await state()).toBe('locked')
})
