import assert from 'node:assert/strict'
import type SQLite from 'better-sqlite3-multiple-ciphers'
import { overall } from '../../shared/ballots/kind.ts'
import { Random } from '../demo/random.ts'
import { below, type Figure, times } from './figure.ts'
import { compare, timed } from './measure.ts'
import { copyOf, county, officeOf, openOffice, year } from './offices.ts'

const listSql = `
  SELECT b.id, b.version, b.name, b.kind, b.organizationId, o.name AS organization, b.roundId, b.heldOn, c.id AS countId, c.closedOn,
    (SELECT count(*) FROM ballotRow r WHERE r.ballotId = b.id AND r.part = 'graded') AS rows,
    (SELECT count(*) FROM gradeDecision d WHERE d.ballotId = b.id AND d.voidedAt IS NULL) AS decided, k.issued, k.returned
  FROM ballot b JOIN organization o ON o.id = b.organizationId
    LEFT JOIN ballotCount c ON c.id = (SELECT id FROM ballotCount WHERE ballotId = b.id AND voidedAt IS NULL ORDER BY number DESC LIMIT 1)
    LEFT JOIN (SELECT ballotCountId, sum(issued) AS issued, sum(returned) AS returned FROM ballotReturn GROUP BY ballotCountId) k ON k.ballotCountId = c.id
  WHERE b.voidedAt IS NULL AND b.year = ? ORDER BY o.nameOrder, b.heldOn DESC, b.id`

interface ListRow {
  readonly id: string
  readonly countId: string | null
  readonly closedOn: string | null
  readonly rows: number
  readonly decided: number
}

/** The ballots of a year of the whole county, a hundred of them shown and all counted by state. Floor: the same by hand-written prepared SQL. */
export const ballotList: Figure = {
  name: 'ballot.list',
  async measure({ rounds, say }) {
    const { call, bare, close } = await openOffice(await officeOf(county, say))
    const sqlite = bare()
    const list = sqlite.prepare<[number], ListRow>(listSql)
    const through = () => call('ballot.list', { year: year - 1, limit: 100 })
    const byHand = () => {
      const all = list.all(year - 1)
      return { total: all.length, decided: all.filter(row => row.closedOn !== null && row.rows > 0 && row.decided >= row.rows).length, rows: all.slice(0, 100) }
    }
    const [told, found] = [await through(), byHand()]
    assert.deepEqual([told.total, told.byState.decided, told.rows.map(row => row.id)], [found.total, found.decided, found.rows.map(row => row.id)])
    say(`  ${told.total} ballots`)
    const measured = await compare(
      rounds,
      () => timed(through),
      () => timed(byHand),
    )
    sqlite.close()
    await close()
    return [times('ballot.list', measured, 2)]
  },
}

const pieces = [
  'SELECT * FROM ballot WHERE id = @id',
  'SELECT * FROM ballotRow WHERE ballotId = @id ORDER BY number',
  'SELECT * FROM ballotGroup WHERE ballotId = @id ORDER BY code',
  'SELECT * FROM ballotCount WHERE ballotId = @id AND voidedAt IS NULL ORDER BY number',
  'SELECT r.* FROM ballotReturn r JOIN ballotCount c ON c.id = r.ballotCountId WHERE c.ballotId = @id',
  'SELECT t.* FROM ballotTally t JOIN ballotCount c ON c.id = t.ballotCountId WHERE c.ballotId = @id',
  'SELECT * FROM gradeDecision WHERE ballotId = @id AND voidedAt IS NULL',
  'SELECT b.id FROM ballot b JOIN organization o ON o.id = b.organizationId WHERE b.roundId = (SELECT roundId FROM ballot WHERE id = @id) AND b.voidedAt IS NULL ORDER BY o.nameOrder, b.id',
  `SELECT t.subjectId, t.amount FROM ballotRow r JOIN tally t ON t.tally = 'study-hours' AND t.year = @year AND t.subjectId = r.personId WHERE r.ballotId = @id`,
  `SELECT l.personId, count(*), sum(l.state IN ('present', 'makeup')) FROM ballotRow r JOIN attendance l ON l.personId = r.personId JOIN activity a ON a.id = l.activityId
    WHERE r.ballotId = @id AND a.voidedAt IS NULL AND a.startsOn BETWEEN @from AND @until AND l.state <> 'excused' GROUP BY l.personId`,
]

/**
 * One ballot as the counting screen opens it, with what the year says of everybody on its list; the mean of twenty branches. Floor: the same
 * rows by hand-written prepared SQL, nothing judged.
 */
