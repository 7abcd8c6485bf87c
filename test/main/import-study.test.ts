import { expect, test } from 'vitest'
import { codesOf, importer } from '../support/importing.ts'
import { idOf, type Row } from '../support/workbook.ts'

const jd = '机电工程系教工党支部'
const jx = '机电工程系学生党支部'
const ids = Array.from({ length: 4 }, (_, i) => idOf(`198${i}-03-05`, 101 + i * 2))
const [wang = '', li = '', zhao = '', other = ''] = ids

/** 王强, 李芳 and 赵敏 of one branch, another 李芳 of another. */
async function office() {
  const t = await importer()
  await t.branches(jd, jx)
  await t.write(
    'people',
    await t.file([
      {
        name: '表',
        rows: [
          ['姓名', '身份证号', '支部'],
          ['王强', wang, jd],
          ['李芳', li, jd],
          ['赵敏', zhao, jd],
          ['李芳', other, jx],
        ],
      },
    ]),
  )
  const sheet = (...rows: Row[]) => t.file([{ name: '学时', rows }])
  const lines = async (): Promise<Record<string, unknown>[]> => {
    const activities = (await t.records('activity')).sort((a, b) => String(a['startsOn']).localeCompare(String(b['startsOn'])))
    return Promise.all(
      activities.map(async a => ({
        ...a,
        lines: Object.fromEntries(
          (await t.call('attendance.get', { activityId: String(a['id']) })).lines.map(l => [`${l.name}${l.idNumber.slice(-4)}`, [l.state, l.hours]]),
        ),
      })),
    )
  }
  const key = (name: string, id: string) => `${name}${id.slice(-4)}`
  return { ...t, sheet, lines, key }
}

const headings = ['姓名', '公民身份号码', '活动名称', '活动类型', '开始日期', '结束日期', '学时', '出勤']

test('the college’s study register goes in whole; the same file again changes nothing', async () => {
  const { write, fixture, call } = await importer()
  await write('organizations', fixture('organizations.xlsx'))
  await write('people', fixture('roster.xlsx'))
  expect(await write('study', fixture('study.xlsx'))).toMatchObject({ read: 1477, created: 1477, updated: 0, unchanged: 0, written: true, faults: [] })
  const lines = (await call('audit.verify', {})).lines
  expect(await write('study', fixture('study.xlsx'))).toMatchObject({ read: 1477, created: 0, updated: 0, unchanged: 1477, written: true })
  expect((await call('activity.list', { year: 2025 })).total).toBe(26)
  expect((await call('audit.verify', {})).lines).toBe(lines + 1)
})

test('the register adds up to the hours each person must have', async () => {
  const { write, fixture, call } = await importer()
  await write('organizations', fixture('organizations.xlsx'))
  await write('people', fixture('roster.xlsx'))
  await write('study', fixture('study.xlsx'))
  const { people } = await call('quota.people', { quota: 'study-hours', year: 2025 })
  const cao = people.find(p => p.name === '曹然')
  expect(cao).toMatchObject({ done: 103.5, target: 56, met: true })
})

test('missing end, hours, kind and attendance are filled: the same day, a day’s hours by the parameter, the name’s kind, present', async () => {
  const { write, sheet, lines, key } = await office()
  const outcome = await write(
    'study',
    await sheet(['姓名', '身份证号', '学习内容', '日期'], ['王强', wang, '3月主题党日', '2025.3.10'], ['赵敏', zhao, '读书班', '2025-04-08至4-10']),
  )
  expect(outcome).toMatchObject({ created: 2, faults: [] })
  expect(await lines()).toMatchObject([
    { name: '3月主题党日', kind: 'themeDay', startsOn: '2025-03-10', endsOn: '2025-03-10', hours: 8, lines: { [key('王强', wang)]: ['present', 8] } },
    { name: '读书班', kind: 'other', startsOn: '2025-04-08', endsOn: '2025-04-10', hours: 24, counts: true },
  ])
})

test('the preview shows 活动类型 where the file has it: as its lines say, an empty one as it will be kept, an unknown one as it stands', async () => {
  const { preview, sheet } = await office()
  const shown = async (...rows: Row[]) => {
    const { columns, rows: read } = await preview('study', await sheet(...rows))
    return { columns: columns.map(c => c.label), kinds: read.map(r => r.values['kind'] ?? null), faults: read.flatMap(r => r.faults.map(f => f.field)) }
  }
  const given = await shown(
    headings,
    ['王强', wang, '报告会', '集中轮训', '2025-03-10', '', 4, ''],
    ['李芳', li, '3月主题党日', '', '2025-03-12', '', 4, ''],
    ['赵敏', zhao, '座谈', '茶话会', '2025-03-14', '', 4, ''],
  )
  expect(given).toEqual({ columns: headings, kinds: ['集中轮训', '主题党日', '茶话会'], faults: ['kind'] })
  const without = await shown(['姓名', '身份证号', '活动名称', '开始日期', '学时'], ['王强', wang, '报告会', '2025-03-10', 4])
  expect(without.columns).not.toContain('活动类型')
})

