import { expect, test } from 'vitest'
import { contract, type EndpointName } from '../../shared/api/contract.ts'
import type { Endpoint } from '../../shared/api/endpoint.ts'
import { roleNames } from '../../shared/domain/roles.ts'
import { createTestApp } from '../support/app.ts'

const names = Object.keys(contract) as EndpointName[]
const open = [
  'session.current',
  'session.touch',
  'session.changePassword',
  'memory.get',
  'memory.put',
  'audit.verify',
  'jobs.cancel',
  'backup.state',
  'backup.setFolder',
  'backup.run',
  'backup.prove',
]
/** Users, their keys, the audit and the program itself: no business record is among them; users.test.ts, rekey.test.ts and updates.test.ts say whose they are. */
const ofUsers = (name: EndpointName) => /^(users|audit|keys|update)\./.test(name)

test('the three administrators see no business endpoint', () => {
  for (const name of names) {
    const endpoint: Endpoint = contract[name]
    if (endpoint.kind === 'lobby' || open.includes(name) || ofUsers(name)) continue
    for (const role of ['admin', 'security', 'auditor'] as const) expect(endpoint.by, `${name} for ${role}`).not.toContain(role)
  }
})

test('a reader changes nothing', () => {
  for (const name of names) {
    const endpoint: Endpoint = contract[name]
    if (endpoint.kind === 'command' && !open.includes(name)) expect(endpoint.by, name).not.toContain('reader')
  }
})

test('a reader reads every quota, the register of policies and what is due', () => {
  for (const name of names) {
    if (!/^(quota|policies|due)\./.test(name) || contract[name].kind !== 'query') continue
    expect(contract[name].by, name).toContain('reader')
  }
})

test('every endpoint of the session is open to every role', () => {
  for (const name of ['session.current', 'session.touch', 'session.changePassword'] as const) expect(contract[name].by).toEqual(roleNames)
})

test.each(names.filter(name => !(contract[name] as Endpoint).by.includes('admin') && contract[name].kind !== 'lobby'))(
  'the system administrator is refused %s at the door',
  async name => {
    const { app } = await createTestApp({ role: 'admin' })
    expect(await app.call(name, {})).toMatchObject({ ok: false, error: { code: 'session.forbidden' } })
  },
)
