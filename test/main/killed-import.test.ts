import { spawn } from 'node:child_process'
import { cpSync, rmSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { root } from '../../build/root.ts'
import { App } from '../../main/app/app.ts'
import { openDatabase } from '../../main/db/open.ts'
import { tableWorkbook } from '../../main/files/table-workbook.ts'
import { FileTokens } from '../../main/files/tokens.ts'
import { organization } from '../../shared/domain/organization.ts'
import { callerOf, createTestApp, password } from '../support/app.ts'
import { draftOf } from '../support/sample.ts'
import { idOf } from '../support/workbook.ts'

const rows = 20_000
/** Of these rounds the first runs to its end, to learn how long it takes and how far the log grows. */
const rounds = 6

/** A closed office with one branch, and a roster of 20,000 for it. */
async function prepared() {
  const t = await createTestApp()
  await t.call('records.create', { type: 'organization', draft: draftOf(organization, { name: '机关第一党支部', kind: 'branch' }) })
  await t.call('lobby.lock', {})
  const columns = ['姓名', '公民身份号码', '所在党支部', '人员类别'].map(heading => ({ heading, width: 20 }))
  const born = (i: number) => `19${60 + Math.floor(i / 1000) * 2}-03-07`
  const people = Array.from({ length: rows }, (_, i) => [`党员${i}`, idOf(born(i), i % 1000), '机关第一党支部', '正式党员'])
  const roster = join(t.folder, '花名册.xlsx')
  await writeFile(roster, await tableWorkbook({ name: '花名册', columns, rows: people }))
  return { ...t, roster }
}

const logSize = (office: string) => statSync(join(office, 'office.db-wal'), { throwIfNoEntry: false })?.size ?? 0

interface Ended {
  readonly killed: boolean
  /** What the console had answered by then. */
  readonly answer: string
  readonly ms: number
  /** The farthest the log was seen to grow. */
  readonly log: number
}

/** The console's import as a process of its own, killed without warning once `moment` has come. */
async function importUntil(office: string, roster: string, moment: (ms: number, log: number) => boolean): Promise<Ended> {
  const argv = [join(root, 'build/console.ts'), 'import', 'people', roster, '--office', office, '--user', '经办人']
  const child = spawn(process.execPath, argv, { env: { ...process.env, ZUGONG_PASSWORD: password }, stdio: ['ignore', 'pipe', 'inherit'] })
  const begun = performance.now()
  let [answer, log] = ['', 0]
  child.stdout.on('data', text => (answer += String(text)))
  const end = new Promise<NodeJS.Signals | null>(resolve => child.once('close', (_code, signal) => resolve(signal)))
  while (child.exitCode === null && child.signalCode === null) {
    log = Math.max(log, logSize(office))
    if (moment(performance.now() - begun, log)) child.kill('SIGKILL')
    await Promise.race([end, pause(5)])
  }
  return { killed: (await end) === 'SIGKILL', answer, ms: performance.now() - begun, log }
}

test('an import of 20,000 rows that is killed at any moment leaves all of them or none, and a sound office', { timeout: 240_000 }, async () => {
  const { ports, folder, office, roster } = await prepared()

  /** What is found by whoever opens the office next. */
  const found = async (copy: string) => {
    const tokens = new FileTokens()
    const app = new App(ports, tokens, { home: null, cost: 2 ** 10 })
    const call = callerOf(app)
    await call('lobby.open', { folder: tokens.offer(copy) })
    await call('lobby.unlock', { user: '经办人', password })
    const { total } = await call('records.list', { type: 'person', limit: 1 })
    const { ok, lines } = await call('audit.verify', {})
    await call('lobby.unlock', { user: '管理员', password })
    const { key } = await app.rawKey()
    await app.close()
    const file = openDatabase(join(copy, 'office.db'), Buffer.from(key, 'hex'), { create: false })
    const integrity = file.writer.pragma('integrity_check', { simple: true })
    await file.close()
    return { total, ok, lines, integrity }
  }

  const before = await found(office)
  expect(before).toMatchObject({ total: 0, ok: true, integrity: 'ok' })
  let whole: Ended | undefined
  let killed = 0
  for (let round = 0; round < rounds; round++) {
    const copy = join(folder, `round-${round}`)
    cpSync(office, copy, { recursive: true })
    const chance = Math.random()
    const { ms, log } = whole ?? { ms: 0, log: 0 }
    // While it reads and checks; then while the transaction goes into the log, where half of it could be left.
    const moment = round === 0 ? () => false : round < 3 ? (at: number) => at > ms * chance : (_: number, size: number) => size > log * Math.max(0.02, chance)
    const ended = await importUntil(copy, roster, moment)
    whole ??= ended
    killed += Number(ended.killed)
    const state = await found(copy)
    const about = `round ${round}, chance ${chance}, ${Math.round(ended.ms)} ms, log ${ended.log} of ${whole.log}`
    expect(state, about).toMatchObject({ ok: true, integrity: 'ok' })
    expect([0, rows], about).toContain(state.total)
    // Each person has a line of the audit, and so has the import; signing in has others.
    expect(state.lines - before.lines >= rows, about).toBe(state.total === rows)
    if (ended.answer)
      expect({ answer: JSON.parse(ended.answer), total: state.total }, about).toMatchObject({ answer: { written: true, created: rows }, total: rows })
    if (round === 0) expect(state.total).toBe(rows)
    rmSync(copy, { recursive: true, force: true })
  }
  expect(killed).toBeGreaterThan(2)
})
