import { expect, test } from 'vitest'
import type { SecretClass } from '../../shared/records/secrecy.ts'
import { secretClassNames } from '../../shared/records/secrecy.ts'
import { smallOffice } from '../support/office.ts'
import { signedLetter } from '../support/petition.ts'

async function office(granted: readonly SecretClass[] = secretClassNames) {
  const t = await smallOffice({ today: '2026-11-24', granted })
  const person = await t.member({ name: '乔修远', leader: true, workPost: '某局副局长' })
  const admonition = (given: object = {}) =>
    t.add('admonition', {
      personId: person,
      kind: 'inquiry',
      way: 'letter',
      level: 'sectionDeputy',
      category: 'centralism',
      problem: '工程变更没有集体研究',
      executedOn: '2026-03-10',
      ...given,
    })
  const board = (more: object = {}) => t.call('supervision.board', { year: 2026, ...more })
  const kindOf = async (kind: string, more: object = {}) => (await board(more)).kinds.find(found => found.kind === kind)
  return { ...t, person, admonition, board, kindOf }
}

test('every figure has its records: by month, by level, of this year against as much of the last', async () => {
  const { admonition, board, kindOf } = await office()
  const [march, may] = [await admonition(), await admonition({ executedOn: '2026-05-06', category: 'style' })]
  await admonition({ executedOn: '2025-11-24' })
  await admonition({ executedOn: '2025-11-25', category: 'duty' })
  const inquiry = await kindOf('inquiry')
  expect(inquiry).toMatchObject({ total: 2, before: 1, open: 2 })
  expect([inquiry?.months[2], inquiry?.months[4]]).toEqual([[march], [may]])
  const { levels, matters } = await board()
  expect(levels).toMatchObject([{ label: '乡科级副职', kinds: expect.arrayContaining([{ kind: 'inquiry', ids: expect.arrayContaining([march, may]) }]) }])
  expect(matters.find(({ id }) => id === march)).toMatchObject({
    type: 'admonition',
    name: '乔修远',
    organization: '第一党支部',
    on: '2026-03-10',
    closed: false,
  })
})

test('what is owed and late stands with its days, the oldest first; what was done or closed does not', async () => {
  const { admonition, add, first, board } = await office()
  await admonition({ executedOn: '2026-11-02' })
  await admonition({ executedOn: '2026-08-03', repliedOn: '2026-09-01', category: 'style' })
  await add('oversightMatter', {
    organizationId: first,
    method: 'audit',
    category: 'integrity',
    problem: '接待没有公函',
    foundOn: '2026-08-01',
    dueOn: '2026-11-04',
  })
  const { overdue } = await board()
  expect(overdue.map(({ name, duty, dueOn, overdueBy }) => [name, duty, dueOn, overdueBy])).toEqual([
    ['第一党支部', '整改', '2026-11-04', 20],
    ['乔修远', '函询回复', '2026-11-23', 1],
  ])
})

test('an unclear reply is told until it was asked again', async () => {
  const { admonition, board } = await office()
  const id = await admonition({ repliedOn: '2026-03-20', replyState: 'unclear' })
  expect((await board()).unclear).toEqual([id])
  await admonition({ executedOn: '2026-04-01', earlierId: id })
  expect((await board()).unclear).toEqual([])
})

test('the same kind of problem of the same person within two years is told, whichever register it came from, and by what the office says', async () => {
  const { call, admonition, add, person, board } = await office()
  const first = await add('oversightMatter', { personId: person, method: 'tour', category: 'centralism', problem: '会前没有酝酿', foundOn: '2024-03-10' })
  const second = await admonition()
  expect((await board()).repeated).toMatchObject([{ name: '乔修远', category: '民主集中制', ids: [first, second] }])
  await call('records.create', {
    type: 'parameter',
    draft: { key: 'supervision.repeatYears', value: 1, startsOn: '2026-01-01', clause: null, basis: 'policy', remark: null },
  })
  expect((await board()).repeated).toEqual([])
})

test('leading cadres without a talk this year are named with the last one; a talk in the 台账 or a 诫勉 that was one counts', async () => {
  const { add, admonition, member, person, board } = await office()
  const other = await member({ name: '顾望舒', leader: true })
  await add('talk', { personId: other, talkedOn: '2025-06-01', occasion: 'integrity' })
  expect((await board()).talks).toMatchObject({
    people: 2,
    without: [
      { name: '乔修远', last: null },
      { name: '顾望舒', last: '2025-06-01' },
    ],
  })
  await admonition({ personId: person, kind: 'admonish', way: 'talk' })
  await add('talk', { personId: other, talkedOn: '2026-06-01', occasion: 'integrity' })
  expect((await board()).talks.without).toEqual([])
})

test('an appraisal in which all were given the same, and nobody wrote a word, is told', async () => {
  const { add, first, board } = await office()
  const ballotId = await add('ballot', { organizationId: first, kind: 'memberAppraisal', year: 2026, name: '2026年度民主评议', heldOn: '2026-11-10' })
  const decide = (row: number, grade: string, reason: string | null = null) =>
    add('gradeDecision', { ballotId, row, year: 2026, grade, decidedOn: '2026-11-12', reason })
  for (const row of [1, 2, 3]) await decide(row, 'qualified')
  expect((await board()).shapes.map(({ alert, part, of, same }) => [alert, part, of, same])).toEqual([
    ['sameGrade', 3, 3, '合格'],
    ['noWords', 3, 3, ''],
  ])
  await decide(4, 'excellent', '表现突出')
  expect((await board()).shapes).toEqual([])
})

test('a part of the organization has its own figures', async () => {
  const { admonition, kindOf, first, second } = await office()
  await admonition()
  expect(await kindOf('inquiry', { organizationId: first })).toMatchObject({ total: 1 })
  expect(await kindOf('inquiry', { organizationId: second })).toMatchObject({ total: 0 })
})

test('who was granted one class has nothing of another, neither figure nor record nor debt', async () => {
  const { regrant, person, add, admonition, board } = await office()
  await admonition({ executedOn: '2026-09-07' })
  await add('petition', signedLetter(person, '2026-09-07', { category: 'centralism' }))
  expect((await board()).overdue.map(({ duty }) => duty)).toEqual(expect.arrayContaining(['受理告知', '函询回复']))
  expect((await board()).repeated).toHaveLength(1)
  await regrant(['admonition'])
  const { kinds, matters, overdue, repeated } = await board()
  expect(kinds.find(({ kind }) => kind === 'petition')).toMatchObject({ total: 0, before: 0, open: 0 })
  expect(matters.map(({ type }) => type)).toEqual(['admonition'])
  expect(overdue.map(({ duty }) => duty)).toEqual(['函询回复'])
  expect(repeated).toEqual([])
})
