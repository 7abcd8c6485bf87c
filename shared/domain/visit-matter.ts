import { choice, date, note, phone, ref, text, words, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'

export const visitWays = { inPerson: '来访', letter: '来信', call: '电话', online: '网络' } as const
export const visitHandlings = { answered: '当场答复', handled: '本单位办理', forwarded: '转介' } as const
export const satisfactions = { satisfied: '满意', fairly: '基本满意', unsatisfied: '不满意', unasked: '未评价' } as const

/** 来访办理: who asked for what, who met it first (首问责任), where it went, what was answered and when it was closed. */
export const visitMatter = defineRecord('visitMatter', {
  label: '来访办理',
  topic: 'service',
  serves: ['M054', 'M055'],
  fields: {
    receivedOn: date({ label: '登记日期', required: true, also: words('来访日期 来访时间 登记时间 受理日期 收到日期 日期 时间 接待日期 接待时间') }),
    number: text({ label: '编号', also: ['登记号', '登记编号', '受理编号', '办理单号'] }),
    visitor: text({ label: '来访人', required: true, also: words('来访人姓名 姓名 群众姓名 反映人 信访人 来信人 来电人 来访者') }),
    phone: phone({ label: '联系电话', masked: true, also: words('电话 联系方式 手机 手机号码 来访人电话') }),
    address: text({ label: '单位或住址', also: words('住址 单位 地址 来访人单位 家庭住址 工作单位 所在单位') }),
    way: choice(visitWays, {
      label: '来访方式',
      required: true,
      also: words('方式 来访形式 途径 渠道 形式 反映方式'),
      aliases: wordsFor({
        inPerson: '上门 走访 面谈 当面',
        letter: '信件 书信 信函',
        call: '来电 热线 热线电话',
        online: '网上 网络留言 邮箱 邮件 电子邮件 微信',
      }),
    }),
    matter: note({ label: '反映事项', required: true, also: words('事由 来访事由 事项 反映问题 来访事项 反映内容 主要内容 诉求') }),
    organizationId: ref('organization', { label: '受理党组织', also: words('受理单位 承办党组织 承办单位 责任单位 接待单位') }),
    firstReceiver: text({ label: '首问责任人', required: true, also: words('首问人 首问负责人 接待人 登记人 受理人 经办人') }),
    handling: choice(visitHandlings, {
      label: '处理方式',
      also: ['办理方式', '处理类型'],
      aliases: wordsFor({ answered: '答复 当场解答 解答', handled: '办理 自办 直接办理 受理', forwarded: '转办 移交 介绍 引导 转交' }),
    }),
    forwardedTo: text({ label: '转往', also: words('转介去向 转办单位 转交单位 移交单位 转办去向 转往单位') }),
    acceptedOn: date({ label: '告知受理日期', also: words('受理告知日期 告知日期 告知时间 受理时间') }),
    dueOn: date({ label: '办理期限', also: words('办结期限 期限 限办日期 办理时限 应办结日期 答复期限') }),
    extendedTo: date({ label: '延期至', also: ['延期日期', '延长至'] }),
    repliedOn: date({ label: '答复日期', also: words('答复时间 回复日期 回复时间 反馈日期') }),
    reply: note({ label: '答复内容', also: words('答复 回复内容 办理结果 处理结果 办理情况 答复情况 处理情况') }),
    closedOn: date({ label: '办结日期', also: words('办结时间 结案日期 办理完成时间') }),
    satisfied: choice(satisfactions, {
      label: '满意度',
      also: words('是否满意 群众评价 评价 满意情况'),
      aliases: { 是: 'satisfied', 否: 'unsatisfied', 很满意: 'satisfied' },
    }),
    remark: note({ label: '备注' }),
  },
  title: 'visitor',
  key: ['receivedOn', 'visitor', 'matter'],
  list: ['visitor', 'receivedOn', 'way', 'matter', 'firstReceiver', 'dueOn', 'repliedOn', 'closedOn', 'satisfied'],
  form: [
    ['visitor', 'receivedOn', 'phone', 'way', 'address', 'number', 'matter'],
    ['firstReceiver', 'organizationId', 'handling', 'forwardedTo', 'acceptedOn', 'dueOn', 'extendedTo'],
    ['repliedOn', 'closedOn', 'reply', 'satisfied'],
    ['remark'],
  ],
  sections: { visitor: '来访登记', firstReceiver: '受理', repliedOn: '答复和办结' },
  order: [
    ['receivedOn', 'acceptedOn'],
    ['receivedOn', 'dueOn'],
    ['dueOn', 'extendedTo'],
    ['receivedOn', 'repliedOn'],
    ['receivedOn', 'closedOn'],
  ],
})
export type VisitMatter = RecordOf<typeof visitMatter>
