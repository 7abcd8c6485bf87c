import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digestOf } from '../../main/records/shapes.ts'
import { ballotPaper } from '../../shared/domain/ballot-count.ts'
import { password } from '../support/app.ts'
import { behind } from '../support/behind.ts'
import { smallOffice } from '../support/office.ts'
import { withDatabase } from '../support/database.ts'

type Office = Awaited<ReturnType<typeof smallOffice>>

/** What anyone with the key reads beside the program. Work goes on afterwards. */
async function read(t: Office, sql: string): Promise<readonly Record<string, unknown>[]> {
  const rows = await behind(t, sql)
  await t.call('lobby.unlock', { user: '经办人', password })
  return rows
}

/** A branch of four that holds 民主评议 and counts it paper by paper, each kept as soon as it is entered. */
async function counting(marks: readonly string[]) {
  const t = await smallOffice()
  for (const name of ['曹军怡', '程雅琴', '邓文涛', '高志远']) await t.member({ name, joinedOn: '2014-01-01', fullMemberOn: '2015-01-01' })
  const { call } = t
  const { id: ballotId } = await call('ballot.create', {
    draft: { name: '民主评议', kind: 'memberAppraisal', organizationId: t.first, year: 2026, heldOn: '2026-11-20' },
  })
  const tellers = { firstTeller: '唐立', secondTeller: '何雨晴', scrutineer: '许文博' }
  const returns = [{ groupCode: 'members', issued: marks.length, returned: marks.length, valid: marks.length, invalid: 0 }]
  let count = await call('ballot.count', { ballotId, way: 'papers', ...tellers, returns })
  for (let n = 1; n <= marks.length; n++)
    count = await call('ballot.count', { ballotId, ...count, papers: { groupCode: 'members', entry: 1, lines: marks.slice(0, n).map(paper) } })
  const close = () => call('ballot.close', { ...count, closedOn: '2026-11-21' })
  return { ...t, ballotId, countId: count.countId, close }
}

const paper = (text: string, i: number) => ({ groupCode: 'members', entry: 1, number: i + 1, marks: text, invalid: false })
const stack = ['1;2;2;2', '2;2;2;2', '2;1;3;2', '1;2;2;2']

test('no key, column or path of keys leads from a paper to who filled it in', async () => {
  await withDatabase(async ({ writer }) => {
    const tables = writer.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'").pluck().all()
    const keysOf = (table: string) =>
      writer
        .prepare<[], { table: string; from: string }>(`SELECT "table", "from" FROM pragma_foreign_key_list('${table}')`)
        .all()
        .map(key => `${key.from} → ${key.table}`)
    const columnsOf = (table: string) => writer.prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`).pluck().all()
    // Everything that a paper says of itself; no time, no user, no hidden row number.
    expect(columnsOf('ballotPaper')).toEqual(['ballotCountId', 'groupCode', 'entry', 'number', 'marks', 'invalid'])
    expect(writer.prepare("SELECT sql FROM sqlite_schema WHERE name = 'ballotPaper'").pluck().get()).toContain('WITHOUT ROWID')
    for (const table of ['ballotPaper', 'ballotTally', 'ballotReturn']) expect(keysOf(table)).toEqual(['ballotCountId → ballotCount'])
    expect(tables.filter(table => keysOf(table).some(key => /→ ballot(Paper|Tally|Return)$/.test(key)))).toEqual([])
    // Upwards from the paper stand its count and its ballot, which name who counted and who is voted on, and no voter.
    expect(keysOf('ballotCount')).toEqual(['ballotId → ballot'])
    expect(keysOf('ballot').toSorted()).toEqual(['organizationId → organization', 'roundId → ballotRound', 'schemeId → scheme'])
    expect(columnsOf('ballotCount').filter(column => /person|voter|user|actor/i.test(column))).toEqual([])
    expect(columnsOf('ballotGroup').filter(column => /person|voter|user|actor/i.test(column))).toEqual([])
  })
})

test('a closed count keeps its papers in the order of what they say: however the stack lay, the same is kept', async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(stack, { minLength: stack.length }), async marks => {
      const t = await counting(marks)
      await t.close()
      const kept = await read(t, 'SELECT groupCode, entry, number, marks, invalid FROM ballotPaper ORDER BY number')
      expect(kept).toEqual(stack.toSorted().map((text, i) => ({ groupCode: 'members', entry: 1, number: i + 1, marks: text, invalid: 0 })))
      expect(await t.call('ballot.papers', { countId: t.countId, groupCode: 'members' })).toEqual([])
    }),
    { numRuns: 3 },
  )
})

test('nor does the audit tell the order: what it said of a growing stack cannot be found by trying', async () => {
  const t = await counting(stack)
  const salts = () => read(t, "SELECT value FROM memory WHERE key LIKE 'salt %'")
  expect(await salts()).toHaveLength(1)
  await t.close()
  expect(await salts()).toEqual([])
  const said = JSON.stringify(await read(t, "SELECT before, after FROM audit WHERE recordType = 'ballotCount'"))
  // Every beginning of every order in which the stack can have lain; the papers themselves are known to whoever has the file.
  for (const order of orders(stack))
    for (let n = 1; n <= order.length; n++) {
      const { sha256 } = digestOf(ballotPaper, order.slice(0, n).map(paper))
      const isKept = n === order.length && order.join() === stack.toSorted().join()
      expect(said.includes(sha256), order.slice(0, n).join(' ')).toBe(isKept)
    }
  // Sums are written once, when the count is closed, and not as they grow.
  expect(said.split('ballotTally')).toHaveLength(3)
})

test('a paper that is changed behind the program’s back is found, while it is counted and after', async () => {
  for (const closed of [false, true]) {
    const t = await counting(stack)
    if (closed) await t.close()
    expect(await t.call('audit.verify', {})).toMatchObject({ ok: true })
    await behind(t, "UPDATE ballotPaper SET marks = '4;4;4;4' WHERE number = 2")
    await t.call('lobby.unlock', { user: '经办人', password })
    expect(await t.call('audit.verify', {})).toMatchObject({ ok: false, why: expect.stringContaining('票') })
  }
})

function orders(papers: readonly string[]): string[][] {
  if (papers.length === 0) return [[]]
  return papers.flatMap((first, i) => orders(papers.filter((_paper, at) => at !== i)).map(rest => [first, ...rest]))
}
