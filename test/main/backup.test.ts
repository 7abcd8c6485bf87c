import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { App } from '../../main/app/app.ts'
import { FileTokens } from '../../main/files/tokens.ts'
import { callerOf, createTestApp, password } from '../support/app.ts'
import { job, otherPc, withFolder, zhang } from '../support/backups.ts'
import { idOf } from '../support/workbook.ts'

const lisi = { ...zhang, name: '李四', idNumber: idOf('1988-03-07', 1) }

test('a backup made on one PC opens on an empty one, with the same people and an audit that says where it came from', async () => {
  const t = await withFolder()
  const made = await t.call('backup.run', { job })
  expect(made).toMatchObject({ people: 1, office: '临江工业职业学院党委', machine: '测试机', removed: [] })
  expect(t.files()).toEqual([made.name])
  const pc = otherPc(t)
  const file = pc.tokens.offer(join(t.stick, made.name))
  expect(await pc.call('lobby.lookIntoBackup', { file })).toMatchObject({ people: 1, office: '临江工业职业学院党委' })
  const place = join(t.folder, '新电脑', '台账')
  const restored = await pc.call('lobby.restore', { file, folder: pc.tokens.offer(place), user: '经办人', secret: password, job })
  expect(restored).toMatchObject({ folder: place, aside: null, status: { state: 'locked', office: { folder: place } } })
  expect(readdirSync(place).toSorted()).toEqual(['keys.copy.json', 'keys.json', 'office.db'])
  await pc.call('lobby.unlock', { user: '经办人', password })
  expect(await pc.call('records.list', { type: 'person', limit: 10 })).toMatchObject({ total: 1 })
  // The restoring and the signing in.
  expect(await pc.call('audit.verify', {})).toMatchObject({ ok: true, lines: made.auditLines + 2 })
  await pc.app.close()
})

test('what is written while a backup is being made is kept in the office, and the backup is whole without it or with it', async () => {
  const t = await withFolder()
  const running = t.call('backup.run', { job })
  await t.call('records.create', { type: 'person', draft: lisi })
  const made = await running
  expect(await t.call('records.list', { type: 'person', limit: 10 })).toMatchObject({ total: 2 })
  expect([1, 2]).toContain(made.people)
  expect(await t.call('backup.prove', { name: made.name, job })).toMatchObject({ people: made.people })
})

test('a copy is proved while another is being made, and one that is broken off leaves the other alone', async () => {
  const t = await withFolder()
  const { name } = await t.call('backup.run', { job })
  const file = t.tokens.offer(join(t.stick, name))
  const drill = (called: string) => t.call('lobby.drill', { file, user: '经办人', secret: password, job: called })
  const brokenOff = drill('broken off')
  const [made, rehearsed] = [t.call('backup.run', { job: 'second' }), drill('rehearsed')]
  await t.call('lobby.cancelJob', { job: 'broken off' })
  await expect(brokenOff).rejects.toMatchObject({ code: 'job.cancelled' })
  expect(await rehearsed).toMatchObject({ name })
  expect(await made).toMatchObject({ people: 1 })
})

test('the recovery code of the office opens its backup; a wrong password or code restores nothing', async () => {
  const t = await createTestApp()
  const place = join(t.folder, 'own')
  const two = { admin: { name: '管理员', password }, clerk: { name: '经办人', password } }
  const { recoveryCode } = await t.call('lobby.create', { folder: t.tokens.offer(place), preset: 'college', name: '某党委', ...two })
  await t.call('backup.setFolder', { folder: t.tokens.offer(t.folder) })
  const { name } = await t.call('backup.run', { job })
  const pc = otherPc(t)
  const file = pc.tokens.offer(join(t.folder, name))
  const into = (to: string) => ({ file, folder: pc.tokens.offer(join(t.folder, to)), job })
  await expect(pc.call('lobby.restore', { ...into('a'), user: '经办人', secret: 'nothing' })).rejects.toMatchObject({ code: 'session.wrongPassword' })
  await expect(pc.call('lobby.restore', { ...into('a'), user: null, secret: 'ABCDE' })).rejects.toMatchObject({ code: 'session.wrongCode' })
  expect(readdirSync(t.folder)).not.toContain('a')
  expect(await pc.call('lobby.drill', { file, user: null, secret: recoveryCode, job })).toMatchObject({ office: '某党委' })
  await pc.call('lobby.restore', { ...into('b'), user: null, secret: recoveryCode.toLowerCase() })
  expect(await pc.call('lobby.unlock', { user: '管理员', password })).toMatchObject({ office: '某党委' })
  await pc.app.close()
})

