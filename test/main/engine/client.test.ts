import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { root } from '../../../build/root.ts'
import { Engine, type EngineHost } from '../../../main/engine/client.ts'
import type { Push } from '../../../shared/api/bridge.ts'
import { createTestApp } from '../../support/app.ts'

const pushes: Push[] = []
const logged: string[] = []
afterEach(() => {
  pushes.length = 0
  logged.length = 0
})

function start(file: string, userData = mkdtempSync(join(tmpdir(), 'zugong-engine-'))): Engine {
  const host: EngineHost = {
    facts: { machine: '科室电脑', version: '1.0.0', userData, checkReplies: true },
    push: push => pushes.push(push),
    print: async () => ({ kind: 'failed', why: '测试里没有打印机' }),
    fetchUpdate: async () => ({ kind: 'none' }),
    install: async () => ({ kind: 'failed', why: '测试里没有安装程序' }),
    log: { info: message => logged.push(message), error: message => logged.push(message) },
  }
  const engine = new Engine(join(root, file), host)
  onTestFinished(async () => {
    await engine.close()
    rmSync(userData, { recursive: true, force: true })
  })
  return engine
}
const mortal = 'test/fixtures/mortal-engine.mjs'

test('the application answers from its own thread', async () => {
  const engine = start('main/engine/worker.ts')
  expect(await engine.call('lobby.status', {})).toMatchObject({ ok: true, value: { state: 'none', version: '1.0.0', office: null } })
  expect(await engine.call('records.list', { type: 'person' })).toMatchObject({ ok: false, error: { code: 'session.locked' } })
  expect(await engine.call('no.such', {})).toMatchObject({ ok: false, error: { code: 'internal' } })
})

test('the lobby is answered before the whole application is read, and no differently from afterwards', async () => {
  const { folder, office, call } = await createTestApp()
  await call('lobby.lock', {})
  const engine = start('main/engine/worker.ts', join(folder, 'home'))
  const first = await engine.call('lobby.status', {})
  expect(first).toMatchObject({ ok: true, value: { state: 'locked', office: { name: '临江工业职业学院党委', folder: office }, waitSeconds: 0 } })
  expect(await engine.call('lobby.unlock', { user: '经办人', password: 'Wrong-2026-no' })).toMatchObject({
    ok: false,
    error: { code: 'session.wrongPassword' },
  })
  expect(await engine.call('lobby.status', {})).toEqual(first)
})

test('a path that was chosen gets a token, and only a token that was given has a path', async () => {
  const engine = start('main/engine/worker.ts')
  const token = await engine.offerPath('/tmp/花名册.xlsx')
  expect(token).not.toContain('花名册')
  expect(await engine.pathOf(token)).toBe('/tmp/花名册.xlsx')
  expect(await engine.pathOf('made-up')).toBeUndefined()
})

test.each(['die', 'throw'])('when the thread comes to an end by %s, whoever waits hears an incident, the window locks, and work goes on', async way => {
  const engine = start(mortal)
  expect(await engine.call('count', {})).toEqual({ ok: true, value: 1 })
  const waiting = engine.call('wait', {})
  const fatal = engine.call(way, {})
  for (const reply of await Promise.all([waiting, fatal]))
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal', facts: { incident: expect.stringMatching(/^[0-9A-F]{8}$/) } } })
  const [push] = pushes
  if (push?.event !== 'session') throw new Error('no push')
  expect(push).toEqual({ event: 'session', state: 'locked', incident: expect.stringMatching(/^[0-9A-F]{8}$/) })
  expect(logged).toEqual([`engine crashed, incident ${push.incident}`])
  // A new thread, counting from the start.
  expect(await engine.call('count', {})).toEqual({ ok: true, value: 1 })
})

test('a thread that can not start is an incident for each call, not a loop', async () => {
  const engine = start('test/fixtures/no-such-engine.mjs')
  expect(await engine.call('count', {})).toMatchObject({ ok: false, error: { code: 'internal' } })
  expect(await engine.call('count', {})).toMatchObject({ ok: false, error: { code: 'internal' } })
  expect(logged).toHaveLength(2)
})
