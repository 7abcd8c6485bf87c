import { choice, date, note, ref, words } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { ballotGrades } from './ballot-words.ts'

export const followUpKinds = {
  talk: '谈话诫勉',
  deadline: '限期改正',
  school: '参加业余党校学习',
  helper: '结对帮带',
  disposal: '组织处置',
} as const
export const followUpResults = { improved: '已改进', notImproved: '仍不合格' } as const
const { basic, unqualified } = ballotGrades

/** 评议后续: what is done about a member judged 基本合格 or 不合格, who helps, and when he is looked at again. It is open until `doneOn`. */
export const appraisalFollowUp = defineRecord('appraisalFollowUp', {
  label: '评议后续措施',
  topic: 'appraisal',
  serves: ['M011', 'M012', 'M047', 'M048'],
  fields: {
    personId: ref('person', { label: '姓名', required: true, also: ['党员', '帮教对象'] }),
    ballotId: ref('ballot', { label: '测评' }),
    grade: choice({ basic, unqualified }, { label: '评定等次', required: true, also: ['等次'] }),
    kind: choice(followUpKinds, {
      label: '措施',
      required: true,
      also: ['处理措施', '后续措施'],
      aliases: { 诫勉谈话: 'talk', 谈话: 'talk', 限期整改: 'deadline', 党校学习: 'school', 帮带: 'helper' },
    }),
    startsOn: date({ label: '开始日期', required: true, also: ['日期', '起始日期'] }),
    dueOn: date({ label: '期限', also: ['整改期限', '截止日期'] }),
    helperId: ref('person', { label: '帮带人', also: words('帮教人 联系人 责任人') }),
    content: note({ label: '要求和做法', also: ['措施内容', '整改要求'] }),
    progress: note({ label: '帮带记录', also: ['进展', '帮教记录'] }),
    recheckOn: date({ label: '复评日期', also: ['复查日期'] }),
    result: choice(followUpResults, { label: '复评结果', also: ['结果'] }),
    doneOn: date({ label: '办结日期', also: ['完成日期'] }),
    remark: note({ label: '备注' }),
  },
  title: 'kind',
  key: ['personId', 'kind', 'startsOn'],
  list: ['personId', 'grade', 'kind', 'startsOn', 'dueOn', 'helperId', 'recheckOn', 'result', 'doneOn'],
  form: [
    ['personId', 'ballotId', 'grade', 'kind'],
    ['startsOn', 'dueOn', 'helperId', 'content'],
    ['progress', 'recheckOn', 'result', 'doneOn', 'remark'],
  ],
  sections: { startsOn: '怎样帮、何时止', progress: '落实和复评' },
  standing: true,
  order: [
    ['startsOn', 'dueOn'],
    ['startsOn', 'recheckOn'],
    ['startsOn', 'doneOn'],
  ],
  check: f => (f.kind === 'deadline' && f.dueOn === null ? [{ field: 'dueOn', code: 'missing', message: '限期改正要填期限，一般 6 个月，最长 1 年' }] : []),
})
export type AppraisalFollowUp = RecordOf<typeof appraisalFollowUp>
