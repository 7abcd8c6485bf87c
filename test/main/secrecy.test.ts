import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type RecordName, recordNames, records } from '../../shared/domain/index.ts'
import { secretNames, secretOf } from '../../shared/domain/ownership.ts'
import type { Field } from '../../shared/records/fields.ts'
import { type SecretClass, secretClassNames } from '../../shared/records/secrecy.ts'
import { createTestApp, password } from '../support/app.ts'
import { idNumberOf } from '../support/office.ts'
import { answers, poolsOf } from '../support/questions.ts'
import { as, enterAs, enterFirst, find, initial, officeOfAll, own } from '../support/roles.ts'
import { draftOf, sample } from '../support/sample.ts'

type TestApp = Awaited<ReturnType<typeof createTestApp>>
interface Place {
  readonly folder: string
  readonly branch: string
  readonly person: string
  readonly other: string
}

/** An office with a user of every role, 乙 a clerk without any grant, one branch and two people. */
async function place(): Promise<Place> {
  const { call, office } = await officeOfAll()
  await call('users.create', { name: '乙', password: initial })
  await enterAs(call, 'security')
  await call('users.grant', { ...(await find(call, '乙')), role: 'clerk', reason: '经办' })
  await enterFirst(call, '乙')
  await enterAs(call, 'clerk')
  const branch = String(
    (await call('records.create', { type: 'organization', draft: draftOf(records.organization, { name: '第一党支部', kind: 'branch' }) })).id,
  )
  const member = async (name: string, n: number) =>
    String(
      (
        await call('records.create', {
          type: 'person',
          draft: draftOf(records.person, { name, idNumber: idNumberOf(n), category: 'full', organizationId: branch }),
        })
      ).id,
    )
  const [person, other] = [await member('沈听澜', 1), await member('经办人', 2)]
  await call('lobby.lock', {})
  return { folder: office, branch, person, other }
}

const mark = '机密记号'
const markOf = (secret: SecretClass) => `${mark}${secret}`

/** A draft about somebody, without files. */
function draftAbout(type: RecordName, { branch, person }: Pick<Place, 'branch' | 'person'>): Record<string, unknown> {
  const draft = sample(records[type])
  for (const [key, { kind, target }] of Object.entries<Field>(records[type].fields)) {
    if (kind === 'ref') draft[key] = target === 'person' ? person : target === 'organization' ? branch : null
    if (kind === 'attachment') draft[key] = null
  }
  return draft
}

/** One record of each type of 监督资料 about somebody, each field that can hold words with a mark that stands nowhere else, and a file. */
async function writeSecrets({ call, tokens, folder }: TestApp, here: Place, classes: readonly SecretClass[]) {
  const ids: string[] = []
  for (const type of secretNames) {
    const secret = classes.find(one => one === secretOf(type))
    if (!secret) continue
    const path = join(folder, `${markOf(secret)}.png`)
    writeFileSync(path, Buffer.from('89504e470d0a1a0a', 'hex'))
    const draft = draftAbout(type, here)
    for (const [key, { kind }] of Object.entries<Field>(records[type].fields)) {
      if (kind === 'attachment') draft[key] = (await call('attachment.add', { file: tokens.offer(path), holder: type })).id
      if (kind === 'attachment') ids.push(String(draft[key]))
      if ((kind === 'text' || kind === 'note') && typeof draft[key] === 'string') draft[key] = markOf(secret) + key
    }
    ids.push(String((await call('records.create', { type, draft })).id))
  }
  return ids
}

/** Where two offices answer the same questions differently. */
const differences = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>) => [...a].filter(([question, answer]) => b.get(question) !== answer)

test('an office with 监督资料 and one without answer everyone who was granted none of them alike, whatever he asks', { timeout: 300_000 }, async () => {
  const here = await place()
  const [full, empty] = [
    await createTestApp({ from: here.folder, granted: secretClassNames }),
    await createTestApp({ from: here.folder, granted: secretClassNames }),
  ]
  const ids = await writeSecrets(full, here, secretClassNames)
  const pools = poolsOf(here, ids, mark)
  expect(JSON.stringify([...(await answers(full, { ...pools, type: secretNames }))])).toContain(mark)
  const enter: readonly (readonly [who: string, word: string])[] = [
    ['乙', own('乙')],
    ...(['李部长', '读者', '保密员', '审计员', '新人'] as const).map(who => [who, own(who)] as const),
    ['管理员', password],
  ]
  for (const [who, word] of enter) {
    for (const { call } of [full, empty]) await as(call, who, word)
    const found = await answers(full, pools)
    expect([who, differences(found, await answers(empty, pools))]).toEqual([who, []])
    expect([...found.values()].filter(answer => answer.includes(mark))).toEqual([])
  }
  expect(full.failures).toEqual([])
})

