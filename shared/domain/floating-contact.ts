import { choice, date, note, ref, text } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { contactWays, contactWordsOf } from './floating-words.ts'

/** 流动党员联系: the branch kept in touch with a member who is away; policy 001 asks for it every month. */
export const floatingContact = defineRecord('floatingContact', {
  label: '流动党员联系',
  topic: 'floating',
  serves: ['M064', 'M065', 'M066', 'M120'],
  fields: {
    personId: ref('person', { label: '姓名', required: true, also: ['流动党员', '流动党员姓名', '联系对象', '被联系人'] }),
    contactedOn: date({ label: '联系日期', required: true, also: ['联系时间', '日期', '时间', '联系日'] }),
    way: choice(contactWays, { label: '联系方式', required: true, also: ['方式', '联系形式', '联系途径'], aliases: contactWordsOf }),
    by: text({ label: '联系人', also: ['支部联系人', '结对联系人', '联系责任人', '记录人'] }),
    content: note({ label: '联系内容', also: ['内容', '谈话内容', '主要内容', '联系情况'] }),
    notice: note({ label: '通报和通知', also: ['通报情况', '通知事项', '通报事项'], help: '通报的重要情况，通知参加的评议、选举' }),
    difficulties: note({ label: '困难和诉求', also: ['反映问题', '存在困难', '诉求', '反映的问题', '思想动态', '困难'] }),
    handling: note({ label: '处理情况', also: ['处理', '解决情况', '帮助情况'] }),
    remark: note({ label: '备注' }),
  },
  title: 'contactedOn',
  key: ['personId', 'contactedOn', 'way'],
  list: ['personId', 'contactedOn', 'way', 'by', 'content', 'difficulties'],
  form: [
    ['personId', 'contactedOn', 'way', 'by'],
    ['content', 'notice', 'difficulties', 'handling', 'remark'],
  ],
})
export type FloatingContact = RecordOf<typeof floatingContact>
