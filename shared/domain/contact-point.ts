import { attachment, choice, date, note, ref, text, words, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'

/** The five that a county leader has by policy 003, and what a school's leaders have. */
export const contactPointKinds = {
  town: '乡镇',
  modelVillage: '典型示范村',
  laggingVillage: '很不适应村',
  stateEnterprise: '国有企业',
  privateEnterprise: '非公企业',
  branch: '党支部',
  class: '班级',
  other: '其他',
} as const

/** 领导联系点: the place a leader answers for, from a day on. */
export const contactPoint = defineRecord('contactPoint', {
  label: '领导联系点',
  topic: 'service',
  serves: ['M123', 'M146', 'M171'],
  fields: {
    personId: ref('person', { label: '联系领导', required: true, also: words('挂钩领导 领导姓名 领导 挂点领导 包联领导 领导干部 联系人') }),
    kind: choice(contactPointKinds, {
      label: '联系点类别',
      required: true,
      also: words('类别 类型 联系点类型 挂钩类别'),
      aliases: wordsFor({
        town: '乡镇街道 街道 镇 乡',
        modelVillage: '示范村 典型村 先进村',
        laggingVillage: '后进村 软弱涣散村 薄弱村',
        stateEnterprise: '国企',
        privateEnterprise: '非公有制企业 民营企业 两新组织',
        branch: '支部 基层党支部',
        class: '学生班级',
      }),
    }),
    name: text({ label: '联系点', required: true, also: words('联系点名称 挂钩点 挂点单位 单位名称 名称 挂钩单位 联系单位') }),
    organizationId: ref('organization', { label: '联系点党组织', help: '在本台账内的才填', also: ['所在党组织', '党组织'] }),
    startsOn: date({ label: '开始日期', required: true, also: words('开始时间 起始日期 起始时间 挂钩时间 联系时间 联系开始时间') }),
    endsOn: date({ label: '结束日期', help: '仍在联系的不填', also: words('结束时间 终止日期 调整日期') }),
    duty: note({ label: '联系任务', also: words('任务 职责 工作职责 联系内容 工作任务 主要任务 目标要求') }),
    remark: note({ label: '备注' }),
  },
  title: 'name',
  key: ['personId', 'kind', 'name', 'startsOn'],
  list: ['personId', 'kind', 'name', 'organizationId', 'startsOn', 'endsOn', 'duty'],
  form: [
    ['personId', 'kind', 'name', 'organizationId', 'startsOn', 'endsOn'],
    ['duty', 'remark'],
  ],
  standing: true,
  order: [['startsOn', 'endsOn']],
})
export type ContactPoint = RecordOf<typeof contactPoint>

export const pointVisitKinds = { research: '调研', inspection: '督查', model: '示范', visit: '走访' } as const

/** 联系点活动: what a leader did at a contact point on a day. */
export const pointVisit = defineRecord('pointVisit', {
  label: '联系点活动',
  topic: 'service',
  serves: ['M123', 'M146'],
  fields: {
    personId: ref('person', { label: '联系领导', required: true, also: words('挂钩领导 领导姓名 领导 挂点领导 包联领导 领导干部') }),
    visitedOn: date({ label: '活动日期', required: true, also: words('活动时间 日期 时间 到点日期 到点时间 走访时间 调研时间') }),
    point: text({ label: '联系点', required: true, also: words('联系点名称 挂钩点 挂点单位 单位名称 联系单位 地点') }),
    kind: choice(pointVisitKinds, {
      label: '活动形式',
      required: true,
      also: words('形式 类型 类别 活动类型 活动类别 方式'),
      aliases: wordsFor({
        research: '调查研究 专题调研 座谈',
        inspection: '督导 检查 督促检查 指导',
        model: '示范带动 讲党课 上党课',
        visit: '走访慰问 入户 慰问',
      }),
    }),
    content: note({ label: '活动内容', also: words('内容 主要内容 工作内容 开展情况') }),
    problems: note({ label: '发现问题', also: words('问题 存在问题 反映问题 发现的问题') }),
    solved: note({ label: '解决问题', also: words('解决情况 解决的问题 办实事 帮助解决问题 指导意见') }),
    file: attachment({ label: '活动材料' }),
    remark: note({ label: '备注' }),
  },
  title: 'visitedOn',
  key: ['personId', 'visitedOn', 'point', 'kind'],
  list: ['personId', 'visitedOn', 'point', 'kind', 'content', 'problems', 'solved'],
  form: [
    ['personId', 'visitedOn', 'point', 'kind'],
    ['content', 'problems', 'solved'],
    ['file', 'remark'],
  ],
})
export type PointVisit = RecordOf<typeof pointVisit>
