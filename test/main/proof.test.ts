import { expect, test } from 'vitest'
import { activity } from '../../shared/domain/activity.ts'
import { behind } from '../support/behind.ts'
import { draftOf } from '../support/sample.ts'
import { smallOffice } from '../support/office.ts'
import { password } from '../support/app.ts'

/** An office with two people, a training with attendance, and things done to them; and what is found after `sql` was run behind its back. */
async function altered(sql: readonly string[]) {
  const t = await smallOffice()
  const [zhang, li] = [await t.member(), await t.member()]
  const id = await t.activity({}, { [zhang]: 8, [li]: 16 })
  const draft = draftOf(activity, { name: '集中培训', kind: 'training', startsOn: '2025-04-08', endsOn: '2025-04-10', hours: 20, counts: true })
  await t.call('records.update', { type: 'activity', id, version: 2, draft })
  await t.call('records.reveal', { type: 'person', id: zhang, field: 'idNumber' })
  await t.call('records.void', { type: 'person', id: li, version: 1, reason: '登记重复' })
  await t.call('undo.last', {})
  const history = async (type: 'person' | 'activity', recordId: string) => t.call('records.history', { type, id: recordId })
  // The look at the number came after, and tells nothing of what is kept.
  const lines = { zhang: (await history('person', zhang)).find(line => line.created)?.seq, training: (await history('activity', id))[0]?.seq }
  const begun = (await history('person', li)).at(-1)?.seq
  for (const statement of sql) await behind(t, statement.replaceAll('{zhang}', zhang).replaceAll('{li}', li).replaceAll('{training}', id))
  await t.call('lobby.unlock', { user: '经办人', password })
  return { found: await t.call('audit.verify', {}), lines, begun }
}

test('what was created, changed, looked at, voided and taken back agrees with the audit', async () => {
  expect((await altered([])).found).toMatchObject({ ok: true, brokenAt: null, why: null })
})

test('a person changed behind the program’s back breaks at the line that tells of him', async () => {
  const { found, lines } = await altered(["UPDATE person SET category = 'probationary' WHERE id = '{zhang}'"])
  expect(found).toMatchObject({ ok: false, brokenAt: lines.zhang })
  expect(found.why).toBe(`第 ${lines.zhang} 行所记的人员，现存内容与留痕不符，是在程序之外改动的`)
})

test('hours changed behind the program’s back break at the line of their activity', async () => {
  const { found, lines } = await altered(["UPDATE attendance SET hours = 40 WHERE personId = '{li}'"])
  expect(found).toMatchObject({ ok: false, brokenAt: lines.training, why: expect.stringContaining('参训') })
})

test('a line of attendance taken out is found', async () => {
  const { found, lines } = await altered(["DELETE FROM attendance WHERE personId = '{li}'"])
  expect(found).toMatchObject({ ok: false, brokenAt: lines.training })
})

test('a person taken out breaks at the line that registered him', async () => {
  const { found, begun } = await altered(["DELETE FROM attendance WHERE personId = '{li}'", "DELETE FROM person WHERE id = '{li}'"])
  expect(found).toMatchObject({ ok: false, brokenAt: begun, why: `第 ${begun} 行登记的人员不在了，是在程序之外删去的` })
})

test('a record put in without a trace is found, though no line tells of it', async () => {
  const { found } = await altered([
    "INSERT INTO organization SELECT 'zzz', version, createdAt, updatedAt, voidedAt, voidReason, '假支部', kind, parentId, parentName, code, unitKind, foundedOn, electedOn, termYears, contact, phone, closedOn, remark, pinyin, initials, nameOrder FROM organization LIMIT 1",
  ])
  expect(found).toMatchObject({ ok: false, brokenAt: null, why: '有一条党组织没有留痕，是在程序之外写进去的' })
})
