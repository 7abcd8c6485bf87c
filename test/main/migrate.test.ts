import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrate, versionOf } from '../../main/db/migrate.ts'
import { migrations } from '../../main/db/migrations/index.ts'
import { openDatabase } from '../../main/db/open.ts'
import { createTestApp, password } from '../support/app.ts'
import { withDatabase } from '../support/database.ts'

const tables = (writer: { prepare(sql: string): { pluck(): { all(): unknown[] } } }) =>
  writer.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").pluck().all()

test('a failing migration leaves nothing behind', () =>
  withDatabase(async ({ writer }) => {
    const before = tables(writer)
    expect(() => migrate(writer, [...migrations, 'CREATE TABLE half (a) STRICT; CREATE TABLE broken ('])).toThrow()
    expect(tables(writer)).toEqual(before)
    expect(versionOf(writer)).toBe(migrations.length)
  }))

test('running twice changes nothing', () =>
  withDatabase(async ({ writer }) => {
    const before = tables(writer)
    migrate(writer)
    expect(tables(writer)).toEqual(before)
  }))

test('an office written by a newer program is refused and left untouched', async () => {
  const { app, call, office } = await createTestApp({ role: 'admin' })
  const { key } = await app.rawKey()
  await call('lobby.lock', {})
  const path = join(office, 'office.db')
  const newer = openDatabase(path, Buffer.from(key, 'hex'), { create: false })
  newer.writer.pragma(`user_version = ${migrations.length + 1}`)
  await newer.close()
  const before = readFileSync(path)
  await expect(call('lobby.unlock', { user: '经办人', password })).rejects.toMatchObject({ code: 'database.newer' })
  expect(readFileSync(path).equals(before)).toBe(true)
})
