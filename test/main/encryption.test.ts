import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3-multiple-ciphers'
import { expect, test } from 'vitest'
import { openDatabase } from '../../main/db/open.ts'
import { person } from '../../shared/domain/person.ts'
import { createTestApp, password } from '../support/app.ts'
import { draftOf } from '../support/sample.ts'
import { decryptSqlCipher4 } from '../support/sqlcipher.ts'

const zhang = draftOf(person, { name: '张三丰收', idNumber: '11010519491231002X', category: 'full' })

test('no file of the office shows a name, an ID number or that it is a database', async () => {
  const { call, office } = await createTestApp()
  await call('records.create', { type: 'person', draft: zhang })
  const everything = () =>
    readdirSync(office, { recursive: true, withFileTypes: true })
      .filter(f => f.isFile())
      .map(f => readFileSync(join(f.parentPath, f.name)))
  for (const bytes of everything())
    for (const plain of ['张三丰收', '11010519491231002X', 'SQLite format 3', 'CREATE TABLE', '经办人']) expect(bytes.includes(plain)).toBe(false)
  await call('lobby.lock', {})
  for (const bytes of everything()) for (const plain of ['张三丰收', '11010519491231002X', 'SQLite format 3']) expect(bytes.includes(plain)).toBe(false)
})

test('another SQLCipher 4 client reads the file with the key, and not with another', async () => {
  const { app, call, office, folder } = await createTestApp({ role: 'admin' })
  const key = Buffer.from((await app.rawKey()).key, 'hex')
  await call('lobby.lock', {})
  const file = readFileSync(join(office, 'office.db'))
  const plain = join(folder, 'plain.db')
  writeFileSync(plain, decryptSqlCipher4(file, key))
  const database = new SQLite(plain, { readonly: true })
  expect(database.prepare('SELECT name FROM user ORDER BY name').pluck().all()).toEqual(['管理员', '经办人'])
  database.close()
  expect(() => decryptSqlCipher4(file, Buffer.alloc(32, 1))).toThrow('page 1')
})

test('a wrong key is refused and leaves the file as it was', async () => {
  const { call, office } = await createTestApp()
  await call('lobby.lock', {})
  const path = join(office, 'office.db')
  const before = readFileSync(path)
  expect(() => openDatabase(path, new Uint8Array(32).fill(9), { create: false })).toThrow(expect.objectContaining({ code: 'office.damaged' }))
  expect(readFileSync(path).equals(before)).toBe(true)
  await call('lobby.unlock', { user: '经办人', password })
})

test('the key is for the system administrator only', async () => {
  const { app } = await createTestApp()
  await expect(app.rawKey()).rejects.toMatchObject({ code: 'session.forbidden' })
})
