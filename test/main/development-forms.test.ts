import { expect, test } from 'vitest'
import { activistList } from '../../shared/forms/development/activist-list.ts'
import { applicant, boxOf, developed, documentsOf, textOf, transferred, written } from '../support/development.ts'
import { smallOffice } from '../support/office.ts'

/** The one document of a form of one case. */
async function one(office: Awaited<ReturnType<typeof smallOffice>>, caseId: string, form: Parameters<typeof documentsOf>[1]) {
  const documents = await documentsOf(office.call, form, { caseIds: [caseId] })
  const [document] = documents
  if (!document || documents.length > 1) throw new Error(`${form}: ${documents.length} documents`)
  return document
}

const whole = async (until?: string) => {
  const office = await smallOffice({ today: '2028-12-05' })
  return { ...office, office, ...(await developed(office, until === undefined ? {} : { until })) }
}

test('谈话记录表 has who, when, where and what was said in their boxes; the signatures are left to the pen', async () => {
  const { office, caseId } = await whole()
  const record = await one(office, caseId, 'talkRecord')
  expect(written(record, '姓名')).toBe('霍景和')
  expect(written(record, '姓名', 1)).toBe('陆知行')
  expect(written(record, '姓名', 2)).toBe('')
  expect([written(record, '谈话时间'), written(record, '谈话地点'), written(record, '谈话内容')]).toEqual(['2026年6月10日', '支部活动室', '谈入党动机。'])
  expect(textOf(record)).toContain('依据《中国共产党发展党员工作细则》（2026）第七条')
})

test('a talk that was not recorded leaves every box of it blank', async () => {
  const { office, caseId } = await whole('application')
  const record = await one(office, caseId, 'talkRecord')
  expect(['谈话时间', '谈话地点', '谈话内容'].map(name => written(record, name))).toEqual(['', '', ''])
  expect(textOf(record)).toContain('收到入党申请书：2026年5月20日')
})

test('备案表 names the contacts as the roster knows them, the recommendation, and the day of 备案', async () => {
  const { office, caseId } = await whole()
  const record = await one(office, caseId, 'activistFiling')
  expect(written(record, '培养联系人')).toBe('柏星河实训中心主任秦慕白实训中心副主任')
  expect(written(record, '党员推荐（群团组织推优）情况')).toBe('党员大会推荐，应到24人，推荐21票。')
  expect(written(record, '党支部委员会意见')).toBe('经2026年7月1日支委会研究，同意确定霍景和同志为入党积极分子，报上级党委备案。')
  expect(boxOf(record, '上级党委\n备案意见'.replace('\n', '')).sign?.join('')).toContain('2026年7月10日')
  expect(textOf(record)).toContain('备案文号：院委组备〔2026〕7号')
})

test('备案名册 lists the activists of a branch, not who has only applied or is a candidate already; as a workbook too', async () => {
  const { office, call, caseId, second } = await whole('inspection')
  const applied = await applicant(office, '沈听澜')
  const other = await applicant(office, '闵怀瑾', { organizationId: second })
  await call('case.record', { caseIds: [applied, other], step: 'application', draft: { doneOn: '2026-05-20' } })
  await call('case.record', { caseIds: [other], step: 'recommendation', draft: { doneOn: '2026-08-01' } })
  const rowsOf = async (params: object) => activistList.props.parse((await call('forms.preview', { form: 'activistList', params })).props).rows
  expect((await rowsOf({})).map(({ name, filed }) => [name, filed])).toEqual([
    ['霍景和', '院委组备〔2026〕7号'],
    ['闵怀瑾', ''],
  ])
  expect((await rowsOf({ organizationId: second })).map(({ number, name, settledOn }) => [number, name, settledOn])).toEqual([[1, '闵怀瑾', '2026.08.01']])
  expect((await rowsOf({ caseIds: [applied] })).map(({ name }) => name)).toEqual(['沈听澜'])
  await call('case.record', { caseIds: [caseId], step: 'candidate', draft: { doneOn: '2027-07-20' } })
  expect((await rowsOf({})).map(({ name }) => name)).toEqual(['闵怀瑾'])
})

