import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../main/db/open.ts'
import { person } from '../../shared/domain/person.ts'
import { createTestApp, password } from '../support/app.ts'
import { draftOf } from '../support/sample.ts'

const zhang = draftOf(person, { name: '张三丰', idNumber: '11010519491231002X', category: 'full' })

/** An office whose file is altered behind the program's back, by someone who holds the key. */
async function tampered(sql: readonly string[]) {
  const { app, call, office } = await createTestApp({ role: 'admin' })
  const { key } = await app.rawKey()
  await call('lobby.lock', {})
  await call('lobby.unlock', { user: '经办人', password })
  await call('records.create', { type: 'person', draft: zhang })
  await call('lobby.lock', {})
  const file = openDatabase(join(office, 'office.db'), Buffer.from(key, 'hex'), { create: false })
  for (const statement of ['DROP TRIGGER audit_is_append_only', 'DROP TRIGGER audit_is_kept', ...sql]) file.writer.exec(statement)
  await file.close()
  await call('lobby.unlock', { user: '经办人', password })
  return call('audit.verify', {})
}

test('the audit cannot be rewritten through SQL', async () => {
  const { app, call, office } = await createTestApp({ role: 'admin' })
  const { key } = await app.rawKey()
  await call('lobby.lock', {})
  const file = openDatabase(join(office, 'office.db'), Buffer.from(key, 'hex'), { create: false })
  expect(() => file.writer.exec("UPDATE audit SET actor = '别人'")).toThrow('append-only')
  expect(() => file.writer.exec('DELETE FROM audit')).toThrow('append-only')
  await file.close()
})

test('an untouched audit proves itself', async () => {
  expect(await tampered([])).toMatchObject({ ok: true, brokenAt: null })
})

test('an altered line is found, with its number', async () => {
  expect(await tampered(["UPDATE audit SET actor = '别人' WHERE seq = 5"])).toMatchObject({ ok: false, brokenAt: 5, why: '第 5 行被改动过' })
})

test('a missing line is found', async () => {
  expect(await tampered(['DELETE FROM audit WHERE seq = 5'])).toMatchObject({ ok: false, brokenAt: 5 })
})
