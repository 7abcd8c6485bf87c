import { attachment, choice, date, flag, integer, note, ref, text } from '../records/fields.ts'
import { keysOf } from '../records/keys.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { notBefore } from './checks.ts'

export const selectionKinds = { ordinary: '日常选拔', term: '换届选拔', competitive: '竞争性选拔' } as const

/** 选拔事项: what a selection dossier is about besides its steps, one to a dossier. */
export const selection = defineRecord('selection', {
  label: '选拔事项',
  serves: ['M029'],
  fields: {
    caseId: ref('procedureCase', { label: '卷宗', required: true, unique: true }),
    kind: choice(selectionKinds, { label: '选拔方式', required: true }),
    places: integer({ label: '职数', required: true, help: '这一批拟配备几名' }),
    rank: text({ label: '职务层次', suggestions: ['乡科级正职', '乡科级副职', '中层正职', '中层副职', '县处级正职', '县处级副职'] }),
    dual: flag({ label: '双重管理', help: '须征求协管方意见' }),
    probation: flag({ label: '实行试用期', help: '非选举产生的副职和内设机构职务' }),
    vacancy: note({ label: '空缺和任职条件' }),
    remark: note({ label: '备注' }),
  },
  title: 'caseId',
  key: ['caseId'],
  list: ['caseId', 'kind', 'places', 'rank', 'dual', 'probation'],
  form: [['caseId', 'kind', 'places', 'rank'], ['dual', 'probation'], ['vacancy'], ['remark']],
  check: s => (s.places < 1 ? [{ field: 'places', code: 'tooSmall', message: '职数至少为 1' }] : []),
})
export type Selection = RecordOf<typeof selection>

/** How far somebody came in a selection. Whoever falls out stays on the list, with the reason. */
export const candidateStages = { recommended: '推荐人选', assessed: '考察对象', proposed: '拟任人选', appointed: '已任职', out: '未列入' } as const
export type CandidateStage = keyof typeof candidateStages

/** 人选: one person considered for a post in a selection; who falls out is kept, so that the 差额 stays to be seen. */
export const candidate = defineRecord('candidate', {
  label: '选拔人选',
  serves: ['M029'],
  fields: {
    caseId: ref('procedureCase', { label: '卷宗', required: true }),
    personId: ref('person', { label: '姓名', required: true }),
    ordinal: integer({ label: '次序', required: true }),
    stage: choice(candidateStages, { label: '进到哪一步', required: true }),
    currentPost: text({ label: '现任职务' }),
    proposedPost: text({ label: '拟任职务', required: true }),
    removedPost: text({ label: '拟免职务' }),
    postId: ref('post', { label: '职位', help: '从职位表选，职数和空缺随之核对' }),
    reason: note({ label: '任免理由' }),
    exception: note({ label: '破格理由', help: '破格提拔的写明，公示时一并说明' }),
    assessment: note({ label: '考察材料' }),
    assessors: text({ label: '考察人' }),
    assessedOn: date({ label: '考察材料日期' }),
    outcome: note({ label: '未列入的原因' }),
    probationFrom: date({ label: '试任通知日期' }),
    appointedOn: date({ label: '任职日期', help: '由党委（党组）决定任职的，自决定之日起计算' }),
  },
  title: 'proposedPost',
  key: ['caseId', 'personId', 'proposedPost'],
  list: ['caseId', 'personId', 'proposedPost', 'stage', 'currentPost', 'appointedOn'],
  form: [
    ['caseId', 'personId', 'ordinal', 'stage'],
    ['currentPost', 'proposedPost', 'removedPost', 'postId'],
    ['reason', 'exception'],
    ['assessment', 'assessors', 'assessedOn'],
    ['outcome', 'appointedOn', 'probationFrom'],
  ],
  check: c => [
    ...(c.stage === 'out' && c.outcome === null ? [{ field: 'outcome', code: 'missing', message: '写明未列入的原因' } as const] : []),
    ...notBefore('probationFrom', c.probationFrom, c.appointedOn, '试任通知早于任职日期'),
  ],
})
export type Candidate = RecordOf<typeof candidate>

/** 凡提四必, and the conclusion on integrity that two secretaries sign (第三十一条). */
export const candidateChecks = {
  archive: '档案必审',
  personalMatters: '个人有关事项必核',
  discipline: '纪检监察意见必听',
  petitions: '信访举报必查',
  integrity: '廉洁自律结论性意见',
} as const
export type CandidateCheckName = keyof typeof candidateChecks
export const candidateCheckNames = keysOf(candidateChecks)
export const checkConclusions = { clear: '不影响任用', unclear: '尚未查清', hinders: '影响任用' } as const

