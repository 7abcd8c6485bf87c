import type { ParameterValue } from '../rules/parameters.ts'

type Basis = ParameterValue['basis']
const since =
  (startsOn: string, basis: Basis, clause: string) =>
  (key: string, value: number): ParameterValue => ({ key, value, startsOn, clause, basis })

const education = '《中国共产党党员教育管理工作条例》（2019）'
const branch = '《中国共产党支部工作条例（试行）》（2018）'
const cadres = '《干部教育培训工作条例》（2023）'
const countyPolicy = '《长效机制文件意见》'
const countyPractice = '《完善党员教育管理机制思考》'
const collegePolicy = '《关于进一步加强党员教育管理工作的意见》'

/** 学习教育: national plans and regulations. */
export const study: readonly ParameterValue[] = [
  since('2023-10-01', 'national', `${cadres}：乡科级以下每年累计不少于 12 天或者 90 学时`)('study.cadre', 90),
  since('2023-10-01', 'national', `${cadres}：县处级以上五年累计不少于 3 个月或者 550 学时`)('study.cadreFiveYears', 550),
  since('2023-10-01', 'national', '《全国干部教育培训规划（2023—2027年）》：各类别干部每年参加网络自学不少于 50 学时')('study.online', 50),
  since('2019-11-01', 'unverified', '《2019—2023年全国党员教育培训工作规划》：每年至少参加 1 次集中培训；2024—2028 年规划待核')('study.committeeTraining', 1),
  since('2000-01-01', 'unverified', '中心组集体研讨每季度不少于 1 次，条款待核')('study.centreGroup', 1),
]

/** 组织生活: how often, by the national regulations. 支部党课 has no national number. */
export const life: readonly ParameterValue[] = [
  since('2018-10-28', 'national', `${branch}第十一条：支部党员大会一般每季度召开 1 次`)('life.memberMeeting', 1),
  since('2018-10-28', 'national', `${branch}第十二条：支部委员会会议一般每月召开 1 次`)('life.committeeMeeting', 1),
  since('2018-10-28', 'national', `${branch}第十三条：党小组会一般每月召开 1 次`)('life.groupMeeting', 1),
  since('2019-05-06', 'national', `${education}第十六条：党支部每月相对固定 1 天开展主题党日`)('life.themeDay', 1),
  since('2019-05-06', 'national', `${education}第十七条：组织生活会每年至少召开 1 次`)('life.lifeMeeting', 1),
  since('2019-05-06', 'national', `${education}第十八条：民主评议党员一般每年开展 1 次`)('life.memberAppraisal', 1),
  since('2016-12-23', 'national', '《县以上党和国家机关党员领导干部民主生活会若干规定》：民主生活会每年召开 1 次')('life.democraticLife', 1),
  since('2018-10-28', 'national', `${branch}：谈心谈话每年一般不少于 1 次`)('life.talk', 1),
  since('2018-10-28', 'unverified', `${branch}：党委（党组）书记每年至少讲 1 次党课；其他书记、领导干部的次数待核`)('life.lectureSecretary', 1),
  since('2018-10-28', 'unverified', '党员领导干部定期讲党课，次数各地不一，按每年 1 次预置')('life.lectureLeader', 1),
  since('2019-05-06', 'local', `${education}第十六条要求参加双重组织生活；次数无全国规定，按每年 4 次预置`)('life.dualLife', 4),
]

/** What regulations ask of everybody, whatever the office's own document says. */
export const service: readonly ParameterValue[] = [since('2000-01-01', 'local', '折算办法各地不一，按一个月 30 天预置')('service.daysPerMonth', 30)]

const customary = '各地做法不一，按此预置，可改'
const ownWeights = '方案没有写明权重，按此预置，可改；党员互评和同学考评合计须过半'

