import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type TestContext, test } from 'vitest'
import type { Push } from '../../shared/api/bridge.ts'
import { person } from '../../shared/domain/person.ts'
import { AppError, messageOf } from '../../shared/errors.ts'
import { createTestApp, password } from '../support/app.ts'
import { job, withFolder } from '../support/backups.ts'
import { smallDisk } from '../support/disk.ts'
import { idNumberOf, smallOffice } from '../support/office.ts'
import { draftOf } from '../support/sample.ts'

const pageSize = 4096
const clerk = { user: '经办人', password }

/** What became of something, in a word: `done`, or the code of the refusal. */
const outcomeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (cause: unknown) => (cause instanceof AppError ? cause.code : String(cause)),
  )

test('one flipped byte anywhere in the data file is told at the latest by the next backup, and the file is left as it is', { timeout: 60_000 }, async () => {
  const { call, office } = await withFolder()
  await call('lobby.lock', {})
  const path = join(office, 'office.db')
  const whole = readFileSync(path)
  const places = Array.from({ length: 6 }, (_, i) => Math.floor((i / 6) * whole.length) + ((i * 397) % pageSize)).filter(at => at < whole.length)
  for (const [i, at] of [0, 100, ...places, whole.length - 1].entries()) {
    const spoilt = Buffer.from(whole)
    spoilt[at] = (spoilt[at] ?? 0) ^ (1 << (i % 8))
    writeFileSync(path, spoilt)
    const entered = await outcomeOf(call('lobby.unlock', clerk))
    const told = entered === 'done' ? await outcomeOf(call('backup.run', { job })) : entered
    expect(told, `byte ${at}`).toBe('office.damaged')
    await call('lobby.lock', {})
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
  }
  writeFileSync(path, whole)
  await call('lobby.unlock', clerk)
  expect(await call('audit.verify', {})).toMatchObject({ ok: true })
})

test('a file damaged in the middle of the work: what is read from there is told, never an unforeseen error; put right, all is there', async () => {
  const { call, office, failures } = await smallOffice()
  const path = join(office, 'office.db')
  await call('lobby.lock', {})
  await call('lobby.unlock', clerk)
  const whole = readFileSync(path)
  const spoilt = Buffer.from(whole)
  for (let at = 40 * pageSize + 9; at < whole.length; at += pageSize) spoilt[at] = (spoilt[at] ?? 0) ^ 1
  writeFileSync(path, spoilt)
  const outcomes = [
    await outcomeOf(call('policies.coverage', {})),
    await outcomeOf(call('audit.verify', {})),
    await outcomeOf(call('records.create', { type: 'person', draft: draftOf(person, { name: '李四', idNumber: idNumberOf(7), category: 'full' }) })),
  ]
  expect(outcomes).toContain('office.damaged')
  for (const outcome of outcomes) expect(['done', 'office.damaged']).toContain(outcome)
  expect(failures).toEqual([])
  expect(messageOf({ code: 'office.damaged', facts: { what: '数据文件' } })).toMatch(/已损坏.*从备份恢复/)
  await call('lobby.lock', {})
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
  writeFileSync(path, whole)
  await call('lobby.unlock', clerk)
  expect(await call('audit.verify', {})).toMatchObject({ ok: true })
})

/** An office with ten people on a small disk of its own, open; skipped where nobody may mount one. */
async function onSmallDisk({ skip }: TestContext) {
  const disk = smallDisk(8)
  if (!disk) return skip('no disk can be mounted here')
  const t = await createTestApp()
  await t.call('lobby.lock', {})
  const office = join(disk.folder, 'office')
  cpSync(t.office, office, { recursive: true })
  await t.call('lobby.open', { folder: t.tokens.offer(office) })
  await t.call('lobby.unlock', clerk)
  let people = 0
  const add = () =>
    t.call('records.create', { type: 'person', draft: draftOf(person, { name: `党员${people}`, idNumber: idNumberOf(people++), category: 'full' }) })
  const total = async () => (await t.call('records.list', { type: 'person', limit: 1 })).total
  for (let n = 0; n < 10; n++) await add()
  return { ...t, office, disk, add, total }
}

