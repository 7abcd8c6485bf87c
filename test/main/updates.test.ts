import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { createTestApp, password } from '../support/app.ts'
import { job, withFolder } from '../support/backups.ts'
import { publisher } from '../support/updates.ts'

type Answer = Parameters<ReturnType<typeof publisher>['installation']>[0]

/** An office with a folder for backups, 系统管理员 signed in, and a publisher whose updates its program takes. */
async function ready(answer?: Answer) {
  const p = publisher()
  const t = await withFolder({ installation: p.installation(answer) })
  await t.call('lobby.lock', {})
  await t.call('lobby.unlock', { user: '管理员', password })
  const offer = async (path: Promise<string> | string) => ({ file: t.tokens.offer(await path) })
  return { ...t, p, offer }
}
/** Lines of the audit about the program, oldest first, as 安全审计员 reads them. */
async function audited({ call }: Pick<Awaited<ReturnType<typeof ready>>, 'call'>): Promise<string[]> {
  const name = '审计员'
  const { users } = await call('users.list', {})
  if (!users.some(u => u.name === name)) await call('users.create', { name, password: 'Chushi-2026-shen', first: 'auditor' })
  await call('lobby.unlock', { user: name, password: 'Chushi-2026-shen' })
  await call('session.changePassword', { current: 'Chushi-2026-shen', next: 'Shenji-2026-ziji' })
  const { lines } = await call('audit.list', { kind: 'office' })
  return lines
    .filter(line => line.what === '程序')
    .map(line => `${line.did}：${line.detail}`)
    .toReversed()
}

test('an update is looked at, backed up before, handed to the system proved, and stands in the audit', async () => {
  const t = await ready()
  const given = await t.offer(t.p.publish('1.1.0'))
  const facts = await t.call('update.look', given)
  expect(facts).toMatchObject({ version: '1.1.0', kind: 'deb', arch: 'x64', size: 2_500_000, notes: ['修正学时统计'], signedBy: '甲' })
  expect(await t.call('update.state', {})).toMatchObject({ version: '1.0.0', last: null })
  const done = await t.call('update.install', { file: facts.file, job })
  expect(done).toMatchObject({ version: '1.1.0', next: 'restarts' })
  expect(t.files()).toEqual([done.backup])
  expect(t.p.begun).toEqual([t.p.sha512])
  expect(await t.call('update.state', {})).toMatchObject({ last: { from: '1.0.0', to: '1.1.0', failed: null } })
  expect(await audited(t)).toEqual([`更新程序：1.0.0 更新到 1.1.0，已先备份 ${done.backup}，发布密钥甲`])
})

test('the newest fitting package is found in a folder on a share', async () => {
  const t = await ready()
  await t.p.publish('1.1.0')
  await t.p.publish('1.3.0')
  expect(await t.call('update.look', await t.offer(t.p.stick))).toMatchObject({ version: '1.3.0', name: 'zugong-1.3.0-linux-x64-deb.zgu' })
})

test('without a backup nothing begins: no folder chosen, or the stick is out', async () => {
  const p = publisher()
  const t = await createTestApp({ role: 'admin', installation: p.installation() })
  const file = t.tokens.offer(await p.publish('1.1.0'))
  await expect(t.call('update.install', { file, job })).rejects.toMatchObject({ code: 'backup.noFolder' })
  expect(p.begun).toEqual([])
  expect(existsSync(join(p.folder, 'waiting'))).toBe(false)
})

test('what is refused leaves no backup, no installer and no line', async () => {
  const t = await ready()
  const path = await t.p.publish('1.1.0')
  const whole = readFileSync(path)
  writeFileSync(path, whole.subarray(0, whole.length - 1))
  await expect(t.call('update.install', { ...(await t.offer(path)), job })).rejects.toMatchObject({ code: 'update.damaged' })
  const spoilt = Buffer.from(whole)
  spoilt[whole.length - 9] = 0
  writeFileSync(path, spoilt)
  await expect(t.call('update.install', { ...(await t.offer(path)), job })).rejects.toMatchObject({ code: 'update.damaged' })
  await expect(t.call('update.install', { ...(await t.offer(t.p.publish('1.0.0'))), job })).rejects.toMatchObject({ code: 'update.sameVersion' })
  await expect(t.call('update.install', { ...(await t.offer(t.p.publish('0.9.0'))), job })).rejects.toMatchObject({ code: 'update.older' })
  expect([t.files(), t.p.begun, existsSync(join(t.p.folder, 'waiting'))]).toEqual([[], [], false])
  expect(await audited(t)).toEqual([])
})

