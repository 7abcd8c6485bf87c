import { choice, date, note, ref, words, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'

export const criticismKinds = { mutual: '相互批评', self: '自我批评', superior: '上级点评' } as const

/** 批评与自我批评: what was said of someone, by whom, and how it was taken. */
export const criticism = defineRecord('criticism', {
  label: '批评与自我批评',
  topic: 'life',
  serves: ['M031'],
  fields: {
    personId: ref('person', { label: '被批评人', required: true, also: words('批评对象 被批评人姓名 自我批评人 对照检查人') }),
    kind: choice(criticismKinds, {
      label: '形式',
      required: true,
      also: words('类型 类别 批评形式 批评类型 批评方式'),
      aliases: wordsFor({ mutual: '互相批评 批评 互评 党员互评', self: '自评 个人自评 对照检查', superior: '点评 领导点评 督导点评' }),
    }),
    byId: ref('person', { label: '批评人', help: '相互批评时填', also: ['提出人', '批评人姓名', '提意见人'] }),
    occurredOn: date({ label: '日期', required: true, also: words('时间 批评日期 批评时间 会议日期 会议时间 开展日期 开展时间') }),
    activityId: ref('activity', { label: '所在会议', also: words('会议 会议名称 组织生活会 场合') }),
    content: note({ label: '批评内容', required: true, also: words('内容 批评意见 意见内容 存在问题 问题 查摆问题 具体意见') }),
    response: note({ label: '本人表态', also: words('本人态度 回应 本人回应 表态 整改方向 努力方向 整改表态') }),
    remark: note({ label: '备注' }),
  },
  title: 'occurredOn',
  key: ['personId', 'occurredOn', 'kind', 'byId', 'content'],
  list: ['personId', 'kind', 'byId', 'occurredOn', 'content', 'response'],
  form: [['personId', 'occurredOn', 'kind', 'byId'], ['activityId', 'content', 'response'], ['remark']],
  check: c => {
    if (c.byId === null) return []
    if (c.kind === 'self') return [{ field: 'byId', code: 'notForSelf', message: '自我批评没有批评人' }]
    return c.byId === c.personId ? [{ field: 'byId', code: 'samePerson', message: '批评人就是被批评人，应填自我批评' }] : []
  },
})
export type Criticism = RecordOf<typeof criticism>
