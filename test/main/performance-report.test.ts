import { expect, test } from 'vitest'
import { performanceReport, reportColumns } from '../../shared/forms/performance-report.ts'
import { alike, scoredOffice } from '../support/scored.ts'

const two = [
  { code: 'leaders', label: '领导考评', weight: 40, points: alike(3, 0.9, 0.8, 0.7) },
  { code: 'members', label: '党员互评', weight: 60, points: alike(4, 0.95, 0.8, 0.7) },
]

async function preview(t: Awaited<ReturnType<typeof scoredOffice>>, params: object) {
  const { props, total } = await t.call('forms.preview', { form: 'performanceReport', params })
  return { ...performanceReport.props.parse(props), total }
}

test('each of a ballot has a report with what every item came to, the year before and the reasons', async () => {
  const t = await scoredOffice()
  await t.held(2025, [{ code: 'members', label: '党员互评', weight: 100, points: alike(4, 0.7, 0.9, 0.9) }])
  const ballotId = await t.held(2026, two)
  await t.call('ballot.decide', { ballotId, decidedOn: '2026-11-22', decisions: [{ row: 1, grade: 'excellent' }] })
  const { reports, total } = await preview(t, { ballotId })
  expect(total).toBe(3)
  expect(reports.map(({ name, score, rank }) => [name, score, rank])).toEqual([
    ['程雅琴', '93.00', '1 / 3'],
    ['邓文涛', '80.00', '2 / 3'],
    ['高志远', '70.00', '3 / 3'],
  ])
  expect(reports[0]).toMatchObject({
    title: '党员量化考核个人报告',
    organization: '第一党支部',
    decision: '优秀',
    proposed: '优秀',
    earlier: '2025年 70.00',
    earlierYear: 2025,
    groups: [
      { label: '领导', weight: '40%' },
      { label: '党员互评', weight: '60%' },
    ],
    total: { points: '100', groups: ['90.00', '95.00'], weighted: '93.00', share: '93.0%' },
    adjustments: [],
  })
  expect(reports[0]?.items[1]).toEqual({ area: '岗位业绩', name: '本职工作实绩', points: '60', groups: ['54.00', '57.00'], weighted: '55.80', share: '93.0%' })
  expect(reports[0]?.axes.map(({ now, earlier }) => [now, earlier])).toEqual([
    [93, 70],
    [93, 70],
  ])
})

test('one of them by name; and before the count is closed there is nothing to print', async () => {
  const t = await scoredOffice()
  const ballotId = await t.held(2026, two)
  const [, second = ''] = t.people
  expect((await preview(t, { ballotId, personIds: [second] })).reports.map(({ name }) => name)).toEqual(['邓文涛'])
  const open = await t.call('ballot.create', {
    draft: { name: '量化考核', kind: 'performance', organizationId: t.second, year: 2026, schemeId: await t.scheme(2027, two) },
  })
  await expect(t.call('forms.preview', { form: 'performanceReport', params: { ballotId: open.id } })).rejects.toMatchObject({ code: 'form.empty' })
})

test.each([0, 2, 4])('the columns of a report with %i groups fill the type area', count => {
  const columns = reportColumns(Array.from({ length: count }, (_, i) => ({ label: `第${i}组`, weight: '25%' })))
  expect(columns.reduce((sum, { mm }) => sum + mm, 0)).toBeCloseTo(169.6, 5)
  expect(columns.every(({ mm }) => mm >= 12)).toBe(true)
})
