import { expect, test } from 'vitest'
import { codesOf, importer } from '../support/importing.ts'
import { idOf, type Row } from '../support/workbook.ts'

const branch = '机关第一党支部'
const shen = idOf('2000-03-10', 11)
const huo = idOf('2001-06-20', 13)

/** An office with two applicants, and a workbook as offices keep it: a title, headings in their own words, one row a person. */
async function office() {
  const t = await importer({ today: '2026-11-23' })
  await t.branches(branch)
  const people = [
    ['姓名', '身份证号', '支部', '人员类别'],
    ['沈听澜', shen, branch, '入党申请人'],
    ['霍景和', huo, branch, '入党申请人'],
  ]
  await t.write('people', await t.file([{ name: '花名册', rows: people }]))
  const headings = [
    '姓名',
    '身份证号码',
    '提交书面申请书时间',
    '谈话时间',
    '确定为入党积极分子时间',
    '培养联系人',
    '确定为发展对象时间',
    '列入发展计划时间',
    '志愿书编号',
    '领取志愿书时间',
    '入党时间',
    '备注',
  ]
  const book = async (...rows: Row[]) => t.file([{ name: '发展党员', rows: [['机关第一党支部发展党员情况'], headings, ...rows] }])
  const cases = () => t.call('case.list', { procedure: 'membership' })
  return { ...t, book, cases }
}

const begun: Row = ['沈听澜', shen, '2025.1.6', '2025年1月20日', '2025-03-31', '周敏、唐立', '', '', '', '', '', '学生党员']

test('cases in progress come in with their steps, and the same file again changes nothing', async () => {
  const { write, book, cases, call } = await office()
  expect(await write('cases', await book(begun))).toMatchObject({ read: 1, created: 1, written: true, faults: [] })
  const { rows } = await cases()
  expect(rows).toMatchObject([{ name: '沈听澜', openedOn: '2025-01-06', phase: '申请入党', organization: branch }])
  const whole = await call('case.get', { caseId: rows[0]?.id ?? '' })
  expect(whole.records.map(({ step, doneOn, people }) => [step, doneOn, people])).toEqual([
    ['application', '2025-01-06', null],
    ['talk', '2025-01-20', null],
    ['recommendation', '2025-03-31', null],
    ['contacts', null, '周敏、唐立'],
  ])
  expect(whole).toMatchObject({ rules: { startsOn: '2014-05-28', newer: true }, record: { remark: '学生党员' } })
  expect(await write('cases', await book(begun))).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
})

test('a later file adds what has been done since and takes nothing away', async () => {
  const { write, book, cases, call } = await office()
  await write('cases', await book(begun))
  const later: Row = ['沈听澜', shen, '', '', '', '', '2026-04-21', '2026-05-06', '2026001', '2026-06-01', '', '']
  expect(await write('cases', await book(later))).toMatchObject({ updated: 1, faults: [] })
  const { records } = await call('case.get', { caseId: (await cases()).rows[0]?.id ?? '' })
  expect(records.find(({ step }) => step === 'form')).toMatchObject({ doneOn: '2026-06-01', number: '2026001' })
  expect(records.map(({ step }) => step)).toEqual(['application', 'talk', 'recommendation', 'contacts', 'candidate', 'form'])
})

test('a date that breaks a rule is kept and told with its article; one that can’t be read is a fault of its row', async () => {
  const { preview, write, book, cases } = await office()
  const late: Row = ['沈听澜', shen, '2026-06-01', '2026-07-15', '2026-05-20', '', '', '2026-08-01', '', '', '', '']
  const broken: Row = ['霍景和', huo, '去年春天', '2026-07-15', '', '', '', '', '', '', '', '']
  const file = await book(late, broken)
  const { rows } = await preview('cases', file)
  expect(rows[0]).toMatchObject({
    status: 'created',
    notes: [
      '党组织派人谈话晚了 14 天：2026-07-15，不晚于 2026-07-01（收到入党申请书后一个月内） 《中国共产党发展党员工作细则》（2026）第七条',
      '推荐和确定入党积极分子 2026-05-20 早于党组织派人谈话 2026-07-15 《中国共产党发展党员工作细则》（2026）第八条',
      '列入发展计划 2026-08-01，记入办理日志',
    ],
  })
  const outcome = await write('cases', file, { goodRows: true })
  expect(codesOf(outcome.faults)).toEqual(['4 badDate'])
  expect((await cases()).rows.map(({ name }) => name)).toEqual(['沈听澜'])
})

test('who is not on the roster, stands twice in the file, or has a course that ends before it begins is told by row, and nothing is written', async () => {
  const { write, file, cases } = await office()
  const rows: Row[] = [
    ['姓名', '身份证号', '发展对象培训开始时间', '发展对象培训结束时间'],
    ['沈听澜', shen, '2026-05-08', '2026-05-06'],
    ['沈听澜', shen, '2026-05-06', '2026-05-08'],
    ['钱无名', idOf('1999-01-01', 21), '2026-05-06', '2026-05-08'],
  ]
  const outcome = await write('cases', await file([{ name: '进度', rows }]))
  expect(codesOf(outcome.faults)).toEqual(['2 dateOrder', '3 duplicateRow', '4 unknownPerson'])
  expect(outcome.written).toBe(false)
  expect((await cases()).total).toBe(0)
})

test('a day of which only the month is given counts as the first and says so; one that is on file within that month stays as it is', async () => {
  const { preview, write, book, cases, call } = await office()
  const vague: Row = ['沈听澜', shen, '2025年1月', '2025年1月20日', '', '', '', '', '', '', '', '']
  const file = await book(vague)
  expect((await preview('cases', file)).rows[0]?.notes).toContain('“递交入党申请书日期”只有年月，按当月 1 日登记')
  await write('cases', file)
  const whole = async () => call('case.get', { caseId: (await cases()).rows[0]?.id ?? '' })
  const applied = async () => (await whole()).records.find(({ step }) => step === 'application')
  expect(await applied()).toMatchObject({ doneOn: '2025-01-01' })
  await write('cases', await book(['沈听澜', shen, '2025-01-16', '', '', '', '', '', '', '', '', '']))
  expect((await preview('cases', file)).rows[0]).toMatchObject({ status: 'unchanged' })
  await write('cases', file)
  expect(await applied()).toMatchObject({ doneOn: '2025-01-16' })
})

test('where a talk was held, where a posting hung and the day of the oath come in with their steps', async () => {
  const { write, file, cases, call } = await office()
  const rows = [
    ['姓名', '身份证号', '谈话时间', '谈话地点', '公示起', '公示止', '公示地点', '宣誓时间'],
    ['沈听澜', shen, '2026-06-10', '党员活动室', '2026-07-06', '2026-07-13', '教学楼公告栏', '2026-09-01'],
  ]
  await write('cases', await file([{ name: '进度', rows }]))
  const { records } = await call('case.get', { caseId: (await cases()).rows[0]?.id ?? '' })
  expect(records.map(({ step, doneOn, place }) => [step, doneOn, place])).toEqual([
    ['talk', '2026-06-10', '党员活动室'],
    ['candidateNotice', '2026-07-13', '教学楼公告栏'],
    ['oath', '2026-09-01', null],
  ])
})
