import assert from 'node:assert/strict'
import { below, type Figure } from './figure.ts'
import { compare, timed } from './measure.ts'
import { county, officeOf, openOffice, year } from './offices.ts'

/** 今日待办 of the whole county: every quota, register and term. Beside it, what the quotas alone cost. */
export const due: Figure = {
  name: 'due.list',
  async measure({ rounds, say }) {
    const { call, close } = await openOffice(await officeOf(county, say))
    const { items, counts } = await call('due.list', {})
    assert.equal(
      Object.values(counts).reduce((sum, n) => sum + n, 0),
      items.length,
    )
    const measured = await compare(
      rounds,
      () => timed(() => call('due.list', {})),
      () => timed(() => call('quota.overview', { year })),
    )
    await close()
    return [below('due.list', measured, 1500)]
  },
}