export const ballotGet: Figure = {
  name: 'ballot.get',
  async measure({ rounds, say }) {
    const { call, bare, close } = await openOffice(await officeOf(county, say))
    const sqlite = bare()
    const ids = (await call('ballot.list', { year: year - 1, kind: 'memberAppraisal', limit: 500 })).rows.filter((_row, i) => i % 25 === 0).map(row => row.id)
    const statements = pieces.map(sql => sqlite.prepare(sql))
    const given = (id: string) => ({ id, year: year - 1, from: `${year - 1}-01-01`, until: `${year - 1}-12-31` })
    const through = async () => {
      for (const id of ids) await call('ballot.get', { ballotId: id })
    }
    const byHand = () => {
      for (const id of ids) for (const statement of statements) statement.all(given(id))
    }
    const measured = await compare(
      Math.min(rounds, 7),
      () => timed(through),
      () => timed(byHand),
    )
    sqlite.close()
    await close()
    return [times('ballot.get', { value: measured.value / ids.length, floor: measured.floor / ids.length }, 2)]
  },
}

/**
 * What the counting screen writes after each pause: all rows of a branch, checked, audited, on disk; the mean of twenty branches. Floor: the
 * same lines put in by bare prepared statements in one transaction each, equally durable.
 */
export const ballotCount: Figure = {
  name: 'ballot.count',
  async measure({ rounds, say }) {
    const copy = copyOf(await officeOf(county, say))
    const { call, bare, close } = await openOffice(copy.folder)
    const sqlite = bare()
    const random = new Random('bench/ballots')
    const { rows } = await call('ballot.list', { year, kind: 'memberAppraisal', state: 'planned', limit: 40 })
    const sheets = await Promise.all(
      rows.slice(0, 20).map(async ({ id }) => {
        const { rows: listed } = await call('ballot.get', { ballotId: id })
        return { id, numbers: listed.flatMap(({ line }) => (line.part === 'graded' ? [line.number] : [])) }
      }),
    )
    const figuresOf = (numbers: readonly number[]) =>
      numbers.flatMap(row => {
        const excellent = random.int(0, 12)
        return [
          ['excellent', excellent],
          ['qualified', 24 - excellent],
          ['basic', 0],
          ['unqualified', 0],
          ['blank', 1],
        ].map(([option, votes]) => ({
          groupCode: 'members',
          row,
          item: overall,
          option: String(option),
          votes: Number(votes),
          points: null,
        }))
      })
    const returns = [{ groupCode: 'members', issued: 25, returned: 25, valid: 25, invalid: 0 }]
    const open = new Map<string, { countId: string; version: number }>()
    for (const { id, numbers } of sheets) open.set(id, await call('ballot.count', { ballotId: id, way: 'totals', returns, tallies: figuresOf(numbers) }))
    const through = async () => {
      for (const { id, numbers } of sheets) open.set(id, await call('ballot.count', { ballotId: id, ...open.get(id), returns, tallies: figuresOf(numbers) }))
    }
    const write = bareCount(sqlite)
    const byHand = () => {
      for (const { id, numbers } of sheets) write(open.get(id)?.countId ?? '', figuresOf(numbers))
    }
    const measured = await compare(
      Math.min(rounds, 7),
      () => timed(through),
      () => timed(byHand),
    )
    sqlite.close()
    await close()
    copy.remove()
    return [below('ballot.count', { value: measured.value / sheets.length, floor: measured.floor / sheets.length }, 10)]
  },
}

interface Line {
  readonly groupCode: string
  readonly row: number
  readonly item: string
  readonly option: string
  readonly votes: number
}

function bareCount(sqlite: SQLite.Database): (countId: string, lines: readonly Line[]) => void {
  const clear = sqlite.prepare('DELETE FROM ballotTally WHERE ballotCountId = ?')
  const put = sqlite.prepare('INSERT INTO ballotTally (ballotCountId, groupCode, row, item, option, votes, points) VALUES (?, ?, ?, ?, ?, ?, NULL)')
  const papers = sqlite.prepare("UPDATE ballotReturn SET issued = 25, returned = 25, valid = 25, invalid = 0 WHERE ballotCountId = ? AND groupCode = 'members'")
  return sqlite.transaction((countId: string, lines: readonly Line[]) => {
    papers.run(countId)
    clear.run(countId)
    for (const { groupCode, row, item, option, votes } of lines) put.run(countId, groupCode, row, item, option, votes)
  }).immediate
}
