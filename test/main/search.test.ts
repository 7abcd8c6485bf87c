import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeDemo } from '../../build/demo/make.ts'
import { portsAt, users } from '../../build/demo/office.ts'
import { Random } from '../../build/demo/random.ts'
import { App } from '../../main/app/app.ts'
import { FileTokens } from '../../main/files/tokens.ts'
import { callerOf, createTestApp } from '../support/app.ts'
import { draftOf } from '../support/sample.ts'
import { activity } from '../../shared/domain/activity.ts'
import { person } from '../../shared/domain/person.ts'
import { readingOf } from '../../main/records/derived.ts'

const today = '2026-11-23'
const password = 'Linjiang-2026'

async function demoCollege() {
  const folder = mkdtempSync(join(tmpdir(), 'zugong-search-'))
  await makeDemo({ scale: 'college', years: 1, seed: '1', folder, password, today, cost: 2 ** 10 })
  const tokens = new FileTokens()
  const app = new App(portsAt({ now: () => `${today}T02:00:00.000Z`, today: () => today }), tokens, { cost: 2 ** 10 })
  onTestFinished(async () => {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const call = callerOf(app)
  await call('lobby.open', { folder: tokens.offer(folder) })
  await call('lobby.unlock', { user: users.clerk, password })
  return call
}

/** How good a match is, from 1 for the whole name on; undefined for none. */
function rank(p: { name: string; idNumber: string; place: string }, text: string): number | undefined {
  const { pinyin, initials } = readingOf(p.name, true)
  const id = p.idNumber.toLowerCase()
  const ways = [
    p.name === text,
    p.name.startsWith(text),
    initials === text,
    pinyin === text,
    initials.startsWith(text),
    pinyin.startsWith(text),
    p.name.includes(text),
    text.length >= 4 && id.endsWith(text),
    text.length >= 2 && initials.includes(text),
    text.length >= 3 && pinyin.includes(text),
    text.length >= 6 && id.includes(text),
    text.length >= 2 && p.place.includes(text),
  ]
  const found = ways.indexOf(true)
  return found < 0 ? undefined : found
}

test('of all people who match, the search gives those who match best, by name, 拼音, initials, ID number tail or branch', async () => {
  const call = await demoCollege()
  const people = await Promise.all(
    (await call('records.ids', { type: 'person' })).map(async id => {
      const { record, titles } = await call('records.get', { type: 'person', id })
      return {
        id,
        name: String(record['name']),
        idNumber: String((await call('records.reveal', { type: 'person', id, field: 'idNumber' })).value),
        place: `${titles[String(record['organizationId'])] ?? ''}${record['partyPost'] ?? ''}`,
      }
    }),
  )
  const random = new Random('search')
  const texts = random.some(people, 60).flatMap(p => {
    const { pinyin, initials } = readingOf(p.name, true)
    return [
      p.name,
      p.name.slice(0, 1),
      p.name.slice(1),
      pinyin,
      pinyin.slice(1, 4),
      initials,
      initials.slice(0, 2),
      initials.slice(1),
      p.idNumber.slice(-4).toLowerCase(),
      p.idNumber.slice(6, 14),
      p.place.slice(0, 4),
    ]
  })
  for (const text of texts) {
    const ranks = new Map(people.flatMap(p => [[p.id, rank(p, text)] as const].filter(([, r]) => r !== undefined)))
    const best = [...ranks.values()].map(Number).sort((a, b) => a - b)
    const hits = (await call('search.all', { text, limit: 50 })).filter(hit => hit.kind === 'person')
    const found = hits.map(hit => ranks.get(hit.id))
    expect(found, text).toEqual(best.slice(0, found.length))
    if (hits.length < 40) expect(found.length, text).toBe(best.length)
  }
})

test('whoever was renamed, moved or voided is found as he or she is now', async () => {
  const { call } = await createTestApp()
  const draft = draftOf(person, { name: '贾建军', idNumber: '11010519491231002X', category: 'full' })
  const { id, version } = person.stored.parse(await call('records.create', { type: 'person', draft }))
  expect(await call('search.all', { text: 'jjj' })).toMatchObject([{ id }])
  await call('records.update', { type: 'person', id, version, draft: { ...draft, name: '郝思远' } })
  expect(await call('search.all', { text: 'jjj' })).toEqual([])
  expect(await call('search.all', { text: '思远' })).toMatchObject([{ id, title: '郝思远' }])
  await call('records.void', { type: 'person', id, version: version + 1, reason: '登记错了' })
  expect(await call('search.all', { text: '思远' })).toEqual([])
})

test('activities are found by a part of their name, the newest first, as soon as they are entered', async () => {
  const { call } = await createTestApp()
  const enter = (name: string, startsOn: string) =>
    call('records.create', { type: 'activity', draft: draftOf(activity, { name, startsOn, endsOn: startsOn, hours: 2, kind: 'lecture', counts: true }) })
  await enter('春季形势报告会', '2026-03-05')
  await enter('春季形势报告会', '2025-03-06')
  expect((await call('search.all', { text: '形势报告' })).map(hit => hit.detail)).toEqual(['2026-03-05', '2025-03-06'])
  await enter('秋季形势报告会', '2026-09-10')
  expect((await call('search.all', { text: '形势 报告' })).map(hit => hit.detail)).toEqual(['2026-09-10', '2026-03-05', '2025-03-06'])
  expect((await call('search.all', { text: '形势', limit: 1 })).map(hit => hit.title)).toEqual(['秋季形势报告会'])
})