test('an installer that the system refuses is told with what to do, and the audit has both lines; the backup stays', async () => {
  const t = await ready(() => Promise.reject(new AppError('update.installer', { why: '没有得到系统管理员的许可' })))
  await expect(t.call('update.install', { ...(await t.offer(t.p.publish('1.1.0'))), job })).rejects.toMatchObject({ code: 'update.installer' })
  expect(t.files()).toHaveLength(1)
  expect(existsSync(join(t.p.folder, 'waiting'))).toBe(false)
  expect(await t.call('update.state', {})).toMatchObject({ last: { to: '1.1.0', failed: expect.stringContaining('没有得到系统管理员的许可') } })
  expect((await audited(t)).at(-1)).toContain('没有得到系统管理员的许可')
})

test('cancelling while the package is read or the backup is made leaves the program as it was', async () => {
  const t = await ready()
  const given = await t.offer(t.p.publish('1.1.0'))
  for (const at of [20, 60]) {
    const cancel = (push: (typeof t.pushes)[number]) => {
      if (push.event === 'job' && push.job.state === 'running' && push.job.done >= at) void t.call('jobs.cancel', { id: push.job.id })
    }
    t.listeners.add(cancel)
    await expect(t.call('update.install', { ...given, job })).rejects.toMatchObject({ code: 'job.cancelled' })
    t.listeners.delete(cancel)
    expect([t.p.begun, readdirSync(t.stick).filter(name => name.endsWith('.part')), existsSync(join(t.p.folder, 'waiting'))]).toEqual([[], [], false])
  }
  expect(await t.call('update.install', { ...given, job })).toMatchObject({ version: '1.1.0' })
})

test('a web server of the office is remembered and audited; what comes from it is looked at like a package from a stick, and can be cancelled', async () => {
  let wish: 'newer' | 'nothing' | 'endless' = 'newer'
  const address = 'http://10.1.2.3/zugong'
  const asked: string[] = []
  const p = publisher()
  const t = await withFolder({
    installation: p.installation(undefined, async (from, signal) => {
      asked.push(from)
      if (wish === 'nothing') return undefined
      if (wish === 'newer') return p.publish('1.4.0', { key: p.second })
      return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new AppError('job.cancelled', {}))))
    }),
  })
  await t.call('lobby.lock', {})
  await t.call('lobby.unlock', { user: '管理员', password })
  await expect(t.call('update.fetch', { job })).rejects.toMatchObject({ code: 'update.noServer' })
  for (const wrong of ['10.1.2.3', 'file:///srv/zugong', 'http://name:secret@10.1.2.3/', 'http://10.1.2.3/?x'])
    await expect(t.call('update.setServer', { address: wrong })).rejects.toMatchObject({ code: 'input.invalid' })
  await t.call('update.setServer', { address })
  expect(await t.call('update.state', {})).toMatchObject({ server: address })
  expect(await t.call('update.fetch', { job })).toMatchObject({ version: '1.4.0', signedBy: '乙' })
  wish = 'nothing'
  await expect(t.call('update.fetch', { job })).rejects.toMatchObject({ code: 'update.upToDate', facts: { version: '1.0.0' } })
  wish = 'endless'
  const fetching = t.call('update.fetch', { job })
  setTimeout(() => void t.call('jobs.cancel', { id: job }), 50)
  await expect(fetching).rejects.toMatchObject({ code: 'job.cancelled' })
  expect(new Set(asked)).toEqual(new Set([address]))
  await t.call('update.setServer', { address: null })
  expect(await audited(t)).toEqual([`定更新服务器：${address}`, '定更新服务器：不用'])
})

test('only 系统管理员 updates; a program that runs from its sources says that it cannot', async () => {
  const t = await withFolder()
  const file = t.tokens.offer(t.stick)
  for (const ask of [() => t.call('update.state', {}), () => t.call('update.look', { file }), () => t.call('update.install', { file, job })])
    await expect(ask()).rejects.toMatchObject({ code: 'session.forbidden' })
  await t.call('lobby.unlock', { user: '管理员', password })
  expect(await t.call('update.state', {})).toEqual({ version: '1.0.0', target: null, server: null, last: null })
  await expect(t.call('update.look', { file })).rejects.toMatchObject({ code: 'update.notInstalled' })
})

test('the first time that an office is opened with another program stands in the audit, once', async () => {
  const before = await createTestApp({ role: 'admin' })
  await before.call('lobby.lock', {})
  const after = await createTestApp({ role: 'admin', from: before.office, version: '1.1.0' })
  await after.call('lobby.lock', {})
  await after.call('lobby.unlock', { user: '管理员', password })
  expect(await audited(after)).toEqual(['随程序升级：1.0.0 更新到 1.1.0，首次用新版打开'])
})
