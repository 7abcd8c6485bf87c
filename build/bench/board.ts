import assert from 'node:assert/strict'
import type { Contract } from '../../shared/api/contract.ts'
import type { OutputOf } from '../../shared/api/endpoint.ts'
import { type BoardNumbers, BoardFloor } from './board-floor.ts'
import { type Figure, times } from './figure.ts'
import { compare, timed } from './measure.ts'
import { county, officeOf, openOffice, today, year, youngCounty } from './offices.ts'

const asked = { quota: 'study-hours', year } as const

/** The board of the whole county. Floor: the same numbers in hand-written SQL. */
export const board: Figure = {
  name: 'quota.board',
  async measure({ rounds, say }) {
    const { call, bare, close } = await openOffice(await officeOf(county, say))
    const sqlite = bare()
    const floor = new BoardFloor(sqlite, today)
    assertSame(await call('quota.board', asked), floor.board(year))
    const measured = await compare(
      rounds,
      () => timed(() => call('quota.board', asked)),
      () => timed(() => floor.board(year)),
    )
    sqlite.close()
    await close()
    return [times('quota.board', measured, 2)]
  },
}

/** Where each of 20,135 people stands. Floor: the same rows in hand-written SQL. */
export const people: Figure = {
  name: 'quota.people',
  async measure({ rounds, say }) {
    const { call, bare, close } = await openOffice(await officeOf(county, say))
    const sqlite = bare()
    const floor = new BoardFloor(sqlite, today)
    assertSamePeople((await call('quota.people', asked)).people, floor.people(year))
    const measured = await compare(
      rounds,
      () => timed(() => call('quota.people', asked)),
      () => timed(() => floor.people(year)),
    )
    sqlite.close()
    await close()
    return [times('quota.people', measured, 2)]
  },
}

/** The same board where five years are kept. Floor: where one year is. */
export const flat: Figure = {
  name: 'quota.board.years',
  async measure({ rounds, say }) {
    const [old, young] = [await openOffice(await officeOf(county, say)), await openOffice(await officeOf(youngCounty, say))]
    const measured = await compare(
      rounds,
      () => timed(() => old.call('quota.board', asked)),
      () => timed(() => young.call('quota.board', asked)),
    )
    await old.close()
    await young.close()
    return [times('quota.board.years', measured, 1.2)]
  },
}

const counts = ['members', 'required', 'met', 'near', 'short', 'exempt'] as const
/** What is shown has two decimals. */
const close = (a: readonly number[], b: readonly number[]) => a.length === b.length && a.every((n, i) => Math.abs(n - (b[i] ?? Number.NaN)) <= 0.00501)

function assertSame(shown: OutputOf<Contract['quota.board']>, counted: BoardNumbers): void {
  const numbers = (of: Record<(typeof counts)[number], number>) => counts.map(key => of[key])
  assert.deepEqual(numbers(shown.total), numbers(counted.total))
  assert.deepEqual(shown.total.committee, counted.total.committee)
  assert.deepEqual(
    shown.distribution.map(d => d.people),
    counted.distribution,
  )
  assert.deepEqual(
    shown.organizations.map(o => [o.id, o.name, ...numbers(o)]),
    counted.organizations.map(o => [o.id, o.name, ...numbers(o)]),
  )
  for (const [i, o] of shown.organizations.entries()) {
    const other = counted.organizations[i]
    assert.ok(other && close([o.amount], [other.hours]) && close(o.months, other.months), `hours of ${o.name} differ`)
  }
  assert.ok(close(shown.trend.current, counted.trend.current) && close(shown.trend.previous, counted.trend.previous), 'trends differ')
}

function assertSamePeople(shown: OutputOf<Contract['quota.people']>['people'], counted: readonly unknown[]): void {
  const byId = new Map(shown.map(p => [p.personId, p]))
  assert.equal(byId.size, counted.length)
  for (const row of counted) {
    assert.ok(typeof row === 'object' && row !== null && 'personId' in row && typeof row.personId === 'string' && 'met' in row)
    const person = byId.get(row.personId)
    assert.ok(person)
    const same = Object.keys(row).filter(key => key !== 'met')
    assert.deepEqual({ ...row, met: row.met === 1 }, { ...Object.fromEntries(Object.entries(person).filter(([key]) => same.includes(key))), met: person.met })
  }
}
