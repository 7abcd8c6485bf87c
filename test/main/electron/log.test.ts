import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createLog } from '../../../main/electron/log.ts'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'zugong-log-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

test('a line has its time and level, an error its stack', () => {
  const logs = folder()
  const log = createLog(logs, () => new Date('2026-11-23T01:02:03Z'))
  log.info('started')
  log.error('call failed', new Error('boom'))
  const text = readFileSync(join(logs, 'zugong.log'), 'utf8')
  expect(text).toMatch(/^2026-11-23T01:02:03\.000Z info started\n2026-11-23T01:02:03\.000Z error call failed\nError: boom\n {4}at /)
})

test('the log keeps five files of a megabyte and no more', () => {
  const logs = folder()
  const log = createLog(logs)
  for (let i = 0; i < 70; i++) log.info(`${i} ${'x'.repeat(100_000)}`)
  expect(readdirSync(logs).toSorted()).toEqual(['zugong.1.log', 'zugong.2.log', 'zugong.3.log', 'zugong.4.log', 'zugong.log'])
  for (const file of readdirSync(logs)) expect(statSync(join(logs, file)).size).toBeLessThan(1_200_000)
  expect(readFileSync(join(logs, 'zugong.log'), 'utf8')).toContain(' 69 x')
})
