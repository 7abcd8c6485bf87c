import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { App } from '../../main/app/app.ts'
import { keyFits } from '../../main/db/fits.ts'
import { FileTokens } from '../../main/files/tokens.ts'
import { keyFileText, parseKeyFile } from '../../main/lobby/key-file.ts'
import { newPair } from '../../main/lobby/sealed.ts'
import { callerOf, createTestApp, password } from '../support/app.ts'
import { job, otherPc, withFolder } from '../support/backups.ts'

const admin = { user: '管理员', password }
const clerk = { user: '经办人', password }
const initial = 'Initial-2026!'
const from = join(import.meta.dirname, '../fixtures/office-2026-11')

type Office = Awaited<ReturnType<typeof withFolder>>
const fits = (t: Pick<Office, 'office'>, key: string) => keyFits(join(t.office, 'office.db'), Buffer.from(key, 'hex'))
const slotsOf = (office: string): { now?: object; next?: object }[] => JSON.parse(readFileSync(join(office, 'keys.json'), 'utf8')).slots

test('another key: everyone goes on with his own password, the former key opens nothing, the audit says so', async () => {
  const t = await withFolder()
  await t.call('lobby.unlock', admin)
  const { key: former } = await t.app.rawKey()
  expect(await t.call('keys.state', {})).toMatchObject({ changedAt: null, keeps: ['管理员', '经办人'], loses: [], codeKeeps: true, backupFolder: t.stick })
  const { backup, loses } = await t.call('keys.change', { job, newCode: false })
  expect(loses).toEqual([])
  expect(t.files()).toEqual([backup])
  const { key } = await t.app.rawKey()
  expect(key).not.toBe(former)
  expect([fits(t, former), fits(t, key)]).toEqual([false, true])
  // The session goes on, and so does everybody else's password.
  expect((await t.call('keys.state', {})).changedAt).not.toBe(null)
  await t.call('lobby.unlock', clerk)
  expect(await t.call('records.list', { type: 'person', limit: 10 })).toMatchObject({ total: 1 })
  expect(await t.call('audit.verify', {})).toMatchObject({ ok: true })
  expect(slotsOf(t.office).every(slot => slot.now && !slot.next)).toBe(true)
  expect(readdirSync(t.office).filter(name => name.includes('rekey'))).toEqual([])
})

test('a backup from before is under the former key: it is still proved in the office and opens on another PC with the password of its day', async () => {
  const t = await withFolder()
  await t.call('lobby.unlock', admin)
  const { backup } = await t.call('keys.change', { job, newCode: false })
  expect(await t.call('backup.prove', { name: backup, job })).toMatchObject({ people: 1 })
  const { name } = await t.call('backup.run', { job })
  const pc = otherPc(t)
  for (const file of [backup, name].map(of => pc.tokens.offer(join(t.stick, of))))
    expect(await pc.call('lobby.drill', { file, user: '经办人', secret: password, job })).toMatchObject({ people: 1 })
  await pc.app.close()
})

test('who was disabled before has kept nothing that opens; offered until it is done', async () => {
  const t = await withFolder()
  await t.call('lobby.unlock', admin)
  await t.call('users.create', { name: '王芳', password: initial })
  const { users } = await t.call('users.list', {})
  const [wang] = users.filter(u => u.name === '王芳')
  if (!wang) throw new Error('no user')
  const { key: former } = await t.app.rawKey()
  await t.call('users.disable', { id: wang.id, version: wang.version, reason: '调离' })
  expect((await t.call('keys.state', {})).disabledSince).toEqual(['王芳'])
  await t.call('keys.change', { job, newCode: false })
  expect((await t.call('keys.state', {})).disabledSince).toEqual([])
  expect(fits(t, former)).toBe(false)
})

test('an office of an older program: who has not entered since needs an initial password, and the code is printed anew', async () => {
  const t = await createTestApp({ from, today: '2026-11-24', role: 'admin' })
  await t.call('backup.setFolder', { folder: t.tokens.offer(t.folder) })
  const { keeps, loses, codeKeeps } = await t.call('keys.state', {})
  expect([keeps, loses, codeKeeps]).toEqual([['管理员'], ['经办人'], false])
  await expect(t.call('keys.change', { job, newCode: false })).rejects.toMatchObject({ code: 'keys.noCode' })
  await expect(t.call('keys.change', { job, newCode: true })).rejects.toMatchObject({ code: 'keys.noCode' })
  const { recoveryCode } = await t.call('keys.newCode', {})
  expect(await t.call('keys.change', { job, newCode: true })).toMatchObject({ loses: ['经办人'] })
  await expect(t.call('lobby.unlock', clerk)).rejects.toMatchObject({ code: 'session.wrongPassword' })
  await t.call('lobby.unlock', admin)
  const found = (await t.call('users.list', {})).users.find(u => u.name === '经办人')
  if (!found) throw new Error('no user')
  expect(found.password).toBe('none')
  await t.call('users.resetPassword', { id: found.id, version: found.version, password: initial })
  expect(await t.call('lobby.unlock', { ...clerk, password: initial })).toMatchObject({ mustChangePassword: true })
  const again = 'Recovered-2026!'
  expect(await t.call('lobby.recover', { user: '管理员', code: recoveryCode, newPassword: again })).toMatchObject({ user: '管理员' })
})

