/** A number a regulation or an office may change, valid from its first day. Kept as records, edited on screen. */
export interface ParameterValue {
  readonly key: string
  readonly value: number
  readonly startsOn: string
  readonly clause: string | null
  /** 国家规定, 本单位文件, 各地做法, 待核 */
  readonly basis: 'national' | 'policy' | 'local' | 'unverified'
}

interface ParameterMeaning {
  readonly label: string
  readonly unit: string
  readonly group:
    | '学时指标'
    | '组织生活'
    | '联系群众'
    | '流动党员'
    | '党建责任制'
    | '民主评议与考核'
    | '程序'
    | '影响期'
    | '领导干部监督'
    | '退休'
    | '学时折算'
    | '提醒'
    | '日历'
    | '安全'
  readonly min: number
  readonly max: number
}

/** Every number the program asks for by name. A parameter record with another key is refused. */
export const parameterCatalogue: Readonly<Record<string, ParameterMeaning>> = {
  'study.member': { label: '党员年度学时', unit: '学时', group: '学时指标', min: 0, max: 1000 },
  'study.committee': { label: '书记和班子成员年度学时', unit: '学时', group: '学时指标', min: 0, max: 1000 },
  'study.agencyDays': { label: '机关事业单位党员年度集体教育', unit: '工作日', group: '学时指标', min: 0, max: 250 },
  'study.memberDays': { label: '其他党员年度集体教育', unit: '工作日', group: '学时指标', min: 0, max: 250 },
  'study.cadre': { label: '乡科级干部年度学时', unit: '学时', group: '学时指标', min: 0, max: 1000 },
  'study.cadreFiveYears': { label: '县处级以上干部五年学时', unit: '学时', group: '学时指标', min: 0, max: 5000 },
  'study.online': { label: '领导干部年度网络自学', unit: '学时', group: '学时指标', min: 0, max: 1000 },
  'study.committeeTraining': { label: '书记和班子成员年度集中培训', unit: '次', group: '学时指标', min: 0, max: 50 },
  'study.notesLeader': { label: '党员领导干部年度学习笔记', unit: '字', group: '学时指标', min: 0, max: 1_000_000 },
  'study.notesMember': { label: '其他党员年度学习笔记', unit: '字', group: '学时指标', min: 0, max: 1_000_000 },
  'study.centreGroup': { label: '中心组每季度学习', unit: '次', group: '学时指标', min: 0, max: 50 },
  'study.plan': { label: '党委年度培训计划', unit: '份', group: '学时指标', min: 0, max: 20 },
  'life.memberMeeting': { label: '支部党员大会每季度', unit: '次', group: '组织生活', min: 0, max: 50 },
  'life.committeeMeeting': { label: '支委会每月', unit: '次', group: '组织生活', min: 0, max: 20 },
  'life.groupMeeting': { label: '党小组会每月', unit: '次', group: '组织生活', min: 0, max: 20 },
  'life.branchLecture': { label: '支部党课每季度', unit: '次', group: '组织生活', min: 0, max: 20 },
  'life.themeDay': { label: '主题党日每月', unit: '次', group: '组织生活', min: 0, max: 20 },
  'life.lifeMeeting': { label: '组织生活会每年', unit: '次', group: '组织生活', min: 0, max: 12 },
  'life.memberAppraisal': { label: '民主评议党员每年', unit: '次', group: '组织生活', min: 0, max: 12 },
  'life.democraticLife': { label: '民主生活会每年', unit: '次', group: '组织生活', min: 0, max: 12 },
  'life.talk': { label: '谈心谈话每人每年', unit: '次', group: '组织生活', min: 0, max: 50 },
  'life.lectureLeader': { label: '党员领导干部每年讲党课', unit: '次', group: '组织生活', min: 0, max: 50 },
  'life.lectureSecretary': { label: '党组织书记每年讲党课', unit: '次', group: '组织生活', min: 0, max: 50 },
  'life.dualLife': { label: '领导干部每年参加所在支部组织生活', unit: '次', group: '组织生活', min: 0, max: 50 },
  'membership.activistClass': { label: '积极分子培训班每年', unit: '期', group: '党建责任制', min: 0, max: 20 },
  'membership.admissionPlan': { label: '党委年度发展党员计划', unit: '份', group: '党建责任制', min: 0, max: 20 },
  'membership.pool': { label: '入党积极分子队伍，保持', unit: '人', group: '党建责任制', min: 0, max: 1_000_000 },
  'membership.lagPoints': { label: '发展计划落后时序多少个百分点列为滞后', unit: '百分点', group: '党建责任制', min: 0, max: 100 },
  'membership.lagOverdue': { label: '有步骤逾期的达到多少人列为滞后（0 不看）', unit: '人', group: '党建责任制', min: 0, max: 1000 },
  'membership.reportDay': { label: '发展党员月报、月通报在次月几日前（0 不提醒）', unit: '日', group: '党建责任制', min: 0, max: 28 },
  'care.awards': { label: '每年表彰', unit: '项', group: '党建责任制', min: 0, max: 500 },
  'excellence.modelPoints': { label: '在建示范点', unit: '个', group: '党建责任制', min: 0, max: 1000 },
  'care.comfort': { label: '走访慰问每人每年', unit: '次', group: '联系群众', min: 0, max: 50 },
  'service.fieldworkHigher': { label: '县级党员领导干部每年下基层调研', unit: '个月', group: '联系群众', min: 0, max: 12 },
  'service.fieldworkSection': { label: '科级党员领导干部每年下基层调研', unit: '个月', group: '联系群众', min: 0, max: 12 },
  'service.daysPerMonth': { label: '调研一个月折合', unit: '天', group: '联系群众', min: 1, max: 31 },
  'service.reception': { label: '领导干部接待日每月', unit: '次', group: '联系群众', min: 0, max: 31 },
  'service.massesLiaison': { label: '每名党员联系群众', unit: '名', group: '联系群众', min: 0, max: 50 },
  'service.studentLiaison': { label: '每名党员联系困难学生', unit: '名', group: '联系群众', min: 0, max: 50 },
  'service.contactPoints': { label: '县级党员领导干部联系点', unit: '个', group: '联系群众', min: 0, max: 50 },
  'floating.contact': { label: '流动党员联系每月', unit: '次', group: '流动党员', min: 0, max: 31 },
  'floating.report': { label: '流动党员汇报每年', unit: '次', group: '流动党员', min: 0, max: 50 },
  'floating.cardCheck': { label: '活动证查验每年', unit: '次', group: '流动党员', min: 0, max: 50 },
  'duty.partyBuilding': { label: '专题研究基层党建每年', unit: '次', group: '党建责任制', min: 0, max: 50 },
  'duty.writtenReport': { label: '党建书面报告每年', unit: '份', group: '党建责任制', min: 0, max: 20 },
  'duty.inspection': { label: '督查检查每年', unit: '次', group: '党建责任制', min: 0, max: 50 },
  'duty.selfCheck': { label: '自查每季度', unit: '次', group: '党建责任制', min: 0, max: 20 },
  'duty.monthlyReport': { label: '月报告每月', unit: '份', group: '党建责任制', min: 0, max: 20 },
  'duty.workMeeting': { label: '组织工作例会每季度', unit: '次', group: '党建责任制', min: 0, max: 20 },
  'duty.letter': { label: '党员目标管理责任书每年', unit: '份', group: '党建责任制', min: 0, max: 20 },
  'ballot.participation': { label: '民主评议党员参评率，不低于', unit: '%', group: '民主评议与考核', min: 0, max: 100 },
  'ballot.excellentBase': { label: '优秀名额的基数（0 正式党员 1 参评人数 2 收回票）', unit: '', group: '民主评议与考核', min: 0, max: 2 },
  'ballot.electionBase': { label: '选举赞成过半的基数（0 应到会 1 实到会）', unit: '', group: '民主评议与考核', min: 0, max: 1 },
  'ballot.membersWeight': { label: '民主评议，党员测评权重', unit: '%', group: '民主评议与考核', min: 0, max: 100 },
  'ballot.massesWeight': { label: '民主评议，党外群众测评权重', unit: '%', group: '民主评议与考核', min: 0, max: 100 },
  'performance.leaders': { label: '量化考核，领导考评权重', unit: '%', group: '民主评议与考核', min: 0, max: 100 },
  'performance.cadres': { label: '量化考核，干部考评权重', unit: '%', group: '民主评议与考核', min: 0, max: 100 },
  'performance.members': { label: '量化考核，党员互评权重', unit: '%', group: '民主评议与考核', min: 0, max: 100 },
  'performance.students': { label: '量化考核，同学考评权重', unit: '%', group: '民主评议与考核', min: 0, max: 100 },
  'cadre.leaders': { label: '干部测评，领导班子成员权重', unit: '%', group: '民主评议与考核', min: 0, max: 100 },
  'cadre.middle': { label: '干部测评，中层干部权重', unit: '%', group: '民主评议与考核', min: 0, max: 100 },
  'cadre.others': { label: '干部测评，其他人员权重', unit: '%', group: '民主评议与考核', min: 0, max: 100 },
  'duty.superiorsWeight': { label: '述职评议，上级领导权重', unit: '%', group: '民主评议与考核', min: 0, max: 100 },
  'duty.teamWeight': { label: '述职评议，班子成员权重', unit: '%', group: '民主评议与考核', min: 0, max: 100 },
  'duty.membersWeight': { label: '述职评议，党员群众代表权重', unit: '%', group: '民主评议与考核', min: 0, max: 100 },
  'selection.tenureYears': { label: '任现职不满几年提示（0 不提示）', unit: '年', group: '程序', min: 0, max: 10 },
  'procedure.openCasesMoveOn': { label: '新细则施行后，已立卷的按新细则继续（0 否 1 是）', unit: '', group: '程序', min: 0, max: 1 },
  'effect.partyWarning': { label: '党内警告', unit: '个月', group: '影响期', min: 0, max: 120 },
  'effect.partySevereWarning': { label: '党内严重警告', unit: '个月', group: '影响期', min: 0, max: 120 },
  'effect.partyRemoved': { label: '撤销党内职务', unit: '个月', group: '影响期', min: 0, max: 120 },
  'effect.partyProbation': { label: '留党察看，恢复权利后', unit: '个月', group: '影响期', min: 0, max: 120 },
  'effect.partyExpelled': { label: '开除党籍，不得重新入党', unit: '个月', group: '影响期', min: 0, max: 240 },
  'effect.stateWarning': { label: '政务警告', unit: '个月', group: '影响期', min: 0, max: 120 },
  'effect.demerit': { label: '记过', unit: '个月', group: '影响期', min: 0, max: 120 },
  'effect.majorDemerit': { label: '记大过', unit: '个月', group: '影响期', min: 0, max: 120 },
  'effect.downgraded': { label: '降级', unit: '个月', group: '影响期', min: 0, max: 120 },
  'effect.stateRemoved': { label: '撤职', unit: '个月', group: '影响期', min: 0, max: 120 },
  'effect.stateMost': { label: '政务处分合并，最长', unit: '个月', group: '影响期', min: 0, max: 240 },
  'effect.suspended': { label: '停职检查，一般不超过', unit: '个月', group: '影响期', min: 0, max: 24 },
  'effect.moved': { label: '调整职务', unit: '个月', group: '影响期', min: 0, max: 120 },
  'effect.toldToResign': { label: '责令辞职，不得提拔', unit: '个月', group: '影响期', min: 0, max: 120 },
  'effect.toldToResignPost': { label: '责令辞职，不安排领导职务', unit: '个月', group: '影响期', min: 0, max: 120 },
  'effect.removed': { label: '免职，不得提拔', unit: '个月', group: '影响期', min: 0, max: 120 },
  'effect.removedPost': { label: '免职，不安排领导职务', unit: '个月', group: '影响期', min: 0, max: 120 },
  'effect.demoted': { label: '降职', unit: '个月', group: '影响期', min: 0, max: 120 },
  'effect.level': { label: '平职调整', unit: '个月', group: '影响期', min: 0, max: 120 },
  'effect.toRank': { label: '转任职级公务员', unit: '个月', group: '影响期', min: 0, max: 120 },
  'effect.admonished': { label: '诫勉', unit: '个月', group: '影响期', min: 0, max: 120 },
  'effect.merge': { label: '影响期内再受处分（0 各算各的 1 剩余期限与新期限合并）', unit: '', group: '影响期', min: 0, max: 1 },
  'effect.rulesDay': { label: '规定改了的，按（0 决定之日的 1 现行的 2 两者中较短的）', unit: '', group: '影响期', min: 0, max: 2 },
  'effect.countFirstDay': { label: '起算当天算作第 1 天（0 否 1 是）', unit: '', group: '影响期', min: 0, max: 1 },
  'effect.changedFrom': { label: '处分变更后从何日起算（0 原决定之日 1 变更之日）', unit: '', group: '影响期', min: 0, max: 1 },
  'effect.excellent': { label: '不评优（0 不提示 1 决定当年 2 当年和影响期内）', unit: '', group: '影响期', min: 0, max: 2 },
  'supervision.inquiryReply': { label: '函询回复，送达后', unit: '个工作日', group: '领导干部监督', min: 0, max: 90 },
  'supervision.selfCriticism': { label: '诫勉后交书面检查', unit: '个工作日', group: '领导干部监督', min: 0, max: 90 },
  'supervision.admonishReport': { label: '诫勉后交整改报告', unit: '个月', group: '领导干部监督', min: 0, max: 36 },
  'supervision.remindReport': { label: '提醒后交整改报告（0 不要求）', unit: '个月', group: '领导干部监督', min: 0, max: 36 },
  'supervision.annualReportDay': { label: '个人有关事项年度报告，次年 1 月几日前', unit: '日', group: '领导干部监督', min: 0, max: 31 },
  'supervision.reportLevel': {
    label: '个人有关事项报告，报到哪一级（1 厅局级正职 2 厅局级副职 3 县处级正职 4 县处级副职 5 乡科级正职 6 乡科级副职，0 不提醒）',
    unit: '',
    group: '领导干部监督',
    min: 0,
    max: 6,
  },
  'supervision.changeReport': { label: '个人有关事项变动报告，事后', unit: '日', group: '领导干部监督', min: 0, max: 366 },
  'supervision.repeatYears': { label: '同一人同类问题，几年内再次出现列为重复', unit: '年', group: '领导干部监督', min: 0, max: 10 },
  'supervision.sameGrade': { label: '测评同一等次达到多少列为可疑（0 不看）', unit: '%', group: '领导干部监督', min: 0, max: 100 },
  'integrity.updateMonth': { label: '廉政档案年度更新，当年几月底前', unit: '月', group: '领导干部监督', min: 1, max: 12 },
  'petition.notice': { label: '信访事项，书面告知受理', unit: '日', group: '领导干部监督', min: 0, max: 366 },
  'petition.noticeNamed': { label: '实名检举控告，告知受理', unit: '个工作日', group: '领导干部监督', min: 0, max: 90 },
  'petition.forward': { label: '检举控告，转办', unit: '个工作日', group: '领导干部监督', min: 0, max: 90 },
  'petition.close': { label: '求决类信访，受理后办结', unit: '日', group: '领导干部监督', min: 0, max: 366 },
  'petition.extend': { label: '求决类信访，延长不超过', unit: '日', group: '领导干部监督', min: 0, max: 366 },
  'petition.feedback': { label: '实名检举控告，办结后反馈', unit: '个工作日', group: '领导干部监督', min: 0, max: 90 },
  'petition.review': { label: '信访复查答复', unit: '日', group: '领导干部监督', min: 0, max: 366 },
  'retirement.man': { label: '原法定退休年龄，男', unit: '岁', group: '退休', min: 40, max: 80 },
  'retirement.woman': { label: '原法定退休年龄，女干部', unit: '岁', group: '退休', min: 40, max: 80 },
  'retirement.worker': { label: '原法定退休年龄，女工人', unit: '岁', group: '退休', min: 40, max: 80 },
  'retirement.step': { label: '男、女干部每几个月延迟一个月', unit: '个月', group: '退休', min: 1, max: 60 },
  'retirement.most': { label: '男、女干部最多延迟', unit: '个月', group: '退休', min: 0, max: 120 },
  'retirement.workerStep': { label: '女工人每几个月延迟一个月', unit: '个月', group: '退休', min: 1, max: 60 },
  'retirement.workerMost': { label: '女工人最多延迟', unit: '个月', group: '退休', min: 0, max: 120 },
  'post.terms': { label: '同一职位连任满几届不再提名（0 不提示）', unit: '届', group: '程序', min: 0, max: 10 },
  'post.years': { label: '同一职位任满多少年提醒交流', unit: '年', group: '程序', min: 0, max: 50 },
  'due.postProbationDays': { label: '任职试用期满前多少天提醒', unit: '天', group: '提醒', min: 0, max: 366 },
  'due.postTermMonths': { label: '任期、同职满年提前多少个月提醒', unit: '个月', group: '提醒', min: 0, max: 24 },
  'due.retireMonths': { label: '到龄提前多少个月提醒', unit: '个月', group: '提醒', min: 0, max: 24 },
  'quota.warnDaysMonth': { label: '每月的指标，月末前多少天显示临期', unit: '天', group: '提醒', min: 0, max: 31 },
  'quota.warnDaysQuarter': { label: '每季度的指标，季末前多少天显示临期', unit: '天', group: '提醒', min: 0, max: 92 },
  'quota.warnDaysYear': { label: '每年的指标，年末前多少天显示临期', unit: '天', group: '提醒', min: 0, max: 366 },
  'due.effectDays': { label: '影响期满前多少天提醒', unit: '天', group: '提醒', min: 0, max: 366 },
  'due.warnDays': { label: '整改、答复等期限，到期前多少天提醒', unit: '天', group: '提醒', min: 0, max: 366 },
  'due.termMonths': { label: '换届，届满前多少个月提醒', unit: '个月', group: '提醒', min: 0, max: 24 },
  'due.probationDays': { label: '预备期满前多少天提醒', unit: '天', group: '提醒', min: 0, max: 366 },
  'study.warnWithin': { label: '差额在此以内显示临期', unit: '学时', group: '提醒', min: 0, max: 100 },
  'study.behindPoints': { label: '落后时序在此以内为黄色', unit: '百分点', group: '提醒', min: 0, max: 100 },
  'study.hoursPerDay': { label: '一天折合', unit: '学时', group: '学时折算', min: 0.5, max: 24 },
  'study.hoursPerHalfDay': { label: '半天折合', unit: '学时', group: '学时折算', min: 0.5, max: 12 },
  'study.hoursPerHour': { label: '一小时折合', unit: '学时', group: '学时折算', min: 0.1, max: 5 },
  'calendar.countFirstDay': { label: '公示当天算作第 1 个工作日（0 否 1 是）', unit: '', group: '日历', min: 0, max: 1 },
  'security.idleMinutes': { label: '闲置多久自动锁定', unit: '分钟', group: '安全', min: 1, max: 240 },
  'backup.daily': { label: '备份保留最近多少天，每天一份', unit: '天', group: '安全', min: 1, max: 60 },
  'backup.weekly': { label: '备份另外保留最近多少周，每周一份', unit: '周', group: '安全', min: 0, max: 52 },
  'backup.monthly': { label: '备份另外保留最近多少个月，每月一份', unit: '个月', group: '安全', min: 0, max: 120 },
  'backup.warnDays': { label: '多少天没有备份就在首页提醒', unit: '天', group: '安全', min: 1, max: 60 },
  'security.exportSecret': { label: '监督资料可以导出（0 否 1 是）', unit: '', group: '安全', min: 0, max: 1 },
  'security.screenMark': { label: '屏幕上显示水印（0 否 1 是）', unit: '', group: '安全', min: 0, max: 1 },
  'security.listUsers': { label: '锁定时列出使用人（0 否 1 是）', unit: '', group: '安全', min: 0, max: 1 },
}

/**
 * The value in force on a day: the latest that has begun, so that a later change leaves earlier periods as they were.
 * Before the first one began, nothing was in force: `undefined`.
 */
export function parameterOn<P extends ParameterValue>(parameters: readonly P[], key: string, day: string): P | undefined {
  let current: P | undefined
  for (const p of parameters) {
    if (p.key === key && p.startsOn <= day && (!current || p.startsOn > current.startsOn)) current = p
  }
  return current
}
