import { attachment, choice, date, integer, note, ref, text, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { notBefore } from './checks.ts'
import { levels, levelWords } from './levels.ts'

const pointKinds = {
  agency: '机关',
  village: '农村',
  community: '社区',
  enterprise: '国有企业',
  private: '非公企业',
  school: '学校',
  unit: '事业单位',
  other: '其他',
} as const

/** 示范点: an organization held up as a model, what is worth learning there, and who came to see it. */
export const modelPoint = defineRecord('modelPoint', {
  label: '示范点',
  topic: 'excellence',
  serves: ['M020', 'M102', 'M113', 'M149'],
  fields: {
    organizationId: ref('organization', { label: '所在党组织', required: true, also: ['党组织', '党支部', '单位', '所在单位', '党组织名称', '所属党组织'] }),
    name: text({ label: '示范点名称', required: true, also: ['名称', '典型名称', '示范点', '典型点', '党员示范点', '典型点名称'] }),
    kind: choice(pointKinds, {
      label: '类型',
      also: ['示范点类型', '类别', '领域'],
      aliases: wordsFor({
        village: '村',
        enterprise: '国企 企业',
        private: '非公 非公有制企业 两新组织 民营企业',
        school: '高校 教育',
        unit: '事业',
        other: '其它',
      }),
    }),
    level: choice(levels, { label: '级别', also: ['示范点级别', '层级', '等级'], aliases: levelWords }),
    namedOn: date({ label: '命名日期', required: true, also: ['命名时间', '确定时间', '挂牌时间', '授牌时间', '设立时间', '创建时间'] }),
    leader: text({ label: '联系领导', also: ['挂钩领导', '联系人', '责任人', '负责人'] }),
    features: note({ label: '典型做法', also: ['特色', '主要做法', '典型经验', '特色做法', '经验'] }),
    visits: integer({ label: '接待参观批次', also: ['参观批次', '观摩批次', '观摩次数', '参观次数'] }),
    publicised: note({ label: '宣传推广', also: ['推广情况', '宣传情况', '推广宣传情况'] }),
    reviewedOn: date({ label: '复核日期', also: ['复核时间', '复查时间', '验收时间', '验收日期'] }),
    removedOn: date({ label: '撤销日期', also: ['摘牌时间', '撤牌时间', '撤销时间', '摘牌日期'] }),
    material: attachment({ label: '典型材料' }),
    remark: note({ label: '备注' }),
  },
  title: 'name',
  key: ['organizationId', 'name'],
  list: ['name', 'organizationId', 'kind', 'level', 'namedOn', 'leader', 'visits', 'removedOn'],
  form: [
    ['organizationId', 'name', 'kind', 'level', 'namedOn', 'leader', 'reviewedOn', 'removedOn'],
    ['features', 'visits', 'material', 'publicised', 'remark'],
  ],
  sections: { organizationId: '命名', features: '培育与推广' },
  standing: true,
  check: p => [
    ...notBefore('reviewedOn', p.reviewedOn, p.namedOn, '复核日期早于命名日期'),
    ...notBefore('removedOn', p.removedOn, p.namedOn, '撤销日期早于命名日期'),
  ],
})
export type ModelPoint = RecordOf<typeof modelPoint>
