import { choice, date, note, ref, text } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'

export const relativeCircles = { family: '家庭主要成员', social: '主要社会关系' } as const

/**
 * 家庭主要成员和主要社会关系: one person whom the political review looks at beside the one a case is about, and the letter that asks after
 * them, with its answer.
 */
export const caseRelative = defineRecord('caseRelative', {
  label: '家庭成员和社会关系',
  serves: ['M138'],
  fields: {
    caseId: ref('procedureCase', { label: '卷宗', required: true }),
    circle: choice(relativeCircles, { label: '类别', required: true }),
    relation: text({ label: '称谓', required: true, suggestions: ['父亲', '母亲', '配偶', '儿子', '女儿', '兄弟', '姐妹', '岳父', '岳母'] }),
    name: text({ label: '姓名', required: true }),
    bornOn: date({ label: '出生年月' }),
    politics: text({ label: '政治面貌', suggestions: ['中共党员', '中共预备党员', '共青团员', '民主党派', '群众'] }),
    workPost: text({ label: '工作单位及职务' }),
    askedOf: text({ label: '函往党组织', help: '填了的打印函调信' }),
    letter: text({ label: '函号' }),
    sentOn: date({ label: '发函日期' }),
    answeredOn: date({ label: '复函日期' }),
    finding: note({ label: '函调（了解）情况' }),
  },
  title: 'name',
  key: ['caseId', 'relation', 'name'],
  list: ['caseId', 'circle', 'relation', 'name', 'politics', 'workPost', 'askedOf', 'sentOn', 'answeredOn'],
  form: [['caseId', 'circle'], ['relation', 'name', 'bornOn', 'politics'], ['workPost'], ['askedOf', 'letter', 'sentOn', 'answeredOn'], ['finding']],
  order: [['sentOn', 'answeredOn']],
})
export type CaseRelative = RecordOf<typeof caseRelative>
