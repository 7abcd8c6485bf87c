import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { keyFileText, parseKeyFile } from '../../main/lobby/key-file.ts'
import { contract, type EndpointName } from '../../shared/api/contract.ts'
import type { Endpoint } from '../../shared/api/endpoint.ts'
import { type Role, roleNames } from '../../shared/domain/roles.ts'
import { createTestApp } from '../support/app.ts'
import { as, enterAs, enterFirst, find, initial, officeOfAll, own } from '../support/roles.ts'
import { behind } from '../support/behind.ts'

test('a new user changes the password told to him before anything else, and has no right until one is granted', async () => {
  const { call } = await createTestApp({ role: 'admin' })
  await call('users.create', { name: '王小明', password: initial })
  expect(await as(call, '王小明', initial)).toMatchObject({ role: 'none', roleLabel: '待授权', mustChangePassword: true })
  await expect(call('memory.get', { key: 'x' })).rejects.toMatchObject({ code: 'session.mustChangePassword' })
  await expect(call('session.changePassword', { current: initial, next: initial })).rejects.toMatchObject({
    code: 'password.weak',
    facts: { reasons: ['不能与当前口令相同'] },
  })
  await call('session.changePassword', { current: initial, next: 'Ziji-2026-ok' })
  expect(await call('session.current', {})).toMatchObject({ mustChangePassword: false })
  await expect(call('records.list', { type: 'person' })).rejects.toMatchObject({ code: 'session.forbidden' })
  await expect(as(call, '王小明', initial)).rejects.toMatchObject({ code: 'session.wrongPassword' })
  expect(await as(call, '王小明', 'Ziji-2026-ok')).toMatchObject({ mustChangePassword: false })
})

test('the one who creates cannot grant, the one who grants cannot create, the one who audits can do neither', async () => {
  const { call } = await officeOfAll()
  const someone = await find(call, '新人')
  await expect(call('users.grant', { ...someone, role: 'clerk', reason: '试试' })).rejects.toMatchObject({ code: 'session.forbidden' })
  for (const role of ['security', 'auditor'] as const) {
    await enterAs(call, role)
    await expect(call('users.create', { name: '甲', password: initial })).rejects.toMatchObject({ code: 'session.forbidden' })
    await expect(call('users.disable', { ...someone, reason: '试试' })).rejects.toMatchObject({ code: 'session.forbidden' })
    await expect(call('users.resetPassword', { ...someone, password: initial })).rejects.toMatchObject({ code: 'session.forbidden' })
  }
  await expect(call('users.grant', { ...someone, role: 'clerk', reason: '试试' })).rejects.toMatchObject({ code: 'session.forbidden' })
  expect((await call('users.list', {})).users).toHaveLength(7)
})

test('system administrator fills the two other offices once each, and never again', async () => {
  const { call } = await createTestApp({ role: 'admin' })
  expect((await call('users.list', {})).first).toEqual(['security', 'auditor'])
  await call('users.create', { name: '审计员', password: initial, first: 'auditor' })
  await expect(call('users.create', { name: '另一人', password: initial, first: 'auditor' })).rejects.toMatchObject({ code: 'users.notFirst' })
  await call('users.create', { name: '保密员', password: initial, first: 'security' })
  await enterFirst(call, '保密员')
  await call('users.grant', { ...(await find(call, '审计员')), role: 'none', reason: '调离' })
  await as(call, '管理员')
  expect((await call('users.list', {})).first).toEqual([])
  await expect(call('users.create', { name: '另一人', password: initial, first: 'auditor' })).rejects.toMatchObject({ code: 'users.notFirst' })
  expect((await call('users.list', {})).users.map(u => u.name)).not.toContain('另一人')
})

test('nobody changes himself, and the last of those who create or grant stays', async () => {
  const { call } = await officeOfAll()
  await expect(call('users.disable', { ...(await find(call, '管理员')), reason: '试试' })).rejects.toMatchObject({ code: 'users.self' })
  await expect(call('users.disable', { ...(await find(call, '保密员')), reason: '试试' })).rejects.toMatchObject({
    code: 'users.last',
    facts: { role: '安全保密管理员' },
  })
  await enterAs(call, 'security')
  await expect(call('users.grant', { ...(await find(call, '保密员')), role: 'admin', reason: '试试' })).rejects.toMatchObject({ code: 'users.self' })
  await expect(call('users.grant', { ...(await find(call, '管理员')), role: 'none', reason: '试试' })).rejects.toMatchObject({ code: 'users.last' })
  await call('users.grant', { ...(await find(call, '新人')), role: 'admin', reason: '接任' })
  await call('users.grant', { ...(await find(call, '管理员')), role: 'none', reason: '交班' })
  expect(await as(call, '管理员')).toMatchObject({ role: 'none' })
})

test('disabling takes the key slot away at once, from both copies; who is enabled again is granted again', async () => {
  const { call, office } = await officeOfAll()
  const slots = (name: string) => JSON.parse(readFileSync(join(office, name), 'utf8')).slots.length
  const before = slots('keys.json')
  await call('users.disable', { ...(await find(call, '李部长')), reason: '退休' })
  expect([slots('keys.json'), slots('keys.copy.json')]).toEqual([before - 1, before - 1])
  expect((await call('users.list', {})).users.find(u => u.name === '李部长')).toMatchObject({ disabled: true, password: 'none' })
  await expect(as(call, '李部长', own('李部长'))).rejects.toMatchObject({ code: 'session.wrongPassword' })
  await as(call, '管理员')
  await call('users.enable', { ...(await find(call, '李部长')), password: initial })
  expect(await as(call, '李部长', initial)).toMatchObject({ role: 'none', mustChangePassword: true })
})

