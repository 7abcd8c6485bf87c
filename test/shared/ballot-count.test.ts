import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ballots } from '../../shared/ballots/index.ts'
import { type BallotKindName, ballotKinds } from '../../shared/domain/ballot-words.ts'
import { checksOf, closingFaults, type Count } from '../../shared/rules/ballot-checks.ts'
import { decodeMarks, encodeMarks, type EnteredPaper, type Mark, overfullSections, talliesOf } from '../../shared/rules/ballot-papers.ts'
import { type Plan, planOf } from '../../shared/rules/ballot-plan.ts'
import { perCent, resultsOf } from '../../shared/rules/ballot-results.ts'
import { fewestShown, hiddenGroups } from '../../shared/rules/ballot-secrecy.ts'
import { add, compare, divide, fraction, hundredths, multiply, zero } from '../../shared/rules/fractions.ts'

const scored = [
  { number: 1, area: '政治素质', name: '理论学习', points: 20 },
  { number: 2, area: '政治素质', name: '组织纪律', points: 30 },
  { number: 3, area: '作用发挥', name: '岗位业绩', points: 50 },
]
const kinds = Object.keys(ballotKinds) as BallotKindName[]
const planFor = (kind: BallotKindName) => planOf(ballots[kind].paper, scored)

const row = (number: number, section: string | null = null, places: number | null = null) => ({
  number,
  name: `第${number}人`,
  section,
  places,
  written: false,
})
const tellers = { first: '唐立', second: '何雨晴', scrutineer: '许文博' }

/** What one paper may say: of every item one of its options, points, or nothing. */
const marksOf = (plan: Plan, rows: number): fc.Arbitrary<Mark[][]> =>
  fc.array(
    fc.tuple(
      ...plan.items.map(({ points, options }): fc.Arbitrary<Mark> =>
        points === null
          ? fc.constantFrom(null, ...options.map(o => o.key))
          : fc.oneof(
              fc.constant(null),
              fc.integer({ min: 0, max: points * 2 }).map(half => half / 2),
            ),
      ),
    ),
    { minLength: rows, maxLength: rows },
  )

interface Stack {
  readonly kind: BallotKindName
  readonly rows: readonly ReturnType<typeof row>[]
  readonly papers: readonly EnteredPaper[]
}

const stacks: fc.Arbitrary<Stack> = fc.record({ kind: fc.constantFrom(...kinds), rows: fc.integer({ min: 1, max: 6 }) }).chain(({ kind, rows: n }) => {
  const plan = planFor(kind)
  const rows = Array.from({ length: n }, (_, i) => row(i + 1, i % 2 === 0 ? '书记' : '委员', 1))
  const paper = fc.record({ marks: marksOf(plan, n), invalid: fc.boolean(), groupCode: fc.constantFrom('a', 'b') })
  return fc.array(paper, { maxLength: 20 }).map(all => ({
    kind,
    rows,
    papers: all.map(({ marks, invalid, groupCode }, i) => ({ groupCode, entry: 1, number: i + 1, marks: encodeMarks(plan, marks), invalid })),
  }))
})

/** The count that a stack of papers comes to when everything was written down right. */
function countOf({ kind, rows, papers }: Stack): Count {
  const plan = planFor(kind)
  const returns = ['a', 'b'].map(groupCode => {
    const own = papers.filter(paper => paper.groupCode === groupCode)
    const invalid = own.filter(paper => paper.invalid).length
    return { groupCode, issued: own.length, returned: own.length, valid: own.length - invalid, invalid }
  })
  const groups = [
    { code: 'a', label: '甲', eligible: null },
    { code: 'b', label: '乙', eligible: null },
  ]
  // Where a group has no paper, its cells are filled with noughts as a clerk would.
  const tallies = talliesOf(plan, rows, [...papers, ...['a', 'b'].map(groupCode => ({ groupCode, entry: 1, number: 0, marks: '', invalid: true }))])
  return { plan, groups, rows, returns, tallies }
}

test('what a paper says comes back as it was written, whatever the kind of paper', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds).chain(kind => marksOf(planFor(kind), 4).map(marks => ({ kind, marks }))),
      ({ kind, marks }) => {
        expect(decodeMarks(planFor(kind), 4, encodeMarks(planFor(kind), marks))).toEqual(marks)
      },
    ),
  )
})

