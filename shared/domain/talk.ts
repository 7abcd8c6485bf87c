import { attachment, choice, date, note, ref, text, words, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'

/** What a talk was held for; the first four are the “四个及时谈” of policy 000. */
export const talkOccasions = {
  deviation: '思想偏差',
  setback: '工作挫折',
  difficulty: '生活困难',
  honour: '获得荣誉',
  yearly: '年度谈心',
  beforeLifeMeeting: '组织生活会前',
  admission: '入党',
  appointment: '任前',
  integrity: '廉政谈话',
  reminder: '提醒谈话',
  education: '批评教育',
  other: '其他',
} as const

export const talkRelations = {
  committee: '支委之间',
  committeeMember: '支委与党员',
  members: '党员之间',
  masses: '与群众',
} as const

/** 谈心谈话: who talked with whom on a day, what for, and what came of it. */
export const talk = defineRecord('talk', {
  label: '谈心谈话',
  topic: 'life',
  serves: ['M011', 'M013', 'M033', 'M144', 'M148', 'M155', 'M166', 'M169'],
  fields: {
    personId: ref('person', { label: '谈话对象', required: true, also: words('被谈话人 谈心对象 谈话对象姓名 被谈心人 谈心谈话对象') }),
    talkerId: ref('person', { label: '谈话人', also: words('谈心人 谈话人员 谈心谈话人') }),
    talker: text({ label: '谈话人姓名（不在册）', also: ['其他谈话人', '不在册谈话人'], help: '谈话人不在人员台账里，写姓名和职务' }),
    talkedOn: date({ label: '谈话日期', required: true, also: words('谈话时间 谈心时间 谈心日期 谈心谈话时间 谈心谈话日期 时间 日期') }),
    occasion: choice(talkOccasions, {
      label: '谈话类型',
      help: '组织人事部门对领导干部的提醒、诫勉，登记在“提醒函询诫勉”',
      also: words('谈话时机 谈心类型 谈心时机 谈话类别 类型 类别 四个及时谈'),
      aliases: wordsFor({
        deviation: '思想认识有偏差 思想认识偏差 思想波动 思想有偏差',
        setback: '工作遭受挫折 工作受挫 遭受挫折 受到挫折',
        difficulty: '生活遇到困难 遇到困难 困难',
        honour: '荣誉 受到表彰 获奖',
        yearly: '年度 日常谈心 日常 经常性谈心 定期谈心',
        beforeLifeMeeting: '组织生活会 会前谈心 生活会前 民主生活会前 会前',
        admission: '入党谈话 发展党员 入党前',
        appointment: '任前谈话 任职谈话 任职',
        integrity: '廉政 廉洁谈话 廉政教育 任前廉政谈话',
        reminder: '提醒 党支部提醒谈话',
        education: '批评教育谈话 批评 教育谈话',
      }),
    }),
    relation: choice(talkRelations, {
      label: '谈话双方',
      also: words('双方关系 谈话关系 谈心范围 谈话范围'),
      aliases: wordsFor({
        committee: '支部委员之间 班子成员之间 委员之间',
        committeeMember: '支委和党员 支部委员与党员 支部委员和党员 班子成员与党员',
        members: '党员与党员 党员和党员',
        masses: '党员与群众 与职工 干部与员工 群众',
      }),
    }),
    place: text({ label: '地点', also: ['谈话地点', '谈心地点'] }),
    matter: text({ label: '事由', also: words('谈话事由 谈心事由 谈话主题 谈心主题 主题') }),
    content: note({ label: '谈话内容', also: words('内容 谈心内容 主要内容 谈话要点 谈心谈话内容') }),
    measures: note({ label: '解决措施', also: words('措施 整改措施 处理意见 谈话效果 谈话结果 成效') }),
    file: attachment({ label: '谈话记录' }),
    remark: note({ label: '备注' }),
  },
  title: 'talkedOn',
  key: ['personId', 'talkedOn', 'talkerId', 'talker'],
  list: ['personId', 'talkedOn', 'talkerId', 'occasion', 'relation', 'matter'],
  form: [
    ['personId', 'talkedOn', 'talkerId', 'talker'],
    ['occasion', 'relation', 'place', 'matter'],
    ['content', 'measures'],
    ['file', 'remark'],
  ],
  sections: { content: '内容和措施' },
  check: t => (t.talkerId !== null && t.talkerId === t.personId ? [{ field: 'talkerId', code: 'samePerson', message: '谈话人就是谈话对象本人' }] : []),
})
export type Talk = RecordOf<typeof talk>
