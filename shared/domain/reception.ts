import { date, integer, note, ref, text, words } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'

/** 领导干部接待日: a leader received whoever came, on the office's fixed day of the month. */
export const reception = defineRecord('reception', {
  label: '领导干部接待日',
  topic: 'service',
  serves: ['M053'],
  fields: {
    personId: ref('person', { label: '接待领导', required: true, also: words('接访领导 接待人 接访人 值班领导 领导姓名 领导 领导干部 接待领导姓名') }),
    receivedOn: date({ label: '接待日期', required: true, also: words('接待时间 接访日期 接访时间 接待日 日期 时间 值班日期') }),
    place: text({ label: '接待地点', also: ['地点', '接访地点'], suggestions: ['党群服务中心', '信访接待室', '校领导接待室'] }),
    batches: integer({ label: '接待批次', also: words('批次 批数 接访批次') }),
    visitors: integer({ label: '接待人数', also: words('人数 人次 接待人次 接访人数 接访人次 来访人数') }),
    matters: note({ label: '反映事项', also: words('反映问题 主要问题 来访事项 事项 群众反映问题 接待事项 反映的问题 内容') }),
    handled: note({ label: '处理情况', also: words('办理情况 处理结果 办理结果 答复情况 解决情况 处理意见') }),
    recorder: text({ label: '记录人' }),
    remark: note({ label: '备注' }),
  },
  title: 'receivedOn',
  key: ['personId', 'receivedOn'],
  list: ['personId', 'receivedOn', 'place', 'batches', 'visitors', 'matters', 'handled'],
  form: [['personId', 'receivedOn', 'place', 'recorder', 'batches', 'visitors'], ['matters', 'handled'], ['remark']],
})
export type Reception = RecordOf<typeof reception>
