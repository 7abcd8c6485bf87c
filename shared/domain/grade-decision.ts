import { choice, date, integer, note, ref, text } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { ballotGrades } from './ballot-words.ts'

/** 组织评定: what a committee concluded of one who was voted on. It stands beside the arithmetic and may differ from it, with a reason. */
export const gradeDecision = defineRecord('gradeDecision', {
  label: '组织评定',
  serves: ['M009', 'M046', 'M157'],
  fields: {
    ballotId: ref('ballot', { label: '测评', required: true }),
    row: integer({ label: '序号', required: true }),
    personId: ref('person', { label: '姓名' }),
    organizationId: ref('organization', { label: '党组织' }),
    year: integer({ label: '年度', required: true }),
    grade: choice(ballotGrades, { label: '评定等次', required: true }),
    decidedOn: date({ label: '研究日期', required: true }),
    reason: note({ label: '理由' }),
    advice: text({ label: '奖惩建议', suggestions: ['通报表扬', '推荐评优', '谈话提醒', '限期改正', '参加党校学习'] }),
    selfNote: note({ label: '个人自评' }),
    mutualNote: note({ label: '党员互评' }),
    toldOn: date({ label: '反馈本人日期' }),
    superiorOpinion: note({ label: '上级党组织意见' }),
  },
  title: 'grade',
  key: ['ballotId', 'row'],
  list: ['personId', 'organizationId', 'year', 'grade', 'decidedOn', 'advice'],
  form: [
    ['ballotId', 'row', 'year'],
    ['personId', 'organizationId'],
    ['grade', 'decidedOn', 'advice'],
    ['reason'],
    ['selfNote'],
    ['mutualNote'],
    ['toldOn'],
    ['superiorOpinion'],
  ],
  yearBy: 'year',
  order: [['decidedOn', 'toldOn']],
})
export type GradeDecision = RecordOf<typeof gradeDecision>