test('考察登记表: résumé and family in rows, contacts with their day, a box for every half-year, what is not on file blank', async () => {
  const { office, caseId } = await whole('candidate')
  const record = await one(office, caseId, 'cultivationRecord')
  const text = textOf(record)
  expect(text).toContain('确定为入党积极分子时间：2026年7月1日')
  expect([written(record, '参加工作时间'), written(record, '入团时间'), written(record, '身份证号')]).toEqual([
    '2014.07',
    '2007.05',
    expect.stringMatching(/^1101\*+/),
  ])
  for (const words of ['云江理工大学水利水电工程学院学习', '邵怀瑾', '尹采薇', '1993.06', '青岚县人民医院护士长']) expect(text).toContain(words)
  expect(text).not.toContain('纪明远')
  expect([0, 1].map(n => written(record, '党支部考察意见', n))).toEqual(['第一次：同意。', '第二次：同意。'])
  expect(text).toContain('第二次　2026年12月—2027年6月')
  expect(written(record, '公示情况')).toBe('2027年7月12日—7月19日在学院公告栏公示。无影响发展的反映。')
  expect(written(record, '短期集中培训情况')).toBe('')
  const fresh = await one(office, await applicant(office, '沈听澜'), 'cultivationRecord')
  expect([0, 1].map(n => written(fresh, '党支部考察意见', n))).toEqual(['', ''])
  expect(written(fresh, '党小组意见')).toBe('')
})

test('函调信: one for each body that is asked, with its number and day; the answer is left to whoever gives it', async () => {
  const { call, caseId, office } = await whole()
  const letters = (await documentsOf(call, 'inquiryLetter', { caseIds: [caseId] })).map(textOf)
  expect(letters).toHaveLength(2)
  expect(letters[0]).toContain('中共南屏乡委员会：')
  expect(letters[0]).toContain('其父亲霍同尘（青岚县南屏乡农民，群众）')
  expect(letters[0]).toContain('编号：临院函〔2027〕6号')
  expect(letters[0]).not.toContain('政治历史清楚')
  expect(letters[1]).toContain('青禾公司党支部：')
  const blank = await documentsOf(call, 'inquiryLetter', { caseIds: [await applicant(office, '沈听澜')] })
  expect(blank.map(textOf)).toEqual([expect.stringContaining('＿＿＿＿＿＿：')])
})

test('综合政审报告 has the person, those near them with the letters, and the conclusion that was recorded', async () => {
  const { office, caseId } = await whole()
  const text = textOf(await one(office, caseId, 'reviewReport'))
  for (const words of ['2027年7月20日列为发展对象', '纪明远', '2027.08.02发', '政治历史清楚。', '政治审查合格。', '2027年8月25日'])
    expect(text).toContain(words)
  expect(text).toContain('根据《中国共产党发展党员工作细则》（2026）第十六条')
  expect(text).toContain('党支部采取函调等方式')
  const before = textOf(await one(office, await applicant(office, '沈听澜'), 'reviewReport'))
  expect(before).not.toContain('合格')
})

test('预审表 gathers what came before it', async () => {
  const { office, caseId } = await whole()
  const record = await one(office, caseId, 'previewForm')
  expect(written(record, '半年考察')).toBe('2次：2026.12.28、2027.06.28')
  expect(written(record, '公示情况')).toBe('2027.07.12—2027.07.19，无影响发展的反映')
  expect(written(record, '入党介绍人')).toBe('柏星河、秦慕白')
  expect(written(record, '基层党委预审意见')).toBe('材料齐全。预审合格。')
  expect(textOf(record)).toContain('预审文号：院委〔2027〕30号')
})

test('预备党员考察表: the year from the day of the meeting, each half-year’s own words, the meeting’s vote', async () => {
  const { office, caseId } = await whole()
  const record = await one(office, caseId, 'probationRecord')
  expect([written(record, '接收预备党员时间'), written(record, '预备期满')]).toEqual(['2027.10.12', '2028.10.12'])
  expect([0, 1].map(n => written(record, '本人自我鉴定', n))).toEqual(['上半年：同意。', '下半年：同意。'])
  expect(written(record, '支部大会决议')).toContain('经2028年10月30日支部党员大会讨论，按期转正。赞成23')
})

test('审批通知书 says what was decided and when; a prolonged term is notified as such', async () => {
  const { office, call, caseId } = await whole('conversionOpinions')
  expect(textOf(await one(office, caseId, 'admissionLetter'))).toContain(
    '你支部2027年10月12日支部党员大会通过接收霍景和同志为中共预备党员的决议收悉。经2027年11月2日审批',
  )
  const blank = textOf(await one(office, caseId, 'conversionLetter'))
  expect(blank).toContain('预备党员转正审批通知书')
  expect(blank).toContain('　　　〔　　　　〕　　号')
  const draft = { doneOn: '2028-10-30', result: 'extended', eligible: 24, present: 23, agree: 20, against: 3, abstain: 0, extendedTo: '2029-04-12' }
  await call('case.record', { caseIds: [caseId], step: 'conversionMeeting', draft })
  await call('case.record', {
    caseIds: [caseId],
    step: 'extensionApproval',
    draft: { doneOn: '2028-12-01', result: 'approved', number: '院委〔2028〕60号' },
  })
  const prolonged = textOf(await one(office, caseId, 'conversionLetter'))
  expect(prolonged).toContain('延长预备期审批通知书')
  expect(prolonged).toContain('经2028年12月1日审批，同意将霍景和同志的预备期延长至2029年4月12日')
  expect(prolonged).toContain('院委〔2028〕60号')
})

