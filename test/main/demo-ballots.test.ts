import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDemo } from '../../build/demo/make.ts'
import { portsAt, users } from '../../build/demo/office.ts'
import { App } from '../../main/app/app.ts'
import { FileTokens } from '../../main/files/tokens.ts'
import type { BallotKindName } from '../../shared/domain/ballot-words.ts'
import { callerOf } from '../support/app.ts'

const today = '2026-11-23'
const clock = { now: () => `${today}T02:00:00.000Z`, today: () => today }
const password = 'Linjiang-2026'
const cost = 2 ** 10
const folder = mkdtempSync(join(tmpdir(), 'zugong-demo-ballots-'))
const tokens = new FileTokens()
const app = new App({ ...portsAt(clock), checkReplies: true }, tokens, { cost })
const call = callerOf(app)

beforeAll(async () => {
  await makeDemo({ scale: 'college', years: 3, seed: '1', folder, password, today, cost })
  await call('lobby.open', { folder: tokens.offer(folder) })
  await call('lobby.unlock', { user: users.clerk, password })
}, 120_000)
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

const listed = async (kind?: BallotKindName) =>
  (await Promise.all([2024, 2025, 2026].map(year => call('ballot.list', { year, ...(kind && { kind }), offset: 0, limit: 500 })))).flatMap(({ rows }) => rows)

test('every past year has its 民主评议 in all twelve branches, counted and decided; this year’s is under way', async () => {
  for (const year of [2024, 2025]) {
    const [round] = await call('ballot.rounds', { year })
    expect(round).toMatchObject({
      name: `${year}年度民主评议党员`,
      kind: 'memberAppraisal',
      ballots: 12,
      byState: { planned: 0, counting: 0, closed: 0, decided: 12 },
    })
  }
  const [round] = await call('ballot.rounds', { year: 2026 })
  for (const state of ['planned', 'counting', 'closed', 'decided'] as const) expect(round?.byState[state], state).toBeGreaterThan(0)
})

test('优秀 stays within a third of the full members, and who was judged 基本合格 has what was done about it', async () => {
  const past = (await listed('memberAppraisal')).filter(ballot => ballot.state === 'decided')
  const below: { ballotId: string; personId: string | null; year: number }[] = []
  for (const { id } of past) {
    const { rows, cap, ballot } = await call('ballot.get', { ballotId: id })
    const given = rows.flatMap(({ line, decision }) => (decision ? [{ line, grade: decision.grade }] : []))
    expect(given.filter(({ grade }) => grade === 'excellent').length).toBeLessThanOrEqual(cap?.most ?? 0)
    for (const { line, grade } of given)
      if (grade === 'basic' || grade === 'unqualified') below.push({ ballotId: id, personId: line.personId, year: Number(ballot['year']) })
  }
  expect(below.length).toBeGreaterThan(5)
  const { rows } = await call('records.list', { type: 'appraisalFollowUp', limit: 200 })
  for (const { ballotId, personId } of below.filter(({ year }) => year < 2026))
    expect(rows.some(row => row['ballotId'] === ballotId && row['personId'] === personId)).toBe(true)
})

test('every kind that an office of this size holds is there: 量化考核 paper by paper, 推荐, 测评, 票决 and an election with a name written by hand', async () => {
  const kinds = new Map<string, number>()
  for (const { kind } of await listed()) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  for (const kind of ['performance', 'meetingRecommendation', 'cadreAssessment', 'admissionVote', 'election']) expect(kinds.get(kind), kind).toBeGreaterThan(0)
  const elections = await Promise.all((await listed('election')).map(({ id }) => call('ballot.get', { ballotId: id })))
  expect(elections.some(({ rows, tallies }) => rows.some(({ line }) => line.written && tallies.some(t => t.row === line.number && t.votes > 0)))).toBe(true)
  const [scored] = await listed('performance')
  const { groups, items, counts } = await call('ballot.get', { ballotId: scored?.id ?? '' })
  expect(Object.fromEntries(groups.map(({ code, weight }) => [code, weight]))).toEqual({ leaders: 20, cadres: 20, members: 30, students: 30 })
  expect(items.reduce((sum, { points }) => sum + (points ?? 0), 0)).toBe(100)
  expect(counts[0]?.way).toBe('papers')
})

test('all its counts agree: opened again for a correction, each is closed as it stands', async () => {
  const closed = (await listed()).filter(({ state }) => state === 'closed' || state === 'decided')
  expect(closed.length).toBeGreaterThan(50)
  for (const { id, name } of closed) {
    const before = await call('ballot.result', { ballotId: id })
    const opened = await call('ballot.correct', { ballotId: id, reason: '核对' })
    await call('ballot.close', { ...opened, closedOn: today })
    expect((await call('ballot.result', { ballotId: id })).rows, name).toEqual(before.rows)
  }
  expect(await call('audit.verify', {})).toMatchObject({ ok: true })
}, 120_000)
