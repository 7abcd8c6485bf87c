import { describe, expect, test } from 'vitest'
import { shippedQuota } from '../../shared/quotas/index.ts'
import { addDays, addYears } from '../../shared/rules/days.ts'
import { periodsOf } from '../../shared/rules/periods.ts'
import { checkCharacter } from '../../shared/rules/id-number.ts'
import { quotaLabels } from '../../shared/rules/quota-names.ts'
import { officeWith, type Row } from '../support/quota-subjects.ts'

const bornIn1928 = `11010119280101001${checkCharacter('11010119280101001')}`
const leader = { person: { leader: true, leaderLevel: 'section' } }
const higher = { person: { leader: true, leaderLevel: 'division' } }
const officer = { person: { partyPost: '党支部书记' } }
const anyone = { person: {} }
const away = { person: { mobility: 'floating', mobilityOn: '2020-01-01' } }
const branch = { body: { kind: 'branch' } }
const committee = { body: { kind: 'committee' } }

/** Each quota that ships: upon whom, what counts, how much of it in a period, by which clause. The numbers are those of the documents. */
const rows: readonly Row[] = [
  {
    name: 'study-hours',
    preset: 'college',
    subject: anyone,
    registered: { attended: 'training', hours: true },
    target: 32,
    clause: '党员教育管理工作条例》（2019）第二十条',
  },
  {
    name: 'cadre-hours',
    preset: 'college',
    subject: leader,
    registered: { attended: 'training', hours: true },
    target: 90,
    clause: '干部教育培训工作条例》（2023）',
  },
  {
    name: 'cadre-five-years',
    preset: 'college',
    subject: higher,
    registered: { attended: 'training', hours: true },
    target: 550,
    clause: '干部教育培训工作条例》（2023）',
  },
  { name: 'online-hours', preset: 'college', subject: leader, registered: { attended: 'online', hours: true }, target: 50, clause: '规划（2023—2027年）' },
  { name: 'committee-training', preset: 'college', subject: officer, registered: { attended: 'training' }, target: 1, clause: '2019—2023年' },
  {
    name: 'study-notes',
    preset: 'county',
    subject: leader,
    registered: { record: 'studyNote', on: 'checkedOn', amount: 'characters' },
    target: 30_000,
    clause: '3万字',
  },
  {
    name: 'study-notes',
    preset: 'county',
    subject: anyone,
    registered: { record: 'studyNote', on: 'checkedOn', amount: 'characters' },
    target: 15_000,
    clause: '1.5万字',
  },
  { name: 'centre-group', preset: 'college', subject: committee, registered: { meeting: 'centerGroup' }, target: 1, clause: '每季度' },
  {
    name: 'study-plan',
    preset: 'college',
    subject: committee,
    registered: { record: 'studyPlan', by: 'organizationId', on: 'year', with: { kind: 'yearly' } },
    target: 1,
    clause: '年度培训计划',
  },
  {
    name: 'member-meeting',
    preset: 'college',
    subject: branch,
    registered: { meeting: 'memberMeeting' },
    target: 1,
    clause: '支部工作条例（试行）》（2018）第十一条',
  },
  {
    name: 'committee-meeting',
    preset: 'college',
    subject: { ...branch, members: 7 },
    registered: { meeting: 'committeeMeeting' },
    target: 1,
    clause: '第十二条',
  },
  { name: 'group-meeting', preset: 'college', subject: { body: { kind: 'group' } }, registered: { meeting: 'groupMeeting' }, target: 1, clause: '第十三条' },
  { name: 'theme-day', preset: 'college', subject: branch, registered: { meeting: 'themeDay' }, target: 1, clause: '党员教育管理工作条例》（2019）第十六条' },
  { name: 'life-meeting', preset: 'college', subject: branch, registered: { meeting: 'lifeMeeting' }, target: 1, clause: '第十七条' },
  { name: 'member-appraisal', preset: 'college', subject: branch, registered: { meeting: 'appraisalMeeting' }, target: 1, clause: '第十八条' },
  { name: 'democratic-life', preset: 'college', subject: committee, registered: { meeting: 'democraticLife' }, target: 1, clause: '民主生活会若干规定' },
  { name: 'talks', preset: 'college', subject: anyone, registered: { record: 'talk', on: 'talkedOn' }, target: 1, clause: '支部工作条例' },
  { name: 'lectures', preset: 'college', subject: leader, registered: { lecture: 'partyLecture' }, target: 1, clause: '讲党课' },
  { name: 'lectures', preset: 'college', subject: officer, registered: { lecture: 'lecture' }, target: 1, clause: '书记' },
  { name: 'dual-life', preset: 'college', subject: leader, registered: { attended: 'themeDay' }, target: 4, clause: '第十六条' },
  {
    name: 'comfort',
    preset: 'county',
    subject: { person: { joinedOn: '1949-01-15', idNumber: bornIn1928 } },
    registered: { record: 'comfortVisit', on: 'visitedOn' },
    target: 2,
    clause: '慰问',
  },
  { name: 'fieldwork', preset: 'county', subject: higher, registered: { record: 'fieldwork', on: 'startsOn' }, target: 60, clause: '2个月' },
  { name: 'fieldwork', preset: 'county', subject: leader, registered: { record: 'fieldwork', on: 'startsOn' }, target: 30, clause: '1个月' },
  { name: 'reception', preset: 'county', subject: leader, registered: { record: 'reception', on: 'receivedOn' }, target: 1, clause: '接待' },
  {
    name: 'masses-liaison',
    preset: 'college',
    subject: anyone,
    registered: { record: 'liaison', on: 'startsOn', with: { kind: 'masses' } },
    target: 1,
    clause: '联系一名群众',
  },
  {
    name: 'student-liaison',
    preset: 'college',
    subject: anyone,
    registered: { record: 'liaison', on: 'startsOn', with: { kind: 'poorStudent' } },
    target: 1,
    clause: '困难学生',
  },
  { name: 'contact-points', preset: 'county', subject: higher, registered: { record: 'contactPoint', on: 'startsOn' }, target: 5, clause: '挂钩' },
  {
    name: 'floating-contact',
    preset: 'county',
    subject: away,
    registered: { record: 'floatingContact', on: 'contactedOn' },
    target: 1,
    clause: '每月至少联系一次',
  },
  { name: 'floating-report', preset: 'county', subject: away, registered: { record: 'floatingReport', on: 'reportedOn' }, target: 1, clause: '每年至少一次' },
  { name: 'card-check', preset: 'county', subject: away, registered: { record: 'cardCheck', on: 'checkedOn' }, target: 1, clause: '每年审核一次' },
  { name: 'party-building', preset: 'county', subject: committee, registered: { meeting: 'partyBuilding' }, target: 2, clause: '每年至少两次' },
  {
    name: 'written-report',
    preset: 'county',
    subject: branch,
    registered: { record: 'writtenReport', by: 'organizationId', on: 'year', with: { kind: 'yearly' } },
    target: 1,
    clause: '书面报告',
  },
  {
    name: 'inspection',
    preset: 'county',
    subject: branch,
    registered: { record: 'inspection', by: 'organizationId', on: 'inspectedOn', with: { kind: 'spot' } },
    target: 1,
    clause: '至少一次',
  },
  {
    name: 'self-check',
    preset: 'county',
    subject: committee,
    registered: { record: 'inspection', by: 'organizationId', on: 'inspectedOn', with: { kind: 'quarterly' } },
    target: 1,
    clause: '季度自查',
  },
  {
    name: 'monthly-report',
    preset: 'county',
    subject: committee,
    registered: { record: 'monthlyReport', by: 'organizationId', on: 'month' },
    target: 1,
    clause: '月报告',
  },
  { name: 'work-meeting', preset: 'county', subject: null, registered: { meeting: 'workMeeting' }, target: 1, clause: '每季度召开一次组织工作例会' },
  { name: 'duty-letter', preset: 'college', subject: anyone, registered: { record: 'dutyLetter', on: 'year' }, target: 1, clause: '责任书' },
  { name: 'activist-class', preset: 'county', subject: committee, registered: { meeting: 'activistClass' }, target: 1, clause: '积极分子培训班' },
  {
    name: 'admission-plan',
    preset: 'county',
    subject: committee,
    registered: { record: 'studyPlan', by: 'organizationId', on: 'year', with: { kind: 'admission', target: 3 } },
    target: 1,
    clause: '年度发展党员',
  },
  {
    name: 'awards',
    preset: 'county',
    subject: null,
    registered: { record: 'award', on: 'awardedOn', with: { kind: 'organization' } },
    target: 1,
    clause: '七一',
  },
  { name: 'model-points', preset: 'county', subject: null, registered: { record: 'modelPoint', on: 'namedOn' }, target: 50, clause: '50个' },
]

