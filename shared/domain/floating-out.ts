import { attachment, choice, date, flag, note, phone, ref, text, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { notBefore } from './checks.ts'
import { floatingReasons, floatingReasonWords } from './floating-words.ts'

const distances = { county: '县外市内', province: '市外省内', nation: '省外', abroad: '境外' } as const

/**
 * 流出党员登记: a member who left without moving the membership; before leaving, on the way and until the return.
 * That someone is 流动 at present is on the person; each leaving is a record here.
 */
export const floatingOut = defineRecord('floatingOut', {
  label: '流出党员登记',
  topic: 'floating',
  serves: ['M059', 'M060', 'M061', 'M063', 'M066', 'M120'],
  fields: {
    personId: ref('person', { label: '姓名', required: true, also: ['流出党员', '流动党员', '流动党员姓名', '外出党员'] }),
    leftOn: date({ label: '流出日期', required: true, also: ['流出时间', '外出时间', '外出日期', '离开时间'] }),
    appliedOn: date({ label: '申报日期', also: ['外出申报日期', '申报时间', '请假时间', '外出请假日期'] }),
    reason: choice(floatingReasons, { label: '流出原因', also: ['外出原因', '外出事由', '事由', '流动原因', '原因'], aliases: floatingReasonWords }),
    formerJob: text({ label: '原职业', also: ['流出前职业', '外出前职业', '原工作岗位'] }),
    place: text({ label: '外出流向', required: true, also: ['去向', '流向', '流向省市县', '外出地点', '流出省份', '流入地', '外出去向', '流出去向'] }),
    distance: choice(distances, {
      label: '流向范围',
      also: ['范围', '流动范围', '流向类别'],
      aliases: wordsFor({ county: '市内 县外 跨县', province: '省内 跨市', nation: '跨省 国内', abroad: '国外 出国 出境 港澳台' }),
    }),
    fixedPlace: flag({ label: '地点是否固定', also: ['是否固定地点', '是否有固定地点', '固定地点'], help: '六个月以上且地点固定的，应当转移组织关系' }),
    employer: text({ label: '从业单位', also: ['工作单位', '务工单位', '所在单位', '现工作单位', '外出单位', '流入单位'] }),
    residence: text({ label: '居住地址', also: ['现住址', '居住地', '住址', '外出住址', '现居住地', '流入地住址'] }),
    phone: phone({ label: '联系电话', masked: true, also: ['电话', '手机', '手机号码', '联系方式', '外出联系电话'] }),
    helperId: ref('person', { label: '结对联系人', also: ['联系人', '支部联系人', '责任联系人', '结对人', '专人联系'] }),
    briefedOn: date({ label: '行前教育日期', also: ['行前教育', '行前教育时间', '行前谈话时间'] }),
    briefing: text({ label: '行前教育内容', also: ['行前教育情况', '教育内容'] }),
    cardNumber: text({ label: '活动证编号', also: ['活动证号', '流动党员活动证编号', '流动党员活动证号', '证号', '证件编号', '流动党员活动证'] }),
    cardIssuedOn: date({ label: '发证日期', also: ['发证时间', '活动证发放时间', '领证时间', '活动证发证日期'] }),
    reportedOn: date({ label: '流入地报到日期', also: ['报到日期', '报到时间', '流入地报到时间'] }),
    hostBranch: text({ label: '流入地党组织', also: ['流入地党组织名称', '接收党组织', '参加组织生活党组织', '流入地支部'] }),
    hostPhone: phone({ label: '流入地党组织电话', also: ['流入地联系电话', '流入地党组织联系电话'] }),
    agreement: attachment({ label: '共管协议' }),
    returnedOn: date({ label: '返回日期', also: ['返乡日期', '返乡时间', '返回时间', '流回时间', '返乡日'] }),
    outcome: text({ label: '返回后处理', also: ['返乡后处理', '查验结论', '去向结论'], suggestions: ['恢复参加组织生活', '组织关系已转出', '再次外出'] }),
    remark: note({ label: '备注' }),
  },
  title: 'leftOn',
  key: ['personId', 'leftOn'],
  list: ['personId', 'leftOn', 'reason', 'place', 'employer', 'phone', 'cardNumber', 'hostBranch', 'helperId', 'returnedOn'],
  form: [
    ['personId', 'reason', 'appliedOn', 'leftOn', 'formerJob', 'helperId', 'briefedOn', 'briefing'],
    ['place', 'distance', 'employer', 'fixedPlace', 'residence', 'phone'],
    ['cardNumber', 'cardIssuedOn'],
    ['hostBranch', 'hostPhone', 'reportedOn', 'agreement'],
    ['returnedOn', 'outcome', 'remark'],
  ],
  sections: { personId: '外出申报与行前教育', place: '去向', cardNumber: '流动党员活动证', hostBranch: '流入地', returnedOn: '返回' },
  standing: true,
  check: f => [
    ...notBefore('leftOn', f.leftOn, f.appliedOn, '流出日期早于申报日期'),
    ...notBefore('returnedOn', f.returnedOn, f.leftOn, '返回日期早于流出日期'),
    ...(f.helperId !== null && f.helperId === f.personId ? [{ field: 'helperId', code: 'samePerson', message: '结对联系人不能是本人' } as const] : []),
    ...(f.cardIssuedOn !== null && f.cardNumber === null ? [{ field: 'cardNumber', code: 'missing', message: '已发证的要填活动证编号' } as const] : []),
  ],
})
export type FloatingOut = RecordOf<typeof floatingOut>
