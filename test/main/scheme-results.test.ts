import { expect, test } from 'vitest'
import { alike, scoredOffice } from '../support/scored.ts'

const four = (students: number) => [
  { code: 'leaders', label: '领导考评', weight: 20, points: alike(3, 0.9, 0.8, 0.7) },
  { code: 'cadres', label: '干部考评', weight: 20, points: alike(4, 0.95, 0.8, 0.7) },
  { code: 'members', label: '党员互评', weight: 30, points: alike(5, 1, 0.8, 0.5) },
  { code: 'students', label: '同学考评', weight: 30, points: alike(students, 0.9, 0.9, 0.5) },
]

test('the composite is the groups’ means by weight; rank and proposal follow, each with its reasons', async () => {
  const t = await scoredOffice()
  const ballotId = await t.held(2026, four(6))
  const { head, rows } = await t.call('scheme.results', { ballotId })
  expect(head).toMatchObject({
    subjects: 'people',
    scheme: { full: 100 },
    cap: { most: 1, base: 3 },
  })
  expect(rows.map(({ score, rank, proposed }) => [score, rank, proposed])).toEqual([
    [94, 1, 'excellent'],
    [83, 2, 'qualified'],
    [58, 3, 'unqualified'],
  ])
  expect(rows[0]).toMatchObject({ groups: { leaders: 90, cadres: 95, members: 100, students: 90 }, place: 'within' })
  expect(rows[2]?.reasons).toEqual(['各组平均分按权重合计，得 58.00', '58.00 低于 60，建议不合格'])
})

test('加分, 减分 and 一票否决 of the year are in it, those of another year or of another scheme are not', async () => {
  const t = await scoredOffice()
  const [best, middle] = t.people
  const ballotId = await t.held(2026, four(6))
  const other = await t.scheme(2025, four(6))
  const note = (personId: string | undefined, given: object) => t.add('scoreAdjustment', { personId, happenedOn: '2026-06-01', ...given })
  await note(middle, { kind: 'plus', points: 7.5, reason: '获省级奖励' })
  await note(middle, { kind: 'minus', points: 0.5, reason: '缺席一次' })
  await note(middle, { kind: 'plus', points: 50, reason: '上一年的奖励', happenedOn: '2025-12-31' })
  await note(middle, { kind: 'plus', points: 50, reason: '另一方案的加分', schemeId: other })
  await note(best, { kind: 'veto', reason: '受到党纪处分' })
  const { rows, head } = await t.call('scheme.results', { ballotId })
  expect(rows.map(({ weighted, adjusted, score, rank, proposed }) => [weighted, adjusted, score, rank, proposed])).toEqual([
    [94, 0, 94, null, 'unqualified'],
    [83, 7, 90, 1, 'excellent'],
    [58, 0, 58, 2, 'unqualified'],
  ])
  expect(head.findings.map(({ message }) => message)).toContain('一票否决 1 人，不排名次')
  const report = await t.call('scheme.report', { ballotId, row: 2 })
  expect(report.adjustments.map(({ reason }) => reason)).toEqual(['获省级奖励', '缺席一次'])
})

test('a group of which too few took part is not counted, and its own figures are not shown where it has fewer than 3 papers', async () => {
  const t = await scoredOffice()
  const [leaders, cadres, members, students] = four(2)
  if (!leaders || !cadres || !members || !students) throw new Error('four groups')
  const ballotId = await t.held(2026, [leaders, cadres, { ...members, minimum: 80, eligible: 8 }, students])
  const { head, rows } = await t.call('scheme.results', { ballotId })
  expect(head.groups.map(({ label, counts, hidden }) => [label, counts, hidden])).toEqual([
    ['领导考评', true, true],
    ['干部考评', true, false],
    ['党员互评', false, false],
    ['同学考评', true, true],
  ])
  // 90 × 20 + 95 × 20 + 90 × 30 over 70: 互评 is left out.
  expect(rows[0]).toMatchObject({ score: 91.43, provisional: true })
  expect(Object.keys(rows[0]?.groups ?? {})).toEqual(['cadres', 'members'])
  expect(head.findings.map(({ message }) => message)).toContain('党员互评参评 5 / 8，不足方案规定的 80%，不计入')
  const { items } = await t.call('scheme.report', { ballotId, row: 1 })
  expect(items.flatMap(({ groups }) => Object.keys(groups))).toEqual(['cadres', 'members', 'cadres', 'members'])
})

