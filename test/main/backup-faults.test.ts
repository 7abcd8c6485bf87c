import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { root } from '../../build/root.ts'
import { password } from '../support/app.ts'
import { job, otherPc, withFolder } from '../support/backups.ts'

/** A disk of its own that is full at `size` kilobytes; undefined where this machine lets nobody mount. */
function smallDisk(folder: string, size: number): string | undefined {
  mkdirSync(folder, { recursive: true })
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}k`, 'tmpfs', folder]).status !== 0) return
  onTestFinished(() => void spawnSync('umount', ['-l', folder]))
  return folder
}

const whole = { ok: true }

test('a disk that is full during a backup: told, nothing half written stays, the office goes on', async context => {
  const t = await withFolder()
  const disk = smallDisk(join(t.folder, 'small'), 256)
  if (!disk) return context.skip()
  await t.call('backup.setFolder', { folder: t.tokens.offer(disk) })
  await expect(t.call('backup.run', { job })).rejects.toMatchObject({ code: 'backup.unwritable', facts: { folder: disk, why: '磁盘已满' } })
  expect(readdirSync(disk)).toEqual([])
  expect(await t.call('audit.verify', {})).toMatchObject(whole)
  expect((await t.call('backup.state', {})).failure?.message).toContain('磁盘已满')
})

test('a folder that may only be read: told, with what to do', async context => {
  const t = await withFolder()
  const disk = smallDisk(join(t.folder, 'locked'), 256)
  if (!disk) return context.skip()
  await t.call('backup.setFolder', { folder: t.tokens.offer(disk) })
  spawnSync('mount', ['-o', 'remount,ro', disk])
  await expect(t.call('backup.run', { job })).rejects.toMatchObject({ code: 'backup.unwritable', facts: { why: '没有写入的权限' } })
})

test('a restore onto a disk that is too small leaves the disk as it was', async context => {
  const t = await withFolder()
  const { name } = await t.call('backup.run', { job })
  const disk = smallDisk(join(t.folder, 'small'), 256)
  if (!disk) return context.skip()
  const place = join(disk, '台账')
  const file = t.tokens.offer(join(t.stick, name))
  const asked = { file, folder: t.tokens.offer(place), user: '经办人', secret: password, job }
  await expect(t.call('lobby.restore', asked)).rejects.toMatchObject({ code: 'restore.unwritable', facts: { why: '磁盘已满' } })
  expect(readdirSync(disk)).toEqual([])
})

test('a stick that is pulled in the middle: told; what lay on it and the office are whole', async () => {
  const t = await withFolder()
  const first = await t.call('backup.run', { job })
  const away = join(t.folder, '拔下')
  const pull = (push: { event: string; job?: { detail: string | null } }) => {
    if (push.event !== 'job' || push.job?.detail !== '写出备份' || !existsSync(t.stick)) return
    renameSync(t.stick, away)
  }
  t.listeners.add(pull)
  await expect(t.call('backup.run', { job: 'second' })).rejects.toMatchObject({ code: 'backup.unwritable', facts: { folder: t.stick } })
  t.listeners.delete(pull)
  renameSync(away, t.stick)
  expect(await t.call('backup.prove', { name: first.name, job })).toMatchObject({ name: first.name })
  await t.call('backup.run', { job: 'third' })
  expect(t.files().filter(name => name.endsWith('.part'))).toEqual([])
  expect(await t.call('audit.verify', {})).toMatchObject(whole)
})

test('a backup that is cancelled leaves nothing behind', async () => {
  const t = await withFolder()
  const cancel = (push: { event: string; job?: { detail: string | null } }) => {
    if (push.event === 'job' && push.job?.detail === '读回备份') void t.call('jobs.cancel', { id: job })
  }
  t.listeners.add(cancel)
  await expect(t.call('backup.run', { job })).rejects.toMatchObject({ code: 'job.cancelled' })
  expect(t.files()).toEqual([])
  expect(readdirSync(t.office)).not.toContain('office.proof')
})

test('a damaged page of the office is told by the next backup, and takes the place of no good one', async () => {
  const t = await withFolder()
  const good = await t.call('backup.run', { job })
  await t.call('lobby.lock', {})
  const path = join(t.office, 'office.db')
  const bytes = readFileSync(path)
  for (const share of [0, 0.001, 0.1, 0.35, 0.5, 0.8, 0.9999]) {
    const spoilt = Buffer.from(bytes)
    const at = Math.floor(bytes.length * share)
    spoilt[at] = (spoilt[at] ?? 0) ^ 0x20
    writeFileSync(path, spoilt)
    const told = async () => {
      await t.call('lobby.unlock', { user: '经办人', password })
      await t.call('backup.run', { job })
    }
    await expect(told(), `byte ${at} of ${bytes.length}`).rejects.toMatchObject({ code: 'office.damaged' })
    await t.call('lobby.lock', {})
    expect(t.files()).toEqual([good.name])
    for (const end of ['-wal', '-shm']) rmSync(path + end, { force: true })
  }
  expect(await t.call('lobby.drill', { file: t.tokens.offer(join(t.stick, good.name)), user: '经办人', secret: password, job })).toMatchObject({ people: 1 })
})

test('a backup that is killed at any moment leaves the office and the backups before it whole', { timeout: 120_000 }, async () => {
  const t = await withFolder()
  await t.call('backup.run', { job })
  await t.call('lobby.lock', {})
  const part = () => t.files().some(name => name.endsWith('.part'))
  const moments = [() => part(), () => existsSync(join(t.office, 'office.proof')), () => existsSync(join(t.office, 'office.proof/office.db'))]
  let killed = 0
  for (const reached of moments) {
    const argv = [join(root, 'build/console.ts'), 'backup', '--to', t.stick, '--office', t.office, '--user', '经办人']
    const child = spawn(process.execPath, argv, { env: { ...process.env, ZUGONG_PASSWORD: password }, stdio: 'ignore' })
    const ended = new Promise(resolve => child.once('close', resolve))
    while (child.exitCode === null && child.signalCode === null) {
      if (reached()) child.kill('SIGKILL')
      await Promise.race([ended, pause(1)])
    }
    await ended
    killed += Number(child.signalCode === 'SIGKILL')
    const pc = otherPc(t)
    const named = t.files().filter(name => name.endsWith('.zgb'))
    // The one before, or the one that took its place: never none.
    expect(named.length).toBeGreaterThan(0)
    for (const name of named) await pc.call('lobby.drill', { file: pc.tokens.offer(join(t.stick, name)), user: '经办人', secret: password, job })
    await pc.app.close()
    await t.call('lobby.unlock', { user: '经办人', password })
    expect(await t.call('audit.verify', {})).toMatchObject(whole)
    expect(await t.call('records.list', { type: 'person', limit: 1 })).toMatchObject({ total: 1 })
    await t.call('lobby.lock', {})
  }
  expect(killed).toBeGreaterThan(1)
  await t.call('lobby.unlock', { user: '经办人', password })
  await t.call('backup.run', { job })
  expect(t.files().filter(name => name.endsWith('.part'))).toEqual([])
  expect(readdirSync(t.office)).not.toContain('office.proof')
})
