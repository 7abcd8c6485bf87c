import { choice, date, flag, note, ref, text, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'

const checkKinds = { yearly: '年度审核', home: '返乡查验' } as const
const cardResults = { right: '相符', mended: '已补登', replaced: '已换发', withdrawn: '已收回', wrong: '不符', lost: '遗失' } as const

/** 活动证查验: the card of a member who was away, looked at on the return and once a year. */
export const cardCheck = defineRecord('cardCheck', {
  label: '活动证查验',
  topic: 'floating',
  serves: ['M068', 'M077'],
  fields: {
    personId: ref('person', { label: '姓名', required: true, also: ['流动党员', '持证人', '流动党员姓名', '持证党员'] }),
    checkedOn: date({ label: '查验日期', required: true, also: ['查验时间', '审核时间', '审核日期', '日期', '时间'] }),
    kind: choice(checkKinds, { label: '查验类别', also: ['类别', '查验类型'], aliases: wordsFor({ yearly: '年审 年检 每年审核', home: '返乡 返回查验' }) }),
    cardNumber: text({ label: '活动证编号', also: ['活动证号', '证号', '流动党员活动证编号', '流动党员活动证号'] }),
    result: choice(cardResults, {
      label: '查验结果',
      required: true,
      also: ['结果', '审核结果', '查验结论', '审核意见'],
      aliases: wordsFor({
        right: '合格 通过 正常 一致 属实',
        mended: '补登 补填 需补登',
        replaced: '换发 换证',
        withdrawn: '收回 注销',
        wrong: '不合格 不一致 未通过',
        lost: '丢失 未携带',
      }),
    }),
    lifeNoted: flag({ label: '组织生活已登记', also: ['组织生活登记', '参加组织生活登记'] }),
    feeNoted: flag({ label: '党费已登记', also: ['党费登记', '交纳党费登记'] }),
    conduct: note({ label: '外出期间表现', also: ['表现情况', '奖惩情况', '参加活动和奖惩情况', '外出表现'] }),
    problems: note({ label: '问题和处理', also: ['存在问题', '处理意见', '问题'] }),
    checker: text({ label: '查验人', also: ['审核人', '经办人'] }),
    remark: note({ label: '备注' }),
  },
  title: 'checkedOn',
  key: ['personId', 'checkedOn'],
  list: ['personId', 'checkedOn', 'kind', 'cardNumber', 'result', 'lifeNoted', 'feeNoted', 'checker'],
  form: [
    ['personId', 'checkedOn', 'kind', 'cardNumber', 'result', 'checker', 'lifeNoted', 'feeNoted'],
    ['conduct', 'problems', 'remark'],
  ],
})
export type CardCheck = RecordOf<typeof cardCheck>