test('restoring over an office keeps it whole under a name with the date; a folder with other files is refused', async () => {
  const t = await withFolder()
  const { name } = await t.call('backup.run', { job })
  await t.call('records.create', { type: 'person', draft: lisi })
  const file = t.tokens.offer(join(t.stick, name))
  const opener = { file, user: '经办人', secret: password, job }
  const { aside } = await t.call('lobby.restore', { ...opener, folder: t.tokens.offer(t.office) })
  await t.call('lobby.unlock', { user: '经办人', password })
  expect(await t.call('records.list', { type: 'person', limit: 10 })).toMatchObject({ total: 1 })
  if (aside === null) throw new Error('the former office is gone')
  await t.call('lobby.open', { folder: t.tokens.offer(aside) })
  await t.call('lobby.unlock', { user: '经办人', password })
  expect(await t.call('records.list', { type: 'person', limit: 10 })).toMatchObject({ total: 2 })
  const other = join(t.folder, '照片')
  await t.call('lobby.lock', {})
  const pc = otherPc(t)
  await pc.call('lobby.restore', { ...opener, file: pc.tokens.offer(join(t.stick, name)), folder: pc.tokens.offer(other) })
  await pc.app.close()
  rmSync(join(other, 'office.db'))
  for (const keys of ['keys.json', 'keys.copy.json']) rmSync(join(other, keys))
  writeFileSync(join(other, '合影.jpg'), '')
  await expect(t.call('lobby.restore', { ...opener, folder: t.tokens.offer(other) })).rejects.toMatchObject({ code: 'restore.occupied' })
  expect(readdirSync(other)).toContain('合影.jpg')
})

test('an office that is open in another program is not restored over', async () => {
  const t = await withFolder()
  const { name } = await t.call('backup.run', { job })
  const pc = otherPc(t)
  const asked = { file: pc.tokens.offer(join(t.stick, name)), folder: pc.tokens.offer(t.office), user: '经办人', secret: password, job }
  await expect(pc.call('lobby.restore', asked)).rejects.toMatchObject({ code: 'office.inUse' })
  expect(await t.call('records.list', { type: 'person', limit: 10 })).toMatchObject({ total: 1 })
  await pc.app.close()
})

test('the newest of each day, week and month stay, by the office’s own numbers; what is removed is in the audit', async () => {
  const dates = ['2026-08-31', '2026-10-05', '2026-11-02', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23']
  let today = dates[0] ?? ''
  const t = await withFolder({ now: () => `${today}T02:00:00.000Z` })
  const number = { startsOn: '2026-01-01', clause: null, basis: 'local', remark: null } as const
  for (const [key, value] of [
    ['backup.daily', 2],
    ['backup.weekly', 2],
    ['backup.monthly', 2],
  ] as const)
    await t.call('records.create', { type: 'parameter', draft: { key, value, ...number } })
  const removed: string[] = []
  for (const date of dates) {
    today = date
    removed.push(...(await t.call('backup.run', { job })).removed)
  }
  const days = t.files().map(name => /-(\d{8})-/.exec(name)?.[1])
  // Two days, two weeks (the one before: 11-22) and two months (the one before: 10-05).
  expect(days).toEqual(['20261005', '20261122', '20261123'])
  expect(removed).toHaveLength(4)
  const state = await t.call('backup.state', {})
  expect(state).toMatchObject({ keep: { daily: 2, weekly: 2, monthly: 2 }, days: 0, failure: null, away: null })
  expect(state.backups.map(b => b.wrong)).toEqual([null, null, null])
})

test('every day a backup is made by itself while someone is in, and not twice', async () => {
  const t = await withFolder()
  await t.call('lobby.lock', {})
  const tokens = new FileTokens()
  const app = new App(t.ports, tokens, { home: null, cost: 2 ** 10, dailyEvery: 20 })
  const call = callerOf(app)
  await call('lobby.open', { folder: tokens.offer(t.office) })
  await call('lobby.unlock', { user: '经办人', password })
  for (let i = 0; i < 300 && t.files().every(name => !name.endsWith('.zgb')); i++) await pause(50)
  await pause(600)
  expect(t.files()).toHaveLength(1)
  expect(await call('backup.state', {})).toMatchObject({ days: 0, last: { folder: t.stick } })
  await app.close()
})

test('while the folder is away the office says since when there is no backup, and why', async () => {
  let today = '2026-11-18'
  const t = await withFolder({ now: () => `${today}T02:00:00.000Z` })
  await t.call('backup.run', { job })
  today = '2026-11-23'
  renameSync(t.stick, join(t.folder, '拔下'))
  await expect(t.call('backup.run', { job })).rejects.toMatchObject({ code: 'backup.unwritable', facts: { folder: t.stick, why: '文件夹不在了' } })
  const state = await t.call('backup.state', {})
  expect(state).toMatchObject({ days: 5, warnDays: 3, away: '文件夹不在了', backups: [], last: { at: '2026-11-18T02:00:00.000Z' } })
  expect(state.failure?.message).toContain('台账和以前的备份完好')
})

test('the folder of the office is no place for its backups', async () => {
  const t = await createTestApp()
  await expect(t.call('backup.setFolder', { folder: t.tokens.offer(t.office) })).rejects.toMatchObject({ code: 'input.invalid' })
  await expect(t.call('backup.run', { job })).rejects.toMatchObject({ code: 'backup.noFolder' })
})
