import { choice, date, note, phone, ref, text, words, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { notBefore } from './checks.ts'

/** The three that policy 003 has sought out, and others. */
export const prospectKinds = { returned: '回乡青年', veteran: '退伍军人', enterprise: '非公骨干', other: '其他' } as const
const sexes = { male: '男', female: '女' } as const

/** 物色对象: somebody who is being watched and helped before he or she has applied. */
export const prospect = defineRecord('prospect', {
  label: '物色对象',
  topic: 'membership',
  serves: ['M015', 'M109'],
  fields: {
    name: text({ label: '姓名', required: true, also: words('物色对象 对象姓名 培养对象 人员姓名') }),
    kind: choice(prospectKinds, {
      label: '类别',
      required: true,
      also: words('人员类别 身份类别 名册 来源 身份'),
      aliases: wordsFor({
        returned: '返乡青年 回乡知识青年 回乡创业青年 返乡创业青年 返乡大学生 回乡大学生',
        veteran: '退役军人 复员军人 转业军人 退伍兵 复退军人',
        enterprise: '非公企业骨干 非公有制企业骨干 非公经济骨干 企业骨干 非公企业业务骨干',
        other: '其它 致富能手 村干部',
      }),
    }),
    sex: choice(sexes, { label: '性别', aliases: { 男性: 'male', 女性: 'female' } }),
    bornOn: date({ label: '出生日期', also: words('出生年月 出生时间 生日') }),
    education: text({ label: '学历', also: words('文化程度 最高学历'), suggestions: ['大学本科', '大学专科', '中专', '高中', '初中'] }),
    workPost: text({ label: '工作岗位', also: words('工作单位 单位及职务 职业 工作单位及职务 从业单位') }),
    organizationId: ref('organization', { label: '联系党组织', required: true, also: words('党组织 所在党支部 党支部 所在村 所属党组织 培养党组织 单位') }),
    foundOn: date({ label: '物色日期', required: true, also: words('物色时间 列入日期 列入时间 登记日期 登记时间 纳入日期') }),
    contact: text({ label: '联系人', also: words('联系党员 培养人 培养联系人 责任人') }),
    situation: note({ label: '基本情况', also: words('主要表现 现实表现 简要情况 培养情况') }),
    phone: phone({ label: '联系电话', masked: true, also: words('电话 手机 手机号码 联系方式') }),
    appliedOn: date({
      label: '递交入党申请书日期',
      also: words('申请入党日期 申请日期 递交申请书时间 递交申请时间'),
      help: '填了就不再列在物色中，人另在“组织与人员”登记',
    }),
    endedOn: date({ label: '不再物色日期', also: words('移出日期 退出日期 终止日期') }),
    endReason: text({ label: '不再物色原因', also: words('移出原因 退出原因'), suggestions: ['外出务工', '本人没有意愿', '不具备条件'] }),
    remark: note({ label: '备注' }),
  },
  title: 'name',
  key: ['name', 'organizationId', 'foundOn'],
  list: ['name', 'kind', 'sex', 'bornOn', 'education', 'workPost', 'organizationId', 'foundOn', 'contact', 'appliedOn', 'endedOn'],
  form: [
    ['name', 'kind', 'sex', 'bornOn', 'education', 'workPost', 'phone'],
    ['organizationId', 'foundOn', 'contact', 'situation'],
    ['appliedOn', 'endedOn', 'endReason'],
    ['remark'],
  ],
  sections: { name: '本人', organizationId: '物色和联系', appliedOn: '结果' },
  standing: true,
  check: p => [
    ...notBefore('appliedOn', p.appliedOn, p.foundOn, '递交申请书早于物色日期'),
    ...notBefore('endedOn', p.endedOn, p.foundOn, '不再物色早于物色日期'),
  ],
})
export type Prospect = RecordOf<typeof prospect>
