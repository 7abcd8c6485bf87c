import { expect, test } from 'vitest'
import { applicant, developed, documentsOf, textOf } from '../support/development.ts'
import { smallOffice } from '../support/office.ts'

/** Three who are posted; the last of another branch. */
async function three(today = '2026-11-23') {
  const office = await smallOffice({ today })
  const ids = [await applicant(office, '沈听澜'), await applicant(office, '霍景和'), await applicant(office, '闵怀瑾', { organizationId: office.second })]
  const notices = async (params: object, form: 'candidateNotice' | 'conversionNotice' | 'admissionNotice' = 'candidateNotice') =>
    (await documentsOf(office.call, form, params)).map(textOf)
  return { ...office, ids, notices }
}

test('several who are posted together stand on one sheet, under the body that is above all of them', async () => {
  const { call, ids, notices } = await three()
  const draft = { startedOn: '2026-11-02', doneOn: '2026-11-09', result: 'clear', place: '教学楼公告栏', phone: '0999-5550112' }
  await call('case.record', { caseIds: ids, step: 'candidateNotice', draft })
  const [sheet = '', ...more] = await notices({ caseIds: ids })
  expect(more).toEqual([])
  expect(sheet).toContain('拟将沈听澜、霍景和、闵怀瑾 3 名同志列为发展对象')
  expect(sheet).toContain('根据《中国共产党发展党员工作细则》（2026）第十三条')
  for (const words of [
    '公示时间：2026年11月2日至11月9日（5个工作日）。',
    '公示范围：教学楼公告栏。',
    '受理单位：中共临江委员会',
    '联系电话：0999-5550112',
    '所在党支部第二党支部',
  ])
    expect(sheet).toContain(words)
  const [own = ''] = await notices({ caseIds: ids.slice(0, 2) })
  expect(own).toContain('受理单位：第一党支部')
  expect(own).not.toContain('所在党支部')
})

test('those who were posted on other days stand on a sheet of their own', async () => {
  const { call, ids, notices } = await three()
  await call('case.record', { caseIds: ids.slice(0, 2), step: 'candidateNotice', draft: { startedOn: '2026-11-02' } })
  await call('case.record', { caseIds: ids.slice(2), step: 'candidateNotice', draft: { startedOn: '2026-11-04' } })
  const sheets = await notices({ caseIds: ids })
  expect(sheets.map(sheet => /公示时间：(.*?)（/.exec(sheet)?.[1])).toEqual(['2026年11月2日至11月9日', '2026年11月4日至11月11日'])
})

test('over 国庆 the five working days of 第十三条 skip the days off and count the worked Saturday', async () => {
  const { call, ids, notices } = await three()
  await call('case.record', { caseIds: ids.slice(0, 1), step: 'candidateNotice', draft: { startedOn: '2026-09-28' } })
  // 9-29, 9-30, 10-08, 10-09 and the make-up day 10-10.
  expect((await notices({ caseIds: ids.slice(0, 1) }))[0]).toContain('公示时间：2026年9月28日至10月10日（5个工作日）。')
  const counted = { key: 'calendar.countFirstDay', value: 1, startsOn: '2026-01-01', clause: null, basis: 'policy', remark: null }
  await call('records.create', { type: 'parameter', draft: counted })
  expect((await notices({ caseIds: ids.slice(0, 1) }))[0]).toContain('公示时间：2026年9月28日至10月9日（5个工作日）。')
})

test('a sheet that reaches into a year without its notice says 暂算; one that does not says nothing of it', async () => {
  const { ids, notices } = await three()
  const caseIds = ids.slice(0, 1)
  const [over = ''] = await notices({ caseIds, startsOn: '2026-12-29' })
  expect(over).toContain('公示时间：2026年12月29日至2027年1月5日（5个工作日）。')
  expect(over).toContain('暂算：2027 年的放假安排没有登记全')
  expect((await notices({ caseIds, startsOn: '2026-12-21' }))[0]).not.toContain('暂算')
})

test('without a first day the days are left to the pen; what is on file goes before what is asked', async () => {
  const { call, ids, notices } = await three()
  const caseIds = ids.slice(0, 1)
  expect((await notices({ caseIds }))[0]).toContain('年　　月　　日至　　月　　日（不少于5个工作日）')
  await call('case.record', { caseIds, step: 'candidateNotice', draft: { startedOn: '2026-11-02' } })
  expect((await notices({ caseIds, startsOn: '2026-11-16' }))[0]).toContain('公示时间：2026年11月2日至11月9日')
})

test('转正公示 goes by the office’s own posting and says how long it asks for', async () => {
  const office = await smallOffice({ today: '2028-12-05' })
  const { caseId } = await developed(office, { until: 'conversionOpinions' })
  const local = {
    procedure: 'membership',
    kind: 'step',
    label: '拟转正公示',
    afterStep: 'conversionOpinions',
    workingDays: 7,
    clause: '本单位公示制',
    startsOn: '2026-01-01',
  }
  await office.add('localRequirement', local)
  const step = (await office.call('case.get', { caseId })).steps.find(({ label }) => label === '拟转正公示')
  expect(step?.forms).toEqual(['conversionNotice'])
  await office.call('case.record', { caseIds: [caseId], step: step?.key ?? '', draft: { startedOn: '2028-10-23', place: '实训中心公告栏' } })
  const [sheet] = (await documentsOf(office.call, 'conversionNotice', { caseIds: [caseId] })).map(textOf)
  expect(sheet).toContain('拟将霍景和同志转为中共正式党员提交支部党员大会讨论')
  expect(sheet).toContain('2027年10月12日被接收为中共预备党员')
  expect(sheet).toContain('公示时间：2028年10月23日至11月1日（7个工作日）。')
  expect(sheet).toContain('按照本单位发展党员公示制度')
})

test('every step that is posted, voted on or written down leads to its forms', async () => {
  const office = await smallOffice()
  const { steps } = await office.call('case.get', { caseId: await applicant(office, '沈听澜') })
  const formsOf = Object.fromEntries(steps.flatMap(({ key, forms }) => (forms.length > 0 ? [[key, forms]] : [])))
  expect(formsOf).toMatchObject({
    talk: ['talkRecord'],
    activistFiling: ['activistFiling', 'activistList'],
    inspection: ['cultivationRecord'],
    candidateNotice: ['candidateNotice'],
    review: ['inquiryLetter', 'reviewReport'],
    preview: ['previewForm'],
    approval: ['admissionLetter'],
    probationInspection: ['probationRecord'],
    conversionApproval: ['conversionLetter'],
  })
})
