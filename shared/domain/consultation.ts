import { attachment, choice, date, integer, note, ref, text, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { notBefore } from './checks.ts'

export const consultationWays = {
  assembly: '党员大会讨论',
  forum: '座谈会',
  hearing: '听证会',
  written: '书面征求',
  survey: '问卷调查',
  visit: '走访调研',
  online: '网上征求',
  other: '其他',
} as const

/** 征求意见: an important matter put before members and others, what they said, and what was decided. */
export const consultation = defineRecord('consultation', {
  label: '征求意见',
  topic: 'voice',
  serves: ['M027', 'M058', 'M144', 'M150'],
  fields: {
    organizationId: ref('organization', { label: '组织单位', required: true, also: ['党组织', '组织党组织', '征求单位', '主办党组织', '党支部', '单位'] }),
    heldOn: date({ label: '征求日期', required: true, also: ['征求时间', '讨论时间', '召开时间', '时间', '日期', '开始日期', '讨论日期'] }),
    subject: text({ label: '征求事项', required: true, also: ['事项', '议题', '讨论事项', '重大问题', '主题', '征求意见事项', '讨论议题'] }),
    way: choice(consultationWays, {
      label: '征求方式',
      also: ['方式', '形式', '征求形式', '讨论形式'],
      aliases: wordsFor({
        assembly: '党员大会 大会讨论 支部党员大会 党员讨论',
        forum: '座谈 座谈讨论 会议',
        hearing: '听证',
        written: '书面 征求意见函 征求意见表 发函',
        survey: '问卷',
        visit: '走访 调研 入户走访',
        online: '网络 网上 微信群',
        other: '其它',
      }),
    }),
    scope: text({
      label: '征求范围',
      also: ['范围', '对象', '征求对象', '参加范围'],
      suggestions: ['全体党员', '党员和群众代表', '教职工代表', '学生代表', '村民代表'],
    }),
    participants: integer({ label: '参加人数', also: ['人数', '征求人数', '参与人数'] }),
    until: date({ label: '截止日期', also: ['征求截止日期', '截止时间'] }),
    received: integer({ label: '收到意见条数', also: ['意见条数', '意见数', '征集意见条数'] }),
    opinions: note({ label: '主要意见', also: ['意见', '意见建议', '征求到的意见', '讨论意见', '意见汇总'] }),
    adopted: note({ label: '采纳情况', also: ['意见采纳情况', '吸收采纳情况'] }),
    result: note({ label: '讨论结果', also: ['结果', '决策结果', '处理结果', '最终决定', '结论'] }),
    resultPublishedOn: date({ label: '结果公开日期', also: ['结果公开时间', '反馈日期', '结果反馈时间', '公开时间'] }),
    file: attachment({ label: '材料' }),
    remark: note({ label: '备注' }),
  },
  title: 'subject',
  key: ['organizationId', 'heldOn', 'subject'],
  list: ['subject', 'organizationId', 'heldOn', 'way', 'participants', 'received', 'result', 'resultPublishedOn'],
  form: [
    ['organizationId', 'subject', 'way', 'scope', 'heldOn', 'until', 'participants', 'received'],
    ['opinions', 'adopted', 'result', 'resultPublishedOn', 'file', 'remark'],
  ],
  sections: { organizationId: '征求', opinions: '意见和结果' },
  check: c => [
    ...notBefore('until', c.until, c.heldOn, '截止日期早于征求日期'),
    ...notBefore('resultPublishedOn', c.resultPublishedOn, c.heldOn, '结果公开日期早于征求日期'),
  ],
})
export type Consultation = RecordOf<typeof consultation>