test('an activity takes the hours most of its lines have; each line keeps its own', async () => {
  const { write, sheet, lines, key } = await office()
  await write(
    'study',
    await sheet(
      headings,
      ['王强', wang, '党课', '党课', '2025-03-10', '', 2, '√'],
      ['李芳', li, '党课', '党课', '2025-03-10', '', 2, '补学'],
      ['赵敏', zhao, '党课', '党课', '2025-03-10', '', 1, '请假'],
      ['李芳', other, '党课', '党课', '2025-03-10', '', '', '旷课'],
    ),
  )
  expect(await lines()).toMatchObject([
    {
      hours: 2,
      kind: 'partyLecture',
      lines: { [key('王强', wang)]: ['present', 2], [key('李芳', li)]: ['makeup', 2], [key('赵敏', zhao)]: ['leave', 1], [key('李芳', other)]: ['absent', 2] },
    },
  ])
})

test('people are known by number, or by a name that only one has in the branch of the sheet', async () => {
  const { write, file, lines, key } = await office()
  const row = (name: string, id: string | null): Row => [name, id, '党课', '2025-03-10', 2]
  const outcome = await write(
    'study',
    await file([
      { name: jx, rows: [['姓名', '身份证号', '活动名称', '日期', '学时'], row('李芳', null)] },
      {
        name: '全校',
        rows: [
          ['姓名', '身份证号', '活动名称', '日期', '学时'],
          row('李芳', null),
          row('王强', null),
          row('查无此人', null),
          row('王勇', wang),
          row('钱六', idOf('1970-01-01', 1)),
          row('', null),
          row('赵敏', zhao),
          row('赵敏', zhao),
        ],
      },
    ]),
    { goodRows: true },
  )
  expect(codesOf(outcome.faults)).toEqual(['2 ambiguousName', '4 unknownPerson', '5 nameMismatch', '6 unknownPerson', '7 missingName', '9 duplicateLine'])
  expect((await lines())[0]?.['lines']).toEqual({
    [key('李芳', other)]: ['present', 2],
    [key('王强', wang)]: ['present', 2],
    [key('赵敏', zhao)]: ['present', 2],
  })
})

test('a second file adds its people to a kept activity, corrects those it names and leaves the others', async () => {
  const { write, sheet, lines, key } = await office()
  await write(
    'study',
    await sheet(headings, ['王强', wang, '党课', '党课', '2025-03-10', '', 2, '出勤'], ['李芳', li, '党课', '党课', '2025-03-10', '', 2, '请假']),
  )
  expect(
    await write(
      'study',
      await sheet(headings, ['李芳', li, ' 党 课', '党课', '2025年3月10日', '', '', '补学'], ['赵敏', zhao, '党课', '党课', '20250310', '20250310', 2, '']),
    ),
  ).toMatchObject({ created: 1, updated: 1, unchanged: 0 })
  expect(await lines()).toMatchObject([
    { lines: { [key('王强', wang)]: ['present', 2], [key('李芳', li)]: ['makeup', 2], [key('赵敏', zhao)]: ['present', 2] } },
  ])
})

test('another organizer or another day makes another activity', async () => {
  const { write, sheet, lines } = await office()
  const at = (day: string, organizer: string): Row => ['王强', wang, '党课', day, organizer, 2]
  await write(
    'study',
    await sheet(['姓名', '身份证号', '活动名称', '日期', '主办方', '学时'], at('2025-03-10', jd), at('2025-03-10', '县委党校'), at('2025-03-11', jd)),
  )
  expect((await lines()).map(a => [a['startsOn'], a['organizer'], a['organizationId'] !== null]).sort()).toEqual([
    ['2025-03-10', null, true],
    ['2025-03-10', '县委党校', false],
    ['2025-03-11', null, true],
  ])
})

test('what cannot be is told on its row', async () => {
  const { write, sheet } = await office()
  const outcome = await write(
    'study',
    await sheet(
      headings,
      ['王强', wang, '党课', '党课', '2025-03-10', '2025-03-09', 2, '出勤'],
      ['王强', wang, '大课', '党课', '2025-03-10', '', 25, '出勤'],
      ['王强', wang, '', '党课', '2025-02-30', '', 2, '也许'],
      ['王强', wang, '小课', '郊游', '', '', '很多', '出勤'],
    ),
  )
  expect(codesOf(outcome.faults).sort()).toEqual([
    '2 dateOrder',
    '3 badHours',
    '4 badChoice',
    '4 badDate',
    '4 missing',
    '5 badChoice',
    '5 badNumber',
    '5 missing',
  ])
  expect(outcome).toMatchObject({ read: 4, written: false })
})

