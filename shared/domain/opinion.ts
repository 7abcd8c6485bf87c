import { attachment, choice, date, flag, note, phone, ref, text, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { notBefore } from './checks.ts'

export const opinionChannels = {
  box: '意见箱',
  sheet: '意见表',
  hotline: '热线',
  mail: '邮箱',
  online: '网上留言',
  meeting: '座谈会',
  talk: '个别谈心',
  delegate: '党代表',
  other: '其他',
} as const

export const satisfactions = { satisfied: '满意', fair: '基本满意', unsatisfied: '不满意' } as const

/** 意见建议: what members and others put forward, through which channel, and what came of it. */
export const opinion = defineRecord('opinion', {
  label: '意见建议',
  topic: 'voice',
  serves: ['M028', 'M036', 'M037', 'M056', 'M144', 'M150', 'M153', 'M172'],
  fields: {
    receivedOn: date({ label: '收到日期', required: true, also: ['收到时间', '登记时间', '登记日期', '反映时间', '提出时间', '征集时间', '日期', '时间'] }),
    channel: choice(opinionChannels, {
      label: '渠道',
      required: true,
      also: ['意见渠道', '来源渠道', '收集渠道', '反映渠道', '征集方式', '方式'],
      aliases: wordsFor({
        box: '征求意见箱 信箱 书记信箱',
        sheet: '征求意见表 问卷 调查表 书面',
        hotline: '热线电话 电话 举报电话',
        mail: '电子邮箱 邮件 电子邮件',
        online: '网络留言 留言 网站 公众号 网络',
        meeting: '座谈 交流会 会议',
        talk: '谈心 谈心谈话 个别谈话 走访',
        delegate: '党代表提案 党代表提议 代表',
        other: '其它',
      }),
    }),
    organizationId: ref('organization', { label: '收集党组织', also: ['党组织', '所在党组织', '党支部', '支部', '受理党组织', '单位'] }),
    source: text({ label: '反映人', also: ['提出人', '来源', '建议人', '姓名', '意见来源', '提议人'], help: '匿名的可以不填' }),
    phone: phone({ label: '联系电话', masked: true, also: ['电话', '联系方式', '手机'] }),
    content: note({
      label: '意见内容',
      required: true,
      also: ['内容', '意见建议', '意见和建议', '建议内容', '反映问题', '问题', '意见建议内容', '主要内容', '反映的问题'],
    }),
    hot: flag({ label: '热点难点', required: true, also: ['是否热点难点', '是否热点', '热点难点问题', '重点问题'], help: '群众关注、需要集中解决的' }),
    promise: note({ label: '解决承诺', also: ['承诺', '承诺事项'] }),
    assignedTo: text({ label: '承办单位', also: ['承办部门', '办理单位', '责任单位', '承办人', '责任人', '责任部门', '办理部门'] }),
    dueOn: date({ label: '办理期限', also: ['期限', '办结期限', '完成时限', '时限', '限办日期'] }),
    repliedOn: date({ label: '答复日期', also: ['答复时间', '回复时间', '办结时间', '办结日期', '反馈时间'] }),
    reply: note({ label: '办理情况和答复', also: ['答复', '答复内容', '办理情况', '办理结果', '回复内容', '处理结果', '反馈情况', '整改情况'] }),
    satisfied: choice(satisfactions, {
      label: '满意程度',
      also: ['满意度', '是否满意', '反馈意见', '评价'],
      aliases: { 是: 'satisfied', 否: 'unsatisfied', 一般: 'fair', 较满意: 'fair' },
    }),
    publishedOn: date({ label: '公开日期', also: ['公开时间', '结果公开时间'] }),
    proof: attachment({ label: '办结材料' }),
    remark: note({ label: '备注' }),
  },
  title: 'content',
  key: ['receivedOn', 'content'],
  list: ['content', 'receivedOn', 'channel', 'organizationId', 'hot', 'assignedTo', 'dueOn', 'repliedOn', 'satisfied'],
  form: [
    ['receivedOn', 'channel', 'organizationId', 'source', 'phone', 'hot', 'content'],
    ['assignedTo', 'dueOn', 'promise'],
    ['repliedOn', 'satisfied', 'reply', 'publishedOn', 'proof', 'remark'],
  ],
  sections: { receivedOn: '意见', assignedTo: '交办', repliedOn: '答复' },
  check: o => [
    ...notBefore('dueOn', o.dueOn, o.receivedOn, '办理期限早于收到日期'),
    ...notBefore('repliedOn', o.repliedOn, o.receivedOn, '答复日期早于收到日期'),
    ...notBefore('publishedOn', o.publishedOn, o.repliedOn, '公开日期早于答复日期'),
    ...(o.satisfied !== null && o.repliedOn === null ? [{ field: 'repliedOn', code: 'missing', message: '有满意程度时要填答复日期' } as const] : []),
  ],
})
export type Opinion = RecordOf<typeof opinion>
