import { expect, test } from 'vitest'
import { smallOffice } from '../support/office.ts'

test.each(['left', 'deceased', 'transferred', 'suspended'])('who is %s holds no office and is counted nowhere', async membershipState => {
  const { call, first, member } = await smallOffice()
  await member({ partyPost: '党支部书记', membershipState })
  await member({ partyPost: '组织委员' })
  const { node, committee } = await call('organization.page', { id: first })
  expect(node).toMatchObject({ members: 1, secretary: null, officers: 1 })
  expect(committee).toMatchObject([{ name: '党员1', post: '组织委员' }])
})

test('a branch that is to be closed stands in the tree until its day', async () => {
  const { call, second } = await smallOffice({ today: '2026-11-23' })
  const names = async () => (await call('organization.tree', {})).map(n => n.name)
  await call('organization.close', { id: second, version: 1, closedOn: '2026-12-31', reason: '年底合并' })
  expect(await names()).toContain('第二党支部')
  const later = await smallOffice({ today: '2026-12-31' })
  await later.call('organization.close', { id: later.second, version: 1, closedOn: '2026-12-31', reason: '年底合并' })
  expect((await later.call('organization.tree', {})).map(n => n.name)).not.toContain('第二党支部')
})

test('one person chosen twice is moved once', async () => {
  const { call, second, member, first } = await smallOffice()
  const p = await member({ organizationId: second })
  await call('person.transfer', { ids: [p, p], organizationId: first, movedOn: '2025-01-01' })
  await call('person.transfer', { ids: [p, p], organizationId: second, movedOn: '2025-07-01' })
  expect((await call('records.list', { type: 'transfer' })).total).toBe(2)
})
