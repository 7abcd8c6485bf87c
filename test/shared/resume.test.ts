import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readResume, resumeFindings, type WrittenPeriod, writeResume } from '../../shared/rules/resume.ts'

const period = (from: string, to: string | null, text = '某单位', within: readonly string[] = []): WrittenPeriod => ({ from, to, text, within })

test.each([
  ['2004.09--2008.07  某大学', '2004-09', '2008-07'],
  ['2004.09-2008.07  某大学', '2004-09', '2008-07'],
  ['2004.09—2008.07 某大学', '2004-09', '2008-07'],
  ['2004.09——2008.07 某大学', '2004-09', '2008-07'],
  ['2004.09―2008.07 某大学', '2004-09', '2008-07'],
  ['2004.09–2008.07 某大学', '2004-09', '2008-07'],
  ['2004.09─2008.07 某大学', '2004-09', '2008-07'],
  ['2004.09－2008.07 某大学', '2004-09', '2008-07'],
  ['2004.09~2008.07 某大学', '2004-09', '2008-07'],
  ['2004.09～2008.07 某大学', '2004-09', '2008-07'],
  ['2004.09至2008.07 某大学', '2004-09', '2008-07'],
  ['2004.9-2008.7 某大学', '2004-09', '2008-07'],
  ['200409--200807  某大学', '2004-09', '2008-07'],
  ['2004年9月至2008年7月 某大学', '2004-09', '2008-07'],
  ['2004年9月—2008年7月，某大学'.replace('，', ' '), '2004-09', '2008-07'],
  ['2004/09-2008/07 某大学', '2004-09', '2008-07'],
  ['2004-09 -- 2008-07 某大学', '2004-09', '2008-07'],
  ['２００４．０９--２００８．０７　某大学', '2004-09', '2008-07'],
  ['2004.09 -- 2008.07某大学', '2004-09', '2008-07'],
  ['2004.09--         某大学', '2004-09', null],
  ['2004.09--       某大学', '2004-09', null],
  ['2004.09-- 某大学', '2004-09', null],
  ['2004.09至今 某大学', '2004-09', null],
  ['2004.09--至今  某大学', '2004-09', null],
  ['2004.09—今 某大学', '2004-09', null],
  ['2004年9月至今：某大学', '2004-09', null],
  ['2004--2008  某大学', '2004', '2008'],
  ['2004年至2008年 某大学', '2004', '2008'],
])('%s is read', (line, from, to) => {
  expect(readResume(line)).toEqual({ periods: [period(from, to, '某大学')], unread: [] })
})

test('figures at the beginning of the text are no end of the period', () => {
  expect(readResume('2015.03--         2012级辅导员').periods).toEqual([period('2015-03', null, '2012级辅导员')])
  expect(readResume('2015.03--2012级辅导员').periods).toEqual([period('2015-03', null, '2012级辅导员')])
})

test('其间 is a line of its period, wrapped lines are joined, and what stands before the first period is told', () => {
  const text = [
    '本人简历',
    '2004.09--2008.07  某大学公共管理学院',
    '                  行政管理专业学习',
    '2008.07--         某单位办公室副主任',
    '                  （其间：2016.03--2016.07某党校学习；',
    '                  2017.03--2017.09挂职某县）',
    '                  （2018.01明确为正科级）',
  ].join('\r\n')
  expect(readResume(text)).toEqual({
    unread: ['本人简历'],
    periods: [
      period('2004-09', '2008-07', '某大学公共管理学院行政管理专业学习'),
      period('2008-07', null, '某单位办公室副主任', ['（其间：2016.03--2016.07某党校学习；2017.03--2017.09挂职某县）', '（2018.01明确为正科级）']),
    ],
  })
})

test('a bracket that nobody closed does not take the periods after it', () => {
  expect(readResume('2004.09--2008.07  某大学（法学\n2008.07--         某单位').periods).toHaveLength(2)
})

