import { expect, test } from 'vitest'
import { codesOf, importer } from '../support/importing.ts'
import { idOf, type Row } from '../support/workbook.ts'

const jd = '机电工程系教工党支部'
const jx = '机电工程系学生党支部'
const lt = '离退休党支部'
const ids = Array.from({ length: 12 }, (_, i) => idOf(`19${70 + i}-0${(i % 9) + 1}-1${i % 10}`, 101 + i * 2))
const person = (i: number, ...more: Row): Row => [`张${'一二三四五六七八九十甲乙'[i]}`, ids[i], ...more]

async function office() {
  const t = await importer()
  await t.branches(jd, jx, lt)
  const branchOf = async () => {
    const bodies = new Map((await t.records('organization')).map(o => [o['id'], o['name']]))
    return Object.fromEntries((await t.records('person')).map(p => [p['name'], bodies.get(p['organizationId'])]))
  }
  return { ...t, branchOf }
}

test('one sheet for each branch, named by its tab, needs no branch column', async () => {
  const { write, inspect, file, branchOf } = await office()
  const token = await file([
    { name: '机电工程系教工', rows: [['党员花名册'], ['姓名', '身份证号'], person(0)] },
    { name: jx, rows: [['党员花名册'], ['姓名', '身份证号'], person(1)] },
    { name: '填写说明', rows: [['请于 12 月 1 日前交组织部']] },
  ])
  expect((await inspect('people', token)).sheets.map(s => [s.sheet, s.sheetBranch, s.rows])).toEqual([
    ['机电工程系教工', jd, 1],
    [jx, jx, 1],
    ['填写说明', null, 0],
  ])
  expect(await write('people', token)).toMatchObject({ created: 2, faults: [] })
  expect(await branchOf()).toEqual({ 张一: jd, 张二: jx })
})

test.each([[`党支部：${lt}`], [`${lt}党员花名册`], [`${lt}2025年党员基本信息统计表`], [`填报单位：${lt}`], [`离退休支部党员名单（2025年12月）`]])(
  'the title line “%s” names the branch of its sheet',
  async title => {
    const { inspect, file } = await office()
    const token = await file([{ name: 'Sheet1', rows: [['中共江南职业技术学院委员会'], [title], ['姓名', '身份证号'], person(0)] }])
    expect((await inspect('people', token)).sheets[0]?.sheetBranch).toBe(lt)
  },
)

test('a committee over every sheet is nobody’s branch: each row is told to name one', async () => {
  const { write, file } = await office()
  await write('organizations', await file([{ name: '党组织', rows: [['名称'], ['中共江南职业技术学院委员会']] }]))
  const outcome = await write(
    'people',
    await file([{ name: 'Sheet1', rows: [['中共江南职业技术学院委员会党员花名册'], ['填报单位：组织部'], ['姓名', '身份证号'], person(0)] }]),
  )
  expect(codesOf(outcome.faults)).toEqual(['4 missingBranch'])
})

test('branches one below the other on one sheet are told apart by the lines between them', async () => {
  const { write, file, branchOf, inspect } = await office()
  const rows = [
    ['中共江南职业技术学院委员会党员花名册', null, null],
    [jd],
    ['序号', '姓名', '身份证号'],
    [1, ...person(0)],
    [2, ...person(1)],
    ['小计', '2人'],
    [],
    [`二、${jx}`],
    ['序号', '姓名', '身份证号'],
    [1, ...person(2)],
    [null, '合计：1人'],
    ['填表人：李四', null, '审核人：王五'],
  ]
  const token = await file([{ name: '花名册', rows, merges: ['A1:C1', 'A2:C2', 'A8:C8'] }])
  expect((await inspect('people', token)).sheets[0]).toMatchObject({ headerRow: 3, rows: 3, skipped: { titles: 4, blanks: 1, totals: 3 } })
  expect(await write('people', token)).toMatchObject({ created: 3, faults: [] })
  expect(await branchOf()).toEqual({ 张一: jd, 张二: jd, 张三: jx })
})

