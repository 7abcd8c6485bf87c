import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeDemo } from '../../build/demo/make.ts'
import { portsAt, users } from '../../build/demo/office.ts'
import { countyPlan } from '../../build/demo/county.ts'
import { App } from '../../main/app/app.ts'
import { FileTokens } from '../../main/files/tokens.ts'
import { Lobby } from '../../main/lobby/lobby.ts'
import { registerNames, records } from '../../shared/domain/index.ts'
import { person, personFaults } from '../../shared/domain/person.ts'
import type { RecordType } from '../../shared/records/record.ts'
import { callerOf } from '../support/app.ts'
import { wholeRecord } from '../support/whole.ts'

const today = '2026-11-23'
const clock = { now: () => `${today}T02:00:00.000Z`, today: () => today }
const password = 'Linjiang-2026'
const cost = 2 ** 10

async function demoOffice(seed: string, years = 2) {
  const folder = mkdtempSync(join(tmpdir(), 'zugong-demo-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const made = await makeDemo({ scale: 'college', years, seed, folder, password, today, cost })
  return { folder, made }
}

async function openApp(folder: string) {
  const tokens = new FileTokens()
  const app = new App({ ...portsAt(clock), checkReplies: true }, tokens, { cost })
  onTestFinished(() => app.close())
  const call = callerOf(app)
  await call('lobby.open', { folder: tokens.offer(folder) })
  await call('lobby.unlock', { user: users.clerk, password })
  return call
}

/** All that is known of an office, with names and ID numbers in place of ids. */
async function contentOf(folder: string): Promise<unknown> {
  const lobby = new Lobby(portsAt(clock), { home: null, cost })
  lobby.choose(folder)
  const { office, release } = await lobby.unlock({ user: users.clerk, password })
  const rows = (sql: string) => office.connections.reader.prepare(sql).raw().all()
  const content = [
    rows(
      'SELECT o.name, o.kind, u.name, o.foundedOn, o.electedOn, o.termYears, o.createdAt FROM organization o LEFT JOIN organization u ON u.id = o.parentId ORDER BY o.name, u.name',
    ),
    rows(
      `SELECT ${Object.keys(person.fields)
        .filter(f => f !== 'organizationId')
        .map(f => `p.${f}`)
        .join(', ')}, o.name, p.version, p.createdAt, p.updatedAt FROM person p LEFT JOIN organization o ON o.id = p.organizationId ORDER BY p.idNumber`,
    ),
    rows(
      'SELECT p.idNumber, t.movedOn, f.name, o.name, t.reason FROM transfer t JOIN person p ON p.id = t.personId JOIN organization f ON f.id = t.fromId JOIN organization o ON o.id = t.toId ORDER BY 1, 2',
    ),
    rows('SELECT p.idNumber, a.post, a.startsOn, a.endsOn, a.document FROM appointment a JOIN person p ON p.id = a.personId ORDER BY 1, 3'),
    rows('SELECT p.idNumber, e.reason, e.startsOn, e.endsOn FROM exemption e JOIN person p ON p.id = e.personId ORDER BY 1, 3'),
    rows(
      'SELECT a.name, a.startsOn, a.endsOn, a.hours, a.counts, o.name, p.idNumber, l.state, l.hours FROM attendance l JOIN activity a ON a.id = l.activityId JOIN person p ON p.id = l.personId LEFT JOIN organization o ON o.id = a.organizationId ORDER BY 2, 1, 6, 7',
    ),
    rows('SELECT t.tally, p.idNumber, t.year, t.amount FROM tally t LEFT JOIN person p ON p.id = t.subjectId ORDER BY 1, 2, 3, 4'),
    ...registerNames.map(name =>
      rows(
        `SELECT ${Object.entries(records[name].fields)
          .filter(([, field]) => field.target === undefined)
          .map(([key]) => `"${key}"`)
          .join(', ')}, version, createdAt, updatedAt FROM ${name} ORDER BY createdAt`,
      ),
    ),
    rows('SELECT key, value, startsOn FROM parameter ORDER BY 1, 3'),
    rows('SELECT at, actor, action, recordType FROM audit ORDER BY seq').filter(line => Array.isArray(line) && line[2] === 'demo.fill'),
  ]
  await office.close()
  release()
  return content
}

test('the same seed fills an office with the same people, activities and attendance, and another seed with others', async () => {
  const first = await contentOf((await demoOffice('1')).folder)
  expect(await contentOf((await demoOffice('1')).folder)).toEqual(first)
  expect(await contentOf((await demoOffice('2')).folder)).not.toEqual(first)
}, 60_000)

test('the college of the demo has 386 members in 12 branches: some 达标, some 临期, some 未达标, 49 exempt, and a history that shows', async () => {
  const call = await openApp((await demoOffice('1', 3)).folder)
  const { total, organizations } = await call('quota.board', { quota: 'study-hours', year: 2026 })
  expect({ members: total.members, exempt: total.exempt, branches: organizations.length }).toEqual({ members: 386, exempt: 49, branches: 12 })
  for (const count of [total.met, total.near, total.short]) expect(count).toBeGreaterThan(10)
  expect(await call('quota.years', { quota: 'study-hours' })).toEqual([2026, 2025, 2024])
  for (const type of ['transfer', 'appointment', 'exemption'] as const) expect((await call('records.list', { type })).total).toBeGreaterThan(0)
  expect(await call('audit.verify', {})).toMatchObject({ ok: true, why: null })
})

test('nobody in the demo breaks a check of the roster, and nothing is dated after today', async () => {
  const call = await openApp((await demoOffice('3')).folder)
  for (const id of await call('records.ids', { type: 'person' })) {
    const record = await wholeRecord(call, 'person', id)
    expect(personFaults(person.stored.parse(record))).toEqual([])
    expect(person.draft.safeParse(draft(record)).success).toBe(true)
    for (const key of ['joinedOn', 'fullMemberOn', 'mobilityOn', 'createdAt']) expect(String(record[key] ?? '') < '2026-11-24').toBe(true)
  }
})

test('what the registers of the demo hold would pass their forms, and is not dated after today', async () => {
  const call = await openApp((await demoOffice('1')).folder)
  for (const name of registerNames.filter(n => n !== 'studyNote')) {
    const type: RecordType = records[name]
    const ids = await call('records.ids', { type: name })
    expect(ids.length, type.label).toBeGreaterThan(0)
    for (const id of ids.filter((_, i) => i % 7 === 0)) {
      const record = await wholeRecord(call, name, id)
      expect(type.draft.safeParse(draft(record, type)).success).toBe(true)
      for (const [key, field] of Object.entries(type.fields))
        if (field.kind === 'date' && !['dueOn', 'rectifyBy', 'endsOn', 'recheckOn', 'probationUntil', 'until'].includes(key))
          expect(String(record[key] ?? '') < today).toBe(true)
    }
  }
  expect(await call('audit.verify', {})).toMatchObject({ ok: true, why: null })
})

test('the county of the demo has 39 committees, 42 general branches and 744 branches for 20,135 members, 10,150 of them in villages', () => {
  const { bodies } = countyPlan('1')
  const count = (kind: string) => bodies.filter(body => body.kind === kind).length
  const people = (of: typeof bodies) => of.reduce((sum, body) => sum + body.members + body.exempt, 0)
  expect([count('committee'), count('generalBranch'), count('branch')]).toEqual([39, 42, 744])
  expect([people(bodies), people(bodies.filter(body => body.sort === 'village'))]).toEqual([20_135, 10_150])
  expect(new Set(bodies.map(body => `${body.name}/${body.upper}`)).size).toBe(825)
})

test('a demo does not touch an office that is already there', async () => {
  const { folder } = await demoOffice('1', 1)
  await expect(makeDemo({ scale: 'college', years: 1, seed: '1', folder, password, today, cost })).rejects.toThrow('里已有一处台账')
})

const draft = (record: Record<string, unknown>, type: RecordType = records.person) =>
  Object.fromEntries(Object.keys(type.fields).map(key => [key, record[key]]))