/** Long after 2025, so that every period of it is over, the five years too. */
const later = '2028-03-01'
const year = 2025
const of = (row: Row) => shippedQuota(row.name) ?? raise(row.name)
const raise = (name: string): never => {
  throw new Error(`no quota ${name}`)
}
const firstPeriod = (row: Row) => periodsOf(of(row).period, year)[0] ?? raise(row.name)
const named = rows.map(row => [`${quotaLabels[row.name]} ${row.target}（${row.clause}）`, row] as const)
const dated = named.filter(([, row]) => of(row).measure.dated === undefined && !of(row).measure.lasting)
const withSubject = named.filter(([, row]) => row.subject !== null)

/** 支部党课 has no national number: it ships without one, for an office to set. */
test('every quota that ships is in the table', () => {
  const missing = Object.keys(quotaLabels).filter(name => !rows.some(row => row.name === name))
  expect(missing).toEqual(['branch-lecture'])
})

describe.each(named)('%s', (_, row) => {
  const periods = periodsOf(of(row).period, year).length

  test('who did nothing is short of all of it, and the figure opens to the clause', async () => {
    const { standing, open } = await officeWith(row, later)
    expect(await standing(year)).toMatchObject({ state: 'short', met: false, done: 0, target: row.target * periods, missing: row.target * periods })
    expect((await open(year)).clause?.clause).toContain(row.clause)
  })

  test('one less than the target is short, the target is met', async () => {
    const { register, standing, open } = await officeWith(row, later)
    const { from } = firstPeriod(row)
    // Whole pieces, or for amounts one less.
    if (row.target > 1) await register(from, row.target - 1)
    expect((await standing(year))?.met).toBe(false)
    await register(from, 1)
    const opened = await open(year)
    expect(opened.periods[0]?.state ?? opened.subject.state).toBe('met')
    expect(opened.lines.reduce((sum, line) => sum + line.counted, 0)).toBeCloseTo(row.target)
  })
})

