import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { codesOf, importer } from '../support/importing.ts'
import { idOf, type Row } from '../support/workbook.ts'

const [wang, li, zhao] = [idOf('1979-05-23', 307), idOf('1993-01-26', 478), idOf('1990-08-15', 11)]
const college = ['机电工程系教工党支部', '机电工程系学生党支部', '离退休党支部']

/** A roster of one sheet under plain headings. */
async function roster(...rows: Row[]) {
  const t = await importer()
  await t.branches(...college)
  const at = (more: readonly Row[]) => t.file([{ name: '花名册', rows: more }])
  return { ...t, at, outcome: await t.write('people', await at(rows)) }
}

const headings = ['姓名', '身份证号', '支部', '入党时间', '转正时间']

test('the college roster goes in whole; the same file again changes nothing', async () => {
  const { write, fixture, records } = await importer()
  await write('organizations', fixture('organizations.xlsx'))
  expect(await write('people', fixture('roster.xlsx'))).toMatchObject({ read: 150, created: 150, updated: 0, unchanged: 0, written: true, faults: [] })
  expect(await write('people', fixture('roster.xlsx'))).toMatchObject({ read: 150, created: 0, updated: 0, unchanged: 150, written: true })
  const first = (await records('person')).find(p => p['name'] === '曹然')
  expect(first).toMatchObject({
    idNumber: '411303197905233074',
    sex: 'male',
    bornOn: '1979-05-23',
    joinedOn: '2003-09-14',
    category: 'full',
    partyPost: '党支部书记',
    leader: false,
    phone: '13969364570',
    exemptReason: null,
  })
})

test.each(['before', 'after'])('the faulty roster gives exactly its faults and writes nothing, %s the good one is kept', async when => {
  const { write, fixture, call } = await importer()
  await write('organizations', fixture('organizations.xlsx'))
  if (when === 'after') await write('people', fixture('roster.xlsx'))
  const lines = (await call('audit.verify', {})).lines
  const outcome = await write('people', fixture('roster-with-faults.xlsx'))
  const expected: unknown = JSON.parse(await readFile(fileURLToPath(new URL('../fixtures/college/roster-faults.json', import.meta.url)), 'utf8'))
  expect(outcome.faults.map(({ sheet, row, code }) => ({ sheet, row, kind: code }))).toEqual(expected)
  expect(outcome).toMatchObject({ read: 151, created: 0, updated: 0, written: false })
  expect((await call('audit.verify', {})).lines).toBe(lines)
})

test('with the user’s word the good rows go in and the faulty ones stay out', async () => {
  const { write, fixture, records } = await importer()
  await write('organizations', fixture('organizations.xlsx'))
  expect(await write('people', fixture('roster-with-faults.xlsx'), { goodRows: true })).toMatchObject({ created: 144, written: true, faults: { length: 7 } })
  expect(await records('person')).toHaveLength(144)
})

test('an absent column and an empty cell leave the old value; what the file says replaces it', async () => {
  const { records, write, at } = await roster(['姓名', '身份证号', '支部', '手机', '党内职务'], ['王强', wang, college[0], '13812346027', '党支部书记'])
  const again = await write(
    'people',
    await at([
      ['姓名', '身份证号', '党内职务', '学历'],
      ['王强', wang, '', '大学本科'],
    ]),
  )
  expect(again).toMatchObject({ created: 0, updated: 1 })
  expect(await records('person')).toMatchObject([{ phone: '13812346027', partyPost: '党支部书记', education: '大学本科' }])
})

test('birth and sex are filled from the ID number, and a birth month that agrees becomes the day', async () => {
  const { records, outcome } = await roster(
    [...headings, '出生年月'],
    ['赵敏', zhao, college[0], '2012年6月', '2013.06', '1990.8'],
    ['李芳', li, college[0], '201506', '2016/7/1', ''],
  )
  expect(outcome.faults).toEqual([])
  expect(await records('person')).toMatchObject([
    { name: '李芳', bornOn: '1993-01-26', sex: 'female', joinedOn: '2015-06-01', fullMemberOn: '2016-07-01' },
    { name: '赵敏', bornOn: '1990-08-15', sex: 'male', joinedOn: '2012-06-01', fullMemberOn: '2013-06-01' },
  ])
})