/** 民主评议与考核: bases and weights. No national text fixes a weight. */
export const appraisal: readonly ParameterValue[] = [
  since('2000-01-01', 'local', '各地做法：党员参评率不低于 95%')('ballot.participation', 95),
  since('2000-01-01', 'local', '甘肃党建：“党员总数”指组织关系在本党组织的正式党员，不包含预备党员')('ballot.excellentBase', 0),
  since('2000-01-01', 'unverified', '基层组织选举过半数的基数，各处资料有应到会、实到会两说；从严预置为应到会')('ballot.electionBase', 0),
  since('2000-01-01', 'local', customary)('ballot.membersWeight', 100),
  since('2000-01-01', 'local', '党外群众测评供组织评定参考，默认不计权重')('ballot.massesWeight', 0),
  since('2000-01-01', 'local', ownWeights)('performance.leaders', 20),
  since('2000-01-01', 'local', ownWeights)('performance.cadres', 20),
  since('2000-01-01', 'local', ownWeights)('performance.members', 30),
  since('2000-01-01', 'local', ownWeights)('performance.students', 30),
  since('2000-01-01', 'local', customary)('cadre.leaders', 40),
  since('2000-01-01', 'local', customary)('cadre.middle', 30),
  since('2000-01-01', 'local', customary)('cadre.others', 30),
  since('2000-01-01', 'local', customary)('duty.superiorsWeight', 40),
  since('2000-01-01', 'local', customary)('duty.teamWeight', 30),
  since('2000-01-01', 'local', customary)('duty.membersWeight', 30),
]

/** 程序 and 发展计划: when a unit lags, and whether open cases go on under new rules. */
export const procedures: readonly ParameterValue[] = [
  since('2000-01-01', 'local', '滞后没有统一标准，按落后时序 20 个百分点预置，可改')('membership.lagPoints', 20),
  since('2000-01-01', 'local', '滞后没有统一标准，按 5 人有步骤逾期预置，可改')('membership.lagOverdue', 5),
  since('2000-01-01', 'unverified', '新细则对已经开始的怎样衔接，没有见到条文；预置为按立卷时的细则')('procedure.openCasesMoveOn', 0),
  since(
    '2019-03-03',
    'unverified',
    '《党政领导干部选拔任用工作条例》第八条：由副职提任正职在副职岗位工作两年以上，2019 年文字待核',
  )('selection.tenureYears', 2),
  since('2019-03-03', 'unverified', '《党政领导干部选拔任用工作条例》：同一职位任职满十年的应当交流，2019 年条文序号和文字待核')('post.years', 10),
  since(
    '2019-03-03',
    'unverified',
    '《党政领导干部选拔任用工作条例》：在同一职位上连续任职达到两个任期的，不再推荐、提名或者任命担任同一职务，2019 年条文序号和文字待核',
  )('post.terms', 2),
]

const delayed = '《关于实施渐进式延迟法定退休年龄的决定》办法第一条，自2025年1月1日起；领导干部任职年龄界限等国家另有规定的，从其规定'

/** 退休: the steps by which it moves back from 2025 on. */
export const retirement: readonly ParameterValue[] = [
  since('2025-01-01', 'national', delayed)('retirement.man', 60),
  since('2025-01-01', 'national', delayed)('retirement.woman', 55),
  since('2025-01-01', 'national', delayed)('retirement.worker', 50),
  since('2025-01-01', 'national', delayed)('retirement.step', 4),
  since('2025-01-01', 'national', delayed)('retirement.most', 36),
  since('2025-01-01', 'national', delayed)('retirement.workerStep', 2),
  since('2025-01-01', 'national', delayed)('retirement.workerMost', 60),
]

/** 提醒: when an open period begins to be 临期. */
export const reminders: readonly ParameterValue[] = [
  since('2000-01-01', 'local', '提醒办法，可改')('quota.warnDaysMonth', 10),
  since('2000-01-01', 'local', '提醒办法，可改')('quota.warnDaysQuarter', 20),
  since('2000-01-01', 'local', '提醒办法，可改')('quota.warnDaysYear', 60),
  since('2000-01-01', 'local', '提醒办法，可改')('due.warnDays', 15),
  since('2000-01-01', 'unverified', '党支部任期届满一般提前 6 个月提醒；党委、党总支没有月数规定，同按 6 个月')('due.termMonths', 6),
  since('2000-01-01', 'local', '提醒办法，可改')('due.probationDays', 30),
  since('2000-01-01', 'local', '提醒办法，可改')('due.postProbationDays', 30),
  since('2000-01-01', 'local', '提醒办法，可改')('due.postTermMonths', 3),
  since('2000-01-01', 'local', '提醒办法，可改')('due.retireMonths', 6),
]

