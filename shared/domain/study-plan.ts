import { attachment, choice, date, integer, money, note, ref, text, wordsFor } from '../records/fields.ts'
import { defineRecord, type Fault, type RecordOf } from '../records/record.ts'
import { yearFaults } from './year-faults.ts'

export const planKinds = {
  yearly: '年度培训计划',
  longTerm: '中长期培训规划',
  school: '党校培训计划',
  admission: '发展党员年度计划',
  admissionThree: '发展党员三年规划',
} as const

/** 培训计划: what an organization has planned for a year or for several: training, and admissions with their number. */
export const studyPlan = defineRecord('studyPlan', {
  label: '培训计划',
  topic: 'study',
  serves: ['M093', 'M104', 'M133', 'M176'],
  fields: {
    organizationId: ref('organization', { label: '制定党组织', required: true, also: ['党组织', '制定单位', '单位', '党支部', '编制单位'] }),
    year: integer({ label: '年度', required: true, also: ['年份', '计划年度', '起始年度', '开始年度'], help: '几年的规划填第一年' }),
    untilYear: integer({ label: '截止年度', also: ['结束年度', '规划截止年度', '终止年度'] }),
    kind: choice(planKinds, {
      label: '计划类别',
      required: true,
      also: ['类别', '计划类型', '规划类别'],
      aliases: wordsFor({
        yearly: '年度 年度计划 年度学习计划 学习计划 培训计划',
        longTerm: '中长期 中长期规划 培训规划 五年规划',
        school: '二级党校计划 党校计划 二级党校年度培训计划',
        admission: '发展党员计划 年度发展计划 年度发展党员计划',
        admissionThree: '三年规划 发展党员规划 三年发展党员规划',
      }),
    }),
    title: text({ label: '计划名称', required: true, also: ['名称', '标题', '规划名称', '文件名称'] }),
    target: integer({ label: '计划人数', also: ['人数', '培训人数', '发展人数', '计划发展数', '计划数'] }),
    budget: money({ label: '经费预算', also: ['预算', '专项经费', '经费'] }),
    content: note({ label: '主要内容', also: ['内容', '计划内容', '培训内容', '重点内容'] }),
    approvedOn: date({ label: '批准日期', also: ['批准时间', '审定日期', '印发日期', '制定时间', '印发时间'] }),
    document: text({ label: '文号', also: ['文件号', '发文号'] }),
    progress: note({ label: '执行情况', also: ['完成情况', '落实情况', '进展情况'] }),
    file: attachment({ label: '计划文件' }),
    remark: note({ label: '备注' }),
  },
  title: 'title',
  key: ['organizationId', 'year', 'kind', 'title'],
  list: ['title', 'organizationId', 'year', 'untilYear', 'kind', 'target', 'budget', 'approvedOn', 'document'],
  form: [
    ['organizationId', 'kind', 'title', 'document', 'year', 'untilYear', 'target', 'budget', 'approvedOn', 'file'],
    ['content', 'progress', 'remark'],
  ],
  check: p => [...yearFaults(p), ...untilFaults(p)],
})
export type StudyPlan = RecordOf<typeof studyPlan>

function untilFaults({ year, untilYear, kind }: { year: number; untilYear: number | null; kind: keyof typeof planKinds }) {
  const faults: (Fault & { field: 'untilYear' })[] = []
  if (untilYear !== null && (untilYear < year || untilYear > year + 20))
    faults.push({ field: 'untilYear', code: 'badYear', message: '截止年度应在年度当年或以后，最多二十年' })
  if (kind === 'admissionThree' && untilYear === null) faults.push({ field: 'untilYear', code: 'missing', message: '几年的规划要填截止年度' })
  return faults
}
