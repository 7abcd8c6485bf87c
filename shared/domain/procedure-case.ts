import { attachment, choice, date, decimal, integer, note, ref, text } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { personCategories } from './person.ts'

export const procedureNames = { membership: '发展党员', disposal: '不合格党员组织处置', relationTransfer: '组织关系转接', selection: '干部选拔任用' } as const
export type ProcedureName = keyof typeof procedureNames

/** 卷宗: one matter that goes through a procedure, from the day it was opened to its end. It is open until `closedOn`. */
export const procedureCase = defineRecord('procedureCase', {
  label: '程序卷宗',
  serves: ['M014', 'M107', 'M108', 'M138'],
  fields: {
    procedure: choice(procedureNames, { label: '程序', required: true }),
    name: text({ label: '姓名（名称）', required: true }),
    personId: ref('person', { label: '人员' }),
    organizationId: ref('organization', { label: '党组织', required: true }),
    openedOn: date({ label: '立卷日期', required: true }),
    owner: text({ label: '承办人' }),
    closedOn: date({ label: '结束日期' }),
    outcome: text({ label: '结果' }),
    workingSince: date({ label: '参加工作时间' }),
    leagueOn: date({ label: '入团时间' }),
    resume: note({ label: '个人简历', help: '每行一段：起止年月、在何地何单位任何职务、证明人，中间用空格隔开' }),
    rewards: note({ label: '奖惩情况', help: '没有的写“无”' }),
    remark: note({ label: '备注' }),
    leavesOn: date({ label: '预计离开单位日期', help: '毕业、调动等；未来三个月内将离开的，一般不办理接收预备党员的手续' }),
  },
  title: 'name',
  key: ['procedure', 'personId', 'openedOn'],
  list: ['name', 'procedure', 'organizationId', 'openedOn', 'owner', 'closedOn', 'outcome'],
  form: [
    ['procedure', 'name', 'personId'],
    ['organizationId', 'openedOn', 'owner'],
    ['leavesOn', 'closedOn', 'outcome'],
    ['workingSince', 'leagueOn'],
    ['resume'],
    ['rewards'],
    ['remark'],
  ],
  standing: true,
  order: [['openedOn', 'closedOn']],
})
export type ProcedureCase = RecordOf<typeof procedureCase>

/** 步骤办理: what was done of one step of a case. Begun without `doneOn`; taken back by voiding it, with a reason: nothing is lost. */
export const caseStep = defineRecord('caseStep', {
  label: '步骤办理',
  fields: {
    caseId: ref('procedureCase', { label: '卷宗', required: true }),
    step: text({ label: '步骤', required: true }),
    turn: integer({ label: '第几轮', required: true }),
    startedOn: date({ label: '开始日期' }),
    doneOn: date({ label: '完成日期' }),
    result: text({ label: '结果' }),
    people: text({ label: '办理人' }),
    number: text({ label: '文号（编号）' }),
    place: text({ label: '地点（范围）' }),
    hours: decimal({ label: '学时' }),
    eligible: integer({ label: '应到会有表决权' }),
    present: integer({ label: '实到会有表决权' }),
    agree: integer({ label: '赞成' }),
    against: integer({ label: '不赞成' }),
    abstain: integer({ label: '弃权' }),
    ballotId: ref('ballot', { label: '票决' }),
    extension: note({ label: '延长的理由' }),
    extendedTo: date({ label: '延长至' }),
    phone: text({ label: '联系电话' }),
    ownOpinion: note({ label: '本人情况和意见' }),
    sponsorOpinion: note({ label: '联系人（介绍人）意见' }),
    groupOpinion: note({ label: '党小组（群团组织）意见' }),
    branchOpinion: note({ label: '支部意见' }),
    opinion: note({ label: '意见和情况' }),
    attended: note({ label: '到会人员' }),
    /** What the person was before this step made something else of him: what he is again once it is withdrawn. */
    categoryBefore: choice(personCategories, { label: '办理前的人员类别' }),
  },
  title: 'step',
  key: ['caseId', 'step', 'turn', 'doneOn'],
  list: ['caseId', 'step', 'startedOn', 'doneOn', 'result', 'people', 'number'],
  form: [
    ['caseId', 'step', 'turn'],
    ['startedOn', 'doneOn', 'result'],
    ['people', 'number', 'place', 'phone', 'hours'],
    ['eligible', 'present', 'agree', 'against', 'abstain', 'ballotId'],
    ['extension', 'extendedTo'],
    ['ownOpinion'],
    ['sponsorOpinion'],
    ['groupOpinion'],
    ['branchOpinion'],
    ['attended', 'opinion'],
    ['categoryBefore'],
  ],
  order: [['startedOn', 'doneOn']],
})
export type CaseStep = RecordOf<typeof caseStep>