test.each([null, '', '\n \n', '2008年度优秀', '2004.13--2008.07 某大学', '0004.01--0005.01 某大学'])('%s has no period', text => {
  expect(readResume(text).periods).toEqual([])
})

test('it is written in the layout of the official editor', () => {
  const periods = [period('2004-09', '2008-07', '某大学'), period('2008-07', null, '某单位', ['（其间：2016.03--2016.07某党校学习）'])]
  expect(writeResume(periods)).toBe('2004.09--2008.07  某大学\n2008.07--         某单位\n                  （其间：2016.03--2016.07某党校学习）')
})

const year = fc.integer({ min: 1950, max: 2030 })
const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`)
const words = fc.constantFrom('某大学学习', '某单位科员', '2012级辅导员', '某局（副科级）', '')
const anyPeriod = fc.record({
  from: month,
  to: fc.option(month),
  text: words,
  within: fc.array(fc.constantFrom('（其间：2016.03--2016.07某党校学习）', '（2018.01明确为正科级）'), { maxLength: 2 }),
})

test('what is written is read again as it was', () => {
  fc.assert(
    fc.property(fc.array(anyPeriod), periods => {
      expect(readResume(writeResume(periods)).periods).toEqual(periods)
    }),
  )
})

test('any text is read without an error, and what is read is stable', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('2', '0', '1', '.', '-', '—', '至', '今', ' ', '年', '月', '（', '）', '某', '\n'), maxLength: 60 }),
  )
  fc.assert(
    fc.property(line, text => {
      const once = readResume(text).periods
      expect(readResume(writeResume(once)).periods.map(p => p.from)).toEqual(once.map(p => p.from))
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['in the month in which the one before ended', '2008-07', '2008-07', []],
  ['in the month after', '2008-07', '2008-08', []],
  ['over the new year', '2008-12', '2009-01', []],
  ['a month too late', '2008-07', '2008-09', ['gap']],
  ['a year too late', '2008-07', '2009-08', ['gap']],
  ['a month too early', '2008-07', '2008-06', ['overlap']],
])('a period that begins %s', (_, to, from, codes) => {
  const findings = resumeFindings([period('2004-09', to), period(from, null)], '2026-11')
  expect(findings.map(finding => finding.code)).toEqual(codes)
})

test.each([
  ['an open end before the last period', [period('2004-09', null), period('2008-07', null)], ['stillOpen']],
  ['an end long before this month', [period('2004-09', '2026-09')], ['endsEarly']],
  ['an end last month', [period('2004-09', '2026-10')], []],
  ['an end before the beginning', [period('2008-07', '2004-09')], ['backwards', 'endsEarly']],
  ['a beginning in the future', [period('2026-12', null)], ['future']],
  ['a year without a month', [period('2004', '2008'), period('2012-01', null)], ['noMonth']],
  ['其间 within', [period('2004-09', null, '', ['（其间：2004.09--2005.01某党校）'])], []],
  ['其间 before', [period('2004-09', null, '', ['（其间：2004.08--2005.01某党校）'])], ['withinOutside']],
  ['其间 after', [period('2004-09', '2026-11', '', ['（其间：2005.01--2026.12某党校）'])], ['withinOutside']],
  ['其间 of two', [period('2004-09', '2026-11', '', ['（其间：2005.01--2006.12某党校；2003.01--2003.02挂职）'])], ['withinOutside']],
  ['nothing', [], []],
])('%s', (_, periods, codes) => {
  expect(resumeFindings(periods, '2026-11').map(finding => finding.code)).toEqual(codes)
})

test('a gap says from when to when, and how many months', () => {
  expect(resumeFindings([period('2004-09', '2008-07'), period('2008-10', null)], '2026-11')).toEqual([
    { code: 'gap', at: 0, message: '2008.07 到 2008.10 之间空断 2 个月' },
  ])
})
