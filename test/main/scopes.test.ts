import { expect, test } from 'vitest'
import { type RecordName, recordNames, records } from '../../shared/domain/index.ts'
import { isOwned, modulesOf, secretOf } from '../../shared/domain/ownership.ts'
import type { Field } from '../../shared/records/fields.ts'
import type { Topic } from '../../shared/records/topics.ts'
import { createTestApp } from '../support/app.ts'
import { idNumberOf } from '../support/office.ts'
import { answers, poolsOf } from '../support/questions.ts'
import { enterAs, find, officeOfAll } from '../support/roles.ts'
import { draftOf, sample } from '../support/sample.ts'

interface Side {
  readonly branch: string
  readonly person: string
  readonly mark: string
}

/** Kinds that other screens write, or that a person or a branch holds but once. */
const writtenElsewhere: readonly RecordName[] = ['person', 'organization', 'ballotCount', 'snooze', 'transfer']

/** An office with two branches, a member in each, and one record of whatever lies below a branch for both, each with words of its own side. */
async function twoSides() {
  const { call, office } = await officeOfAll()
  await enterAs(call, 'clerk')
  const create = async (type: RecordName, draft: object) => String((await call('records.create', { type, draft: draft as never })).id)
  const top = await create('organization', draftOf(records.organization, { name: '中共临江委员会', kind: 'committee' }))
  const side = async (n: number, mark: string): Promise<Side> => {
    const branch = await create('organization', draftOf(records.organization, { name: `${mark}支部`, kind: 'branch', parentId: top }))
    const person = await create('person', draftOf(records.person, { name: `${mark}党员`, idNumber: idNumberOf(n), category: 'full', organizationId: branch }))
    return { branch, person, mark }
  }
  const [east, west] = [await side(1, '东边'), await side(2, '西边')]
  const ids = new Map<Side, string[]>()
  for (const one of [east, west]) {
    const made: string[] = []
    for (const type of recordNames) {
      if (!isOwned(type) || secretOf(type) || writtenElsewhere.includes(type)) continue
      const id = await create(type, draftAbout(type, one)).catch(() => undefined)
      if (id) made.push(id)
    }
    ids.set(one, made)
  }
  return { folder: office, east, west, ids }
}

function draftAbout(type: RecordName, { branch, person, mark }: Side): Record<string, unknown> {
  const draft = sample(records[type])
  const fields = Object.entries<Field>(records[type].fields)
  for (const [key, { kind, target }] of fields) {
    if (kind === 'ref') draft[key] = target === 'person' ? person : target === 'organization' ? branch : null
    if (kind === 'attachment') draft[key] = null
    if ((kind === 'text' || kind === 'note') && typeof draft[key] === 'string') draft[key] = mark + key
  }
  return draft
}

async function grantedTo(folder: string, grant: { readonly scopeId?: string; readonly modules?: Topic[] }) {
  const t = await createTestApp({ from: folder })
  await enterAs(t.call, 'security')
  await t.call('users.grant', { ...(await find(t.call, '经办人')), role: 'clerk', ...grant, reason: '分片经办' })
  await enterAs(t.call, 'clerk')
  return t
}

test('a clerk of one part of the organization reads that part and nothing of the rest, whatever he asks', { timeout: 300_000 }, async () => {
  const { folder, east, west, ids } = await twoSides()
  expect(ids.get(east)?.length).toBeGreaterThan(25)
  const t = await grantedTo(folder, { scopeId: east.branch })
  const both = [...(ids.get(east) ?? []).slice(0, 4), ...(ids.get(west) ?? []).slice(0, 4), west.person]
  const found = await answers(t, poolsOf(east, both, west.mark))
  const said = [...found].filter(([question]) => !question.startsWith('records.update') && !question.startsWith('records.void'))
  expect(said.filter(([, answer]) => answer.includes(west.mark))).toEqual([])
  expect(said.filter(([question, answer]) => answer.includes(west.person) && !question.includes(west.person))).toEqual([])
  expect(said.filter(([, answer]) => answer.includes(east.mark)).length).toBeGreaterThan(50)
  expect(t.failures).toEqual([])
})

test('a clerk of one part writes in that part only, and nothing that the whole office shares', async () => {
  const { folder, east, west } = await twoSides()
  const { call } = await grantedTo(folder, { scopeId: east.branch })
  const award = (side: Side) => ({ ...draftAbout('award', side), organizationId: null })
  expect(await call('records.create', { type: 'award', draft: award(east) })).toMatchObject({ personId: east.person })
  await expect(call('records.create', { type: 'award', draft: award(west) })).rejects.toMatchObject({ code: 'record.badReference' })
  await expect(call('records.get', { type: 'person', id: west.person })).rejects.toMatchObject({ code: 'record.notFound' })
  await expect(call('records.void', { type: 'person', id: west.person, version: 1, reason: '试试' })).rejects.toMatchObject({ code: 'record.notFound' })
  await expect(call('records.create', { type: 'calendarDay', draft: sample(records.calendarDay) })).rejects.toMatchObject({ code: 'record.outside' })
  expect(
    await call('records.create', {
      type: 'person',
      draft: draftOf(records.person, { name: '新来', idNumber: idNumberOf(7), category: 'full', organizationId: east.branch }),
    }),
  ).toMatchObject({ name: '新来' })
  await expect(call('person.transfer', { ids: [east.person], organizationId: west.branch, movedOn: '2026-11-20' })).rejects.toMatchObject({
    code: 'record.notFound',
  })
})

test('a clerk of some modules opens their records, and those that all of them need, and no others', async () => {
  const { folder, east, ids } = await twoSides()
  const t = await grantedTo(folder, { modules: ['care'] })
  const found = await answers(t, poolsOf(east, ids.get(east) ?? [], east.mark))
  for (const type of recordNames) {
    const answer = found.get(`records.list {"type":"${type}"}`)
    const opened = !secretOf(type) && (modulesOf(type) === null || modulesOf(type)?.includes('care'))
    if (answer) expect([type, answer.includes('"ok":true')]).toEqual([type, opened])
  }
  await expect(t.call('cadre.among', { personIds: [east.person] } as never)).rejects.toMatchObject({ code: 'session.forbidden' })
})
