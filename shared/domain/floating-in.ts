import { choice, date, flag, idNumber, note, phone, ref, text, wordsFor } from '../records/fields.ts'
import { defineRecord, type Fault, type RecordOf } from '../records/record.ts'
import { readIdNumber } from '../rules/id-number.ts'
import { notBefore } from './checks.ts'
import { floatingReasons, floatingReasonWords } from './floating-words.ts'
import { person } from './person.ts'

const findings = { self: '主动报到', shop: '进门店', site: '进工地', building: '进楼宇', unit: '单位报告', home: '流出地通报', other: '其他' } as const
const proofs = { card: '活动证', letter: '介绍信', inquiry: '函电核实', system: '信息系统', none: '无' } as const
const sexes = { male: '男', female: '女' } as const

/** 流入党员登记: a member of another place who lives or works here; kept by name, for the membership is not ours. */
export const floatingIn = defineRecord('floatingIn', {
  label: '流入党员登记',
  topic: 'floating',
  serves: ['M060', 'M070', 'M071', 'M072', 'M074', 'M075'],
  fields: {
    name: text({ label: '姓名', required: true, also: ['流入党员', '流入党员姓名', '党员姓名', '流动党员', '流动党员姓名'] }),
    sex: choice(sexes, { label: '性别', aliases: { 男性: 'male', 女性: 'female' }, help: '填了身份号码就由号码得出' }),
    idNumber: idNumber({ label: '公民身份号码', masked: true, also: person.fields.idNumber.also ?? [] }),
    joinedOn: date({ label: '入党日期', also: ['入党时间', '加入党组织日期', '入党年月', '加入中国共产党时间'] }),
    probationary: flag({ label: '预备党员', also: ['是否预备党员'], help: '预备党员的培养考察要同流出地互相提供材料' }),
    formerJob: text({ label: '原职业', also: ['流入前职业'] }),
    homePlace: text({ label: '流入前所在地', also: ['流入前所在省份', '原所在地', '来源地', '流出地', '原居住地'] }),
    homeBranch: text({
      label: '组织关系所在党组织',
      required: true,
      also: ['组织关系所在地', '流出地党组织', '原党组织', '所在党组织', '转出单位', '原所在党支部', '组织关系所在党支部'],
    }),
    homePhone: phone({ label: '流出地党组织电话', also: ['流出地联系电话', '流出地电话'] }),
    cardNumber: text({ label: '活动证编号', also: ['活动证号', '流动党员活动证编号', '流动党员活动证号', '证号'] }),
    arrivedOn: date({ label: '流入日期', required: true, also: ['流入时间', '来本地时间', '到达时间'] }),
    reason: choice(floatingReasons, { label: '流入原因', also: ['流动原因', '原因', '事由'], aliases: floatingReasonWords }),
    employer: text({ label: '从业单位', also: ['工作单位', '现工作单位', '务工单位', '所在单位'] }),
    residence: text({ label: '居住地址', also: ['现住址', '居住地', '住址', '现居住地'] }),
    phone: phone({ label: '联系电话', masked: true, also: ['电话', '手机', '手机号码', '联系方式'] }),
    finding: choice(findings, {
      label: '排摸方式',
      also: ['登记方式', '发现方式', '摸排方式'],
      aliases: wordsFor({
        self: '报到 自行报到 本人报到',
        shop: '门店',
        site: '工地',
        building: '楼宇',
        unit: '企业报告 用工单位',
        home: '通报 流出地来函',
        other: '其它',
      }),
    }),
    verifiedOn: date({ label: '查验日期', also: ['查验时间', '核实时间', '身份确认时间', '验证时间'] }),
    proof: choice(proofs, {
      label: '身份凭证',
      also: ['查验凭证', '证明材料', '查验方式'],
      aliases: wordsFor({
        card: '流动党员活动证',
        letter: '党员组织关系介绍信 证明信 组织关系介绍信',
        inquiry: '电话核实 函调 来函',
        system: '党员管理信息系统',
        none: '没有',
      }),
    }),
    organizationId: ref('organization', {
      label: '编入党支部',
      also: ['编入支部', '编入党组织', '接收党支部', '管理党支部', '现所在党支部', '所在党支部', '党支部'],
    }),
    assignedOn: date({ label: '编入日期', also: ['编入时间', '接收时间'] }),
    buddy: text({ label: '结对党员', also: ['联谊对子', '结对人', '联系人', '联谊党员'] }),
    help: note({ label: '服务和帮助', also: ['帮扶情况', '服务情况', '维权就业培训情况'] }),
    feedbackOn: date({ label: '通报流出地日期', also: ['反馈日期', '通报时间', '反馈时间'] }),
    feedback: note({ label: '通报流出地情况', also: ['反馈内容', '通报内容', '表现情况'] }),
    leftOn: date({ label: '离开日期', also: ['离开时间', '流走时间', '离开本地时间'] }),
    remark: note({ label: '备注' }),
  },
  title: 'name',
  key: ['name', 'arrivedOn'],
  list: ['name', 'sex', 'arrivedOn', 'homeBranch', 'employer', 'phone', 'cardNumber', 'organizationId', 'verifiedOn', 'leftOn'],
  form: [
    ['name', 'idNumber', 'sex', 'joinedOn', 'probationary', 'formerJob'],
    ['homePlace', 'homeBranch', 'homePhone', 'cardNumber'],
    ['arrivedOn', 'reason', 'employer', 'residence', 'phone', 'finding'],
    ['verifiedOn', 'proof', 'organizationId', 'assignedOn', 'buddy', 'leftOn', 'help', 'feedbackOn', 'feedback'],
    ['remark'],
  ],
  sections: { name: '本人', homePlace: '流出地', arrivedOn: '在本地', verifiedOn: '查验、编入与服务' },
  standing: true,
  check: f => [
    ...identityFaults(f),
    ...notBefore('assignedOn', f.assignedOn, f.arrivedOn, '编入日期早于流入日期'),
    ...notBefore('leftOn', f.leftOn, f.arrivedOn, '离开日期早于流入日期'),
    ...notBefore('arrivedOn', f.arrivedOn, f.joinedOn, '流入日期早于入党日期'),
  ],
  complete: f => {
    const reading = f.idNumber === null ? undefined : readIdNumber(f.idNumber)
    return reading?.ok ? { ...f, sex: reading.sex } : f
  },
})
export type FloatingIn = RecordOf<typeof floatingIn>

function identityFaults(f: { idNumber: string | null; sex: keyof typeof sexes | null }): readonly (Fault & { readonly field: 'idNumber' | 'sex' })[] {
  if (f.idNumber === null) return []
  const reading = readIdNumber(f.idNumber)
  if (!reading.ok) return [{ field: 'idNumber', code: reading.code, message: reading.message }]
  if (f.sex === null || f.sex === reading.sex) return []
  return [{ field: 'sex', code: 'sexMismatch', message: `与身份号码不符：号码为${sexes[reading.sex]}` }]
}
