import { attachment, choice, date, integer, note, ref, text } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'

const grades = { excellent: '优', good: '良', fair: '中', poor: '差' } as const

/** 学习笔记检查: how many characters of notes were found in someone's book on a day, and what the inspector thought of them. */
export const studyNote = defineRecord('studyNote', {
  label: '学习笔记检查',
  topic: 'study',
  serves: ['M044'],
  fields: {
    personId: ref('person', { label: '姓名', required: true, also: ['被检查人'] }),
    checkedOn: date({ label: '检查日期', required: true, also: ['检查时间'] }),
    characters: integer({ label: '实际字数', required: true, also: ['字数', '笔记字数'], help: '自上次检查以来新写的字数' }),
    grade: choice(grades, { label: '等次', aliases: { 优秀: 'excellent', 良好: 'good', 合格: 'fair', 不合格: 'poor' } }),
    checkedBy: text({ label: '检查人' }),
    scan: attachment({ label: '笔记照片或扫描件' }),
    remark: note({ label: '备注' }),
  },
  title: 'checkedOn',
  key: ['personId', 'checkedOn'],
  list: ['personId', 'checkedOn', 'characters', 'grade', 'checkedBy'],
  form: [['personId', 'checkedOn'], ['characters', 'grade'], ['checkedBy', 'scan'], ['remark']],
})
export type StudyNote = RecordOf<typeof studyNote>
