import { randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { standardCost } from '../../main/lobby/keys.ts'
import { users } from '../demo/office.ts'
import { type Figure, times } from './figure.ts'
import { compare, timed } from './measure.ts'
import { county, officeOf, openOffice, password } from './offices.ts'

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt)

/** From the password to the open county. Floor: the key derivation alone, which is slow on purpose. */
export const unlock: Figure = {
  name: 'unlock',
  async measure({ rounds, say }) {
    const { call, close } = await openOffice(await officeOf(county, say))
    const measured = await compare(
      rounds,
      async () => {
        await call('lobby.lock', {})
        return timed(() => call('lobby.unlock', { user: users.clerk, password }))
      },
      () => timed(() => derive(password, randomBytes(16), 32, { N: standardCost, r: 8, p: 1, maxmem: 256 * standardCost * 8 })),
    )
    await close()
    return [times('unlock', measured, 1.5)]
  },
}
