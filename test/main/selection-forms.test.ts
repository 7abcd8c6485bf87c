import { expect, test } from 'vitest'
import type { FormName } from '../../shared/api/forms.ts'
import { rowOf } from '../../shared/domain/ballot.ts'
import { boxOf, documentsOf, textOf, written } from '../support/development.ts'
import { counted, held } from '../support/held.ts'
import { smallOffice } from '../support/office.ts'
import { selected } from '../support/selection.ts'

async function dossier(given: Parameters<typeof selected>[1] = {}) {
  const office = await smallOffice({ today: '2026-11-23' })
  const made = await selected(office, given)
  const of = (form: FormName, params: object = {}) => documentsOf(office.call, form, { caseIds: [made.caseId], ...params })
  const texts = async (form: FormName, params: object = {}) => (await of(form, params)).map(textOf)
  return { ...office, ...made, of, texts }
}

/** The one document of a form. */
const only = <T>(all: readonly T[]): T => {
  const [one] = all
  if (one === undefined || all.length > 1) throw new Error(`${all.length} documents`)
  return one
}

/** The rows below the heads of a document's tables. */
const tableOf = ({ blocks }: Awaited<ReturnType<typeof documentsOf>>[number]): readonly (readonly string[])[] =>
  blocks.flatMap(block => (block.kind === 'grid' && block.head ? block.rows.slice(block.head).map(({ cells }) => cells.map(({ text }) => text)) : []))

test('考察预告 names who is assessed, when, by whom and whom to call; what is not on file yet is a line to write on', async () => {
  const { texts } = await dossier()
  const sheet = only(await texts('assessmentNotice'))
  for (const words of [
    '决定对温启明、邓文涛同志进行考察',
    '温启明，男，汉族，1979年12月生，云江青岚人，大学学历，管理学学士，2008年6月加入中国共产党，2008年7月参加工作，现任测绘教研室主任。',
    '邓文涛，女，汉族，1979年12月生，云江青岚人，在职研究生学历，法学硕士，',
    '考察时间：2026年9月15日。',
    '在教务处、测绘工程系进行个别谈话、民主测评',
    '考察组成员：周敏、纪明远',
    '联系电话：0999-5550112',
    '2026年9月10日',
  ])
    expect(sheet).toContain(words)
  expect(sheet).not.toMatch(/拟任|待核/)
  const early = only(await (await dossier({ until: 'assessed' })).texts('assessmentNotice'))
  expect(early).toContain('考察时间：　　　年　　月　　日至　　月　　日。')
  expect(early).toContain('考察组成员：＿＿')
})

test('任前公示 over 国庆 skips the days off and counts the worked Saturday; a reason to go outside the rules is posted with it', async () => {
  const { call, texts, caseId, first } = await dossier({ until: 'committeeMeeting' })
  const posted = async (startsOn: string) => /公示时间：(.*?)。/.exec(only(await texts('appointmentNotice', { startsOn })))?.[1]
  expect(await posted('2026-09-29')).toBe('2026年9月29日至10月12日（5个工作日）')
  expect(await posted('2026-09-18')).toBe('2026年9月18日至9月24日（5个工作日）')
  expect(await posted('2026-02-12')).toBe('2026年2月12日至2月26日（5个工作日）')
  expect(only(await texts('appointmentNotice'))).toContain('　　　年　　月　　日至　　月　　日（不少于5个工作日）')
  expect(only(await texts('appointmentNotice', { startsOn: '2026-12-29' }))).toContain('暂算：2027 年的放假安排没有登记全')
  const { record } = await call('records.get', { type: 'candidate', id: first })
  await call('records.update', { type: 'candidate', id: first, version: Number(record['version']), draft: { exception: '在专项工作中表现特别优秀。' } })
  await call('case.record', { caseIds: [caseId], step: 'publicNotice', draft: { startedOn: '2026-09-29', place: '全院公示栏', phone: '0999-5550113' } })
  const sheet = only(await texts('appointmentNotice', { startsOn: '2026-11-16' }))
  for (const words of [
    '根据《党政领导干部选拔任用工作条例》（2019）第四十二条，经中共临江委员会会议研究',
    '现任测绘教研室主任，拟任教务处副处长，破格提拔理由：在专项工作中表现特别优秀。',
    '公示时间：2026年9月29日至10月12日（5个工作日）。',
    '公示范围：全院公示栏。',
    '联系电话：0999-5550113',
  ])
    expect(sheet).toContain(words)
  // Who fell out is not posted.
  expect(sheet).not.toContain('邓文涛')
})

