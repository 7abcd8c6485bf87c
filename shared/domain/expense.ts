import { attachment, choice, date, money, note, ref, text, words, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'

export const expenseSources = { budget: '财政', dues: '党费', unit: '单位', society: '社会' } as const

/** 党建经费: one payment, what it was for and which purse it came from. */
export const expense = defineRecord('expense', {
  label: '党建经费',
  topic: 'duty',
  serves: ['M081', 'M177'],
  fields: {
    organizationId: ref('organization', { label: '使用党组织', required: true, also: words('党组织 使用单位 单位 党支部 支部 党组织名称 列支单位 单位名称') }),
    spentOn: date({ label: '支出日期', required: true, also: words('支出时间 日期 时间 使用日期 使用时间 报销日期 列支日期 列支时间') }),
    source: choice(expenseSources, {
      label: '经费来源',
      required: true,
      also: words('来源 资金来源 列支渠道 经费渠道'),
      aliases: wordsFor({
        budget: '财政投入 财政拨款 财政预算 预算',
        dues: '党费补助 留存党费 下拨党费',
        unit: '单位支持 单位自筹 行政经费 自筹',
        society: '社会参与 社会捐助 捐赠 赞助',
      }),
    }),
    item: text({
      label: '用途',
      required: true,
      also: words('支出项目 项目 使用项目 支出用途 经费用途 事由 支出内容 列支项目'),
      suggestions: ['党员教育培训', '主题党日活动', '党报党刊和学习资料', '表彰奖励', '走访慰问', '阵地建设', '办公用品'],
    }),
    amount: money({ label: '金额', required: true, also: words('支出金额 使用金额 列支金额 经费 经费金额') }),
    voucher: text({ label: '凭证号', also: words('凭证编号 凭证 票据号 发票号 单据号 报销单号') }),
    handler: text({ label: '经手人', also: ['经办人', '报销人'] }),
    approver: text({ label: '审批人', also: ['批准人', '审核人', '签批人'] }),
    scan: attachment({ label: '凭证扫描件' }),
    remark: note({ label: '备注' }),
  },
  title: 'item',
  key: ['organizationId', 'spentOn', 'item', 'voucher', 'amount'],
  list: ['organizationId', 'spentOn', 'item', 'source', 'amount', 'voucher', 'handler'],
  form: [['organizationId', 'spentOn', 'item', 'source', 'amount', 'voucher'], ['handler', 'approver', 'scan'], ['remark']],
})
export type Expense = RecordOf<typeof expense>