/** 材料: one document of a case, kept encrypted with everything else, its fingerprint in the audit. */
export const caseMaterial = defineRecord('caseMaterial', {
  label: '卷宗材料',
  fields: {
    caseId: ref('procedureCase', { label: '卷宗', required: true }),
    step: text({ label: '步骤', required: true }),
    /** The material that the step asks for; null for what was added besides. */
    material: text({ label: '要求的材料' }),
    name: text({ label: '材料名称', required: true }),
    madeOn: date({ label: '材料日期' }),
    pages: integer({ label: '页数' }),
    file: attachment({ label: '扫描件' }),
    remark: note({ label: '备注' }),
    /** Whose it is, where a selection asks for one of each candidate. */
    candidateId: ref('candidate', { label: '人选' }),
  },
  title: 'name',
  key: ['caseId', 'step', 'name', 'madeOn', 'candidateId'],
  list: ['caseId', 'step', 'name', 'madeOn', 'pages'],
  form: [['caseId', 'step', 'material', 'candidateId'], ['name', 'madeOn', 'pages'], ['file'], ['remark']],
})
export type CaseMaterial = RecordOf<typeof caseMaterial>

/** 办理日志: what happened in a case on a day, in words. */
export const caseNote = defineRecord('caseNote', {
  label: '办理日志',
  fields: {
    caseId: ref('procedureCase', { label: '卷宗', required: true }),
    notedOn: date({ label: '日期', required: true }),
    content: note({ label: '内容', required: true }),
  },
  title: 'notedOn',
  key: ['caseId', 'notedOn', 'content'],
  list: ['caseId', 'notedOn', 'content'],
  form: [['caseId', 'notedOn'], ['content']],
})
export type CaseNote = RecordOf<typeof caseNote>

const tooLong = <K extends string>(field: K, days: number | null, most: number) =>
  days !== null && days > most ? [{ field, code: 'tooLong', message: `至多 ${most} 天` }] : []

export const localKinds = { step: '步骤', material: '材料' } as const

/** 本单位要求: a step or material that an office adds to a procedure, with what it rests on. National ones stay as they are. */
export const localRequirement = defineRecord('localRequirement', {
  label: '本单位要求',
  serves: ['M107'],
  fields: {
    procedure: choice(procedureNames, { label: '程序', required: true }),
    kind: choice(localKinds, { label: '增加', required: true }),
    label: text({ label: '名称', required: true }),
    afterStep: text({ label: '在哪一步之后（材料：属于哪一步）', required: true }),
    withinDays: integer({ label: '几天内完成' }),
    workingDays: integer({ label: '至少几个工作日', help: '如本单位另设的公示' }),
    clause: text({ label: '依据', required: true }),
    startsOn: date({ label: '自何日起', required: true }),
    remark: note({ label: '说明' }),
  },
  title: 'label',
  key: ['procedure', 'kind', 'label', 'afterStep'],
  list: ['procedure', 'kind', 'label', 'afterStep', 'withinDays', 'clause', 'startsOn'],
  form: [['procedure', 'kind', 'label'], ['afterStep', 'withinDays', 'workingDays'], ['clause', 'startsOn'], ['remark']],
  standing: true,
  check: ({ withinDays, workingDays }) => [...tooLong('withinDays', withinDays, 3660), ...tooLong('workingDays', workingDays, 250)],
})
export type LocalRequirement = RecordOf<typeof localRequirement>