test('a report says what every item came to, and how it was the year before', async () => {
  const t = await scoredOffice()
  await t.held(2025, [{ code: 'members', label: '党员互评', weight: 100, points: alike(5, 0.7, 0.9, 0.9) }])
  const ballotId = await t.held(2026, four(6))
  const { row, items, axes, of, next, previous } = await t.call('scheme.report', { ballotId, row: 1 })
  expect(row.earlier).toMatchObject({ year: 2025, score: 70, rank: 3, of: 3 })
  // Fewer than three areas: the items are the spokes.
  expect(axes.map(({ name, got, share, earlier }) => [name, got, share, earlier])).toEqual([
    ['参加集中学习', 37.6, 94, 70],
    ['本职工作实绩', 56.4, 94, 70],
  ])
  expect(items.map(({ name, weighted, share }) => [name, weighted, share])).toEqual([
    ['参加集中学习', 37.6, 94],
    ['本职工作实绩', 56.4, 94],
  ])
  expect({ of, next, previous }).toEqual({ of: 3, next: 2, previous: null })
  expect(items.reduce((sum, { weighted }) => sum + (weighted ?? 0), 0)).toBeCloseTo(row.weighted ?? 0, 2)
})

test('more over the line than there are places: who is outside is said, and the decision of people stands beside it', async () => {
  const t = await scoredOffice({ excellentFrom: 80, qualifiedFrom: 60, basicFrom: 50 })
  const ballotId = await t.held(2026, four(6))
  await t.call('ballot.decide', { ballotId, decidedOn: '2026-11-22', decisions: [{ row: 2, grade: 'qualified', reason: '名额所限' }] })
  const { head, rows } = await t.call('scheme.results', { ballotId })
  expect(rows.map(({ place }) => place)).toEqual(['within', 'over', null])
  expect(rows[1]).toMatchObject({ proposed: 'excellent', decision: { grade: 'qualified', reason: '名额所限' } })
  expect(rows[1]?.reasons).toContain('优秀名额 1 名，按名次排在名额之外')
  expect(head.findings.find(({ tone }) => tone === 'short')?.message).toBe('达到优秀线 2 人，名额 1 人（正式党员 3 人）')
})

test('before the count is closed there is nothing to see, and a ballot that is not scored has no composite', async () => {
  const t = await scoredOffice()
  const schemeId = await t.scheme(2026, four(6))
  const draft = { name: '量化考核', organizationId: t.first, year: 2026 }
  const open = await t.call('ballot.create', { draft: { ...draft, kind: 'performance', schemeId } })
  const other = await t.call('ballot.create', { draft: { ...draft, kind: 'memberAppraisal' } })
  await expect(t.call('scheme.results', { ballotId: open.id })).rejects.toMatchObject({ facts: { issues: [{ message: '还没有封票，封票后才有结果' }] } })
  await expect(t.call('scheme.results', { ballotId: other.id })).rejects.toMatchObject({
    facts: { issues: [{ message: '这次测评不按考核方案打分，没有综合得分' }] },
  })
})

test('wherever a scored ballot is looked at, score and rank are the same: with what was added, taken off and decides alone', async () => {
  const t = await scoredOffice()
  const [best, middle] = t.people
  const ballotId = await t.held(2026, four(6))
  await t.add('scoreAdjustment', { personId: best, happenedOn: '2026-06-01', kind: 'veto', reason: '受到党纪处分' })
  await t.add('scoreAdjustment', { personId: middle, happenedOn: '2026-06-01', kind: 'plus', points: 1.25, reason: '获奖' })
  const [composite, counted] = [await t.call('scheme.results', { ballotId }), await t.call('ballot.result', { ballotId })]
  const standing = (rows: readonly { readonly score: number | null; readonly rank: number | null }[]) => rows.map(({ score, rank }) => [score, rank])
  expect(standing(counted.rows)).toEqual(standing(composite.rows))
  expect(standing(counted.rows)).toEqual([
    [94, null],
    [84.25, 1],
    [58, 2],
  ])
  expect(counted.rows[0]?.findings.filter(({ tone }) => tone === 'warn').map(({ message }) => message)).toEqual([
    '一票否决：受到党纪处分，建议不合格，不排名次',
  ])
})