test('a month does not replace a day in that month', async () => {
  const { records, write, at } = await roster(headings, ['赵敏', zhao, college[0], '2012-06-20', '2013-06-20'])
  expect(await write('people', await at([headings, ['赵敏', zhao, college[0], '2012年6月', '2013.6']]))).toMatchObject({ unchanged: 1 })
  expect(await records('person')).toMatchObject([{ joinedOn: '2012-06-20', fullMemberOn: '2013-06-20' }])
})

test('a birth month typed as a number that lost its zero is settled by the ID number', async () => {
  const october = idOf('1990-10-03', 12)
  const { records, outcome } = await roster([...headings, '出生年月'], ['钱进', october, college[0], '2012-06-20', '2013-06-20', 1990.1])
  expect(outcome.faults).toEqual([])
  expect(await records('person')).toMatchObject([{ bornOn: '1990-10-03' }])
})

test('several faults of one row are all told; a wrong ID number is told once', async () => {
  const { outcome } = await roster(
    [...headings, '性别', '类别', '出生日期'],
    ['', `${wang.slice(0, 17)}${wang.endsWith('1') ? '2' : '1'}`, '没有这个支部', '2021-02-30', '', '女', '贵宾', '1980-01-01'],
    ['李芳', li, college[0], '2000-01-01', '1999-01-01', '男', '正式党员', '1993-01-27'],
    ['孙悟', '3505251990', college[0], '', '', '', '正式党员', ''],
    ['周一', { error: '#REF!' }, college[0], '', '', '', '正式党员', ''],
    ['吴二', '', college[0], '', '', '', '正式党员', ''],
    ['郑三', 411303197905233074, college[0], '', '', '', '正式党员', ''],
    ['冯四', zhao, '', '', '', '', '正式党员', ''],
  )
  expect(codesOf(outcome.faults).sort()).toEqual([
    '2 badChoice',
    '2 badDate',
    '2 checksum',
    '2 missingName',
    '2 unknownBranch',
    '3 birthMismatch',
    '3 dateOrder',
    '3 joinedUnder18',
    '3 sexMismatch',
    '4 idFormat',
    '5 badValue',
    '6 missingId',
    '7 idFormat',
    '8 missingBranch',
  ])
  expect(outcome.faults.find(f => f.code === 'unknownBranch')?.message).toContain('没有“没有这个支部”')
})

test('one ID number twice is told on the later row, across sheets too', async () => {
  const t = await importer()
  await t.branches(...college)
  const sheet = (name: string, ...rows: Row[]) => ({ name, rows: [headings, ...rows] })
  const outcome = await t.write(
    'people',
    await t.file([
      sheet('一', ['王强', wang, college[0]], ['王强', ` ${wang.slice(0, 6)} ${wang.slice(6)}`, college[0]]),
      sheet('二', ['王强', wang, college[0]]),
    ]),
  )
  expect(outcome.faults).toMatchObject([
    { sheet: '一', row: 3, code: 'duplicateId' },
    { sheet: '二', row: 2, code: 'duplicateId', message: '与“一”第 2 行的身份号码相同' },
  ])
})

test('another name under a known ID number is a change with a warning, not a fault', async () => {
  const t = await roster(headings, ['王强', wang, college[0]])
  const { rows } = await t.preview('people', await t.at([headings, ['王勇', wang, college[0]]]))
  expect(rows).toMatchObject([
    { status: 'updated', faults: [], changes: [{ field: 'name', before: '王强', after: '王勇' }], notes: [expect.stringContaining('王强')] },
  ])
})