/** What the two documents of a county fix. */
export const countyNumbers: readonly ParameterValue[] = [
  since('2000-01-01', 'policy', `${countyPolicy}：党员领导干部学习笔记每年至少3万字以上`)('study.notesLeader', 30_000),
  since('2000-01-01', 'policy', `${countyPolicy}：其他党员学习笔记不少于1.5万字`)('study.notesMember', 15_000),
  since('2000-01-01', 'policy', `${countyPolicy}：每月固定时间和地点，由班子成员公开接待群众来访`)('service.reception', 1),
  since('2000-01-01', 'policy', `${countyPolicy}：县级党员领导干部每年至少要有2个月时间`)('service.fieldworkHigher', 2),
  since('2000-01-01', 'policy', `${countyPolicy}：科级党员领导干部每年至少要有1个月时间`)('service.fieldworkSection', 1),
  since('2000-01-01', 'policy', `${countyPolicy}：一般每月至少联系一次`)('floating.contact', 1),
  since('2000-01-01', 'policy', `${countyPolicy}：每年至少一次向党组织汇报`)('floating.report', 1),
  since(
    '2000-01-01',
    'policy',
    `${countyPolicy}：认真查验《流动党员活动证》等相关活动凭证记载的内容，了解党员外出期间的表现情况，做到每年审核一次`,
  )('floating.cardCheck', 1),
  since('2000-01-01', 'policy', `${countyPolicy}：各党(工)委每年至少两次专题研究基层党建工作`)('duty.partyBuilding', 2),
  since('2000-01-01', 'policy', `${countyPolicy}：各党组织每年要向上级党(工)委书面报告抓基层党建工作情况`)('duty.writtenReport', 1),
  since('2000-01-01', 'policy', `${countyPolicy}：每年对基层党建工作进行督促检查至少一次`)('duty.inspection', 1),
  since(
    '2000-01-01',
    'policy',
    `${countyPractice}：每位县党员领导挂钩1个乡镇、1个典型示范村、1个很不适应村、1家国有企业和1家非公企业党组织`,
  )('service.contactPoints', 5),
  since('2000-01-01', 'policy', `${countyPractice}：坚持每年2次组织开展慰问生活困难的党员和建国前入党的老同志等活动`)('care.comfort', 2),
  since('2000-01-01', 'policy', `${countyPractice}：认真研究制定好年度发展党员工作计划`)('membership.admissionPlan', 1),
  since('2000-01-01', 'policy', `${countyPractice}：在“七一”期间表彰一批先进党组织、优秀党务工作者和优秀共产党员`)('care.awards', 1),
  since('2000-01-01', 'policy', `${countyPractice}：共50个县级党建典型点`)('excellence.modelPoints', 50),
  since('2000-01-01', 'policy', `${countyPractice}：目前全县保持1100名左右的入党积极分子常数`)('membership.pool', 1100),
  since('2000-01-01', 'local', `${countyPractice}要求发展党员月报告、月通报，没有写日期；按次月 5 日预置，可改`)('membership.reportDay', 5),
  since('2000-01-01', 'policy', `${countyPractice}：每年举办1-2期的入党积极分子培训班`)('membership.activistClass', 1),
  since(
    '2000-01-01',
    'policy',
    `${countyPractice}：采取基层党委季度自查、县委组织部不定期抽查、县党建工作领导小组年终全面检查相结合的办法`,
  )('duty.selfCheck', 1),
  since(
    '2000-01-01',
    'policy',
    `${countyPractice}：建立发展党员工作、培育典型示范点、组建非公企业党组织、荐派党员到企业工作等情况月报告制度`,
  )('duty.monthlyReport', 1),
  since('2000-01-01', 'policy', `${countyPractice}：县委组织部每季度召开一次组织工作例会`)('duty.workMeeting', 1),
  since('2000-01-01', 'policy', `${countyPractice}：既要有年度培训计划又要有中长期培训规划`)('study.plan', 1),
]

/** What the document of a college fixes. */
export const collegeNumbers: readonly ParameterValue[] = [
  since('2000-01-01', 'policy', `${collegePolicy}：每名党员联系一名群众`)('service.massesLiaison', 1),
  since('2000-01-01', 'policy', `${collegePolicy}：每名党员联系一名群众、联系一名困难学生`)('service.studentLiaison', 1),
  since('2000-01-01', 'policy', `${collegePolicy}：党支部每年与党员签订党员目标管理责任书`)('duty.letter', 1),
  since('2000-01-01', 'policy', `${collegePolicy}：各二级党校要制定年度培训计划`)('study.plan', 1),
]
