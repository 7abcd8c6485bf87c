import { attachment, choice, date, note, phone, ref, text, words, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'

export const liaisonKinds = {
  masses: '群众',
  poorStudent: '困难学生',
  poorMember: '困难党员',
  poorStaff: '困难师生',
  laidOff: '下岗职工',
  household: '联系户',
  member: '党员',
  lagging: '帮带党员',
  class: '班级',
  dormitory: '宿舍',
  branch: '党支部',
  community: '社区',
  enterprise: '企业',
  project: '项目',
  other: '其他',
} as const

const kindAliases = wordsFor<keyof typeof liaisonKinds>({
  masses: '困难群众 普通群众 职工群众 农户',
  poorStudent: '贫困学生 特困生 贫困生 学困生 困难生',
  poorMember: '贫困党员 生活困难党员',
  poorStaff: '困难职工 困难教职工 困难教师',
  laidOff: '下岗失业人员 失业人员',
  household: '党员联系户 贫困户 脱贫户',
  lagging: '后进党员 评议较差党员 帮教党员',
  class: '学生班级',
  dormitory: '寝室 学生宿舍',
  branch: '支部',
  enterprise: '公司',
})

/** 结对联系: a lasting pair of a member and whoever or whatever he or she looks after; `kind` says which mechanism it serves. */
export const liaison = defineRecord('liaison', {
  label: '结对联系',
  topic: 'service',
  serves: ['M034', 'M038', 'M048', 'M049', 'M051', 'M142', 'M143', 'M155', 'M171'],
  fields: {
    personId: ref('person', { label: '联系人', required: true, also: words('结对党员 联系党员 帮扶人 帮扶党员 联系领导 联系干部 结对人 责任人 帮带人') }),
    kind: choice(liaisonKinds, {
      label: '对象类别',
      required: true,
      also: words('联系类别 结对类别 类别 对象类型 结对类型 类型 联系类型 困难类型'),
      aliases: kindAliases,
    }),
    counterpart: text({
      label: '联系对象',
      required: true,
      also: words('结对对象 帮扶对象 对象 对象姓名 结对对象姓名 帮扶对象姓名 联系对象名称 联系班级 联系宿舍 联系支部 被帮带人'),
    }),
    phone: phone({ label: '对象电话', masked: true, also: words('联系电话 电话 联系方式 对象联系电话 对象联系方式 手机') }),
    address: text({ label: '对象单位或住址', also: words('住址 单位 所在单位 对象住址 对象单位 家庭住址 所在班级') }),
    startsOn: date({ label: '结对日期', required: true, also: words('结对时间 开始日期 开始时间 起始日期 起始时间 联系时间 联系开始时间 结对起') }),
    endsOn: date({ label: '结束日期', help: '仍在联系的不填', also: words('结束时间 终止日期 脱贫时间 解除日期 结对止') }),
    difficulty: note({ label: '困难情况', also: words('困难原因 基本情况 对象情况 主要困难 致困原因') }),
    goal: note({ label: '联系目标', also: words('帮扶目标 目标 帮带目标 工作目标') }),
    measures: note({ label: '帮扶措施', also: words('措施 联系措施 帮扶内容 帮带措施 具体措施') }),
    result: note({ label: '成效', also: words('帮扶成效 联系成效 效果 帮带效果 结对成效') }),
    card: attachment({ label: '结对卡' }),
    remark: note({ label: '备注' }),
  },
  title: 'counterpart',
  key: ['personId', 'kind', 'counterpart', 'startsOn'],
  list: ['personId', 'kind', 'counterpart', 'address', 'phone', 'startsOn', 'endsOn', 'goal'],
  form: [
    ['personId', 'kind', 'counterpart', 'phone', 'address', 'card', 'startsOn', 'endsOn'],
    ['difficulty', 'goal', 'measures'],
    ['result', 'remark'],
  ],
  sections: { difficulty: '困难和措施' },
  standing: true,
  order: [['startsOn', 'endsOn']],
})
export type Liaison = RecordOf<typeof liaison>

export const liaisonWays = { visit: '走访', forum: '座谈', call: '电话', online: '网络', other: '其他' } as const

/** 联系记录: one visit or call to a counterpart, whether or not the pair is on file. */
export const liaisonVisit = defineRecord('liaisonVisit', {
  label: '联系记录',
  topic: 'service',
  serves: ['M034', 'M038', 'M048', 'M049', 'M143', 'M171'],
  fields: {
    personId: ref('person', { label: '联系人', required: true, also: words('联系党员 走访人 帮扶人 帮扶党员 联系领导 走访党员 联系干部 责任人') }),
    visitedOn: date({ label: '联系日期', required: true, also: words('联系时间 走访日期 走访时间 日期 时间 帮扶时间') }),
    kind: choice(liaisonKinds, { label: '对象类别', required: true, also: words('类别 对象类型 联系类别 类型'), aliases: kindAliases }),
    counterpart: text({ label: '联系对象', required: true, also: words('对象 走访对象 帮扶对象 结对对象 对象姓名 联系对象名称') }),
    way: choice(liaisonWays, {
      label: '联系方式',
      also: words('方式 走访方式 联系形式'),
      aliases: wordsFor({ visit: '上门 入户 实地 面谈', forum: '座谈会', call: '电话联系 来电', online: '微信 线上 网上' }),
    }),
    content: note({ label: '联系内容', also: words('内容 走访内容 联系情况 走访情况 主要内容 了解情况') }),
    helped: note({ label: '帮助解决', also: words('解决问题 解决困难 办实事 帮扶情况 帮助情况 解决实际困难 帮扶内容') }),
    remark: note({ label: '备注' }),
  },
  title: 'visitedOn',
  key: ['personId', 'visitedOn', 'kind', 'counterpart'],
  list: ['personId', 'visitedOn', 'kind', 'counterpart', 'way', 'content', 'helped'],
  form: [['personId', 'visitedOn', 'kind', 'counterpart', 'way'], ['content', 'helped'], ['remark']],
})
export type LiaisonVisit = RecordOf<typeof liaisonVisit>
