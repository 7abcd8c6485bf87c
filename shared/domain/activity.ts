import { attachment, choice, date, decimal, flag, note, ref, text, words, wordsFor } from '../records/fields.ts'
import { defineLines, defineRecord, type Fault, type LineOf, type RecordOf } from '../records/record.ts'
import { daysBetween } from '../rules/days.ts'

export const activityKinds = {
  superiorTraining: '上级调训',
  rotation: '集中轮训',
  training: '集中培训',
  partySchool: '党校培训',
  lecture: '专题报告会',
  partyLecture: '党课',
  memberMeeting: '党员大会',
  committeeMeeting: '支委会',
  groupMeeting: '党小组会',
  themeDay: '主题党日',
  lifeMeeting: '组织生活会',
  appraisalMeeting: '民主评议党员',
  democraticLife: '民主生活会',
  centerGroup: '中心组学习',
  partyBuilding: '专题研究党建',
  workMeeting: '组织工作例会',
  jointMeeting: '联席会议',
  activistClass: '积极分子培训班',
  branchStudy: '支部学习',
  online: '线上学习',
  practice: '实践活动',
  other: '其他',
} as const
export type ActivityKind = keyof typeof activityKinds

/** 学习活动和会议: a class, lecture or meeting. One record serves 组织生活 and, where it counts, the hours of those who attended. */
export const activity = defineRecord('activity', {
  label: '学习活动',
  serves: words('M001 M002 M003 M004 M018 M043 M045 M078 M093 M094 M110 M127 M128 M134 M136 M151 M158 M159 M160 M162 M163 M164'),
  fields: {
    name: text({
      label: '活动名称',
      required: true,
      also: words(`
        培训班名称 培训名称 课程名称 名称 班名称 学习内容 活动内容 培训内容 会议名称 活动主题 学习主题 会议主题 培训主题 主题 课程
        培训课程 培训项目 项目名称 学习活动名称 学习名称 班次名称 培训班次 培训班 活动 学习活动 学习项目
      `),
    }),
    kind: choice(activityKinds, {
      label: '活动类型',
      required: true,
      also: words('类型 培训类别 培训类型 活动类别 类别 培训形式 会议类型 培训班类型 学习类型 学习类别 学习形式 活动形式 培训班类别'),
      aliases: {
        支部党员大会: 'memberMeeting',
        支部大会: 'memberMeeting',
        支部党员会议: 'memberMeeting',
        全体党员大会: 'memberMeeting',
        支部委员会: 'committeeMeeting',
        支委会议: 'committeeMeeting',
        支部委员会会议: 'committeeMeeting',
        支部委员会议: 'committeeMeeting',
        党小组会议: 'groupMeeting',
        小组会: 'groupMeeting',
        主题党日活动: 'themeDay',
        党员活动日: 'themeDay',
        党日活动: 'themeDay',
        专题组织生活会: 'lifeMeeting',
        党员组织生活会: 'lifeMeeting',
        领导班子民主生活会: 'democraticLife',
        领导干部民主生活会: 'democraticLife',
        专题民主生活会: 'democraticLife',
        中心组: 'centerGroup',
        理论中心组: 'centerGroup',
        理论学习中心组: 'centerGroup',
        中心组理论学习: 'centerGroup',
        党委中心组: 'centerGroup',
        理论学习中心组学习: 'centerGroup',
        研究党建: 'partyBuilding',
        党建专题会: 'partyBuilding',
        党建工作专题会议: 'partyBuilding',
        党建工作会议: 'partyBuilding',
        工作例会: 'workMeeting',
        组织部例会: 'workMeeting',
        季度例会: 'workMeeting',
        党员教育工作联席会议: 'jointMeeting',
        联席会: 'jointMeeting',
        入党积极分子培训班: 'activistClass',
        积极分子培训: 'activistClass',
        入党积极分子培训: 'activistClass',
        网络学习: 'online',
        网络培训: 'online',
        线上: 'online',
        在线学习: 'online',
        讲座: 'lecture',
        报告会: 'lecture',
        专题讲座: 'lecture',
        轮训: 'rotation',
        培训班: 'training',
        脱产培训: 'training',
        党校: 'partySchool',
        实践教学: 'practice',
        上党课: 'partyLecture',
        理论学习: 'branchStudy',
        集中学习: 'branchStudy',
        调训: 'superiorTraining',
      },
    }),
    organizationId: ref('organization', {
      label: '主办方',
      also: ['主办单位', '组织单位', '举办单位', '主办党组织', '培训班主办方', '主办', '主办部门', '举办方', '组织方'],
    }),
    organizer: text({ label: '主办单位名称', help: '不在本台账内的主办方，写名称' }),
    place: text({ label: '地点', also: ['培训地点', '活动地点', '举办地点', '学习地点', '会议地点', '培训地址'] }),
    startsOn: date({
      label: '开始日期',
      required: true,
      also: words(`
        开始时间 培训开始时间 日期 时间 活动日期 培训时间 起始日期 活动时间 起始时间 开始 开班时间 开班日期 开课时间 举办时间 举办日期
        会议时间 会议日期 学习时间 学习日期 培训日期 培训开始日期 培训起始时间 实际时间 参训时间 活动开始时间 活动开始日期 学习开始时间
        学习开始日期 上课时间 授课时间 起 培训时间起 培训起
      `),
    }),
    endsOn: date({
      label: '结束日期',
      required: true,
      also: words(`
        结束时间 培训结束时间 截止日期 终止日期 结束 截止时间 终止时间 结业时间 结业日期 培训结束日期 培训截止时间 活动结束时间
        活动结束日期 学习结束时间 学习结束日期 止 培训时间止 培训止
      `),
    }),
    hours: decimal({
      label: '学时',
      required: true,
      also: words(`
        培训学时 完成学时 学时数 计学时 完成学时数 课时 课时数 认定学时 实得学时 获得学时 折算学时 折合学时 实际学时 参训学时 学习学时
        活动学时 所得学时 计入学时 学习时长 时长 培训课时
      `),
    }),
    counts: flag({
      label: '计入年度学习任务',
      required: true,
      also: words(`
        是否计入年度学习任务 是否计入 是否计入年度学时 是否计入年度学习 是否计入年度任务 是否计入学时 是否计学时 计入年度学时
        是否计入年度培训学时 是否计入年度学习任务学时
      `),
    }),
    lecturer: text({ label: '主讲人', also: ['授课人', '主讲', '授课教师', '主讲教师', '讲师'] }),
    lecturerId: ref('person', { label: '主讲人（台账内）', help: '台账里的人讲的课，记到他名下' }),
    chair: text({ label: '主持人', also: ['主持', '会议主持人', '召集人'] }),
    recorder: text({ label: '记录人', also: ['记录', '会议记录人', '记录员'] }),
    guests: note({ label: '列席人员', also: ['列席', '列席人'] }),
    agenda: note({ label: '议题', also: ['会议议题', '议程', '会议议程'] }),
    content: note({ label: '内容', also: ['会议内容', '主要内容', '会议记录'] }),
    minutes: attachment({ label: '会议记录扫描件' }),
    photo: attachment({ label: '照片' }),
    remark: note({ label: '备注' }),
  },
  title: 'name',
  key: ['name', 'startsOn', 'endsOn'],
  list: ['name', 'kind', 'organizationId', 'startsOn', 'endsOn', 'hours', 'counts', 'place'],
  form: [
    ['name', 'kind'],
    ['startsOn', 'endsOn', 'hours', 'counts'],
    ['organizationId', 'organizer'],
    ['lecturer', 'lecturerId'],
    ['place'],
    ['chair', 'recorder'],
    ['guests'],
    ['agenda'],
    ['content'],
    ['minutes', 'photo'],
    ['remark'],
  ],
  check: activityFaults,
})
export type Activity = RecordOf<typeof activity>

