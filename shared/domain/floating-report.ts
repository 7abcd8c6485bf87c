import { choice, date, flag, month, note, ref, text, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { contactWays, contactWordsOf } from './floating-words.ts'

export const reportKinds = { yearly: '年度汇报', thought: '思想汇报', address: '地址变更报告', home: '返乡报到' } as const

/** 流动党员汇报: a member who is away reports to the branch; policy 001 asks for it at least once a year. */
export const floatingReport = defineRecord('floatingReport', {
  label: '流动党员汇报',
  topic: 'floating',
  serves: ['M077'],
  fields: {
    personId: ref('person', { label: '姓名', required: true, also: ['流动党员', '流动党员姓名', '汇报人', '报告人'] }),
    reportedOn: date({ label: '汇报日期', required: true, also: ['汇报时间', '报告时间', '报告日期', '日期', '时间'] }),
    kind: choice(reportKinds, {
      label: '汇报类别',
      also: ['类别', '报告类别', '汇报类型'],
      aliases: wordsFor({ yearly: '年度 年终汇报 一年一次', thought: '思想 工作汇报 思想和工作', address: '地址变更 变更报告', home: '返乡 报到 返乡验证' }),
    }),
    way: choice(contactWays, { label: '汇报方式', also: ['方式', '报告方式'], aliases: contactWordsOf }),
    content: note({ label: '汇报内容', also: ['内容', '思想和工作情况', '主要内容', '报告内容'] }),
    activities: note({ label: '参加组织生活情况', also: ['参加活动情况', '组织生活', '参加流入地组织生活情况'] }),
    feePaidUntil: month({ label: '党费交至', also: ['党费交纳至', '党费缴纳至', '党费缴至', '交纳党费情况'] }),
    addressChanged: flag({ label: '地址有无变更', required: true, also: ['地址变更', '地址是否变更', '是否变更地址', '住址变更'] }),
    address: text({ label: '新地址', also: ['变更后地址', '现地址', '新住址'] }),
    receivedBy: text({ label: '听取人', also: ['受理人', '接收人', '记录人', '听取汇报人'] }),
    remark: note({ label: '备注' }),
  },
  title: 'reportedOn',
  key: ['personId', 'reportedOn'],
  list: ['personId', 'reportedOn', 'kind', 'way', 'content', 'feePaidUntil', 'addressChanged', 'receivedBy'],
  form: [
    ['personId', 'reportedOn', 'kind', 'way', 'receivedBy', 'feePaidUntil'],
    ['content', 'activities', 'addressChanged', 'address', 'remark'],
  ],
  check: r => (r.addressChanged && r.address === null ? [{ field: 'address', code: 'missing', message: '地址变更的要填新地址' }] : []),
})
export type FloatingReport = RecordOf<typeof floatingReport>