test('a faulty line keeps nobody else out when the good rows are wanted', async () => {
  const { write, sheet, lines } = await office()
  expect(
    await write(
      'study',
      await sheet(
        headings,
        ['王强', wang, '党课', '党课', '2025-03-10', '', 2, '出勤'],
        ['赵敏', zhao, '党课', '党课', '2025-03-10', '', 2, '？'],
        ['赵敏', zhao, '坏课', '党课', '2025-03-10', '', 2, '？'],
      ),
      { goodRows: true },
    ),
  ).toMatchObject({ created: 1, written: true, faults: { length: 2 } })
  expect((await lines()).map(a => a['name'])).toEqual(['党课'])
})

test('a matrix: people down, activities across, days and hours beneath the headings', async () => {
  const { write, inspect, file, lines, key, preview } = await office()
  const rows: Row[] = [
    ['机电工程系教工党支部2025年学习签到表', null, null, null, null, null, null],
    ['序号', '姓名', '身份证号', '集中培训', '主题党日', '党课', '合计学时'],
    [null, '日期', null, '2025-03-10', new Date(Date.UTC(2025, 3, 8)), '5月9日', null],
    [null, '学时', null, 8, 2, '1.5学时', null],
    [1, '王强', wang, '√', '请假', 1, 9],
    [2, '李芳', null, '补学', '×', '', 8],
    [3, '赵　敏', zhao, '√', '√', '补学1', 11],
    ['合计', null, null, 3, 1, 2, 28],
  ]
  const token = await file([{ name: '签到', rows, merges: ['A1:G1'], formats: { E3: 'yyyy-mm-dd' } }])
  expect((await inspect('study', token)).sheets[0]).toMatchObject({
    headerRow: 2,
    rows: 3,
    sheetBranch: jd,
    columns: [
      { field: null },
      { field: 'name' },
      { field: 'idNumber' },
      { field: 'activityColumn' },
      { field: 'activityColumn' },
      { field: 'activityColumn' },
      { field: null },
    ],
  })
  expect((await preview('study', token)).counts).toMatchObject({ read: 8, created: 8, faulty: 0 })
  expect(await write('study', token)).toMatchObject({ read: 8, created: 8, faults: [] })
  expect(await lines()).toMatchObject([
    {
      name: '集中培训',
      kind: 'training',
      startsOn: '2025-03-10',
      endsOn: '2025-03-10',
      hours: 8,
      lines: { [key('王强', wang)]: ['present', 8], [key('李芳', li)]: ['makeup', 8], [key('赵敏', zhao)]: ['present', 8] },
    },
    {
      name: '主题党日',
      kind: 'themeDay',
      startsOn: '2025-04-08',
      hours: 2,
      lines: { [key('王强', wang)]: ['leave', 2], [key('李芳', li)]: ['absent', 2], [key('赵敏', zhao)]: ['present', 2] },
    },
    {
      name: '党课',
      kind: 'partyLecture',
      startsOn: '2025-05-09',
      hours: 1.5,
      lines: { [key('王强', wang)]: ['present', 1], [key('赵敏', zhao)]: ['makeup', 1] },
    },
  ])
  expect(await write('study', token)).toMatchObject({ unchanged: 8, created: 0, updated: 0 })
})

test('a matrix may hold days and hours in its headings, or above them', async () => {
  const { write, file, lines } = await office()
  const inHeading = await file([
    {
      name: jd,
      rows: [
        ['姓名', '身份证号', '2025-03-10 集中培训（8学时）', '读书班\n（2025年4月8日-10日，24学时）', '备注'],
        ['王强', wang, '√', '√', '借调'],
      ],
    },
  ])
  expect((await write('study', inHeading)).faults).toEqual([])
  const above = await file([
    { name: jd, rows: [['2025年学习情况'], [null, '时间', '2025.6.1', '2025.6.2'], ['姓名', '身份证号', '支部学习', '网络学习'], ['王强', wang, 1.5, 2]] },
  ])
  expect((await write('study', above)).faults).toEqual([])
  expect((await lines()).map(a => [a['name'], a['kind'], a['startsOn'], a['endsOn'], a['hours']])).toEqual([
    ['集中培训', 'training', '2025-03-10', '2025-03-10', 8],
    ['读书班', 'other', '2025-04-08', '2025-04-10', 24],
    ['支部学习', 'branchStudy', '2025-06-01', '2025-06-01', 1.5],
    ['网络学习', 'online', '2025-06-02', '2025-06-02', 2],
  ])
})