test('a disk that fills up refuses the write and says so; what was written is kept, and with room again work goes on', async context => {
  const { call, disk, add, total, failures } = await onSmallDisk(context)
  disk.fill(0)
  let written = 10
  let refusal = 'done'
  for (let n = 0; n < 400 && refusal === 'done'; n++) {
    refusal = await outcomeOf(add())
    if (refusal === 'done') written += 1
  }
  expect(refusal).toBe('database.full')
  expect(messageOf({ code: 'database.full', facts: {} })).toMatch(/磁盘已满，没有写入。/)
  expect(await total()).toBe(written)
  // The new password is not in force, the old one is.
  expect(await outcomeOf(call('session.changePassword', { current: password, next: 'Linjiang-2027' }))).toBe('database.full')
  disk.free()
  await add()
  await call('lobby.lock', {})
  await call('lobby.unlock', clerk)
  expect(await total()).toBe(written + 1)
  expect(await call('audit.verify', {})).toMatchObject({ ok: true })
  expect(failures).toEqual([])
})

test('a disk that is write-protected is told at the entry, and nothing is lost', async context => {
  const { call, disk, add, total, failures } = await onSmallDisk(context)
  await call('lobby.lock', {})
  expect(disk.protect(true)).toBe(true)
  expect(await outcomeOf(call('lobby.unlock', clerk))).toBe('database.readOnly')
  expect(messageOf({ code: 'database.readOnly', facts: {} })).toMatch(/不可写，没有写入。请检查/)
  expect(disk.protect(false)).toBe(true)
  await call('lobby.unlock', clerk)
  await add()
  expect(await total()).toBe(11)
  expect(await call('audit.verify', {})).toMatchObject({ ok: true })
  expect(failures).toEqual([])
})

test('with the clock set back the audit keeps its order, and the wait after wrong passwords begins anew instead of ending', async () => {
  let now = '2026-11-23T08:00:00.000Z'
  const { call } = await createTestApp({ now: () => now })
  const create = (n: number) => call('records.create', { type: 'person', draft: draftOf(person, { name: '张三', idNumber: idNumberOf(n), category: 'full' }) })
  const { id, version } = await create(1)
  now = '2020-01-01T00:00:00.000Z'
  await call('records.void', { type: 'person', id: String(id), version: Number(version), reason: '登记重复' })
  const history = await call('records.history', { type: 'person', id: String(id) })
  expect(history.map(line => line.at)).toEqual(['2020-01-01T00:00:00.000Z', '2026-11-23T08:00:00.000Z'])
  expect(await call('audit.verify', {})).toMatchObject({ ok: true })
  await call('lobby.lock', {})
  for (let n = 0; n < 4; n++) await outcomeOf(call('lobby.unlock', { user: '经办人', password: `wrong-${n}` }))
  const { waitSeconds } = await call('lobby.status', {})
  expect(waitSeconds).toBeGreaterThan(0)
  now = '2019-01-01T00:00:00.000Z'
  expect(await outcomeOf(call('lobby.unlock', clerk))).toBe('session.wait')
})

test('a disk that is full while the database gets another key: told, the former key goes on, and with room again it is changed', async context => {
  const { call, app, office, disk, add, total, listeners, folder, tokens, failures } = await onSmallDisk(context)
  await call('backup.setFolder', { folder: tokens.offer(folder) })
  await call('lobby.unlock', { user: '管理员', password })
  const { key } = await app.rawKey()
  const fill = (push: Push) => push.event === 'job' && push.job.detail === '另写一份' && disk.fill(1 << 16)
  listeners.add(fill)
  expect(await outcomeOf(call('keys.change', { job, newCode: false }))).toBe('database.full')
  listeners.delete(fill)
  expect((await app.rawKey()).key).toBe(key)
  expect(readdirSync(office).filter(name => name.includes('rekey'))).toEqual([])
  disk.free()
  await call('lobby.unlock', clerk)
  await add()
  await call('lobby.unlock', { user: '管理员', password })
  await call('keys.change', { job, newCode: false })
  expect((await app.rawKey()).key).not.toBe(key)
  await call('lobby.unlock', clerk)
  expect(await total()).toBe(11)
  expect(await call('audit.verify', {})).toMatchObject({ ok: true })
  expect(failures).toEqual([])
})
