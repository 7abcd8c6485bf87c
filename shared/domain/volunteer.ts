import { choice, date, decimal, note, ref, text, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'

export const volunteerKinds = {
  relief: '扶贫济困',
  security: '治安联防',
  environment: '环境整治',
  convenience: '便民利民',
  civility: '文明实践',
  emergency: '应急救援',
  other: '其他',
} as const

/** 志愿服务: what a member did for others without pay, and for how many hours. */
export const volunteer = defineRecord('volunteer', {
  label: '志愿服务',
  topic: 'service',
  serves: ['M052', 'M161'],
  fields: {
    personId: ref('person', { label: '姓名', required: true, also: ['志愿者', '志愿者姓名', '参加人', '参与党员', '服务人'] }),
    servedOn: date({ label: '服务日期', required: true, also: ['服务时间', '活动时间', '活动日期', '日期', '时间'] }),
    project: text({ label: '服务项目', required: true, also: ['项目', '项目名称', '活动名称', '志愿服务项目', '活动主题', '志愿活动'] }),
    kind: choice(volunteerKinds, {
      label: '服务类别',
      also: ['类别', '项目类别', '服务类型'],
      aliases: wordsFor({
        relief: '帮困助学 扶贫 济困 送温暖',
        security: '治安 平安巡逻 巡逻 综治',
        environment: '环境 卫生整治 环保 植树',
        convenience: '便民服务 便民 义诊 义务维修',
        civility: '文明创建 交通劝导 宣讲 新时代文明实践',
        emergency: '防汛 抢险 救灾 应急 疫情防控',
        other: '其它',
      }),
    }),
    hours: decimal({ label: '服务时长', required: true, also: ['时长', '服务小时', '小时', '服务时数', '志愿时长', '工时'], help: '按小时，最多两位小数' }),
    place: text({ label: '服务地点', also: ['地点', '活动地点'] }),
    organizer: text({ label: '组织单位', also: ['主办单位', '组织者', '志愿服务队', '服务队'] }),
    content: note({ label: '服务内容', also: ['内容', '活动内容', '服务情况'] }),
    confirmedBy: text({ label: '证明人', also: ['认定人', '审核人', '确认人'] }),
    remark: note({ label: '备注' }),
  },
  title: 'project',
  key: ['personId', 'servedOn', 'project'],
  list: ['personId', 'servedOn', 'project', 'hours', 'kind', 'place', 'organizer'],
  form: [
    ['personId', 'servedOn', 'project', 'kind', 'hours', 'place', 'organizer', 'confirmedBy'],
    ['content', 'remark'],
  ],
  check: v => (v.hours > 24 ? [{ field: 'hours', code: 'tooLong', message: '一天最多 24 小时，连续几天的请逐天登记' }] : []),
})
export type Volunteer = RecordOf<typeof volunteer>
