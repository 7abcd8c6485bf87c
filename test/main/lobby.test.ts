import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { App } from '../../main/app/app.ts'
import { waitAfter } from '../../main/lobby/passwords.ts'
import { callerOf, createTestApp, password } from '../support/app.ts'

const person = (name: string) => ({ name, password })

test('an office is created with two users, and the clerk is at work in it', async () => {
  const { call, tokens, folder } = await createTestApp()
  const { recoveryCode } = await call('lobby.create', {
    folder: tokens.offer(join(folder, 'new')),
    preset: 'county',
    name: '青岚县委组织部',
    admin: person('沈国梁'),
    clerk: person('周敏'),
  })
  expect(recoveryCode).toMatch(/^([2-9A-HJ-NP-Z]{5}-){5}[2-9A-HJ-NP-Z]{5}$/)
  expect(await call('session.current', {})).toMatchObject({ user: '周敏', role: 'clerk', office: '青岚县委组织部', preset: 'county' })
})

test('an office is not created over another', async () => {
  const { call, tokens, office } = await createTestApp()
  await expect(
    call('lobby.create', { folder: tokens.offer(office), preset: 'college', name: '另一处', admin: person('甲'), clerk: person('乙') }),
  ).rejects.toMatchObject({ code: 'office.exists' })
})

test.each([
  ['Short-1', '至少 10 位'],
  ['alllowercase', '应含大写、小写、数字、符号中的三种'],
  ['Zhoumin-2026', '不能含有姓名'],
])('the password %s is refused: %s', async (weak, reason) => {
  const { call, tokens, folder } = await createTestApp()
  const attempt = call('lobby.create', {
    folder: tokens.offer(join(folder, 'new')),
    preset: 'college',
    name: '某党委',
    admin: person('管理员'),
    clerk: { name: 'Zhoumin', password: weak },
  })
  await expect(attempt).rejects.toMatchObject({ code: 'password.weak', facts: { reasons: expect.arrayContaining([reason]) } })
})

test('a locked office answers nothing but the lobby', async () => {
  const { call } = await createTestApp()
  await call('lobby.lock', {})
  await expect(call('quota.board', { quota: 'study-hours', year: 2026 })).rejects.toMatchObject({ code: 'session.locked' })
  expect(await call('lobby.status', {})).toMatchObject({ state: 'locked', office: { name: '临江工业职业学院党委' }, users: [] })
})

test('wrong passwords make one wait longer and longer, over a restart and with the clock set back', async () => {
  let now = Date.parse('2026-11-23T02:00:00Z')
  const { app, call, ports, tokens, office } = await createTestApp({ now: () => new Date(now).toISOString() })
  await call('lobby.lock', {})
  const wrong = (caller = call) => caller('lobby.unlock', { user: '经办人', password: 'Wrong-12345' })
  await expect(wrong()).rejects.toMatchObject({ code: 'session.wrongPassword', facts: { waitSeconds: 0 } })
  await expect(wrong()).rejects.toMatchObject({ code: 'session.wrongPassword', facts: { waitSeconds: 0 } })
  await expect(wrong()).rejects.toMatchObject({ code: 'session.wrongPassword', facts: { waitSeconds: 12, failures: 3 } })
  await app.close()
  const again = new App(ports, tokens, { home: null, cost: 2 ** 10 })
  const restarted = callerOf(again)
  await restarted('lobby.open', { folder: tokens.offer(office) })
  await expect(restarted('lobby.unlock', { user: '经办人', password })).rejects.toMatchObject({ code: 'session.wait', facts: { waitSeconds: 12 } })
  now -= 3_600_000
  await expect(restarted('lobby.unlock', { user: '经办人', password })).rejects.toMatchObject({ code: 'session.wait', facts: { waitSeconds: 12 } })
  now += 3_600_000 + 12_000
  await expect(wrong(restarted)).rejects.toMatchObject({ facts: { waitSeconds: 24, failures: 4 } })
  now += 24_000
  expect(await restarted('lobby.unlock', { user: '经办人', password })).toMatchObject({ user: '经办人' })
  await restarted('lobby.lock', {})
  await expect(wrong(restarted)).rejects.toMatchObject({ facts: { waitSeconds: 0, failures: 1 } })
  await again.close()
})

test('the wait doubles from the third failure on and ends at an hour', () => {
  expect([1, 2, 3, 4, 5, 20].map(waitAfter)).toEqual([0, 0, 12, 24, 48, 3600])
})

