import { expect, test } from 'vitest'
import type { Row } from '../support/workbook.ts'
import { codesOf, importer } from '../support/importing.ts'
import { idOf } from '../support/workbook.ts'

const branch = '机关第一党支部'
const people = Array.from({ length: 12 }, (_, i): Row => [`张${'一二三四五六七八九十甲乙'[i]}`, idOf(`19${70 + i}-03-1${i % 10}`, 11 + i * 2)])

/** An office of twelve members of one branch, and a sheet of hours for them: what is kept of each, by name. */
async function study(headings: readonly string[], ...rows: readonly Row[]) {
  const t = await importer()
  await t.branches(branch)
  await t.write('people', await t.file([{ name: '花名册', rows: [['姓名', '身份证号', '支部'], ...people.map(p => [...p, branch])] }]))
  const token = await t.file([{ name: '学时登记', rows: [['姓名', '身份证号', ...headings], ...rows.map((row, i) => [...(people[i] ?? []), ...row])] }])
  const outcome = await t.write('study', token)
  const { people: standing } = await t.call('quota.people', { quota: 'study-hours', year: 2025 })
  const done = new Map(standing.map(p => [p.name, p.done]))
  return { ...t, outcome, done: rows.map((_, i) => done.get(String(people[i]?.[0]))) }
}

const lecture = ['专题报告会', '2025-03-05', '2025-03-05', 4] as const
const headings = ['活动名称', '开始日期', '结束日期', '学时']

test.each([
  ['出勤', 4, ['正常', '全勤', '已参加', '到会', '准时参加', '迟到']],
  ['补学', 4, ['补课', '线上补学', '补学完成', '缺勤（已补学）', '请假(已补课)']],
  ['请假', 0, ['请病假', '因公请假', '产假', '出差', '请假（待补学）', '病假未补']],
  ['缺勤', 0, ['缺', '无故缺席', '旷会', '未签到', '未请假', '缺训']],
])('in a column of its own, %s goes by many words', async (_, hours, words) => {
  const { outcome, done } = await study([...headings, '出勤'], ...words.map((word): Row => [...lecture, word]))
  expect(outcome.faults).toEqual([])
  expect(done).toEqual(words.map(() => hours))
})

test('a word that says nothing of attendance is a fault', async () => {
  const { outcome } = await study([...headings, '出勤'], [...lecture, '教授'], [...lecture, '待补学'])
  expect(codesOf(outcome.faults)).toEqual(['2 badChoice', '3 badChoice'])
})

test('hours with a unit behind them are numbers; days are converted at the rate in force', async () => {
  const cells = ['1.5 h', '1.5h', '2学时。', '3课时', '１．５', '1天', '1天半', '半天', '两天']
  const { outcome, done } = await study([...headings, '出勤'], ...cells.map((cell): Row => ['培训班', '2025-03-05', '2025-03-06', cell, '出勤']))
  expect(outcome.faults).toEqual([])
  expect(done).toEqual([1.5, 1.5, 2, 3, 1.5, 8, 12, 4, 16])
})

test('a column of days stands for hours where there is none', async () => {
  const { done } = await study(
    ['活动名称', '开始日期', '结束日期', '培训天数'],
    ['培训班', '2025-03-05', '2025-03-06', 2],
    ['培训班', '2025-03-05', '2025-03-06', 0.5],
  )
  expect(done).toEqual([16, 4])
})

test.each(['20250305-20250307', '20250305-0307', '20250305-07', '2025年3月5日至7日', '2025.3.5—2025.3.7'])('%s is three days', async span => {
  const { outcome, records } = await study(['活动名称', '起止时间', '学时'], ['培训班', span, 24])
  expect(outcome.faults).toEqual([])
  expect(await records('activity')).toMatchObject([{ startsOn: '2025-03-05', endsOn: '2025-03-07' }])
})

test('不计入 in the column for it leaves the hours out of the year', async () => {
  const { done } = await study([...headings, '是否计入'], [...lecture, '不计入'])
  expect(done).toEqual([0])
})

test('a column of words that are also marks is no activity of a matrix', async () => {
  const { outcome, records } = await study(['党籍状态', '党员大会（2025年3月5日，2学时）'], ['正常', '√'], ['正常', '请假'])
  expect(outcome.faults).toEqual([])
  expect((await records('activity')).map(a => a['name'])).toEqual(['党员大会'])
})

test('a matrix may name people only, with a day, hours and a kind below each activity', async () => {
  const t = await study(headings)
  const rows = [
    ['姓名', '3月党课', '专题报告会'],
    ['日期', '2025年3月7日', '2025.4.8-4.9'],
    ['学时', 2, 12],
    ['类型', '党课', '专题报告会'],
    [people[0]?.[0], '出勤', '出勤'],
    [people[1]?.[0], '请假', '补学'],
  ]
  expect(await t.write('study', await t.file([{ name: '2025年学时', rows }]))).toMatchObject({ created: 4, faults: [] })
  expect(new Map((await t.records('activity')).map(a => [a['name'], [a['startsOn'], a['endsOn'], a['hours'], a['kind']]]))).toEqual(
    new Map([
      ['3月党课', ['2025-03-07', '2025-03-07', 2, 'partyLecture']],
      ['专题报告会', ['2025-04-08', '2025-04-09', 12, 'lecture']],
    ]),
  )
})

test('days and hours under headings merged over three rows, and activities under one heading over all of them', async () => {
  const t = await study(headings)
  const [zhang, number] = people[0] ?? []
  const three = [
    ['姓名', '身份证号', '党课甲', '党课乙'],
    [null, null, '2025.3.7', '2025.4.7'],
    [null, null, '2学时', '3学时'],
    [zhang, number, '√', '√'],
  ]
  expect(await t.write('study', await t.file([{ name: '甲', rows: three, merges: ['A1:A3', 'B1:B3'] }]))).toMatchObject({ created: 2, faults: [] })
  const group = [
    ['姓名', '身份证号', '学习活动', null],
    [null, null, '党课丙（2025.5.7，2学时）', '党课丁（2025.6.7，3学时）'],
    [zhang, number, '√', '√'],
  ]
  expect(await t.write('study', await t.file([{ name: '乙', rows: group, merges: ['A1:A2', 'B1:B2', 'C1:D1'] }]))).toMatchObject({ created: 2, faults: [] })
  expect((await t.call('quota.people', { quota: 'study-hours', year: 2025 })).people.find(p => p.name === zhang)?.done).toBe(10)
})

test('a sign-in sheet says how each came in a column of its own', async () => {
  const t = await study(headings)
  const rows = [
    ['专题报告会签到表'],
    ['活动时间：2025年3月5日　地点：报告厅　学时：4'],
    ['序号', '姓名', '身份证号', '签到'],
    [1, ...(people[0] ?? []), '√'],
    [2, ...(people[1] ?? []), '请假'],
    [3, ...(people[2] ?? []), '补学'],
  ]
  expect(await t.write('study', await t.file([{ name: '签到', rows }]))).toMatchObject({ created: 3, faults: [] })
  const { people: standing } = await t.call('quota.people', { quota: 'study-hours', year: 2025 })
  expect(people.slice(0, 3).map(p => standing.find(s => s.name === p[0])?.done)).toEqual([4, 0, 4])
})