test('who was granted one class opens that one, and learns nothing of the others', { timeout: 300_000 }, async () => {
  const here = await place()
  for (const granted of secretClassNames) {
    const all = await createTestApp({ from: here.folder, granted: secretClassNames })
    const ids = await writeSecrets(all, here, secretClassNames)
    await all.call('lobby.lock', {})
    const one = await createTestApp({ from: all.office, granted: [granted] })
    const said = [...(await answers(one, poolsOf(here, ids, mark))).values()]
    const kept = secretNames.some(type => secretOf(type) === granted)
    expect([granted, said.some(answer => answer.includes(markOf(granted)))]).toEqual([granted, kept])
    for (const other of secretClassNames.filter(name => name !== granted))
      expect([granted, other, said.filter(answer => answer.includes(markOf(other)))]).toEqual([granted, other, []])
  }
})

const sanctionOf = (person: string) => draftAbout('sanction', { person, branch: '' })

test('nobody opens what concerns himself or a listed relative, nor writes it', async () => {
  const here = await place()
  const { call, office } = await createTestApp({ from: here.folder, granted: secretClassNames })
  await call('records.create', { type: 'sanction', draft: sanctionOf(here.person) })
  // 经办人 is the name of a member, who may be the user himself as long as nobody has said otherwise.
  await expect(call('records.create', { type: 'sanction', draft: sanctionOf(here.other) })).rejects.toMatchObject({ code: 'record.outside' })
  await call('lobby.lock', {})

  const later = await createTestApp({ from: office, granted: secretClassNames })
  const tie = async (relation: 'self' | 'relative', n: number) => {
    await enterAs(later.call, 'security')
    await later.call('users.tie', { ...(await find(later.call, '经办人')), relation, name: '某某', idNumber: idNumberOf(n), reason: '本人申报' })
    await enterAs(later.call, 'clerk')
  }
  await tie('self', 9)
  await later.call('records.create', { type: 'sanction', draft: sanctionOf(here.other) })
  expect((await later.call('records.list', { type: 'sanction' })).total).toBe(2)
  await tie('relative', 1)
  const { rows } = await later.call('records.list', { type: 'sanction' })
  expect(rows.map(row => row['personId'])).toEqual([here.other])
})

test('every look at 监督资料 leaves a line with who and what, which only who may open them reads', async () => {
  const here = await place()
  const { call } = await createTestApp({ from: here.folder, granted: secretClassNames })
  const id = String((await call('records.create', { type: 'sanction', draft: sanctionOf(here.person) })).id)
  const looks = async () => (await call('records.history', { type: 'sanction', id })).filter(line => line.action === 'records.get').length
  expect(await looks()).toBe(0)
  await call('records.get', { type: 'sanction', id })
  await call('records.get', { type: 'sanction', id })
  expect(await looks()).toBe(2)
  await enterAs(call, 'auditor')
  expect(JSON.stringify(await call('audit.list', {}))).not.toContain(id)
})

test('no record that everybody may read points to 监督资料, nor one of a class to another class', () => {
  const told = recordNames.flatMap(name =>
    Object.values<Field>(records[name].fields).flatMap(({ target }) => {
      const secret = secretNames.find(one => one === target)
      return secret && secretOf(secret) !== secretOf(name) ? [`${name} → ${secret}`] : []
    }),
  )
  expect(told).toEqual([])
})

test('what is due of 监督资料 is not snoozed, which others would see', async () => {
  const here = await place()
  const { call } = await createTestApp({ from: here.folder, granted: secretClassNames })
  const draft = { item: 'petition/1/accept/2026-11-30', title: '来信', organizationId: null, until: '2026-12-31', reason: '等通知' }
  await expect(call('records.create', { type: 'snooze', draft })).rejects.toMatchObject({ code: 'input.invalid' })
})