test('an unknown user gets the same answer as a wrong password', async () => {
  const { call } = await createTestApp()
  await call('lobby.lock', {})
  await expect(call('lobby.unlock', { user: '没有此人', password })).rejects.toMatchObject({ code: 'session.wrongPassword' })
})

test('changing a password rewrites one slot and not the database', async () => {
  const { call, office } = await createTestApp()
  const slots = () => JSON.parse(readFileSync(join(office, 'keys.json'), 'utf8')).slots.map((s: { wrapped: string }) => s.wrapped)
  const before = slots()
  await expect(call('session.changePassword', { current: 'Wrong-12345', next: 'Another-2027' })).rejects.toMatchObject({ code: 'session.wrongPassword' })
  await call('session.changePassword', { current: password, next: 'Another-2027' })
  expect(slots().filter((wrapped: string) => before.includes(wrapped))).toHaveLength(2)
  await call('lobby.lock', {})
  await expect(call('lobby.unlock', { user: '经办人', password })).rejects.toMatchObject({ code: 'session.wrongPassword' })
  expect(await call('lobby.unlock', { user: '经办人', password: 'Another-2027' })).toMatchObject({ user: '经办人' })
  await call('lobby.lock', {})
  expect(await call('lobby.unlock', { user: '管理员', password })).toMatchObject({ role: 'admin' })
})

test('the recovery code opens the office, typed in any case and grouping, and gives a new password', async () => {
  const { call, tokens, folder } = await createTestApp()
  const { recoveryCode } = await call('lobby.create', {
    folder: tokens.offer(join(folder, 'new')),
    preset: 'college',
    name: '某党委',
    admin: person('管理员'),
    clerk: person('周敏'),
  })
  await call('lobby.lock', {})
  await expect(call('lobby.recover', { code: 'AAAAA-BBBBB', user: '周敏', newPassword: 'Recovered-2026' })).rejects.toMatchObject({ code: 'session.wrongCode' })
  await call('lobby.recover', { code: recoveryCode.toLowerCase().replaceAll('-', ' '), user: '周敏', newPassword: 'Recovered-2026' })
  await call('lobby.lock', {})
  expect(await call('lobby.unlock', { user: '周敏', password: 'Recovered-2026' })).toMatchObject({ user: '周敏' })
})

test('a damaged key file is read from its copy', async () => {
  const { call, office } = await createTestApp()
  await call('lobby.lock', {})
  writeFileSync(join(office, 'keys.json'), '{"format":1,"slo')
  expect(await call('lobby.unlock', { user: '经办人', password })).toMatchObject({ user: '经办人' })
})

test('a second program on the same office is refused, and the first goes on', async () => {
  const { call, ports, tokens, office } = await createTestApp()
  const second = new App(ports, tokens, { home: null, cost: 2 ** 10 })
  const other = callerOf(second)
  await other('lobby.open', { folder: tokens.offer(office) })
  await expect(other('lobby.unlock', { user: '管理员', password })).rejects.toMatchObject({ code: 'office.inUse' })
  expect(await call('session.current', {})).toMatchObject({ user: '经办人' })
  await call('lobby.lock', {})
  expect(await other('lobby.unlock', { user: '管理员', password })).toMatchObject({ role: 'admin' })
  await second.close()
})

test('after three wrong passwords nobody is signed in twice: unlocking ends the session before it', async () => {
  const { call } = await createTestApp()
  await expect(call('lobby.unlock', { user: '管理员', password: 'Wrong-12345' })).rejects.toMatchObject({ code: 'session.wrongPassword' })
  await expect(call('session.current', {})).rejects.toMatchObject({ code: 'session.locked' })
})

test('the lock screen lists names only where the office has chosen so', async () => {
  const { call } = await createTestApp()
  await call('records.create', {
    type: 'parameter',
    draft: { key: 'security.listUsers', value: 1, startsOn: '2026-01-01', clause: null, basis: 'local', remark: null },
  })
  await call('lobby.lock', {})
  expect((await call('lobby.status', {})).users).toEqual([])
  await call('lobby.unlock', { user: '经办人', password })
  await call('lobby.lock', {})
  expect((await call('lobby.status', {})).users).toEqual([
    { name: '管理员', role: 'admin' },
    { name: '经办人', role: 'clerk' },
  ])
})
