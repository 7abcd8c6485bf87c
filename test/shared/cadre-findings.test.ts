import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cadre } from '../../shared/domain/cadre.ts'
import { type YearGradeName, yearGrades } from '../../shared/domain/cadre-words.ts'
import { keysOf } from '../../shared/records/keys.ts'
import { cadreFindings } from '../../shared/rules/cadre-findings.ts'
import { readYearGrades, writeYearGrades } from '../../shared/rules/year-grades.ts'

const graded = fc
  .uniqueArray(fc.record({ year: fc.integer({ min: 1990, max: 2030 }), grade: fc.constantFrom<YearGradeName>(...keysOf(yearGrades)) }), {
    selector: g => g.year,
    maxLength: 8,
  })
  .map(list => list.toSorted((a, b) => a.year - b.year))

test('年度考核 written as a sentence are read as the same years and grades', () => {
  fc.assert(
    fc.property(graded, list => {
      expect(readYearGrades(writeYearGrades(list))).toEqual(list)
    }),
  )
})

test.each([
  ['2023年、2024年、2025年年度考核均为称职。', [2023, 2024, 2025], 'competent'],
  ['2023-2025年度考核称职', [2023, 2024, 2025], 'competent'],
  ['2024年度考核优秀', [2024], 'excellent'],
  ['２０２４年考核为基本称职', [2024], 'basic'],
])('%s', (text, years, grade) => expect(readYearGrades(text)).toEqual(years.map(year => ({ year, grade }))))

test.each(['近三年考核均为称职', '2024年考核称职，2024年优秀', '2023年、2024年', '称职'])('%s is not guessed at', text =>
  expect(readYearGrades(text)).toBeNull(),
)

const nothing = { startedWork: '2008-07', photo: 'a', leftOn: null, gradesText: null } satisfies Partial<Cadre>
const facts = {
  record: nothing,
  bornOn: '1985-03-07',
  resume: [{ number: 1, since: '2004-09', until: null, content: '某单位' }],
  family: [{ number: 1, relation: '妻子', name: '钱二', born: null, politics: null, work: null }],
  grades: [2023, 2024, 2025].map(year => ({ year, grade: 'competent' as const, remark: null })),
  holdings: [],
  checks: [],
  postYears: 10,
  retires: null,
  today: '2026-11-23',
}
const codes = (more: object) => cadreFindings({ ...facts, ...more }).map(({ code }) => code)

test('a file that is whole gives nothing to look at, and who has left is not looked at', () => {
  expect(codes({})).toEqual([])
  expect(codes({ family: [], record: { ...nothing, leftOn: '2026-01-01' } })).toEqual([])
})

test('what a personal file differs in is told until it is settled', () => {
  const items = [{ item: 'party' as const, archive: null, sheet: null, agrees: false, basis: null }]
  const check = (settledOn: string | null) => ({ record: { checkedOn: '2026-01-05', settledOn, missing: null }, items })
  expect(codes({ checks: [check(null)] })).toEqual(['archive'])
  expect(codes({ checks: [check('2026-02-05')] })).toEqual([])
})

test('a résumé of 34 lines goes on the leaf, one of 35 is told', () => {
  const lines = (count: number) => [{ ...facts.resume[0], content: Array.from({ length: count }, () => '某单位').join('\n') }]
  expect(codes({ resume: lines(34) })).toEqual([])
  expect(codes({ resume: lines(35) })).toEqual(['resumeLong'])
})

test('a gap in the résumé, work begun at fifteen, a year without a grade and ten years in one post are told', () => {
  const resume = [
    { number: 1, since: '2004-09', until: '2008-07', content: '某大学学习' },
    { number: 2, since: '2008-11', until: null, content: '某单位' },
  ]
  expect(codes({ resume })).toEqual(['resume gap'])
  expect(codes({ record: { ...nothing, startedWork: '2001-02' } })).toEqual(['workTooYoung'])
  expect(codes({ grades: facts.grades.slice(1) })).toEqual(['noGrades'])
  expect(codes({ grades: [], record: { ...nothing, gradesText: '2023年、2024年、2025年年度考核均为称职。' } })).toEqual([])
  const holding = { title: '局长', startsOn: '2016-11-23', endsOn: null, probationUntil: null, confirmedOn: null, termUntil: null }
  expect(codes({ holdings: [holding] })).toEqual(['longPost'])
  expect(codes({ holdings: [{ ...holding, startsOn: '2016-11-24' }] })).toEqual([])
  expect(codes({ holdings: [holding], postYears: 0 })).toEqual([])
})