test('merged headings in two rows, a merged branch down the rows and a title above are read as they look', async () => {
  const { write, file, records, branchOf, inspect } = await office()
  const rows = [
    ['党员信息采集表'],
    ['序号', '姓名', '身份证号', '所在支部', '党内情况', null, '联系方式', null],
    [null, null, null, null, '入党时间', '转正时间', '手机', '备注'],
    [1, ...person(0), jd, '2003-09-14', '2004-09-14', '13812346027', null],
    [2, ...person(1), null, '2005-09-14', '2006-09-14', null, '外出'],
    [3, ...person(2), jx, '2005-09-14', '2006-09-14', null, null],
  ]
  const token = await file([{ name: '采集表', rows, merges: ['A1:H1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:F2', 'G2:H2', 'D4:D5'] }])
  expect((await inspect('people', token)).sheets[0]?.columns.map(c => c.field)).toEqual([
    null,
    'name',
    'idNumber',
    'organizationId',
    'joinedOn',
    'fullMemberOn',
    'phone',
    'remark',
  ])
  expect(await write('people', token)).toMatchObject({ created: 3, faults: [] })
  expect(await branchOf()).toEqual({ 张一: jd, 张二: jd, 张三: jx })
  expect((await records('person')).find(p => p['name'] === '张一')).toMatchObject({ joinedOn: '2003-09-14', fullMemberOn: '2004-09-14', phone: '13812346027' })
})

test('two heading rows that nobody merged are read too', async () => {
  const { file, inspect } = await office()
  const token = await file([
    { name: '表', rows: [['姓名', '身份证号', '支部', '党内', null], [null, null, null, '入党时间', '转正时间'], person(0, jd, '2003-09-14', '2004-09-14')] },
  ])
  expect((await inspect('people', token)).sheets[0]).toMatchObject({
    headerRow: 2,
    rows: 1,
    columns: [{ field: 'name' }, { field: 'idNumber' }, { field: 'organizationId' }, { field: 'joinedOn' }, { field: 'fullMemberOn' }],
  })
})

test('six date styles, date cells, month cells and serial numbers in one column come out as days', async () => {
  const { write, file, records } = await office()
  const dates: Row = [
    '2003-09-14',
    '2003/9/14',
    '2003.9.14',
    '20030914',
    '2003年9月14日',
    '２００３年０９月１４日',
    37878,
    new Date(Date.UTC(2003, 8, 14)),
    new Date(Date.UTC(2003, 8, 14, 15, 30)),
    new Date(Date.UTC(2003, 8, 1)),
  ]
  const token = await file([
    { name: '表', rows: [['姓名', '身份证号', '支部', '入党时间'], ...dates.map((day, i) => person(i, jd, day))], formats: { D11: 'yyyy"年"m"月"' } },
  ])
  expect((await write('people', token)).faults).toEqual([])
  const joined = new Map((await records('person')).map(p => [p['name'], p['joinedOn']]))
  expect(dates.map((_, i) => joined.get(String(person(i)[0])))).toEqual([...Array.from({ length: 9 }, () => '2003-09-14'), '2003-09-01'])
})

test('a workbook of the 1904 calendar gives the days it shows', async () => {
  const { write, file, records } = await office()
  const rows = [['姓名', '身份证号', '支部', '入党时间'], person(0, jd, new Date(Date.UTC(2003, 8, 14))), person(1, jd, 36416)]
  expect((await write('people', await file([{ name: '表', rows }], { date1904: true }))).faults).toEqual([])
  expect((await records('person')).map(p => p['joinedOn'])).toEqual(['2003-09-14', '2003-09-14'])
})

test('formulas give what they last showed; links, rich text and ticks are text', async () => {
  const { write, file, records } = await office()
  const rows: Row[] = [
    ['姓名', '身份证号', '支部', '学历', '入党时间', '职务', '党员领导干部'],
    [
      { formula: 'A9', result: '张一' },
      { text: String(ids[0]), hyperlink: 'mailto:a@b.c' },
      { richText: [{ text: '机电工程系' }, { text: '教工党支部', font: { bold: true } }] },
      { formula: 'B9' },
      { formula: 'C9', result: new Date(Date.UTC(2003, 8, 14)) },
      '',
      true,
    ],
    [{ formula: 'A9' }, ids[1], jd, '', { formula: 'A1', result: { error: '#REF!' } }, '', '√'],
  ]
  const outcome = await write('people', await file([{ name: '表', rows, formats: { E2: 'yyyy-mm-dd' } }]), { goodRows: true })
  expect(codesOf(outcome.faults).sort()).toEqual(['3 badValue', '3 missingName'])
  expect(await records('person')).toMatchObject([{ name: '张一', idNumber: ids[0], education: null, joinedOn: '2003-09-14', leader: true }])
})

