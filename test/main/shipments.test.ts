import { expect, test } from 'vitest'
import { createTestApp, password } from '../support/app.ts'
import { behind } from '../support/behind.ts'

const numbers = async (call: Awaited<ReturnType<typeof createTestApp>>['call']) => (await call('records.list', { type: 'parameter', limit: 500 })).rows

test('an office made by an older program takes the parameters that came since, and keeps those it edited', async () => {
  const office = await createTestApp()
  const { call } = office
  const before = await numbers(call)
  const edited = before.find(row => row['key'] === 'study.member')
  await call('records.update', {
    type: 'parameter',
    id: String(edited?.['id']),
    version: 1,
    draft: { key: 'study.member', value: 40, startsOn: '2019-05-06', clause: null, basis: 'policy', remark: null },
  })
  await behind(office, "DELETE FROM parameter WHERE key = 'study.warnWithin'")
  await behind(office, 'DELETE FROM shipment')
  await call('lobby.unlock', { user: '经办人', password })
  const after = await numbers(call)
  expect(after.map(row => row['key']).toSorted()).toEqual(before.map(row => row['key']).toSorted())
  expect(after.find(row => row['key'] === 'study.member')?.['value']).toBe(40)
})

test('an office that has taken what is shipped is left alone when it opens', async () => {
  const { call } = await createTestApp()
  const before = await call('audit.verify', {})
  await call('lobby.lock', {})
  await call('lobby.unlock', { user: '经办人', password })
  // The one line that says who came in.
  expect((await call('audit.verify', {})).lines).toBe(before.lines + 1)
})