test('before the committee has settled on anybody nothing is posted or issued, and the program says what is to be done', async () => {
  const { call, caseId } = await dossier({ until: 'report' })
  for (const form of ['appointmentNotice', 'appointmentLetter', 'appointmentTalk'] as const)
    await expect(documentsOf(call, form, { caseIds: [caseId] })).rejects.toMatchObject({
      code: 'form.empty',
      facts: { what: '教务处副处长选拔：还没有定拟任人选，先在“定人选”里定' },
    })
})

test('征求意见函 goes to each body that answers, with a 回执 for each candidate that says nothing yet', async () => {
  const { call, of, first, caseId } = await dossier()
  const [letter, ...receipts] = await of('opinionLetter')
  const text = letter ? textOf(letter) : ''
  for (const words of ['关于征求温启明、邓文涛同志\n党风廉政情况意见的函', '院纪委：', '第三十一条', '邓文涛', '2026年9月10日']) expect(text).toContain(words)
  expect(receipts.map(receipt => written(receipt, '姓名'))).toEqual(['温启明', '邓文涛'])
  const [receipt] = receipts
  if (!receipt) throw new Error('no receipt')
  expect(
    ['反映问题线索及处置情况', '正在核查、立案审查调查情况', '受处分、组织处理、诫勉和影响期情况', '廉洁自律情况'].map(name => written(receipt, name)),
  ).toEqual(['', '', '', ''])
  expect(boxOf(receipt, '结论性意见').sign?.join('')).toContain('盖章')
  expect(textOf(receipt)).toContain('2026年9月10日来函收悉')
  const { candidates } = await call('selection.get', { caseId })
  const check = candidates.find(({ record }) => record['id'] === first)?.checks.find(({ matter }) => matter === 'discipline')
  await call('records.update', { type: 'candidateCheck', id: String(check?.['id']), version: Number(check?.['version']), draft: { answeredBy: '市纪委监委' } })
  const letters = (await of('opinionLetter')).map(textOf).filter(said => said.includes('意见的函'))
  expect(letters.map(said => /关于征求(.*)同志/.exec(said)?.[1])).toEqual(['温启明', '邓文涛'])
})

test('廉洁自律结论性意见 has what each check came to, and two boxes to sign', async () => {
  const { of } = await dossier()
  const [form] = await of('integrityForm')
  if (!form) throw new Error('no form')
  expect(textOf(form)).toContain('2026.09.10征求\n2026.09.16院纪委答复\n不影响任用，没有发现问题')
  expect(written(form, '廉洁自律情况的结论性意见')).toBe('')
  expect(boxOf(form, '党委（党组）书记签字').sign).toEqual(['年　　月　　日'])
  expect(boxOf(form, '纪委书记（纪检监察组组长）签字').sign).toEqual(['年　　月　　日'])
})

test('考察材料 that was written is set as it is; one that was not begins with what is on file and leaves room for what people judge', async () => {
  const { of } = await dossier()
  const [wen, deng] = await of('assessmentReport')
  if (!wen || !deng) throw new Error('two were assessed')
  expect(textOf(wen)).toContain('温启明同志考察材料')
  expect(wen.blocks).toContainEqual(expect.objectContaining({ text: '一、德能勤绩廉表现和主要特长', bold: true }))
  expect(textOf(wen)).toContain('考察组成员：周敏、纪明远')
  expect(textOf(wen)).toContain('2026年9月24日')
  const draft = textOf(deng)
  for (const words of [
    '邓文涛，女，汉族，',
    '考察谈话 1 人次。',
    '纪检监察意见必听：2026年9月16日院纪委答复，没有发现问题，不影响任用。',
    '（档案必审：还没有结论。）',
  ])
    expect(draft).toContain(words)
  const at = deng.blocks.findIndex(block => block.kind === 'paragraph' && block.text.startsWith('（政治素质'))
  expect(deng.blocks.slice(at + 1, at + 10).every(block => block.kind === 'paragraph' && block.text.trim() === '')).toBe(true)
})

test('任免通知 says who comes into which post and leaves which, with number, addressee, decision, signature and 版记', async () => {
  const { of } = await dossier()
  const letter = only(await of('appointmentLetter'))
  const text = textOf(letter)
  expect(letter.blocks).toContainEqual(expect.objectContaining({ kind: 'title', text: '中共临江委员会文件', red: true }))
  for (const words of [
    '临院委〔2026〕36号',
    '中共临江委员会\n关于温启明同志任免职的通知',
    '各基层党组织，各部门、各单位：',
    '经2026年9月28日中共临江委员会会议研究决定：',
    '温启明同志任教务处副处长（试用期一年），免去其测绘教研室主任职务。',
    '任职时间自2026年9月28日起计算。试用期自2026年10月20日起计算。',
    '2026年10月20日印发',
  ])
    expect(text).toContain(words)
  const blank = only(await (await dossier({ until: 'publicNotice', both: true })).texts('appointmentLetter'))
  for (const words of [
    '〔　　　　〕　　号',
    '关于温启明、邓文涛同志任职的通知',
    '邓文涛同志任教务处副处长。',
    '上述同志试用期一年，任职时间自2026年9月28日起计算。',
    '　　　年　　月　　日印发',
  ])
    expect(blank).toContain(words)
})