test('names and ID numbers are forgiven their blanks, widths and apostrophes; 汉 is 汉族', async () => {
  const { records, outcome } = await roster(
    ['姓　名', '身份证\n号码', '所在支部', '民　族', '性别'],
    ['尹　航', `'${wang}`, college[0], '汉', '男 '],
    ['\u00a0李\u00a0芳 ', [...li].map(c => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join(''), ` ${college[0]}`, '维吾尔', '女'],
  )
  expect(outcome.faults).toEqual([])
  expect(await records('person')).toMatchObject([
    { name: '李芳', idNumber: li, nation: '维吾尔族' },
    { name: '尹航', idNumber: wang, nation: '汉族' },
  ])
})

test('a branch is found by its name without 党, with its superior or with the office in front; by nothing vaguer', async () => {
  const t = await importer()
  await t.write('organizations', t.fixture('organizations.xlsx'))
  const names = [
    '机电工程系教工支部',
    '机电工程系教工',
    '中共机电工程系教工支部委员会',
    '机电工程系党总支/机电工程系教工党支部',
    '江南职业技术学院机电工程系教工党支部',
  ]
  const rows = names.map((name, i): Row => ['张三', idOf('1980-01-01', i * 2 + 1), name])
  const { rows: shown, counts } = await t.preview(
    'people',
    await t.file([
      {
        name: '表',
        rows: [
          ['姓名', '身份证号', '支部'],
          ...rows,
          ['张三', idOf('1980-01-02', 1), '工程系教'],
          ['张三', idOf('1980-01-02', 3), '教工党支部'],
          ['张三', idOf('1980-01-02', 5), '信息工程系离退休党支部'],
        ],
      },
    ]),
  )
  expect(shown.slice(0, 5).map(r => r.values['organizationId'])).toEqual(names.map(() => '机电工程系教工党支部'))
  expect(counts).toMatchObject({ created: 5, faulty: 3 })
})

test('category follows the dates where the roster does not say it', async () => {
  const { records } = await roster(
    headings,
    ['王强', wang, college[0], '2003-09-14', '2004-09-14'],
    ['李芳', li, college[0], '2025-06-01', ''],
    ['赵敏', zhao, college[0], '', ''],
  )
  expect(new Map((await records('person')).map(p => [p['name'], p['category']]))).toEqual(
    new Map([
      ['王强', 'full'],
      ['李芳', 'probationary'],
      ['赵敏', 'full'],
    ]),
  )
})

test('a list of activists does not make members of them', async () => {
  const { outcome, records } = await roster(['入党积极分子花名册'], ['姓名', '身份证号', '支部'], ['王强', wang, college[0]])
  expect(outcome.faults).toEqual([])
  expect(await records('person')).toMatchObject([{ category: 'activist' }])
})

test('a roster that moves someone against a dated move says in the row what counts, and what to do', async () => {
  const [first, second, third] = college
  const { call, at, records, preview } = await roster(headings, ['王海', wang, first], ['李静', li, first], ['赵磊', zhao, first])
  const branch = async (name: string | undefined) => (await call('records.list', { type: 'organization', search: name })).rows[0]?.['id']
  const id = async (name: string) => String((await records('person')).find(p => p['name'] === name)?.['id'])
  const move = async (name: string, to: string | undefined, movedOn: string) =>
    call('person.transfer', { ids: [await id(name)], organizationId: String(await branch(to)), movedOn })
  await move('王海', second, '2025-07-01')
  await move('李静', second, '2026-03-01')
  const notes = async (rows: readonly Row[]) => (await preview('people', await at([headings, ...rows]))).rows.map(r => r.notes)
  const [wangs, lis, zhaos] = await notes([
    ['王海', wang, third],
    ['李静', li, third],
    ['赵磊', zhao, third],
  ])
  expect(wangs?.join()).toBe(
    `2025-07-01 登记过转入“${second}”，指标按登记的算，仍计在“${second}”。确已转到“${third}”的，导入后在此人档案里登记一次组织关系变动；没有转的，改名册`,
  )
  expect(lis?.join()).toContain(`登记着 2026-03-01 才从“${first}”转出，指标按登记的算，仍计在“${first}”`)
  expect(zhaos).toEqual([])
  expect(await notes([['王海', wang, second]])).toEqual([[]])
})

test('an import is one command in the audit, with its file and figures', async () => {
  const { call } = await roster(headings, ['王强', wang, college[0]])
  const { id } = (await call('records.list', { type: 'person' })).rows[0] ?? {}
  expect(await call('records.history', { type: 'person', id: String(id) })).toMatchObject([{ actor: '经办人', action: 'import.write' }])
  expect(await call('audit.verify', {})).toMatchObject({ ok: true })
})
