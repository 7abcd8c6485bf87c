import { expect, test } from 'vitest'
import { appraise } from '../support/appraise.ts'
import { smallOffice } from '../support/office.ts'

/** A branch of 4 full members and a probationary one, who hold 民主评议; and everything to count it with. */
async function appraised() {
  const office = await smallOffice()
  const { call, member, first } = office
  for (const name of ['高志远', '程雅琴', '邓文涛', '曹军怡']) await member({ name, fullMemberOn: '2015-01-01', joinedOn: '2014-01-01' })
  await member({ name: '江预备', category: 'probationary', joinedOn: '2026-03-01', fullMemberOn: null })
  const { roundId, of } = await appraise(call, [first])
  const ballotId = of(first)
  const whole = () => call('ballot.get', { ballotId })
  const graded = (await whole()).rows.filter(({ line }) => line.part === 'graded').map(({ line }) => line.number)
  /** Five papers, of which one is invalid: every row 优秀 `excellent` times and 合格 for the rest. */
  const counted = (excellent = 3, valid = 4) => ({
    ballotId,
    firstTeller: '唐立',
    secondTeller: '何雨晴',
    scrutineer: '许文博',
    returns: [{ groupCode: 'members', issued: 5, returned: 5, valid, invalid: 5 - valid }],
    tallies: graded.flatMap(row => [
      { groupCode: 'members', row, item: 'overall', option: 'excellent', votes: excellent, points: null },
      { groupCode: 'members', row, item: 'overall', option: 'qualified', votes: valid - excellent, points: null },
    ]),
  })
  const closed = async () => {
    const { countId, version } = await call('ballot.count', counted())
    return { countId, ...(await call('ballot.close', { countId, version, closedOn: '2026-11-21' })) }
  }
  return { ...office, roundId, ballotId, whole, graded, counted, closed }
}

test('a round lists the members of each branch from the roster: full members are graded, probationary ones take part without a grade', async () => {
  const { whole, call } = await appraised()
  const { rows, ballot, groups, cap, state, round } = await whole()
  expect(rows.map(({ line }) => [line.name, line.part, line.reason])).toEqual(
    expect.arrayContaining([
      ['高志远', 'graded', null],
      ['江预备', 'ungraded', '预备党员参加测评，不评定等次'],
    ]),
  )
  expect(ballot).toMatchObject({ eligible: 5, fullMembers: 4, heldOn: '2026-11-20' })
  expect(groups).toEqual([{ code: 'members', label: '党员', weight: 100, eligible: 5 }])
  expect(cap).toMatchObject({ most: 1, base: 4, baseLabel: '正式党员' })
  expect({ state, round: round?.of }).toEqual({ state: 'planned', round: 1 })
  expect((await call('ballot.rounds', { year: 2026 }))[0]).toMatchObject({ ballots: 1, byState: { planned: 1 } })
})

test('a count is kept while it does not agree, and closed only when it does: the refusal says what is missing', async () => {
  const { call, counted, ballotId } = await appraised()
  const { countId, version } = await call('ballot.count', {
    ...counted(),
    scrutineer: null,
    returns: [{ groupCode: 'members', issued: 5, returned: 6, valid: 4, invalid: 1 }],
  })
  await expect(call('ballot.close', { countId, version, closedOn: '2026-11-21' })).rejects.toMatchObject({
    facts: { issues: [{ message: '还不能封票。收回 6 张多于发出 5 张，请核对' }] },
  })
  const mended = await call('ballot.count', { ...counted(), countId, version })
  const { version: closed } = await call('ballot.close', { countId, version: mended.version, closedOn: '2026-11-21' })
  expect(await call('ballot.get', { ballotId })).toMatchObject({ state: 'closed', count: { closedOn: '2026-11-21', version: closed } })
})

test('what is closed is not written, undone or edited; a correction with a reason is a second count, and both are kept', async () => {
  const { call, closed, counted, ballotId, whole } = await appraised()
  const { countId, version } = await closed()
  const refused = { facts: { issues: [{ message: '已经封票，不再改动：有误的写明原因更正' }] } }
  await expect(call('ballot.count', { ...counted(1), countId, version })).rejects.toMatchObject(refused)
  await expect(call('undo.last', {})).rejects.toMatchObject({ code: 'undo.nothing' })
  await expect(call('records.update', { type: 'ballotCount', id: countId, version, draft: { closedOn: null } })).rejects.toMatchObject({
    code: 'input.invalid',
  })
  const held = (await whole()).ballot
  const edit = { type: 'ballot' as const, id: ballotId, version: Number(held['version']), draft: { fullMembers: 40 } }
  await expect(call('records.update', edit)).rejects.toMatchObject({ code: 'input.invalid' })
  const again = await call('ballot.correct', { ballotId, reason: '第 2 行唱票有误' })
  const { countId: second, version: latest } = await call('ballot.count', { ...counted(2), ...again })
  await call('ballot.close', { countId: second, version: latest, closedOn: '2026-11-22' })
  expect((await whole()).counts.map(c => [c.number, c.closedOn, c.reason])).toEqual([
    [1, '2026-11-21', null],
    [2, '2026-11-22', '第 2 行唱票有误'],
  ])
  expect((await call('ballot.result', { ballotId })).rows[0]?.total.votes).toMatchObject({ overall: { excellent: 2, qualified: 2, blank: 0 } })
})