/** The folder as it lies. The other thread may take a file away between its being listed and copied: then it is copied again. */
function copied(folder: string, to: string): boolean {
  for (let tries = 0; tries < 20; tries++) {
    try {
      cpSync(folder, to, { recursive: true })
      return true
    } catch (cause) {
      rmSync(to, { recursive: true, force: true })
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause
    }
  }
  return false
}

test('broken off at any moment, the office opens with the same passwords and all that was in it, under one of the two keys', { timeout: 60_000 }, async () => {
  const t = await withFolder()
  await t.call('lobby.unlock', admin)
  const { key: former } = await t.app.rawKey()
  const states: string[] = []
  t.listeners.add(() => {
    const copy = join(t.folder, `state-${states.length}`)
    if (copied(t.office, copy)) states.push(copy)
  })
  await t.call('keys.newCode', {})
  await t.call('keys.change', { job, newCode: true })
  const { key } = await t.app.rawKey()
  expect(states.length).toBeGreaterThan(8)
  // What the swap itself leaves: the new database with both keys in the slots.
  const swapped = join(t.folder, 'state-swapped')
  cpSync(t.office, swapped, { recursive: true })
  const both = states.find(state => slotsOf(state).some(slot => slot.next))
  if (!both) throw new Error('never two keys')
  for (const name of ['keys.json', 'keys.copy.json']) cpSync(join(both, name), join(swapped, name))
  const opened: string[] = []
  for (const state of [...states, swapped]) {
    const tokens = new FileTokens()
    const app = new App(t.ports, tokens, { home: null, cost: 2 ** 10 })
    const call = callerOf(app)
    await call('lobby.open', { folder: tokens.offer(state) })
    for (const who of [clerk, admin]) await call('lobby.unlock', who)
    expect(await call('audit.verify', {})).toMatchObject({ ok: true })
    opened.push((await app.rawKey()).key)
    await call('lobby.unlock', clerk)
    expect(await call('records.list', { type: 'person', limit: 10 })).toMatchObject({ total: 1 })
    await app.close()
    expect(slotsOf(state).filter(slot => slot.next)).toEqual([])
    expect(slotsOf(state)).toHaveLength(3)
    expect(existsSync(join(state, 'office.rekey.db'))).toBe(false)
  }
  expect(new Set(opened)).toEqual(new Set([former, key]))
  expect(opened.at(-1)).toBe(key)
})

test('a backup that is asked for meanwhile waits, and is whole under the new key; what is asked to be written waits too', async () => {
  const t = await withFolder()
  await t.call('lobby.unlock', admin)
  const changing = t.call('keys.change', { job, newCode: false })
  const [created, made] = [t.call('users.create', { name: '王芳', password: initial }), t.call('backup.run', { job: 'beside' })]
  await changing
  await created.catch((cause: unknown) => expect(cause).toMatchObject({ code: 'database.busy' }))
  const { name } = await made
  expect(await t.call('backup.prove', { name, job: 'again' })).toMatchObject({ people: 1 })
  const wang = (await t.call('users.list', {})).users.find(u => u.name === '王芳')
  if (wang) expect(wang.password).toBe('initial')
  expect(await t.call('audit.verify', {})).toMatchObject({ ok: true })
})

test('cancelled in the middle nothing has changed', async () => {
  const t = await withFolder()
  await t.call('lobby.unlock', admin)
  const { key: former } = await t.app.rawKey()
  t.listeners.add(push => {
    if (push.event === 'job' && push.job.detail === '核对每一页') void t.call('jobs.cancel', { id: job })
  })
  await expect(t.call('keys.change', { job, newCode: false })).rejects.toMatchObject({ code: 'job.cancelled' })
  expect((await t.app.rawKey()).key).toBe(former)
  expect((await t.call('keys.state', {})).changedAt).toBe(null)
  expect(slotsOf(t.office).filter(slot => slot.next)).toEqual([])
  await t.call('lobby.unlock', clerk)
})

test('only 系统管理员 changes the key, and without a folder for the backup it is not changed', async () => {
  const t = await createTestApp()
  await expect(t.call('keys.change', { job, newCode: false })).rejects.toMatchObject({ code: 'session.forbidden' })
  await t.call('lobby.unlock', admin)
  await expect(t.call('keys.change', { job, newCode: false })).rejects.toMatchObject({ code: 'backup.noFolder' })
})

test('a pair that somebody without a slot has put in the place of another is given no key', async () => {
  const t = await withFolder()
  await t.call('lobby.unlock', admin)
  const kept = parseKeyFile(readFileSync(join(t.office, 'keys.json'), 'utf8'))
  if (!kept) throw new Error('no keys')
  const slots = kept.slots.map((slot, i) => (i === 1 ? { ...slot, pair: newPair(randomBytes(32), slot.who).pair } : slot))
  for (const name of ['keys.json', 'keys.copy.json']) writeFileSync(join(t.office, name), keyFileText({ ...kept, slots }))
  expect(await t.call('keys.state', {})).toMatchObject({ keeps: ['管理员'], loses: ['经办人'] })
})
