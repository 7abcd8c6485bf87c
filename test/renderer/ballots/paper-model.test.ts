import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blankPaper, inHand, isWhole, marksOf, pressed, withoutPaper, withPaper, withRow } from '../../../renderer/features/ballots/paper-model.ts'
import { readBlock } from '../../../renderer/features/ballots/paste-block.ts'
import { linesOf, slotsOf } from '../../../renderer/features/ballots/count-content.ts'
import { memberAppraisal } from '../../../shared/ballots/appraisal.ts'
import { rowOf } from '../../../shared/domain/ballot.ts'
import { decodeMarks, talliesOf } from '../../../shared/rules/ballot-papers.ts'
import { planOf } from '../../../shared/rules/ballot-plan.ts'

const plan = planOf(memberAppraisal.paper, [])
const row = (number: number, name: string) => rowOf({ number, name })
const keys = fc.array(fc.constantFrom('0', '1', '2', '3', '4', '5', '9', 'x', 'Backspace', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'a'), { maxLength: 60 })

test('whatever is pressed, a paper counts exactly when every row says something or it is invalid, and it comes back as it was entered', () => {
  fc.assert(
    fc.property(keys, fc.integer({ min: 1, max: 12 }), (pressedKeys, rows) => {
      const paper = pressedKeys.reduce((now, key) => pressed(plan, now, key) ?? now, blankPaper(plan, rows, 1))
      expect(paper.texts).toHaveLength(rows)
      expect(paper.at).toBeLessThanOrEqual(rows)
      const marks = marksOf(plan, paper)
      const said = paper.texts.every(text => text !== '')
      expect(isWhole(plan, rows, paper)).toBe(paper.invalid || said)
      expect(decodeMarks(plan, rows, marks) !== null).toBe(said)
      expect(inHand(plan, rows, { groupCode: 'members', entry: 1, number: 1, marks, invalid: paper.invalid }).texts).toEqual(paper.texts)
    }),
  )
})

test('however papers come and go, they are numbered as they lie, and each row of the totals adds up to the valid ones', () => {
  const step = fc.record({
    add: fc.boolean(),
    at: fc.nat(6),
    digits: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }),
    invalid: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), steps => {
      let papers: Parameters<typeof withPaper>[0] = []
      for (const { add, at, digits, invalid } of steps) {
        const number = Math.min(at, papers.length) + 1
        papers = add ? withPaper(papers, { groupCode: 'members', entry: 1, number, marks: digits.join(';'), invalid }) : withoutPaper(papers, number)
      }
      expect(papers.map(p => p.number)).toEqual(papers.map((_, i) => i + 1))
      const valid = papers.filter(p => !p.invalid).length
      const rows = [1, 2, 3].map(number => ({ number, section: null, places: null }))
      const tallies = talliesOf(plan, rows, papers)
      for (const { number } of papers.length > 0 ? rows : []) {
        expect(tallies.filter(t => t.row === number).reduce((sum, t) => sum + t.votes, 0)).toBe(valid)
      }
      expect(talliesOf(plan, [...rows, { number: 4, section: null, places: null }], withRow(plan, papers)).filter(t => t.row < 4)).toEqual(tallies)
    }),
  )
})

test('a sheet is read by its names and heads in any order; without names it follows the paper, and what is no number of votes is left out', () => {
  const lines = linesOf(plan, [row(1, '高志远'), row(2, '程雅琴'), row(3, '邓文涛')])
  const slots = slotsOf(plan).map((slot, i) => ({ slot, label: ['优秀', '合格', '基本合格', '不合格', '未评'][i] ?? '' }))
  const says = (block: readonly (readonly string[])[]) => {
    const { cells, unknown } = readBlock(block, lines, slots)
    return { cells: cells.map(({ line, slot, value }) => [line.row.name, slots.find(s => s.slot === slot)?.label, value]), unknown }
  }
  expect(
    says([
      ['姓 名', '合计', '不合格', '优秀'],
      ['程 雅琴', '4', '0', '4'],
      ['王小明', '4', '1', '3'],
    ]),
  ).toEqual({
    cells: [
      ['程雅琴', '优秀', '4'],
      ['程雅琴', '不合格', '0'],
    ],
    unknown: ['王小明'],
  })
  expect(
    says([
      ['3', '１', ''],
      ['2', '—', '2'],
    ]).cells,
  ).toEqual([
    ['高志远', '优秀', '3'],
    ['高志远', '合格', '１'],
    ['程雅琴', '优秀', '2'],
    ['程雅琴', '基本合格', '2'],
  ])
})
