import { attachment, choice, date, flag, note, phone, ref, text, words, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { problemKinds, problemWords } from './supervision-words.ts'

export const petitionSources = {
  letter: '来信',
  visit: '来访',
  online: '网上',
  call: '来电',
  hotline: '12380',
  assigned: '上级交办',
  forwarded: '其他部门转来',
} as const

/** Which rules it falls under: 检举控告工作规则 for accusations, 信访工作条例 for the rest; 60 days hold for 求决 only (第三十一条第六项). */
export const petitionNatures = { accusation: '检举控告', request: '申诉求决', suggestion: '意见建议' } as const

export const petitionHandlings = {
  inquiry: '谈话函询',
  verify: '初步核实',
  hold: '暂存待查',
  close: '予以了结',
  own: '本单位办理',
  forward: '转办',
} as const

export const petitionFindings = { true: '属实', partly: '部分属实', false: '不属实', unproved: '无法查证' } as const
const secrecies = { internal: '内部资料', work: '工作秘密' } as const

/** 信访举报: who is said to have done what, by which way it came, who decided how it is looked into, and what came of it. 国家秘密 is never kept here. */
export const petition = defineRecord('petition', {
  label: '信访举报',
  topic: 'supervision',
  secret: 'petition',
  serves: ['M032', 'M152'],
  fields: {
    number: text({ label: '编号', required: true, unique: true, also: words('信访编号 登记号 受理编号 登记编号') }),
    receivedOn: date({ label: '收到日期', required: true, also: words('收到时间 登记日期 受理登记日期 来信日期 来访日期 时间 日期') }),
    source: choice(petitionSources, {
      label: '来源',
      required: true,
      also: words('举报方式 信访方式 渠道 信访渠道'),
      aliases: wordsFor<keyof typeof petitionSources>({
        letter: '信 信件 来信举报',
        visit: '访 走访 上访',
        online: '网 网络 网络举报 网上举报',
        call: '电 电话 电话举报',
        hotline: '12380举报 12380平台',
        assigned: '交办 领导交办',
        forwarded: '转办件 部门转来 转来',
      }),
    }),
    nature: choice(petitionNatures, {
      label: '事项性质',
      required: true,
      also: ['性质', '信访性质'],
      aliases: wordsFor<keyof typeof petitionNatures>({ accusation: '检举 控告 举报', request: '求决 申诉 诉求', suggestion: '建议 意见' }),
    }),
    named: flag({ label: '实名', required: true, also: ['是否实名', '实名举报'] }),
    petitioner: text({ label: '信访人', also: words('举报人 反映人 来信人 署名') }),
    contact: phone({ label: '联系电话', masked: true, also: words('电话 联系方式 举报人电话') }),
    subjectName: text({ label: '被反映人', required: true, also: words('被举报人 被反映人姓名 被反映对象 被检举人') }),
    personId: ref('person', { label: '被反映人（在册）', help: '被反映人在人员台账里的，选上；不在册的不选' }),
    subjectPost: text({ label: '被反映人单位职务', also: words('单位职务 单位及职务 被反映人职务 被反映人单位及职务') }),
    category: choice(problemKinds, { label: '问题类别', required: true, also: ['问题类型', '反映问题类别'], aliases: problemWords }),
    content: note({ label: '反映内容', required: true, also: words('主要内容 内容 反映问题 反映的主要问题 内容摘要') }),
    repeatOfId: ref('petition', { label: '重复件的原件', help: '同一事项再次反映的，选原来那件，不再告知受理' }),
    secrecy: choice(secrecies, { label: '保密级别', also: ['密级'], help: '国家秘密不得登记在本系统' }),
    instruction: note({ label: '领导批示', also: ['批示', '批示内容', '领导批示意见'] }),
    instructedBy: text({ label: '批示人', also: ['批示领导'] }),
    instructedOn: date({ label: '批示日期', also: ['批示时间'] }),
    handling: choice(petitionHandlings, {
      label: '办理方式',
      also: words('处置方式 处理方式 办理类型'),
      aliases: wordsFor<keyof typeof petitionHandlings>({
        inquiry: '函询 谈话',
        verify: '初核 核实 调查核实',
        hold: '暂存',
        close: '了结',
        own: '自办 直接办理',
        forward: '转交 移送 移交',
      }),
    }),
    handler: text({ label: '承办人', also: words('经办人 办理人 承办处室 承办单位') }),
    forwardedTo: text({ label: '转往', also: ['转办单位', '移送单位'] }),
    forwardedOn: date({ label: '转办日期', also: ['转办时间', '移送日期'] }),
    acceptedOn: date({ label: '受理日期', also: ['受理时间'] }),
    noticeOn: date({ label: '受理告知日期', also: ['告知日期', '告知受理日期', '告知时间'] }),
    dueOn: date({ label: '要求办结日期', also: words('期限 办理期限 办结期限 限办日期'), help: '留空，按规定推算' }),
    extendedTo: date({ label: '延期至', also: ['延长至', '延期日期'] }),
    closedOn: date({ label: '办结日期', also: words('办结时间 结案日期 了结日期') }),
    finding: choice(petitionFindings, {
      label: '查核结论',
      also: ['是否属实', '属实情况', '核查结论'],
      aliases: wordsFor<keyof typeof petitionFindings>({ true: '基本属实 是', partly: '部分', false: '失实 否 诬告', unproved: '无法核实 查无实据' }),
    }),
    result: note({ label: '办理结果', also: words('结果 处理结果 处理意见 核查情况') }),
    feedbackOn: date({ label: '反馈日期', also: ['反馈时间', '答复日期'] }),
    objection: note({ label: '对反馈的意见', also: ['信访人意见', '反馈意见'] }),
    reviewAskedOn: date({ label: '申请复查日期', also: ['复查申请日期'] }),
    reviewedOn: date({ label: '复查答复日期', also: ['复查日期', '复查意见日期'] }),
    file: attachment({ label: '材料' }),
    remark: note({ label: '备注' }),
  },
  title: 'number',
  list: ['number', 'receivedOn', 'source', 'nature', 'subjectName', 'subjectPost', 'category', 'handling', 'handler', 'closedOn', 'finding'],
  form: [
    ['number', 'receivedOn', 'source', 'nature', 'named', 'petitioner', 'contact', 'secrecy', 'repeatOfId'],
    ['subjectName', 'personId', 'subjectPost', 'category', 'content'],
    ['instructedBy', 'instructedOn', 'instruction'],
    ['handling', 'handler', 'acceptedOn', 'noticeOn', 'forwardedTo', 'forwardedOn', 'dueOn', 'extendedTo'],
    ['closedOn', 'finding', 'result', 'feedbackOn', 'objection', 'reviewAskedOn', 'reviewedOn'],
    ['file', 'remark'],
  ],
  sections: { number: '登记', subjectName: '反映什么', instructedBy: '批示', handling: '办理', closedOn: '办结、反馈和复查' },
  yearBy: 'receivedOn',
  order: [
    ['receivedOn', 'instructedOn'],
    ['receivedOn', 'forwardedOn'],
    ['receivedOn', 'acceptedOn'],
    ['receivedOn', 'noticeOn'],
    ['receivedOn', 'dueOn'],
    ['dueOn', 'extendedTo'],
    ['receivedOn', 'closedOn'],
    ['closedOn', 'feedbackOn'],
    ['feedbackOn', 'reviewAskedOn'],
    ['reviewAskedOn', 'reviewedOn'],
  ],
  check: p => [
    ...(p.named && p.petitioner === null ? [{ field: 'petitioner', code: 'missing', message: '实名的要填信访人；没有署名的不勾实名' } as const] : []),
    ...(!p.named && p.petitioner !== null ? [{ field: 'named', code: 'contradicts', message: '填了信访人，就是实名' } as const] : []),
    ...(p.handling === 'forward' && p.forwardedTo === null ? [{ field: 'forwardedTo', code: 'missing', message: '转办的要填转往哪里' } as const] : []),
    ...(p.finding !== null && p.closedOn === null ? [{ field: 'closedOn', code: 'missing', message: '有查核结论时要填办结日期' } as const] : []),
  ],
})
export type Petition = RecordOf<typeof petition>
