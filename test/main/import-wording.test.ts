import { expect, test } from 'vitest'
import { codesOf, importer } from '../support/importing.ts'
import { idOf, type Row } from '../support/workbook.ts'

const branch = '机关第一党支部'
const ids = Array.from({ length: 12 }, (_, i) => idOf(`19${70 + i}-03-1${i % 10}`, 11 + i * 2))
const basics = ['姓名', '身份证号', '支部', '入党时间']
const person = (i: number, ...more: Row): Row => [`张${'一二三四五六七八九十甲乙'[i]}`, ids[i], branch, '2003-09-14', ...more]

/** A roster with further columns beside the basic ones, and who came of it, in the order of the file. */
async function roster(headings: readonly string[], ...rows: readonly Row[]) {
  const t = await importer()
  await t.branches(branch)
  const token = await t.file([{ name: '花名册', rows: [[...basics, ...headings], ...rows.map((more, i) => person(i, ...more))] }])
  const outcome = await t.write('people', token)
  const kept = new Map((await t.records('person')).map(p => [p['name'], p]))
  return { ...t, outcome, people: rows.map((_, i) => kept.get(String(person(i)[0]))) }
}

test('columns that only sound like one of ours are left alone', async () => {
  const { outcome, people } = await roster(
    ['政治生日', '技术职务', '学时', '本年学时', '教育类别', '支部书记'],
    ['9月14日', '教授', 40, 38.5, '统招', '王强'],
    ['', '', '', '', '', ''],
  )
  expect(outcome.faults).toEqual([])
  expect(people).toMatchObject([{ partyPost: null, exemptReason: null, category: 'full', bornOn: '1970-03-10' }, {}])
})

test('a column called 类别 that holds other words than 正式 and 预备 is not 人员类别', async () => {
  const { outcome, people } = await roster(['类别'], ['教工'], ['教工'], ['学生'], ['离退休'])
  expect(outcome.faults).toEqual([])
  expect(people.map(p => p?.['category'])).toEqual(['full', 'full', 'full', 'full'])
  const other = await roster(['类别'], ['预备党员'], ['教工'], ['正式党员'])
  expect(codesOf(other.outcome.faults)).toEqual(['3 badChoice'])
})

test('an exemption may be a reason, a yes or no, or both', async () => {
  const cells = ['年老体弱', '行动不便', '是（长期患病）', '是，失能', '是', '√', '否', '不免', '不免学时', '×', '/', '']
  const { outcome, people } = await roster(['是否免学时及原因'], ...cells.map(cell => [cell]))
  expect(outcome.faults).toEqual([])
  const unsaid = '名册标明免学时，原因未填'
  expect(people.map(p => p?.['exemptReason'])).toEqual(['年老体弱', '行动不便', '长期患病', '失能', unsaid, unsaid, ...Array.from({ length: 6 }, () => null)])
})

test.each([
  ['是否失联', 'lost'],
  ['是否流动党员', 'floating'],
])('“是” under %s is %s, “否” is settled', async (heading, state) => {
  const { outcome, people } = await roster([heading], ['是'], ['否'], [''])
  expect(outcome.faults).toEqual([])
  expect(people.map(p => p?.['mobility'])).toEqual([state, 'settled', null])
})

test('“未转正” where the day would stand is no day', async () => {
  const { outcome, people } = await roster(
    ['转正时间', '政治面貌'],
    ['2004-09-14', '中共党员'],
    ['未转正', '中共党员（预备）'],
    ['预备期', '预备期党员'],
    ['不知道', '中共党员'],
  )
  expect(codesOf(outcome.faults)).toEqual(['5 badDate'])
  expect(people).toEqual([undefined, undefined, undefined, undefined])
  const good = await roster(['转正时间', '政治面貌'], ['2004-09-14', '中共党员'], ['未转正', '中共党员（预备）'], ['预备期', '预备期党员'])
  expect(good.people).toMatchObject([
    { fullMemberOn: '2004-09-14', category: 'full' },
    { fullMemberOn: null, category: 'probationary' },
    { fullMemberOn: null, category: 'probationary' },
  ])
})

test('who joined in the month of the eighteenth birthday, the day unknown, is not said to have been under age', async () => {
  const t = await importer()
  await t.branches(branch)
  const born = idOf('2000-06-15', 11)
  const at = (joined: string) => t.file([{ name: '花名册', rows: [basics, ['张三', born, branch, joined]] }])
  expect((await t.preview('people', await at('2018年6月'))).counts).toMatchObject({ created: 1 })
  expect((await t.preview('people', await at('2018年5月'))).rows).toMatchObject([{ faults: [{ code: 'joinedUnder18' }] }])
  expect((await t.preview('people', await at('2018-06-14'))).rows).toMatchObject([{ faults: [{ code: 'joinedUnder18' }] }])
})