test('the result says what was counted and under which rule: shares of the valid papers, 参评率, the cap', async () => {
  const { call, closed, ballotId, graded } = await appraised()
  await closed()
  const { rows, findings, groups } = await call('ballot.result', { ballotId })
  expect(rows).toHaveLength(graded.length)
  expect(rows[0]?.total).toMatchObject({ valid: 4, shares: { overall: { excellent: 75, qualified: 25, basic: 0, unqualified: 0 } } })
  expect(groups).toMatchObject([{ label: '党员', issued: 5, returned: 5, valid: 4, invalid: 1, hidden: false }])
  expect(findings.map(f => [f.code, f.tone, f.message])).toEqual([
    ['participation', 'good', '应到人数 5，至少 5，现有 5，够：党员参评率不低于规定的百分数'],
    ['cap', 'good', '优秀 0 人，上限 1 人（正式党员 4 人）'],
  ])
})

test('组织评定 stands beside the figures; over the cap it asks for reasons, and nothing is kept without', async () => {
  const { call, closed, ballotId, graded, whole } = await appraised()
  const decide = (decisions: { row: number; grade: 'excellent' | 'qualified' | null; reason?: string }[]) =>
    call('ballot.decide', { ballotId, decidedOn: '2026-11-22', decisions })
  const [one = 0, two = 0, ...rest] = graded
  await expect(decide([{ row: one, grade: 'excellent' }])).rejects.toMatchObject({ facts: { issues: [{ message: '先封票，再评定' }] } })
  await closed()
  const both = [one, two].map(row => ({ row, grade: 'excellent' as const }))
  await expect(decide(both)).rejects.toMatchObject({
    facts: { issues: [{ code: 'overCap', message: '优秀最多 1 人，评了 2 人。改评，或给超出的 1 人写明理由' }] },
  })
  expect((await whole()).rows.every(({ decision }) => decision === null)).toBe(true)
  await decide([
    { row: one, grade: 'excellent' },
    { row: two, grade: 'excellent', reason: '全国先进' },
    ...rest.map(row => ({ row, grade: 'qualified' as const })),
  ])
  expect((await whole()).state).toBe('decided')
  await call('undo.last', {})
  expect((await whole()).state).toBe('closed')
})

test('a group of fewer than 3 papers is shown only in the total, and so is the one it could be reckoned from', async () => {
  const { call, ballotId, graded, whole } = await appraised()
  const { ballot } = await whole()
  const groups = [
    { code: 'members', label: '党员', weight: 70, eligible: 5 },
    { code: 'masses', label: '党外群众', weight: 30, eligible: 2 },
  ]
  await call('ballot.save', { ballotId, version: Number(ballot['version']), groups })
  const tally = (groupCode: string, row: number, option: string, votes: number) => ({ groupCode, row, item: 'overall', option, votes, points: null })
  const { countId, version } = await call('ballot.count', {
    ballotId,
    firstTeller: '唐立',
    secondTeller: '何雨晴',
    scrutineer: '许文博',
    returns: [
      { groupCode: 'members', issued: 5, returned: 5, valid: 5, invalid: 0 },
      { groupCode: 'masses', issued: 2, returned: 2, valid: 2, invalid: 0 },
    ],
    tallies: graded.flatMap(row => [tally('members', row, 'excellent', 5), tally('masses', row, 'basic', 2)]),
  })
  await call('ballot.close', { countId, version, closedOn: '2026-11-21' })
  const { rows } = await call('ballot.result', { ballotId })
  expect(rows[0]).toMatchObject({ groups: {}, weighted: null, total: { valid: 7, votes: { overall: { excellent: 5, basic: 2 } } } })
  expect(await whole()).toMatchObject({ tallies: [], hidden: ['masses', 'members'] })
})

test('papers counted one by one make the tallies; two entries must be the same; closed, their order and single papers are gone', async () => {
  const { call, app, ballotId, graded } = await appraised()
  const marks = (digits: string) => [...digits].slice(0, graded.length).join(';')
  const paper = (entry: number, number: number, digits: string, invalid = false) => ({
    groupCode: 'members',
    entry,
    number,
    marks: invalid ? '-' : marks(digits),
    invalid,
  })
  const stack = ['4444', '1111', '2211', '1222']
  const papers = (entry: number, all: readonly string[]) => ({
    groupCode: 'members',
    entry,
    lines: [...all.map((digits, i) => paper(entry, i + 1, digits)), paper(entry, 5, '', true)],
  })
  const opened = await call('ballot.count', {
    ballotId,
    way: 'twice',
    firstTeller: '唐立',
    secondTeller: '何雨晴',
    scrutineer: '许文博',
    papers: papers(1, stack),
  })
  const returns = [{ groupCode: 'members', issued: 5, returned: 5, valid: 4, invalid: 1 }]
  const second = await call('ballot.count', { ballotId, ...opened, returns, papers: papers(2, ['4444', '1111', '2211', '1212']) })
  await expect(call('ballot.close', { ...second, closedOn: '2026-11-21' })).rejects.toMatchObject({
    facts: { issues: [{ message: '还不能封票。党员：两遍录入有 1 张不同，第一处是第 4 张' }] },
  })
  const mended = await call('ballot.count', { ballotId, ...second, papers: papers(2, stack) })
  await call('ballot.close', { ...mended, closedOn: '2026-11-21' })
  const { rows } = await call('ballot.result', { ballotId })
  expect(rows.map(row => row.total.votes['overall'])).toEqual([
    { excellent: 2, qualified: 1, basic: 0, unqualified: 1, blank: 0 },
    { excellent: 1, qualified: 2, basic: 0, unqualified: 1, blank: 0 },
    { excellent: 2, qualified: 1, basic: 0, unqualified: 1, blank: 0 },
    { excellent: 2, qualified: 1, basic: 0, unqualified: 1, blank: 0 },
  ])
  expect(await call('ballot.papers', { countId: mended.countId, groupCode: 'members' })).toEqual([])
  expect(await call('audit.verify', {})).toMatchObject({ ok: true })
  expect(app).toBeDefined()
})
