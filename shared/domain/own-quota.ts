import { choice, date, decimal, integer, note, text } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { spanLabels } from '../rules/periods.ts'

/** Upon whom an office may lay a quota of its own. */
export const ownSubjects = {
  members: '党员',
  leaders: '党员领导干部',
  officers: '书记和班子成员',
  floating: '流动党员',
  branches: '党支部',
  groups: '党小组',
  committees: '党委（党工委）',
  bodies: '党组织',
} as const

/** 自定指标: a quota that the office declares itself, over the records of any register. What its fields name is checked where the registry is known. */
export const ownQuota = defineRecord('ownQuota', {
  label: '自定指标',
  fields: {
    label: text({ label: '指标名称', required: true, unique: true }),
    unit: text({ label: '单位', required: true, suggestions: ['次', '天', '份', '学时', '人', '字'] }),
    subjects: choice(ownSubjects, { label: '考核对象', required: true }),
    period: choice(spanLabels, { label: '周期', required: true }),
    source: text({ label: '计数的台账', required: true }),
    subjectField: text({ label: '对象所在的栏', required: true }),
    dateField: text({ label: '日期所在的栏', required: true }),
    amountField: text({ label: '累计的栏', help: '不填则每条记一次' }),
    conditionField: text({ label: '只计的栏' }),
    conditionValues: text({ label: '只计的值', help: '几个值用顿号隔开' }),
    target: decimal({ label: '每个周期应完成', required: true }),
    startsOn: date({ label: '自何日起', required: true }),
    clause: text({ label: '依据', required: true }),
    warnDays: integer({ label: '期末前多少天显示临期' }),
    remark: note({ label: '说明' }),
  },
  title: 'label',
  list: ['label', 'subjects', 'period', 'target', 'unit', 'startsOn', 'clause'],
  form: [
    ['label', 'unit'],
    ['subjects', 'period'],
    ['source', 'subjectField', 'dateField'],
    ['amountField', 'conditionField', 'conditionValues'],
    ['target', 'startsOn', 'clause', 'warnDays'],
    ['remark'],
  ],
  check: q => {
    if ((q.conditionField === null) !== (q.conditionValues === null))
      return [{ field: 'conditionValues', code: 'incomplete', message: '只计的栏和只计的值要么都填，要么都不填' }]
    return q.target > 0 ? [] : [{ field: 'target', code: 'badNumber', message: '应大于 0' }]
  },
})
export type OwnQuota = RecordOf<typeof ownQuota>