test('text that is no paper of this ballot is refused, never half read', () => {
  const plan = planFor('memberAppraisal')
  for (const text of ['', '1;2', '1;2;5', '1;2;3;4', 'a;b;c', '1,1;2;3', '-1;2;3', '１;2;3', '1;2;3;']) expect(decodeMarks(plan, 3, text), text).toBeNull()
  expect(decodeMarks(planFor('performance'), 1, '20,30.5,50')).toBeNull()
  expect(decodeMarks(planFor('performance'), 1, '20,29.5,-')).toEqual([[20, 29.5, null]])
})

test('papers counted one by one always agree: every check holds and the count can be closed', () => {
  fc.assert(
    fc.property(stacks, stack => {
      const count = countOf(stack)
      expect(checksOf(count).filter(check => check.state !== 'agrees')).toEqual([])
      expect(closingFaults(count, tellers)).toEqual([])
    }),
  )
})

test('of every row, each group and all together, the votes sum to the valid papers', () => {
  fc.assert(
    fc.property(stacks, stack => {
      const count = countOf(stack)
      const weights = count.groups.map(group => ({ ...group, weight: 50 }))
      for (const result of resultsOf(count, weights, ballots[stack.kind].ranked)) {
        for (const figures of [result.total, ...Object.values(result.groups)])
          for (const votes of Object.values(figures.votes)) expect(Object.values(votes).reduce((sum, n) => sum + n, 0)).toBe(figures.valid)
        for (const [item, votes] of Object.entries(result.total.votes))
          for (const [option, n] of Object.entries(votes))
            expect(n).toBe(Object.values(result.groups).reduce((sum, figures) => sum + (figures.votes[item]?.[option] ?? 0), 0))
      }
    }),
  )
})

test('a changed figure never passes: one vote more or less in a marked row is told, with row and difference, and keeps the count open', () => {
  const marked = stacks.filter(({ kind, papers }) => planFor(kind).items.every(i => i.points === null && i.options.length > 1) && papers.some(p => !p.invalid))
  fc.assert(
    fc.property(marked, fc.nat(), fc.boolean(), (stack, at, up) => {
      const count = countOf(stack)
      const cells = count.tallies.filter(line => (up ? true : line.votes > 0))
      const cell = cells[at % cells.length]
      const changed = { ...count, tallies: count.tallies.map(line => (line === cell ? { ...line, votes: line.votes + (up ? 1 : -1) } : line)) }
      const wrong = checksOf(changed).filter(check => check.state === 'wrong' && check.code === 'rows')
      expect(wrong.map(check => [check.groupCode, check.row, check.item])).toEqual([[cell?.groupCode, cell?.row, cell?.item]])
      expect(wrong[0]?.message).toContain(up ? '多 1' : '少 1')
      expect(closingFaults(changed, tellers)).not.toEqual([])
    }),
  )
})

const entries = fc.array(
  fc.oneof(
    fc.record({ what: fc.constantFrom('issued', 'returned', 'valid', 'invalid' as const), value: fc.option(fc.integer({ min: 0, max: 4 })) }),
    fc.record({ row: fc.integer({ min: 1, max: 2 }), option: fc.constantFrom('agree', 'against', 'blank'), value: fc.option(fc.integer({ min: 0, max: 4 })) }),
  ),
  { minLength: 8, maxLength: 60 },
)

