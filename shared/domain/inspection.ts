import { attachment, choice, date, decimal, multi, note, ref, text, words, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'

export const inspectionKinds = { supervision: '督查', tour: '巡回检查', spot: '抽查', quarterly: '季度自查', yearEnd: '年终检查' } as const

export const inspectionSubjects = {
  education: '党员教育',
  masses: '联系群众',
  floating: '流动党员',
  responsibility: '责任制',
  life: '组织生活',
  development: '发展党员',
  other: '其他',
} as const

/** 督查检查: an organization was looked at on a day, what was found, and until when it is to be mended. */
export const inspection = defineRecord('inspection', {
  label: '督查检查',
  topic: 'duty',
  serves: ['M085', 'M125'],
  fields: {
    organizationId: ref('organization', {
      label: '被查党组织',
      required: true,
      also: words('被检查单位 被查单位 受检单位 被检查党组织 党组织 单位 党支部 检查单位 检查对象 督查对象 单位名称'),
    }),
    inspectedOn: date({ label: '检查日期', required: true, also: words('检查时间 督查日期 督查时间 日期 时间 抽查日期 抽查时间') }),
    kind: choice(inspectionKinds, {
      label: '检查方式',
      required: true,
      also: words('方式 类型 类别 检查类型 督查方式 检查类别 督查类型 检查形式'),
      aliases: wordsFor({
        supervision: '督促检查 督导 专项督查 督查检查',
        tour: '巡回 巡查 巡回督查',
        spot: '不定期抽查 随机抽查',
        quarterly: '自查 季度检查',
        yearEnd: '年终全面检查 年终考核 年度检查 年终',
      }),
    }),
    subjects: multi(inspectionSubjects, {
      label: '检查内容',
      also: words('内容 督查内容 检查项目 检查重点'),
      aliases: wordsFor({
        education: '教育 经常性教育 党员经常性教育 教育培训',
        masses: '联系服务群众 党员联系和服务群众 服务群众',
        floating: '流动党员管理',
        responsibility: '党建责任制 责任制落实 党建工作责任制',
        life: '三会一课 组织生活制度',
        development: '发展党员工作',
      }),
    }),
    inspectors: text({ label: '检查人', also: words('检查人员 督查人员 督查组 检查组 督查人 检查组成员') }),
    findings: note({ label: '发现问题', also: words('问题 存在问题 检查发现问题 检查情况 督查情况 发现的问题 检查结果') }),
    demand: note({ label: '整改要求', also: words('整改意见 整改措施 反馈意见 督查意见') }),
    rectifyBy: date({ label: '整改期限', also: words('整改时限 限期 整改截止日期 完成时限') }),
    rectifiedOn: date({ label: '整改完成日期', also: words('整改完成时间 完成日期 完成时间 销号日期') }),
    result: note({ label: '整改结果', also: words('整改情况 整改落实情况 复查情况 复查结果') }),
    score: decimal({ label: '得分', also: words('分数 检查得分 考核得分 评分') }),
    file: attachment({ label: '检查记录' }),
    remark: note({ label: '备注' }),
  },
  title: 'inspectedOn',
  key: ['organizationId', 'inspectedOn', 'kind'],
  list: ['organizationId', 'inspectedOn', 'kind', 'subjects', 'findings', 'rectifyBy', 'rectifiedOn', 'score'],
  form: [
    ['organizationId', 'inspectedOn', 'kind', 'inspectors', 'subjects'],
    ['findings', 'demand', 'rectifyBy', 'rectifiedOn', 'result'],
    ['score', 'file', 'remark'],
  ],
  sections: { findings: '问题和整改', score: '评分和记录' },
  order: [
    ['inspectedOn', 'rectifyBy'],
    ['inspectedOn', 'rectifiedOn'],
  ],
})
export type Inspection = RecordOf<typeof inspection>