test('merged headings over a matrix, one kind above several days', async () => {
  const { write, file, lines } = await office()
  const rows: Row[] = [
    ['姓名', '身份证号', '主题党日', null, '党课'],
    [null, null, '2025-01-05', '2025-02-05', '2025-03-05'],
    ['王强', wang, '√', '√', '√'],
  ]
  expect(await write('study', await file([{ name: '表', rows, merges: ['A1:A2', 'B1:B2', 'C1:D1'] }]))).toMatchObject({ created: 3, faults: [] })
  expect((await lines()).map(a => [a['name'], a['startsOn']])).toEqual([
    ['主题党日', '2025-01-05'],
    ['主题党日', '2025-02-05'],
    ['党课', '2025-03-05'],
  ])
})

test('a matrix column without a day is told, and a mark nobody understands too', async () => {
  const { write, file } = await office()
  const outcome = await write(
    'study',
    await file([
      {
        name: '表',
        rows: [
          ['姓名', '身份证号', '集中培训', '2025-03-10 党课'],
          ['王强', wang, '√', '√'],
          ['李芳', li, '√', '？'],
          ['赵敏', zhao, '√', '√'],
        ],
      },
    ]),
  )
  expect(codesOf(outcome.faults)).toEqual(['2 missing', '3 missing', '3 badChoice', '4 missing'])
  expect(outcome.faults[0]?.message).toContain('集中培训')
})

test('a sign-in sheet of one activity says above its names which one it is', async () => {
  const { write, file, lines, inspect, key } = await office()
  const token = await file([
    {
      name: 'Sheet1',
      rows: [
        ['专题报告会签到表'],
        ['时间：2025年5月9日　　地点：第一报告厅　　学时：3 学时', null, '主办单位：县委党校'],
        ['序号', '姓　名', '签　名', '序号', '姓　名', '签　名'],
        [1, '王强', null, 3, '赵敏', null],
        [2, ' 李 芳 ', null, 4, null, null],
      ],
      merges: ['A1:F1'],
    },
  ])
  expect((await inspect('study', token)).sheets[0]).toMatchObject({ headerRow: 3, rows: 3 })
  const outcome = await write('study', token, { goodRows: true })
  expect(codesOf(outcome.faults)).toEqual(['5 ambiguousName'])
  expect(await lines()).toMatchObject([
    {
      name: '专题报告会',
      kind: 'lecture',
      startsOn: '2025-05-09',
      hours: 3,
      place: '第一报告厅',
      organizer: '县委党校',
      lines: { [key('王强', wang)]: ['present', 3], [key('赵敏', zhao)]: ['present', 3] },
    },
  ])
})

test('where people are ticked off, an empty place is not taken for a tick', async () => {
  const { write, sheet } = await office()
  const outcome = await write(
    'study',
    await sheet(headings, ['王强', wang, '党课', '党课', '2025-03-10', '', 2, '√'], ['赵敏', zhao, '党课', '党课', '2025-03-10', '', 2, '']),
  )
  expect(codesOf(outcome.faults)).toEqual(['3 missing'])
})

test('缺席原因 goes in with those who were away; 不计入应到 needs one, and a file that says nothing of it takes none away', async () => {
  const { write, sheet, call } = await office()
  const all = [...headings, '缺席原因']
  const meeting = ['四季度党员大会', '党员大会', '2025-11-12', '2025-11-12', 2]
  const rows = [
    ['王强', wang, ...meeting, '出勤', '迟到'],
    ['李芳', li, ...meeting, '请假', '因公出差'],
    ['赵敏', zhao, ...meeting, '不计入应到', '长期卧床，生活不能自理'],
  ]
  await write('study', await sheet(all, ...rows))
  const { rows: held } = await call('meeting.list', { year: 2025 })
  const [first] = held
  expect(first).toMatchObject({ kind: 'memberMeeting', expected: 2, attended: 1 })
  const reasons = async () => {
    const { lines } = await call('meeting.get', { activityId: first?.id ?? '' })
    return Object.fromEntries(lines.map(l => [l.name, [l.state, l.reason]]))
  }
  const kept = { 王强: ['present', null], 李芳: ['leave', '因公出差'], 赵敏: ['excused', '长期卧床，生活不能自理'] }
  expect(await reasons()).toEqual(kept)
  await write('study', await sheet(headings, ...rows.map(row => row.slice(0, -1))))
  expect(await reasons()).toEqual(kept)
  const unexplained = await write('study', await sheet(headings, ['李芳', li, ...meeting, '不计入应到']))
  expect([unexplained.written, unexplained.faults.map(f => [f.field, f.code])]).toEqual([false, [['reason', 'missing']]])
  expect(await reasons()).toEqual(kept)
})