test('党建责任制考核 scores bodies openly by a scheme of bodies, and its grade stands beside the name of who leads one when cadres are assessed', async () => {
  const t = await scoredOffice()
  const secretary = await t.member({ name: '马书记', partyPost: '党支部书记', fullMemberOn: '2012-01-01', joinedOn: '2011-01-01' })
  const { id: schemeId } = await t.call('scheme.save', {
    draft: { name: '基层党建责任制考核方案', year: 2026, target: 'organization', trimmed: false, excellentFrom: 90, qualifiedFrom: 75, basicFrom: 60 },
    items: [{ number: 1, area: '党建责任制', name: '报告和督促检查', points: 100 }],
  })
  const { id } = await t.call('ballot.create', {
    draft: { name: '2026年党建责任制考核', kind: 'dutyAssessment', organizationId: t.top, year: 2026, schemeId, heldOn: '2026-11-02' },
  })
  const tally = (row: number, points: number) => ({ groupCode: 'all', row, item: '1', option: 'scored', votes: 2, points })
  const { countId, version } = await t.call('ballot.count', {
    ballotId: id,
    firstTeller: '唐立',
    secondTeller: '何雨晴',
    scrutineer: '许文博',
    returns: [{ groupCode: 'all', issued: 2, returned: 2, valid: 2, invalid: 0 }],
    tallies: [tally(1, 183), tally(2, 131)],
  })
  await t.call('ballot.close', { countId, version, closedOn: '2026-11-03' })
  const { rows } = await t.call('scheme.results', { ballotId: id })
  // Two assessors are enough: it is not secret.
  expect(rows.map(({ name, score, groups, proposed }) => [name, score, groups, proposed])).toEqual([
    ['第二党支部', 91.5, { all: 91.5 }, 'excellent'],
    ['第一党支部', 65.5, { all: 65.5 }, 'basic'],
  ])
  await t.call('ballot.decide', { ballotId: id, decidedOn: '2026-11-10', decisions: [{ row: 2, grade: 'basic' }] })
  const cadres = await t.call('ballot.create', {
    draft: { name: '干部民主测评', kind: 'cadreAssessment', organizationId: t.top, year: 2026, heldOn: '2026-11-20' },
    rows: [{ number: 1, personId: secretary, name: '马书记', part: 'graded', written: false }],
  })
  const [row] = (await t.call('ballot.get', { ballotId: cadres.id })).rows
  expect(row?.facts).toContainEqual({ label: '党建考核', value: '2026 年基本合格', tone: 'short' })
})

test('a small group that alone counts among the hidden ones would be read off the composite: another that counts is hidden with it', async () => {
  const t = await scoredOffice()
  const [leaders, cadres, members, students] = four(2)
  if (!leaders || !cadres || !members || !students) throw new Error('four groups')
  // 领导考评 weighs nothing and has three papers: hiding it beside the two of 同学考评 would hide nothing in the composite.
  const ballotId = await t.held(2026, [{ ...leaders, weight: 0 }, { ...cadres, weight: 40 }, members, students])
  const { head, rows } = await t.call('scheme.results', { ballotId })
  expect(head.groups.map(({ label, hidden }) => [label, hidden])).toEqual([
    ['领导考评', true],
    ['干部考评', true],
    ['党员互评', false],
    ['同学考评', true],
  ])
  expect(Object.keys(rows[0]?.groups ?? {})).toEqual(['members'])
  const counted = await t.call('ballot.result', { ballotId })
  expect(Object.keys(counted.rows[0]?.groups ?? {})).toEqual(['members'])
})
