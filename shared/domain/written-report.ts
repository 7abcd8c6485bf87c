import { attachment, choice, date, integer, note, ref, text, words, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { yearFaults } from './year-faults.ts'

export const writtenReportKinds = {
  yearly: '年度书面报告',
  plenary: '全委会报告',
  duty: '述职报告',
  accountability: '述责述廉报告',
  lifeMeeting: '民主生活会情况报告',
} as const
/** 述责述廉测评 gives these; a 述职报告 is rated by the body above. */
export const accountabilityGrades = { excellent: '优秀', competent: '称职', basic: '基本称职', incompetent: '不称职' } as const
export const reportRatings = { good: '好', fairlyGood: '较好', average: '一般', poor: '差' } as const

/** 书面报告: what an organization, or one of its leaders, reported of a year (党建责任制, 述职, 述责述廉) or of a 民主生活会, how it was received, and what was to be mended. */
export const writtenReport = defineRecord('writtenReport', {
  label: '书面报告',
  topic: 'duty',
  serves: ['M083', 'M084', 'M131', 'M152', 'M169'],
  fields: {
    organizationId: ref('organization', {
      label: '报告党组织',
      required: true,
      also: words('党组织 报送单位 报告单位 单位 党组织名称 单位名称 党支部 党委 述职党组织'),
    }),
    year: integer({ label: '年度', required: true, also: ['报告年度', '述职年度', '年份'] }),
    kind: choice(writtenReportKinds, {
      label: '报告类型',
      required: true,
      also: words('类型 类别 报告类别 报告种类'),
      aliases: wordsFor({
        yearly: '书面报告 年度报告 党建工作报告 抓党建工作报告 责任制报告',
        plenary: '向全委会报告 常委会报告 全会报告',
        duty: '述职 述职述廉报告 述职述廉 抓党建述职报告 抓基层党建述职报告',
        accountability: '述责述廉 述职述责述廉',
        lifeMeeting: '民主生活会报告 民主生活会情况 民主生活会',
      }),
    }),
    reportedOn: date({ label: '报告日期', required: true, also: words('报送日期 报送时间 报告时间 上报日期 上报时间 述职日期 述职时间 日期 时间') }),
    personId: ref('person', { label: '述职人', help: '述职、述责述廉报告才填', also: words('述职人姓名 报告人') }),
    reportedTo: text({ label: '报送对象', also: words('报送上级 受理单位 报送至 上级党组织 报告对象') }),
    title: text({ label: '标题', also: words('报告标题 报告题目 题目 报告名称 名称') }),
    points: note({ label: '主要内容', also: words('内容 报告内容 内容摘要 摘要') }),
    rating: choice(reportRatings, {
      label: '评议结果',
      also: words('评议等次 综合评价 等次 评价 考核结果'),
      aliases: { 优秀: 'good', 良好: 'fairlyGood', 较差: 'poor' },
    }),
    ballotId: ref('ballot', { label: '测评', help: '述责述廉测评的票' }),
    grade: choice(accountabilityGrades, { label: '测评等次', also: ['述责述廉等次', '测评结果'], help: '述责述廉才填' }),
    activityId: ref('activity', { label: '所在会议', help: '述职的会议，或者所报告的民主生活会', also: ['会议', '会议名称'] }),
    comment: note({ label: '上级点评', also: words('点评 点评意见 上级意见 反馈意见') }),
    problems: note({ label: '需整改的问题', also: ['存在问题', '整改问题', '问题'] }),
    rectifyBy: date({ label: '整改期限', also: ['整改时限'] }),
    rectifiedOn: date({ label: '整改完成日期', also: ['整改完成时间'] }),
    rectified: note({ label: '整改情况', also: ['整改结果', '整改落实情况'] }),
    file: attachment({ label: '报告文件' }),
    remark: note({ label: '备注' }),
  },
  title: 'reportedOn',
  key: ['organizationId', 'year', 'kind', 'personId'],
  list: ['organizationId', 'year', 'kind', 'reportedOn', 'personId', 'title', 'rating'],
  form: [
    ['organizationId', 'year', 'kind', 'reportedOn', 'personId', 'reportedTo', 'activityId'],
    ['title', 'file', 'points'],
    ['ballotId', 'grade', 'rating', 'comment'],
    ['problems', 'rectifyBy', 'rectifiedOn', 'rectified', 'remark'],
  ],
  sections: { title: '报告', ballotId: '评议', problems: '整改' },
  order: [
    ['reportedOn', 'rectifyBy'],
    ['reportedOn', 'rectifiedOn'],
  ],
  yearBy: 'year',
  check: r => [
    ...yearFaults(r),
    ...(r.kind === 'accountability' && r.personId === null ? [{ field: 'personId', code: 'missing', message: '述责述廉报告要填述职人' } as const] : []),
    ...(r.grade !== null && r.kind !== 'accountability'
      ? [{ field: 'grade', code: 'accountabilityOnly', message: '测评等次是述责述廉的，述职报告填评议结果' } as const]
      : []),
  ],
})
export type WrittenReport = RecordOf<typeof writtenReport>
