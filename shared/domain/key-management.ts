import { date, month, note, ref, text, words } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { notBefore } from './checks.ts'

/** 重点管理: an organization that lags behind with 发展党员, what is done about it, by when, and that it has caught up. */
export const keyManagement = defineRecord('keyManagement', {
  label: '滞后单位重点管理',
  topic: 'membership',
  serves: ['M105'],
  fields: {
    organizationId: ref('organization', { label: '滞后单位', required: true, also: words('党组织 单位 党组织名称 单位名称 重点管理单位') }),
    month: month({ label: '通报月份', required: true, also: words('月份 列入月份 通报时间') }),
    reason: note({ label: '滞后情况', required: true, also: words('滞后原因 存在问题 情况') }),
    measures: note({ label: '重点管理措施', also: words('措施 管理措施 整改措施') }),
    responsible: text({ label: '责任人', also: words('联系领导 包抓领导 督办人') }),
    dueOn: date({ label: '限期', also: words('整改期限 完成时限 限期日期') }),
    liftedOn: date({ label: '解除日期', also: words('解除时间 销号日期') }),
    result: note({ label: '整改结果', also: words('结果 完成情况') }),
    remark: note({ label: '备注' }),
  },
  title: 'month',
  key: ['organizationId', 'month'],
  list: ['organizationId', 'month', 'reason', 'measures', 'responsible', 'dueOn', 'liftedOn'],
  form: [['organizationId', 'month', 'dueOn', 'responsible'], ['reason', 'measures'], ['liftedOn', 'result'], ['remark']],
  sections: { organizationId: '滞后', reason: '情况和措施', liftedOn: '结果' },
  yearBy: 'month',
  standing: true,
  check: k => notBefore('liftedOn', k.liftedOn, `${k.month}-01`, '解除日期早于通报月份'),
})
export type KeyManagement = RecordOf<typeof keyManagement>
