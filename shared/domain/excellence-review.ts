import { choice, date, decimal, note, ref, text, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { notBefore, subjectFaults } from './checks.ts'

export const reviewStandards = { organization: '五个好党组织', member: '五个好党员', fiveLeads: '五带头' } as const
export const reviewClasses = { met: '达标', middle: '中间', weak: '软弱涣散' } as const

/** 双五好考评: an organization or a member held against the five, in which of the three classes, and what has to be mended by when. */
export const excellenceReview = defineRecord('excellenceReview', {
  label: '双五好考评',
  topic: 'excellence',
  serves: ['M016', 'M017', 'M088', 'M089', 'M098', 'M100'],
  fields: {
    personId: ref('person', { label: '姓名', also: ['被考评人', '考评党员', '党员'], help: '考评党组织时不填' }),
    organizationId: ref('organization', { label: '被考评党组织', also: ['党组织', '考评党组织', '党组织名称', '被考评单位'], help: '考评党员时不填' }),
    reviewedOn: date({ label: '考评日期', required: true, also: ['考评时间', '考核时间', '考核日期', '评定时间', '日期', '时间'] }),
    standard: choice(reviewStandards, {
      label: '考评标准',
      required: true,
      also: ['标准', '考评类别', '类别', '创建类型'],
      aliases: wordsFor({
        organization: '五好党组织 五好党支部 五个好党支部 五个好基层党组织 “五个好”基层党组织',
        member: '五好党员 “五个好”党员',
        fiveLeads: '“五带头” 五带头党员 五个带头',
      }),
    }),
    score: decimal({ label: '得分', also: ['考评得分', '总分', '分数', '考核得分'] }),
    class: choice(reviewClasses, {
      label: '考评结果',
      required: true,
      also: ['结果', '等次', '类型', '评定结果', '考评等次', '情形'],
      aliases: wordsFor({ met: '先进 合格 好 基本达标', middle: '一般 中间状态', weak: '后进 不达标 不合格 软弱涣散党组织 不发挥作用' }),
    }),
    satisfaction: decimal({ label: '群众满意率', also: ['满意率', '群众满意度', '满意度'], help: '百分数，如 96.5' }),
    reviewer: text({ label: '考评单位', also: ['考评人', '考核单位', '评定单位', '考评组'] }),
    findings: note({ label: '分项情况', also: ['各项情况', '考评情况', '分项得分', '主要表现'] }),
    problems: note({ label: '存在问题', also: ['问题', '主要问题', '薄弱环节', '扣分原因'] }),
    measures: note({ label: '整改措施', also: ['措施', '整改要求', '帮教措施'] }),
    helperId: ref('person', { label: '帮教责任人', also: ['帮教人', '帮扶人', '联系人', '责任人'] }),
    rectifyBy: date({ label: '整改期限', also: ['限期', '期限', '整改时限', '完成时限'] }),
    rectifiedOn: date({ label: '整改完成日期', also: ['完成日期', '整改完成时间', '销号日期', '完成时间'] }),
    rectification: note({ label: '整改情况', also: ['整改结果', '转变情况', '整改落实情况'] }),
    remark: note({ label: '备注' }),
  },
  title: 'reviewedOn',
  key: ['personId', 'organizationId', 'standard', 'reviewedOn'],
  list: ['organizationId', 'personId', 'standard', 'reviewedOn', 'score', 'class', 'problems', 'rectifyBy', 'rectifiedOn'],
  form: [
    ['organizationId', 'personId', 'standard', 'reviewedOn', 'class', 'score', 'satisfaction', 'reviewer', 'findings'],
    ['problems', 'measures', 'rectifyBy', 'rectifiedOn', 'helperId', 'rectification', 'remark'],
  ],
  sections: { organizationId: '考评', problems: '问题与整改' },
  check: r => [
    ...subjectFaults(r),
    ...(r.standard === 'organization' && r.personId !== null
      ? [{ field: 'standard', code: 'wrongSubject', message: '五个好党组织考评的是党组织，不填姓名' } as const]
      : []),
    ...(r.standard === 'member' && r.organizationId !== null
      ? [{ field: 'standard', code: 'wrongSubject', message: '五个好党员考评的是党员，不填党组织' } as const]
      : []),
    ...(r.satisfaction !== null && r.satisfaction > 100 ? [{ field: 'satisfaction', code: 'badNumber', message: '满意率不超过 100' } as const] : []),
    ...(r.class === 'weak' && r.rectifyBy === null ? [{ field: 'rectifyBy', code: 'missing', message: '软弱涣散的要填整改期限' } as const] : []),
    ...notBefore('rectifyBy', r.rectifyBy, r.reviewedOn, '整改期限早于考评日期'),
    ...notBefore('rectifiedOn', r.rectifiedOn, r.reviewedOn, '整改完成日期早于考评日期'),
  ],
})
export type ExcellenceReview = RecordOf<typeof excellenceReview>
