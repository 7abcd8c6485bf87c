import { attachment, choice, date, note, ref, text, words, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { subjectFaults } from './checks.ts'
import { problemKinds, problemWords } from './supervision-words.ts'

/** 监督方式 of policy 003, and those of the office's own supervision. */
export const oversightMethods = {
  tour: '巡视巡察',
  audit: '经济责任审计',
  leavingAudit: '离任审计',
  inquiry: '质询',
  hearing: '听证',
  appraisal: '民主测评',
  accountability: '述责述廉',
  democraticLife: '民主生活会',
  committee: '全委会监督',
  openness: '政务党务公开监督',
  inspection: '专项检查',
  daily: '日常监督',
} as const
export type OversightMethod = keyof typeof oversightMethods

/** 党内外. */
export const oversightSides = { inner: '党内监督', outer: '党外监督' } as const
/** 专门与群众. */
export const oversightBodies = { special: '专门机关监督', masses: '群众监督' } as const
/** 上下. */
export const oversightDirections = { above: '自上而下', below: '自下而上', peer: '同级监督' } as const
export const verifications = { passed: '整改到位', partly: '基本到位', failed: '没有到位' } as const

/** 监督发现问题: what supervision found about a cadre or a body, from which source, what is done about it until when, and whether that held. Open until `doneOn`. */
export const oversightMatter = defineRecord('oversightMatter', {
  label: '监督发现问题',
  topic: 'supervision',
  secret: 'oversight',
  serves: ['M032', 'M152'],
  fields: {
    organizationId: ref('organization', { label: '责任党组织', also: words('被监督单位 整改单位 责任单位 被审计单位 被巡察党组织 单位 党组织') }),
    personId: ref('person', { label: '姓名', help: '领导干部个人的问题才填', also: words('责任人姓名 被审计人 涉及干部 干部姓名') }),
    method: choice(oversightMethods, {
      label: '监督方式',
      required: true,
      also: words('方式 来源 问题来源 监督类型'),
      aliases: wordsFor<OversightMethod>({
        tour: '巡视 巡察 巡视反馈 巡察反馈',
        audit: '审计 任中审计 任期经济责任审计',
        leavingAudit: '离任经济责任审计',
        inquiry: '询问质询',
        hearing: '质询听证 听证会',
        appraisal: '测评 民主评议',
        accountability: '述职述廉 述职',
        democraticLife: '生活会',
        committee: '全委会 全委会对常委会监督',
        openness: '政务公开 党务公开 厂务公开 村务公开 公开监督',
        inspection: '检查 专项督查',
        daily: '日常管理 日常',
      }),
    }),
    side: choice(oversightSides, {
      label: '党内外',
      also: ['监督主体', '党内党外'],
      aliases: wordsFor({ inner: '党内', outer: '党外' }),
      help: '留空，按监督方式填',
    }),
    body: choice(oversightBodies, {
      label: '专门与群众',
      also: ['监督力量'],
      aliases: wordsFor({ special: '专门 专门机关 专门监督', masses: '群众' }),
      help: '留空，按监督方式填',
    }),
    direction: choice(oversightDirections, {
      label: '上下监督',
      also: ['监督方向'],
      aliases: wordsFor({ above: '上对下 上级', below: '下对上 下级', peer: '同级' }),
      help: '留空，按监督方式填',
    }),
    foundOn: date({ label: '发现日期', required: true, also: words('发现时间 反馈日期 反馈时间 提出日期 审计日期 日期') }),
    document: text({ label: '反馈文号', also: words('报告文号 文号 审计报告文号 文件号') }),
    category: choice(problemKinds, { label: '问题类别', required: true, also: ['问题类型', '类别'], aliases: problemWords }),
    problem: note({ label: '发现问题', required: true, also: words('问题 存在问题 主要问题 反馈问题 问题描述') }),
    measure: note({ label: '整改措施', also: words('措施 整改要求 具体措施') }),
    responsible: text({ label: '整改责任人', also: words('责任人 负责人 责任领导') }),
    dueOn: date({ label: '整改期限', also: words('整改时限 完成时限 期限 限期') }),
    doneOn: date({ label: '完成日期', also: words('完成时间 整改完成日期 整改完成时间 销号日期') }),
    result: note({ label: '整改结果', also: words('整改情况 完成情况 整改落实情况') }),
    verifiedOn: date({ label: '核验日期', also: words('验收日期 核查日期 复查日期 核验时间') }),
    verifiedBy: text({ label: '核验人', also: ['验收人', '复查人'] }),
    verification: choice(verifications, {
      label: '核验结论',
      also: ['验收结论', '复查结论'],
      aliases: wordsFor({ passed: '通过 到位 合格 已整改到位', partly: '基本整改到位 部分到位', failed: '未到位 不通过 未整改到位' }),
    }),
    file: attachment({ label: '材料' }),
    remark: note({ label: '备注' }),
  },
  title: 'problem',
  key: ['organizationId', 'personId', 'method', 'foundOn', 'problem'],
  list: ['organizationId', 'personId', 'method', 'foundOn', 'category', 'problem', 'responsible', 'dueOn', 'doneOn', 'verification'],
  form: [
    ['organizationId', 'personId', 'method', 'foundOn', 'document', 'side', 'body', 'direction', 'category', 'problem'],
    ['measure', 'responsible', 'dueOn'],
    ['doneOn', 'result', 'verifiedOn', 'verifiedBy', 'verification'],
    ['file', 'remark'],
  ],
  sections: { organizationId: '谁发现、什么问题', measure: '怎样整改', doneOn: '落实和核验' },
  standing: true,
  order: [
    ['foundOn', 'dueOn'],
    ['foundOn', 'doneOn'],
    ['doneOn', 'verifiedOn'],
  ],
  complete: draft => ({
    ...draft,
    side: draft.side ?? sourceOf[draft.method].side,
    body: draft.body ?? sourceOf[draft.method].body,
    direction: draft.direction ?? sourceOf[draft.method].direction,
  }),
  check: m => [
    ...subjectKnown(m),
    ...(m.verification !== null && m.verifiedOn === null ? [{ field: 'verifiedOn', code: 'missing', message: '有核验结论时要填核验日期' } as const] : []),
    ...(m.verification !== null && m.doneOn === null ? [{ field: 'doneOn', code: 'missing', message: '核验前要填完成日期' } as const] : []),
  ],
})
export type OversightMatter = RecordOf<typeof oversightMatter>

interface Source {
  readonly side: keyof typeof oversightSides
  readonly body: keyof typeof oversightBodies
  readonly direction: keyof typeof oversightDirections
}

/** Where a method usually stands between 党内外, 专门与群众, 上下; a record may say otherwise. */
const sourceOf: Readonly<Record<OversightMethod, Source>> = {
  tour: { side: 'inner', body: 'special', direction: 'above' },
  audit: { side: 'outer', body: 'special', direction: 'above' },
  leavingAudit: { side: 'outer', body: 'special', direction: 'above' },
  inquiry: { side: 'inner', body: 'masses', direction: 'below' },
  hearing: { side: 'outer', body: 'masses', direction: 'below' },
  appraisal: { side: 'inner', body: 'masses', direction: 'below' },
  accountability: { side: 'inner', body: 'masses', direction: 'below' },
  democraticLife: { side: 'inner', body: 'masses', direction: 'peer' },
  committee: { side: 'inner', body: 'masses', direction: 'below' },
  openness: { side: 'outer', body: 'masses', direction: 'below' },
  inspection: { side: 'inner', body: 'special', direction: 'above' },
  daily: { side: 'inner', body: 'special', direction: 'above' },
}

/** A finding about a cadre may also name the body that answers for it: one of the two, or both. */
const subjectKnown = (m: { readonly personId: string | null; readonly organizationId: string | null }) =>
  m.personId !== null && m.organizationId !== null ? [] : subjectFaults(m)

const matterKinds = { request: '请示', report: '报告', personal: '个人重大事项报告' } as const

/** 重大事项请示报告: what a body asked or told the one above, or a cadre reported of himself, and what was answered. */
export const matterReport = defineRecord('matterReport', {
  label: '重大事项请示报告',
  topic: 'supervision',
  secret: 'oversight',
  serves: ['M144', 'M169'],
  fields: {
    kind: choice(matterKinds, {
      label: '类别',
      required: true,
      also: ['类型', '请示或报告', '报告类别'],
      aliases: wordsFor<keyof typeof matterKinds>({ request: '请示件', report: '报告件', personal: '个人报告 个人事项报告 个人重大事项' }),
    }),
    organizationId: ref('organization', { label: '请示报告党组织', also: words('党组织 报告单位 请示单位 单位 报送单位') }),
    personId: ref('person', { label: '报告人', also: ['姓名', '报告人姓名'], help: '个人重大事项报告才填' }),
    submittedOn: date({ label: '报送日期', required: true, also: words('请示日期 报告日期 报送时间 报告时间 日期') }),
    subject: text({ label: '事项', required: true, also: words('重大事项 标题 请示报告事项 主题 事由') }),
    content: note({ label: '主要内容', also: ['内容', '情况'] }),
    submittedTo: text({ label: '报送对象', also: words('报送上级 报送单位名称 受理单位 主送') }),
    timing: choice({ before: '事前', during: '事中', after: '事后' } as const, { label: '报送时机', also: ['事前事后'] }),
    dueOn: date({ label: '要求答复日期', also: ['答复期限', '答复时限'] }),
    answeredOn: date({ label: '答复日期', also: words('批复日期 批复时间 答复时间') }),
    answer: note({ label: '批复或处理意见', also: words('批复 批复意见 处理意见 答复内容') }),
    file: attachment({ label: '材料' }),
    remark: note({ label: '备注' }),
  },
  title: 'subject',
  key: ['organizationId', 'personId', 'submittedOn', 'subject'],
  list: ['subject', 'kind', 'organizationId', 'personId', 'submittedOn', 'submittedTo', 'timing', 'dueOn', 'answeredOn'],
  form: [
    ['kind', 'organizationId', 'personId', 'submittedOn', 'submittedTo', 'timing', 'subject', 'content'],
    ['dueOn', 'answeredOn', 'answer', 'file', 'remark'],
  ],
  sections: { kind: '请示报告', dueOn: '答复' },
  order: [
    ['submittedOn', 'dueOn'],
    ['submittedOn', 'answeredOn'],
  ],
  check: m => {
    if (m.kind === 'personal') return m.personId === null ? [{ field: 'personId', code: 'missing', message: '个人重大事项报告要填报告人' }] : []
    return m.organizationId === null ? [{ field: 'organizationId', code: 'missing', message: '请示和报告要填党组织' }] : []
  },
})
export type MatterReport = RecordOf<typeof matterReport>
