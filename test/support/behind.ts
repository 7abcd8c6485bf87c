import { join } from 'node:path'
import { openDatabase } from '../../main/db/open.ts'
import { type createTestApp, password } from './app.ts'

type TestApp = Pick<Awaited<ReturnType<typeof createTestApp>>, 'app' | 'call' | 'office'>

/** Runs SQL on the office's file behind the program's back, as someone who holds the key can. Afterwards the office is locked. */
export async function behind({ app, call, office }: TestApp, sql: string): Promise<readonly Record<string, unknown>[]> {
  await call('lobby.unlock', { user: '管理员', password })
  const { key } = await app.rawKey()
  await call('lobby.lock', {})
  const file = openDatabase(join(office, 'office.db'), Buffer.from(key, 'hex'), { create: false })
  try {
    const statement = file.writer.prepare(sql)
    if (statement.reader) return statement.all() as Record<string, unknown>[]
    statement.run()
    return []
  } finally {
    await file.close()
  }
}
