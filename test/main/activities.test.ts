import { expect, test } from 'vitest'
import { activity } from '../../shared/domain/activity.ts'
import { person } from '../../shared/domain/person.ts'
import { createTestApp } from '../support/app.ts'
import { draftOf } from '../support/sample.ts'

const reading = draftOf(activity, { name: '读书会', kind: 'branchStudy', startsOn: '2026-11-20', endsOn: '2026-11-20', hours: 4, counts: true })

async function office() {
  const app = await createTestApp()
  const draft = draftOf(person, { name: '张三丰', idNumber: '11010519491231002X', category: 'full' })
  const zhang = String((await app.call('records.create', { type: 'person', draft }))['id'])
  const activities = async () => (await app.call('activity.list', { year: 2026 })).total
  return { ...app, zhang, activities }
}

test('a new activity is written with who was there, and one undo takes both back', async () => {
  const { call, zhang, activities } = await office()
  const { id, version, present } = await call('activity.register', { draft: reading, lines: [{ personId: zhang, state: 'makeup', hours: 4 }] })
  expect(present).toBe(1)
  expect((await call('attendance.get', { activityId: id })).activity).toMatchObject({ name: '读书会', version })
  expect(await call('undo.last', {})).toEqual({ label: '登记“读书会”' })
  expect(await activities()).toBe(0)
  expect((await call('attendance.get', { activityId: id })).lines).toEqual([])
})

test.each([
  ['somebody who is not on file', [{ personId: 'nobody', state: 'present', hours: 4 }], 'record.badReference'],
  ['more hours than the day has', [{ personId: 'zhang', state: 'present', hours: 25 }], 'input.invalid'],
] as const)('with %s neither the activity nor any line is written', async (_, lines, code) => {
  const { call, zhang, activities } = await office()
  const before = (await call('audit.verify', {})).lines
  const given = lines.map(line => ({ ...line, personId: line.personId === 'zhang' ? zhang : line.personId }))
  await expect(call('activity.register', { draft: reading, lines: given })).rejects.toMatchObject({ code })
  expect(await activities()).toBe(0)
  expect((await call('audit.verify', {})).lines).toBe(before)
})

test('what is wrong with a new activity is said by its fields', async () => {
  const { call, zhang } = await office()
  const attempt = call('activity.register', { draft: { ...reading, endsOn: '2026-11-19' }, lines: [{ personId: zhang, state: 'present', hours: 4 }] })
  await expect(attempt).rejects.toMatchObject({ code: 'input.invalid', facts: { issues: [{ path: 'endsOn', code: 'dateOrder' }] } })
})
