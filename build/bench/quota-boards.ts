import assert from 'node:assert/strict'
import type SQLite from 'better-sqlite3-multiple-ciphers'
import type { Contract } from '../../shared/api/contract.ts'
import type { OutputOf } from '../../shared/api/endpoint.ts'
import { lastDate } from '../../shared/rules/days.ts'
import { isQuotaName } from '../../shared/quotas/index.ts'
import { partyRoleOf } from '../../shared/rules/roles.ts'
import { type Figure, type Result, times } from './figure.ts'
import { compare, timed } from './measure.ts'
import { county, officeOf, type OpenOffice, openOffice, today, year } from './offices.ts'
import { asked, boardSql, sumSql } from './quota-sql.ts'

type Board = OutputOf<Contract['quota.board']>
type Row = Readonly<Record<string, string | number | null>>

/** Numbers a county's own preset leaves open, so that every quota has something to count. */
const openNumbers = { 'life.branchLecture': 1, 'service.massesLiaison': 1, 'service.studentLiaison': 1, 'duty.letter': 1 }

/** The board of every quota, each beside its hand-written query on the same file. */
export const quotaBoards: Figure = {
  name: 'quota.boards',
  async measure({ rounds, say }) {
    const office = await openOffice(await officeOf(county, say))
    await setNumbers(office)
    const sqlite = office.bare()
    const given = givenOf(sqlite)
    const results: Result[] = []
    for (const name of Object.keys(asked)) {
      if (!isQuotaName(name)) throw new Error(`no quota ${name}`)
      const [board, before] = [sqlite.prepare<unknown[], Row>(boardSql(name)), sumSql(name)]
      const sum = before ? sqlite.prepare(before) : undefined
      const names = sqlite.prepare('SELECT id, name, parentId FROM organization WHERE voidedAt IS NULL ORDER BY nameOrder')
      const floor = () => [board.all(given), sum?.get(given), names.all()] as const
      const ours = () => office.call('quota.board', { quota: name, year })
      assertSame(name, await ours(), board.all(given))
      // The board of a few bodies takes a millisecond or two: a longer row of turns, so that one turn of bad luck does not show.
      const measured = await compare(
        rounds * 3,
        () => timed(ours),
        () => timed(floor),
      )
      results.push(times(`quota.board/${name}`, measured, 2))
    }
    sqlite.close()
    await office.close()
    return results
  },
}

async function setNumbers({ call }: OpenOffice): Promise<void> {
  const known = new Set((await call('records.list', { type: 'parameter', limit: 500 })).rows.map(row => row['key']))
  for (const [key, value] of Object.entries(openNumbers)) {
    if (known.has(key)) continue
    await call('records.create', { type: 'parameter', draft: { key, value, startsOn: '2020-01-01', clause: null, basis: 'local', remark: null } })
  }
}

/** What the queries are asked with: the year, the parameters in force, the posts that make an officer. */
function givenOf(sqlite: SQLite.Database): Record<string, string | number> {
  const posts = sqlite
    .prepare<unknown[], string>('SELECT DISTINCT partyPost FROM person WHERE partyPost IS NOT NULL UNION SELECT DISTINCT post FROM appointment')
    .pluck()
    .all()
  const parameters = sqlite
    .prepare<unknown[], { key: string; value: number }>('SELECT key, value, max(startsOn) FROM parameter WHERE voidedAt IS NULL AND startsOn <= ? GROUP BY key')
    .all(`${year}-12-31`)
  const last = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`last${i + 1}`, String(lastDate(year, i + 1))]))
  return {
    ...Object.fromEntries(parameters.map(p => [plain(p.key), p.value])),
    ...last,
    year: String(year),
    from: `${year}-01-01`,
    until: `${year}-12-31`,
    at: today < `${year}-12-31` ? today : `${year}-12-31`,
    today,
    officerPosts: JSON.stringify(posts.filter(post => partyRoleOf(post) !== 'none')),
    secretaryPosts: JSON.stringify(posts.filter(post => partyRoleOf(post) === 'secretary')),
  }
}

const counts = ['members', 'required', 'met', 'near', 'short', 'open', 'exempt', 'due', 'kept'] as const

/** A board that is quick and wrong stops the bench. */
function assertSame(name: string, shown: Board, rows: readonly Row[]): void {
  const byId = new Map(rows.map(row => [row['id'], row]))
  const total = (key: string) => rows.reduce((sum, row) => sum + Number(row[key] ?? 0), 0)
  assert.deepEqual(
    counts.map(key => [key, shown.total[key]]),
    counts.map(key => [key, total(key)]),
    `${name}: totals differ`,
  )
  for (const row of shown.organizations) {
    const other = byId.get(row.id)
    for (const key of counts) assert.equal(row[key], Number(other?.[key] ?? 0), `${name}: ${key} of ${row.name} differs`)
    assert.ok(Math.abs(row.amount - Number(other?.['amount'] ?? 0)) < 0.01, `${name}: amount of ${row.name} differs`)
  }
}

/** Parameters have dots, which SQLite takes in no name. */
const plain = (key: string): string => key.replaceAll('.', '_')
