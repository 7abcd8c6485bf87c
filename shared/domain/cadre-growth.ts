import { choice, date, note, ref, text, words, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { poolKinds, postingKinds } from './cadre-words.ts'

/** 后备库: someone is in a pool from a day until taken out, with the reason of both. */
export const talentPool = defineRecord('talentPool', {
  label: '后备和年轻干部',
  topic: 'cadres',
  serves: ['M156'],
  fields: {
    personId: ref('person', { label: '姓名', required: true, also: ['后备干部', '干部姓名'] }),
    kind: choice(poolKinds, {
      label: '库别',
      required: true,
      also: ['类别', '后备类别', '入库类别'],
      aliases: wordsFor<keyof typeof poolKinds>({
        reserve: '后备 科级后备干部 县处级后备干部 中层后备干部',
        young: '年轻干部 优秀年轻 优秀年轻党员',
        unit: '股级后备',
        village: '村后备干部 村级后备 村主干后备',
        talent: '人才 专业技术人才',
      }),
    }),
    direction: text({ label: '培养方向', also: ['拟培养职务', '后备职务', '培养目标'] }),
    enteredOn: date({ label: '入库日期', required: true, also: words('入库时间 确定时间 确定日期') }),
    reason: note({ label: '入库理由', also: ['推荐理由', '主要表现'] }),
    recommendedBy: text({ label: '推荐单位', also: ['推荐党组织'] }),
    training: note({ label: '培养措施', also: ['培养情况', '培养锻炼'] }),
    leftOn: date({ label: '出库日期', also: words('出库时间 调整日期 退出日期') }),
    leftReason: text({ label: '出库原因', also: ['调整原因'], suggestions: ['提拔使用', '不再适合', '超过年龄', '调出', '本人申请'] }),
    remark: note({ label: '备注' }),
  },
  title: 'enteredOn',
  key: ['personId', 'kind', 'enteredOn'],
  list: ['personId', 'kind', 'direction', 'enteredOn', 'recommendedBy', 'leftOn', 'leftReason'],
  form: [
    ['personId', 'kind', 'direction', 'enteredOn', 'recommendedBy', 'reason', 'training'],
    ['leftOn', 'leftReason', 'remark'],
  ],
  sections: { personId: '入库', leftOn: '出库' },
  standing: true,
  order: [['enteredOn', 'leftOn']],
  check: p => (p.leftOn !== null && p.leftReason === null ? [{ field: 'leftReason', code: 'missing', message: '出库要写明原因' }] : []),
})
export type TalentPool = RecordOf<typeof talentPool>

/** 锻炼交流: 外派, 上挂, 下派, 轮岗. */
export const posting = defineRecord('posting', {
  label: '锻炼交流',
  topic: 'cadres',
  serves: ['M137'],
  fields: {
    personId: ref('person', { label: '姓名', required: true, also: ['干部姓名', '挂职干部', '派出人员'] }),
    kind: choice(postingKinds, {
      label: '方式',
      required: true,
      also: ['类别', '锻炼方式', '交流方式', '形式'],
      aliases: wordsFor<keyof typeof postingKinds>({
        away: '外派锻炼 援派',
        up: '上挂锻炼 上挂挂职 到上级挂职',
        down: '下派锻炼 下派挂职 驻村 到基层挂职',
        rotation: '轮岗 交流轮岗 交流 岗位交流',
      }),
    }),
    place: text({ label: '接收单位', required: true, also: words('锻炼单位 挂职单位 交流单位 派往单位 单位') }),
    post: text({ label: '担任职务', also: words('挂任职务 挂职职务 职务') }),
    startsOn: date({ label: '开始日期', required: true, also: words('派出日期 派出时间 开始时间 起始日期') }),
    dueOn: date({ label: '期满日期', also: words('期满时间 预计结束日期') }),
    endsOn: date({ label: '结束日期', also: words('返回日期 结束时间 返回时间') }),
    document: text({ label: '文号', also: ['派出文件', '文件号'] }),
    appraisal: note({ label: '考核鉴定', also: words('鉴定 考核情况 期满考核 表现') }),
    grade: choice(
      { excellent: '优秀', good: '称职', fair: '基本称职', poor: '不称职' },
      { label: '考核等次', also: ['等次', '考核结果'], aliases: { 良好: 'good', 合格: 'good' } },
    ),
    remark: note({ label: '备注' }),
  },
  title: 'place',
  key: ['personId', 'place', 'startsOn'],
  list: ['personId', 'kind', 'place', 'post', 'startsOn', 'dueOn', 'endsOn', 'grade'],
  form: [
    ['personId', 'kind', 'place', 'post', 'startsOn', 'dueOn', 'document'],
    ['endsOn', 'grade', 'appraisal', 'remark'],
  ],
  sections: { personId: '派出', endsOn: '期满' },
  standing: true,
  order: [
    ['startsOn', 'dueOn'],
    ['startsOn', 'endsOn'],
  ],
})
export type Posting = RecordOf<typeof posting>

/** 推进领导干部能上能下规定 and 组织处理规定: how someone was moved down or out. */
const stepDownKinds = {
  suspended: '停职检查',
  moved: '调整职务',
  toldToResign: '责令辞职',
  removed: '免职',
  demoted: '降职',
  level: '平职调整',
  toRank: '转任职级公务员',
  retired: '办理提前退休',
} as const

const stepDownCauses = {
  performance: '碌碌无为、政绩平庸',
  appraisal: '考核评议不合格',
  unfit: '不适宜担任现职',
  discipline: '违规违纪',
  health: '健康原因',
  age: '到龄',
  other: '其他',
} as const

/** 能下: who was adjusted down or out of a post, why, by which decision. */
export const stepDown = defineRecord('stepDown', {
  label: '能下登记',
  topic: 'cadres',
  serves: ['M030'],
  fields: {
    personId: ref('person', { label: '姓名', required: true, also: ['干部姓名', '调整人员'] }),
    formerPost: text({ label: '原任职务', required: true, also: ['原职务', '调整前职务'] }),
    kind: choice(stepDownKinds, {
      label: '调整方式',
      required: true,
      also: ['方式', '处理方式'],
      aliases: wordsFor<keyof typeof stepDownKinds>({
        suspended: '停职',
        moved: '调离',
        toldToResign: '辞职',
        removed: '免去职务',
        retired: '提前退休',
        toRank: '转任职级',
      }),
    }),
    cause: choice(stepDownCauses, { label: '情形', required: true, also: ['调整情形', '原因类别'] }),
    reason: note({ label: '原因和认定依据', required: true, also: words('原因 调整原因 理由 认定依据') }),
    decidedOn: date({ label: '决定日期', required: true, also: words('决定时间 调整日期 调整时间') }),
    decidedBy: text({ label: '决定机关', also: ['批准机关', '决定单位'] }),
    document: text({ label: '决定文号', also: ['文号', '文件号'] }),
    newPost: text({ label: '调整后去向', also: words('去向 现任职务 调整后职务 安排') }),
    until: date({ label: '影响期至', also: ['影响期截止'], help: '影响期内不得提拔；长短按决定书' }),
    review: note({ label: '跟踪教育情况', also: ['后续管理', '跟踪管理'] }),
    remark: note({ label: '备注' }),
  },
  title: 'formerPost',
  key: ['personId', 'decidedOn'],
  list: ['personId', 'formerPost', 'kind', 'cause', 'decidedOn', 'document', 'newPost', 'until'],
  form: [
    ['personId', 'formerPost', 'kind', 'cause', 'reason'],
    ['decidedOn', 'decidedBy', 'document', 'newPost', 'until'],
    ['review', 'remark'],
  ],
  order: [['decidedOn', 'until']],
})
export type StepDown = RecordOf<typeof stepDown>