test('no sequence of entries closes a count whose sums disagree', () => {
  let closed = 0
  fc.assert(
    fc.property(entries, steps => {
      const line: Record<string, number | null> = { issued: 2, returned: 2, valid: 2, invalid: 0 }
      const cells = new Map<string, number>([
        ['1 agree', 2],
        ['2 agree', 1],
        ['2 against', 1],
      ])
      for (const step of steps) {
        if ('what' in step) line[step.what] = step.value
        else if (step.value === null) cells.delete(`${step.row} ${step.option}`)
        else cells.set(`${step.row} ${step.option}`, step.value)
        const { issued = null, returned = null, valid = null, invalid = null } = line
        const votes = (r: number) => ['agree', 'against', 'blank'].reduce((sum, option) => sum + (cells.get(`${r} ${option}`) ?? 0), 0)
        const agrees =
          issued !== null &&
          returned !== null &&
          valid !== null &&
          invalid !== null &&
          issued >= returned &&
          returned === valid + invalid &&
          votes(1) === valid &&
          votes(2) === valid
        const tallies = [...cells].map(([key, n]) => ({ groupCode: 'a', row: Number(key[0]), item: 'overall', option: key.slice(2), votes: n, points: null }))
        const faults = closingFaults(
          {
            plan: planFor('admissionVote'),
            groups: [{ code: 'a', label: '全体', eligible: null }],
            rows: [row(1), row(2)],
            returns: [{ groupCode: 'a', issued, returned, valid, invalid }],
            tallies,
          },
          tellers,
        )
        if (faults.length > 0) continue
        closed += 1
        expect(agrees).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
  expect(closed).toBeGreaterThan(0)
})

test('two tellers and a scrutineer are three people', () => {
  const count = countOf({ kind: 'admissionVote', rows: [row(1)], papers: [] })
  expect(closingFaults(count, { ...tellers, second: null })).toEqual(['填两名计票人'])
  expect(closingFaults(count, { ...tellers, scrutineer: '唐立' })).toEqual(['两名计票人和监票人应是不同的人'])
})

test('a paper that names more people than there are places says nothing of that post, and counts for the others', () => {
  const plan = planFor('meetingRecommendation')
  const rows = [row(1, '馆长', 1), row(2, '馆长', 1), row(3, '副馆长', 2)]
  const marks: Mark[][] = [['chosen'], ['chosen'], ['chosen']]
  expect([...overfullSections(plan, rows, marks)]).toEqual(['馆长'])
  const tallies = talliesOf(plan, rows, [{ groupCode: 'a', entry: 1, number: 1, marks: encodeMarks(plan, marks), invalid: false }])
  expect(tallies.filter(line => line.option === 'chosen').map(line => line.votes)).toEqual([0, 0, 1])
})

test('a weighted score is the sum of the groups’ own means by their weights, exactly; a group without papers leaves it 暂算 over the others', () => {
  const points = fc.integer({ min: 0, max: 40 }).map(half => half / 2)
  fc.assert(
    fc.property(fc.array(points, { minLength: 1, maxLength: 9 }), fc.array(points, { maxLength: 9 }), fc.integer({ min: 1, max: 99 }), (a, b, weight) => {
      const plan = planOf(ballots.performance.paper, scored.slice(0, 1))
      const papers = [a, b].flatMap((group, g) =>
        group.map((value, i) => ({ groupCode: 'ab'[g] ?? '', entry: 1, number: i + 1, marks: encodeMarks(plan, [[value]]), invalid: false })),
      )
      const count = countOf({ kind: 'performance', rows: [row(1)], papers })
      const own = { ...count, plan, tallies: talliesOf(plan, [row(1)], papers) }
      const groups = [
        { code: 'a', label: '甲', weight },
        { code: 'b', label: '乙', weight: 100 - weight },
      ]
      const [result] = resultsOf(own, groups, 'score')
      const mean = (all: readonly number[]) => divide(all.map(hundredths).reduce(add, zero), fraction(all.length))
      const expected = b.length === 0 ? mean(a) : add(multiply(fraction(weight, 100), mean(a)), multiply(fraction(100 - weight, 100), mean(b)))
      expect(result?.score && compare(result.score, expected)).toBe(0)
      expect(result?.lacking).toEqual(b.length === 0 ? ['乙'] : [])
    }),
  )
})

test('去极值 leaves out the highest and the lowest paper of each row, where more than two scored it', () => {
  const plan = planOf(ballots.performance.paper, scored.slice(0, 1))
  const papers = [5, 12, 14, 20].map((value, i) => ({ groupCode: 'a', entry: 1, number: i + 1, marks: String(value), invalid: false }))
  expect(talliesOf(plan, [row(1)], papers, true)).toEqual([{ groupCode: 'a', row: 1, item: '1', option: 'scored', votes: 2, points: 26 }])
  expect(talliesOf(plan, [row(1)], papers.slice(0, 2), true)).toMatchObject([{ votes: 2, points: 17 }])
})

test('what is hidden can’t be reckoned: hidden groups are at least two and have three papers together, unless there are no more', () => {
  const groups = fc
    .uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6, selector: n => n })
    .chain(codes => fc.tuple(...codes.map(code => fc.integer({ min: 0, max: 8 }).map(valid => ({ code: String(code), valid })))))
  fc.assert(
    fc.property(groups, all => {
      const hidden = hiddenGroups(all)
      const counted = all.filter(group => group.valid > 0)
      for (const group of counted) if (group.valid < fewestShown) expect(hidden.has(group.code)).toBe(true)
      if (counted.every(group => group.valid >= fewestShown)) {
        expect(hidden.size).toBe(0)
        return
      }
      const own = counted.filter(group => hidden.has(group.code))
      const papers = own.reduce((sum, group) => sum + group.valid, 0)
      expect(own.length === counted.length || (own.length >= 2 && papers >= fewestShown)).toBe(true)
    }),
  )
})

test('shares have one decimal and nothing of nothing is nought', () => {
  expect([perCent(7, 9), perCent(2, 9), perCent(1, 3), perCent(0, 0)]).toEqual([77.8, 22.2, 33.3, 0])
})