test('a case by the rules of 2014 names no article that nobody has seen', async () => {
  const office = await smallOffice()
  const { caseIds } = await office.openCase('沈听澜', { openedOn: '2025-03-03' })
  for (const form of ['talkRecord', 'reviewReport', 'previewForm', 'candidateNotice'] as const) {
    const [document] = await documentsOf(office.call, form, { caseIds })
    expect(document && textOf(document)).not.toMatch(/第.+条|待核/)
  }
})

test('a case of another procedure is refused, and told what it is', async () => {
  const office = await smallOffice()
  await expect(documentsOf(office.call, 'talkRecord', { caseIds: [await transferred(office)] })).rejects.toMatchObject({
    code: 'form.empty',
    facts: { what: '这张表是发展党员的，沈听澜的卷宗是组织关系转接' },
  })
})

test('of who is in 干部信息 nobody types the résumé and family again; what the case has of its own goes first', async () => {
  const office = await smallOffice()
  const { call, add } = office
  const caseId = await applicant(office, '沈听澜')
  const { record } = await call('records.get', { type: 'procedureCase', id: caseId })
  const cadreId = await add('cadre', { personId: record['personId'], startedWork: '2014-07' })
  const resume = [{ number: 1, since: '2010-09', until: '2014-07', content: '云江大学文学院学习' }]
  const family = [{ number: 1, relation: '父亲', name: '沈守拙', born: '1970-02', politics: '群众', work: '城关镇个体工商户' }]
  const rewards = [{ number: 1, kind: 'honour', given: '2025-05', content: '2025年5月获“青年岗位能手”称号' }]
  await call('cadre.save', { cadreId, version: 1, lines: { resume, family, rewards } })
  const filled = await one(office, caseId, 'cultivationRecord')
  expect([written(filled, '参加工作时间'), written(filled, '奖惩情况')]).toEqual(['2014.07', '2025年5月获“青年岗位能手”称号'])
  for (const words of ['2010.09—2014.07', '云江大学文学院学习', '沈守拙', '1970.02']) expect(textOf(filled)).toContain(words)
  await add('caseRelative', { caseId, circle: 'family', relation: '母亲', name: '乔素问' })
  const own = textOf(await one(office, caseId, 'cultivationRecord'))
  expect(own).toContain('乔素问')
  expect(own).not.toContain('沈守拙')
})

test('what was refused or cancelled is notified as that, never as a consent', async () => {
  const { office, call, caseId } = await whole('superiorTalk')
  await call('case.record', { caseIds: [caseId], step: 'approval', draft: { doneOn: '2027-11-02', result: 'failed', number: '院委〔2027〕41号' } })
  const refused = textOf(await one(office, caseId, 'admissionLetter'))
  expect(refused).toContain('不予批准')
  expect(refused).not.toContain('同意接收')
  const cancelled = await whole('conversionOpinions')
  const draft = { doneOn: '2028-10-30', result: 'cancelled', eligible: 24, present: 23, agree: 2, against: 21, abstain: 0 }
  await cancelled.call('case.record', { caseIds: [cancelled.caseId], step: 'conversionMeeting', draft })
  const letter = textOf(await one(cancelled.office, cancelled.caseId, 'conversionLetter'))
  expect(letter).toContain('取消预备党员资格审批通知书')
  expect(letter).not.toContain('转为中共正式党员')
  const refusal = { doneOn: '2028-11-20', result: 'refused', number: '院委〔2028〕58号' }
  await cancelled.call('case.record', { caseIds: [cancelled.caseId], step: 'cancellationApproval', draft: refusal })
  const back = textOf(await one(cancelled.office, cancelled.caseId, 'conversionLetter'))
  for (const words of ['院委〔2028〕58号', '不予批准取消霍景和同志的预备党员资格', '请支部党员大会重新讨论']) expect(back).toContain(words)
})

test('a prolongation that the upper committee refused is notified as refused, and prolongs nothing', async () => {
  const { office, call, caseId } = await whole('conversionOpinions')
  const meeting = { doneOn: '2028-10-30', result: 'extended', eligible: 24, present: 23, agree: 20, against: 3, abstain: 0, extendedTo: '2029-04-12' }
  await call('case.record', { caseIds: [caseId], step: 'conversionMeeting', draft: meeting })
  await call('case.record', { caseIds: [caseId], step: 'extensionApproval', draft: { doneOn: '2028-12-01', result: 'refused' } })
  const letter = textOf(await one(office, caseId, 'conversionLetter'))
  expect(letter).toContain('不予批准延长霍景和同志的预备期')
  expect(letter).not.toContain('2029年4月12日')
  expect(written(await one(office, caseId, 'probationRecord'), '预备期满')).toBe('2028.10.12')
})