test('blank rows, running numbers without people, totals, notes and signatures are passed over and counted', async () => {
  const { write, file, inspect } = await office()
  const rows: Row[] = [
    [],
    ['2025年党员花名册'],
    [],
    ['序号', '姓名', '身份证号', '支部'],
    [1, ...person(0, jd)],
    [],
    [2, ...person(1, jd)],
    [3],
    [4, '', '  '],
    ['合计', '共2人'],
    [null, '总  计', 2],
    ['注：1.本表一式两份。'],
    ['填表人：', null, '审核：', null],
    ['党支部书记签字：'],
    ['以上名单经支委会审核确认无误，特此说明。'],
  ]
  const token = await file([{ name: '表', rows }])
  expect((await inspect('people', token)).sheets[0]).toMatchObject({ headerRow: 4, rows: 2, skipped: { titles: 1, blanks: 5, totals: 6 } })
  expect(await write('people', token)).toMatchObject({ read: 2, created: 2, faults: [] })
})

test('a hidden sheet is read; an empty hidden one is not shown', async () => {
  const { file, inspect } = await office()
  const token = await file([
    { name: '在职', rows: [['姓名', '身份证号', '支部'], person(0, jd)] },
    { name: '离退休', rows: [['姓名', '身份证号', '支部'], person(1, lt)], hidden: true },
    { name: '选项', rows: [], hidden: true },
  ])
  expect((await inspect('people', token)).sheets.map(s => [s.sheet, s.rows])).toEqual([
    ['在职', 1],
    ['离退休', 1],
  ])
})

test('columns the program did not recognise can be given by hand, and left out', async () => {
  const { file, inspect, write, records } = await office()
  const token = await file([{ name: '表', rows: [['人', '号', '哪里', '职务', '学历'], person(0, jd, '教师', '本科')] }])
  const read = await inspect('people', token)
  expect(read.sheets[0]).toMatchObject({
    headerRow: 1,
    columns: [
      { column: 'A', field: null },
      { column: 'B', field: null },
      { column: 'C', field: null },
      { column: 'D', field: 'partyPost' },
      { column: 'E', field: 'education' },
    ],
  })
  await expect(write('people', token)).rejects.toMatchObject({ code: 'import.unrecognised' })
  const mapping = { 表: { A: 'name', B: 'idNumber', C: 'organizationId', D: 'workPost', E: null } }
  expect((await inspect('people', token, mapping)).sheets[0]?.columns.map(c => c.field)).toEqual(['name', 'idNumber', 'organizationId', 'workPost', null])
  expect(await write('people', token, { mapping })).toMatchObject({ created: 1 })
  expect(await records('person')).toMatchObject([{ workPost: '教师', partyPost: null, education: null }])
})

test('a file of another kind is refused with what it lacks', async () => {
  const { write, fixture } = await office()
  await expect(write('people', fixture('organizations.xlsx'))).rejects.toMatchObject({
    code: 'import.unrecognised',
    facts: { what: expect.stringContaining('公民身份号码') },
  })
  await expect(write('study', fixture('organizations.xlsx'))).rejects.toMatchObject({ code: 'import.unrecognised' })
})

test('a list printed in two blocks side by side is read to its end', async () => {
  const { write, file, branchOf } = await office()
  const rows: Row[] = [
    [`${jd}党员名单`],
    ['序号', '姓名', '身份证号', '序号', '姓名', '身份证号'],
    [1, ...person(0), 3, ...person(2)],
    [2, ...person(1), 4, ...person(3)],
    [null, null, null, 5, ...person(4)],
  ]
  expect(await write('people', await file([{ name: '表', rows, merges: ['A1:F1'] }]))).toMatchObject({ created: 5, faults: [] })
  expect(Object.values(await branchOf())).toEqual([jd, jd, jd, jd, jd])
})

test('a mapping for one column leaves the others as they were read', async () => {
  const { file, inspect } = await office()
  const token = await file([
    {
      name: '签到',
      rows: [
        ['姓名', '身份证号', '2025-03-10 党课', '2025-04-10 党课', '备注'],
        [...person(0), '√', '√', '好'],
      ],
    },
  ])
  const fields = async (mapping?: Record<string, string | null>) =>
    (await inspect('study', token, mapping && { 签到: mapping })).sheets[0]?.columns.map(c => c.field)
  expect(await fields()).toEqual(['name', 'idNumber', 'activityColumn', 'activityColumn', null])
  expect(await fields({ D: null })).toEqual(['name', 'idNumber', 'activityColumn', null, null])
  expect(await fields({ E: 'activityColumn' })).toEqual(['name', 'idNumber', 'activityColumn', 'activityColumn', 'activityColumn'])
})
