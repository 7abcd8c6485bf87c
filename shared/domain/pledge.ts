import { choice, date, note, ref, text, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { notBefore, subjectFaults } from './checks.ts'
import { satisfactions } from './opinion.ts'

export const pledgeKinds = { service: '服务群众', work: '岗位履职', study: '学习提高', clean: '廉洁自律', other: '其他' } as const
export const pledgeResults = { kept: '已兑现', partly: '部分兑现', broken: '未兑现' } as const

/** 承诺践诺: what a member or an organization promised, made public, did, and how it was reviewed. */
export const pledge = defineRecord('pledge', {
  label: '承诺践诺',
  topic: 'voice',
  serves: ['M025', 'M033', 'M051', 'M161'],
  fields: {
    personId: ref('person', { label: '姓名', also: ['承诺人', '党员姓名', '承诺党员'], help: '党组织的承诺不填' }),
    organizationId: ref('organization', { label: '承诺党组织', also: ['党组织', '承诺单位', '党组织名称'], help: '个人的承诺不填' }),
    pledgedOn: date({ label: '承诺日期', required: true, also: ['承诺时间', '定诺时间', '签订时间', '签订日期', '日期', '时间'] }),
    kind: choice(pledgeKinds, {
      label: '承诺类别',
      also: ['类别', '承诺类型'],
      aliases: wordsFor({ service: '服务 便民服务 为民办实事', work: '岗位 履职 本职工作 工作', study: '学习', clean: '廉洁 廉政', other: '其它' }),
    }),
    content: note({ label: '承诺内容', required: true, also: ['承诺事项', '内容', '承诺书内容', '具体承诺', '服务承诺'] }),
    dueOn: date({ label: '完成时限', also: ['时限', '兑现时限', '期限', '完成日期', '计划完成时间', '承诺期限'] }),
    publishedOn: date({ label: '公开日期', also: ['公示日期', '亮诺时间', '公开时间', '公示时间'] }),
    where: text({ label: '公开方式', also: ['公示方式', '亮诺方式'], suggestions: ['公开栏', '党员大会', '承诺牌', '网站'] }),
    progress: note({ label: '践诺情况', also: ['完成情况', '落实情况', '履诺情况', '兑现情况'] }),
    reviewedOn: date({ label: '评诺日期', also: ['评诺时间', '评议时间', '评议日期', '考评时间'] }),
    result: choice(pledgeResults, {
      label: '评诺结果',
      also: ['兑现结果', '结果', '是否兑现', '评议结果', '评定结果'],
      aliases: wordsFor({ kept: '兑现 完成 已完成 是 全部兑现', partly: '部分完成 基本兑现 基本完成', broken: '未完成 否 没有兑现' }),
    }),
    rating: choice(satisfactions, {
      label: '群众评议',
      also: ['群众满意度', '群众评价', '满意度'],
      aliases: { 好: 'satisfied', 较好: 'fair', 一般: 'fair', 差: 'unsatisfied' },
    }),
    remark: note({ label: '备注' }),
  },
  title: 'content',
  key: ['personId', 'organizationId', 'pledgedOn', 'content'],
  list: ['personId', 'organizationId', 'pledgedOn', 'content', 'dueOn', 'result', 'rating', 'reviewedOn'],
  form: [
    ['personId', 'organizationId', 'pledgedOn', 'kind', 'content', 'dueOn', 'publishedOn', 'where'],
    ['progress', 'reviewedOn', 'result', 'rating', 'remark'],
  ],
  sections: { personId: '承诺', progress: '践诺与评诺' },
  check: p => [
    ...subjectFaults(p),
    ...notBefore('dueOn', p.dueOn, p.pledgedOn, '完成时限早于承诺日期'),
    ...notBefore('reviewedOn', p.reviewedOn, p.pledgedOn, '评诺日期早于承诺日期'),
    ...(p.result !== null && p.reviewedOn === null ? [{ field: 'reviewedOn', code: 'missing', message: '有评诺结果时要填评诺日期' } as const] : []),
  ],
})
export type Pledge = RecordOf<typeof pledge>
