import { choice, date, decimal, flag, note, ref, text, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { notBefore } from './checks.ts'

export const postKinds = {
  model: '党员示范岗',
  area: '党员责任区',
  vanguard: '党员先锋岗',
  ordinary: '无职党员岗',
  household: '党员示范户',
  technology: '科技示范户',
  centre: '党员中心户',
} as const

const appraisals = { excellent: '优秀', good: '合格', fair: '基本合格', poor: '不合格' } as const

/** 设岗定责: a post that a member took, its duty and its goal (三定), and how it was appraised. */
export const memberPost = defineRecord('memberPost', {
  label: '设岗定责',
  topic: 'care',
  serves: ['M020', 'M050', 'M051', 'M116', 'M145', 'M149', 'M161'],
  fields: {
    personId: ref('person', { label: '姓名', required: true, also: ['责任人', '上岗党员', '党员', '岗位责任人', '户主'] }),
    kind: choice(postKinds, {
      label: '岗位类别',
      required: true,
      also: ['类别', '岗位类型', '类型'],
      aliases: wordsFor({
        model: '示范岗 共产党员示范岗',
        area: '责任区 共产党员责任区',
        vanguard: '先锋岗 共产党员先锋岗',
        ordinary: '无职党员设岗定责 设岗定责 无职党员 无职党员设岗',
        household: '示范户',
        technology: '党员科技示范户',
        centre: '中心户',
      }),
    }),
    post: text({
      label: '岗位名称',
      required: true,
      also: ['岗位', '设置岗位', '责任区名称', '名称', '岗位（责任区）名称', '所定岗位'],
      suggestions: ['政策宣传岗', '民情联络岗', '环境卫生监督岗', '治安巡逻岗', '纠纷调解岗', '帮扶济困岗', '教学示范岗', '服务窗口岗'],
    }),
    area: text({ label: '责任区域', also: ['区域', '范围', '责任范围'] }),
    volunteered: flag({ label: '是否自愿报岗', also: ['自愿报岗', '本人报岗'] }),
    duty: note({ label: '岗位职责', also: ['职责', '岗位内容', '责任内容', '主要职责', '工作职责'] }),
    goal: note({ label: '目标', also: ['岗位目标', '工作目标', '目标要求', '年度目标'] }),
    startsOn: date({ label: '上岗日期', required: true, also: ['定岗日期', '上岗时间', '定岗时间', '设岗时间', '挂牌时间', '起始时间'] }),
    publicOn: date({ label: '公示日期', also: ['公示时间', '上岗公示'] }),
    endsOn: date({ label: '离岗日期', also: ['撤岗日期', '撤岗时间', '离岗时间', '撤牌时间', '终止时间'] }),
    appraisedOn: date({ label: '评岗日期', also: ['考核日期', '考核时间', '评岗时间', '考评时间'] }),
    appraisal: choice(appraisals, {
      label: '评岗结果',
      also: ['考核结果', '考核评岗', '考评结果', '评议结果', '评岗', '等次'],
      aliases: { 优: 'excellent', 优秀岗位: 'excellent', 良: 'good', 称职: 'good', 达标: 'good', 基本称职: 'fair', 差: 'poor', 不称职: 'poor' },
    }),
    score: decimal({ label: '评岗得分', also: ['得分', '考核得分', '分值', '分数'] }),
    performance: note({ label: '履职情况', also: ['履岗情况', '工作情况', '完成情况', '作用发挥情况'] }),
    remark: note({ label: '备注' }),
  },
  title: 'post',
  key: ['personId', 'post', 'startsOn'],
  list: ['personId', 'post', 'kind', 'duty', 'startsOn', 'appraisal', 'appraisedOn', 'endsOn'],
  form: [
    ['personId', 'kind', 'post', 'area'],
    ['volunteered', 'publicOn', 'startsOn', 'endsOn', 'duty', 'goal'],
    ['appraisedOn', 'appraisal', 'score', 'performance', 'remark'],
  ],
  sections: { personId: '岗位', volunteered: '定岗、定职责、定目标', appraisedOn: '评岗' },
  standing: true,
  check: p => [
    ...notBefore('endsOn', p.endsOn, p.startsOn, '离岗日期早于上岗日期'),
    ...notBefore('appraisedOn', p.appraisedOn, p.startsOn, '评岗日期早于上岗日期'),
    ...(p.appraisal !== null && p.appraisedOn === null ? [{ field: 'appraisedOn', code: 'missing', message: '有评岗结果时要填评岗日期' } as const] : []),
  ],
})
export type MemberPost = RecordOf<typeof memberPost>
