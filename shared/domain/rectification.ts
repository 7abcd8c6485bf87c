import { choice, date, note, ref, text, words, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'

export const rectificationSources = {
  lifeMeeting: '组织生活会',
  democraticLife: '民主生活会',
  appraisal: '民主评议',
  inspection: '督查',
  dutyReport: '述职',
  tour: '巡视巡察',
  other: '其他',
} as const

export const rectificationTerms = { now: '立行立改', limited: '限期整改', lasting: '长期坚持' } as const

/** 整改事项: a problem that was found, what is to be done about it by when, and whether it was. It is open until `doneOn`. */
export const rectification = defineRecord('rectification', {
  label: '整改事项',
  topic: 'life',
  serves: ['M047', 'M094'],
  fields: {
    organizationId: ref('organization', {
      label: '整改党组织',
      required: true,
      also: words('责任党组织 责任单位 整改单位 党组织 党支部 支部 所在党支部 牵头单位 单位 党组织名称'),
    }),
    personId: ref('person', { label: '整改党员', help: '个人的问题才填', also: words('整改对象 问题党员') }),
    source: choice(rectificationSources, {
      label: '问题来源',
      required: true,
      also: words('来源 来源类别 问题类别'),
      aliases: wordsFor({
        lifeMeeting: '专题组织生活会 生活会',
        democraticLife: '专题民主生活会',
        appraisal: '民主评议党员 评议 党员评议',
        inspection: '督查检查 检查 督导 督导检查 抽查',
        dutyReport: '述职评议 述职述廉 述职评议考核',
        tour: '巡视 巡察 巡视反馈 巡察反馈',
      }),
    }),
    activityId: ref('activity', { label: '所在会议', help: '民主生活会、组织生活会查摆的，选那次会议', also: ['会议', '会议名称'] }),
    raisedOn: date({ label: '提出日期', required: true, also: words('提出时间 发现日期 发现时间 反馈日期 反馈时间 查摆日期 日期 时间 登记日期') }),
    problem: note({ label: '存在问题', required: true, also: words('问题 问题描述 具体问题 主要问题 查摆问题 整改事项 整改问题 问题表现') }),
    measure: note({ label: '整改措施', also: words('措施 整改内容 具体措施 整改任务') }),
    responsible: text({ label: '责任人', also: words('整改责任人 负责人 责任领导 牵头人 承办人') }),
    term: choice(rectificationTerms, {
      label: '整改类型',
      also: ['时限类型', '整改要求'],
      aliases: { 立即整改: 'now', 限期: 'limited', 长期: 'lasting', 持续整改: 'lasting' },
    }),
    dueOn: date({ label: '整改期限', also: words('整改时限 完成时限 限期 截止日期 时限 要求完成时间 整改期限至 计划完成时间') }),
    doneOn: date({ label: '完成日期', also: words('完成时间 整改完成时间 整改完成日期 实际完成时间 销号日期 销号时间') }),
    result: note({ label: '整改结果', also: words('整改情况 完成情况 整改落实情况 整改成效 落实情况 整改进展') }),
    recheckOn: date({ label: '复查日期', also: words('复查时间 验收日期 验收时间 回头看日期') }),
    recheck: text({ label: '复查意见', also: words('复查结果 验收意见 验收结果 复查情况') }),
    remark: note({ label: '备注' }),
  },
  title: 'problem',
  key: ['organizationId', 'raisedOn', 'problem'],
  list: ['organizationId', 'problem', 'source', 'raisedOn', 'responsible', 'dueOn', 'doneOn'],
  form: [
    ['organizationId', 'personId', 'source', 'activityId', 'raisedOn', 'problem'],
    ['measure', 'responsible', 'term', 'dueOn'],
    ['doneOn', 'recheckOn', 'result', 'recheck'],
    ['remark'],
  ],
  sections: { measure: '怎样整改', doneOn: '落实和复查' },
  standing: true,
  order: [
    ['raisedOn', 'dueOn'],
    ['raisedOn', 'doneOn'],
    ['doneOn', 'recheckOn'],
  ],
})
export type Rectification = RecordOf<typeof rectification>
