import { attachment, choice, date, integer, note, ref, text, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { notBefore } from './checks.ts'
import { levels, levelWords } from './levels.ts'

export const campaignKinds = {
  fiveGood: '争创五好',
  model: '争做优秀党员',
  theme: '主题实践',
  fiveTypes: '五型机关',
  threeThree: '三比三争三带',
  study: '学习型组织',
  other: '其他',
} as const

/** 创建活动: a campaign that an organization runs, with its goal, measures and what came of it. */
export const campaign = defineRecord('campaign', {
  label: '创建活动',
  topic: 'excellence',
  serves: ['M016', 'M019', 'M021', 'M042', 'M087', 'M096', 'M149'],
  fields: {
    organizationId: ref('organization', { label: '创建党组织', required: true, also: ['党组织', '单位', '开展单位', '创建单位', '党支部', '实施单位'] }),
    name: text({ label: '活动名称', required: true, also: ['名称', '创建活动', '活动主题', '主题', '创建项目'] }),
    kind: choice(campaignKinds, {
      label: '活动类别',
      required: true,
      also: ['类别', '活动类型', '创建类别'],
      aliases: wordsFor({
        fiveGood: '五好 五个好 双五好 争创双五好 创五好 五好党支部 学美岭创五好',
        model: '争当优秀党员 优秀党员评比 优秀党员评选',
        theme: '主题实践活动 主题活动 实践活动 争创一流业绩 争当岗位模范',
        fiveTypes: '五型 五型创建 五型机关创建',
        threeThree: '三比三争三带活动',
        study: '学习型党组织 学习型机关',
        other: '其它',
      }),
    }),
    level: choice(levels, { label: '组织层级', also: ['层级', '级别', '活动级别'], aliases: levelWords }),
    startsOn: date({ label: '开始日期', required: true, also: ['开始时间', '起始时间', '启动时间', '启动日期'] }),
    endsOn: date({ label: '结束日期', also: ['结束时间', '完成时间', '终止时间'] }),
    leader: text({ label: '负责人', also: ['责任人', '牵头人', '分管领导'] }),
    participants: integer({ label: '参加人数', also: ['人数', '参与人数', '参加党员数'] }),
    goal: note({ label: '创建目标', also: ['目标', '争创目标', '目标要求'] }),
    measures: note({ label: '创建措施', also: ['措施', '主要措施', '具体措施', '工作安排'] }),
    progress: note({ label: '进展情况', also: ['进展', '开展情况', '推进情况', '工作进展'] }),
    result: note({ label: '创建成效', also: ['成效', '结果', '活动成效', '创建结果', '总结'] }),
    plan: attachment({ label: '方案或总结' }),
    remark: note({ label: '备注' }),
  },
  title: 'name',
  key: ['organizationId', 'name', 'startsOn'],
  list: ['name', 'organizationId', 'kind', 'level', 'startsOn', 'endsOn', 'leader', 'progress'],
  form: [
    ['organizationId', 'name', 'kind', 'level', 'startsOn', 'endsOn', 'leader', 'participants'],
    ['goal', 'measures', 'progress', 'result', 'plan', 'remark'],
  ],
  sections: { organizationId: '活动', goal: '目标、措施与成效' },
  standing: true,
  check: c => notBefore('endsOn', c.endsOn, c.startsOn, '结束日期早于开始日期'),
})
export type Campaign = RecordOf<typeof campaign>
