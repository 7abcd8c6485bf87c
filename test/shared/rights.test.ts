import { expect, test } from 'vitest'
import { contract, type EndpointName } from '../../shared/api/contract.ts'
import type { Endpoint } from '../../shared/api/endpoint.ts'
import { rights } from '../../shared/api/rights.ts'
import { roleNames } from '../../shared/domain/roles.ts'

const endpointOf = (name: EndpointName): Endpoint => contract[name]
const names = (Object.keys(contract) as EndpointName[]).filter(name => endpointOf(name).kind !== 'lobby')

test('every endpoint of an open office stands in the table of rights, and only once', () => {
  expect(rights.flatMap(right => [...right.endpoints]).toSorted()).toEqual(names.toSorted())
})

test.each(rights)('$what is one right: whoever has an endpoint of it has all, as the table says', right => {
  for (const name of right.endpoints)
    for (const role of roleNames) expect(endpointOf(name).by.includes(role), `${name} ${role}`).toBe(right.holders.includes(role))
})
