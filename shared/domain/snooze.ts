import { date, ref, text } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'

/** 暂缓提醒: something due that is not shown until a day, and why. It stays due. */
export const snooze = defineRecord('snooze', {
  label: '暂缓提醒',
  fields: {
    item: text({ label: '待办', required: true }),
    title: text({ label: '事项', required: true }),
    organizationId: ref('organization', { label: '党组织' }),
    until: date({ label: '暂缓到', required: true }),
    reason: text({ label: '原因', required: true, suggestions: ['已约定时间', '等上级通知', '人员外出', '材料在补'] }),
  },
  title: 'title',
  list: ['title', 'organizationId', 'until', 'reason'],
  form: [['title', 'organizationId'], ['until', 'reason'], ['item']],
})
export type Snooze = RecordOf<typeof snooze>