test('a slot put back beside the program does not bring a disabled user back', async () => {
  const { call, office } = await officeOfAll()
  const kept = readFileSync(join(office, 'keys.json'), 'utf8')
  await call('users.disable', { ...(await find(call, '李部长')), reason: '退休' })
  await call('lobby.lock', {})
  for (const name of ['keys.json', 'keys.copy.json']) writeFileSync(join(office, name), kept)
  await expect(as(call, '李部长', own('李部长'))).rejects.toMatchObject({ code: 'session.wrongPassword' })
  await as(call, '管理员')
  expect(JSON.parse(readFileSync(join(office, 'keys.json'), 'utf8')).slots).toHaveLength(JSON.parse(kept).slots.length - 1)
})

test('a reset password opens, the old one does not, and it is to be changed', async () => {
  const { call } = await officeOfAll()
  await call('users.resetPassword', { ...(await find(call, '经办人')), password: initial })
  await expect(as(call, '经办人')).rejects.toMatchObject({ code: 'session.wrongPassword' })
  expect(await as(call, '经办人', initial)).toMatchObject({ role: 'clerk', mustChangePassword: true })
})

test('a told password cannot be made one that need not be changed, and opens only where the audit knows of it', async () => {
  const t = await createTestApp({ role: 'admin' })
  const { call, office } = t
  await call('users.create', { name: '王小明', password: initial })
  await call('lobby.lock', {})
  const whole = readFileSync(join(office, 'keys.json'), 'utf8')
  const content = parseKeyFile(whole)
  if (!content) throw new Error('no key file')
  const spoilt = keyFileText({ ...content, slots: content.slots.map(slot => ({ ...slot, initial: undefined })) })
  for (const name of ['keys.json', 'keys.copy.json']) writeFileSync(join(office, name), spoilt)
  await expect(as(call, '王小明', initial)).rejects.toMatchObject({ code: 'session.wrongPassword' })
  for (const name of ['keys.json', 'keys.copy.json']) writeFileSync(join(office, name), whole)
  await behind(t, `DROP TRIGGER audit_is_kept`)
  await behind(t, `DELETE FROM audit WHERE recordType = 'user' AND "after" LIKE '%slot%'`)
  await expect(as(call, '王小明', initial)).rejects.toMatchObject({ code: 'session.wrongPassword' })
})

test('where the change of a user fails, key file and records are as before', async () => {
  const { call, office } = await createTestApp({ role: 'admin' })
  const before = readFileSync(join(office, 'keys.json'), 'utf8')
  await expect(call('users.create', { name: '经办人', password: initial })).rejects.toMatchObject({ code: 'record.duplicate' })
  await expect(call('users.create', { name: '王小明', password: 'short' })).rejects.toMatchObject({ code: 'password.weak' })
  expect(readFileSync(join(office, 'keys.json'), 'utf8')).toBe(before)
  expect((await call('users.list', {})).users.map(u => u.name)).toEqual(['管理员', '经办人'])
})

test('every change of a user is in the audit with his name, who did it and why', async () => {
  const t = await officeOfAll()
  await t.call('users.disable', { ...(await find(t.call, '读者')), reason: '调出' })
  await t.call('lobby.lock', {})
  const lines = await behind(t, `SELECT actor, action, "after" FROM audit WHERE recordType = 'user' AND action LIKE 'users.%' ORDER BY seq`)
  const said = lines.map(l => ({ actor: l['actor'], action: l['action'], after: JSON.parse(String(l['after'])) }))
  expect(said).toContainEqual({ actor: '保密员', action: 'users.grant', after: { user: '李部长', granted: 'head', reason: '分管' } })
  expect(said).toContainEqual({ actor: '管理员', action: 'users.disable', after: { user: '读者', password: 'removed', reason: '调出' } })
  expect(JSON.stringify(lines)).not.toContain(initial)
})

describe('the role matrix', () => {
  const names = (Object.keys(contract) as EndpointName[]).filter(name => contract[name].kind !== 'lobby' && !name.startsWith('shell.'))

  test('every endpoint lets in whom the contract names, and turns every other role away at the door; 廉政档案 only who was granted them', async () => {
    const { app, call } = await officeOfAll({ granted: ['integrity'] })
    const held = (name: EndpointName, role: Role) => name.startsWith('integrity.') && role !== 'clerk'
    for (const role of roleNames) {
      await enterAs(call, role)
      for (const name of names) {
        const endpoint: Endpoint = contract[name]
        // Nothing here fits any input: who has the right hears so, who has not hears only that.
        const reply = await app.call(name, { 'not an input': true })
        const code = reply.ok ? 'answered' : reply.error.code
        expect(code, `${name} by ${role}`).toBe(endpoint.by.includes(role) && !held(name, role) ? 'input.invalid' : 'session.forbidden')
      }
    }
  })

  test('by kind: administrators see no record, auditors and readers change none, who was granted nothing has only the session', () => {
    for (const name of names) {
      const endpoint: Endpoint = contract[name]
      if (endpoint.by.includes('none'))
        expect(
          roleNames.every(role => endpoint.by.includes(role)),
          name,
        ).toBe(true)
      const changes = endpoint.kind === 'command' && name !== 'memory.put'
      if (changes) for (const role of ['reader', 'auditor', 'none'] as const) expect(endpoint.by, name).not.toContain(role)
      // A backup is as encrypted as the office: whoever makes one sees nothing of it.
      if (endpoint.by.includes('clerk') && !endpoint.by.includes('none') && !name.startsWith('backup.'))
        for (const role of ['admin', 'security', 'auditor'] as const) expect(endpoint.by, name).not.toContain(role)
    }
  })
})
