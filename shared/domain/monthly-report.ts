import { attachment, choice, date, month, note, ref, text, words, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'

/** The four that policy 003 has reported each month, and one for an office that has them all in one paper. */
export const monthlyReportKinds = {
  development: '发展党员',
  models: '示范点',
  privateSector: '非公组建',
  sentMembers: '荐派党员',
  all: '综合',
} as const

/** 月报告: what an organization reported of a month. */
export const monthlyReport = defineRecord('monthlyReport', {
  label: '月报告',
  topic: 'duty',
  serves: ['M105', 'M124'],
  fields: {
    organizationId: ref('organization', {
      label: '报告党组织',
      required: true,
      also: words('党组织 报送单位 报告单位 单位 党组织名称 单位名称 党支部 党委 填报单位'),
    }),
    month: month({ label: '月份', required: true, also: words('报告月份 所属月份 年月 报告月') }),
    kind: choice(monthlyReportKinds, {
      label: '报告内容',
      required: true,
      also: words('报告类型 类型 类别 报告类别 项目'),
      aliases: wordsFor({
        development: '发展党员月报 发展党员工作',
        models: '党建示范点 典型示范点 示范点建设 典型点',
        privateSector: '非公企业组建 非公党组织组建 非公企业党组织组建 非公党建',
        sentMembers: '荐派党员到企业 推荐选派党员',
        all: '综合月报 全部',
      }),
    }),
    reportedOn: date({ label: '报送日期', required: true, also: words('报送时间 上报日期 上报时间 报告日期 报告时间 日期 时间') }),
    reporter: text({ label: '填报人', also: ['报送人', '联系人', '报告人'] }),
    figures: note({ label: '主要数据', also: words('数据 完成情况 进展情况 本月情况 本月进展 工作进展 主要工作') }),
    problems: note({ label: '存在问题', also: words('问题 困难和问题 存在困难 滞后原因') }),
    next: note({ label: '下月打算', also: words('下月计划 下步打算 下一步打算 下步措施 工作打算') }),
    file: attachment({ label: '报告文件' }),
    remark: note({ label: '备注' }),
  },
  title: 'month',
  key: ['organizationId', 'month', 'kind'],
  list: ['organizationId', 'month', 'kind', 'reportedOn', 'reporter', 'figures', 'problems'],
  form: [['organizationId', 'kind', 'month', 'reportedOn', 'reporter', 'file'], ['figures', 'problems', 'next'], ['remark']],
  yearBy: 'month',
})
export type MonthlyReport = RecordOf<typeof monthlyReport>
