import { attachment, choice, date, decimal, note, ref, text, words, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { daysBetween } from '../rules/days.ts'

export const fieldworkWays = {
  resident: '蹲点调研',
  visit: '走访入户',
  forum: '座谈',
  onSite: '现场办公',
  special: '专题调研',
  other: '其他',
} as const

/** 下基层调研: a leader's days with the grass roots. `days` are the counted ones, half days possible. */
export const fieldwork = defineRecord('fieldwork', {
  label: '下基层调研',
  topic: 'service',
  serves: ['M057'],
  fields: {
    personId: ref('person', { label: '调研领导', required: true, also: words('调研人 调研干部 领导姓名 领导干部 党员领导干部 调研人员 领导') }),
    startsOn: date({ label: '开始日期', required: true, also: words('调研日期 调研时间 日期 时间 开始时间 起始日期 起始时间 调研开始时间 下基层时间') }),
    endsOn: date({ label: '结束日期', help: '不填与开始日期同一天', also: words('结束时间 截止日期 终止日期 截止时间 调研结束时间') }),
    days: decimal({ label: '计入天数', help: '不填按起止日期算，半天写 0.5', also: words('天数 调研天数 下基层天数 累计天数 时间（天） 工作日') }),
    place: text({ label: '调研地点', required: true, also: words('地点 调研单位 调研点 调研对象 基层单位 联系点 地点单位') }),
    way: choice(fieldworkWays, {
      label: '调研方式',
      also: words('方式 类型 调研类型 形式 调研形式'),
      aliases: wordsFor({
        resident: '蹲点 驻点 驻点调研 驻村',
        visit: '走访 入户走访 入户 走访调研 走访慰问',
        forum: '座谈会 座谈调研 召开座谈会',
        onSite: '现场 现场会 实地调研 实地查看',
        special: '专题',
      }),
    }),
    topic: text({ label: '调研课题', also: words('课题 调研主题 调研内容 主题 内容 调研题目') }),
    findings: note({ label: '发现问题', also: words('问题 存在问题 反映问题 发现的问题 收集问题 了解情况') }),
    solved: note({ label: '解决问题', also: words('解决的问题 解决情况 办实事 帮助解决问题 办理情况 解决实际问题') }),
    reportTitle: text({ label: '报告题目', also: words('调研报告题目 调研报告 报告名称') }),
    report: attachment({ label: '报告文件' }),
    remark: note({ label: '备注' }),
  },
  title: 'startsOn',
  key: ['personId', 'startsOn', 'place'],
  list: ['personId', 'startsOn', 'endsOn', 'days', 'place', 'way', 'topic'],
  form: [
    ['personId', 'place', 'startsOn', 'endsOn', 'days', 'way'],
    ['topic', 'reportTitle', 'findings', 'solved'],
    ['report', 'remark'],
  ],
  order: [['startsOn', 'endsOn']],
  check: f => {
    const calendar = daysBetween(f.startsOn, f.endsOn ?? f.startsOn) + 1
    if (f.days === null || !(calendar >= 1)) return []
    if (f.days === 0) return [{ field: 'days', code: 'badDays', message: '天数应大于 0，半天写 0.5' }]
    return f.days > calendar ? [{ field: 'days', code: 'badDays', message: `起止一共 ${calendar} 天，不能计 ${f.days} 天` }] : []
  },
  complete: f => {
    const endsOn = f.endsOn ?? f.startsOn
    return { ...f, endsOn, days: f.days ?? calendarDays(f.startsOn, endsOn) }
  },
})
export type Fieldwork = RecordOf<typeof fieldwork>

/** Both days counted; nothing while a form has no days yet or has them the wrong way round. */
function calendarDays(from: string, until: string): number | null {
  const days = daysBetween(from, until) + 1
  return days >= 1 ? days : null
}
