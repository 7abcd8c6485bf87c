import { attachment, choice, date, decimal, integer, note, ref, text, words, wordsFor } from '../records/fields.ts'
import { defineRecord, type Fault, type RecordOf } from '../records/record.ts'
import { yearFaults } from './year-faults.ts'

export const dutyGrades = { excellent: '优秀', good: '良好', fair: '合格', poor: '不合格' } as const

/** 目标责任书: what an organization, or a member, undertook for a year, and what came of it. */
export const dutyLetter = defineRecord('dutyLetter', {
  label: '目标责任书',
  topic: 'duty',
  serves: ['M023', 'M140', 'M173'],
  fields: {
    organizationId: ref('organization', {
      label: '签订党组织',
      help: '党员个人签订的填所在党支部，也可不填',
      also: words('党组织 责任单位 签订单位 党支部 所在党支部 单位 党组织名称 支部'),
    }),
    personId: ref('person', { label: '签订党员', help: '党员个人签订的才填', also: words('签订人 责任人 党员') }),
    year: integer({ label: '年度', required: true, also: ['责任年度', '签订年度', '年份'] }),
    signedOn: date({ label: '签订日期', required: true, also: words('签订时间 签字日期 日期 时间') }),
    signedWith: text({ label: '签订上级', also: words('上级党组织 甲方 与谁签订 发书单位') }),
    goals: note({ label: '目标任务', also: words('目标 责任目标 工作目标 责任内容 目标内容 主要目标 任务') }),
    result: note({ label: '完成情况', also: words('目标完成情况 考核情况 完成结果 落实情况') }),
    score: decimal({ label: '考核得分', also: words('得分 分数 考评得分') }),
    grade: choice(dutyGrades, {
      label: '考核等次',
      also: words('等次 考核结果 考评等次'),
      aliases: wordsFor({ excellent: '优 好', good: '良 较好', fair: '中 一般 称职', poor: '差 不称职' }),
    }),
    file: attachment({ label: '责任书文件' }),
    remark: note({ label: '备注' }),
  },
  title: 'signedOn',
  key: ['year', 'organizationId', 'personId'],
  list: ['organizationId', 'personId', 'year', 'signedOn', 'signedWith', 'goals', 'score', 'grade'],
  form: [['organizationId', 'personId', 'year', 'signedOn', 'signedWith', 'file'], ['goals'], ['result', 'score', 'grade'], ['remark']],
  sections: { result: '考核' },
  yearBy: 'year',
  check: d => {
    const faults: (Fault & { field: 'organizationId' | 'year' })[] = [...yearFaults(d)]
    if (d.organizationId === null && d.personId === null) faults.push({ field: 'organizationId', code: 'missingSigner', message: '请填签订的党组织或党员' })
    return faults
  },
})
export type DutyLetter = RecordOf<typeof dutyLetter>
