import { attachment, choice, date, note, ref, text, words, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { cadreLevels, cadreLevelWords } from './cadre-words.ts'
import { notBefore } from './checks.ts'
import { channelWords, problemKinds, problemWords, supervisionChannels } from './supervision-words.ts'

export const admonitionKinds = { remind: '提醒', inquiry: '函询', admonish: '诫勉' } as const
export type AdmonitionKind = keyof typeof admonitionKinds
export const admonitionWays = { talk: '谈话', letter: '书面' } as const
export const replyStates = { clear: '说明清楚', unclear: '说明不清楚' } as const

const outcomes = {
  settled: '予以了结',
  observed: '继续关注',
  remind: '予以提醒',
  again: '再次函询',
  admonish: '予以诫勉',
  measure: '组织处理',
  transferred: '移送有关机关',
} as const

/** 提醒、函询、诫勉: what a cadre was warned of or asked about, who decided it, and what was handed in. Deadlines follow from rules (shared/rules/supervision-deadlines.ts). */
export const admonition = defineRecord('admonition', {
  label: '提醒函询诫勉',
  topic: 'supervision',
  secret: 'admonition',
  serves: ['M011', 'M169'],
  fields: {
    personId: ref('person', { label: '姓名', required: true, also: words('处理对象 谈话对象 函询对象 诫勉对象 提醒对象 干部姓名 被诫勉人 被函询人') }),
    kind: choice(admonitionKinds, {
      label: '处理方式',
      required: true,
      also: words('组织处理方式 类别 类型 种类'),
      aliases: wordsFor<AdmonitionKind>({ remind: '提醒谈话 书面提醒 提醒函', inquiry: '书面函询 函询通知', admonish: '诫勉谈话 书面诫勉 诫勉书' }),
    }),
    way: choice(admonitionWays, { label: '开展方式', also: ['方式', '谈话或书面'], aliases: wordsFor({ talk: '当面 约谈', letter: '发函 函 书面函' }) }),
    postThen: text({ label: '时任职务', also: words('单位及职务 职务 单位职务 时任单位及职务 单位和职务') }),
    level: choice(cadreLevels, { label: '级别', also: ['职务层次', '干部级别'], aliases: cadreLevelWords }),
    category: choice(problemKinds, { label: '问题类别', required: true, also: words('问题类型 情形 针对问题类别'), aliases: problemWords }),
    problem: note({ label: '事由', required: true, also: words('针对问题 具体问题 诫勉事由 函询问题 提醒事由 问题 主要问题') }),
    channel: choice(supervisionChannels, { label: '发现渠道', also: words('问题来源 线索来源 来源'), aliases: channelWords }),
    reviewedBy: text({ label: '审核人', also: ['分管负责人', '分管部长'] }),
    approvedBy: text({ label: '批准人', also: words('审定人 审批人 批准领导') }),
    approvedOn: date({ label: '批准日期', also: words('批准时间 审批日期 审定日期 审批时间') }),
    reportedOn: date({ label: '报告主要负责同志日期', also: ['报告日期'], help: '诫勉的，报党委（党组）主要负责同志' }),
    number: text({ label: '编号', also: words('函号 文号 函询编号 通知书编号') }),
    executedOn: date({ label: '执行日期', required: true, also: words('谈话日期 发函日期 执行时间 谈话时间 发函时间 实施日期'), help: '谈话或者发函的日子' }),
    time: text({ label: '谈话起止时间', also: ['起止时间'], help: '如 9:00—9:40' }),
    place: text({ label: '谈话地点', also: ['地点'] }),
    talkers: text({ label: '谈话人', also: ['具体谈话人', '谈话人姓名'] }),
    talkerPost: text({ label: '谈话人职务', also: ['谈话人类型', '谈话人单位及职务'] }),
    recorder: text({ label: '记录人', also: ['记录人姓名'] }),
    recorderPost: text({ label: '记录人职务', also: ['记录人单位及职务'] }),
    content: note({ label: '谈话内容', also: ['谈话记录', '谈话情况'], help: '一问一答的，每段写“姓名：话”' }),
    talkId: ref('talk', { label: '谈话台账中的谈话', help: '同一次谈话已记入谈心谈话的，选那一条，统计时只算一次' }),
    deliveredOn: date({ label: '送达日期', also: words('收到日期 送达时间 签收日期 收到时间') }),
    replyBy: date({ label: '要求回复日期', also: ['回复期限', '要求回复时间'], help: '留空，按规定的工作日从送达（发函）起推算' }),
    repliedOn: date({ label: '回复日期', also: words('回复时间 回函日期 回函时间 说明日期') }),
    reply: note({ label: '本人说明', also: words('回复内容 说明情况 本人态度 本人表态 回复情况说明') }),
    replyState: choice(replyStates, {
      label: '回复情况',
      also: ['回复是否清楚', '说明情况认定'],
      aliases: wordsFor({ clear: '清楚 是 已说明清楚', unclear: '不清楚 否 未说明清楚' }),
    }),
    earlierId: ref('admonition', { label: '前一次函询', help: '再次函询的，选前一次' }),
    selfCriticismOn: date({ label: '书面检查日期', also: words('书面检查时间 检查日期 提交书面检查日期 检讨日期') }),
    reportOn: date({ label: '整改报告日期', also: words('整改报告日 整改报告时间 整改情况报告日期 提交整改报告日期') }),
    barUntil: date({ label: '影响期至', also: words('影响期止 影响期截止 影响期截止日期'), help: '诫勉才填；留空，按参数从执行日期推算' }),
    outcome: choice(outcomes, {
      label: '处理结果',
      also: ['结果', '后续处理'],
      aliases: wordsFor<keyof typeof outcomes>({ settled: '了结 采信了结', observed: '关注', transferred: '移送纪检监察机关 移送' }),
    }),
    closedOn: date({ label: '办结日期', also: words('办结时间 了结日期 了结时间') }),
    file: attachment({ label: '签字材料' }),
    remark: note({ label: '备注' }),
  },
  title: 'executedOn',
  key: ['personId', 'kind', 'executedOn'],
  list: ['personId', 'postThen', 'kind', 'way', 'category', 'executedOn', 'number', 'repliedOn', 'selfCriticismOn', 'reportOn', 'outcome'],
  form: [
    ['personId', 'postThen', 'level', 'kind', 'way', 'category', 'channel', 'problem'],
    ['reviewedBy', 'approvedBy', 'approvedOn', 'reportedOn'],
    ['executedOn', 'number', 'time', 'place', 'talkers', 'talkerPost', 'recorder', 'recorderPost', 'content', 'talkId'],
    ['deliveredOn', 'replyBy', 'repliedOn', 'replyState', 'earlierId', 'reply'],
    ['selfCriticismOn', 'reportOn', 'barUntil'],
    ['outcome', 'closedOn', 'file', 'remark'],
  ],
  sections: {
    personId: '对象和事由',
    reviewedBy: '审批',
    executedOn: '谈话或发函',
    deliveredOn: '送达和回复',
    selfCriticismOn: '检查、整改和影响期',
    outcome: '结果',
  },
  order: [
    ['approvedOn', 'executedOn'],
    ['executedOn', 'deliveredOn'],
    ['executedOn', 'replyBy'],
    ['executedOn', 'selfCriticismOn'],
    ['executedOn', 'reportOn'],
    ['executedOn', 'barUntil'],
    ['executedOn', 'closedOn'],
  ],
  complete: draft => ({ ...draft, way: draft.kind === 'inquiry' ? (draft.way ?? 'letter') : draft.way }),
  check: a => [
    ...notBefore('repliedOn', a.repliedOn, a.deliveredOn ?? a.executedOn, a.deliveredOn === null ? '回复日期早于执行日期' : '回复日期早于送达日期'),
    ...(a.kind === 'inquiry' && a.way === 'talk' ? [{ field: 'way', code: 'letterOnly', message: '函询用书面方式；当面谈的记为提醒或诫勉' } as const] : []),
    ...(a.kind !== 'inquiry' && a.earlierId !== null ? [{ field: 'earlierId', code: 'inquiryOnly', message: '只有再次函询才选前一次' } as const] : []),
    ...(a.kind !== 'admonish' && a.barUntil !== null ? [{ field: 'barUntil', code: 'admonishOnly', message: '只有诫勉有影响期' } as const] : []),
    ...(a.replyState !== null && a.repliedOn === null ? [{ field: 'repliedOn', code: 'missing', message: '认定回复情况要有回复日期' } as const] : []),
  ],
})
export type Admonition = RecordOf<typeof admonition>
