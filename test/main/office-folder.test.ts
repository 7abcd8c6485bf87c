import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { App } from '../../main/app/app.ts'
import { callerOf, createTestApp, password } from '../support/app.ts'

const person = (name: string) => ({ name, password })
const two = { preset: 'college', name: '某党委', admin: person('管理员'), clerk: person('经办人') } as const

test.each(['办公室 的 台账', '100% 党务#1', "l'office"])('an office lives in a folder called %s', async name => {
  const { call, tokens, folder } = await createTestApp()
  const place = join(folder, name, '组工台账')
  await call('lobby.create', { folder: tokens.offer(place), ...two })
  await call('lobby.lock', {})
  await call('lobby.open', { folder: tokens.offer(place) })
  expect(await call('lobby.unlock', { user: '经办人', password })).toMatchObject({ user: '经办人', office: '某党委' })
})

test('an office that is closed has let go of its files: nothing of its making or of its write-ahead log is left', async () => {
  const { call, tokens, folder } = await createTestApp()
  const place = join(folder, 'new')
  await call('lobby.create', { folder: tokens.offer(place), ...two })
  const files = ['keys.copy.json', 'keys.json', 'office.db', 'office.lock']
  expect(readdirSync(place).filter(name => !/^office\.(?:db-(?:wal|shm)|lock-journal)$/.test(name))).toEqual(files)
  await call('lobby.lock', {})
  expect(readdirSync(place)).toEqual(files)
})

test('an office that could not be made leaves nothing behind, and the same folder will do afterwards', async () => {
  const { call, ports, tokens, folder } = await createTestApp()
  const fullDisk = () => {
    throw Object.assign(new Error('disk'), { code: 'SQLITE_FULL' })
  }
  const failing = new App({ ...ports, newId: fullDisk }, tokens, { cost: 2 ** 10 })
  const place = join(folder, 'new')
  await expect(callerOf(failing)('lobby.create', { folder: tokens.offer(place), ...two })).rejects.toMatchObject({ code: 'database.full' })
  await failing.close()
  expect(existsSync(place)).toBe(false)
  await call('lobby.create', { folder: tokens.offer(place), ...two })
  expect(await call('session.current', {})).toMatchObject({ office: '某党委' })
})

test('an office that could not be made takes nothing away from the folder', async () => {
  const { ports, tokens, folder } = await createTestApp()
  const failing = new App(
    {
      ...ports,
      newId: () => {
        throw Object.assign(new Error('disk'), { code: 'SQLITE_FULL' })
      },
    },
    tokens,
    { cost: 2 ** 10 },
  )
  writeFileSync(join(folder, '名单.txt'), '')
  const before = readdirSync(folder)
  await expect(callerOf(failing)('lobby.create', { folder: tokens.offer(folder), ...two })).rejects.toMatchObject({ code: 'database.full' })
  expect(readdirSync(folder)).toEqual(before)
  await failing.close()
})

test('two makings of an office in one folder at once: one makes it, the other is told', async () => {
  const { call, tokens, folder } = await createTestApp()
  const place = tokens.offer(join(folder, 'new'))
  const outcomes = await Promise.allSettled([call('lobby.create', { folder: place, ...two }), call('lobby.create', { folder: place, ...two })])
  expect(outcomes.map(o => o.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(outcomes.find(o => o.status === 'rejected')).toMatchObject({ reason: { code: 'office.exists' } })
  expect(await call('session.current', {})).toMatchObject({ user: '经办人' })
})

test('making an office locks the one that was open', async () => {
  const { call, ports, tokens, folder, office } = await createTestApp()
  await call('lobby.create', { folder: tokens.offer(join(folder, 'new')), ...two })
  const second = new App(ports, tokens, { cost: 2 ** 10 })
  const other = callerOf(second)
  await other('lobby.open', { folder: tokens.offer(office) })
  expect(await other('lobby.unlock', { user: '经办人', password })).toMatchObject({ office: '临江工业职业学院党委' })
  await second.close()
})

test('the first two users are two people, whatever width their names were typed in', async () => {
  const { call, tokens, folder } = await createTestApp()
  const attempt = call('lobby.create', { folder: tokens.offer(join(folder, 'new')), ...two, admin: person('Lee'), clerk: person('Ｌｅｅ') })
  await expect(attempt).rejects.toMatchObject({ code: 'input.invalid', facts: { issues: [{ path: 'clerk.name' }] } })
})

test('a database without its keys is called damaged, not missing, and no office is made over it', async () => {
  const { call, tokens, office } = await createTestApp()
  await call('lobby.lock', {})
  for (const name of ['keys.json', 'keys.copy.json']) rmSync(join(office, name))
  await expect(call('lobby.open', { folder: tokens.offer(office) })).rejects.toMatchObject({ code: 'office.damaged', facts: { what: '钥匙文件' } })
  await expect(call('lobby.create', { folder: tokens.offer(office), ...two })).rejects.toMatchObject({ code: 'office.exists' })
})

test('an emptied database is called damaged and stays as it is', async () => {
  const { call, office } = await createTestApp()
  await call('lobby.lock', {})
  truncateSync(join(office, 'office.db'), 0)
  await expect(call('lobby.unlock', { user: '经办人', password })).rejects.toMatchObject({ code: 'office.damaged', facts: { what: '数据文件' } })
  expect(readFileSync(join(office, 'office.db'))).toHaveLength(0)
})

test('the lock screen opens over an office whose keys are damaged, so that another can be chosen', async () => {
  const { call, tokens, office } = await createTestApp()
  await call('lobby.lock', {})
  for (const name of ['keys.json', 'keys.copy.json']) writeFileSync(join(office, name), '{')
  expect(await call('lobby.status', {})).toMatchObject({ state: 'none', office: null })
  await expect(call('lobby.open', { folder: tokens.offer(office) })).rejects.toMatchObject({ code: 'office.damaged' })
})

test('keys whose database is gone are called a damaged office, and are not written over', async () => {
  const { call, tokens, office } = await createTestApp()
  await call('lobby.lock', {})
  rmSync(join(office, 'office.db'))
  const keys = readFileSync(join(office, 'keys.json'), 'utf8')
  await expect(call('lobby.unlock', { user: '经办人', password })).rejects.toMatchObject({ code: 'office.damaged', facts: { what: '数据文件' } })
  await expect(call('lobby.create', { folder: tokens.offer(office), ...two })).rejects.toMatchObject({ code: 'office.exists' })
  expect(readFileSync(join(office, 'keys.json'), 'utf8')).toBe(keys)
})