test('several dossiers that are posted or issued together stand on one sheet', async () => {
  const { call, caseId, deng } = await dossier()
  const { candidates } = await call('selection.get', { caseId })
  const { caseId: other } = await call('selection.open', {
    name: '党政办公室主任选拔',
    organizationId: String((await call('case.get', { caseId })).record['organizationId']),
    openedOn: '2026-08-10',
    owner: null,
    kind: 'ordinary',
    places: 1,
    rank: null,
    dual: false,
    probation: false,
    vacancy: null,
    candidates: [{ personId: deng, proposedPost: '党政办公室主任' }],
  })
  expect(candidates).toHaveLength(2)
  const [id = ''] = (await call('selection.get', { caseId: other })).candidates.map(({ record }) => String(record['id']))
  await call('selection.advance', { caseId: other, stage: 'proposed', candidateIds: [id], otherwise: null, on: null })
  const record = (step: string, draft: Record<string, unknown>) => call('case.record', { caseIds: [other], step, draft })
  await record('committeeMeeting', { doneOn: '2026-09-28', people: '何书记', eligible: 11, present: 10, agree: 10, against: 0, abstain: 0, result: 'passed' })
  await record('publicNotice', { startedOn: '2026-09-29', doneOn: '2026-10-12', place: '全院公示栏、办公网', phone: '0999-5550113', result: 'clear' })
  await record('notice', { doneOn: '2026-10-20', number: '临院委〔2026〕36号', result: 'formal' })
  const together = { caseIds: [caseId, other] }
  const notice = textOf(only(await documentsOf(call, 'appointmentNotice', together)))
  expect(notice).toContain('拟任教务处副处长')
  expect(notice).toContain('拟任党政办公室主任')
  const letter = textOf(only(await documentsOf(call, 'appointmentLetter', together)))
  expect(letter).toContain('邓文涛同志任党政办公室主任。')
  expect(letter).toContain('关于温启明、邓文涛同志任免职的通知')
})

test('谈话记录: one for each talk, with the person it was about; before any was held one to write on', async () => {
  const { of } = await dossier()
  const records = await of('assessmentTalk')
  expect(records.map(record => [written(record, '姓名'), written(record, '谈话时间'), written(record, '谈到的人选')])).toEqual([
    ['沈听澜', '2026年9月14日', '温启明（测绘教研室主任）'],
    ['霍景和', '2026年9月14日', '温启明（测绘教研室主任）、邓文涛（党政办公室秘书科科长）'],
  ])
  expect(records[0] && written(records[0], '谈话内容')).toContain('业务扎实')
  const blank = only(await (await dossier({ until: 'team' })).of('assessmentTalk'))
  expect([written(blank, '姓名'), written(blank, '谈话时间'), written(blank, '谈话内容')]).toEqual(['', '', ''])
})

test('任前谈话记录 takes the talk that was recorded, otherwise what the step says', async () => {
  const { of } = await dossier({ both: true })
  const records = await of('appointmentTalk')
  expect(records.map(record => [written(record, '姓名'), written(record, '姓名', 1), written(record, '谈话时间'), written(record, '拟任职务')])).toEqual([
    ['温启明', '党委副书记顾望舒', '2026年10月21日', '教务处副处长'],
    ['邓文涛', '何书记', '2026年10月22日', '教务处副处长'],
  ])
})

test('试用期满考核表 runs from 试任通知 for a year; where no 试用期 is held there is none', async () => {
  const { call, caseId, of } = await dossier()
  const form = only(await of('trialForm'))
  expect([written(form, '试任职务'), written(form, '任职决定'), written(form, '试用期')]).toEqual([
    '教务处副处长',
    '2026年9月28日',
    '2026年10月20日至2027年10月20日',
  ])
  expect(['本人试用期工作总结', '考核组意见', '党委（党组）意见'].map(name => written(form, name))).toEqual(['', '', ''])
  const { selection } = await call('selection.get', { caseId })
  await call('records.update', { type: 'selection', id: String(selection['id']), version: Number(selection['version']), draft: { probation: false } })
  await expect(of('trialForm')).rejects.toMatchObject({ facts: { what: '教务处副处长选拔：没有实行试用期的拟任人选' } })
})