describe.each(dated)('%s', (_, row) => {
  const { from, until } = firstPeriod(row)
  test.each([
    ['the day before the period', addDays(from, -1), false],
    ['the first day', from, true],
    ['the last day', until, true],
    ['the day after', addDays(until, 1), false],
  ])('what is done on %s counts in it: %#', async (__, day, counts) => {
    const { register, open } = await officeWith(row, later)
    await register(day)
    const opened = await open(year)
    const [first] = opened.periods
    expect(first ? first.done : opened.subject.done).toBeCloseTo(counts ? row.target : 0)
  })
})

describe.each(withSubject)('%s', (_, row) => {
  test('the exempt owe nothing', async () => {
    const { free, standing } = await officeWith(row, later)
    await free('2025-01-01', '2025-12-31')
    expect(await standing(year)).toMatchObject({ state: 'exempt', exempt: true, target: 0, missing: 0 })
  })

  test('an exemption that ends the day before frees nobody', async () => {
    const { free, standing } = await officeWith(row, later)
    await free('2023-01-01', '2024-12-31')
    expect(await standing(year)).toMatchObject({ state: 'short', exempt: false })
  })
})

const people = named.filter(([, row]) => row.subject !== null && 'person' in row.subject && of(row).period === 'year')
describe.each(people)('%s', (_, row) => {
  test('who joined in the year owes the year; who joined after it is not under it', async () => {
    const { call, subjectId, standing } = await officeWith(row, later)
    const join = async (joinedOn: string, version: number) => {
      const { record } = await call('records.get', { type: 'person', id: subjectId })
      await call('records.update', {
        type: 'person',
        id: subjectId,
        version,
        draft: { ...onlyFields(record), joinedOn, mobilityOn: record['mobilityOn'] && joinedOn },
      })
    }
    // 建国前入党老党员 are that by the day they joined.
    if (row.name === 'comfort') {
      await join('1949-10-01', 1)
      return expect(await standing(year)).toBeUndefined()
    }
    await join('2025-10-01', 1)
    const expected = of(row).subjects.newcomers === 'nextPeriod' ? 'none' : 'short'
    expect((await standing(year))?.state).toBe(expected)
    await join(addYears('2025-10-01', 1), 2)
    expect((await standing(year))?.state ?? 'none').toBe('none')
  })
})

const life = new Set(['id', 'version', 'createdAt', 'updatedAt', 'voidedAt', 'voidReason'])
const onlyFields = (record: Record<string, unknown>) => Object.fromEntries(Object.entries(record).filter(([key]) => !life.has(key)))