/** 任前核查: what was asked about a candidate, who answered what and when, with the document. Never the contents of a report on personal matters. */
export const candidateCheck = defineRecord('candidateCheck', {
  label: '任前核查',
  serves: ['M029'],
  fields: {
    candidateId: ref('candidate', { label: '人选', required: true }),
    matter: choice(candidateChecks, { label: '核查事项', required: true }),
    askedOn: date({ label: '发函（查核）日期' }),
    answeredOn: date({ label: '回函（办结）日期' }),
    answeredBy: text({ label: '出具单位' }),
    number: text({ label: '文号（登记号）' }),
    conclusion: choice(checkConclusions, { label: '结论' }),
    opinion: note({ label: '意见摘要', help: '个人有关事项只写核实结论，不写报告内容' }),
    signedBy: text({ label: '签字人', help: '结论性意见由党委（党组）书记、纪委书记（纪检监察组组长）两人签字' }),
    file: attachment({ label: '扫描件' }),
  },
  title: 'matter',
  key: ['candidateId', 'matter'],
  list: ['candidateId', 'matter', 'askedOn', 'answeredOn', 'answeredBy', 'conclusion'],
  form: [
    ['candidateId', 'matter'],
    ['askedOn', 'answeredOn', 'answeredBy', 'number'],
    ['conclusion', 'opinion'],
    ['signedBy', 'file'],
  ],
  order: [['askedOn', 'answeredOn']],
  check: c => (c.conclusion !== null && c.answeredOn === null ? [{ field: 'answeredOn', code: 'missing', message: '有结论时要填回函（办结）日期' }] : []),
})
export type CandidateCheck = RecordOf<typeof candidateCheck>

export const talkPurposes = { recommendation: '推荐谈话', assessment: '考察谈话', appointment: '任职谈话' } as const

/** 个别谈话: one conversation in a selection, who was asked and what was said. */
export const selectionTalk = defineRecord('selectionTalk', {
  label: '选拔谈话',
  serves: ['M029'],
  fields: {
    caseId: ref('procedureCase', { label: '卷宗', required: true }),
    candidateId: ref('candidate', { label: '谈到的人选' }),
    purpose: choice(talkPurposes, { label: '谈话类别', required: true }),
    talkedOn: date({ label: '谈话日期', required: true }),
    place: text({ label: '地点' }),
    interviewee: text({ label: '谈话对象', required: true }),
    intervieweePost: text({ label: '谈话对象职务' }),
    interviewers: text({ label: '谈话人', required: true }),
    recorder: text({ label: '记录人' }),
    content: note({ label: '谈话内容' }),
    file: attachment({ label: '扫描件' }),
  },
  title: 'interviewee',
  key: ['caseId', 'talkedOn', 'interviewee', 'purpose'],
  list: ['caseId', 'talkedOn', 'interviewee', 'intervieweePost', 'purpose', 'interviewers'],
  form: [['caseId', 'purpose', 'candidateId'], ['talkedOn', 'place'], ['interviewee', 'intervieweePost'], ['interviewers', 'recorder'], ['content'], ['file']],
})
export type SelectionTalk = RecordOf<typeof selectionTalk>

/** 公示反映: what was said against an appointment while it was posted, and what came of it. */
export const noticeObjection = defineRecord('noticeObjection', {
  label: '公示反映',
  serves: ['M029'],
  fields: {
    caseId: ref('procedureCase', { label: '卷宗', required: true }),
    candidateId: ref('candidate', { label: '被反映人', required: true }),
    receivedOn: date({ label: '收到日期', required: true }),
    signed: flag({ label: '署真实姓名' }),
    content: note({ label: '反映的问题', required: true }),
    checkedBy: text({ label: '核查人' }),
    settledOn: date({ label: '查清日期' }),
    conclusion: choice(checkConclusions, { label: '结论' }),
    finding: note({ label: '核查情况' }),
  },
  title: 'receivedOn',
  key: ['caseId', 'candidateId', 'receivedOn', 'content'],
  list: ['caseId', 'candidateId', 'receivedOn', 'content', 'settledOn', 'conclusion'],
  form: [['caseId', 'candidateId', 'receivedOn', 'signed'], ['content'], ['checkedBy', 'settledOn', 'conclusion'], ['finding']],
  order: [['receivedOn', 'settledOn']],
  check: o => (o.conclusion !== null && o.settledOn === null ? [{ field: 'settledOn', code: 'missing', message: '有结论时要填查清日期' }] : []),
})
export type NoticeObjection = RecordOf<typeof noticeObjection>