test('会议表决汇总 shows the figures of the meeting where no ballot was held, for whom it decided, measured by 应到', async () => {
  const { of } = await dossier()
  const form = only(await of('decisionTally'))
  expect([written(form, '应到成员'), written(form, '实到成员'), written(form, '会议决定')]).toEqual(['11人', '10人', '同意任用。'])
  expect(tableOf(form).map(cells => [cells[1], ...cells.slice(4)])).toEqual([
    ['温启明', '9', '0', '', '1', '是'],
    ['邓文涛', '', '', '', '', ''],
  ])
})

test('民主推荐情况汇总表 lays 会议推荐 beside 谈话推荐, with whoever had votes; 表决汇总 takes the ballot on each', async () => {
  const office = await smallOffice({ today: '2026-11-23' })
  const { caseId, wen, deng } = await selected(office, { until: 'committeeMeeting' })
  const { call } = office
  const names = [
    rowOf({ number: 1, name: '温启明', personId: wen }),
    rowOf({ number: 2, name: '邓文涛', personId: deng }),
    rowOf({ number: 3, name: '林致远', post: '学生处科长' }),
  ]
  const voters = [{ code: 'all', label: '参加推荐人员', weight: 100, eligible: 45 }]
  const chosen = (...votes: readonly number[]) => ({ valid: 40, rows: Object.fromEntries(votes.map((n, i) => [i + 1, { overall: { chosen: n } }])) })
  const meeting = await held(office, 'meetingRecommendation', names, { name: '会议推荐', heldOn: '2026-08-26', eligible: 45, present: 41, groups: voters })
  await counted(office, meeting, { all: chosen(26, 11, 3) })
  const talks = await held(office, 'talkRecommendation', names.slice(0, 2), {
    name: '谈话推荐',
    heldOn: '2026-08-24',
    eligible: 45,
    present: 40,
    groups: voters,
  })
  await counted(office, talks, { all: chosen(18, 22) })
  const vote = await held(office, 'committeeVote', names.slice(0, 2), { name: '票决', heldOn: '2026-09-28', eligible: 11, present: 10 })
  await counted(office, vote, {
    all: {
      valid: 10,
      rows: { 1: { overall: { agree: 9, against: 0, deferred: 1, blank: 0 } }, 2: { overall: { agree: 4, against: 5, deferred: 0, blank: 1 } } },
    },
  })
  for (const [step, ballotId] of [
    ['meetingRecommendation', meeting],
    ['talkRecommendation', talks],
    ['committeeMeeting', vote],
  ] as const) {
    const kept = (await call('case.get', { caseId })).records.find(found => found['step'] === step)
    await call('case.change', { stepId: String(kept?.['id']), version: Number(kept?.['version']), draft: { ballotId } })
  }
  const summary = only(await documentsOf(call, 'recommendationSummary', { caseIds: [caseId] }))
  expect(tableOf(summary).slice(0, 4)).toEqual([
    ['1', '温启明', '测绘教研室主任', '26', '65.0', '1', '18', '45.0', '2', '拟任人选'],
    ['2', '邓文涛', '党政办公室秘书科科长', '11', '27.5', '2', '22', '55.0', '1', '未列入'],
    ['3', '林致远', '学生处科长', '3', '7.5', '3', '', '', '', ''],
    ['', '', '', '', '', '', '', '', '', ''],
  ])
  expect(textOf(summary)).toContain('会议推荐\n2026.08.26\n45\n41\n40\n40\n40')
  const tally = only(await documentsOf(call, 'decisionTally', { caseIds: [caseId] }))
  expect(written(tally, '表决方式')).toContain('☑无记名投票')
  expect(tableOf(tally).map(cells => [cells[1], ...cells.slice(4)])).toEqual([
    ['温启明', '9', '0', '1', '0', '是'],
    ['邓文涛', '4', '5', '0', '1', '否'],
  ])
})

test('every step that is done on a form leads to it', async () => {
  const { call, caseId } = await dossier({ until: 'analysis' })
  const { steps } = await call('case.get', { caseId })
  expect(Object.fromEntries(steps.flatMap(({ key, forms }) => (forms.length > 0 ? [[key, forms]] : [])))).toEqual({
    talkRecommendation: ['assessmentTalk'],
    meetingRecommendation: ['recommendationSummary'],
    assessmentNotice: ['assessmentNotice'],
    assessment: ['assessmentTalk'],
    checks: ['archiveForm', 'opinionLetter', 'integrityForm'],
    report: ['assessmentReport', 'appointmentSheet'],
    committeeMeeting: ['decisionTally'],
    publicNotice: ['appointmentNotice'],
    notice: ['appointmentLetter'],
    appointmentTalk: ['appointmentTalk'],
    probation: ['trialForm'],
    archive: ['selectionRecord'],
  })
})