export const attendanceStates = { present: '出勤', makeup: '补学', leave: '请假', absent: '缺勤', excused: '不计入应到' } as const
export type AttendanceState = keyof typeof attendanceStates

/**
 * Why a member may be left out of 应到 (the eight an upper body approves), offered beside what people write of leave and absence.
 * One text for all of them: the paper has one column 缺席及原因, and what a branch writes there is never one of eight words.
 */
export const excuses = [
  '患精神疾病或其他疾病不能表达本人意志',
  '出国出境，难以按时回国',
  '停止党籍',
  '留党察看期间',
  '依法留置或逮捕',
  '长期卧床，生活不能自理',
  '组织关系应转未转半年以上',
  '流动党员，本人申请',
] as const

/** 参训: who was there, and for how many hours. 请假 and 缺勤 count nothing; 不计入应到 is not even expected. */
export const attendance = defineLines('attendance', {
  label: '参训',
  parent: 'activity',
  fields: {
    personId: ref('person', { label: '人员', required: true }),
    state: choice(attendanceStates, {
      label: '出勤',
      required: true,
      also: words(`
        出勤情况 考勤 到课情况 状态 签到情况 参加情况 是否参加 到会情况 出席 出席情况 参训情况 到场情况 出勤状态 考勤情况 考勤结果
        签到 是否签到 是否出勤 是否到会 是否到场 参学情况 到会 出勤状况 参加状态 参会情况 是否参会 是否参训
      `),
      aliases: wordsFor({
        present: '到 已到 到会 已到会 到场 出席 已出席 参加 已参加 参训 参会 是 √ 签到 已签到 实到 全勤 正常出勤',
        leave: '事假 病假 假 公假 产假 婚假 丧假 年假 请事假 请病假 已请假 因公请假 因病请假 因事请假 出差 公差',
        absent: '旷课 旷会 缺席 缺 缺课 缺会 缺训 未到 未到会 未签到 未出勤 未参加 否 × 无故缺席 无故缺勤',
        makeup: '补 补课 补训 已补学 已补课 已补训 线上补学',
        excused: '不计入 不计应到 不列入应到',
      }),
    }),
    hours: decimal({ label: '学时', required: true }),
    reason: text({
      label: '缺席原因',
      also: ['请假原因', '缺席及原因', '请假事由', '缺勤原因'],
      suggestions: [...excuses, '因公出差', '病假', '事假'],
    }),
  },
  key: ['personId'],
  later: ['reason'],
})
export type Attendance = LineOf<typeof attendance>

/** The states that give hours. */
export const countingStates: readonly AttendanceState[] = ['present', 'makeup']

/** Expected, and away: 不计入应到 has missed nothing. */
export const missedStates: readonly AttendanceState[] = ['leave', 'absent']
/** The states of people who were expected, 应到. */
export const isExpected = (state: AttendanceState): boolean => state !== 'excused'

function activityFaults(a: { startsOn: string; endsOn: string; hours: number }) {
  const faults: (Fault & { field: 'endsOn' | 'hours' })[] = []
  const days = daysBetween(a.startsOn, a.endsOn) + 1
  if (days < 1) faults.push({ field: 'endsOn', code: 'dateOrder', message: '结束日期早于开始日期' })
  if (days > 366) faults.push({ field: 'endsOn', code: 'tooLong', message: '起止相差超过一年，请核对日期' })
  if (days >= 1 && a.hours > days * 24) faults.push({ field: 'hours', code: 'badHours', message: `${days} 天不可能有 ${a.hours} 学时` })
  return faults
}
