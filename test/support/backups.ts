import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { App } from '../../main/app/app.ts'
import { FileTokens } from '../../main/files/tokens.ts'
import { person } from '../../shared/domain/person.ts'
import { callerOf, createTestApp } from './app.ts'
import { draftOf } from './sample.ts'

export const job = 'job'
export const zhang = draftOf(person, { name: '张三丰', idNumber: '11010519491231002X', category: 'full' })

/** An office with one person and a folder for its backups on another disk. */
export async function withFolder(options: Parameters<typeof createTestApp>[0] = {}) {
  const t = await createTestApp(options)
  await t.call('records.create', { type: 'person', draft: zhang })
  const stick = join(t.folder, 'U盘')
  mkdirSync(stick)
  await t.call('backup.setFolder', { folder: t.tokens.offer(stick) })
  return { ...t, stick, files: () => readdirSync(stick).toSorted() }
}

/** A PC that has never seen the office. */
export function otherPc(t: Pick<Awaited<ReturnType<typeof createTestApp>>, 'ports' | 'folder'>) {
  const tokens = new FileTokens()
  const app = new App({ ...t.ports, machine: '新电脑' }, tokens, { home: join(t.folder, 'new-home'), cost: 2 ** 10 })
  return { app, tokens, call: callerOf(app) }
}
